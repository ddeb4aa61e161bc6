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

constexpr std::size_t kScreenSteps = 4096;

std::array<std::uint8_t, kScreenSteps + 1> screen_values()
{
    std::array<std::uint8_t, kScreenSteps + 1> values{};
    for (std::size_t i = 0; i <= kScreenSteps; ++i) {
        const float value = static_cast<float>(i) / kScreenSteps;
        const float screen =
            value <= 0.0031308F ? value * 12.92F : 1.055F * std::pow(value, 1 / 2.4F) - 0.055F;
        values[i] = static_cast<std::uint8_t>(std::lround(screen * 255.0F));
    }
    return values;
}

std::uint8_t to_screen(float light)
{
    static const std::array<std::uint8_t, kScreenSteps + 1> kValues = screen_values();
    return kValues[static_cast<std::size_t>(std::clamp(light, 0.0F, 1.0F) * kScreenSteps + 0.5F)];
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

const Colour& Canvas::at(int column, int row) const
{
    const int x = std::clamp(column, 0, width_ - 1);
    const int y = std::clamp(row, 0, height_ - 1);
    return light_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                  static_cast<std::size_t>(x)];
}

Colour Canvas::between(double column, double row) const
{
    const int x = static_cast<int>(std::floor(column));
    const int y = static_cast<int>(std::floor(row));
    const auto right = static_cast<float>(column - x);
    return mix(mix(at(x, y), at(x + 1, y), right), mix(at(x, y + 1), at(x + 1, y + 1), right),
               static_cast<float>(row - y));
}

Canvas Canvas::shrunk(int times) const
{
    Canvas small((width_ + times - 1) / times, (height_ + times - 1) / times, scale_ / times, origin_);
    const float share = 1.0F / static_cast<float>(times * times);
    std::size_t i = 0;
    for (int y = 0; y < small.height_; ++y) {
        for (int x = 0; x < small.width_; ++x, ++i) {
            for (int part = 0; part < times * times; ++part) {
                small.light_[i] =
                    small.light_[i] + at(x * times + part % times, y * times + part / times) * share;
            }
        }
    }
    return small;
}

void Canvas::add(const Canvas& other, float factor)
{
    const double ratio = other.scale_ / scale_;
    std::size_t i = 0;
    for (int y = 0; y < height_; ++y) {
        for (int x = 0; x < width_; ++x, ++i) {
            const Colour more = ratio == 1 ? other.light_[i]
                                           : other.between((x + 0.5) * ratio - 0.5, (y + 0.5) * ratio - 0.5);
            light_[i] = light_[i] + more * factor;
        }
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
