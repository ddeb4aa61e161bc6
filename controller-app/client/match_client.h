#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/client_view.h"
#include "client/clock_correction.h"
#include "client/clock_memory.h"
#include "client/confirmed_match.h"
#include "client/journal.h"
#include "client/kept_matches.h"
#include "client/outbox.h"
#include "client/prediction.h"
#include "client/strip.h"
#include "client/tap_book.h"
#include "match/correction_effect.h"
#include "session/client_session.h"

namespace scoreboard::client {

// A tablet's whole part in delivery: taps become outbox rows, rows become Commands, Acks and Entries become
// levels and history. It decides what is stored and sent; whoever drives it stores and sends:
//
//     take_store_batch → journal.commit → on_stored | on_store_failed
//     poll_transmit → the connection → on_message
//
// After every call the driver does both again, and once more at next_deadline().
class MatchClient {
public:
    struct Options {
        match::BootId tablet_boot;
        std::string name = "tablet";
        session::Role role = session::Role::kReferee;
        // Random 128-bit names, for the day that a journal turns out to have been cloned (R11) and no tap
        // waits.
        std::function<match::WriterId()> new_writer;
    };
    // What became of a tap at once. It counts as saved only when its batch is stored.
    struct Issued {
        std::optional<match::Seq> seq; // none: refused, nothing was or will be saved
        std::string refusal;           // for a person
    };

    static constexpr std::size_t kOutboxMax = 10'000; // R10
    static constexpr std::size_t kOutboxWarn = kOutboxMax / 10 * 8;
    static constexpr std::size_t kBatchMax = 1'024;
    // What the board already has may wait for the next tap's transaction, but not longer than this.
    static constexpr match::Duration kStoreLazily = std::chrono::milliseconds(100);
    static constexpr match::Duration kStoreAgainAfter = std::chrono::seconds(1);

    MatchClient(Options options, JournalContent content, match::TabletTime now);

    // --- taps ---
    // Fills in what the operator saw and what is known of the board's clock; `tapped` is the press.
    // A correction that goes far is not saved at once: it becomes a question among the view's offers, and
    // giving the same command again, once a person can have read it, is the answer.
    Issued issue(match::Command command, match::TabletTime tapped, match::TabletTime now);
    // For who has seen what a correction would change, or does not need to.
    Issued issue_confirmed(match::Command command, match::TabletTime tapped, match::TabletTime now);
    // … as the view's preview told it. Should it now do what the preview did not show, it becomes a question.
    Issued issue_seen(match::Command command, const std::optional<SeenEffect>& seen, match::TabletTime tapped,
                      match::TabletTime now);
    // The view tells what this correction would change, until another or none is looked at.
    void look_at(std::optional<match::Command> correction) { looked_at_ = std::move(correction); }
    Issued undo(match::TabletTime tapped, match::TabletTime now); // what targets() says
    Issued redo(match::TabletTime tapped, match::TabletTime now);
    // What a correction would change in the match as predicted, by what is on this tablet; none: it cannot
    // fold the match, and only the board knows.
    std::optional<match::CorrectionEffect> effect_of(const match::Command& correction,
                                                     match::TabletTime now) const;
    UndoTargets targets() const { return undo_targets(outbox_, confirmed_, writer_); }
    void dismiss(match::Seq seq);
    // What no board took, in the order of orphans(). A person drops one …
    bool drop_orphan(std::size_t index, match::TabletTime now); // false: there is none
    // … or enters it once more, as a tap of now in the match that is open.
    Issued enter_again(std::size_t index, match::TabletTime tapped, match::TabletTime now);
    // A person needs a match that a board has lost no more. False: there is none of that number.
    bool let_go(std::uint32_t number, match::TabletTime now);

    // --- the journal ---
    // One transaction at a time, valid until its answer; empty: nothing to store now.
    const std::vector<StoreAction>& take_store_batch(match::TabletTime now);
    void on_stored(match::TabletTime now);
    void on_store_failed(const std::string& why, match::TabletTime now);
    void flush() { urgent_ = !to_store_.empty(); } // the next batch takes everything, however recent

