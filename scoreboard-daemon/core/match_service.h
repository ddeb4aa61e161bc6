#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/heartbeat.h"
#include "core/held_display.h"
#include "core/intent_note.h"
#include "core/recovered_log.h"
#include "core/tap_claim.h"
#include "match/rule_options.h"
#include "match/timeline.h"
#include "session/server_session.h"

namespace scoreboard::core {

// The board's two clocks, read together: what decides, and what people read.
struct Now {
    match::BoardTime at{};
    std::int64_t wall_ms = 0; // UTC
};

// The match after everything that is committed.
struct Committed {
    match::Rev rev = 0; // 0: not even the match's start is committed yet
    match::MatchState state;
    std::shared_ptr<const HeldDisplay> held{}; // null: the display is not held
};

// Whether what is decided is recorded.
enum class Recording : std::uint8_t {
    kOn,       // every command becomes an entry, and is acknowledged once it is durable
    kFault,    // a write failed, the log is being rebuilt: no command is taken
    kLiveOnly, // it could not be rebuilt: commands count in memory, are not acknowledged, and get no rev
};

// The match as everybody outside may see it: what is committed, in live-only mode with what was decided since
// on top.
struct Outlook {
    match::Rev rev = 0;         // the newest committed; 0: there is nothing to see yet
    std::size_t unrecorded = 0; // commands that count in `state` and are in no log
    const match::MatchState& state;
    bool power_was_lost = false;               // while the game clock ran, and nobody has put it right since
    std::shared_ptr<const HeldDisplay> held{}; // null: the display is not held

    // What panel and public feeds show, and up to which rev.
    match::MatchState on_display() const { return held ? match::on_display(state, held->state) : state; }
    match::Rev displayed_rev() const;
};

// Entries for one transaction, in rev order.
struct Batch {
    std::vector<match::Entry> entries;
    bool clock_running = false; // after them: a checkpoint would delay the next command
};
inline constexpr std::size_t kBatchMax = 64;

// The single writer. It decides every command on `head`, the state after all it has decided, and shows only
// what is committed. The store is somewhere else: batches go out, and whether they are durable comes back.
//
//   kOn --on_storage_fault--> kFault --on_not_rebuilt--> kLiveOnly
//    ^---------------------- on_rebuilt ----'---------------'
class MatchService final : public session::BoardView {
public:
    struct Options {
        std::string board_name;
        match::BootId boot;
        bool has_panel = false;
        std::string ruleset = match::default_ruleset().id; // of the match that begins an empty log
        std::vector<match::Ruleset> venue_rulesets{};      // offered beside the shipped ones
        std::string home_name = "HOME";
        std::string guest_name = "GUEST";
        IntentNote* intent_note = nullptr;    // null: crashes are blamed on nothing. Must outlive the service
        std::optional<Intent> poisonous{};    // ended the daemon twice in a row: refused INTERNAL (R13)
        std::optional<Heartbeat> heartbeat{}; // the newest that was written, of whatever log
    };

    // An empty log begins with a match; a log of another boot goes on with BoardBoot: the first batch.
    MatchService(Options options, RecoveredLog log, Now now);

    // Decides a command: a known id gets its stored outcome, anything else becomes an entry, refused or
    // applied. Unless recording is on, the answer is STORAGE_FAULT, whatever became of the command: its
    // controller keeps it and sends it again.
    session::Decision submit(session::Submitted submitted, session::Role role, std::int64_t wall_ms);

    // The next entries to write, at most kBatchMax; none while a batch is in the store or nothing waits.
    std::optional<Batch> take_batch();
    // The batch in the store is durable: committed moves on.
    void on_committed();

    // The store failed: head falls back to committed, and everything that waits is dropped. `text`: what went
    // wrong and what to do.
    void on_storage_fault(std::string text);
    // The log could not be rebuilt, and the match goes on in memory. Not without a match: one whose very
    // start is not recorded waits for the store.
    void on_not_rebuilt(std::string text, Now now);
    // `log` holds everything that was acknowledged, and perhaps the batch that failed: the writer goes on
    // with it as after a restart. What was in memory alone is forgotten; if that was anything, the log gets a
    // note of what was to be seen, and this is its text.
    std::string on_rebuilt(RecoveredLog log, Now now);

    // The log has a new name, durably (session::StoreWentBack).
    void on_new_log(match::LogId log);

