#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "firmware/clock_slot.h"

#ifdef __cplusplus
extern "C" {
#endif

// When the horn sounds: by the horn slot, once per (generation, start), or by a clock that was seen to run
// out. It begins on time or not at all, and never twice.

enum { kHornClocksMax = 4, kHornNeverMs = kClockNeverMs };

struct horn_slot {
    uint8_t generation, pattern;
    uint32_t start_ms;
    uint16_t length_ms;
};
struct horn_slot horn_slot_read(const uint8_t* slot);

// A clock's expiry, watched.
struct horn_watch {
    int32_t value_ms; // its identity: a re-anchored clock is watched anew
    uint32_t anchor_ms;
    uint8_t mode;
    bool seen_running, fired;
};

struct horn {
    struct horn_watch watches[kHornClocksMax];
    struct horn_slot done; // has sounded, or came too late to sound
    bool any_done;
    bool expired; // a clock ran out and sounds
    uint32_t expired_ms;
    struct horn_slot expiry_signal;
};

void horn_reset(struct horn* horn);
// Looks at a clock of the latched image. `link_fresh`: a valid frame came lately; without it a clock may have
// been stopped long ago, so its end stays silent.
void horn_watch_clock(struct horn* horn, unsigned index, const struct clock_slot* clock,
                      const struct horn_slot* slot, uint32_t now_ms, bool link_fresh);
// Whether it sounds now, and in how many milliseconds that may change.
bool horn_sounds(struct horn* horn, const struct horn_slot* slot, uint32_t now_ms, int32_t* changes_in);

#ifdef __cplusplus
}
#endif
