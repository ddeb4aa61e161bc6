#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "firmware/horn.h"
#include "firmware/panel_board.h"

#ifdef __cplusplus
extern "C" {
#endif

// From the image to the light: what the LEDs show at a moment of panel time.

// Offsets of the image's parts; the layout of the panel decides them.
struct image_parts {
    uint8_t digits, clocks, indicator_bytes, text_bytes;
    uint8_t blink_at, clocks_at, horn_at, test_at, brightness_at, indicators_at, text_at;
    uint8_t size;
};
struct image_parts image_parts_of(const struct panel_identity* identity);

struct display {
    struct image_parts parts;
    uint8_t marker_cell;
    uint8_t image[kImageMax]; // as latched
    bool has_image;           // none: dark but for the marker cell's point
    // After a warm reset the picture of before stands, its clocks as they were last seen: nobody knows how
    // long the panel was away.
    bool restored;
    int32_t clock_ms[kPanelClocksMax]; // as last drawn
    struct horn horn;
    uint16_t test_done; // generation of the test that has ended
    bool any_test_done;
};

struct display_moment {
    uint32_t now_ms;    // panel time
    uint16_t time_base; // of this boot: the image's times count if they name it
    bool link_fresh;    // a valid frame came lately
};

void display_reset(struct display* display, const struct panel_identity* identity);
void display_latch(struct display* display, const uint8_t* image);
bool display_time_is_valid(const struct display* display, uint16_t time_base);
// Also keeps clock_ms and the horn's memory. Returns the milliseconds until the light may change by itself,
// or kClockNeverMs.
int32_t display_draw(struct display* display, const struct display_moment* moment, struct panel_light* light,
                     bool* test_active);

#ifdef __cplusplus
}
#endif
