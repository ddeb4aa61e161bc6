#pragma once

#include "firmware/panel_firmware.h"

// The protobuf bodies (proto/scoreboard/v1/panel.proto), by nanopb. Inside the firmware only.

struct hello {
    uint32_t protocol_min, protocol_max;
    uint32_t start_id, nonce;
};
bool hello_read(const uint8_t* body, size_t size, struct hello* hello);

enum { kProtocolVersion = 1 };

// HELLO_ACK for a session, BOOT with nonce 0. Each returns the body's size.
size_t hello_ack_write(const struct panel_firmware* firmware, uint32_t nonce, uint32_t protocol,
                       uint8_t* body);
size_t status_write(const struct panel_firmware* firmware, uint8_t* body);