    // --- the connection ---
    // A connection is wanted: none is there, or the one that is there is doubtful (dial beside it; on success
    // call on_connected, which forgets the old one). False while only a person can make it right.
    bool wants_dial(match::TabletTime now) const;
    // Not before this, because the board asked for patience; none: as the backoff says.
    std::optional<match::TabletTime> dial_not_before() const { return not_before_; }
    void on_person_asks(); // a tap, or a hand on the connect screen: try again
    void on_connected(match::TabletTime dialled, match::TabletTime now);
    void on_disconnected(match::TabletTime now);
    void on_heard(match::TabletTime now) { session_.on_heard(now); }
    void on_message(const session::ServerMessage& message, match::TabletTime now);
    std::optional<session::ClientMessage> poll_transmit(match::TabletTime now);
    bool wants_close(match::TabletTime now) const { return session_.over(now); }
    std::optional<match::TabletTime> next_deadline() const;

    // --- what is seen ---
    std::optional<LevelChange> poll_level_change() { return taps_.poll_change(); }
    ClientView view(match::TabletTime now) const;
    bool welcomed() const { return session_.welcomed(); }
    // Every entry that the board had when it welcomed this tablet has come.
    bool caught_up() const;
    const ConfirmedMatch& confirmed() const { return confirmed_; }
    const Outbox& outbox() const { return outbox_; }
    const std::vector<OrphanRow>& orphans() const { return orphans_; }
    const KeptMatches& kept() const { return kept_; } // matches that a board has lost
    const std::optional<session::Welcome>& board() const { return welcome_; }
    const std::optional<session::PanelState>& panel() const { return panel_; }
    // The matches that the board which is there can go on with, newest first.
    const std::vector<session::LeftMatch>& left_matches() const { return left_; }
    const std::optional<match::LogId>& log() const { return bound_log_; } // none: no board was ever met
    bool has_no_panel() const; // a board is there, and it drives none
    std::string panel_trouble() const;
    // Why no board serves this tablet; empty while one does, or while nobody has answered at all.
    const std::string& trouble() const { return trouble_; }
    bool waits_for_person() const { return waits_for_person_; } // dialling by itself would not help
    // The match as the operator is shown it: confirmed + every own tap that has no entry yet.
    match::MatchState predicted() const;
    // Board time = tablet time + offset, as well as is known; a guess before any board was met.
    match::Duration offset(match::TabletTime now) const { return timeline().offset(now); }
    match::BoardTime board_time(match::TabletTime now) const { return timeline().at(now); }

private:
    // A correction that waits for a person to have seen what it would change.
    struct Question {
        match::Command command;
        match::ShownEffect shown;
        std::string text;
        match::TabletTime asked{};
    };
    struct Waiting {
        StoreAction action;
        match::TabletTime since{};
    };

    Issued refuse(std::string why, match::TabletTime now);
    Issued save(match::Command command, match::TabletTime tapped, match::TabletTime now,
                std::optional<match::ShownEffect> shown = std::nullopt);
    // So much more is left on the game clock by a command that sets it, or corrects one that did; none: it is
    // no such command.
    std::optional<match::Duration> puts_clock_right(const match::Command& command,
                                                    match::TabletTime now) const;
    bool shot_untouched_since(const match::CommandId* id) const; // null: since now
    bool answers_question(const match::Command& command, const match::CorrectionEffect& effect,
                          match::TabletTime now) const;
    Issued ask(const match::Command& command, const match::CorrectionEffect& effect, match::TabletTime now);
    std::optional<OfferView> question(match::TabletTime now) const;
    std::optional<PreviewView> preview(match::TabletTime now) const;
    // The match with every own tap that has no entry yet; none: it lives on Snapshots.
    std::optional<match::Timeline> ahead() const;
    // Into the command goes what the operator had before their eyes.
    void complete(match::Command& command, const match::MatchState& seen) const;
    void restore(JournalContent content, match::TabletTime now);
    void restore_clock(const match::Tap& tap);
    BoardTimeline timeline() const;
    StripFacts strip_facts(const ClientView& view, match::TabletTime now) const;
    std::string notice(const ClientView& view, match::TabletTime now) const;

