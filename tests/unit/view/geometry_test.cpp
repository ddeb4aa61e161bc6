#include "view/geometry.h"

#include <gtest/gtest.h>

#include "view/seven_segment.h"
#include "view/stroke_font.h"

namespace scoreboard::view {
namespace {

TEST(GeometryTest, DistanceIsNegativeInsideAndGrowsOutside)
{
    const Shape square = Shape::convex({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    const struct {
        Point at;
        double distance;
    } rows[] = {{{5, 5}, -5}, {{1, 5}, -1}, {{13, 5}, 3}, {{13, 14}, 5}, {{10, 5}, 0}};
    for (const auto& row : rows) {
        EXPECT_NEAR(square.distance(row.at), row.distance, 1e-9) << row.at.x << "," << row.at.y;
    }
    EXPECT_NEAR(Shape::circle({0, 0}, 2).distance({3, 4}), 3, 1e-9);
    EXPECT_NEAR(Shape::rounded({0, 0, 10, 10}, 2).distance({5, -1}), 1, 1e-9);
    EXPECT_NEAR(Shape::capsule({0, 0}, {10, 0}, 1).distance({12, 0}), 1, 1e-9);
}

TEST(GeometryTest, SegmentsOfADigitDoNotTouchAndStayNearTheirCell)
{
    const Box cell{0, 0, 200, 370};
    const std::array<Shape, 8> segments = seven_segment(cell);
    for (std::size_t i = 0; i < 7; ++i) {
        const Box box = segments[i].bounds();
        EXPECT_GT(box.left, cell.left - 5);
        EXPECT_LT(box.right, cell.right + 5);
        for (double y = box.top; y < box.bottom; y += 2) {
            for (double x = box.left; x < box.right; x += 2) {
                for (std::size_t other = i + 1; segments[i].distance({x, y}) < 0 && other < 8; ++other) {
                    ASSERT_GT(segments[other].distance({x, y}), 0) << i << " meets " << other;
                }
            }
        }
    }
}

TEST(StrokeFontTest, LetteringIsCentredAndAsHighAsAsked)
{
    Box all{1e9, 1e9, -1e9, -1e9};
    for (const Shape& stroke : lettering("HOME", {500, 100}, 95)) {
        const Box box = stroke.bounds();
        all = {std::min(all.left, box.left), std::min(all.top, box.top), std::max(all.right, box.right),
               std::max(all.bottom, box.bottom)};
    }

    EXPECT_NEAR((all.left + all.right) / 2, 500, 1);
    EXPECT_NEAR(all.top, 100, 1);
    EXPECT_NEAR(all.bottom, 195, 1);
}

TEST(StrokeFontTest, KnowsEveryLetterOfEveryLayout)
{
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        EXPECT_FALSE(lettering(std::string(1, letter), {0, 0}, 10).empty()) << letter;
    }
    for (char digit = '0'; digit <= '9'; ++digit) {
        EXPECT_FALSE(lettering(std::string(1, digit), {0, 0}, 10).empty()) << digit;
    }
}

} // namespace
} // namespace scoreboard::view
