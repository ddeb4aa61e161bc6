#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "simulation/mood.h"
#include "simulation/oracle.h"
#include "simulation/rng.h"
#include "simulation/sim_board.h"
#include "simulation/sim_panel.h"
#include "simulation/sim_tablet.h"
#include "simulation/simulate.h"

namespace scoreboard::simulation {

// A hall: tablets, board and panel with faulty links between them, people who tap and things that fail, in
// virtual time. world.cpp lets time go on, world_people.cpp taps, world_faults.cpp breaks and mends,
// world_checks.cpp looks at the end and in quiet moments.
class World {
public:
    explicit World(const Plan& plan)
        : plan_(plan), people_(plan.seed), faults_(people_.next()), rng_(people_.next()),
          mood_(mood_of(people_, plan.seed)), oracle_(plan.listener), board_(oracle_, rng_),
          panel_(rng_, oracle_)
    {
    }

    void run();
    const Oracle& oracle() const { return oracle_; }
    std::size_t crashes() const { return crashes_; }
    Micros now() const { return now_; }
    int taps_tried() const { return taps_tried_; }
    int faults_tried() const { return faults_tried_; }

private:
    struct Dial {
        Micros arrives = 0;
        int tablet = 0;
        std::shared_ptr<SimLink> link;
    };

    void play();
    void heal();
    void settle();
    void check_end();

    void advance(Micros until);
    void step();
    Micros next_event() const;
    std::string who_waits() const;
    void dial(SimTablet& tablet);
    void accept_dials();

    void person(SimTablet& tablet, Rng& dice);
    bool correct(SimTablet& tablet, Rng& dice);
    void fault(Rng& dice);
    void fault(Fault kind, SimTablet& tablet, Rng& dice);
    void tablet_fault(Fault kind, SimTablet& tablet, Rng& dice);
    void begin_outage(SimTablet& tablet, std::optional<Micros> length, Rng& dice);
    void end_outage(SimTablet& tablet);
    void on_air_back(SimTablet& tablet);
    Micros gap_of(Micros average) { return people_.between(average / 10, average * 19 / 10); }
    void check_panel() const;
    struct HallScore {
        match::Rev rev = 0;
        int home = 0;
        int guest = 0;
    };
    HallScore hall_score() const;
    void check_panel_shows_score() const;
    void check_panel_shows_clock() const;
    void board_crash(bool reboot);
    void board_start();
    void storage_dies();
    void fill_board();

    Plan plan_;
    // People, faults and machines each throw dice of their own, and so does each moment: with one kind of
    // fault or one moment left out, the same people still tap the same keys.
    Rng people_;
    Rng faults_;
    Rng rng_;
    Mood mood_;
    Oracle oracle_;
    SimBoard board_;
    SimPanel panel_;
    std::vector<std::unique_ptr<SimTablet>> tablets_;
    std::map<core::ConnectionId, SimBoard::Socket> sockets_;
    std::map<core::ConnectionId, std::shared_ptr<SimLink>> links_;
    std::vector<Dial> dials_;
    Micros now_ = 0;
    std::vector<Micros> air_back_at_; // of each tablet; kNever: there is none to come back
    Micros board_up_at_ = kNever;
    Micros healed_at_ = 0;
    Micros board_since_ = 0;
    Micros fill_at_ = kNever; // a technician stops the board, and fills it
    bool storage_died_ = false;
    bool reboot_ = false;
    std::size_t crashes_ = 0;
    int taps_tried_ = 0;
    int faults_tried_ = 0;
    std::size_t turns_at_now_ = 0;
};

} // namespace scoreboard::simulation