    // The panel acknowledged an image that holds `rev`, at `at`.
    void on_panel_shown(match::Rev rev, match::BoardTime at);
    void on_panel_status(session::PanelStatus status, std::string detail);

    const Committed& committed() const { return committed_; }
    Outlook outlook() const;
    Recording recording() const { return recording_; }
    const match::Ruleset& ruleset() const { return rules_; } // of the committed state
    // The matches of this log that have ended, oldest first.
    const std::shared_ptr<const std::vector<match::MatchSummary>>& ended() const { return ended_; }
    // The open one, as far as it is committed; none: not even its start is.
    std::optional<match::MatchSummary> open_summary() const;
    // Entries of the open match by rev; only those up to head() are committed.
    const match::Timeline& timeline() const { return *timeline_; }
    match::Rev head_rev() const { return timeline_->rev(); } // decided, perhaps not committed
    std::size_t waiting() const { return head_rev() - committed_.rev; }

    // session::BoardView: committed facts.
    const session::BoardFacts& facts() const override { return facts_; }
    match::Rev head() const override { return committed_.rev; }
    match::Rev match_start() const override { return match_start_; }
    match::CommandId open_match() const override { return match_; }
    const match::Entry* entry(match::Rev rev) const override;
    std::optional<session::Ack> answer(const match::CommandId& id) const override;
    session::Snapshot snapshot() const override;
    const session::PanelState& panel() const override { return panel_; }
    std::uint64_t panel_generation() const override { return panel_generation_; }
    // Why nothing is recorded and what to do; empty: recording is on.
    const std::string& storage_fault() const override { return storage_fault_; }
    session::LeftMatches left_matches() const override;
    std::uint64_t left_generation() const override { return left_generation_; }

private:
    struct PendingBatch {
        match::Rev first = 0;
        match::Rev last = 0;
        std::optional<match::MatchState> state; // after `last`; none: the batch is open, head's state counts
        std::shared_ptr<const HeldDisplay> held{}; // with `state`
    };

    // The rules that `wanted` asks for, with its options; or why they cannot be had.
    match::Altered rules_for(const match::OpenMatch& wanted) const;
    void begin_match(match::Rev rev, match::StartMatch start, Now now);
    // The OpenMatch or ResumeMatch in the log whose match has not begun yet; null: there is none.
    const match::Entry* asked_for() const;
    match::StartMatch start_of(const match::Command& asked) const;
    void begin_asked_match(Now now);
    void begin_boot(Now now);
    void begin_elsewhere(bool brought, Now now);
    bool match_is_committed() const { return committed_.rev >= match_start_; }
    session::Decision cannot_record(const match::CommandId& id) const;
    std::optional<session::Decision> decided_before(const match::SealedBody& sealed) const;
    std::size_t count_unrecorded() const;
    std::string difference_to(const MatchService& rebuilt, match::BoardTime now) const;
    void decide(match::Entry& entry, const TapClaim& claim, session::Role role);
    // What refuses a command before the rules of the game are asked; Reason::kNone: nothing does.
    match::Outcome check(const match::Entry& entry, const TapClaim& claim, session::Role role) const;
    match::Outcome check_another_match(const match::Command& command) const;
    void append(match::Entry entry);
    void add(match::Entry entry);
    void close(PendingBatch& batch);
    void seal_newest();
    match::Entry new_entry(match::SealedBody sealed, Now now);
    match::Entry board_entry(match::Command command, Now now);

    Options options_;
    session::BoardFacts facts_;
    std::optional<match::Timeline> timeline_; // head
    std::shared_ptr<const HeldDisplay> held_; // of head
    match::Rev match_start_ = 0;
    match::CommandId match_;
    match::Seq board_seq_ = 0;
    match::Hash chain_{}; // of head
    match::BoardTime newest_{};
    Committed committed_;
    match::Ruleset rules_;
    std::shared_ptr<const std::vector<match::MatchSummary>> ended_;
    match::LeftMatches left_;
    std::uint64_t left_generation_ = 0;
    std::vector<match::Entry> previous_; // the match before: who followed it still reads its last entries
    std::deque<PendingBatch> pending_;   // the first is in the store when in_store_
    bool in_store_ = false;
    std::unordered_map<match::CommandId, StoredDecision, match::CommandIdHash> older_;
    session::PanelState panel_;
    std::uint64_t panel_generation_ = 1;
    Recording recording_ = Recording::kOn;
    std::string storage_fault_;
};

} // namespace scoreboard::core
