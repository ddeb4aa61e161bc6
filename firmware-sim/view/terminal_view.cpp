#include "view/terminal_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "framing/panel_image.h"
#include "panel/picture.h"
#include "view/dots.h"

namespace scoreboard::view {
namespace {

constexpr double kColumnMm = 40; // a character is about twice as high as wide
constexpr double kRowMm = 70;
constexpr int kMargin = 1;
constexpr std::uint32_t kUnlit = 0x3A3A3A;
constexpr std::uint32_t kPaint = 0xC8C8C8;
constexpr std::uint32_t kFrame = 0x707070;

struct Cell {
    std::string_view glyph = " ";
    std::uint32_t colour = 0;
    bool bold = false;
};

class Sheet {
public:
    Sheet(int columns, int rows)
        : columns_(columns), cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
    {
    }

    void put(int column, int row, Cell cell)
    {
        const int rows = static_cast<int>(cells_.size()) / columns_;
        if (column >= 0 && column < columns_ && row >= 0 && row < rows) {
            cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)] = cell;
        }
    }
    std::string text() const;

private:
    int columns_;
    std::vector<Cell> cells_;
};

std::string colour_code(const Cell& cell)
{
    const std::uint32_t colour = cell.colour;
    return std::string("\x1b[0") + (cell.bold ? ";1" : "") + ";38;2;" + std::to_string(colour >> 16 & 0xFF) +
           ";" + std::to_string(colour >> 8 & 0xFF) + ";" + std::to_string(colour & 0xFF) + "m";
}

std::string Sheet::text() const
{
    std::string text;
    std::string last;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (cells_[i].glyph != " ") {
            if (const std::string code = colour_code(cells_[i]); code != last) {
                text += code;
                last = code;
            }
        }
        text += cells_[i].glyph;
        if ((i + 1) % static_cast<std::size_t>(columns_) == 0) {
            text += "\x1b[0m\x1b[K\n";
            last.clear();
        }
    }
    return text;
}

int column_of(double x)
{
    return kMargin + static_cast<int>(std::lround(x / kColumnMm));
}

int row_of(double y)
{
    return kMargin + static_cast<int>(std::lround(y / kRowMm));
}

// Characters of a digit's horizontal and of half its vertical segments.
struct Strokes {
    int across, down;
};

Strokes strokes_of(const panel::DigitField& field)
{
    const int across = std::max(1, static_cast<int>(std::lround(field.digit_width / kColumnMm)) - 2);
    const int down = std::max(1, static_cast<int>(std::lround((field.digit_height / kRowMm - 3) / 2)));
    return {across, down};
}

void draw_digit(Sheet& sheet, int left, int top, Strokes strokes, std::uint8_t segments, std::uint32_t colour)
{
    // Lit strokes are heavy, unlit ones light: they can be told apart without colours too.
    const auto stroke = [&](int segment, std::string_view heavy, std::string_view thin) {
        const bool lit = (segments >> segment & 1) != 0;
        return Cell{lit ? heavy : thin, lit ? colour : kUnlit, lit};
    };
    const auto across = [&](int segment) { return stroke(segment, "━", "─"); };
    const auto down = [&](int segment) { return stroke(segment, "┃", "│"); };
    const int right = left + strokes.across + 1;
    const int middle = top + strokes.down + 1;
    const int bottom = middle + strokes.down + 1;
    for (int i = 0; i < strokes.across; ++i) {
        sheet.put(left + 1 + i, top, across(0));
        sheet.put(left + 1 + i, middle, across(6));
        sheet.put(left + 1 + i, bottom, across(3));
    }
    for (int i = 0; i < strokes.down; ++i) {
        sheet.put(right, top + 1 + i, down(1));
        sheet.put(right, middle + 1 + i, down(2));
        sheet.put(left, middle + 1 + i, down(4));
        sheet.put(left, top + 1 + i, down(5));
    }
}

