#include "firmware/display.h"

#include <string.h>

#include "firmware/test_pattern.h"
#include "framing/little_endian.h"

enum { kBlinkHalfMs = 500 };

struct image_parts image_parts_of(const struct panel_identity* identity)
{
    struct image_parts parts = {0};
    parts.digits = identity->digits;
    parts.clocks = identity->clocks;
    parts.indicator_bytes = identity->indicator_bytes;
    parts.blink_at = (uint8_t)(kImageTimeBaseSize + identity->digits);
    parts.clocks_at = (uint8_t)(parts.blink_at + (identity->digits + 7) / 8);
    parts.horn_at = (uint8_t)(parts.clocks_at + identity->clocks * kImageClockSlotSize);
    parts.test_at = (uint8_t)(parts.horn_at + kImageHornSlotSize);
    parts.brightness_at = (uint8_t)(parts.test_at + kImageTestSlotSize);
    parts.indicators_at = (uint8_t)(parts.brightness_at + kImageBrightnessSize);
    parts.text_bytes = identity->text_bytes;
    parts.text_at = (uint8_t)(parts.indicators_at + identity->indicator_bytes);
    parts.size = (uint8_t)(parts.text_at + identity->text_bytes);
    return parts;
}

void display_reset(struct display* display, const struct panel_identity* identity)
{
    memset(display, 0, sizeof *display);
    display->parts = image_parts_of(identity);
    display->marker_cell = identity->marker_cell;
}

void display_latch(struct display* display, const uint8_t* image)
{
    memcpy(display->image, image, display->parts.size);
    display->has_image = true;
    display->restored = false;
}

bool display_time_is_valid(const struct display* display, uint16_t time_base)
{
    return display->has_image && get_u16(display->image) == time_base;
}

static void sooner(int32_t* changes_in, int32_t candidate)
{
    if (candidate < *changes_in) {
        *changes_in = candidate;
    }
}

static bool blink_is_on(uint32_t now_ms)
{
    return now_ms / kBlinkHalfMs % 2 == 0;
}

static int32_t blink_changes_in(uint32_t now_ms)
{
    return (int32_t)(kBlinkHalfMs - now_ms % kBlinkHalfMs);
}

static void draw_clocks(struct display* display, const struct display_moment* moment, bool time_valid,
                        const struct horn_slot* horn, struct panel_light* light, int32_t* changes_in)
{
    for (uint8_t i = 0; i < display->parts.clocks && i < kPanelClocksMax; ++i) {
        const struct clock_slot clock =
            clock_slot_read(display->image + display->parts.clocks_at + i * kImageClockSlotSize);
        const bool fits = clock.width != 0 &&
                          (uint16_t)clock.first + (uint16_t)clock.width <= (uint16_t)display->parts.digits;
        if (clock.mode == kClockModeOff || clock.mode > kClockModeFrozen || !fits) {
            continue;
        }
        if (!display->restored) {
            display->clock_ms[i] = clock_slot_value(&clock, moment->now_ms, time_valid);
        }
        clock_slot_draw(&clock, display->clock_ms[i], light->segments + clock.first);
        if (time_valid) {
            horn_watch_clock(&display->horn, i, &clock, horn, moment->now_ms, moment->link_fresh);
            sooner(changes_in, clock_slot_changes_in(&clock, display->clock_ms[i]));
        }
    }
}

static void blink_digits(const struct display* display, uint32_t now_ms, struct panel_light* light,
                         int32_t* changes_in)
{
    for (uint8_t i = 0; i < display->parts.digits; ++i) {
        const uint8_t bits = display->image[display->parts.blink_at + i / 8];
        if ((bits >> (i % 8) & 1) == 0) {
            continue;
        }
        if (!blink_is_on(now_ms)) {
            light->segments[i] = 0;
        }
        sooner(changes_in, blink_changes_in(now_ms));
    }
}

static uint8_t brightness_of(const uint8_t* slot)
{
    // Without a light sensor "automatic" is the brightest that the policy allows.
    const uint8_t wanted =
        slot[kBrightnessMode] == kBrightnessAuto ? slot[kBrightnessMax] : slot[kBrightnessLevel];
    const uint8_t top = slot[kBrightnessMax];
    const uint8_t floor = slot[kBrightnessMin];
    const uint8_t capped = top != 0 && wanted > top ? top : wanted;
    return capped < floor ? floor : capped;
}

static bool draw_test(struct display* display, const struct display_moment* moment, struct panel_light* light,
                      int32_t* changes_in)
{
    const struct test_slot test = test_slot_read(display->image + display->parts.test_at);
    if (test.pattern == kTestNone || (display->any_test_done && display->test_done == test.generation)) {
        return false;
    }
    const int32_t left = (int32_t)(test.end_ms - moment->now_ms);
    if (left <= 0) {
        display->test_done = test.generation;
        display->any_test_done = true;
        return false;
    }
    sooner(changes_in, left);
    sooner(changes_in, test_pattern_draw(&test, display->parts.digits, display->parts.indicator_bytes,
                                         moment->now_ms, light));
    return true;
}

int32_t display_draw(struct display* display, const struct display_moment* moment, struct panel_light* light,
                     bool* test_active)
{
    int32_t changes_in = kClockNeverMs;
    memset(light, 0, sizeof *light);
    *test_active = false;
    if (display->has_image) {
        const uint8_t* image = display->image;
        const struct image_parts* parts = &display->parts;
        const bool time_valid = display_time_is_valid(display, moment->time_base);
        const struct horn_slot horn = horn_slot_read(image + parts->horn_at);
        memcpy(light->segments, image + kImageTimeBaseSize, parts->digits);
        memcpy(light->indicators, image + parts->indicators_at, parts->indicator_bytes);
        memcpy(light->text, image + parts->text_at, parts->text_bytes);
        light->brightness = brightness_of(image + parts->brightness_at);
        draw_clocks(display, moment, time_valid, &horn, light, &changes_in);
        blink_digits(display, moment->now_ms, light, &changes_in);
        if (time_valid) {
            int32_t horn_changes_in = kHornNeverMs;
            light->horn = horn_sounds(&display->horn, &horn, moment->now_ms, &horn_changes_in);
            sooner(&changes_in, horn_changes_in);
            *test_active = draw_test(display, moment, light, &changes_in);
        }
    } else {
        light->segments[display->marker_cell] |= kSegmentPoint;
        light->brightness = UINT8_MAX;
    }
    if (display->has_image && !moment->link_fresh) {
        light->segments[display->marker_cell] &= (uint8_t)~kSegmentPoint;
        light->segments[display->marker_cell] |= blink_is_on(moment->now_ms) ? kSegmentPoint : 0;
        sooner(&changes_in, blink_changes_in(moment->now_ms));
    }
    return changes_in;
}
