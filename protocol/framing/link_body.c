#include "framing/link_body.h"

#include <string.h>

#include "framing/crc32c.h"
#include "framing/little_endian.h"

size_t link_full_write(const struct link_full* full, uint8_t* body)
{
    put_u32(body, full->start_id);
    put_u32(body + 4, full->image_rev);
    body[8] = full->size;
    memcpy(body + kLinkFullHeader, full->image, full->size);
    return (size_t)kLinkFullHeader + full->size;
}

bool link_full_read(const uint8_t* body, size_t size, struct link_full* full)
{
    if (size < kLinkFullHeader || size != (size_t)kLinkFullHeader + body[8]) {
        return false;
    }
    full->start_id = get_u32(body);
    full->image_rev = get_u32(body + 4);
    full->size = body[8];
    full->image = body + kLinkFullHeader;
    return true;
}

size_t link_delta_write_header(uint16_t base, uint8_t increment, uint8_t* body)
{
    put_u16(body, base);
    body[2] = increment;
    return kLinkDeltaHeader;
}

bool link_delta_read(const uint8_t* body, size_t size, size_t image_size, struct link_delta* delta)
{
    if (size < kLinkDeltaHeader || body[2] > kLinkDeltaIncrementMax) {
        return false;
    }
    for (size_t at = kLinkDeltaHeader; at < size;) {
        if (size - at < kLinkDeltaRunHeader) {
            return false;
        }
        const size_t offset = body[at];
        const size_t length = body[at + 1];
        at += kLinkDeltaRunHeader;
        if (length == 0 || length > size - at || offset + length > image_size) {
            return false;
        }
        at += length;
    }
    delta->base = get_u16(body);
    delta->increment = body[2];
    delta->runs = body + kLinkDeltaHeader;
    delta->runs_size = (uint8_t)(size - kLinkDeltaHeader);
    return true;
}

bool link_delta_takes(const struct link_delta* delta, uint32_t image_rev)
{
    const uint16_t ahead = (uint16_t)((image_rev - delta->base) & 0xFFFFu);
    return ahead <= delta->increment;
}

void link_delta_apply(const struct link_delta* delta, uint8_t* image)
{
    for (size_t at = 0; at < delta->runs_size;) {
        const size_t offset = delta->runs[at];
        const size_t length = delta->runs[at + 1];
        memcpy(image + offset, delta->runs + at + kLinkDeltaRunHeader, length);
        at += kLinkDeltaRunHeader + length;
    }
}

size_t link_ping_write(const struct link_ping* ping, uint8_t* body)
{
    put_u16(body, ping->image_rev);
    put_u16(body + 2, ping->digest);
    body[4] = ping->flags;
    return 5;
}

bool link_ping_read(const uint8_t* body, size_t size, struct link_ping* ping)
{
    if (size != 5) {
        return false;
    }
    ping->image_rev = get_u16(body);
    ping->digest = get_u16(body + 2);
    ping->flags = body[4];
    return true;
}

size_t link_ack_write(const struct link_ack* ack, uint8_t* body)
{
    body[0] = ack->acked;
    put_u16(body + 1, ack->image_rev);
    put_u16(body + 3, ack->digest);
    body[5] = ack->flags;
    return 6;
}

bool link_ack_read(const uint8_t* body, size_t size, struct link_ack* ack)
{
    if (size != 6) {
        return false;
    }
    ack->acked = body[0];
    ack->image_rev = get_u16(body + 1);
    ack->digest = get_u16(body + 3);
    ack->flags = body[5];
    return true;
}

uint16_t link_image_digest(const uint8_t* image, size_t size)
{
    return (uint16_t)(crc32c(image, size) & 0xFFFFu);
}

size_t link_nak_write(const struct link_nak* nak, uint8_t* body)
{
    body[0] = nak->reason;
    put_u16(body + 1, nak->image_rev);
    put_u16(body + 3, nak->digest);
    body[5] = nak->last_good;
    return 6;
}

bool link_nak_read(const uint8_t* body, size_t size, struct link_nak* nak)
{
    if (size != 6) {
        return false;
    }
    nak->reason = body[0];
    nak->image_rev = get_u16(body + 1);
    nak->digest = get_u16(body + 3);
    nak->last_good = body[5];
    return true;
}

size_t link_time_request_write(uint32_t t1, uint8_t* body)
{
    put_u32(body, t1);
    return 4;
}

bool link_time_request_read(const uint8_t* body, size_t size, uint32_t* t1)
{
    if (size != 4) {
        return false;
    }
    *t1 = get_u32(body);
    return true;
}

size_t link_time_response_write(const struct link_time_response* response, uint8_t* body)
{
    put_u32(body, response->t1);
    put_u64(body + 4, response->t2);
    put_u32(body + 12, response->t3_after_t2);
    return 16;
}

bool link_time_response_read(const uint8_t* body, size_t size, struct link_time_response* response)
{
    if (size != 16) {
        return false;
    }
    response->t1 = get_u32(body);
    response->t2 = get_u64(body + 4);
    response->t3_after_t2 = get_u32(body + 12);
    return true;
}
