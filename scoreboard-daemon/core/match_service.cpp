#include "core/match_service.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/board_boot.h"
#include "core/clock_judge.h"
#include "core/confirmation.h"
#include "core/devices.h"
#include "core/refusal.h"
#include "core/tap_claim.h"
#include "sabotage/sabotage.h"
#include "wire/wire.h"

namespace scoreboard::core {

namespace {

constexpr match::Duration kHornLives = std::chrono::seconds(3);

session::Error error_of(session::ErrorCode code, const match::CommandId& id, std::string text)
{
    return session::Error{.code = code, .id = id, .text = std::move(text), .retry_after = {}};
}

session::Decision known(const match::CommandId& id, match::Rev rev, bool same_body)
{
    if (same_body || sabotage_planted(SABOTAGE_HASH_UNCHECKED)) {
        return {.committed_with = rev, .error = std::nullopt};
    }
    return {.committed_with = rev,
            .error =
                error_of(session::ErrorCode::kConflict, id,
                         "Command " + std::to_string(id.seq) +
                             " is recorded with another content: this controller's journal was copied or "
                             "put back to an older state.")};
}

bool horn_is_late(const TapClaim& claim, match::BoardTime received)
{
    if (sabotage_planted(SABOTAGE_LATE_HORN)) {
        return false;
    }
    return claim.age > kHornLives || (claim.at && received - *claim.at > kHornLives);
}

bool any_clock_runs(const match::MatchState& state, match::BoardTime now)
{
    return match::runs(state, match::ClockId::kGame, now) || match::runs(state, match::ClockId::kShot, now) ||
           state.timeout.has_value();
}

} // namespace

MatchService::MatchService(Options options, RecoveredLog log, Now now)
    : options_(std::move(options)), board_seq_(log.board_seq),
      chain_(sabotage_planted(SABOTAGE_CHAIN_BEGINS_ANEW) ? match::Hash{} : log.head_chain)
{
    facts_ = session::BoardFacts{.board = log.board,
                                 .name = options_.board_name,
                                 .boot = options_.boot,
                                 .log = log.log,
                                 .has_panel = options_.has_panel};
    for (const match::Ruleset& ruleset : options_.venue_rulesets) {
        facts_.venue_rulesets.push_back({ruleset.id, ruleset.name, ruleset.sport});
    }
    assert(facts_.venue_rulesets.size() <= session::kVenueRulesetsMax && "the configuration was checked");
    panel_.log = log.log;
    ended_ = std::make_shared<const std::vector<match::MatchSummary>>(std::move(log.ended));
    left_ = std::move(log.left);
    left_generation_ = left_.all().empty() ? 0 : 1;
    for (StoredDecision& decision : log.older) {
        older_.emplace(decision.id, std::move(decision));
    }
    committed_.rev = log.head;
    if (!log.open_match) {
        const match::Altered rules = rules_for({options_.ruleset, {}, {}, {}});
        assert(rules.problem.empty() && "the configuration was checked");
        begin_match(log.head + 1, {rules.ruleset, options_.home_name, options_.guest_name}, now);
        return;
    }
    timeline_ = std::move(log.open_match);
    match_ = timeline_->entries().front().id();
    match_start_ = timeline_->entries().front().rev;
    const match::Entry& last = timeline_->entries().back();
    const bool same_boot = last.board_boot == options_.boot;
    newest_ = same_boot ? last.received : match::BoardTime{};
    held_ = held_display(*timeline_);
    committed_.state = timeline_->state();
    committed_.held = held_;
    rules_ = timeline_->ruleset();
    if (asked_for() != nullptr) {
        begin_asked_match(now); // the power went between the request and the match
        return;
    }
    if (log.filled_up_to == log.head || log.brought_up_to == log.head) {
        begin_elsewhere(log.brought_up_to == log.head, now);
        return;
    }
    begin_boot(now);
}

session::Decision MatchService::submit(session::Submitted submitted, session::Role role, std::int64_t wall_ms)
{
    session::CommandMessage& message = submitted.message;
    const match::CommandId id = message.sealed.body.id;
    if (recording_ == Recording::kFault) {
        return cannot_record(id);
    }
    if (auto decided = decided_before(message.sealed)) {
        return recording_ == Recording::kOn ? std::move(*decided) : cannot_record(id);
    }

    const TapClaim claim = tap_claim(submitted, options_.boot);
    const Intent intent{id, message.sealed.hash};
    match::Entry entry = new_entry(std::move(message.sealed), Now{submitted.received, wall_ms});
    if (options_.poisonous == intent) {
        entry.outcome =
            refused(match::Reason::kInternal, "This command ended the board's program twice; it was "
                                              "left out. Please report it, with the board's log.");
        append(std::move(entry));
    } else {
        if (options_.intent_note != nullptr) {
            options_.intent_note->begin(intent);
        }
        decide(entry, claim, role);
        if (sabotage_planted(SABOTAGE_REFUSALS_NOT_STORED) && !entry.outcome.applied) {
            older_.emplace(id, StoredDecision{id, entry.sealed.hash, committed_.rev, entry.outcome, {}});
            return {committed_.rev, std::nullopt};
        }
        append(std::move(entry));
        if (options_.intent_note != nullptr) {
            options_.intent_note->end();
        }
    }
    if (recording_ != Recording::kOn) {
        return cannot_record(id);
    }
    return {sabotage_planted(SABOTAGE_ACK_BEFORE_COMMIT) ? 0 : head_rev(), std::nullopt};
}

std::optional<session::Decision> MatchService::decided_before(const match::SealedBody& sealed) const
{
    const match::Entry* entry = timeline_->find(sealed.body.id);
    const bool forgotten =
        sabotage_planted(SABOTAGE_DEDUPE_PER_CONNECTION) ||
        (sabotage_planted(SABOTAGE_DEDUPE_WINDOW) && entry != nullptr &&
         (entry->board_boot != options_.boot || newest_ - entry->received > std::chrono::minutes(2)));
    if (entry != nullptr && !forgotten) {
        return known(sealed.body.id, entry->rev, entry->sealed.hash == sealed.hash);
    }
    if (const auto stored = older_.find(sealed.body.id); stored != older_.end() && !forgotten) {
        return known(sealed.body.id, stored->second.rev, stored->second.hash == sealed.hash);
    }
    return std::nullopt;
}

std::optional<Batch> MatchService::take_batch()
{
    if (in_store_ || pending_.empty()) {
        return std::nullopt;
    }
    PendingBatch& pending = pending_.front();
    if (!pending.state) {
        close(pending);
    }
    in_store_ = true;
    if (sabotage_planted(SABOTAGE_PUBLISH_BEFORE_COMMIT)) {
        committed_ = Committed{pending.last, *pending.state, pending.held};
    }
    const auto entries =
        timeline_->entries().subspan(pending.first - match_start_, pending.last - pending.first + 1);
    return Batch{.entries = {entries.begin(), entries.end()},
                 .clock_running = any_clock_runs(*pending.state, newest_)};
}

void MatchService::on_committed()
{
    assert(in_store_);
    PendingBatch& batch = pending_.front();
    committed_.rev = batch.last;
    committed_.state = std::move(*batch.state);
    committed_.held = std::move(batch.held);
    if (committed_.rev >= match_start_ && batch.first <= match_start_) {
        rules_ = timeline_->ruleset();
    }
    pending_.pop_front();
    in_store_ = false;
    if (pending_.empty() && asked_for() != nullptr) {
        begin_asked_match(Now{newest_, timeline_->entries().back().wall_ms});
    }
}

std::optional<match::MatchSummary> MatchService::open_summary() const
{
    const match::Entry* first = entry(match_start_);
    const match::Entry* newest = entry(committed_.rev);
    if (first == nullptr || newest == nullptr || !match_is_committed()) {
        return std::nullopt;
    }
    return match::summary_of(
        rules_, committed_.state.display_held ? outlook().on_display() : committed_.state, *first, *newest);
}

void MatchService::on_new_log(match::LogId log)
{
    facts_.log = log;
    board_seq_ = 0;
    panel_.log = log;
    ++panel_generation_;
}

void MatchService::on_panel_shown(match::Rev rev, match::BoardTime at)
{
    if (panel_.shown == rev) {
        return;
    }
    panel_.shown = rev;
    panel_.shown_at = at;
    ++panel_generation_;
}

void MatchService::on_panel_status(session::PanelStatus status, std::string detail)
{
    if (panel_.status == status && panel_.detail == detail) {
        return;
    }
    panel_.status = status;
    panel_.detail = std::move(detail);
    ++panel_generation_;
}

const match::Entry* MatchService::entry(match::Rev rev) const
{
    if (rev < match_start_ && !previous_.empty() && rev >= previous_.front().rev) {
        return &previous_[rev - previous_.front().rev];
    }
    if (rev < match_start_ || rev > committed_.rev) {
        return nullptr;
    }
    return &timeline_->entries()[rev - match_start_];
}

std::optional<session::Ack> MatchService::answer(const match::CommandId& id) const
{
    if (const match::Entry* entry = timeline_->find(id)) {
        if (entry->rev > committed_.rev && !sabotage_planted(SABOTAGE_ACK_BEFORE_COMMIT)) {
            return std::nullopt;
        }
        return session::Ack{
            .id = id, .outcome = entry->outcome, .rev = entry->rev, .verdict = entry->verdict};
    }
    if (const auto stored = older_.find(id); stored != older_.end()) {
        const StoredDecision& decision = stored->second;
        return session::Ack{
            .id = id, .outcome = decision.outcome, .rev = decision.rev, .verdict = decision.verdict};
    }
    return std::nullopt;
}

session::Snapshot MatchService::snapshot() const
{
    return session::Snapshot{.rev = committed_.rev, .ruleset = ruleset(), .state = committed_.state};
}

// What came from elsewhere ends somewhere, and how long the clocks ran after that nobody here knows: they
// stand, even within one boot.
void MatchService::begin_elsewhere(bool brought, Now now)
{
    append(board_entry(board_boot_after(*timeline_, options_.heartbeat), now));
    const std::string up_to = "up to rev " + std::to_string(committed_.rev);
    append(board_entry(
        match::Note{
            .text = brought
                        ? "The match was brought here from another board, " + up_to +
                              "; no clock runs on by itself."
                        : "The board had lost its log. It was filled " + up_to +
                              " with what a controller had kept; the controllers send again what it lacks."},
        now));
}

// After a change of boot the log goes on with what that did to the clocks.
void MatchService::begin_boot(Now now)
{
    const bool unnoticed = sabotage_planted(SABOTAGE_BOOT_UNNOTICED);
    if (timeline_->entries().back().board_boot != options_.boot && !unnoticed) {
        append(board_entry(board_boot_after(*timeline_, options_.heartbeat), now));
    }
}

void MatchService::decide(match::Entry& entry, const TapClaim& claim, session::Role role)
{
    entry.outcome = check(entry, claim, role);
    if (entry.outcome.reason != match::Reason::kNone) {
        return;
    }
    if (is_clock_command(entry.command())) {
        ClockJudgement judgement = judge_clock(*timeline_, entry, claim);
        if (!judgement.verdict) {
            entry.outcome = std::move(judgement.refusal);
            return;
        }
        entry.verdict = std::move(judgement.verdict);
    }
    entry.outcome = timeline_->judge(entry);
    if (entry.outcome.applied && match::corrected_by(entry.command()) != nullptr) {
        entry.outcome = confirm(*timeline_, entry, claim);
    }
}

match::Outcome MatchService::check(const match::Entry& entry, const TapClaim& claim, session::Role role) const
{
    using match::Reason;
    const match::Command& command = entry.command();
    if (std::holds_alternative<match::UnknownCommand>(command)) {
        return {}; // no role helps: the rules refuse it
    }
    if (is_board_only(command)) {
        return refused(Reason::kBoardOnly, "Only the board itself writes this kind of entry.");
    }
    if (!may(role, command)) {
        return refused(Reason::kRole, std::string("The role ") + session::to_string(role) + " may not do " +
                                          match::describe(command) + ".");
    }
    if (asked_for() != nullptr) {
        return refused(Reason::kOtherMatch,
                       "Another match is just being opened: enter it again, if it is for that one.");
    }
    if (match::Outcome refusal = check_another_match(command); refusal.reason != Reason::kNone) {
        return refusal;
    }
    const auto& seen = entry.sealed.body.seen;
    if (seen && seen->match != match_) {
        return refused(
            Reason::kOtherMatch,
            "It was meant for a match that is no longer open; if it is of this one, enter it again.");
    }
    if (std::holds_alternative<match::SoundHorn>(command) && horn_is_late(claim, entry.received)) {
        return refused(Reason::kExpired, "The horn was pressed more than 3 s ago: it does not sound late.");
    }
    const match::CommandId* corrected = match::corrected_by(command);
    if (corrected != nullptr && corrected->writer != entry.id().writer && !may_correct_others(role)) {
        return refused(Reason::kRole, std::string("The role ") + session::to_string(role) +
                                          " may correct its own entries only.");
    }
    return {};
}

void MatchService::append(match::Entry entry)
{
    if (recording_ == Recording::kLiveOnly) {
        add(std::move(entry));
        return; // of no batch, and of no chain
    }
    const bool last_is_in_store = in_store_ && pending_.size() == 1;
    const bool fits = !pending_.empty() && !last_is_in_store &&
                      pending_.back().last - pending_.back().first + 1 < kBatchMax;
    if (fits) {
        pending_.back().last = entry.rev;
    } else {
        if (!pending_.empty() && !pending_.back().state) {
            close(pending_.back());
        }
        pending_.push_back(PendingBatch{entry.rev, entry.rev, std::nullopt});
    }
    add(std::move(entry));
    seal_newest();
}

void MatchService::add(match::Entry entry)
{
    timeline_->add(std::move(entry));
    held_ = held_display(std::move(held_), *timeline_);
}

void MatchService::close(PendingBatch& batch)
{
    batch.state = timeline_->state();
    batch.held = held_;
}

void MatchService::seal_newest()
{
    const match::BoardTime received = timeline_->entries().back().received;
    const bool of_committed = sabotage_planted(SABOTAGE_DIGEST_OF_COMMITTED) && waiting() > 1;
    timeline_->seal_newest(match::digest(of_committed ? committed_.state : timeline_->state(), received), {});
    chain_ = wire::chain_hash(chain_, timeline_->entries().back());
    timeline_->seal_newest(timeline_->entries().back().state_digest, chain_);
}

match::Entry MatchService::new_entry(match::SealedBody sealed, Now now)
{
    newest_ = std::max(newest_, now.at);
    match::Entry entry;
    entry.rev = timeline_ ? timeline_->rev() + 1 : 0;
    entry.sealed = std::move(sealed);
    entry.received = newest_;
    entry.board_boot = options_.boot;
    entry.wall_ms = now.wall_ms;
    return entry;
}

match::Entry MatchService::board_entry(match::Command command, Now now)
{
    match::Body body;
    body.id = match::CommandId{match::writer_of(facts_.log), ++board_seq_};
    body.command = std::move(command);
    match::Entry entry = new_entry(wire::seal(body), now);
    entry.outcome.applied = true;
    return entry;
}

} // namespace scoreboard::core
