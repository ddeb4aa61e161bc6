#include "view/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scoreboard::view {
namespace {

float to_linear(std::uint32_t channel)
{
    const float value = static_cast<float>(channel & 0xFF) / 255.0F;
    return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

std::uint8_t to_screen(float light)
{
    const float value = std::clamp(light, 0.0F, 1.0F);
    const float screen = value <= 0.0031308F ? value * 12.92F : 1.055F * std::pow(value, 1 / 2.4F) - 0.055F;
    return static_cast<std::uint8_t>(std::lround(screen * 255.0F));
}

// Straight up to the knee, then ever slower towards 1.
float rolled_off(float light)
{
    constexpr float kKnee = 0.7F;
    if (light <= kKnee) {
        return light;
    }
    const float over = (light - kKnee) / (1 - kKnee);
    return kKnee + (1 - kKnee) * (1 - std::exp(-over));
}

// The brightest channel is rolled off and takes the others with it, so that amber stays amber; what was too
// bright shows as a little white: the heart of a lit segment.
Colour developed_colour(const Colour& light)
{
    constexpr float kWhitening = 0.055F;
    constexpr float kWhiteMax = 0.10F;
    const float brightest = std::max({light.r, light.g, light.b});
    if (brightest <= 0) {
        return {};
    }
    const float shown = rolled_off(brightest);
    const float white = std::clamp((brightest - 1) * kWhitening, 0.0F, kWhiteMax);
    return mix(light * (shown / brightest), Colour{shown, shown, shown}, white);
}

// Running mean over 2 * radius + 1 values, edges repeated.
void box_blur(const Colour* in, Colour* out, int count, int stride, int radius)
{
    const float share = 1.0F / static_cast<float>(2 * radius + 1);
    const auto at = [&](int i) { return in[std::clamp(i, 0, count - 1) * stride]; };
    Colour sum;
    for (int i = -radius; i <= radius; ++i) {
        sum = sum + at(i);
    }
    for (int i = 0; i < count; ++i) {
        out[i * stride] = sum * share;
        sum = sum + at(i + radius + 1) + at(i - radius) * -1.0F;
    }
}

// Three boxes make a good Gaussian of the given variance.
std::array<int, 3> box_radii(double sigma)
{
    const double ideal = std::sqrt(12 * sigma * sigma / 3 + 1);
    int lower = static_cast<int>(std::floor(ideal));
    lower -= lower % 2 == 0 ? 1 : 0;
    const double narrow = (12 * sigma * sigma - 3.0 * lower * lower - 12.0 * lower - 9) / (-4.0 * lower - 4);
    std::array<int, 3> radii{};
    for (int i = 0; i < 3; ++i) {
        radii[static_cast<std::size_t>(i)] = ((i < std::lround(narrow) ? lower : lower + 2) - 1) / 2;
    }
    return radii;
}

} // namespace

Colour Colour::of(std::uint32_t rgb)
{
    return {to_linear(rgb >> 16), to_linear(rgb >> 8), to_linear(rgb)};
}

Colour mix(const Colour& from, const Colour& to, float share)
{
    return from * (1 - share) + to * share;
}

Canvas::Canvas(int width, int height, double pixels_per_mm, Point origin_mm)
    : width_(width), height_(height), scale_(pixels_per_mm), origin_(origin_mm),
      light_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
{
}

Point Canvas::place(int column, int row) const
{
    return {origin_.x + (column + 0.5) / scale_, origin_.y + (row + 0.5) / scale_};
}

void Canvas::fill(const Shape& shape, const Colour& colour, float opacity)
{
    fill(
        shape, [colour](double, Point) { return colour; }, opacity);
}

void Canvas::fill(const Shape& shape, const Paint& paint, float opacity)
{
    const Box box = shape.bounds();
    const auto column = [&](double x) { return static_cast<int>(std::floor((x - origin_.x) * scale_)); };
    const auto row = [&](double y) { return static_cast<int>(std::floor((y - origin_.y) * scale_)); };
    for (int y = std::max(0, row(box.top) - 1); y <= std::min(height_ - 1, row(box.bottom) + 1); ++y) {
        for (int x = std::max(0, column(box.left) - 1); x <= std::min(width_ - 1, column(box.right) + 1);
             ++x) {
            const Point at = place(x, y);
            const double inside = -shape.distance(at);
            const auto covered = static_cast<float>(std::clamp(inside * scale_ + 0.5, 0.0, 1.0));
            if (covered > 0) {
                Colour& pixel = light_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                                       static_cast<std::size_t>(x)];
                pixel = mix(pixel, paint(inside, at), covered * opacity);
            }
        }
    }
}

void Canvas::for_each(const std::function<Colour(Point at, const Colour& before)>& change)
{
    std::size_t i = 0;
    for (int y = 0; y < height_; ++y) {
        for (int x = 0; x < width_; ++x, ++i) {
            light_[i] = change(place(x, y), light_[i]);
        }
    }
}

void Canvas::blur(double sigma_mm)
{
    std::vector<Colour> other(light_.size());
    for (const int radius : box_radii(sigma_mm * scale_)) {
        for (int y = 0; y < height_; ++y) {
            const std::size_t start = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
            box_blur(&light_[start], &other[start], width_, 1, radius);
        }
        for (int x = 0; x < width_; ++x) {
            box_blur(&other[static_cast<std::size_t>(x)], &light_[static_cast<std::size_t>(x)], height_,
                     width_, radius);
        }
    }
}

void Canvas::add(const Canvas& other, float factor)
{
    for (std::size_t i = 0; i < light_.size(); ++i) {
        light_[i] = light_[i] + other.light_[i] * factor;
    }
}

Pixels Canvas::developed() const
{
    Pixels pixels{width_, height_, {}};
    pixels.rgb.reserve(light_.size() * 3);
    for (const Colour& light : light_) {
        const Colour shown = developed_colour(light);
        pixels.rgb.insert(pixels.rgb.end(), {to_screen(shown.r), to_screen(shown.g), to_screen(shown.b)});
    }
    return pixels;
}

} // namespace scoreboard::view
