#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "view/geometry.h"

namespace scoreboard::view {

// Linear light, 1 is as bright as paper; lit segments are brighter.
struct Colour {
    float r = 0, g = 0, b = 0;

    static Colour of(std::uint32_t rgb); // 0xRRGGBB as screens mean it
    Colour operator*(float factor) const { return {r * factor, g * factor, b * factor}; }
    Colour operator+(const Colour& other) const { return {r + other.r, g + other.g, b + other.b}; }
};
Colour mix(const Colour& from, const Colour& to, float share);

struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

// A picture of light in floating point; drawn on in millimetres of the panel.
class Canvas {
public:
    Canvas(int width, int height, double pixels_per_mm, Point origin_mm);

    // What a shape is painted with, given the distance (mm) inside its edge and the place.
    using Paint = std::function<Colour(double inside_mm, Point at)>;

    void fill(const Shape& shape, const Colour& colour, float opacity = 1);
    void fill(const Shape& shape, const Paint& paint, float opacity = 1);
    void for_each(const std::function<Colour(Point at, const Colour& before)>& change);

    void blur(double sigma_mm);
    // The same at a fraction of the size: what is blurred widely needs no more.
    Canvas shrunk(int times) const;
    // `other` may be a shrunk one.
    void add(const Canvas& other, float factor);

    // Bright light is rolled off instead of clipped, so that a glowing red stays red.
    Pixels developed() const;

private:
    Point place(int column, int row) const;
    const Colour& at(int column, int row) const; // edges repeated
    Colour between(double column, double row) const;

    int width_, height_;
    double scale_;
    Point origin_;
    std::vector<Colour> light_;
};

} // namespace scoreboard::view
