#include "session/server_session.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "sabotage/sabotage.h"

namespace scoreboard::session {

namespace {

constexpr std::size_t kLadderMax = 20;
constexpr Duration kStorageRetryAfter = std::chrono::seconds(5);

std::string version_text(const Hello& hello)
{
    const bool tablet_is_newer = hello.version_min > kProtocolVersion;
    return "This board speaks version " + std::to_string(kProtocolVersion) +
           " of the control protocol, the controller " + std::to_string(hello.version_min) + " to " +
           std::to_string(hello.version_max) + ": update the " + (tablet_is_newer ? "board." : "controller.");
}

Error storage_error(const std::string& text)
{
    return Error{.code = ErrorCode::kStorageFault,
                 .id = std::nullopt,
                 .text = "The board cannot record: " + text,
                 .retry_after = kStorageRetryAfter};
}

} // namespace

ServerSession::ServerSession(const BoardView& board, BoardTime opened) : board_(&board), last_heard_(opened)
{
}

void ServerSession::on_message(ClientMessage message, BoardTime now)
{
    if (!close_reason_.empty()) {
        return;
    }
    last_heard_ = now;
    if (!hello_ && !std::holds_alternative<Hello>(message)) {
        fail(ErrorCode::kMalformed, "A connection begins with Hello; something else came first.");
        return;
    }
    struct Handler {
        ServerSession& session;
        BoardTime now;

        void operator()(Hello& hello) const { session.on_hello(std::move(hello), now); }
        void operator()(CommandMessage& command) const { session.on_command(std::move(command), now); }
        void operator()(const Resync& resync) const { session.on_resync(resync); }
        void operator()(const Ping& ping) const { session.on_ping(ping, now); }
        void operator()(const TokenRequest&) const
        {
            session.push_error(
                Error{.code = ErrorCode::kNotYet,
                      .id = std::nullopt,
                      .text = "This board gives no clock tokens: every clock key works without."});
        }
    };
    std::visit(Handler{*this, now}, message);
}

void ServerSession::on_malformed(const std::string& what, BoardTime now)
{
    if (close_reason_.empty()) {
        last_heard_ = now;
        fail(ErrorCode::kMalformed, "The board could not read a message: " + what);
    }
}

std::optional<Delivery> ServerSession::poll_delivery()
{
    if (deliveries_.empty()) {
        return std::nullopt;
    }
    Delivery delivery = std::move(deliveries_.front());
    deliveries_.pop_front();
    return delivery;
}

void ServerSession::on_decided(const CommandId& id, Decision decision)
{
    const auto pending =
        std::find_if(answers_.begin(), answers_.end(), [](const PendingAnswer& p) { return !p.decided; });
    assert(pending != answers_.end() && pending->id == id);
    pending->decision = std::move(decision);
    pending->decided = true;
    if (pending->decision.error && pending->decision.error->code == ErrorCode::kConflict) {
        // The controller gives everything from here on another id and dials again. What followed on this
        // connection would be recorded twice, once under each of its ids.
        conflict_ = true;
        deliveries_.clear();
        answers_.erase(pending + 1, answers_.end());
    }
}

void ServerSession::replace(bool by_other_boot)
{
    Error error{.code = ErrorCode::kReplaced, .id = std::nullopt, .text = {}};
    error.text =
        by_other_boot
            ? "Another device with this journal has connected. If the journal was copied, give this one "
              "a new name in the settings."
            : "A newer connection of this controller took over.";
    error.other_boot = by_other_boot;
    close(error.text, error);
}

void ServerSession::close(std::string reason, std::optional<Error> error)
{
    if (!close_reason_.empty()) {
        return;
    }
    if (error) {
        push_error(std::move(*error));
    }
    close_reason_ = std::move(reason);
    deliveries_.clear();
    answers_.clear();
}

std::optional<Outgoing> ServerSession::poll_transmit(BoardTime now)
{
    if (close_reason_.empty() && now - last_heard_ >= kDeadAfter) {
        close("nothing was heard of the controller for 3 s", std::nullopt);
    }
    if (close_reason_.empty() && !welcomed_) {
        if (auto welcome = poll_welcome(now)) {
            return welcome;
        }
    }
    if (welcomed_ && close_reason_.empty() && !pongs_.empty()) {
        Pong pong = pongs_.front();
        pongs_.pop_front();
        pong.t2 = now;
        return pong;
    }
    if (!errors_.empty()) {
        Error error = std::move(errors_.front());
        errors_.pop_front();
        return error;
    }
    if (!close_reason_.empty() || !welcomed_) {
        return std::nullopt;
    }
    if (auto answer = poll_answer()) {
        return answer;
    }
    if (auto panel = poll_panel()) {
        return panel;
    }
    if (auto left = poll_left_matches()) {
        return left;
    }
    return poll_log();
}

std::optional<BoardTime> ServerSession::next_deadline() const
{
    if (!close_reason_.empty()) {
        return std::nullopt;
    }
    return last_heard_ + kDeadAfter;
}

void ServerSession::on_hello(Hello hello, BoardTime now)
{
    if (hello_) {
        fail(ErrorCode::kMalformed, "A second Hello came on one connection.");
        return;
    }
    if (hello.version_min > kProtocolVersion || hello.version_max < kProtocolVersion) {
        fail(ErrorCode::kVersion, version_text(hello));
        return;
    }
    if (hello.expected_board && *hello.expected_board != board_->facts().board) {
        fail(ErrorCode::kOtherBoard, "This is " + board_->facts().name +
                                         ", not the board that the waiting commands are for. Connect to that "
                                         "board; they stay saved until then.");
        return;
    }
    hello_ = std::move(hello);
    hello_received_ = now;
    snapshots_ = hello_->snapshots;
    snapshot_due_ = snapshots_;
    deliveries_.push_back(Joined{*hello_});
    if (compare_ladder().store_went_back) {
        asked_for_new_log_ = true;
        const Rung& newest = hello_->ladder.front();
        deliveries_.push_back(
            StoreWentBack{hello_->name + " holds rev " + std::to_string(newest.rev) +
                          " of this log, which stands at " + std::to_string(board_->head()) +
                          " or has another entry there: the store is older than what it said"});
    }
}

void ServerSession::on_command(CommandMessage message, BoardTime now)
{
    if (conflict_) {
        return;
    }
    const CommandId id = message.sealed.body.id;
    if (id.writer != hello_->writer) {
        fail(ErrorCode::kMalformed,
             "Command " + std::to_string(id.seq) + " is of another writer than the one that said Hello.");
        return;
    }
    if (answers_.size() >= kReceiveMax) {
        fail(ErrorCode::kMalformed, "More than " + std::to_string(kReceiveMax) +
                                        " commands came before their acknowledgements were read.");
        return;
    }
    answers_.push_back(PendingAnswer{id, {}, false});
    const std::optional<TabletTime> earlier_floor = floor_;
    raise_floor(message.floor);
    deliveries_.push_back(Submitted{std::move(message), now, hello_->tablet_boot, earlier_floor});
}

void ServerSession::on_resync(const Resync& resync)
{
    snapshots_ = resync.snapshot;
    snapshot_due_ = snapshots_;
    // More than the log holds, or less than the open match: it comes whole.
    const bool usable = resync.after + 1 >= board_->match_start() && resync.after <= board_->head();
    next_rev_ = usable ? resync.after + 1 : board_->match_start();
}

void ServerSession::raise_floor(TabletTime floor)
{
    floor_ = std::max(floor_.value_or(floor), floor);
}

void ServerSession::on_ping(const Ping& ping, BoardTime now)
{
    raise_floor(ping.floor);
    if (pongs_.size() == kPongsMax) {
        pongs_.pop_front(); // It does not read: only fresh samples are worth anything.
    }
    pongs_.push_back(Pong{ping.t0, now, now});
}

void ServerSession::fail(ErrorCode code, std::string text)
{
    close(text, Error{.code = code, .id = std::nullopt, .text = text});
}

void ServerSession::push_error(Error error)
{
    if (errors_.size() == kErrorsMax) {
        errors_.pop_front();
    }
    errors_.push_back(std::move(error));
}

ServerSession::Resume ServerSession::compare_ladder() const
{
    Resume resume{.after = board_->match_start() - 1, .resumed = false, .store_went_back = false};
    const std::size_t rungs = std::min(hello_->ladder.size(), kLadderMax);
    for (std::size_t i = 0; i < rungs; ++i) {
        const Rung& rung = hello_->ladder[i];
        const match::Entry* entry = board_->entry(rung.rev);
        if (entry != nullptr && entry->chain == rung.chain) {
            if (!resume.resumed || rung.rev > resume.after) {
                resume.after = rung.rev;
                resume.resumed = true;
            }
        } else if (entry != nullptr || rung.rev > board_->head()) {
            resume.store_went_back = true;
        }
    }
    // Whoever it is: a store that went back far enough has forgotten the writer too.
    resume.store_went_back = resume.store_went_back && (hello_->log == board_->facts().log ||
                                                        sabotage_planted(SABOTAGE_FORK_FOR_STRANGERS));
    return resume;
}

std::optional<ServerMessage> ServerSession::poll_welcome(BoardTime now)
{
    if (!hello_) {
        return std::nullopt;
    }
    const bool match_is_committed = board_->head() != 0 && board_->head() >= board_->match_start();
    const bool log_is_named = !asked_for_new_log_ || board_->facts().log != hello_->log;
    if (!match_is_committed || !log_is_named) {
        if (!board_->storage_fault().empty()) {
            close(board_->storage_fault(), storage_error(board_->storage_fault()));
        }
        return std::nullopt;
    }
    const Resume resume = compare_ladder();
    const BoardFacts& facts = board_->facts();
    next_rev_ = resume.after + (sabotage_planted(SABOTAGE_ENTRY_TWICE) && resume.resumed ? 0 : 1);
    welcomed_ = true;
    if (!board_->storage_fault().empty()) {
        push_error(storage_error(board_->storage_fault()));
    }
    return Welcome{.board = facts.board,
                   .board_name = facts.name,
                   .board_boot = facts.boot,
                   .received = hello_received_,
                   .sent = now,
                   .log = facts.log,
                   .head = board_->head(),
                   .match = board_->open_match(),
                   .role = role(),
                   .receive_max = static_cast<std::uint32_t>(kReceiveMax),
                   .resume_from = resume.after,
                   .resumed = resume.resumed,
                   .has_panel = facts.has_panel,
                   .venue_rulesets = facts.venue_rulesets};
}

std::optional<ServerMessage> ServerSession::poll_answer()
{
    if (answers_.empty() || !answers_.front().decided ||
        answers_.front().decision.committed_with > board_->head()) {
        return std::nullopt;
    }
    PendingAnswer answer = std::move(answers_.front());
    answers_.pop_front();
    if (answer.decision.error) {
        return std::move(*answer.decision.error);
    }
    std::optional<Ack> ack = board_->answer(answer.id);
    assert(ack && "what a committed entry decided is known");
    return std::move(*ack);
}

std::optional<ServerMessage> ServerSession::poll_panel()
{
    if (panel_sent_ == board_->panel_generation()) {
        return std::nullopt;
    }
    panel_sent_ = board_->panel_generation();
    return board_->panel();
}

std::optional<ServerMessage> ServerSession::poll_left_matches()
{
    if (left_sent_ == board_->left_generation()) {
        return std::nullopt;
    }
    left_sent_ = board_->left_generation();
    return board_->left_matches();
}

std::optional<Outgoing> ServerSession::poll_log()
{
    const Rev head = board_->head();
    if (!board_->storage_fault().empty() || (next_rev_ > head && !snapshot_due_)) {
        return std::nullopt;
    }
    if (snapshots_) {
        snapshot_due_ = false;
        next_rev_ = head + 1;
        return board_->snapshot();
    }
    return EntryAt{next_rev_++};
}

} // namespace scoreboard::session