// Glyphs are views, so every painted character needs a home that lasts.
std::string_view painted(char character)
{
    static constexpr std::string_view kAscii =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZbcdhnortuy_";
    const std::size_t at = kAscii.find(character);
    return at == std::string_view::npos ? std::string_view("?") : kAscii.substr(at, 1);
}

// A small digit is one character: strokes need five rows.
constexpr double kStrokesFrom = 205; // mm of height

void draw_small_field(Sheet& sheet, const panel::DigitField& field, const Light& light)
{
    for (int i = 0; i < field.width; ++i) {
        const std::uint8_t segments =
            light.segments.at(std::size_t{field.first} + static_cast<std::size_t>(i));
        const char character = panel::character_of(segments);
        const bool dark = character == ' ';
        const int column = column_of(field.cell_x(i));
        sheet.put(column, row_of(field.y),
                  {dark ? std::string_view("·") : painted(character), dark ? kUnlit : field.colour, !dark});
        if ((segments & kSegmentPoint) != 0) {
            sheet.put(column + 1, row_of(field.y), {i == field.colon ? ":" : ".", field.colour, true});
        }
    }
}

void draw_field(Sheet& sheet, const panel::DigitField& field, const Light& light)
{
    if (field.digit_height < kStrokesFrom) {
        draw_small_field(sheet, field, light);
        return;
    }
    const Strokes strokes = strokes_of(field);
    const int top = row_of(field.y);
    for (int i = 0; i < field.width; ++i) {
        const std::uint8_t segments =
            light.segments.at(std::size_t{field.first} + static_cast<std::size_t>(i));
        const int left = column_of(field.cell_x(i));
        draw_digit(sheet, left, top, strokes, segments, field.colour);
        const bool lit = (segments & kSegmentPoint) != 0;
        const int bottom = top + 2 * strokes.down + 2;
        if (i == field.colon) {
            const int column = column_of(field.colon_x());
            const Cell dot{"●", lit ? field.colour : kUnlit, lit};
            sheet.put(column, top + 1, dot);
            sheet.put(column, bottom - 1, dot);
        } else if (lit) {
            sheet.put(left + strokes.across + 2, bottom, {"●", field.colour, true});
        }
    }
}

std::string_view glyph_of(char shape)
{
    switch (shape) {
    case '<':
        return "◀";
    case '>':
        return "▶";
    case '^':
        return "▲";
    case 'v':
        return "▼";
    case 'd':
        return "◆";
    case '-':
        return "▬";
    default:
        return "●";
    }
}

void draw_lamp(Sheet& sheet, const panel::LampField& lamp, const Light& light)
{
    const bool lit = lamp_is_lit(lamp, light);
    sheet.put(column_of(lamp.x + lamp.width / 2), row_of(lamp.y + lamp.height / 2),
              {glyph_of(lamp.shape), lit ? lamp.colour : kUnlit, lit});
}

void draw_label(Sheet& sheet, const panel::LabelField& label)
{
    const int left = column_of(label.x) - static_cast<int>(label.text.size()) / 2;
    for (std::size_t i = 0; i < label.text.size(); ++i) {
        sheet.put(left + static_cast<int>(i), row_of(label.y), {painted(label.text[i]), kPaint, false});
    }
}

void draw_frame(Sheet& sheet, int columns, int rows)
{
    for (int column = 1; column < columns - 1; ++column) {
        sheet.put(column, 0, {"─", kFrame, false});
        sheet.put(column, rows - 1, {"─", kFrame, false});
    }
    for (int row = 1; row < rows - 1; ++row) {
        sheet.put(0, row, {"│", kFrame, false});
        sheet.put(columns - 1, row, {"│", kFrame, false});
    }
    sheet.put(0, 0, {"╭", kFrame, false});
    sheet.put(columns - 1, 0, {"╮", kFrame, false});
    sheet.put(0, rows - 1, {"╰", kFrame, false});
    sheet.put(columns - 1, rows - 1, {"╯", kFrame, false});
}

