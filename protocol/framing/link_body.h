#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The packed bodies of the hot frames. HELLO, HELLO_ACK, BOOT and STATUS are protobuf
// (proto/scoreboard/v1/panel.proto). Each …_write returns the body's size; each …_read says whether the body
// has exactly the form of its type.

enum {
    kLinkFullHeader = 9,        // start_id, image_rev, size
    kLinkDeltaHeader = 3,       // base, increment
    kLinkDeltaRunHeader = 2,    // offset, length
    kLinkDeltaIncrementMax = 63 // a panel further behind gets a FULL
};

// FULL: the whole image.
struct link_full {
    uint32_t start_id;
    uint32_t image_rev;
    uint8_t size;
    const uint8_t* image;
};
size_t link_full_write(const struct link_full* full, uint8_t* body);
bool link_full_read(const uint8_t* body, size_t size, struct link_full* full);

// DELTA: every byte that changed since `base`, with its value at base + increment. A panel whose image_rev
// (low half) is in [base, base + increment] may take it.
struct link_delta {
    uint16_t base;
    uint8_t increment;
    const uint8_t* runs; // offset, length, bytes; again and again
    uint8_t runs_size;
};
size_t link_delta_write_header(uint16_t base, uint8_t increment, uint8_t* body);
// False unless every run lies within `image_size`.
bool link_delta_read(const uint8_t* body, size_t size, size_t image_size, struct link_delta* delta);
bool link_delta_takes(const struct link_delta* delta, uint32_t image_rev);
void link_delta_apply(const struct link_delta* delta, uint8_t* image);

// PING: what the host believes the panel shows. Answered by an ACK.
struct link_ping {
    uint16_t image_rev;
    uint16_t digest;
    uint8_t flags; // reserved: sent as 0, ignored
};
size_t link_ping_write(const struct link_ping* ping, uint8_t* body);
bool link_ping_read(const uint8_t* body, size_t size, struct link_ping* ping);

// ACK: image_rev is latched on the LEDs. One ACK names one transmission by its counter.
enum {
    kLinkAckTimeValid = 0x01, // the image's times are in this panel's time: its clocks run
    kLinkAckTestActive = 0x02,
    kLinkAckFault = 0x04,
    kLinkAckFirmwareBusy = 0x08,
    kLinkAckBrownOut = 0x10,
    kLinkAckErrorShift = 5 // above: bad frames since the last ACK, at most 7
};
struct link_ack {
    uint8_t acked; // the S of the frame it answers
    uint16_t image_rev;
    uint16_t digest; // low half of the CRC-32C of the latched image
    uint8_t flags;
};
size_t link_ack_write(const struct link_ack* ack, uint8_t* body);
bool link_ack_read(const uint8_t* body, size_t size, struct link_ack* ack);
uint16_t link_image_digest(const uint8_t* image, size_t size);

// NAK: a frame was lost or could not be taken. At most one in kLinkNakPauseMs.
enum {
    kLinkNakCrc = 1,
    kLinkNakOverrun = 2,
    kLinkNakBase = 3,
    kLinkNakType = 4,
    kLinkNakDigest = 5,
    kLinkNakNoSession = 6,
    kLinkNakPauseMs = 20
};
struct link_nak {
    uint8_t reason;
    uint16_t image_rev;
    uint16_t digest;
    uint8_t last_good; // S of the last frame that was taken
};
size_t link_nak_write(const struct link_nak* nak, uint8_t* body);
bool link_nak_read(const uint8_t* body, size_t size, struct link_nak* nak);

// TIME_REQ and TIME_RSP, in microseconds: t1 the host's transmission, t2 the panel's reception, t3 its
// transmission.
struct link_time_response {
    uint32_t t1;
    uint64_t t2;
    uint32_t t3_after_t2;
};
size_t link_time_request_write(uint32_t t1, uint8_t* body);
bool link_time_request_read(const uint8_t* body, size_t size, uint32_t* t1);
size_t link_time_response_write(const struct link_time_response* response, uint8_t* body);
bool link_time_response_read(const uint8_t* body, size_t size, struct link_time_response* response);

#ifdef __cplusplus
}
#endif
