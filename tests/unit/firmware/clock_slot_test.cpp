#include "firmware/clock_slot.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace {

constexpr std::uint8_t kGame = kClockTenthsBelow60 | kClockCeil | kClockBlankLeadingZero;
constexpr std::uint8_t kShotClock = kClockSeconds | kClockTenthsBelow5 | kClockCeil | kClockBlankLeadingZero;

std::string drawn(std::uint8_t format, std::uint8_t width, std::int32_t value_ms)
{
    static const std::vector<std::uint8_t> kShapes = {0x3F, 0x06, 0x5B, 0x4F, 0x66,
                                                      0x6D, 0x7D, 0x07, 0x7F, 0x6F};
    clock_slot slot{};
    slot.mode = kClockModeDown;
    slot.format = format;
    slot.width = width;
    std::vector<std::uint8_t> cells(width);
    clock_slot_draw(&slot, value_ms, cells.data());
    std::string text;
    for (std::size_t i = 0; i < width; ++i) {
        char character = ' ';
        for (std::size_t digit = 0; digit < kShapes.size(); ++digit) {
            if ((cells[i] & 0x7F) == kShapes[digit]) {
                character = static_cast<char>('0' + digit);
            }
        }
        text += character;
        if ((cells[i] & kSegmentPoint) != 0) {
            text += i + 3 == width ? ':' : '.';
        }
    }
    return text;
}

TEST(ClockSlotTest, DrawsEveryValueAsItsFormatSays)
{
    const std::uint8_t floor = kClockTenthsBelow60 | kClockBlankLeadingZero;
    const struct {
        const char* name;
        std::uint8_t format;
        std::uint8_t width;
        std::int32_t value_ms;
        const char* text;
    } rows[] = {
        {"full period", kGame, 4, 600'000, "10:00"},
        {"first second still shows it", kGame, 4, 599'001, "10:00"},
        {"one second later", kGame, 4, 599'000, " 9:59"},
        {"last whole second", kGame, 4, 60'000, " 1:00"},
        {"rounds up to the minute", kGame, 4, 59'901, " 1:00"},
        {"first tenth", kGame, 4, 59'900, " 59.9"},
        {"tenths", kGame, 4, 42'250, " 42.3"},
        {"below ten seconds", kGame, 4, 4'900, "  4.9"},
        {"the last millisecond", kGame, 4, 1, "  0.1"},
        {"expired", kGame, 4, 0, "  0.0"},
        {"floor shows the second begun", floor, 4, 599'999, " 9:59"},
        {"floor shows tenths at once", floor, 4, 59'999, " 59.9"},
        {"floor shows zero early", floor, 4, 99, "  0.0"},
        {"leading zero", kClockCeil, 4, 462'000, "07:42"},
        {"no tenths", kClockCeil | kClockBlankLeadingZero, 4, 4'900, " 0:05"},
        {"leading zero of tenths", kClockTenthsBelow60 | kClockCeil, 4, 4'900, " 04.9"},
        {"more than fits", kGame, 4, 6'000'000, "99:59"},
        {"five cells", kClockBlankLeadingZero, 5, 7'265'000, "121:05"},
        {"five cells, the most that fits", kGame, 5, 60'000'000, "999:59"},
        {"five cells, tenths", kGame, 5, 42'250, "  42.3"},
        {"three cells", kGame, 3, 600'000, "9:59"},
        {"shot clock", kShotClock, 2, 24'000, "24"},
        {"shot clock, one digit", kShotClock, 2, 9'000, " 9"},
        {"shot clock at five", kShotClock, 2, 5'000, " 5"},
        {"shot clock below five", kShotClock, 2, 4'900, "4.9"},
        {"shot clock expired", kShotClock, 2, 0, "0.0"},
        {"whole seconds with a zero", kClockSeconds | kClockCeil, 2, 9'000, "09"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(drawn(row.format, row.width, row.value_ms), row.text) << row.name;
    }
}

TEST(ClockSlotTest, ValueFollowsPanelTimeWithinItsLimits)
{
    const struct {
        const char* name;
        std::uint8_t mode;
        std::int32_t value_ms;
        std::uint32_t anchor_ms;
        std::uint16_t limit_s;
        std::uint32_t now_ms;
        bool runs;
        std::int32_t expected;
    } rows[] = {
        {"down", kClockModeDown, 10'000, 500, 0, 1'500, true, 9'000},
        {"down to zero", kClockModeDown, 10'000, 500, 0, 60'000, true, 0},
        {"up", kClockModeUp, 10'000, 500, 0, 1'500, true, 11'000},
        {"up to its limit", kClockModeUp, 10'000, 500, 12, 60'000, true, 12'000},
        {"frozen", kClockModeFrozen, 10'000, 500, 0, 60'000, true, 10'000},
        {"another boot's time stands", kClockModeDown, 10'000, 500, 0, 60'000, false, 10'000},
        {"anchor ahead has not started", kClockModeDown, 10'000, 2'000, 0, 1'500, true, 10'000},
        {"over the wrap of panel time", kClockModeDown, 10'000, 0xFFFFFE0C, 0, 500, true, 9'000},
        {"negative value is zero", kClockModeFrozen, -5, 0, 0, 0, true, 0},
    };
    for (const auto& row : rows) {
        const clock_slot slot{row.mode, kGame, 0, 4, row.value_ms, row.anchor_ms, row.limit_s, 0};
        EXPECT_EQ(clock_slot_value(&slot, row.now_ms, row.runs), row.expected) << row.name;
    }
}

// Stepping from one announced change to the next must meet every picture that a millisecond clock would see.
TEST(ClockSlotTest, NoPictureComesBeforeItsAnnouncedChange)
{
    for (const std::uint8_t mode : {kClockModeDown, kClockModeUp}) {
        for (const int rounding : {0, int{kClockCeil}}) {
            const auto format = static_cast<std::uint8_t>(kClockTenthsBelow60 | rounding);
            const clock_slot slot{mode, format, 0, 4, mode == kClockModeDown ? 62'345 : 57'655, 0, 65, 0};
            std::uint32_t due_ms = 0;
            std::vector<std::uint8_t> before(4), cells(4);
            for (std::uint32_t now_ms = 0; now_ms < 63'000; ++now_ms) {
                const std::int32_t value_ms = clock_slot_value(&slot, now_ms, true);
                clock_slot_draw(&slot, value_ms, cells.data());
                if (now_ms >= due_ms) {
                    const std::int32_t in = clock_slot_changes_in(&slot, value_ms);
                    due_ms = in == kClockNeverMs ? 0xFFFFFFFF : now_ms + static_cast<std::uint32_t>(in);
                } else {
                    ASSERT_EQ(cells, before) << "mode " << int{mode} << " at " << value_ms;
                }
                before = cells;
            }
        }
    }
}

} // namespace
