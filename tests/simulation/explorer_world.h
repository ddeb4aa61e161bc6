#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "client/match_client.h"
#include "core/board.h"
#include "support/memory_journal.h"

namespace scoreboard::simulation {

class Fingerprint;

// How far the explorer goes: every order of events within these bounds is tried.
struct Bounds {
    int taps = 3;         // of each of the two tablets
    int tablet_kills = 1; // of each tablet's app
    int board_kills = 1;
    int cuts = 1; // connections of each tablet that break; what was sent on them may arrive all the same
    // Envelopes of which a network that is no TCP makes nothing, two, or a later one, in all. Then the order
    // of a writer's outcomes (S3) is not promised: it rests on the order of TCP.
    int drops = 0;
    int duplicates = 0;
    int reorders = 0;
    // Also the orders that cannot make a difference: to see that leaving them out misses nothing.
    bool every_order = false;
};

// A rule that is broken on purpose, to see that the explorer finds it.
enum class Sabotage : std::uint8_t {
    kNone,
    kAckBeforeCommit, // the store says that it has committed before it has
    kRowLeavesAtAck,  // the tablet's row leaves with its Ack instead of with its Entry
};

struct Event {
    enum class Kind : std::uint8_t {
        kTap,    // who: tablet
        kDial,   // who: tablet
        kNotice, // who: tablet, whose connection the board has closed
        kCut,    // who: tablet
        kKill,   // who: tablet; index: so much of what the board said was stored, the oldest first
        kUp,     // who: link; index: which envelope on its way; what happens to it
        kUpDropped,
        kUpDoubled,
        kDown,
        kDownDropped,
        kDownDoubled,
        kEnd,       // who: link; the board sees that its tablet has gone, and what was on its way is lost
        kCommit,    // of the batch in the store
        kBoardKill, // index 1: after the COMMIT and before the word of it
    };
    Kind kind{};
    std::uint8_t who = 0;
    std::uint8_t index = 0;
};

// Two tablets, a board and what is on its way between them, with the real client and the real core, at one
// moment that does not pass: whatever the order of events depends on, no clock decides it. Storing on a
// tablet and sending are part of the event that caused them; a kill in between is the kill before or after
// it.
//
// A copy is a snapshot: it is to be assigned back to the world that it was copied from before anything
// happens to it, because the board's sessions know their board by its address.
class ExplorerWorld {
public:
    static constexpr std::size_t kTablets = 2;

    ExplorerWorld(const Bounds& bounds, Sabotage sabotage);

    // What can happen now, and has to be tried. Events of one tablet stand alone where whatever else may
    // happen commutes with them.
    std::vector<Event> events() const;
    // In plain words, before it happens.
    std::string tell(Event event) const;
    bool tries_every_order() const { return bounds_.every_order; }
    // Throws Violation.
    void apply(Event event);
    // Nothing but faults can happen any more: every tap must have come through. Throws Violation.
    void check_end() const;
    bool is_fault(Event event) const;

    // Two worlds with one fingerprint have the same future. It is taken of ids, outcomes and places, and not
    // of times, which stand still, nor of bytes, which they determine.
    std::uint64_t fingerprint() const;
    // What it came to, whatever the way: the log's entries in their order, and the faults that happened.
    std::uint64_t outcome() const;

private:
    struct Tablet {
        explicit Tablet(support::MemoryJournal its_journal) : journal(std::move(its_journal)) {}

        support::MemoryJournal journal;
        std::optional<client::MatchClient> client;
        std::vector<match::CommandId> owed; // saved rows whose answer the session waits for
        std::vector<client::StoreAction>
            unstored; // what the board said, oldest first; while it may be killed
        int tapped = 0;
        int kills = 0;
        int cuts = 0;
    };
    // An envelope on its way, and what it adds to a fingerprint.
    struct Letter {
        std::string bytes;
        std::uint64_t print = 0;
    };
    struct Link {
        std::uint8_t tablet = 0;
        core::ConnectionId board_end = 0;
        bool tablet_is_there = true;
        bool board_is_there = true;
        bool greeted = false;   // the board has heard its Hello
        bool disturbed = false; // lost or turned around something: the tablet will give it up
        bool resyncing = false; // a Resync is asked and not answered
        std::deque<Letter> up, down;
        std::vector<match::CommandId> unanswered;
    };

    core::Now now() const;
    void start_tablet(Tablet& tablet);
    void start_board();
    void settle_tablet(std::size_t number);
    void settle_board();
    void tidy_links();
    void store(Tablet& tablet, const std::vector<client::StoreAction>& batch);
    void hang_up(std::size_t number);
    Link* link_of(std::size_t number);
    const Link* link_of(std::size_t number) const;
    void tap(std::size_t number);
    void dial(std::size_t number);
    void kill_board(bool committed);
    void hear_up(Link& link, std::size_t index, bool remove);
    void hear_down(Link& link, std::size_t index, bool remove);
    void write_batch();
    void check_tablet(const Tablet& tablet) const;
    void add_tablet(Fingerprint& print, std::size_t number) const;
    void check_said(const session::ServerMessage& message) const;
    void check_score() const;
    void add_transfers(std::vector<Event>& events, std::uint8_t number) const;
    void add_own(std::vector<Event>& events, std::uint8_t number) const;
    void look_into_store(Tablet& tablet) const;
    // One that may as well happen at once, because nothing is missed that way; none: there is none.
    std::optional<Event> sole_event() const;
    bool nobody_else_matters(std::uint8_t number) const;
    bool only_taps_are_left() const;
    void kill_tablet(std::size_t number, std::size_t stored);

    Bounds bounds_;
    Sabotage sabotage_;
    std::vector<Tablet> tablets_;
    std::vector<Link> links_;
    std::optional<core::Board> board_;
    std::optional<core::Batch> in_store_;
    std::vector<match::Entry> log_; // what the store holds
    std::optional<match::Timeline> fold_;
    std::vector<match::CommandId> saved_; // taps that were called saved
    int board_kills_ = 0;
    int drops_ = 0;
    int duplicates_ = 0;
    int reorders_ = 0;
    int dials_ = 0;
};

} // namespace scoreboard::simulation
