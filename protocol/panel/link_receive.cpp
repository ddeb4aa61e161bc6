#include <algorithm>
#include <cstdio>

#include "sabotage/sabotage.h"

#include "panel/link_core.h"

// What the panel says, and what follows from it.
namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;

constexpr Duration kNakPause = std::chrono::milliseconds(kLinkNakPauseMs);
constexpr Duration kFullPause = 50ms;
constexpr int kQuickTimes = 8;
constexpr std::size_t kTimeResponseWireBytes = 24;
constexpr std::size_t kBootsMax = 3; // within a minute; more are a fault of the power supply
constexpr Duration kBootsWithin = 60s;

std::string hex(std::uint32_t value)
{
    char text[9];
    std::snprintf(text, sizeof text, "%08X", static_cast<unsigned>(value));
    return text;
}

template <class Message, class Read>
std::optional<Message> read_body(const link_frame& frame, Read read)
{
    Message message{};
    if (!frame.seeded || !read(frame.body, frame.body_size, &message)) {
        return std::nullopt;
    }
    return message;
}

// Empty for a layout that this build does not know.
std::string name_of_layout(std::uint32_t hash)
{
    const std::vector<Layout>& layouts = all_layouts();
    const auto found = std::find_if(layouts.begin(), layouts.end(),
                                    [hash](const Layout& layout) { return layout.hash() == hash; });
    return found == layouts.end() ? std::string() : found->name;
}

} // namespace

void LinkCore::on_bytes(std::span<const std::uint8_t> bytes, BoardTime now)
{
    counters.bytes_received += bytes.size();
    if (state_ == State::kClosed) {
        return;
    }
    for (const std::uint8_t byte : bytes) {
        link_frame frame{};
        switch (link_decoder_push(&decoder_, byte, seed_ ? &*seed_ : nullptr, &frame)) {
        case kLinkNothing:
            break;
        case kLinkFrame:
            ++counters.frames_received;
            on_frame(frame, now);
            break;
        case kLinkBadCrc:
        case kLinkMalformed:
        case kLinkWithoutSession:
            ++counters.frames_bad;
            break;
        }
    }
    tick(now);
}

void LinkCore::on_frame(const link_frame& frame, BoardTime now)
{
    if ((frame.type & kLinkFromPanel) == 0) {
        return; // an adapter that echoes
    }
    talked_ = now;
    if (sabotage_planted(SABOTAGE_PICTURE_ONCE)) {
        heard_ = now; // whatever the panel says passes for an answer
    }
    switch (frame.type) {
    case kLinkHelloAck:
        if (const auto panel = decode_identity({frame.body, frame.body_size}); panel && !frame.seeded) {
            on_hello_ack(*panel, now);
        }
        break;
    case kLinkBoot:
        if (const auto panel = decode_identity({frame.body, frame.body_size}); panel && !frame.seeded) {
            on_boot(*panel, now);
        }
        break;
    case kLinkAck:
        if (const auto ack = read_body<link_ack>(frame, link_ack_read)) {
            on_ack(*ack, now);
        }
        break;
    case kLinkNak:
        if (link_nak nak{}; link_nak_read(frame.body, frame.body_size, &nak)) {
            on_nak(nak, now);
        }
        break;
    case kLinkTimeResponse:
        if (const auto response = read_body<link_time_response>(frame, link_time_response_read)) {
            on_time_response(*response, now - wire_.duration_of(kTimeResponseWireBytes), now);
        }
        break;
    default:
        break; // a newer panel's, or STATUS, which changes nothing here
    }
    if (blind_ == Blind::kSilence) {
        tell_deaf(now); // it said something, and answered nothing
    }
}

void LinkCore::on_hello_ack(const PanelIdentity& panel, BoardTime now)
{
    if (panel.nonce != nonce_) {
        // It still answers whoever had the port before.
        hello_at_ = std::min(hello_at_, std::max(now, nak_heed_from_));
        nak_heed_from_ = std::max(now, nak_heed_from_) + kNakPause;
        return;
    }
    if (panel.layout_hash != options_.layout.hash()) {
        refuse_layout(panel, now);
        return;
    }
    if (panel.protocol != kProtocolVersion || panel.schema_hash != LINK_SCHEMA_HASH) {
        state_ = State::kGreeting;
        if (blind_ != Blind::kOtherVersion) {
            go_blind(Blind::kOtherVersion, now);
        }
        return;
    }
    const bool repeated =
        state_ == State::kSession && blind_ == Blind::kNo && panel_->boot_id == panel.boot_id;
    if (!repeated) {
        begin_session(panel, now);
    }
}

void LinkCore::begin_session(const PanelIdentity& panel, BoardTime now)
{
    note_boot(panel, now);
    panel_ = panel;
    state_ = State::kSession;
    seed_ = link_seed{link_session_id(nonce_, panel.boot_id, options_.start_id), LINK_SCHEMA_HASH};
    blind_ = Blind::kNo;
    heard_ = now;
    transmissions_.clear();
    acknowledged_.reset();
    sent_.reset();
    answer_by_.reset();
    resend_at_.reset();
    ping_open_ = false;
    full_due_ = true;
    quick_times_ = kQuickTimes;
    time_at_ = now;
    ++counters.sessions;
    time_.begin(panel.boot_id);
    base_.reset();
    update_time_base(now);
}

