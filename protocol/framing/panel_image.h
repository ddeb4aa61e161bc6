#pragma once

/* The bytes of a panel's image that both ends must read alike: the slots and what their bits mean. Daemon and
 * firmware include this one file; protocol/panel-link.md tells it to everybody else. All numbers are
 * little-endian.
 *
 * Order of the parts: time base, segments, blink, clock slots, horn slot, test slot, brightness, indicators,
 * text. */

#define PLP_IMAGE_MAX 224u

#define PLP_TIME_BASE_SIZE 2u /* low half of the boot id whose panel time the slots use; 0: none */
#define PLP_CLOCK_SLOT_SIZE 16u
#define PLP_HORN_SLOT_SIZE 8u
#define PLP_TEST_SLOT_SIZE 8u
#define PLP_BRIGHTNESS_SIZE 4u

/* Bit 7 of a segment cell: its decimal point, or the colon behind it. */
#define PLP_SEGMENT_POINT 0x80u

/* Clock slot: mode u8, format u8, first cell u8, width u8, value_ms i32 at anchor, anchor_ms u32 (panel
 * time), limit_s u16, expiry u8, flags u8 (0). */
#define PLP_CLOCK_MODE 0u
#define PLP_CLOCK_FORMAT 1u
#define PLP_CLOCK_FIRST 2u
#define PLP_CLOCK_WIDTH 3u
#define PLP_CLOCK_VALUE_MS 4u
#define PLP_CLOCK_ANCHOR_MS 8u
#define PLP_CLOCK_LIMIT_S 12u
#define PLP_CLOCK_EXPIRY 14u
#define PLP_CLOCK_FLAGS 15u

#define PLP_MODE_OFF 0u    /* the cells show their segment bytes */
#define PLP_MODE_DOWN 1u   /* value - (now - anchor), never below 0 */
#define PLP_MODE_UP 2u     /* value + (now - anchor), never above limit_s (0: no limit) */
#define PLP_MODE_FROZEN 3u /* value */

/* Format. A value is first rounded to tenths (up if CEIL, else down). Below the TENTHS limit these are shown,
 * the point lit on the cell before the last: "42.3", "4.9". Else the value is rounded to seconds the same way
 * and shown as M:SS, right-aligned, the colon on the third cell from the right; or, with SECONDS, as whole
 * seconds. Cells to the left stay dark. */
#define PLP_FORMAT_SECONDS 0x01u            /* whole seconds instead of minutes and seconds */
#define PLP_FORMAT_TENTHS_BELOW_60 0x02u    /* tenths below 60 s */
#define PLP_FORMAT_TENTHS_BELOW_5 0x04u     /* tenths below 5 s */
#define PLP_FORMAT_CEIL 0x08u               /* round up: 0:00 and 0.0 only when expired */
#define PLP_FORMAT_BLANK_LEADING_ZERO 0x10u /* " 7:42", " 4.9"; without it "07:42", "04.9" */

#define PLP_EXPIRY_NOTHING 0u
#define PLP_EXPIRY_HOLD 1u /* stands at 0:00 */
#define PLP_EXPIRY_HORN 2u /* stands at 0:00 and sounds the horn slot's pattern for its length */

/* Horn slot: generation u8, pattern u8, start_ms u32 (panel time), dur_ms u16. It sounds from start_ms for
 * dur_ms unless the generation is 0; one horn is one (generation, start_ms). Pattern and length hold for a
 * clock's expiry too, whatever the generation. */
#define PLP_HORN_GENERATION 0u
#define PLP_HORN_PATTERN 1u
#define PLP_HORN_START_MS 2u
#define PLP_HORN_DUR_MS 6u

#define PLP_PATTERN_STEADY 1u
#define PLP_PATTERN_PULSED 2u /* 200 ms on, 100 ms off */

/* Brightness: mode u8, level u8, min u8, max u8. */
#define PLP_BRIGHTNESS_MANUAL 0u
#define PLP_BRIGHTNESS_AUTO 1u
