#include "firmware/horn.h"

#include <string.h>

#include "framing/little_endian.h"

enum { kPulseOnMs = 200, kPulseMs = 300 };

struct horn_slot horn_slot_read(const uint8_t* slot)
{
    const struct horn_slot horn = {
        .generation = slot[kHornGeneration],
        .pattern = slot[kHornPattern],
        .start_ms = get_u32(slot + kHornStartMs),
        .length_ms = get_u16(slot + kHornDurMs),
    };
    return horn;
}

void horn_reset(struct horn* horn)
{
    memset(horn, 0, sizeof *horn);
}

static uint32_t crossing_ms(const struct clock_slot* clock)
{
    if (clock->mode == kClockModeDown) {
        return clock->anchor_ms + (uint32_t)clock->value_ms;
    }
    return clock->anchor_ms + (uint32_t)((int32_t)clock->limit_s * 1000 - clock->value_ms);
}

void horn_watch_clock(struct horn* horn, unsigned index, const struct clock_slot* clock,
                      const struct horn_slot* slot, uint32_t now_ms, bool link_fresh)
{
    struct horn_watch* watch = &horn->watches[index];
    if (watch->value_ms != clock->value_ms || watch->anchor_ms != clock->anchor_ms ||
        watch->mode != clock->mode) {
        const struct horn_watch anew = {clock->value_ms, clock->anchor_ms, clock->mode, false, false};
        *watch = anew;
    }
    if (clock->mode != kClockModeDown && clock->mode != kClockModeUp) {
        return;
    }
    if (!clock_slot_has_expired(clock, clock_slot_value(clock, now_ms, true))) {
        watch->seen_running = true;
        return;
    }
    if (!watch->seen_running || watch->fired) {
        return;
    }
    watch->fired = true;
    const bool still_sounding = horn->expired && now_ms - horn->expired_ms < horn->expiry_signal.length_ms;
    if (clock->expiry == kClockExpiryHorn && link_fresh && !still_sounding) {
        horn->expired = true;
        horn->expired_ms = crossing_ms(clock);
        horn->expiry_signal = *slot;
    }
}

// One sounding from start_ms: on or off now, and when that changes.
static bool signal_sounds(const struct horn_slot* signal, uint32_t start_ms, uint32_t now_ms,
                          int32_t* changes_in)
{
    const int32_t since = (int32_t)(now_ms - start_ms);
    if (since < 0) {
        *changes_in = -since;
        return false;
    }
    if (since >= signal->length_ms) {
        return false;
    }
    const int32_t left = signal->length_ms - since;
    *changes_in = left;
    if (signal->pattern != kHornPulsed) {
        return true;
    }
    const int32_t phase = since % kPulseMs;
    const int32_t edge = phase < kPulseOnMs ? kPulseOnMs - phase : kPulseMs - phase;
    *changes_in = edge < left ? edge : left;
    return phase < kPulseOnMs;
}

bool horn_sounds(struct horn* horn, const struct horn_slot* slot, uint32_t now_ms, int32_t* changes_in)
{
    *changes_in = kHornNeverMs;
    bool sounds = false;
    const bool done =
        horn->any_done && horn->done.generation == slot->generation && horn->done.start_ms == slot->start_ms;
    if (slot->generation != 0 && !done) {
        // Kept, because panel time wraps: in 49 days this start would come again.
        if ((int32_t)(now_ms - slot->start_ms) >= slot->length_ms) {
            horn->done = *slot;
            horn->any_done = true;
        }
        sounds = signal_sounds(slot, slot->start_ms, now_ms, changes_in);
    }
    if (horn->expired) {
        int32_t expiry_changes_in = kHornNeverMs;
        sounds = signal_sounds(&horn->expiry_signal, horn->expired_ms, now_ms, &expiry_changes_in) || sounds;
        horn->expired = expiry_changes_in != kHornNeverMs;
        *changes_in = expiry_changes_in < *changes_in ? expiry_changes_in : *changes_in;
    }
    return sounds;
}
