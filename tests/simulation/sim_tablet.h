#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "client/match_client.h"
#include "session/backoff.h"
#include "simulation/machine_clock.h"
#include "simulation/oracle.h"
#include "simulation/rng.h"
#include "simulation/sim_journal.h"
#include "simulation/sim_link.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

// A tablet: the real MatchClient, the real journal on a disk in memory, and a driver that dials, sends and
// stores the way link/ does. A second dial goes beside a doubtful connection, and replaces it.
class SimTablet {
public:
    SimTablet(int number, Oracle& oracle, Rng& rng, Micros now);

    // A press and what it asks; the true moment is `now`. Nothing while the app is killed.
    void tap(const match::Command& command, Micros now);
    void undo(Micros now);
    void redo(Micros now);
    // Somebody looks at what a correction would change; and carries it out, a while later, as they saw it.
    void look_at(const match::Command& correction, Micros now);
    bool looks() const { return look_.has_value(); }
    void carry_out(Micros now);
    void kill();
    void reboot(Micros now); // of the device, perhaps because its battery is empty: its clock begins anew
    // Nothing runs until then; a tap wakes it. Its clock goes on.
    void suspend(Micros now, Micros until);
    bool asleep(Micros now) const { return now < asleep_until_; }
    void wake() { asleep_until_ = 0; }
    // Somebody sets the time of day, which no part of the product may go by.
    void set_wall_clock(Micros by) { wall_step_ += by; }
    // Somebody reads the strip; it must be so.
    void read_strip(Micros now);
    // A hand on the screen of a tablet that waits for one.
    void touch(Micros now);
    void start(Micros now); // the app, after a kill
    bool alive() const { return client_ != nullptr; }
    // A copy of the journal as it is now, and an old one put in its place, which kills the app.
    void keep_copy() { copy_ = journal_.copy(); }
    bool has_copy() const { return copy_.has_value(); }
    void restore_copy();
    void heal() { journal_.heal(); }    // from now on its storage is sound
    void adopt(const SimTablet& other); // a copy of that one's journal, whole

    // Reads, stores and sends; true when it wants to dial now (then connect() or dial_failed()).
    bool run(Micros now);
    // The newest link; the tablet keeps it until it is cut.
    std::shared_ptr<SimLink> connect(Micros now);
    void dial_failed(Micros now);
    Micros next_event() const;

    Air air;
    const client::MatchClient* client() const { return client_.get(); }
    const client::JournalContent& journal() const { return journal_.content(); }
    // Everything it tapped has come to its end: recorded and in the history, or filed as an orphan.
    bool settled() const;
    std::set<std::string> orphans() const; // bodies
    // The bodies of every tap that its journal holds, in whichever table; with orphans(), those of a match
    // that its board has lost.
    std::set<std::string> held() const;
    std::string state() const; // for a sentence; the app must be alive
    match::TabletTime time(Micros now) const;
    int number() const { return number_; }

private:
    // What a correction would change, as a person saw it.
    struct Look {
        match::Command correction;
        Sight sight;
        bool asked = false; // the tablet asked by itself: giving the same again is the answer
    };

    void issued(const client::MatchClient::Issued& issued, const match::Command& command,
                const std::string& label, Micros now);
    void end(DiskFault how);
    void replace_journal(const SimJournal::Copy& copy);
    const match::SealedBody* row_of(const match::CommandId& id) const;
    void store(Micros now);
    void note_durable(const SimJournal::Batch& batch);
    void note_levels();
    void receive(Micros now);
    void note(const session::ServerMessage& message);
    void note(const session::Welcome& welcome);
    void drop_link(bool tell_board);

    int number_;
    Oracle& oracle_;
    Rng& rng_;
    MachineClock clock_;
    match::BootId boot_;
    SimJournal journal_;
    std::optional<SimJournal::Copy> copy_;
    std::unique_ptr<client::MatchClient> client_;
    session::Backoff backoff_;
    std::optional<match::LogId> log_;
    std::optional<Look> look_;
    Micros heard_at_ = 0;                           // when anything last came from the board
    std::set<match::CommandId> heard_;              // of these the app has an answer
    std::map<match::CommandId, Micros> unanswered_; // since when somebody has seen that
    std::shared_ptr<SimLink> link_;
    wire::FrameReader reader_{wire::kServerFrameMax};
    Micros dial_at_ = 0;
    Micros last_run_ = -1;
    SimJournal::Batch in_journal_;
    Micros stored_at_ = kNever;
    Micros asleep_until_ = 0;
    Micros wall_step_ = 0;
};

} // namespace scoreboard::simulation
