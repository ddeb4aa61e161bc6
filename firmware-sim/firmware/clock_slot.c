#include "firmware/clock_slot.h"

#include <string.h>

#include "framing/little_endian.h"

static const uint8_t kDigits[10] = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};

struct clock_slot clock_slot_read(const uint8_t* slot)
{
    const struct clock_slot clock = {
        .mode = slot[kClockMode],
        .format = slot[kClockFormat],
        .first = slot[kClockFirst],
        .width = slot[kClockWidth],
        .value_ms = (int32_t)get_u32(slot + kClockValueMs),
        .anchor_ms = get_u32(slot + kClockAnchorMs),
        .limit_s = get_u16(slot + kClockLimitS),
        .expiry = slot[kClockExpiry],
    };
    return clock;
}

static bool is_running(const struct clock_slot* slot)
{
    return slot->mode == kClockModeDown || slot->mode == kClockModeUp;
}

int32_t clock_slot_value(const struct clock_slot* slot, uint32_t now_ms, bool runs)
{
    int64_t value = slot->value_ms;
    if (runs && is_running(slot)) {
        // An anchor a little ahead (the offset is only an estimate) is a clock that has not started yet:
        // 10:00.0 must not show 10:01.
        const int32_t elapsed = (int32_t)(now_ms - slot->anchor_ms);
        const int64_t forward = elapsed > 0 ? elapsed : 0;
        value += slot->mode == kClockModeUp ? forward : -forward;
    }
    const int64_t top =
        slot->mode == kClockModeUp && slot->limit_s != 0 ? (int64_t)slot->limit_s * 1000 : INT32_MAX;
    value = value > top ? top : value;
    return (int32_t)(value < 0 ? 0 : value);
}

bool clock_slot_has_expired(const struct clock_slot* slot, int32_t value_ms)
{
    if (slot->mode == kClockModeUp) {
        return slot->limit_s != 0 && value_ms >= (int32_t)slot->limit_s * 1000;
    }
    return slot->mode == kClockModeDown && value_ms == 0;
}

static int32_t tenths_below_ms(const struct clock_slot* slot)
{
    if ((slot->format & kClockTenthsBelow60) != 0) {
        return 60000;
    }
    return (slot->format & kClockTenthsBelow5) != 0 ? 5000 : 0;
}

int32_t clock_slot_changes_in(const struct clock_slot* slot, int32_t value_ms)
{
    if (!is_running(slot) || clock_slot_has_expired(slot, value_ms)) {
        return kClockNeverMs;
    }
    // One second early: the first tenth is drawn while the value is still rounded up to a whole second.
    const int32_t step = value_ms <= tenths_below_ms(slot) + 1000 ? 100 : 1000;
    const bool ceil = (slot->format & kClockCeil) != 0;
    if (slot->mode == kClockModeUp) {
        return ceil ? step - (value_ms + step - 1) % step : step - value_ms % step;
    }
    const int32_t change = ceil ? (value_ms - 1) % step + 1 : value_ms % step + 1;
    return change < value_ms ? change : value_ms;
}

// The cells from the right: digits of `number`, at least `digits_min` of them, the rest dark.
static void draw_number(uint8_t* cells, uint8_t count, int32_t number, uint8_t digits_min)
{
    for (uint8_t i = 0; i < count; ++i) {
        cells[count - 1 - i] = number > 0 || i < digits_min ? kDigits[number % 10] : 0;
        number /= 10;
    }
}

static int32_t rounded(int32_t value_ms, int32_t step, bool ceil)
{
    return (int32_t)(((int64_t)value_ms + (ceil ? step - 1 : 0)) / step);
}

void clock_slot_draw(const struct clock_slot* slot, int32_t value_ms, uint8_t* cells)
{
    const uint8_t width = slot->width;
    const bool ceil = (slot->format & kClockCeil) != 0;
    const uint8_t leading = (slot->format & kClockBlankLeadingZero) != 0 ? 1 : 2;
    memset(cells, 0, width);

    const int32_t tenths = rounded(value_ms, 100, ceil);
    if (tenths * 100 < tenths_below_ms(slot) && width >= 2) {
        const uint8_t seconds_width = (uint8_t)(width - 1);
        draw_number(cells, seconds_width, tenths / 10, leading);
        cells[width - 2] |= kSegmentPoint;
        cells[width - 1] = kDigits[tenths % 10];
        return;
    }
    const int32_t seconds = rounded(value_ms, 1000, ceil);
    if ((slot->format & kClockSeconds) != 0 || width < 3) {
        draw_number(cells, width, seconds, leading);
        return;
    }
    const int32_t minutes_max = width == 3 ? 9 : width == 4 ? 99 : 999;
    const int32_t minutes = seconds / 60;
    draw_number(cells, (uint8_t)(width - 2), minutes > minutes_max ? minutes_max : minutes, leading);
    draw_number(cells + width - 2, 2, minutes > minutes_max ? 59 : seconds % 60, 2);
    cells[width - 3] |= kSegmentPoint;
}
