#include <algorithm>
#include <cassert>

#include "sabotage/sabotage.h"

#include "panel/link_core.h"

// What goes out next, and what is remembered of it.
namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;

constexpr Duration kTimePeriod = 983'900us; // no small multiple of anything else that is periodic
constexpr Duration kQuickTimePeriod = 50ms;
constexpr BoardTime kAtOnce = BoardTime::min();
constexpr std::size_t kFrameOverhead = 8; // T, S, CRC, one byte of COBS, the delimiter

bool is_seeded(std::uint8_t type)
{
    return type == kLinkDelta || type == kLinkTimeRequest || type == kLinkPing;
}

} // namespace

std::optional<std::vector<std::uint8_t>> LinkCore::poll_transmit(BoardTime now)
{
    tick(now);
    if (state_ == State::kClosed || wire_.is_busy(now)) {
        return std::nullopt;
    }
    for (const Due& due : work_due()) {
        if (due.at > now) {
            continue;
        }
        switch (due.work) {
        case Work::kPicture:
            return send_picture(now);
        case Work::kHello:
            return send_hello(now);
        case Work::kTime:
            return send_time_request(now);
        case Work::kPing:
            return send_ping(now);
        }
    }
    return std::nullopt;
}

std::vector<LinkCore::Due> LinkCore::work_due() const
{
    std::vector<Due> due;
    const auto add = [&](Work work, std::optional<BoardTime> at) {
        if (at) {
            due.push_back({work, *at});
        }
    };
    if (blind_ != Blind::kNo) {
        // HELLO first: a panel that missed the last one refuses our pictures.
        add(Work::kHello, hello_at_);
        add(Work::kPicture, picture_due());
        return due;
    }
    switch (state_) {
    case State::kClosed:
        break;
    case State::kGreeting:
        add(Work::kPicture, picture_due());
        add(Work::kHello, hello_at_);
        break;
    case State::kOtherLayout:
        add(Work::kHello, hello_at_);
        break;
    case State::kSession:
        add(Work::kPicture, picture_due());
        add(Work::kTime, time_at_);
        add(Work::kPing, ping_due());
        break;
    }
    return due;
}

std::optional<BoardTime> LinkCore::picture_due() const
{
    if (!picture_) {
        return std::nullopt;
    }
    const bool is_new = sent_ != book_.wanted();
    if (blind_ != Blind::kNo) {
        return is_new ? kAtOnce : blind_full_at_;
    }
    if (full_due_) {
        return kAtOnce;
    }
    if (state_ != State::kSession) {
        return std::nullopt;
    }
    if (is_new) {
        return kAtOnce;
    }
    if (is_acknowledged() || sabotage_planted(SABOTAGE_PICTURE_ONCE)) {
        return std::nullopt;
    }
    return resend_at_ ? resend_at_ : answer_by_;
}

std::optional<BoardTime> LinkCore::ping_due() const
{
    if (!picture_ || !is_acknowledged()) {
        return std::nullopt;
    }
    if (!ping_open_) {
        return ping_at_;
    }
    return resend_at_ ? resend_at_ : answer_by_;
}

std::vector<std::uint8_t> LinkCore::send_picture(BoardTime now)
{
    const bool unconfirmed = blind_ != Blind::kNo || state_ != State::kSession;
    if (blind_ != Blind::kNo) {
        refresh_image(now);
    } else if (!unconfirmed && sent_ == book_.wanted() && !full_due_) {
        ++counters.retransmissions;
        if (!resend_at_) {
            round_trip_.back_off();
        }
    }
    std::optional<std::vector<std::uint8_t>> delta;
    if (!unconfirmed && !full_due_ && acknowledged_) {
        delta = book_.delta_body(*acknowledged_);
    }
    std::vector<std::uint8_t> bytes =
        delta ? transmit(kLinkDelta, *delta, now) : transmit(kLinkFull, book_.full_body(), now);
    sent_ = book_.wanted();
    if (sabotage_planted(SABOTAGE_SHOWN_WHEN_SENT)) {
        shown_ = book_.rev_in(*sent_);
        events.emplace_back(Shown{shown_, *sent_, now});
    }
    full_due_ = false;
    ping_open_ = false;
    resend_at_.reset();
    answer_by_ = *wire_.free_at() + round_trip_.timeout();
    blind_full_at_ = now + (is_slow() ? Duration(2s) : Duration(500ms));
    return bytes;
}

std::vector<std::uint8_t> LinkCore::send_hello(BoardTime now)
{
    std::vector<std::uint8_t> bytes = transmit(kLinkHello, encode_hello({options_.start_id, nonce_}), now);
    hello_at_ = now + hello_period();
    return bytes;
}

Duration LinkCore::hello_period() const
{
    if (state_ == State::kOtherLayout) {
        return 1s;
    }
    return blind_ != Blind::kNo ? 500ms : 250ms;
}

std::vector<std::uint8_t> LinkCore::send_time_request(BoardTime now)
{
    std::uint8_t body[4];
    const std::size_t zeros = (just_opened_ ? 1U : 0U) + (wire_.was_silent(now) ? 1U : 0U);
    const std::size_t size = sizeof body + kFrameOverhead + zeros;
    const BoardTime sent = now + wire_.duration_of(size);
    link_time_request_write(static_cast<std::uint32_t>(sent.time_since_epoch().count()), body);
    time_.on_request(sent);
    std::vector<std::uint8_t> bytes = transmit(kLinkTimeRequest, body, now);
    assert(wire_.free_at() == sent);
    quick_times_ = std::max(quick_times_ - 1, 0);
    time_at_ = now + (quick_times_ > 0 ? kQuickTimePeriod : kTimePeriod);
    return bytes;
}

std::vector<std::uint8_t> LinkCore::send_ping(BoardTime now)
{
    if (ping_open_) {
        ++counters.retransmissions;
        if (!resend_at_) {
            round_trip_.back_off();
        }
    }
    const link_ping ping{static_cast<std::uint16_t>(book_.wanted()), book_.digest(), 0};
    std::uint8_t body[8];
    const std::size_t size = link_ping_write(&ping, body);
    std::vector<std::uint8_t> bytes = transmit(kLinkPing, {body, size}, now);
    ping_open_ = true;
    resend_at_.reset();
    answer_by_ = *wire_.free_at() + round_trip_.timeout();
    return bytes;
}

std::vector<std::uint8_t> LinkCore::transmit(std::uint8_t type, std::span<const std::uint8_t> body,
                                             BoardTime now)
{
    assert(body.size() <= kLinkBodyMax && (seed_ || !is_seeded(type)));
    link_frame frame{};
    frame.type = type;
    frame.seeded = is_seeded(type);
    frame.counter = transmissions_.next_counter();
    frame.body_size = static_cast<std::uint8_t>(body.size());
    std::copy(body.begin(), body.end(), frame.body);

    std::vector<std::uint8_t> bytes(kLinkWireMax + 1, 0);
    // The panel may stand in the middle of something that another program had begun.
    const std::size_t first = just_opened_ ? 1 : 0;
    just_opened_ = false;
    const std::size_t size =
        link_frame_encode(&frame, seed_ ? &*seed_ : nullptr, wire_.was_silent(now), bytes.data() + first);
    bytes.resize(first + size);
    transmissions_.add(wire_.send(bytes.size(), now));
    ++counters.frames_sent;
    counters.bytes_sent += bytes.size();
    return bytes;
}

} // namespace scoreboard::panel
