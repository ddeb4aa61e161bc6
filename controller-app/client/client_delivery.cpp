// MatchClient's dealings with the board: what it said, and what that makes of taps and match.
#include <algorithm>
#include <utility>

#include "sabotage/sabotage.h"

#include "client/match_client.h"

namespace scoreboard::client {
namespace {

constexpr match::Duration kPatience = std::chrono::seconds(5); // with a board that will not have this tablet

std::string or_else(const std::string& text, const char* otherwise)
{
    return text.empty() ? otherwise : text;
}

// What the operator should know of a recorded clock command that did not simply count at the tap.
std::string remark_on(const std::optional<match::Verdict>& verdict)
{
    if (!verdict) {
        return {};
    }
    switch (verdict->reason) {
    case match::VerdictReason::kHeld:
        return verdict->effect == match::Effect::kNow
                   ? "HELD: it came too late to be put back by itself; the clock stopped on arrival. Accept "
                     "the "
                     "offer to put it back to the tap"
                   : "HELD: it came too late to count by itself. Accept the offer, or give the command again";
    case match::VerdictReason::kUnsynced:
        return "counted on arrival: this tablet did not know the board's clock yet";
    case match::VerdictReason::kClamped:
        return "counted from the earliest moment that is possible";
    case match::VerdictReason::kInTime:
    case match::VerdictReason::kLate:
        break;
    }
    return {};
}

std::string refusal(const match::Outcome& outcome)
{
    return or_else(outcome.text, match::to_string(outcome.reason));
}

} // namespace

void MatchClient::on_connected(match::TabletTime dialled, match::TabletTime now)
{
    session::ClientSession::Resume resume;
    resume.board = bound_board_;
    resume.log = bound_log_;
    resume.ladder = confirmed_.ladder();
    resume.snapshots = !confirmed_.folds();
    binding_ = false;
    session_.on_connected(std::move(resume), dialled, now);
}

void MatchClient::on_disconnected(match::TabletTime now)
{
    session_.on_disconnected();
    sent_late_ = 0;
    if (sabotage_planted(SABOTAGE_NEW_IDS) && !renaming_) {
        take_new_writer(1, now);
    }
}

void MatchClient::on_message(const session::ServerMessage& message, match::TabletTime now)
{
    if (const auto* welcome = std::get_if<session::Welcome>(&message)) {
        remember_clocks(*welcome, now); // The time line of a boot before is forgotten with it.
    }
    session_.on_message(message, now);
    drain_events(now);
    if (session_.welcomed()) {
        last_word_ = now;
    }
}

std::optional<session::ClientMessage> MatchClient::poll_transmit(match::TabletTime now)
{
    auto message = session_.poll_transmit(now);
    if (sabotage_planted(SABOTAGE_TRIM_ON_SEND) && message) {
        if (const auto* command = std::get_if<session::CommandMessage>(&*message)) {
            store(DropRow{command->sealed.body.id}, now);
            outbox_.remove(command->sealed.body.id);
        }
    }
    return message;
}

void MatchClient::drain_events(match::TabletTime now)
{
    while (const auto event = session_.poll_event()) {
        std::visit([this, now](const auto& part) { take(part, now); }, *event);
    }
    go_on_past_used_id();
    leave_ended_match_behind(now);
    settle_what_came_back(now);
    update_shown(now);
}

void MatchClient::take(const session::Welcome& welcome, match::TabletTime now)
{
    left_.clear();
    const match::Rev kept = welcome.resumed ? welcome.resume_from : 0;
    const bool other_match = confirmed_.known() && confirmed_.state().match != welcome.match;
    if (bound_board_ == welcome.board && bound_log_ && bound_log_ != welcome.log) {
        if (other_match) {
            set_match_aside(now);
        }
        go_back_with(welcome, now);
    } else if (!confirmed_.entries().empty() && confirmed_.rev() > kept) {
        if (other_match) {
            finish_match(now);
        }
        store(DropHistory{welcome.board, kept}, now, true); // The log has another match open.
        confirmed_.drop_after(kept);
    }
    const bool bound = bound_board_ == welcome.board && bound_log_ == welcome.log;
    if (!bound_board_) {
        store(BindRows{welcome.board}, now, true);
        outbox_.bind(welcome.board);
    }
    if (!bound) {
        store(Bind{welcome.board, welcome.log}, now, true);
        bound_board_ = welcome.board;
        bound_log_ = welcome.log;
        binding_ = true;
    } else {
        session_.allow_commands();
    }
    welcome_ = welcome;
    used_id_.reset();
    panel_.reset();
    taps_.set_has_panel(welcome.has_panel);
    board_fault_.clear();
    trouble_.clear();
    not_before_.reset();
    sent_late_ = taps_.waiting().count;
    sent_late_done_.reset();
    leave_clone_behind(now);
}

void MatchClient::take(const session::Ack& ack, match::TabletTime now)
{
    judged(ack.id, ack.outcome, ack.rev, ack.verdict, now);
    Outbox::Row* row = outbox_.find(ack.id);
    if (row == nullptr) {
        return; // Its entry came first, or it is an orphan now.
    }
    // Of a row that was renamed, another copy of this journal may have had the entry recorded before.
    if (!confirmed_.folds() || confirmed_.find(ack.id) != nullptr) {
        store(DropRow{ack.id}, now);
        outbox_.remove(ack.id);
        return;
    }
    row->acked = ack;
    store(MarkAcked{ack.id, ack}, now);
    leave_clone_behind(now);
}

// What was sent under the old name may be recorded under it: only once every row has its answer a new writer
// is free to begin.
void MatchClient::leave_clone_behind(match::TabletTime now)
{
    const auto& rows = outbox_.rows();
    const bool all_answered =
        std::all_of(rows.begin(), rows.end(), [](const Outbox::Row& row) { return row.acked.has_value(); });
    if (cloned_ && all_answered && session_.welcomed()) {
        cloned_ = false;
        take_new_writer(next_seq_, now);
    }
}

void MatchClient::judged(const match::CommandId& id, const match::Outcome& outcome, match::Rev rev,
                         const std::optional<match::Verdict>& verdict, match::TabletTime now)
{
    if (id.writer != writer_) {
        return;
    }
    if (outcome.applied) {
        taps_.recorded(id.seq, rev, remark_on(verdict), now);
        return;
    }
    taps_.refused(id.seq, rev, refusal(outcome), now);
    clock_correction_.refused(id);
    if (outcome.reason == match::Reason::kOtherMatch) {
        file_orphan(id, outcome, now);
    }
}

void MatchClient::take(const session::EntryMessage& message, match::TabletTime now)
{
    const match::Entry& entry = message.entry;
    const bool starts = std::holds_alternative<match::StartMatch>(entry.command()) && entry.outcome.applied;
    if (!confirmed_.known() && !starts) {
        return; // The rest of a match that was set aside: the open one begins with its start.
    }
    const Outbox::Row* same_id = outbox_.find(entry.id());
    if (used_id_ || (same_id != nullptr && same_id->sealed.hash != entry.sealed.hash)) {
        // Another device with a copy of this journal has used the id: the row must not leave with its entry.
        // What else of this journal it has recorded, perhaps in a match that is over, the board's answers to
        // the rows before tell; CONFLICT is the one to this row. No entry is taken until then.
        used_id_ = used_id_.value_or(entry.id());
        return;
    }
    if (starts && !confirmed_.entries().empty()) {
        if (entry.id() != confirmed_.state().match) {
            finish_match(now);
        }
        store(DropHistory{*bound_board_}, now);
    }
    const bool could_fold = confirmed_.folds() || starts;
    const bool fits = confirmed_.add(entry);
    judged(entry.id(), entry.outcome, entry.rev, entry.verdict, now);
    settle_orphan(entry, now);
    if (fits) {
        store(StoreEntry{*bound_board_, *bound_log_, entry}, now); // R7: its row leaves with it.
    } else {
        if (could_fold) {
            session_.resync(entry.rev, true);
        }
        if (outbox_.find(entry.id()) != nullptr) {
            store(DropRow{entry.id()}, now);
        }
    }
    outbox_.remove(entry.id());
}

// The row whose id was used has another name now, or could not be saved.
void MatchClient::go_on_past_used_id()
{
    if (used_id_ && outbox_.find(*used_id_) == nullptr) {
        used_id_.reset();
        session_.hang_up();
    }
}

// What was recorded in a match before this one has its answer, and will get no entry any more.
void MatchClient::leave_ended_match_behind(match::TabletTime now)
{
    if (confirmed_.entries().empty()) {
        return;
    }
    std::vector<match::CommandId> ended;
    for (const Outbox::Row& row : outbox_.rows()) {
        if (row.acked && row.acked->rev < confirmed_.entries().front().rev) {
            ended.push_back(row.sealed.body.id);
        }
    }
    for (const match::CommandId& id : ended) {
        store(DropRow{id}, now);
        outbox_.remove(id);
    }
}

// The board has gone on to the next match. Once one was played to its end nobody fills the board with an
// older one.
void MatchClient::finish_match(match::TabletTime now)
{
    if (!was_played(confirmed_.entries())) {
        return;
    }
    while (!kept_.all().empty()) {
        let_go(kept_.all().front().number, now);
    }
}

void MatchClient::take(const session::Snapshot& snapshot, match::TabletTime now)
{
    confirmed_.take(snapshot);
    std::vector<match::CommandId> contained;
    for (const Outbox::Row& row : outbox_.rows()) {
        if (row.acked) {
            contained.push_back(row.sealed.body.id);
        }
    }
    for (const match::CommandId& id : contained) {
        store(DropRow{id}, now);
        outbox_.remove(id);
    }
}

void MatchClient::take(const session::PanelState& panel, match::TabletTime)
{
    panel_ = panel;
    taps_.set_has_panel(panel.status != session::PanelStatus::kAbsent);
}

void MatchClient::update_shown(match::TabletTime now)
{
    taps_.set_display_held(confirmed_.state().display_held, now);
    if (panel_ && panel_->log == bound_log_) {
        taps_.shown_through(panel_->shown, now);
    }
    if (sent_late_ > 0 && !sent_late_done_ && taps_.waiting().count == 0) {
        sent_late_done_ = now;
    }
}

void MatchClient::take(const session::Error& error, match::TabletTime now)
{
    switch (error.code) {
    case session::ErrorCode::kNotYet:
        return;
    case session::ErrorCode::kStorageFault:
        board_fault_ = or_else(error.text, "the board cannot record");
        return;
    case session::ErrorCode::kConflict:
        if (error.id && error.id->writer == writer_) {
            take_new_writer(error.id->seq, now);
        }
        return;
    case session::ErrorCode::kReplaced:
        if (error.other_boot) {
            waits_for_person_ = true;
            cloned_ = true;
            trouble_ = "ANOTHER DEVICE RUNS WITH A COPY OF THIS TABLET'S JOURNAL - tap to go on as a new one";
        }
        return;
    case session::ErrorCode::kOtherBoard:
        waits_for_person_ = true;
        trouble_ = or_else(error.text, "this is another board than the taps of this tablet are for");
        return;
    case session::ErrorCode::kAuth:
    case session::ErrorCode::kTooBig:
    case session::ErrorCode::kVersion:
    case session::ErrorCode::kMalformed:
        trouble_ = or_else(error.text, session::to_string(error.code));
        not_before_ = now + std::max(error.retry_after, kPatience);
        return;
    }
}

} // namespace scoreboard::client
