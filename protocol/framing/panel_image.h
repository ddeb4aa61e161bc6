#pragma once

// The bytes of a panel's image that both ends must read alike: the slots and what their bits mean. The daemon
// fills them, the firmware draws them; protocol/panel-link.md tells it to everybody else. Numbers are
// little-endian.
//
// Order of the parts: time base, segments, blink, clock slots, horn slot, test slot, brightness, indicators,
// text.

enum {
    kImageMax = 224,
    kImageTimeBaseSize = 2, // low half of the boot id whose panel time the slots use; 0: none
    kImageClockSlotSize = 16,
    kImageHornSlotSize = 8,
    kImageTestSlotSize = 8,
    kImageBrightnessSize = 4,
    kSegmentPoint = 0x80 // bit 7 of a segment cell: its decimal point, or the colon behind it
};

// A clock slot's fields, as offsets in it.
enum {
    kClockMode = 0,
    kClockFormat = 1,
    kClockFirst = 2,
    kClockWidth = 3,
    kClockValueMs = 4,  // i32, at the anchor
    kClockAnchorMs = 8, // u32, panel time
    kClockLimitS = 12,  // u16
    kClockExpiry = 14,
    kClockFlags = 15 // 0
};
enum {
    kClockModeOff = 0,  // the cells show their segment bytes
    kClockModeDown = 1, // value - (now - anchor), never below 0
    kClockModeUp = 2,   // value + (now - anchor), never above limit_s (0: no limit)
    kClockModeFrozen = 3
};
// How a slot is drawn. The value is first rounded to tenths (up if kClockCeil, else down). Below the tenths
// limit these are shown, the point lit on the last cell but one: "42.3", "4.9". Else the value is rounded to
// seconds the same way and shown as M:SS, right-aligned, the colon lit on the third cell from the right; or,
// with kClockSeconds, as whole seconds.
enum {
    kClockSeconds = 0x01,
    kClockTenthsBelow60 = 0x02,
    kClockTenthsBelow5 = 0x04,
    kClockCeil = 0x08,            // 0:00 and 0.0 only when expired
    kClockBlankLeadingZero = 0x10 // " 7:42", " 9"; without it "07:42", "09"
};
enum {
    kClockExpiryNothing = 0,
    kClockExpiryHold = 1, // stands at 0:00
    kClockExpiryHorn = 2  // stands at 0:00 and sounds the horn slot's pattern for its length
};

// The horn slot's fields. It sounds from start_ms for dur_ms unless its generation is 0; one sounding is one
// (generation, start_ms). Pattern and length hold for a clock's expiry too, whatever the generation.
enum {
    kHornGeneration = 0,
    kHornPattern = 1,
    kHornStartMs = 2, // u32, panel time
    kHornDurMs = 6    // u16
};
enum {
    kHornSteady = 1,
    kHornPulsed = 2 // 200 ms on, 100 ms off
};

// Brightness: mode, level, min, max; one byte each.
enum { kBrightnessMode = 0, kBrightnessLevel = 1, kBrightnessMin = 2, kBrightnessMax = 3 };
enum { kBrightnessManual = 0, kBrightnessAuto = 1 };

// The test slot's fields: a picture for whoever looks for dark segments, until end_ms. One test is one
// generation.
enum {
    kTestPattern = 0,
    kTestParameter = 1,
    kTestGeneration = 2, // u16
    kTestEndMs = 4       // u32, panel time
};
enum {
    kTestNone = 0,
    kTestAllOn = 1,
    kTestAllOff = 2,
    kTestWalkSegment = 3,
    kTestWalkDigit = 4,
    kTestCheckerboard = 5 // the parameter says whether even or odd digits
};
