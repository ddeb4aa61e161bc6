#include "firmware/test_pattern.h"

#include <string.h>

#include "framing/little_endian.h"

enum { kStepMs = 500, kSegments = 8 };

struct test_slot test_slot_read(const uint8_t* slot)
{
    const struct test_slot test = {
        .pattern = slot[kTestPattern],
        .parameter = slot[kTestParameter],
        .generation = get_u16(slot + kTestGeneration),
        .end_ms = get_u32(slot + kTestEndMs),
    };
    return test;
}

int32_t test_pattern_draw(const struct test_slot* test, uint8_t digits, uint8_t indicator_bytes,
                          uint32_t now_ms, struct panel_light* light)
{
    const uint32_t step = now_ms / kStepMs;
    const int32_t changes_in = (int32_t)(kStepMs - now_ms % kStepMs);
    const uint8_t lamps = test->pattern == kTestAllOn ? 0xFF : 0;
    memset(light->indicators, lamps, indicator_bytes);
    memset(light->text, lamps, sizeof light->text);
    for (uint8_t i = 0; i < digits; ++i) {
        switch (test->pattern) {
        case kTestAllOn:
            light->segments[i] = 0xFF;
            break;
        case kTestWalkSegment:
            light->segments[i] = (uint8_t)(1u << step % kSegments);
            break;
        case kTestWalkDigit:
            light->segments[i] = step % digits == i ? 0xFF : 0;
            break;
        case kTestCheckerboard:
            light->segments[i] = (i + test->parameter) % 2 == 0 ? 0xFF : 0;
            break;
        default: // all off, and what a newer board may ask for
            light->segments[i] = 0;
            break;
        }
    }
    return changes_in;
}
