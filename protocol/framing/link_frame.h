#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The frames of PLP/1, the link between board and panel: one implementation for the daemon and the firmware.
// On the wire: COBS(T S body CRC-32C) 00, with a leading 00 after silence or an aborted frame.

enum {
    kLinkBodyMax = 240,
    kLinkFrameMax = kLinkBodyMax + 6, // T, S, body, CRC: at most 254, so that COBS always costs one byte
    kLinkWireMax = kLinkFrameMax + 3  // leading zero, COBS, delimiter
};

// Bit 4 is the direction: a frame of our own kind is an echo.
enum {
    kLinkHello = 0x01,
    kLinkFull = 0x02,
    kLinkDelta = 0x03,
    kLinkTimeRequest = 0x04,
    kLinkPing = 0x05,
    kLinkControlRequest = 0x06,
    kLinkFirmwareData = 0x07,
    kLinkFromPanel = 0x10,
    kLinkHelloAck = 0x11,
    kLinkBoot = 0x12,
    kLinkAck = 0x13,
    kLinkNak = 0x14,
    kLinkTimeResponse = 0x15,
    kLinkControlResponse = 0x16,
    kLinkStatus = 0x17,
    kLinkFirmwareAck = 0x18
};

// One version of the packed bodies (link_body.h). It goes into the CRC of seeded frames, so an end that packs
// them otherwise is never misread. CRC-32C of "PLP/1 bodies 1".
#define LINK_SCHEMA_HASH UINT32_C(0xB57AB415)

// What a seeded frame's CRC begins with: a frame of another session or schema fails its CRC.
struct link_seed {
    uint32_t session_id;
    uint32_t schema_hash;
};
uint32_t link_session_id(uint32_t nonce, uint32_t boot_id, uint32_t start_id);

struct link_frame {
    uint8_t type;    // kLink…
    bool seeded;     // its CRC runs over the session too
    uint8_t counter; // S: one more for every transmission of its sender, repeats included
    uint8_t body_size;
    uint8_t body[kLinkBodyMax];
};

// Writes the bytes for the wire, at most kLinkWireMax, and returns how many. `seed` is read if the frame is
// seeded.
size_t link_frame_encode(const struct link_frame* frame, const struct link_seed* seed, bool leading_zero,
                         uint8_t* wire);

enum link_event {
    kLinkNothing = 0,   // the frame goes on, or silence
    kLinkFrame,         // a whole frame, its CRC right
    kLinkBadCrc,        // noise, or a seeded frame of another session
    kLinkMalformed,     // not COBS, too short, too long, or of another frame format
    kLinkWithoutSession // a seeded frame, and there is no session yet
};

// Takes the wire byte by byte and finds the frames again after any garbage.
struct link_decoder {
    uint8_t bytes[kLinkFrameMax + 1];
    uint16_t size;
    bool damaged; // what arrived cannot become a frame: wait for the next zero
};

void link_decoder_reset(struct link_decoder* decoder);
// The receiver saw a framing error or an overrun: the frame that is arriving is lost.
void link_decoder_damage(struct link_decoder* decoder);
// `seed` is NULL without a session. `frame` is filled if kLinkFrame is returned.
enum link_event link_decoder_push(struct link_decoder* decoder, uint8_t byte, const struct link_seed* seed,
                                  struct link_frame* frame);

#ifdef __cplusplus
}
#endif
