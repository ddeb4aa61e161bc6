#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "framing/panel_image.h"

#ifdef __cplusplus
extern "C" {
#endif

// What the firmware asks of the hardware. One file a board implements it (boards/).

enum { kPanelDigitsMax = 64, kPanelClocksMax = 8, kPanelIndicatorsMax = 8, kPanelTextMax = 96 };

// What the LED drivers are to show from the next refresh on.
struct panel_light {
    uint8_t segments[kPanelDigitsMax];       // bit 0..6 = a..g, bit 7 = point or colon
    uint8_t indicators[kPanelIndicatorsMax]; // lamps as bits
    uint8_t text[kPanelTextMax];             // ISO 8859-1; 0 is dark, 0xFF all dots
    uint8_t brightness;                      // 0 dark, 255 full
    bool horn;
};

// Memory that a reset leaves alone (a section that the start-up code does not clear). The firmware checks
// what it finds.
struct panel_retained {
    uint32_t layout_hash;
    uint32_t image_size;
    uint8_t image[kImageMax];
    uint32_t image_crc;
    int32_t clock_ms[kPanelClocksMax]; // as last drawn
    uint32_t clock_crc;
};

struct panel_board {
    void* context;
    // Hands bytes to the UART's transmit buffer, all or none; false: it is full.
    bool (*transmit)(void* context, const uint8_t* bytes, size_t size);
    // How long what is in the transmit buffer keeps the line busy.
    uint32_t (*transmit_backlog_us)(void* context);
    void (*latch)(void* context, const struct panel_light* light);
    uint32_t (*random)(void* context);
    struct panel_retained* retained;
};

// What is soldered, fixed or counted in this panel.
struct panel_identity {
    const char* serial;
    uint32_t hardware_revision;
    uint16_t boot_count; // kept in flash by the board, one more at every start
    uint8_t digits, clocks, indicator_bytes, text_bytes;
    uint32_t layout_hash;
    uint8_t marker_cell; // its point blinks while the link is lost
};

// As scoreboard.v1.ResetCause.
enum panel_reset {
    kResetUnknown = 0,
    kResetPowerOn = 1,
    kResetBrownOut = 2,
    kResetWatchdog = 3,
    kResetSoftware = 4,
    kResetPin = 5,
    kResetLockUp = 6
};

enum panel_uart_error { kUartFraming, kUartOverrun };

#ifdef __cplusplus
}
#endif
