#include "firmware/link.h"

#include <string.h>

#include "firmware/messages.h"
#include "framing/link_body.h"

enum {
    kIdleUs = 50000, // after so much silence a frame begins with a zero
    kStatusUs = 1000000,
    kBootRepeatUs = 1000000,
    kErrorsMax = 7
};
// BOOT is said at once, twice again for a host that is just opening its port, then every second until a
// HELLO.
static const uint32_t kBootAtUs[] = {0, 50000, 150000};
enum { kQuickBoots = sizeof kBootAtUs / sizeof kBootAtUs[0] };

void link_start(struct panel_firmware* firmware)
{
    struct panel_link* link = &firmware->link;
    // Silence is counted from the start: no marker before anybody could speak.
    link->last_frame_us = firmware->boot_us;
    link->next_boot_us = firmware->boot_us;
    link->next_status_us = UINT64_MAX;
}

static void send_frame(struct panel_firmware* firmware, struct link_frame* frame)
{
    struct panel_link* link = &firmware->link;
    // The first frame follows a boot loader's text, which ends with no zero.
    const bool idle = link->last_tx_us == 0 || firmware->now_us - link->last_tx_us > kIdleUs;
    uint8_t wire[kLinkWireMax];
    frame->counter = link->tx_counter++;
    const size_t size = link_frame_encode(frame, &link->seed, idle, wire);
    if (!firmware->board.transmit(firmware->board.context, wire, size)) {
        ++link->counters.tx_drops;
        return;
    }
    link->last_tx_us = firmware->now_us;
}

static struct link_frame make_frame(uint8_t type, bool seeded)
{
    struct link_frame frame;
    frame.type = type;
    frame.seeded = seeded;
    frame.counter = 0;
    frame.body_size = 0;
    return frame;
}

static void send_hello_ack(struct panel_firmware* firmware, uint8_t type, uint32_t nonce, uint32_t protocol)
{
    struct link_frame frame = make_frame(type, false);
    frame.body_size = (uint8_t)hello_ack_write(firmware, nonce, protocol, frame.body);
    send_frame(firmware, &frame);
}

static uint16_t digest16(const struct panel_firmware* firmware)
{
    return (uint16_t)(panel_firmware_digest(firmware) & 0xFFFFu);
}

static void send_ack(struct panel_firmware* firmware, uint8_t acked)
{
    struct panel_link* link = &firmware->link;
    uint8_t flags = (uint8_t)(link->errors_since_ack << kLinkAckErrorShift);
    flags |= panel_firmware_time_is_valid(firmware) ? kLinkAckTimeValid : 0;
    flags |= firmware->test_active ? kLinkAckTestActive : 0;
    flags |= firmware->reset_cause == kResetBrownOut ? kLinkAckBrownOut : 0;
    const struct link_ack ack = {acked, (uint16_t)(firmware->latched_rev & 0xFFFFu), digest16(firmware),
                                 flags};
    struct link_frame frame = make_frame(kLinkAck, true);
    frame.body_size = (uint8_t)link_ack_write(&ack, frame.body);
    send_frame(firmware, &frame);
    link->errors_since_ack = 0;
}

static void send_nak(struct panel_firmware* firmware, uint8_t reason)
{
    struct panel_link* link = &firmware->link;
    if (link->last_nak_us != 0 && firmware->now_us - link->last_nak_us < kLinkNakPauseMs * 1000u) {
        return;
    }
    link->last_nak_us = firmware->now_us;
    const struct link_nak nak = {reason, (uint16_t)(firmware->latched_rev & 0xFFFFu), digest16(firmware),
                                 link->rx_counter};
    struct link_frame frame = make_frame(kLinkNak, link->has_session);
    frame.body_size = (uint8_t)link_nak_write(&nak, frame.body);
    send_frame(firmware, &frame);
}

