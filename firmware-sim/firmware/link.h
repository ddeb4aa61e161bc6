#pragma once

#include "firmware/panel_firmware.h"

// The panel's end of the link: sessions, eras, what is taken and what is answered. Inside the firmware only.

void link_start(struct panel_firmware* firmware);
void link_on_byte(struct panel_firmware* firmware, uint8_t byte);
void link_on_uart_error(struct panel_firmware* firmware, enum panel_uart_error error);
// The refresh took the newest image: what waited for that is acknowledged.
void link_on_latched(struct panel_firmware* firmware);
void link_poll(struct panel_firmware* firmware);
uint64_t link_next_deadline(const struct panel_firmware* firmware);

// In panel_firmware.c, for the link: `wanted` holds a newer image.
void panel_firmware_image_taken(struct panel_firmware* firmware);
void panel_firmware_wake_refresh(struct panel_firmware* firmware);
