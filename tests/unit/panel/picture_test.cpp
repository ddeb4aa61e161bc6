#include "panel/picture.h"

#include <gtest/gtest.h>

namespace scoreboard::panel {
namespace {

DigitField field_of(int first, int width, int colon = -1)
{
    DigitField field;
    field.first = static_cast<std::uint8_t>(first);
    field.width = static_cast<std::uint8_t>(width);
    field.colon = colon;
    return field;
}

TEST(SegmentsTest, EveryDigitReadsBackAsItself)
{
    for (char digit = '0'; digit <= '9'; ++digit) {
        EXPECT_EQ(character_of(segments_of(digit)), digit);
    }
    EXPECT_EQ(segments_of('8'), 0x7F);
    EXPECT_EQ(segments_of(' '), 0x00);
}

TEST(SegmentsTest, AShapeThatIsNoCharacterReadsAsQuestionMark)
{
    EXPECT_EQ(character_of(0x49), '?');
    EXPECT_EQ(segments_of('~'), 0x00);
}

struct TextRow {
    const char* text;
    int width;
    int colon;
    std::vector<std::uint8_t> cells;
    const char* read_back;
};

class PutTextTest : public testing::TestWithParam<TextRow> {};

INSTANTIATE_TEST_SUITE_P(Texts, PutTextTest,
                         testing::Values(TextRow{"54", 3, -1, {0x00, 0x6D, 0x66}, "54"},
                                         TextRow{"7:42", 4, 1, {0x00, 0x87, 0x66, 0x5B}, "7:42"},
                                         TextRow{"10:00", 4, 1, {0x06, 0xBF, 0x3F, 0x3F}, "10:00"},
                                         TextRow{"42.3", 4, 1, {0x00, 0x66, 0xDB, 0x4F}, "42.3"},
                                         TextRow{"4.9", 2, -1, {0xE6, 0x6F}, "4.9"},
                                         TextRow{"", 2, -1, {0x00, 0x00}, ""},
                                         TextRow{"1234", 3, -1, {0x5B, 0x4F, 0x66}, "234"}));

TEST_P(PutTextTest, WritesRightAlignedAndReadsBack)
{
    const TextRow& row = GetParam();
    const DigitField field = field_of(1, row.width, row.colon);
    Picture picture;
    picture.segments.assign(static_cast<std::size_t>(row.width) + 2, 0x7F);

    put_text(picture, field, row.text);

    EXPECT_EQ(std::vector<std::uint8_t>(picture.segments.begin() + 1, picture.segments.end() - 1), row.cells);
    EXPECT_EQ(picture.segments.front(), 0x7F);
    EXPECT_EQ(picture.segments.back(), 0x7F);
    EXPECT_EQ(text_of(picture.segments, field), row.read_back);
}

} // namespace
} // namespace scoreboard::panel
