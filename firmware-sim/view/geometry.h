#pragma once

#include <cstddef>
#include <vector>

namespace scoreboard::view {

struct Point {
    double x = 0, y = 0;
};

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    Box grown_by(double margin) const
    {
        return {left - margin, top - margin, right + margin, bottom + margin};
    }
};

// A filled shape that knows how far a point is from its edge, negative inside: anti-aliasing, bevels and rims
// all come from that one number.
class Shape {
public:
    static Shape convex(std::vector<Point> corners, double rounding = 0);
    static Shape circle(Point centre, double radius);
    static Shape rounded(const Box& box, double radius);
    static Shape capsule(Point from, Point to, double radius); // a stroke with round ends

    double distance(Point point) const;
    Box bounds() const;

private:
    enum class Kind { kConvex, kRounded, kCapsule };
    Kind kind_ = Kind::kRounded;
    std::vector<Point> corners_; // clockwise on screen; the ends of a capsule
    Box box_;
    double radius_ = 0;
};

} // namespace scoreboard::view
