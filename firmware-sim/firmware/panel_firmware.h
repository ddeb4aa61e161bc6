#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "firmware/display.h"
#include "firmware/panel_board.h"
#include "framing/link_frame.h"

#ifdef __cplusplus
extern "C" {
#endif

// The panel's firmware: the far end of PLP/1, the picture and its clocks. It allocates nothing and keeps
// nothing outside its struct. Time is the panel's own counter, in microseconds since any moment before the
// start.

enum { kPanelAcksMax = 4, kPanelRefreshUs = 1250, kPanelRefreshHz = 800 };
#define PANEL_FIRMWARE_VERSION "0.1.0"

struct panel_counters {
    uint32_t frames_ok, bad_crc, malformed, without_session, uart_errors, overruns, counter_gaps, echoes,
        refused, tx_drops;
};

struct panel_link {
    struct link_decoder decoder;
    bool has_session;
    struct link_seed seed;
    uint32_t nonce; // of the session
    // An era is one (start_id, nonce): in it image_rev only grows. A new one forgets the order and keeps the
    // picture.
    bool has_era;
    uint32_t era_start_id, era_nonce;
    bool rev_is_known;
    uint32_t image_start_id, image_rev; // of the newest image taken, latched or about to be
    uint8_t tx_counter;
    bool has_rx_counter;
    uint8_t rx_counter; // S of the last good frame
    uint8_t errors_since_ack;
    uint8_t acks_due[kPanelAcksMax]; // frames that wait for the refresh to be acknowledged
    uint8_t acks_due_count;
    uint64_t last_frame_us, last_nak_us, last_tx_us, next_status_us, next_boot_us;
    uint8_t boots_sent;
    struct panel_counters counters;
};

struct panel_firmware {
    struct panel_board board;
    struct panel_identity identity;
    enum panel_reset reset_cause;
    uint32_t boot_id;
    uint64_t boot_us;
    uint64_t now_us;
    struct panel_link link;
    struct display display;
    uint8_t wanted[kImageMax]; // the newest image taken
    bool wanted_waits;         // for the refresh that latches it
    uint64_t refresh_us;       // the next refresh that has something to do
    uint32_t latched_rev;
    uint8_t light_brightness;
    bool test_active;
};

void panel_firmware_start(struct panel_firmware* firmware, const struct panel_board* board,
                          const struct panel_identity* identity, enum panel_reset cause, uint64_t now_us);
// Bytes from the UART; `now_us` is when the last of them arrived.
void panel_firmware_receive(struct panel_firmware* firmware, const uint8_t* bytes, size_t size,
                            uint64_t now_us);
void panel_firmware_uart_error(struct panel_firmware* firmware, enum panel_uart_error error, uint64_t now_us);
// To be called at panel_firmware_next_deadline() at the latest, and at any other time.
void panel_firmware_poll(struct panel_firmware* firmware, uint64_t now_us);
uint64_t panel_firmware_next_deadline(const struct panel_firmware* firmware);

uint32_t panel_firmware_digest(const struct panel_firmware* firmware); // CRC-32C of the latched image
bool panel_firmware_time_is_valid(const struct panel_firmware* firmware);

#ifdef __cplusplus
}
#endif
