#include "view/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace scoreboard::view {
namespace {

double to_segment(Point point, Point from, Point to)
{
    const Point along{to.x - from.x, to.y - from.y};
    const Point offset{point.x - from.x, point.y - from.y};
    const double length_squared = along.x * along.x + along.y * along.y;
    const double at = length_squared > 0 ? (offset.x * along.x + offset.y * along.y) / length_squared : 0;
    const double clamped = std::clamp(at, 0.0, 1.0);
    return std::hypot(offset.x - along.x * clamped, offset.y - along.y * clamped);
}

// Beyond the corners the distance is to the corner, so that shapes can be rounded by an offset.
double to_convex(Point point, const std::vector<Point>& corners)
{
    double inside = -std::numeric_limits<double>::infinity();
    double outside = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Point from = corners[i];
        const Point to = corners[(i + 1) % corners.size()];
        const Point along{to.x - from.x, to.y - from.y};
        const double length = std::hypot(along.x, along.y);
        const double side = (along.y * (point.x - from.x) - along.x * (point.y - from.y)) / length;
        inside = std::max(inside, side);
        outside = std::min(outside, to_segment(point, from, to));
    }
    return inside <= 0 ? inside : outside;
}

double to_box(Point point, const Box& box)
{
    const double dx = std::abs(point.x - (box.left + box.right) / 2) - box.width() / 2;
    const double dy = std::abs(point.y - (box.top + box.bottom) / 2) - box.height() / 2;
    return std::hypot(std::max(dx, 0.0), std::max(dy, 0.0)) + std::min(std::max(dx, dy), 0.0);
}

Box around(const std::vector<Point>& points)
{
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point& point : points) {
        box.left = std::min(box.left, point.x);
        box.right = std::max(box.right, point.x);
        box.top = std::min(box.top, point.y);
        box.bottom = std::max(box.bottom, point.y);
    }
    return box;
}

} // namespace

Shape Shape::convex(std::vector<Point> corners, double rounding)
{
    Shape shape;
    shape.kind_ = Kind::kConvex;
    shape.corners_ = std::move(corners);
    shape.radius_ = rounding;
    return shape;
}

Shape Shape::circle(Point centre, double radius)
{
    return capsule(centre, centre, radius);
}

Shape Shape::rounded(const Box& box, double radius)
{
    Shape shape;
    shape.kind_ = Kind::kRounded;
    shape.box_ = box.grown_by(-radius);
    shape.radius_ = radius;
    return shape;
}

Shape Shape::capsule(Point from, Point to, double radius)
{
    Shape shape;
    shape.kind_ = Kind::kCapsule;
    shape.corners_ = {from, to};
    shape.radius_ = radius;
    return shape;
}

double Shape::distance(Point point) const
{
    switch (kind_) {
    case Kind::kConvex:
        return to_convex(point, corners_) - radius_;
    case Kind::kCapsule:
        return to_segment(point, corners_[0], corners_[1]) - radius_;
    case Kind::kRounded:
        break;
    }
    return to_box(point, box_) - radius_;
}

Box Shape::bounds() const
{
    return (kind_ == Kind::kRounded ? box_ : around(corners_)).grown_by(radius_);
}

} // namespace scoreboard::view