// A character of Braille is two dots wide and four high.
constexpr int kDotsAcross = 2;
constexpr int kDotsDown = 4;

int dot_rows(const panel::Layout& layout)
{
    return (layout.dots.rows + kDotsDown - 1) / kDotsDown;
}

std::string braille(int pattern)
{
    const int code = 0x2800 + pattern;
    return {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
            static_cast<char>(0x80 | (code & 0x3F))};
}

std::string draw_dot_terminal(const panel::Layout& layout, const Light& light)
{
    static constexpr int kBits[kDotsDown][kDotsAcross] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    const Dots dots = draw_dots(layout, light);
    std::string text;
    for (int row = 0; row < dots.rows; row += kDotsDown) {
        for (int column = 0; column < dots.columns; column += kDotsAcross) {
            int pattern = 0;
            std::uint32_t colour = 0;
            for (int i = 0; i < kDotsDown * kDotsAcross; ++i) {
                const int down = i / kDotsAcross, across = i % kDotsAcross;
                if (const std::uint32_t lit = dots.at(column + across, row + down); lit != 0) {
                    pattern |= kBits[down][across];
                    colour = lit;
                }
            }
            text += pattern == 0 ? " " : colour_code({"", colour, true}) + braille(pattern);
        }
        text += "\x1b[0m\x1b[K\n";
    }
    return text;
}

} // namespace

int terminal_rows(const panel::Layout& layout)
{
    if (layout.dots.columns > 0) {
        return dot_rows(layout);
    }
    return row_of(layout.height_mm) + kMargin;
}

std::string draw_terminal(const panel::Layout& layout, const Light& light)
{
    if (layout.dots.columns > 0) {
        return draw_dot_terminal(layout, light);
    }
    const int columns = column_of(layout.width_mm) + kMargin;
    const int rows = terminal_rows(layout);
    Sheet sheet(columns, rows);
    draw_frame(sheet, columns, rows);
    for (const panel::LabelField& label : layout.labels) {
        if (label.bit < 0 || panel::bit_is_lit(light.indicators, label.bit)) {
            draw_label(sheet, label);
        }
    }
    for (const panel::DigitField* field : fields_with_windows(layout)) {
        draw_field(sheet, *field, light);
    }
    for (const panel::LampField& lamp : layout.lamps) {
        draw_lamp(sheet, lamp, light);
    }
    return sheet.text();
}

std::string describe(const panel::Layout& layout, const Light& light)
{
    static constexpr std::array<std::pair<const char*, const char*>, 9> kWords = {
        {{"home.score", "HOME "},
         {"guest.score", "  GUEST "},
         {"clock", "  clock "},
         {"period", "  period "},
         {"shot", "  shot "},
         {"home.fouls", "  fouls "},
         {"guest.fouls", ":"},
         {"home.timeouts", "  time-outs "},
         {"guest.timeouts", ":"}}};
    std::string line;
    for (const auto& [name, word] : kWords) {
        if (const panel::DigitField* field = layout.digit_field(name); field != nullptr) {
            const std::string text = read_meant(layout, *field, light);
            line += word + (text.empty() ? "-" : text);
        }
    }
    for (const panel::DigitField& field : layout.digits) {
        const bool said = std::any_of(kWords.begin(), kWords.end(),
                                      [&field](const auto& word) { return word.first == field.name; });
        if (const std::string text = said ? "" : read_meant(layout, field, light); !text.empty()) {
            line += "  " + field.name + " " + text;
        }
    }
    for (const panel::TextField& field : layout.texts) {
        if (const std::string text = read_text(field, light); !text.empty()) {
            line += "  " + field.name + " " + text;
        }
    }
    for (const panel::LampField& lamp : layout.lamps) {
        if (lamp_is_lit(lamp, light)) {
            line += "  [" + lamp.name + "]";
        }
    }
    return line;
}

} // namespace scoreboard::view
