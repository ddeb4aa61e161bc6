#include "panel/layouts/layouts.h"

#include <array>
#include <string>
#include <utility>

#include "panel/layouts/led_colours.h"
#include "panel/layouts/segments.h"

namespace scoreboard::panel {
namespace {

// A sheet of 3.6 m x 2.08 m that every sport finds itself on. No sport has penalties and downs, or fouls and
// sets: such fields share their cells, and the caption that is lit above them says what they mean. So a panel
// of 60 cells stays within one image, and what a sport does not have is not seen at all.
constexpr double kWidth = 3600;
constexpr double kHeight = 2080;
constexpr double kHomeMiddle = 620;
constexpr double kCentre = kWidth / 2;
constexpr double kGuestMiddle = kWidth - kHomeMiddle;
constexpr double kCaptionHeight = 60;
constexpr double kWordHeight = 44;
constexpr double kBonusHeight = 34;

constexpr DigitSize kLarge{260, 480, 312};
constexpr DigitSize kClock{190, 370, 226};
constexpr DigitSize kMedium{174, 320, 210};
constexpr DigitSize kSmall{145, 265, 176};
constexpr DigitSize kTiny{100, 170, 124};

// Clock slots: the game clock, the clock under it, then three penalties a side.
constexpr int kHomePenaltySlots = 2;
constexpr int kGuestPenaltySlots = 5;
constexpr int kPenaltyRows = 3;
constexpr std::array<double, kPenaltyRows> kRowTops = {1345, 1560, 1775};

DigitField under(DigitField field, std::vector<std::string> captions, int clock_slot = -1)
{
    field.captions = std::move(captions);
    field.clock_slot = clock_slot;
    return field;
}

// Another meaning of some of a field's cells, where they stand.
DigitField shared(const DigitField& field, const std::string& name, int offset, int width,
                  const std::string& caption, int clock_slot = -1)
{
    DigitField other = under(field, {caption}, clock_slot);
    other.name = name;
    other.first = static_cast<std::uint8_t>(field.first + offset);
    other.width = static_cast<std::uint8_t>(width);
    other.x = field.cell_x(offset);
    if (offset != 0 || width != field.width) {
        other.colon = -1;
    }
    return other;
}

class Builder {
public:
    Layout build();

private:
    int cells(int count) { return std::exchange(next_cell_, next_cell_ + count); }
    void lamp(const char* name, double middle, double top, double width, double height, char shape,
              std::uint32_t colour);
    void word_lamp(const char* name, const char* word, double middle, double top, std::uint32_t colour);
    int caption(const char* name);
    void lit(const char* text, const char* name, double middle, double top, double height = kCaptionHeight);
    void scores_and_clock();
    void centre();
    void side(const std::string& side, double middle, double outwards);
    void block(const std::string& side, double middle, double outwards);
    void counts();
    void lamps();
    void row_word(const char* text, const char* name, double x, int row);
    DigitField pair_of(const std::string& side, int row) const;

