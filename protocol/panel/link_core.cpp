#include "panel/link_core.h"

#include <algorithm>
#include <utility>

#include "sabotage/sabotage.h"

namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t kSlowBaudMax = 19200;
constexpr std::size_t kAckWireBytes = 14;
constexpr Duration kAckFloor = 6ms;
constexpr Duration kOffsetErrorMax = 5ms; // beyond it clocks are anchored again

RoundTrip::Limits limits_at(std::uint32_t baud)
{
    const Duration ceiling = baud >= 115200 ? 80ms : 250ms;
    return {WireClock(baud).duration_of(kAckWireBytes) + kAckFloor, ceiling};
}

// The same clocks, anchored at `now`.
Picture anchored_at(Picture picture, BoardTime now)
{
    for (ClockSlot& slot : picture.clocks) {
        if (is_running(slot)) {
            slot.value = value_at(slot, now);
            slot.anchor = now;
        }
    }
    return picture;
}

} // namespace

LinkCore::LinkCore(PanelLink::Options options)
    : options_(std::move(options)), wire_(options_.baud), round_trip_(limits_at(options_.baud)),
      writer_(options_.layout), book_(options_.start_id, options_.layout.image_size())
{
}

void LinkCore::on_open(BoardTime now, std::uint32_t nonce)
{
    if (sabotage_planted(SABOTAGE_IMAGE_NUMBERS_AGAIN) && picture_) {
        book_ = ImageBook(options_.start_id, book_.image().size());
        refresh_image(now);
    }
    state_ = State::kGreeting;
    nonce_ = nonce;
    just_opened_ = true;
    wire_ = WireClock(options_.baud);
    round_trip_ = RoundTrip(limits_at(options_.baud));
    link_decoder_reset(&decoder_);
    transmissions_.clear();
    seed_.reset();
    blind_ = Blind::kNo;
    acknowledged_.reset();
    sent_.reset();
    answer_by_.reset();
    resend_at_.reset();
    full_due_ = false;
    ping_open_ = false;
    base_.reset();
    heard_ = now;
    talked_ = now;
    nak_heed_from_ = now;
    hello_at_ = now;
    refresh_at_ = now;
    health_.set(LinkHealth::kConnecting, "waiting for the panel to answer", now);
    tick(now);
}

void LinkCore::on_closed(BoardTime now, std::string why)
{
    state_ = State::kClosed;
    seed_.reset();
    acknowledged_.reset();
    health_.set(LinkHealth::kNoPort, std::move(why), now);
    tick(now);
}

void LinkCore::set_picture(const Picture& picture, Rev rev, BoardTime now)
{
    if (!picture_) {
        heard_ = now; // until now there was nothing to answer
    }
    picture_ = picture;
    rev_ = rev;
    refresh_image(now);
    if (state_ == State::kSession && blind_ == Blind::kNo && is_acknowledged()) {
        claim_shown(now);
    }
    tick(now);
}

// What time alone brings about.
void LinkCore::tick(BoardTime now)
{
    const bool answers_expected = state_ == State::kGreeting || state_ == State::kSession;
    if (answers_expected && picture_ && blind_ == Blind::kNo && now - heard_ >= silence_max()) {
        go_blind(Blind::kSilence, now);
    }
    if (state_ != State::kClosed && picture_ && !base_ && clocks_run(*picture_) && now >= refresh_at_) {
        refresh_image(now);
    }
    while (const auto told = health_.poll(now)) {
        events.push_back(*told);
    }
}

void LinkCore::go_blind(Blind why, BoardTime now)
{
    blind_ = why;
    hello_at_ = now;
    blind_full_at_ = now;
    answer_by_.reset();
    resend_at_.reset();
    ping_open_ = false;
    if (why == Blind::kOtherVersion) {
        health_.set(
            LinkHealth::kBlind,
            "the panel speaks another version of the link: pictures are sent, none is confirmed; update "
            "the panel's firmware",
            now);
    } else if (talked_ - heard_ > ping_period()) {
        tell_deaf(now);
    } else {
        health_.set(
            LinkHealth::kBlind,
            "nothing comes back from the panel: pictures are sent, none is confirmed; check its power and "
            "the wire from the panel to the board",
            now);
    }
}

void LinkCore::tell_deaf(BoardTime now)
{
    health_.set(LinkHealth::kBlind,
                "the panel talks but does not hear the board: check the wire from the board to the panel",
                now);
}

void LinkCore::tell_ok(BoardTime now)
{
    std::string detail = "the panel answers";
    if (panel_) {
        detail = "panel " + panel_->serial + ", firmware " + panel_->firmware_version;
    }
    if (!warning_.empty()) {
        detail += "; " + warning_;
    }
    health_.set(LinkHealth::kOk, std::move(detail), now);
}

void LinkCore::refresh_image(BoardTime now)
{
    if (!picture_) {
        return;
    }
    const bool running = clocks_run(*picture_);
    // A panel that started again unheard would show a running clock's value at its anchor: it is kept young.
    const std::vector<std::uint8_t> image = blind_ != Blind::kNo && running
                                                ? writer_.write(anchored_at(*picture_, now), base_, now)
                                                : writer_.write(*picture_, base_, now);
    book_.want(image, rev_, running);
    refresh_at_ = now + (blind_ != Blind::kNo && is_slow() ? Duration(1s) : Duration(100ms));
}

void LinkCore::update_time_base(BoardTime now)
{
    const auto boot = static_cast<std::uint16_t>(time_.boot_id());
    const std::optional<Duration> offset = time_.offset();
    if (!offset || boot == 0) {
        base_.reset();
    } else if (!base_ || base_->boot != boot || std::chrono::abs(*offset - base_->offset) > kOffsetErrorMax) {
        base_ = TimeBase{boot, *offset};
    }
    refresh_image(now);
}

bool LinkCore::is_slow() const
{
    return options_.baud <= kSlowBaudMax;
}

Duration LinkCore::ping_period() const
{
    return is_slow() ? Duration(1s) : Duration(250ms);
}

Duration LinkCore::silence_max() const
{
    // Time for a PING and two repeats of it.
    return is_slow() ? Duration(1500ms) : Duration(1s);
}

std::optional<BoardTime> LinkCore::next_deadline() const
{
    std::optional<BoardTime> next = health_.deadline();
    const auto consider = [&](BoardTime at) { next = next ? std::min(*next, at) : at; };
    if (state_ == State::kClosed) {
        return next;
    }
    if (picture_ && blind_ == Blind::kNo && state_ != State::kOtherLayout) {
        consider(heard_ + silence_max());
    }
    if (picture_ && !base_ && clocks_run(*picture_)) {
        consider(refresh_at_);
    }
    for (const Due& due : work_due()) {
        consider(std::max(due.at, wire_.free_at().value_or(due.at)));
    }
    return next;
}

} // namespace scoreboard::panel
