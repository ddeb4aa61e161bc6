#include "panel/layout.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

namespace scoreboard::panel {
namespace {

class LayoutTest : public testing::TestWithParam<std::string> {
protected:
    const Layout& layout() const { return *find_layout(GetParam()); }
};

std::vector<std::string> layout_names()
{
    std::vector<std::string> names;
    for (const Layout& layout : all_layouts()) {
        names.push_back(layout.name);
    }
    return names;
}

INSTANTIATE_TEST_SUITE_P(AllLayouts, LayoutTest, testing::ValuesIn(layout_names()), [](const auto& row) {
    std::string name = row.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST_P(LayoutTest, SharesACellOnlyInPlaceAndUnderDifferentCaptions)
{
    std::map<int, std::vector<const DigitField*>> fields_of;
    for (const DigitField& field : layout().digits) {
        for (int cell = field.first; cell < field.first + field.width; ++cell) {
            fields_of[cell].push_back(&field);
        }
    }

    for (const auto& [cell, fields] : fields_of) {
        std::set<std::string> captions;
        for (const DigitField* field : fields) {
            EXPECT_EQ(field->cell_x(cell - field->first), fields[0]->cell_x(cell - fields[0]->first))
                << field->name;
            EXPECT_EQ(field->y, fields[0]->y) << field->name;
            EXPECT_EQ(field->digit_width, fields[0]->digit_width) << field->name;
            EXPECT_TRUE(fields.size() == 1 || !field->captions.empty()) << field->name;
            for (const std::string& caption : field->captions) {
                EXPECT_TRUE(captions.insert(caption).second) << field->name << ", " << caption;
            }
        }
    }
    EXPECT_EQ(fields_of.size(), layout().digit_count);
    EXPECT_EQ(fields_of.rbegin()->first, layout().digit_count - 1);
}

TEST_P(LayoutTest, GivesEveryLampAndCaptionABitOfItsOwn)
{
    std::set<int> taken;

    for (const LampField& lamp : layout().lamps) {
        EXPECT_TRUE(taken.insert(lamp.bit).second) << lamp.name;
        EXPECT_LT(lamp.bit, layout().indicator_bytes * 8);
    }
    for (const CaptionField& caption : layout().captions) {
        EXPECT_TRUE(taken.insert(caption.bit).second) << caption.name;
        EXPECT_LT(caption.bit, layout().indicator_bytes * 8);
    }
    for (const LabelField& label : layout().labels) {
        EXPECT_TRUE(label.bit < 0 || taken.count(label.bit) == 1) << label.text;
    }
}

TEST_P(LayoutTest, KnowsEveryCaptionThatAFieldNeeds)
{
    for (const DigitField& field : layout().digits) {
        for (const std::string& caption : field.captions) {
            EXPECT_NE(layout().caption(caption), nullptr) << field.name << ", " << caption;
        }
    }
}

TEST_P(LayoutTest, GivesEveryClockSlotAField)
{
    std::set<int> slots;

    for (const DigitField& field : layout().digits) {
        if (field.clock_slot >= 0) {
            slots.insert(field.clock_slot);
        }
    }

    EXPECT_EQ(slots.size(), layout().clock_count);
}

TEST_P(LayoutTest, StaysOnItsFace)
{
    for (const DigitField& field : layout().digits) {
        EXPECT_GE(field.x, 0) << field.name;
        EXPECT_LE(field.x + field.total_width(), layout().width_mm) << field.name;
        EXPECT_LE(field.y + field.digit_height, layout().height_mm) << field.name;
    }
    for (const LampField& lamp : layout().lamps) {
        EXPECT_GE(lamp.x, 0) << lamp.name;
        EXPECT_LE(lamp.x + lamp.width, layout().width_mm) << lamp.name;
        EXPECT_LE(lamp.y + lamp.height, layout().height_mm) << lamp.name;
    }
}

TEST_P(LayoutTest, FitsIntoOneImage)
{
    EXPECT_LE(layout().image_size(), 224);
    EXPECT_EQ(layout().text_at() + layout().text_bytes, layout().image_size());
}

TEST(MultisportLayoutTest, KeepsItsImageAndItsHash)
{
    const Layout* multisport = find_layout("multisport");

    ASSERT_NE(multisport, nullptr);
    EXPECT_EQ(multisport->segments_at(), 2);
    EXPECT_EQ(multisport->blink_at(), 21);
    EXPECT_EQ(multisport->clocks_at(), 24);
    EXPECT_EQ(multisport->horn_at(), 56);
    EXPECT_EQ(multisport->test_at(), 64);
    EXPECT_EQ(multisport->brightness_at(), 72);
    EXPECT_EQ(multisport->indicators_at(), 76);
    EXPECT_EQ(multisport->image_size(), 77);
    // Panels in the field carry this number: another one means another layout, and needs another name.
    EXPECT_EQ(multisport->hash(), 0x8EB51582u);
}

TEST(MultisportLayoutTest, HashNamesCellsButNotGeometry)
{
    Layout moved = *find_layout("multisport");
    moved.digits[0].x += 10;
    Layout swapped = *find_layout("multisport");
    std::swap(swapped.digits[0].first, swapped.digits[1].first);

    EXPECT_EQ(moved.hash(), find_layout("multisport")->hash());
    EXPECT_NE(swapped.hash(), find_layout("multisport")->hash());
}

TEST(FindLayoutTest, KnowsNoOtherName)
{
    EXPECT_EQ(find_layout("dot-matrix"), nullptr);
}

} // namespace
} // namespace scoreboard::panel
