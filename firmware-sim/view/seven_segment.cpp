#include "view/seven_segment.h"

#include <algorithm>
#include <vector>

namespace scoreboard::view {
namespace {

constexpr double kLean = 0.07;       // of the height, to the right at the top
constexpr double kThickness = 0.205; // of the cell's width
constexpr double kGap = 0.012;       // of the cell's height
constexpr double kChamfer = 0.45;    // of the thickness
constexpr double kRounding = 0.12;   // of the thickness

// Leans the upright digit. The cell keeps its width: what leans out above is taken from it.
class Digit {
public:
    explicit Digit(const Box& cell)
        : left_(cell.left), top_(cell.top), height_(cell.height()),
          width_(cell.width() - cell.height() * kLean)
    {
    }

    double width() const { return width_; }
    double height() const { return height_; }
    Point leaned(Point upright) const
    {
        return {left_ + upright.x + (height_ - upright.y) * kLean, top_ + upright.y};
    }

private:
    double left_, top_, height_, width_;
};

enum class Mirror { kNone, kAcross, kDown, kBoth };

Shape segment(const Digit& digit, std::vector<Point> corners, Mirror mirror, double rounding)
{
    const bool across = mirror == Mirror::kAcross || mirror == Mirror::kBoth;
    const bool down = mirror == Mirror::kDown || mirror == Mirror::kBoth;
    for (Point& corner : corners) {
        corner = digit.leaned(
            {across ? digit.width() - corner.x : corner.x, down ? digit.height() - corner.y : corner.y});
    }
    if (across != down) {
        std::reverse(corners.begin(), corners.end()); // a mirrored outline runs the other way round
    }
    return Shape::convex(std::move(corners), rounding);
}

} // namespace

std::array<Shape, 8> seven_segment(const Box& cell)
{
    const Digit digit(cell);
    const double w = digit.width();
    const double middle = digit.height() / 2;
    const double rounding = cell.width() * kThickness * kRounding;
    const double t = cell.width() * kThickness - rounding;
    const double r = rounding; // outlines are drawn in by what rounding adds
    const double gap = digit.height() * kGap + rounding;
    const double chamfer = t * kChamfer;

    const std::vector<Point> top = {
        {gap + chamfer, r}, {w - gap - chamfer, r}, {w - gap - chamfer / 2, chamfer / 2},
        {w - t - gap, t},   {t + gap, t},           {gap + chamfer / 2, chamfer / 2}};
    const std::vector<Point> upper_left = {{r, gap + chamfer},    {chamfer / 2, gap + chamfer / 2},
                                           {t, t + gap},          {t, middle - t / 2 - gap},
                                           {t / 2, middle - gap}, {r, middle - gap}};
    const std::vector<Point> centre = {{t / 2 + gap, middle},         {t + gap, middle - t / 2},
                                       {w - t - gap, middle - t / 2}, {w - t / 2 - gap, middle},
                                       {w - t - gap, middle + t / 2}, {t + gap, middle + t / 2}};
    // The point hangs at the foot of the digit, in the gap to the next one.
    const Point foot = digit.leaned({w, digit.height()});
    const double dot = t * 0.42;
    return {segment(digit, top, Mirror::kNone, rounding),
            segment(digit, upper_left, Mirror::kAcross, rounding),
            segment(digit, upper_left, Mirror::kBoth, rounding),
            segment(digit, top, Mirror::kDown, rounding),
            segment(digit, upper_left, Mirror::kDown, rounding),
            segment(digit, upper_left, Mirror::kNone, rounding),
            segment(digit, centre, Mirror::kNone, rounding),
            Shape::circle({foot.x + dot * 1.75, foot.y - dot}, dot)};
}

std::array<Shape, 2> colon(double middle_x, const Box& cell)
{
    const double radius = cell.width() * kThickness * 0.55;
    const double lean = cell.height() * kLean;
    const auto dot = [&](double down) {
        return Shape::circle({middle_x + lean * (1 - down), cell.top + cell.height() * down}, radius);
    };
    return {dot(0.31), dot(0.69)};
}

} // namespace scoreboard::view
