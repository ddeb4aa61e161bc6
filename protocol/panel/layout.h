#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace scoreboard::panel {

// Where one field of the game stands on the panel: `width` digit cells from `first`, text right-aligned.
struct DigitField {
    std::string name; // "home.score", "clock", "period", "shot", "home.fouls", …
    std::uint8_t first = 0;
    std::uint8_t width = 0;
    int clock_slot = -1; // the slot that draws into these cells, or -1
    // Geometry for pictures, in millimetres from the panel's top left corner. Digits stand `pitch` apart.
    double x = 0, y = 0, digit_width = 0, digit_height = 0;
    std::uint32_t colour = 0xFF2A00; // of lit segments, 0xRRGGBB
    double pitch = 0;
    int colon = -1; // the cell whose bit 7 is a colon; everywhere else it is a decimal point
    double colon_width = 0;
    // Cells may be shared by fields that no sport has together: a field is meant while one of its captions is
    // lit. Without captions it always is.
    std::vector<std::string> captions;

    // Left edge of the field's cell `index`, 0 … width - 1.
    double cell_x(int index) const;
    // Middle of the colon.
    double colon_x() const;
    double total_width() const;
};
struct LampField {
    std::string name;     // "possession.home", "bonus.home", "timeout.home", "horn", …
    std::uint8_t bit = 0; // in the indicator bytes
    double x = 0, y = 0, width = 0, height = 0;
    std::uint32_t colour = 0xFFB000;
    char shape = 'o'; // 'o' round, '<' '>' '^' 'v' arrows, 'd' diamond, '-' bar
};
// Characters of a dot-matrix panel, one byte each in ISO 8859-1. The panel draws them as large as the box
// allows, in its middle.
struct TextField {
    std::string name; // "home.name", "period", …
    std::uint8_t first = 0;
    std::uint8_t width = 0; // characters
    double x = 0, y = 0, box_width = 0, box_height = 0;
    std::uint32_t colour = 0xFFB000;
};
// A panel whose face is dots: digits, lamps and text are drawn with them.
struct DotGrid {
    int columns = 0, rows = 0; // none: a panel of segments
    double pitch = 0;          // mm
    double x = 0, y = 0;       // of the grid's top left corner
};
struct LabelField { // painted on the panel's face, or lit from behind
    std::string text;
    double x = 0; // of the text's middle
    double y = 0; // of its top
    double height = 0;
    int bit = -1; // in the indicator bytes: the text is seen while it is lit; -1: painted
};
// A bit that lights words on the panel's face, and so says what the cells under them mean.
struct CaptionField {
    std::string name; // "fouls", "penalties", …
    std::uint8_t bit = 0;
};

// One kind of panel: which cell shows which field, the image's parts, the geometry. One file each in
// layouts/.
struct Layout {
    std::string name; // "multisport"
    double width_mm = 0, height_mm = 0;
    std::vector<DigitField> digits;
    std::vector<LampField> lamps;
    std::vector<LabelField> labels;
    std::vector<CaptionField> captions;
    std::vector<TextField> texts;
    DotGrid dots;
    std::uint8_t digit_count = 0;
    std::uint8_t clock_count = 0;
    std::uint8_t indicator_bytes = 0;
    std::uint8_t text_bytes = 0;

    // Offsets of the image's parts, in the order: time base, segments, blink, clock slots, horn, test,
    // brightness, indicators, text (protocol/panel-link.md, "The image").
    std::uint8_t segments_at() const;
    std::uint8_t blink_at() const;
    std::uint8_t clocks_at() const;
    std::uint8_t horn_at() const;
    std::uint8_t test_at() const;
    std::uint8_t brightness_at() const;
    std::uint8_t indicators_at() const;
    std::uint8_t text_at() const;
    std::uint8_t image_size() const; // at most 224
    std::uint8_t blink_bytes() const;
    // Names what both ends must agree on: name, counts, fields and cells. Geometry and colours are not in it.
    std::uint32_t hash() const;

    const DigitField* digit_field(const std::string& name) const;
    const LampField* lamp(const std::string& name) const;
    const TextField* text(const std::string& name) const;
    const CaptionField* caption(const std::string& name) const;
    // Whether the field's cells mean this field while these lamps are lit.
    bool means(const DigitField& field, std::span<const std::uint8_t> indicators) const;
};

bool bit_is_lit(std::span<const std::uint8_t> indicators, int bit);

const std::vector<Layout>& all_layouts(); // layouts/all_layouts.cpp
const Layout* find_layout(const std::string& name);

} // namespace scoreboard::panel
