#include "framing/link_frame.h"

#include <string.h>

#include "framing/cobs.h"
#include "framing/crc32c.h"
#include "framing/little_endian.h"
#include "sabotage/sabotage.h"

enum { kFormatMask = 0xC0, kFormat1 = 0x40, kSeeded = 0x20, kTypeMask = 0x1F, kHeaderSize = 2, kCrcSize = 4 };

uint32_t link_session_id(uint32_t nonce, uint32_t boot_id, uint32_t start_id)
{
    uint8_t bytes[12];
    put_u32(bytes, nonce);
    put_u32(bytes + 4, boot_id);
    put_u32(bytes + 8, start_id);
    return crc32c(bytes, sizeof bytes);
}

// Firmware updates must pass between any two versions: their frames leave the schema out.
static bool is_lifeline(uint8_t type)
{
    return type == kLinkFirmwareData || type == kLinkFirmwareAck;
}

static uint32_t frame_crc(const uint8_t* bytes, size_t size, const struct link_seed* seed)
{
    uint32_t crc = crc32c_begin();
    if ((bytes[0] & kSeeded) != 0) {
        uint8_t prefix[8];
        put_u32(prefix, seed->session_id);
        put_u32(prefix + 4, seed->schema_hash);
        crc = crc32c_update(crc, prefix, is_lifeline(bytes[0] & kTypeMask) ? 4 : 8);
    }
    return crc32c_end(crc32c_update(crc, bytes, size));
}

size_t link_frame_encode(const struct link_frame* frame, const struct link_seed* seed, bool leading_zero,
                         uint8_t* wire)
{
    uint8_t bytes[kLinkFrameMax];
    bytes[0] = (uint8_t)(kFormat1 | (frame->seeded ? kSeeded : 0) | (frame->type & kTypeMask));
    bytes[1] = frame->counter;
    memcpy(bytes + kHeaderSize, frame->body, frame->body_size);
    const size_t covered = (size_t)kHeaderSize + frame->body_size;
    put_u32(bytes + covered, frame_crc(bytes, covered, seed));

    size_t size = 0;
    if (leading_zero) {
        wire[size++] = 0;
    }
    size += cobs_encode(bytes, covered + kCrcSize, wire + size);
    wire[size++] = 0;
    return size;
}

void link_decoder_reset(struct link_decoder* decoder)
{
    decoder->size = 0;
    decoder->damaged = false;
}

void link_decoder_damage(struct link_decoder* decoder)
{
    decoder->damaged = true;
}

static enum link_event take_frame(const uint8_t* encoded, size_t encoded_size, const struct link_seed* seed,
                                  struct link_frame* frame)
{
    uint8_t bytes[kLinkFrameMax];
    const size_t size = cobs_decode(encoded, encoded_size, bytes, sizeof bytes);
    if (size == COBS_MALFORMED || size < kHeaderSize + kCrcSize || (bytes[0] & kFormatMask) != kFormat1) {
        return kLinkMalformed;
    }
    const bool seeded = (bytes[0] & kSeeded) != 0;
    if (seeded && seed == NULL) {
        return kLinkWithoutSession;
    }
    const size_t covered = size - kCrcSize;
    if (get_u32(bytes + covered) != frame_crc(bytes, covered, seed) &&
        !sabotage_planted(SABOTAGE_CRC_UNCHECKED)) {
        return kLinkBadCrc;
    }
    frame->type = bytes[0] & kTypeMask;
    frame->seeded = seeded;
    frame->counter = bytes[1];
    frame->body_size = (uint8_t)(covered - kHeaderSize);
    memcpy(frame->body, bytes + kHeaderSize, frame->body_size);
    return kLinkFrame;
}

enum link_event link_decoder_push(struct link_decoder* decoder, uint8_t byte, const struct link_seed* seed,
                                  struct link_frame* frame)
{
    if (byte != 0) {
        if (decoder->size == sizeof decoder->bytes) {
            decoder->damaged = true;
        } else {
            decoder->bytes[decoder->size++] = byte;
        }
        return kLinkNothing;
    }
    const size_t size = decoder->size;
    const bool damaged = decoder->damaged;
    link_decoder_reset(decoder);
    if (damaged) {
        return kLinkMalformed;
    }
    return size == 0 ? kLinkNothing : take_frame(decoder->bytes, size, seed, frame);
}
