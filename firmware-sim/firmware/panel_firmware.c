#include "firmware/panel_firmware.h"

#include <string.h>

#include "firmware/link.h"
#include "firmware/retained.h"
#include "framing/crc32c.h"
#include "framing/little_endian.h"

enum { kLinkFreshUs = 3000000 };

static uint16_t time_base(const struct panel_firmware* firmware)
{
    return (uint16_t)(firmware->boot_id & 0xFFFFu);
}

// Refreshes happen at whole periods since the start.
static uint64_t refresh_at_or_after(const struct panel_firmware* firmware, uint64_t at_us)
{
    const uint64_t periods = (at_us - firmware->boot_us + kPanelRefreshUs - 1) / kPanelRefreshUs;
    return firmware->boot_us + periods * kPanelRefreshUs;
}

static uint32_t make_boot_id(struct panel_firmware* firmware)
{
    // The low half names this boot's panel time in the image: never 0 ("none"), never that of a restored
    // image.
    uint16_t low = (uint16_t)(firmware->board.random(firmware->board.context) & 0xFFFFu);
    while (low == 0 || low == get_u16(firmware->display.image)) {
        ++low;
    }
    return (uint32_t)firmware->identity.boot_count << 16 | low;
}

static void refresh(struct panel_firmware* firmware)
{
    struct display* display = &firmware->display;
    if (firmware->wanted_waits) {
        display_latch(display, firmware->wanted);
        firmware->wanted_waits = false;
        firmware->latched_rev = firmware->link.image_rev;
        retained_keep_image(firmware->board.retained, &firmware->identity, display);
    }
    const uint64_t silence_us = firmware->now_us - firmware->link.last_frame_us;
    const struct display_moment moment = {
        .now_ms = (uint32_t)(firmware->now_us / 1000),
        .time_base = time_base(firmware),
        .link_fresh = silence_us < kLinkFreshUs,
    };
    struct panel_light light;
    const int32_t changes_in = display_draw(display, &moment, &light, &firmware->test_active);
    firmware->board.latch(firmware->board.context, &light);
    firmware->light_brightness = light.brightness;
    retained_keep_clocks(firmware->board.retained, display);
    link_on_latched(firmware);

    uint64_t next_us = UINT64_MAX;
    if (changes_in != kClockNeverMs) {
        next_us = (firmware->now_us / 1000 + (uint64_t)changes_in) * 1000;
    }
    const uint64_t stale_us = firmware->link.last_frame_us + kLinkFreshUs;
    if (moment.link_fresh && stale_us < next_us) {
        next_us = stale_us;
    }
    firmware->refresh_us = next_us == UINT64_MAX ? next_us : refresh_at_or_after(firmware, next_us);
}

void panel_firmware_start(struct panel_firmware* firmware, const struct panel_board* board,
                          const struct panel_identity* identity, enum panel_reset cause, uint64_t now_us)
{
    memset(firmware, 0, sizeof *firmware);
    firmware->board = *board;
    firmware->identity = *identity;
    firmware->reset_cause = cause;
    firmware->boot_us = now_us;
    firmware->now_us = now_us;
    display_reset(&firmware->display, identity);
    if (cause != kResetPowerOn) {
        retained_restore(board->retained, identity, &firmware->display);
    }
    firmware->boot_id = make_boot_id(firmware);
    memcpy(firmware->wanted, firmware->display.image, sizeof firmware->wanted);
    link_start(firmware);
    refresh(firmware);
}

void panel_firmware_receive(struct panel_firmware* firmware, const uint8_t* bytes, size_t size,
                            uint64_t now_us)
{
    firmware->now_us = now_us;
    for (size_t i = 0; i < size; ++i) {
        link_on_byte(firmware, bytes[i]);
    }
}

void panel_firmware_uart_error(struct panel_firmware* firmware, enum panel_uart_error error, uint64_t now_us)
{
    firmware->now_us = now_us;
    link_on_uart_error(firmware, error);
}

void panel_firmware_poll(struct panel_firmware* firmware, uint64_t now_us)
{
    firmware->now_us = now_us;
    link_poll(firmware);
    if (now_us >= firmware->refresh_us) {
        refresh(firmware);
    }
}

uint64_t panel_firmware_next_deadline(const struct panel_firmware* firmware)
{
    const uint64_t link_us = link_next_deadline(firmware);
    return firmware->refresh_us < link_us ? firmware->refresh_us : link_us;
}

void panel_firmware_image_taken(struct panel_firmware* firmware)
{
    firmware->wanted_waits = true;
    panel_firmware_wake_refresh(firmware);
}

void panel_firmware_wake_refresh(struct panel_firmware* firmware)
{
    const uint64_t next_us = refresh_at_or_after(firmware, firmware->now_us);
    if (next_us < firmware->refresh_us) {
        firmware->refresh_us = next_us;
    }
}

uint32_t panel_firmware_digest(const struct panel_firmware* firmware)
{
    return crc32c(firmware->display.image, firmware->display.parts.size);
}

bool panel_firmware_time_is_valid(const struct panel_firmware* firmware)
{
    return display_time_is_valid(&firmware->display, time_base(firmware));
}
