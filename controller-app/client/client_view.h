#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/actions.h"
#include "match/scoreline.h"
#include "session/messages.h"

namespace scoreboard::client {

enum class Level : std::uint8_t { kSaved, kRecorded, kShown, kRefused };

// One tap of this tablet and how far it came.
struct TapView {
    match::Seq seq = 0;
    Level level = Level::kSaved;
    std::string label;      // "+2 HOME"
    match::Command command; // what the key was: a key shows the level of the newest tap that equals it
    std::string reason;     // refused, held or late: for a person
    match::Rev rev = 0;     // from kRecorded on
    match::TabletTime tapped{};
    match::TabletTime changed{}; // when it came to its level
    bool dismissed = false;
};

// One row of the history screen, newest first; own taps that are only saved come first.
struct HistoryRow {
    match::CommandId id;
    match::Rev rev = 0; // 0: only saved
    std::string label;
    std::string who;  // "you", "tablet-3", "board"
    std::string when; // "Q3 7:42": period and game clock when it counted
    Level level = Level::kSaved;
    std::string reason;
    std::string counts_as; // of an entry that was corrected: "+3 HOME"
    bool voided = false;
    bool ineffective = false; // it has lost its sense; the reason says why
    bool can_undo = false;
    bool can_redo = false;
    bool can_add_after = false;              // a forgotten entry can be put in behind it
    std::optional<match::Correction> counts; // what it says now, where that can be edited
    std::optional<match::CommandId> redo_id; // the undo in force that `redo` would take back
};

// UX words of the status strip: one state at a time, the first row that fits wins.
enum class Strip : std::uint8_t {
    kOffline,
    kStorageFault,
    kPanelFault,
    kSlow,
    kWorking,
    kHeld, // the public display is held: taps are recorded, and the hall does not see them
    kNoPanel,
    kShown
};

// What a correction was seen to do, and when.
struct SeenEffect {
    match::ShownEffect effect;
    match::TabletTime at{};
};

// What the correction that a person looks at would change now.
struct PreviewView {
    match::Command command;
    bool possible = false;          // else it would be refused, and the lines say why
    std::vector<std::string> lines; // "HOME 54 -> 53"; never empty
    std::optional<SeenEffect> seen; // none: this tablet cannot tell, the board decides
};

// A question that a person answers: about a clock with yes, about penalties with one of them.
struct OfferView {
    struct Choice {
        std::string label; // "END #15 MINOR"
        match::Command command;

        bool operator==(const Choice&) const = default;
    };

    std::string text;                     // "STOP at 7:41.3 came late: put the clock back?"
    std::string value;                    // "7:41.3"
    std::vector<match::Command> commands; // what yes means, given one after the other
    std::uint64_t number = 0;      // of a question of this tablet: while it stays, so does the question
    std::vector<Choice> choices{}; // one of which is the answer, where yes is none

    bool operator==(const OfferView&) const = default;
};

// A match that the board has lost, as this tablet has it.
struct KeptView {
    std::uint32_t number = 0;
    std::string title; // "HOME 54 : 49 GUEST, Q3 7:42"
    std::string log;   // in which it was recorded, hexadecimal
    std::size_t entries = 0;
    match::Rev rev = 0;      // of the newest
    bool open_again = false; // the board was filled with it …
    std::size_t missing = 0; // … and lacks so many that other tablets have entered
};

// A copy of everything a screen needs, at one moment of the tablet's clock. Screens draw it; they decide
// nothing.
struct ClientView {
    match::TabletTime at{};
    // The match as predicted (confirmed + outbox). `board_offset` turns tablet time into board time for
    // running clocks: match::scoreline(ruleset, state, BoardTime(t + offset)) redraws the clock between two
    // views.
    match::Ruleset ruleset;
    match::MatchState state;
    match::Duration board_offset{};
    match::Scoreline predicted;
    match::Scoreline confirmed;
    bool have_match = false;

    bool connected = false;
    std::string board_name;
    std::string board_url;
    std::vector<session::VenueRuleset> venue_rulesets; // what the board offers beside the shipped ones
    std::vector<session::LeftMatch> left;              // the matches that it can go on with, newest first
    match::Rev head = 0;
    match::Rev shown = 0;
    session::PanelStatus panel = session::PanelStatus::kAbsent;
    std::string panel_detail;
    session::Role role = session::Role::kReferee;

    Strip strip = Strip::kOffline;
    std::string strip_text;                       // "OFFLINE - 3 waiting - oldest 12 s"
    std::size_t waiting = 0;                      // taps not yet at their last level
    match::Duration oldest{};                     // of them
    std::optional<match::Duration> last_shown_in; // tap → shown of the newest shown tap

    std::string undo_label; // "+2 HOME"; empty: nothing to undo
    std::string redo_label;
    std::vector<TapView> taps;       // newest first, at most 32
    std::vector<HistoryRow> history; // newest first, at most 200
    std::vector<OfferView> offers;
    std::optional<PreviewView> preview; // of the correction that a person looks at
    std::vector<match::Action> actions; // offered now
    std::string notice;                 // "12 sent, all on the panel"; a full outbox; an orphan
    std::string trouble; // why no board is reached, while none is: for who looks after the connection
    std::size_t orphans = 0;
    std::vector<KeptView> kept; // newest first
};

} // namespace scoreboard::client
