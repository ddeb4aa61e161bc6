#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "framing/panel_image.h"

#ifdef __cplusplus
extern "C" {
#endif

// A clock of the image: what it stands at, how that is drawn, and when the drawing next changes.

struct clock_slot {
    uint8_t mode;   // kClockMode…
    uint8_t format; // kClockSeconds | …
    uint8_t first, width;
    int32_t value_ms;   // at anchor_ms
    uint32_t anchor_ms; // panel time, low 32 bits
    uint16_t limit_s;
    uint8_t expiry; // kClockExpiry…
};

enum { kClockNeverMs = 0x7FFFFFFF };

struct clock_slot clock_slot_read(const uint8_t* slot);

// `runs`: the slot's times are in this panel's time. Otherwise it stands at its value.
int32_t clock_slot_value(const struct clock_slot* slot, uint32_t now_ms, bool runs);
bool clock_slot_has_expired(const struct clock_slot* slot, int32_t value_ms);
// Milliseconds until another picture is due, kClockNeverMs if none is.
int32_t clock_slot_changes_in(const struct clock_slot* slot, int32_t value_ms);
// Writes `width` cells, at least one.
void clock_slot_draw(const struct clock_slot* slot, int32_t value_ms, uint8_t* cells);

#ifdef __cplusplus
}
#endif