// Acknowledged when the refresh has taken what is wanted; at once if nothing waits for it.
static void acknowledge(struct panel_firmware* firmware, uint8_t counter)
{
    struct panel_link* link = &firmware->link;
    if (!link->has_session) {
        return;
    }
    if (!firmware->wanted_waits) {
        send_ack(firmware, counter);
        return;
    }
    if (link->acks_due_count == kPanelAcksMax) {
        // The oldest is the least useful: the newest says the same of a newer image.
        memmove(link->acks_due, link->acks_due + 1, kPanelAcksMax - 1);
        --link->acks_due_count;
    }
    link->acks_due[link->acks_due_count++] = counter;
}

void link_on_latched(struct panel_firmware* firmware)
{
    struct panel_link* link = &firmware->link;
    for (uint8_t i = 0; i < link->acks_due_count; ++i) {
        send_ack(firmware, link->acks_due[i]);
    }
    link->acks_due_count = 0;
}

static void on_hello(struct panel_firmware* firmware, const struct link_frame* frame)
{
    struct panel_link* link = &firmware->link;
    struct hello hello;
    if (!hello_read(frame->body, frame->body_size, &hello)) {
        ++link->counters.refused;
        return;
    }
    link->next_boot_us = UINT64_MAX;
    if (!link->has_era || link->era_start_id != hello.start_id || link->era_nonce != hello.nonce) {
        link->has_era = true;
        link->era_start_id = hello.start_id;
        link->era_nonce = hello.nonce;
        link->rev_is_known = false;
        link->acks_due_count = 0;
    }
    const bool common = hello.protocol_min <= kProtocolVersion && hello.protocol_max >= kProtocolVersion;
    link->has_session = common;
    if (common) {
        link->nonce = hello.nonce;
        link->seed.session_id = link_session_id(hello.nonce, firmware->boot_id, hello.start_id);
        link->seed.schema_hash = LINK_SCHEMA_HASH;
        if (link->next_status_us == UINT64_MAX) {
            link->next_status_us = firmware->now_us + kStatusUs;
        }
    }
    send_hello_ack(firmware, kLinkHelloAck, hello.nonce, common ? kProtocolVersion : 0);
}

static void on_full(struct panel_firmware* firmware, const struct link_frame* frame)
{
    struct panel_link* link = &firmware->link;
    struct link_full full;
    const bool fits =
        link_full_read(frame->body, frame->body_size, &full) && full.size == firmware->display.parts.size;
    const bool of_era = !link->has_era || full.start_id == link->era_start_id;
    // Signed: image_rev may wrap. Without a HELLO since the start any picture is better than none.
    const bool newer =
        !link->has_era || !link->rev_is_known || (int32_t)(full.image_rev - link->image_rev) >= 0;
    if (!fits || !of_era || !newer) {
        ++link->counters.refused;
        return;
    }
    memcpy(firmware->wanted, full.image, full.size);
    link->image_start_id = full.start_id;
    link->image_rev = full.image_rev;
    link->rev_is_known = true;
    panel_firmware_image_taken(firmware);
    acknowledge(firmware, frame->counter);
}

static void on_delta(struct panel_firmware* firmware, const struct link_frame* frame)
{
    struct panel_link* link = &firmware->link;
    struct link_delta delta;
    if (!link_delta_read(frame->body, frame->body_size, firmware->display.parts.size, &delta)) {
        ++link->counters.refused;
        return;
    }
    if (!link->rev_is_known || !link_delta_takes(&delta, link->image_rev)) {
        send_nak(firmware, kLinkNakBase);
        return;
    }
    link_delta_apply(&delta, firmware->wanted);
    const uint16_t ahead = (uint16_t)((link->image_rev - delta.base) & 0xFFFFu);
    link->image_rev += (uint32_t)(delta.increment - ahead);
    panel_firmware_image_taken(firmware);
    acknowledge(firmware, frame->counter);
}

static void on_time_request(struct panel_firmware* firmware, const struct link_frame* frame)
{
    uint32_t t1 = 0;
    if (!link_time_request_read(frame->body, frame->body_size, &t1)) {
        ++firmware->link.counters.refused;
        return;
    }
    const struct link_time_response response = {t1, firmware->now_us,
                                                firmware->board.transmit_backlog_us(firmware->board.context)};
    struct link_frame answer = make_frame(kLinkTimeResponse, true);
    answer.body_size = (uint8_t)link_time_response_write(&response, answer.body);
    send_frame(firmware, &answer);
}

