#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/client_view.h"
#include "client/journal.h"
#include "match/entry.h"
#include "match/timeline.h"
#include "session/messages.h"
#include "simulation/check.h"
#include "simulation/machine_clock.h"
#include "simulation/scorekeeper.h"

namespace scoreboard::simulation {

// A command's id, short, for the story.
std::string name_of(const match::CommandId& id);

// A log as it stands on a disk, every match of it, by rev from 1.
struct WholeLog {
    match::LogId log;
    std::vector<match::Entry> entries;
};

// What a person saw of a correction before it was sent.
struct Sight {
    match::ShownEffect effect;
    Micros at = 0;
};

// What a tablet's screen showed to the one who tapped.
struct Screen {
    std::optional<match::CommandId> match; // none: of no board yet
    std::optional<Sight> correction;       // what it would change, if that was to be seen
};

// What somebody reads on a tablet's strip, and what is so.
struct StripSeen {
    client::Strip state = client::Strip::kOffline;
    std::string text;
    match::Rev shown = 0;             // which the tablet says that the panel has confirmed …
    std::optional<match::LogId> log;  // … of this log
    Micros heard_at = 0;              // when anything last came from the board
    Micros unanswered_since = kNever; // the oldest of its taps that has no answer; kNever: all have one
};

// Knows what was tapped and everything the board ever said, and compares. A tap is known by the bytes of its
// body, because two tablets with one journal give two taps one id.
class Oracle {
public:
    using Listener = std::function<void(const std::string& line)>;
    using BoardTimeOf = std::function<std::optional<match::BoardTime>(Micros)>;

    explicit Oracle(Listener listener) : listener_(std::move(listener)) {}

    void set_now(Micros now) { now_ = now; }

    // A person pressed a key: the true moment, and what they had before their eyes.
    void tapped(int tablet, const match::SealedBody& sealed, const std::string& label, const Screen& screen);
    // Its row is durable: from here on it must never be lost.
    void saved(const match::SealedBody& sealed);
    std::size_t taps() const { return taps_.size(); }
    std::size_t recorded() const { return recorded_.size(); } // entries, those that were lost again too

    // A tablet was told something by the board of this log. `row`: the tap that it takes the answer for; may
    // be null.
    void acknowledged(int tablet, const match::LogId& log, const session::Ack& ack,
                      const match::SealedBody* row);
    void received(int tablet, const match::LogId& log, const match::Entry& entry);
    void connected(int tablet, match::Rev resume_from);
    // This match is the open one to a tablet from now on: what it had recorded in another it keeps no more.
    void moved_on(int tablet, const match::CommandId& match);
    // A row left a tablet's outbox: its entry must be in the log for good, or was offered again.
    void row_left(const match::LogId& log, const match::SealedBody& sealed);

    // The board committed an entry. `before`: the match before it, of a correction that was applied.
    // `board_time` tells what its clock showed at a true moment, if it was up then.
    void committed(const match::LogId& log, const match::Entry& entry, const match::Timeline& fold,
                   const std::optional<match::MatchState>& before, const BoardTimeOf& board_time);
    // A panel latched these scores (empty: blank) under an image_rev of the era that `start_id` names.
    void latched(const std::string& home, const std::string& guest, std::uint32_t start_id,
                 std::uint32_t image_rev);
    void shown(const match::LogId& log, match::Rev rev);
    // A tablet says that its tap of this seq has come to a level.
    void called_saved(int tablet, match::Seq seq, const client::JournalContent& journal) const;
    void called_recorded(int tablet, match::Seq seq, match::Rev rev) const;
    void called_shown(int tablet, const match::LogId& log, match::Seq seq, match::Rev rev) const;
    void read_strip(int tablet, const StripSeen& strip) const;
    // Somebody has put an older copy of the board's store in its place.
    void went_back() { life_begins_ = true; }
    // What no tablet holds went with the board's storage; `held` are bodies.
    void lost_but_for(const std::set<std::string>& held);
    // The board's log has another name.
    void renamed(const match::LogId& from, const match::LogId& to);
    // A tap has another name: its tablet found its journal cloned.
    void renamed(const match::SealedBody& to);
    // Somebody has taken a tablet's journal away. What no board has is lost with it; what a board has is lost
    // if that goes back too: no program can help it.
    void journal_gone(int tablet);
    // What this tablet has tapped stands in two journals from now on: each tap counts once all the same, but
    // a copy may offer later what its original left out.
    void copied(int tablet);
    // An older journal goes on from this tap: what a person has been left to decide since comes once more.
    void says_again(const match::CommandId& first);
    // The log as a restart finds it.
    void check_log(const WholeLog& log);
    // What a fold of the log that was last committed or read makes of points and fouls.
    void check_score(const match::Timeline& fold) const;
    // Same rev, same state: on the board and on a tablet.
    void check_equal(const match::MatchState& board, const match::MatchState& tablet, match::Rev rev) const;
    // At the end: every saved tap is in the log, or is one of the orphans (bodies) that its tablet shows.
    void check_all_ended(const WholeLog& log, const std::set<std::string>& orphans) const;