    void store(StoreAction action, match::TabletTime now, bool urgent = false);
    void on_stored(const StoreAction& action, match::TabletTime now);
    void take_new_writer(match::Seq from, match::TabletTime now);
    std::optional<ClockMemory::Sight> see_clocks(match::TabletTime now) const;
    void remember_clocks(const session::Welcome& welcome, match::TabletTime now);
    class LostTaps;
    void set_match_aside(match::TabletTime now);
    bool names_another_tap(const match::SealedBody& sealed) const;
    void go_back_with(const session::Welcome& welcome, match::TabletTime now);
    void add_orphans_of(const match::CommandId& match, GoBack& back, LostTaps& lost) const;
    void take_back(const GoBack& back, match::TabletTime now);
    void settle_what_came_back(match::TabletTime now);
    void finish_match(match::TabletTime now);
    void file_orphan(const match::CommandId& id, const match::Outcome& outcome, match::TabletTime now);
    void settle_orphan(const match::Entry& entry, match::TabletTime now);

    void drain_events(match::TabletTime now);
    void take(const session::Welcome& welcome, match::TabletTime now);
    void take(const session::Ack& ack, match::TabletTime now);
    void take(const session::EntryMessage& message, match::TabletTime now);
    void take(const session::Snapshot& snapshot, match::TabletTime now);
    void take(const session::Pong&, match::TabletTime) {}
    void take(const session::TokenState&, match::TabletTime) {}
    void take(const session::PanelState& panel, match::TabletTime now);
    void take(const session::LeftMatches& left, match::TabletTime) { left_ = left.matches; }
    void take(const session::Error& error, match::TabletTime now);
    void judged(const match::CommandId& id, const match::Outcome& outcome, match::Rev rev,
                const std::optional<match::Verdict>& verdict, match::TabletTime now);
    void leave_clone_behind(match::TabletTime now);
    void go_on_past_used_id();
    void leave_ended_match_behind(match::TabletTime now);
    void update_shown(match::TabletTime now);

    Options options_;
    match::InstallId install_;
    match::WriterId writer_;
    match::Seq next_seq_ = 1;
    std::optional<match::BoardId> bound_board_;
    std::optional<match::LogId> bound_log_;
    match::Duration guessed_offset_{};

    Outbox outbox_;
    ConfirmedMatch confirmed_;
    TapBook taps_;
    std::vector<OrphanRow> orphans_;
    KeptMatches kept_;
    ClockMemory clock_memory_;
    ClockCorrection clock_correction_;
    std::optional<match::TabletTime> last_word_; // of a board that had welcomed this tablet
    session::ClientSession session_;

    std::deque<Waiting> to_store_;
    std::vector<StoreAction> batch_; // handed out, not answered yet
    bool urgent_ = false;
    std::optional<match::TabletTime> store_again_at_;
    std::string store_fault_;                 // empty: the journal works
    std::optional<match::Command> looked_at_; // a correction that a person has before their eyes
    std::optional<Question> question_;
    std::uint64_t questions_ = 0; // so many were asked
    std::string refusal_;         // of the last tap that was refused on this tablet
    match::TabletTime refused_at_{};

    std::optional<session::Welcome> welcome_;
    std::optional<session::PanelState> panel_;
    std::vector<session::LeftMatch> left_; // as the board that is there told them
    bool binding_ = false;  // the binding to this board is being stored: no Command before that
    bool renaming_ = false; // a new writer is being stored: no dial before that
    std::optional<match::Seq> rename_from_;       // … once the batch that is out is answered
    std::string board_fault_;                     // empty: the board can record
    std::string trouble_;                         // why no board serves this tablet; for a person
    bool waits_for_person_ = false;               // dialling by itself would do harm or nothing
    std::optional<match::CommandId> used_id_;     // of a row of ours, by an entry with another body
    bool cloned_ = false;                         // another boot has this writer too: a new one is due
    std::optional<match::TabletTime> not_before_; // the board asked for so much patience
    std::vector<match::CommandId> again_;         // put back in case the board has lost them
    std::size_t sent_again_ = 0;                  // of them, it had
    match::TabletTime sent_again_at_{};
    std::size_t sent_late_ = 0; // taps that waited for this connection
    std::optional<match::TabletTime> sent_late_done_;
};

} // namespace scoreboard::client
