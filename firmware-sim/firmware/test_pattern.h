#pragma once

#include <stdint.h>

#include "firmware/panel_board.h"

#ifdef __cplusplus
extern "C" {
#endif

// Test pictures for whoever looks for a dark segment. They are state with an end: a lost "off" ends by
// itself.

struct test_slot {
    uint8_t pattern; // kTest…
    uint8_t parameter;
    uint16_t generation;
    uint32_t end_ms; // panel time
};

struct test_slot test_slot_read(const uint8_t* slot);
// Returns the milliseconds until the pattern moves on.
int32_t test_pattern_draw(const struct test_slot* test, uint8_t digits, uint8_t indicator_bytes,
                          uint32_t now_ms, struct panel_light* light);

#ifdef __cplusplus
}
#endif