    void tell(std::string line); // one line of the story
    const std::vector<std::string>& story() const { return story_; }
    std::uint64_t trace_hash() const { return hash_; }

private:
    struct TapFact {
        Micros at = 0;
        int tablet = 0;
        std::string label;
        Screen screen; // before its operator's eyes
        bool saved = false;
        bool refused = false;                        // ever: its operator was told
        bool only_in_log = false;                    // its tablet's journal is gone
        bool copied = false;                         // in two journals
        std::optional<match::CommandId> lost_in;     // the match that went with an older state of the log
        std::optional<match::CommandId> aside_in;    // since then set aside with it; another match is open
        bool let_go = false;                         // recorded, and then its tablet went on to another match
        std::optional<match::CommandId> recorded_as; // in this life of the log …
        std::optional<match::CommandId> recorded_in; // … and in which match
    };
    // A log's name, and which life of it: with an older copy of its store in its place it begins another.
    using Life = std::pair<match::LogId, int>;
    using LogRev = std::pair<Life, match::Rev>;
    struct Head {
        match::Rev rev = 0;
        match::Hash chain{};
    };
    using Score = std::pair<std::string, std::string>; // home and guest, as a panel shows them
    struct Recorded {
        Micros at = 0;
        Score score; // after it
    };
    struct Picture {
        Micros since = 0;
        Score score;
    };

    [[noreturn]] void violated(Check check, const std::string& sentence) const;
    const TapFact* tap_of(const std::string& body) const;
    TapFact* tap_of(const std::string& body);
    // For a sentence: what it was, whose, and when it was tapped.
    std::string describe(const match::SealedBody& sealed) const;
    void note_refusal(int tablet, const std::string& body);
    void tell_committed(const match::Entry& entry);
    void check_body(const match::LogId& log, const match::Entry& entry, const match::CommandId& match);
    void check_match(const match::Entry& entry, const match::Timeline& fold) const;
    void check_seen(const match::Entry& entry, const match::MatchState& before,
                    const std::set<match::CommandId>& senseless_before, const match::Timeline& fold,
                    const BoardTimeOf& board_time) const;
    void check_clock(const match::Entry& entry, const match::MatchState& state);
    void check_time(const match::Entry& entry, const match::Timeline& fold, Micros tapped,
                    const BoardTimeOf& board_time) const;
    void check_reach(const match::Entry& entry, const match::Timeline& fold) const;
    void check_stop(const match::Entry& entry, const match::Timeline& fold, match::BoardTime tapped) const;
    void check_was_lit(match::Rev rev) const;
    bool was_shown(const match::LogId& log, match::Rev rev) const;
    Life life_of(const match::LogId& log) const { return {log, life_}; }
    void begin_life(const WholeLog& log);

    Listener listener_; // may be empty
    Micros now_ = 0;
    std::vector<TapFact> taps_;
    std::map<std::string, std::size_t> tap_of_; // by its body, under each of its names
    std::map<std::pair<match::BootId, match::TabletTime>, std::size_t> tap_at_; // by its press
    std::map<match::CommandId, session::Ack> answers_;                          // in this life
    int life_ = 0;
    bool life_begins_ = false; // with the next start
    int named_in_ = 0;         // the newest life that has given the log another name
    std::map<LogRev, std::pair<match::CommandId, match::Hash>> seen_;
    std::map<LogRev, std::pair<match::CommandId, std::string>> bodies_;
    std::map<int, match::Rev> last_received_;
    // By who tapped it, too: devices with copies of one journal share a writer, and neither waits for the
    // other.
    std::map<std::pair<match::WriterId, int>, match::Seq> order_;
    Scorekeeper scorekeeper_; // of the open match
    std::map<Life, match::Rev> shown_;
    std::map<Life, Head> committed_;
    std::set<match::BootId> started_in_; // boots in which somebody has let a clock of the open match run
    std::set<Score> scores_{{"", ""}};
    std::map<std::pair<int, match::Rev>, Recorded> recorded_; // by life and rev
    std::vector<Picture> pictures_;                           // oldest first; each until the next
    std::uint32_t era_ = 0;
    std::uint32_t image_rev_ = 0;
    std::vector<std::string> story_;
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};

} // namespace scoreboard::simulation