void LinkCore::on_boot(const PanelIdentity& panel, BoardTime now)
{
    if (state_ == State::kSession && panel_->boot_id == panel.boot_id) {
        return; // said again before our HELLO reached it
    }
    const bool same_panel = !panel_ || panel_->serial == panel.serial;
    note_boot(panel, now);
    drop_session(now);
    time_.begin(panel.boot_id);
    refresh_image(now);
    if (panel.layout_hash != options_.layout.hash()) {
        refuse_layout(panel, now);
    } else if (blind_ != Blind::kOtherVersion) {
        // The picture first, the session second: this is what people look at.
        full_due_ = same_panel;
    }
    hello_at_ = now;
}

void LinkCore::drop_session(BoardTime now)
{
    state_ = State::kGreeting;
    seed_.reset();
    base_.reset();
    acknowledged_.reset();
    sent_.reset();
    answer_by_.reset();
    resend_at_.reset();
    ping_open_ = false;
    full_due_ = false;
    hello_at_ = now;
    if (blind_ == Blind::kNo) {
        health_.set(LinkHealth::kConnecting, "the panel started again: waiting for it to answer", now);
    }
}

void LinkCore::refuse_layout(const PanelIdentity& panel, BoardTime now)
{
    state_ = State::kOtherLayout;
    seed_.reset();
    acknowledged_.reset();
    full_due_ = false;
    blind_ = Blind::kNo;
    hello_at_ = now + hello_period();
    const std::string known = name_of_layout(panel.layout_hash);
    const std::string advice = known.empty() ? "connect the right panel or set the panel's layout"
                                             : "set panel.layout to \"" + known + "\"";
    health_.set(LinkHealth::kOtherLayout,
                "panel " + panel.serial + " has another layout (" + (known.empty() ? "" : known + ", ") +
                    hex(panel.layout_hash) + ") than this board drives (" + options_.layout.name + ", " +
                    hex(options_.layout.hash()) + "): it is shown nothing; " + advice,
                now);
}

void LinkCore::note_boot(const PanelIdentity& panel, BoardTime now)
{
    if (!panel_ || panel_->boot_id == panel.boot_id || panel_->serial != panel.serial) {
        panel_ = panel;
        return;
    }
    panel_ = panel;
    boots_.push_back(now);
    while (now - boots_.front() > kBootsWithin) {
        boots_.pop_front();
    }
    warning_.clear();
    if (boots_.size() > kBootsMax) {
        warning_ = "it restarted " + std::to_string(boots_.size()) + " times within a minute (" +
                   panel.reset_cause + "): check its power supply";
    }
}

void LinkCore::on_ack(const link_ack& ack, BoardTime now)
{
    heard_ = now;
    if (blind_ == Blind::kSilence) {
        blind_ = Blind::kNo;
        refresh_image(now);
    }
    ping_open_ = false;
    if (const auto answered = transmissions_.take(ack.acked)) {
        round_trip_.sample(std::max(now - answered->end, Duration::zero()));
    }
    const auto latched = book_.find(ack.image_rev, ack.digest);
    if (!latched || !latched->digest_right) {
        ++counters.digest_mismatches;
        send_full_again(now);
        return;
    }
    if (acknowledged_ && latched->image_rev < *acknowledged_) {
        send_full_again(now);
        return;
    }
    acknowledged_ = latched->image_rev;
    const bool time_counts = !latched->clocks_run || (ack.flags & kLinkAckTimeValid) != 0;
    acknowledged_counts_ = time_counts && (ack.flags & kLinkAckTestActive) == 0;
    ping_at_ = now + ping_period();
    const bool lost_something = (ack.flags >> kLinkAckErrorShift) != 0;
    if (is_acknowledged()) {
        answer_by_.reset();
        resend_at_.reset();
    } else if (lost_something && sent_ == book_.wanted()) {
        resend_at_ = now;
    }
    tell_ok(now);
    claim_shown(now);
}

void LinkCore::send_full_again(BoardTime now)
{
    acknowledged_.reset();
    resend_at_ = std::max(now, full_again_from_);
    full_again_from_ = *resend_at_ + kFullPause;
}

void LinkCore::claim_shown(BoardTime now)
{
    if (!acknowledged_counts_) {
        return;
    }
    const Rev rev = book_.rev_in(*acknowledged_);
    if (rev != shown_) {
        shown_ = rev;
        events.emplace_back(Shown{rev, *acknowledged_, now});
    }
}

void LinkCore::on_nak(const link_nak& nak, BoardTime now)
{
    if (now < nak_heed_from_) {
        return;
    }
    nak_heed_from_ = now + kNakPause;
    switch (nak.reason) {
    case kLinkNakCrc:
    case kLinkNakOverrun:
        if (state_ == State::kGreeting) {
            hello_at_ = now;
        } else if (sent_ == book_.wanted() && (!is_acknowledged() || ping_open_)) {
            resend_at_ = now;
        }
        break;
    case kLinkNakBase:
    case kLinkNakDigest:
        send_full_again(now);
        break;
    case kLinkNakNoSession:
        if (state_ == State::kSession) {
            drop_session(now);
        }
        hello_at_ = now;
        break;
    default:
        break;
    }
}

void LinkCore::on_time_response(const link_time_response& response, BoardTime read, BoardTime now)
{
    if (time_.on_response(response, read)) {
        update_time_base(now);
    }
}

} // namespace scoreboard::panel
