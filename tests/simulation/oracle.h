#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/recovered_log.h"
#include "match/entry.h"
#include "match/timeline.h"
#include "session/messages.h"
#include "simulation/check.h"
#include "simulation/machine_clock.h"

namespace scoreboard::simulation {

// Knows what was tapped and everything the board ever said, and compares.
class Oracle {
public:
    using Listener = std::function<void(const std::string& line)>;

    explicit Oracle(Listener listener) : listener_(std::move(listener)) {}

    void set_now(Micros now) { now_ = now; }

    // A person pressed a key: the true moment.
    void tapped(const match::CommandId& id, const std::string& label);
    // Its row is durable: from here on it must never be lost.
    void saved(const match::CommandId& id) { saved_.insert(id); }
    std::size_t taps() const { return taps_.size(); }

    // A tablet was told something by the board of this log.
    void acknowledged(int tablet, const match::LogId& log, const session::Ack& ack);
    void received(int tablet, const match::LogId& log, const match::Entry& entry);
    void connected(int tablet, match::Rev resume_from);
    // A row left a tablet's outbox: its entry must be in the log for good, or was offered again.
    void row_left(const match::LogId& log, const match::CommandId& id);

    // The board committed an entry. `board_time` tells what its clock showed at a true moment, if it was up
    // then.
    void committed(const match::LogId& log, const match::Entry& entry, const match::Timeline& fold,
                   const std::function<std::optional<match::BoardTime>(Micros)>& board_time);
    // A panel latched these scores (empty: blank) under an image_rev of the era that `start_id` names.
    void latched(const std::string& home, const std::string& guest, std::uint32_t start_id,
                 std::uint32_t image_rev);
    void shown(const match::LogId& log, match::Rev rev);
    // Somebody has put an older copy of the board's store in its place.
    void went_back() { life_begins_ = true; }
    // The board's log has another name.
    void renamed(const match::LogId& from, const match::LogId& to);
    // A tap has another name: its tablet found its journal cloned. Or it is gone with a journal that somebody
    // has replaced by an older copy.
    void renamed(const match::CommandId& from, const match::CommandId& to);
    void forgotten(const match::CommandId& id) { saved_.erase(id); }
    // An older journal goes on from this tap: what a person has been left to decide since comes once more.
    void says_again(const match::CommandId& first);
    // The log as a restart finds it.
    void check_log(const core::RecoveredLog& log);
    // Same rev, same state: on the board and on a tablet.
    void check_equal(const match::MatchState& board, const match::MatchState& tablet, match::Rev rev) const;
    // At the end: every tap has an outcome in the log.
    void check_all_recorded(const core::RecoveredLog& log, const std::set<match::CommandId>& orphans) const;

    void tell(std::string line); // one line of the story
    const std::vector<std::string>& story() const { return story_; }
    std::uint64_t trace_hash() const { return hash_; }

private:
    [[noreturn]] void violated(Check check, const std::string& sentence) const;
    void check_clock(const match::Entry& entry, const match::MatchState& state);

    using BoardTimeOf = std::function<std::optional<match::BoardTime>(Micros)>;
    void check_score(const match::Timeline& fold) const;
    void check_time(const match::Entry& entry, const match::Timeline& fold, Micros tapped,
                    const BoardTimeOf& board_time) const;
    void check_stop(const match::Entry& entry, const match::Timeline& fold, match::BoardTime tapped) const;

    struct TapFact {
        Micros at = 0;
        std::string label;
    };
    // A log's name, and which life of it: with an older copy of its store in its place it begins another.
    using Life = std::pair<match::LogId, int>;
    using LogRev = std::pair<Life, match::Rev>;

    Life life_of(const match::LogId& log) const { return {log, life_}; }
    void begin_life(const core::RecoveredLog& log);

    Listener listener_; // may be empty
    Micros now_ = 0;
    std::map<match::CommandId, TapFact> taps_;
    std::set<match::CommandId> saved_;
    std::map<match::CommandId, session::Ack> answers_; // in this life
    std::set<match::CommandId> refused_;               // ever: its operator was told
    int life_ = 0;
    bool life_begins_ = false; // with the next start
    std::map<LogRev, std::pair<match::CommandId, match::Hash>> seen_;
    std::map<int, match::Rev> last_received_;
    std::map<match::WriterId, std::pair<match::Seq, match::Rev>> order_;
    std::map<Life, match::Rev> shown_;
    std::map<Life, match::Rev> committed_rev_;
    std::set<match::BootId> started_in_; // boots in which somebody has let a clock run
    std::set<std::pair<std::string, std::string>> scores_{{"", ""}};
    std::uint32_t era_ = 0;
    std::uint32_t image_rev_ = 0;
    std::vector<std::string> story_;
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};

} // namespace scoreboard::simulation