    Layout layout_;
    int next_cell_ = 0;
    std::uint8_t next_bit_ = 0;
};

void Builder::lamp(const char* name, double middle, double top, double width, double height, char shape,
                   std::uint32_t colour)
{
    layout_.lamps.push_back({name, next_bit_++, middle - width / 2, top, width, height, colour, shape});
}

// A lamp that lights its own word.
void Builder::word_lamp(const char* name, const char* word, double middle, double top, std::uint32_t colour)
{
    layout_.labels.push_back({word, middle, top, kWordHeight, next_bit_});
    lamp(name, middle, top + 62, 150, 40, '-', colour);
}

int Builder::caption(const char* name)
{
    if (const CaptionField* known = layout_.caption(name)) {
        return known->bit;
    }
    layout_.captions.push_back({name, next_bit_});
    return next_bit_++;
}

void Builder::lit(const char* text, const char* name, double middle, double top, double height)
{
    layout_.labels.push_back({text, middle, top, height, caption(name)});
}

void Builder::scores_and_clock()
{
    layout_.labels.push_back({"HOME", kHomeMiddle, 80, 95});
    layout_.labels.push_back({"GUEST", kGuestMiddle, 80, 95});
    layout_.digits.push_back(digits_around("home.score", cells(3), 3, kHomeMiddle, 235, kLarge, kRed));
    layout_.digits.push_back(digits_around("guest.score", cells(3), 3, kGuestMiddle, 235, kLarge, kRed));
    layout_.digits.push_back(
        under(with_colon(digits_around("clock", cells(5), 5, kCentre, 235, kClock, kAmber), 2, 65), {}, 0));
}

void Builder::centre()
{
    layout_.digits.push_back(digits_around("period", cells(2), 2, kCentre, 790, kMedium, kAmber));
    for (const auto& [text, name] : {std::pair{"PERIOD", "period"}, std::pair{"SET", "set"},
                                     std::pair{"INNING", "inning"}, std::pair{"ROUND", "round"}}) {
        lit(text, name, kCentre, 695);
    }
    for (const auto& [text, name] : {std::pair{"SHOT CLOCK", "shot"}, std::pair{"PLAY CLOCK", "play"},
                                     std::pair{"PITCH CLOCK", "pitch"}, std::pair{"JAM", "jam"}}) {
        lit(text, name, kCentre, 1180);
    }
    const DigitField shot =
        with_colon(digits_around("shot", cells(3), 3, kCentre, 1275, kMedium, kRed), 0, 45);
    layout_.digits.push_back(under(shot, {"shot", "play", "pitch"}, 1));
    layout_.digits.push_back(shared(shot, "jam.clock", 0, 3, "jam", 1));
    const DigitField extra = digits_around("added", cells(2), 2, kCentre, 1745, kTiny, kAmber);
    lit("ADDED TIME", "added", kCentre, 1660, kWordHeight);
    lit("JAM NUMBER", "jam", kCentre, 1660, kWordHeight);
    layout_.digits.push_back(under(extra, {"added"}));
    layout_.digits.push_back(shared(extra, "jam", 0, 2, "jam"));
}

void Builder::side(const std::string& side, double middle, double outwards)
{
    const double left = middle + outwards * 230;
    const double right = middle - outwards * 240;
    for (const auto& [text, name] :
         {std::pair{"TEAM FOULS", "fouls"}, std::pair{"SETS", "sets"}, std::pair{"HITS", "hits"},
          std::pair{"SHOTS", "shots"}, std::pair{"SHOOT-OUT", "shootout"}}) {
        lit(text, name, left, 800);
    }
    const DigitField fouls = digits_around(side + ".fouls", cells(2), 2, left, 890, kSmall, kGreen);
    layout_.digits.push_back(under(fouls, {"fouls"}));
    for (const char* name : {"sets", "hits", "shots", "shootout"}) {
        layout_.digits.push_back(shared(fouls, side + "." + name, 0, 2, name));
    }
    lit("TIME-OUTS", "timeouts", right, 800);
    lit("ERRORS", "errors", right, 800);
    const DigitField timeouts = digits_around(side + ".timeouts", cells(1), 1, right, 890, kSmall, kGreen);
    layout_.digits.push_back(under(timeouts, {"timeouts"}));
    layout_.digits.push_back(shared(timeouts, side + ".errors", 0, 1, "errors"));
    lit("BONUS", "fouls", middle - outwards * 40, 940, kBonusHeight);
    lit("NOW", "timeouts", middle - outwards * 420, 1020, kWordHeight);
}

// Three rows of a number and a time, and what else stands there.
void Builder::block(const std::string& side, double middle, double outwards)
{
    const double left = middle - 413 - outwards * 130;
    lit("PENALTIES", "penalties", left + 413, 1245);
    lit("SET BY SET", "by_set", left + 413, 1245);
    const int slots = side == "home" ? kHomePenaltySlots : kGuestPenaltySlots;
    for (int row = 0; row < kPenaltyRows; ++row) {
        const double top = kRowTops[static_cast<std::size_t>(row)];
        const std::string name = side + ".penalty" + std::to_string(row + 1);
        const DigitField player =
            digits_around(name + ".player", cells(2), 2, left + 112, top, kTiny, kGreen);
        const DigitField time =
            with_colon(digits_around(name + ".time", cells(4), 4, left + 570, top, kTiny, kAmber), 1, 40);
        layout_.digits.push_back(under(player, {"penalties"}));
        layout_.digits.push_back(under(time, {"penalties"}, slots + row));
        layout_.digits.push_back(shared(player, side + ".set" + std::to_string(row + 1), 0, 2, "by_set"));
        layout_.digits.push_back(shared(time, side + ".set" + std::to_string(row + 4), 2, 2, "by_set"));
    }
}

DigitField Builder::pair_of(const std::string& side, int row) const
{
    return *layout_.digit_field(side + ".penalty" + std::to_string(row + 1) + ".player");
}

void Builder::row_word(const char* text, const char* name, double x, int row)
{
    lit(text, name, x, kRowTops[static_cast<std::size_t>(row)] + 62, kWordHeight);
}

void Builder::counts()
{
    constexpr double kHomeWords = 200;
    constexpr double kGuestWords = kWidth - kHomeWords;
    const auto count = [this](const char* field, const char* caption, const std::string& side, int row) {
        layout_.digits.push_back(shared(pair_of(side, row), field, 0, 2, caption));
    };
    row_word("DOWN", "downs", kHomeWords, 0);
    row_word("TO GO", "downs", kHomeWords, 1);
    row_word("BALL ON", "downs", kGuestWords, 0);
    count("down", "downs", "home", 0);
    count("to_go", "downs", "home", 1);
    count("ball_on", "downs", "guest", 0);
    row_word("BALL", "count", kHomeWords, 0);
    row_word("STRIKE", "count", kHomeWords, 1);
    row_word("OUT", "count", kHomeWords, 2);
    row_word("AT BAT", "count", kGuestWords, 0);
    count("balls", "count", "home", 0);
    count("strikes", "count", "home", 1);
    count("outs", "count", "home", 2);
    count("batter", "count", "guest", 0);
}

void Builder::lamps()
{
    lamp("possession.home", kCentre - 330, 865, 170, 170, '<', kAmber);
    lamp("possession.guest", kCentre + 330, 865, 170, 170, '>', kAmber);
    lamp("bonus.home", kHomeMiddle + 40, 1010, 95, 95, 'o', kRed);
    lamp("bonus.guest", kGuestMiddle - 40, 1010, 95, 95, 'o', kRed);
    lamp("timeout.home", kHomeMiddle + 420, 1095, 140, 50, '-', kAmber);
    lamp("timeout.guest", kGuestMiddle - 420, 1095, 140, 50, '-', kAmber);
    lamp("horn", kCentre, 90, 80, 80, 'o', kRed);
    lamp("fault", kWidth - 60, kHeight - 80, 40, 40, 'o', kAmber);
    constexpr double kLeft = kCentre - 475; // between the middle column and a side's
    constexpr double kRight = kCentre + 475;
    lamp("half.top", kLeft, 1300, 130, 110, '^', kAmber);
    lamp("half.bottom", kLeft, 1450, 130, 110, 'v', kAmber);
    lamp("base.1", kRight + 68, 1418, 84, 84, 'd', kAmber);
    lamp("base.2", kRight, 1345, 84, 84, 'd', kAmber);
    lamp("base.3", kRight - 68, 1418, 84, 84, 'd', kAmber);
    word_lamp("lamp.flag", "FLAG", kRight, 1690, kAmber);
    word_lamp("lamp.hit", "HIT", kLeft, 1690, kGreen);
    word_lamp("lamp.error", "ERROR", kRight, 1690, kRed);
    word_lamp("lamp.lead home", "LEAD", kHomeMiddle + 40, 1125, kGreen);
    word_lamp("lamp.lead guest", "LEAD", kGuestMiddle - 40, 1125, kGreen);
}

Layout Builder::build()
{
    layout_.name = "multisport-large";
    layout_.width_mm = kWidth;
    layout_.height_mm = kHeight;
    lamps();
    scores_and_clock();
    centre();
    side("home", kHomeMiddle, -1);
    side("guest", kGuestMiddle, 1);
    block("home", kHomeMiddle, -1);
    block("guest", kGuestMiddle, 1);
    counts();
    layout_.digit_count = static_cast<std::uint8_t>(next_cell_);
    layout_.clock_count = kGuestPenaltySlots + kPenaltyRows;
    layout_.indicator_bytes = static_cast<std::uint8_t>((next_bit_ + 7) / 8);
    return layout_;
}

} // namespace

Layout multisport_large_layout()
{
    return Builder().build();
}

} // namespace scoreboard::panel