static void on_ping(struct panel_firmware* firmware, const struct link_frame* frame)
{
    struct link_ping ping;
    if (!link_ping_read(frame->body, frame->body_size, &ping)) {
        ++firmware->link.counters.refused;
        return;
    }
    acknowledge(firmware, frame->counter);
}

static void on_frame(struct panel_firmware* firmware, const struct link_frame* frame)
{
    struct panel_link* link = &firmware->link;
    if ((frame->type & kLinkFromPanel) != 0) {
        ++link->counters.echoes;
        return;
    }
    ++link->counters.frames_ok;
    if (link->has_rx_counter) {
        link->counters.counter_gaps += (uint8_t)(frame->counter - link->rx_counter - 1);
    }
    link->has_rx_counter = true;
    link->rx_counter = frame->counter;
    link->last_frame_us = firmware->now_us;
    // A marker for the lost link goes, and the wait for the next silence begins.
    panel_firmware_wake_refresh(firmware);

    // Only the lifeline may come without a session's seed.
    const bool lifeline = frame->type == kLinkHello || frame->type == kLinkFull;
    if (!frame->seeded && !lifeline) {
        ++link->counters.refused;
        return;
    }
    switch (frame->type) {
    case kLinkHello:
        on_hello(firmware, frame);
        break;
    case kLinkFull:
        on_full(firmware, frame);
        break;
    case kLinkDelta:
        on_delta(firmware, frame);
        break;
    case kLinkTimeRequest:
        on_time_request(firmware, frame);
        break;
    case kLinkPing:
        on_ping(firmware, frame);
        break;
    default:
        ++link->counters.refused;
        break;
    }
}

static void count_error(struct panel_link* link)
{
    if (link->errors_since_ack < kErrorsMax) {
        ++link->errors_since_ack;
    }
}

void link_on_byte(struct panel_firmware* firmware, uint8_t byte)
{
    struct panel_link* link = &firmware->link;
    struct link_frame frame;
    switch (link_decoder_push(&link->decoder, byte, link->has_session ? &link->seed : NULL, &frame)) {
    case kLinkFrame:
        on_frame(firmware, &frame);
        return;
    case kLinkBadCrc:
        ++link->counters.bad_crc;
        break;
    case kLinkMalformed:
        ++link->counters.malformed;
        break;
    case kLinkWithoutSession:
        ++link->counters.without_session;
        send_nak(firmware, kLinkNakNoSession);
        return;
    case kLinkNothing:
        return;
    }
    count_error(link);
    // Before a session garbage is normal: a boot loader's text, another program's probes.
    if (link->has_session) {
        send_nak(firmware, kLinkNakCrc);
    }
}

void link_on_uart_error(struct panel_firmware* firmware, enum panel_uart_error error)
{
    struct panel_link* link = &firmware->link;
    ++*(error == kUartOverrun ? &link->counters.overruns : &link->counters.uart_errors);
    link_decoder_damage(&link->decoder);
}

void link_poll(struct panel_firmware* firmware)
{
    struct panel_link* link = &firmware->link;
    if (firmware->now_us >= link->next_boot_us) {
        send_hello_ack(firmware, kLinkBoot, 0, kProtocolVersion);
        ++link->boots_sent;
        link->next_boot_us = link->boots_sent < kQuickBoots ? firmware->boot_us + kBootAtUs[link->boots_sent]
                                                            : firmware->now_us + kBootRepeatUs;
        link->boots_sent = link->boots_sent < kQuickBoots ? link->boots_sent : kQuickBoots;
    }
    if (firmware->now_us >= link->next_status_us) {
        struct link_frame frame = make_frame(kLinkStatus, true);
        frame.body_size = (uint8_t)status_write(firmware, frame.body);
        send_frame(firmware, &frame);
        link->next_status_us = firmware->now_us + kStatusUs;
    }
}

uint64_t link_next_deadline(const struct panel_firmware* firmware)
{
    const struct panel_link* link = &firmware->link;
    return link->next_boot_us < link->next_status_us ? link->next_boot_us : link->next_status_us;
}
