#include "session/client_session.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "sabotage/sabotage.h"

namespace scoreboard::session {

ClientSession::ClientSession(Identity identity) : identity_(std::move(identity)) {}

void ClientSession::on_connected(Resume resume, TabletTime dialled, TabletTime now)
{
    resume_ = std::move(resume);
    phase_ = Phase::kDialled;
    dialled_ = dialled;
    last_heard_ = now;
    last_answer_ = now;
    hello_covers_ = 0;
    commands_allowed_ = false;
    receive_max_ = kReceiveMax;
    last_rev_.reset();
    resync_.reset();
    resync_sent_.reset();
    pings_.clear();
    in_doubt_ = false;
    // The old connection may have lost anything: every row that has no answer goes out again.
    for (std::size_t index = 0; index < sent_; ++index) {
        Row& row = rows_[index];
        row.sent.reset();
        row.parked = false;
        if (row.sealed.body.tap.tablet_boot == identity_.tablet_boot) {
            presses_.insert(row.sealed.body.tap.at);
        }
    }
    sent_ = sabotage_planted(SABOTAGE_SEND_ONCE) ? sent_ : 0;
    parked_ = 0;
}

void ClientSession::on_disconnected()
{
    phase_ = Phase::kNone;
}

void ClientSession::on_heard(TabletTime now)
{
    last_heard_ = now;
}

void ClientSession::on_message(const ServerMessage& message, TabletTime now)
{
    last_heard_ = now;
    const bool is_answer_to_hello =
        std::holds_alternative<Welcome>(message) || std::holds_alternative<Error>(message);
    if (phase_ == Phase::kGreeting ? is_answer_to_hello : phase_ == Phase::kOpen) {
        std::visit([this, now](const auto& part) { take(part, now); }, message);
    } else if (phase_ == Phase::kGreeting || phase_ == Phase::kDialled) {
        breach("the board spoke before it answered the Hello; is this the address of a board?");
    }
}

void ClientSession::allow_commands()
{
    commands_allowed_ = true;
}

void ClientSession::on_pressed(TabletTime tapped)
{
    presses_.insert(tapped);
}

void ClientSession::withdraw(TabletTime tapped)
{
    if (const auto press = presses_.find(tapped); press != presses_.end()) {
        presses_.erase(press);
    }
}

void ClientSession::enqueue(match::SealedBody row)
{
    const auto place = sabotage_planted(SABOTAGE_NEWEST_FIRST)
                           ? rows_.begin() + static_cast<std::ptrdiff_t>(sent_)
                           : rows_.end();
    rows_.insert(place, Row{std::move(row), std::nullopt, false});
}

void ClientSession::requeue(const std::vector<match::SealedBody>& rows)
{
    assert(!commands_allowed_ && sent_ == 0);
    for (const match::SealedBody& row : rows) {
        if (row.body.tap.tablet_boot == identity_.tablet_boot) {
            presses_.insert(row.body.tap.at);
        }
        const auto later = std::find_if(rows_.begin(), rows_.end(), [&row](const Row& other) {
            return other.sealed.body.id.seq > row.body.id.seq;
        });
        rows_.insert(later, Row{row, std::nullopt, false});
    }
}

void ClientSession::rename(const WriterId& writer, std::vector<match::SealedBody> rows)
{
    identity_.writer = writer;
    rows_.clear();
    sent_ = 0;
    parked_ = 0;
    presses_.clear();
    for (match::SealedBody& row : rows) {
        if (row.body.tap.tablet_boot == identity_.tablet_boot) {
            presses_.insert(row.body.tap.at);
        }
        enqueue(std::move(row));
    }
    hang_up();
}

void ClientSession::resync(Rev after, bool snapshot)
{
    resync_ = Resync{after, snapshot};
    resync_sent_.reset();
}

void ClientSession::hang_up()
{
    phase_ = phase_ == Phase::kNone ? Phase::kNone : Phase::kOver;
}

std::optional<ClientMessage> ClientSession::poll_transmit(TabletTime now)
{
    if (phase_ == Phase::kDialled) {
        return hello(now);
    }
    in_doubt_ = doubtful(now);
    if (phase_ != Phase::kOpen) {
        return std::nullopt;
    }
    if (ping_due() <= now) {
        last_ping_ = now;
        pings_.push_back(now);
        return Ping{now, floor(now)};
    }
    if (resync_ && (!resync_sent_ || now - *resync_sent_ >= kResyncAgainAfter)) {
        resync_sent_ = now;
        return *resync_;
    }
    if (commands_allowed_ && sent_ < rows_.size() && sent_ - parked_ < receive_max_) {
        return command(rows_[sent_], now);
    }
    return std::nullopt;
}

std::optional<TabletTime> ClientSession::next_deadline() const
{
    if (phase_ != Phase::kGreeting && phase_ != Phase::kOpen) {
        return std::nullopt;
    }
    TabletTime next = last_heard_ + kDeadAfter;
    const auto sooner = [&next](TabletTime at) { next = std::min(next, at); };
    if (const auto since = unanswered_since(); since && !in_doubt_) {
        sooner(*since + kDoubtfulAfter);
    }
    if (phase_ == Phase::kOpen) {
        sooner(ping_due());
        if (resync_sent_) {
            sooner(*resync_sent_ + kResyncAgainAfter);
        }
    }
    return next;
}

std::optional<ServerMessage> ClientSession::poll_event()
{
    if (events_.empty()) {
        return std::nullopt;
    }
    ServerMessage event = std::move(events_.front());
    events_.pop_front();
    return event;
}

bool ClientSession::doubtful(TabletTime now) const
{
    const auto since = unanswered_since();
    return since && now - *since >= kDoubtfulAfter;
}

bool ClientSession::over(TabletTime now) const
{
    return phase_ == Phase::kOver || (phase_ != Phase::kNone && now - last_heard_ >= kDeadAfter);
}

std::optional<TabletTime> ClientSession::unanswered_since() const
{
    if (phase_ == Phase::kGreeting) {
        return hello_sent_;
    }
    if (phase_ != Phase::kOpen) {
        return std::nullopt;
    }
    std::optional<TabletTime> oldest;
    if (!pings_.empty()) {
        oldest = pings_.front();
    }
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(sent_);
    const auto row = std::find_if(rows_.begin(), end, [](const Row& candidate) { return !candidate.parked; });
    if (row != end && (!oldest || *row->sent < *oldest)) {
        oldest = *row->sent;
    }
    return oldest ? std::optional(std::max(*oldest, last_answer_)) : std::nullopt;
}

void ClientSession::take(const Welcome& message, TabletTime now)
{
    if (phase_ != Phase::kGreeting) {
        breach("the board welcomed this tablet twice on one connection");
        return;
    }
    if (resume_.board && *resume_.board != message.board) {
        Error other;
        other.code = ErrorCode::kOtherBoard;
        other.text = "this is the board '" + message.board_name +
                     "', but the taps of this tablet are for another one; connect to that one to send them";
        phase_ = Phase::kOver;
        events_.emplace_back(std::move(other));
        return;
    }
    phase_ = Phase::kOpen;
    board_boot_ = message.board_boot;
    receive_max_ = std::clamp<std::size_t>(message.receive_max, 1, kReceiveMax);
    if (message.resumed) {
        last_rev_ = message.resume_from;
    }
    last_answer_ = now;
    hello_covers_ = message.head;
    last_ping_ = now; // The Hello was the first sample.
    clock_.add(message.board_boot, hello_sent_, message.received, message.sent, now);
    events_.emplace_back(message);
}

void ClientSession::take(const Ack& message, TabletTime now)
{
    last_answer_ = now;
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(sent_);
    const auto row =
        std::find_if(rows_.begin(), end, [&](const Row& sent) { return sent.sealed.body.id == message.id; });
    if (row == end) {
        return; // A row that is no longer ours to send: its entry came first and was enough.
    }
    if (row->parked) {
        --parked_;
    }
    --sent_;
    rows_.erase(row);
    events_.emplace_back(message);
}

void ClientSession::take(const EntryMessage& message, TabletTime now)
{
    const Rev rev = message.entry.rev;
    if (rev <= hello_covers_) {
        last_answer_ = now;
    }
    const bool is_next = last_rev_ ? rev == *last_rev_ + 1
                                   : std::holds_alternative<match::StartMatch>(message.entry.command());
    if (!is_next) {
        if (rev > last_rev_.value_or(0) && !resync_) {
            resync(last_rev_.value_or(0), false);
        }
        return;
    }
    last_rev_ = rev;
    if (resync_ && !resync_->snapshot) {
        resync_.reset();
        resync_sent_.reset();
    }
    events_.emplace_back(message);
}

void ClientSession::take(const Snapshot& message, TabletTime)
{
    last_rev_ = message.rev;
    resync_.reset();
    resync_sent_.reset();
    events_.emplace_back(message);
}

void ClientSession::take(const Pong& message, TabletTime now)
{
    const auto asked = std::find(pings_.begin(), pings_.end(), message.t0);
    if (asked == pings_.end()) {
        return;
    }
    last_answer_ = now;
    pings_.erase(pings_.begin(), asked + 1);
    clock_.add(board_boot_, message.t0, message.t1, message.t2, now);
}

void ClientSession::take(const TokenState& message, TabletTime)
{
    events_.emplace_back(message);
}

void ClientSession::take(const PanelState& message, TabletTime)
{
    events_.emplace_back(message);
}

void ClientSession::take(const LeftMatches& message, TabletTime)
{
    events_.emplace_back(message);
}

void ClientSession::take(const Error& message, TabletTime)
{
    if (message.code == ErrorCode::kStorageFault && message.id) {
        const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(sent_);
        const auto row = std::find_if(rows_.begin(), end, [&](const Row& sent) {
            return sent.sealed.body.id == *message.id && !sent.parked;
        });
        if (row != end) {
            row->parked = true;
            ++parked_;
        }
    }
    switch (message.code) {
    case ErrorCode::kStorageFault:
    case ErrorCode::kNotYet:
        break;
    case ErrorCode::kConflict:
    case ErrorCode::kAuth:
    case ErrorCode::kTooBig:
    case ErrorCode::kVersion:
    case ErrorCode::kReplaced:
    case ErrorCode::kOtherBoard:
    case ErrorCode::kMalformed:
        phase_ = Phase::kOver;
        break;
    }
    events_.emplace_back(message);
}

void ClientSession::breach(std::string text)
{
    Error error;
    error.code = ErrorCode::kMalformed;
    error.text = std::move(text);
    phase_ = Phase::kOver;
    events_.emplace_back(std::move(error));
}

Hello ClientSession::hello(TabletTime now)
{
    Hello message;
    message.writer = identity_.writer;
    message.name = identity_.name;
    message.install = identity_.install;
    message.tablet_boot = identity_.tablet_boot;
    message.now = now;
    message.dialled = dialled_;
    message.wanted = identity_.wanted;
    message.expected_board = resume_.board;
    message.log = resume_.log;
    message.ladder = resume_.ladder;
    message.snapshots = resume_.snapshots;
    phase_ = Phase::kGreeting;
    hello_sent_ = now;
    return message;
}

CommandMessage ClientSession::command(Row& row, TabletTime now)
{
    CommandMessage message;
    message.sealed = row.sealed;
    message.sent = now;
    message.floor = floor(now);
    const match::Tap& tap = row.sealed.body.tap;
    if (tap.tablet_boot == identity_.tablet_boot) {
        withdraw(tap.at);
        if (const auto known = clock_.estimate(tap.at)) {
            message.board_boot = known->board_boot;
            message.offset = known->offset;
            message.uncertainty = known->uncertainty;
        }
    }
    row.sent = now;
    ++sent_;
    return message;
}

TabletTime ClientSession::floor(TabletTime now) const
{
    const TabletTime recent = now - kFloorBehind;
    return presses_.empty() ? recent : std::min(recent, *presses_.begin());
}

TabletTime ClientSession::ping_due() const
{
    return last_ping_ + (in_doubt_ ? kPingEveryInDoubt : kPingEvery);
}

} // namespace scoreboard::session
