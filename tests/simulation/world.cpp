#include "simulation/world.h"

#include <algorithm>
#include <array>

#include "simulation/planted_bug.h"

namespace scoreboard::simulation {

namespace {

class World {
public:
    explicit World(const Plan& plan)
        : plan_(plan), rng_(plan.seed), oracle_(plan.listener), board_(plan.folder, oracle_, rng_),
          panel_(rng_, oracle_)
    {
    }

    void run(Report& report);
    const Oracle& oracle() const { return oracle_; }

private:
    struct Dial {
        Micros arrives = 0;
        int tablet = 0;
        std::shared_ptr<SimLink> link;
    };

    void play();
    void heal();
    void settle();
    void check_end(Report& report);

    void advance(Micros until);
    void step();
    Micros next_event() const;
    std::string who_waits() const;
    void dial(SimTablet& tablet);
    void accept_dials();

    void person(SimTablet& tablet);
    match::Command random_command(const SimTablet& tablet);
    void fault();
    void tablet_fault(SimTablet& tablet);
    void board_crash(bool reboot);
    void board_start();

    Plan plan_;
    Rng rng_;
    Oracle oracle_;
    SimBoard board_;
    SimPanel panel_;
    std::vector<std::unique_ptr<SimTablet>> tablets_;
    std::map<core::ConnectionId, SimBoard::Socket> sockets_;
    std::map<core::ConnectionId, std::shared_ptr<SimLink>> links_;
    std::vector<Dial> dials_;
    Micros now_ = 0;
    Micros board_up_at_ = kNever;
    Micros healed_at_ = 0;
    bool reboot_ = false;
    std::size_t crashes_ = 0;
    std::size_t turns_at_now_ = 0;
};

void World::run(Report& report)
{
    board_.start(now_, true);
    const auto count = rng_.between(1, 4);
    for (int number = 0; number < count; ++number) {
        tablets_.push_back(std::make_unique<SimTablet>(number, oracle_, rng_, now_));
        tablets_.back()->air.delay_min = rng_.between(1, 20) * kMs;
        tablets_.back()->air.jitter = rng_.between(0, 60) * kMs;
    }
    play();
    heal();
    settle();
    check_end(report);
    report.crashes = crashes_;
    report.simulated = now_;
}

void World::play()
{
    std::vector<Micros> next_tap;
    for (std::size_t i = 0; i < tablets_.size(); ++i) {
        next_tap.push_back(rng_.between(0, 2 * kSecond));
    }
    Micros next_fault = rng_.between(2, 8) * kSecond;
    while (now_ < plan_.play) {
        const Micros next =
            std::min({*std::min_element(next_tap.begin(), next_tap.end()), next_fault, plan_.play});
        advance(next);
        for (std::size_t i = 0; i < tablets_.size(); ++i) {
            if (next_tap[i] <= now_) {
                person(*tablets_[i]);
                next_tap[i] =
                    now_ + (rng_.chance(0.2) ? rng_.between(10, 150) : rng_.between(200, 4000)) * kMs;
            }
        }
        if (next_fault <= now_) {
            fault();
            next_fault = now_ + rng_.between(500, 8000) * kMs;
        }
    }
}

void World::person(SimTablet& tablet)
{
    if (!tablet.alive()) {
        tablet.start(now_);
    }
    const auto dice = rng_.between(0, 99);
    if (dice < 8) {
        tablet.undo(now_);
    } else if (dice < 12) {
        tablet.redo(now_);
    } else {
        tablet.tap(random_command(tablet), now_);
    }
}

match::Command World::random_command(const SimTablet& tablet)
{
    using namespace match;
    const Side side = rng_.chance(0.5) ? Side::kHome : Side::kGuest;
    const MatchState state = tablet.client()->predicted();
    const auto dice = rng_.between(0, 99);
    if (dice < 35) {
        return AddScore{side, static_cast<int>(rng_.chance(0.1) ? -1 : rng_.between(1, 3))};
    }
    if (dice < 52) {
        return StartClock{ClockId::kGame};
    }
    if (dice < 67) {
        return StopClock{ClockId::kGame};
    }
    if (dice < 74) {
        return ResetShotClock{std::chrono::seconds(rng_.chance(0.5) ? 24 : 14)};
    }
    if (dice < 78) {
        return rng_.chance(0.5) ? Command(StopClock{ClockId::kShot}) : Command(StartClock{ClockId::kShot});
    }
    if (dice < 80) {
        return BlankShotClock{};
    }
    if (dice < 86) {
        return AddFoul{side, 1};
    }
    if (dice < 88) {
        return StartTimeout{side};
    }
    if (dice < 91) {
        return SetPossession{side, std::nullopt};
    }
    if (dice < 93) {
        return SoundHorn{};
    }
    if (dice < 95) {
        return SetClock{ClockId::kGame, std::chrono::milliseconds(rng_.between(0, 600'000))};
    }
    if (dice < 97) {
        return SetScore{side, static_cast<int>(rng_.between(0, 120)), std::nullopt};
    }
    if (dice < 98 && !state.offers.empty()) {
        return AcceptOffer{state.offers.front().id};
    }
    return NextPeriod{state.at, std::nullopt};
}

void World::fault()
{
    const auto dice = rng_.between(0, 99);
    if (dice < 50) {
        tablet_fault(*tablets_[static_cast<std::size_t>(
            rng_.between(0, static_cast<std::int64_t>(tablets_.size()) - 1))]);
    } else if (dice < 65) {
        if (board_.alive()) {
            board_crash(rng_.chance(0.4));
        }
    } else if (dice < 70) {
        if (board_.alive()) {
            board_.keep_image();
        }
    } else {
        panel_.fault(now_);
    }
}

void World::tablet_fault(SimTablet& tablet)
{
    const std::string name = "tablet " + std::to_string(tablet.number());
    const auto dice = rng_.between(0, 99);
    if (tablet.air.outage && dice < 60) {
        tablet.air.outage = false;
        oracle_.tell("the air of " + name + " is back");
        for (auto& [id, socket] : sockets_) {
            if (socket.air == &tablet.air) {
                socket.link->on_outage_end(rng_, now_);
            }
        }
    } else if (dice < 40) {
        tablet.air.outage = true;
        oracle_.tell("the air of " + name + " is gone");
    } else if (dice < 60) {
        tablet.air.delay_min = rng_.between(1, 100) * kMs;
        tablet.air.jitter = rng_.between(0, 400) * kMs;
        oracle_.tell(name + " has bad air");
    } else if (dice < 85) {
        oracle_.tell("the connection of " + name + " is cut");
        for (auto& [id, socket] : sockets_) {
            if (socket.air == &tablet.air) {
                socket.link->cut(rng_.chance(0.6), rng_.chance(0.6));
            }
        }
    } else if (dice < 88) {
        if (tablet.has_copy() && rng_.chance(0.5)) {
            tablet.restore_copy(now_);
        } else if (tablet.alive()) {
            tablet.keep_copy();
        }
    } else if (tablet.alive()) {
        tablet.kill(now_);
        if (rng_.chance(0.7)) {
            tablet.start(now_);
        }
    }
}

void World::board_crash(bool reboot)
{
    ++crashes_;
    reboot_ = reboot;
    board_.crash(now_);
    for (auto& [id, socket] : sockets_) {
        // A killed process's kernel says goodbye; a board without power does not.
        socket.link->cut(!reboot, true);
    }
    sockets_.clear();
    links_.clear();
    board_up_at_ = now_ + (reboot ? rng_.between(1000, 20'000) : rng_.between(50, 1000)) * kMs;
}

void World::board_start()
{
    board_up_at_ = kNever;
    if (reboot_ && board_.has_image() && rng_.chance(0.3)) {
        board_.restore_image();
    }
    board_.start(now_, reboot_);
}

void World::heal()
{
    oracle_.tell("all faults end");
    healed_at_ = now_;
    panel_.heal(now_);
    if (!board_.alive()) {
        board_start();
    }
    for (const auto& tablet : tablets_) {
        tablet->air = Air{2 * kMs, 4 * kMs, false};
        for (auto& [id, socket] : sockets_) {
            if (socket.air == &tablet->air) {
                socket.link->on_outage_end(rng_, now_);
            }
        }
        if (!tablet->alive()) {
            tablet->start(now_);
        }
    }
}

void World::settle()
{
    // L1: ⌈rows/64⌉ + 2 round trips, the commits, and 3 s; a dead connection needs 3 s more to be noticed.
    const Micros deadline = now_ + 10 * kSecond;
    const auto settled = [&](const SimTablet& tablet) {
        return tablet.settled() && tablet.client()->welcomed() &&
               tablet.client()->confirmed().rev() == board_.service().committed().rev;
    };
    const auto all_settled = [&] {
        return std::all_of(tablets_.begin(), tablets_.end(),
                           [&](const auto& tablet) { return settled(*tablet); });
    };
    while (!all_settled() && now_ < deadline) {
        advance(now_ + 50 * kMs);
    }
    for (const auto& tablet : tablets_) {
        if (!settled(*tablet)) {
            throw Violation(Check::kL1,
                            "10 s after the last fault tablet " + std::to_string(tablet->number()) + " has " +
                                std::to_string(tablet->journal().outbox.size()) +
                                " rows in its outbox and is at rev " +
                                std::to_string(tablet->client()->confirmed().rev()) + ", the board at rev " +
                                std::to_string(board_.service().committed().rev));
        }
    }
    // L4: within 300 ms of the commit, once the panel has had the second it may take after a fault of its
    // line.
    advance(std::max({now_, healed_at_ + kSecond, board_.committed_at()}) + 300 * kMs);
}

void World::check_end(Report& report)
{
    const core::MatchService& service = board_.service();
    const match::MatchState state = service.committed().state;
    for (const auto& tablet : tablets_) {
        const auto& confirmed = tablet->client()->confirmed();
        if (confirmed.rev() != service.committed().rev) {
            throw Violation(Check::kS9, "tablet " + std::to_string(tablet->number()) + " is at rev " +
                                            std::to_string(confirmed.rev()) + ", the board at rev " +
                                            std::to_string(service.committed().rev));
        }
        oracle_.check_equal(state, confirmed.state(), confirmed.rev());
    }
    const auto [home, guest] = panel_.scores(now_);
    const std::string want_home = std::to_string(match::score(state, match::Side::kHome));
    const std::string want_guest = std::to_string(match::score(state, match::Side::kGuest));
    if (home != want_home || guest != want_guest) {
        throw Violation(Check::kL4, "the panel shows " + home + " : " + guest + " and the score is " +
                                        want_home + " : " + want_guest);
    }
    if (board_.panel_link().shown() != service.committed().rev) {
        throw Violation(Check::kL4, "rev " + std::to_string(service.committed().rev) +
                                        " is not called shown, only rev " +
                                        std::to_string(board_.panel_link().shown()));
    }
    std::set<match::CommandId> orphans;
    for (const auto& tablet : tablets_) {
        orphans.merge(tablet->orphans());
    }
    board_.crash(now_);
    const core::RecoveredLog log = board_.read_log();
    oracle_.check_log(log);
    oracle_.check_all_recorded(log, orphans);
    report.recorded = log.open_match ? log.open_match->entries().size() : 0;
}

Micros World::next_event() const
{
    Micros next = std::min(board_up_at_, panel_.next_event());
    for (const auto& tablet : tablets_) {
        next = std::min(next, tablet->next_event());
    }
    if (board_.alive()) {
        next = std::min(next, board_.next_event(sockets_));
    }
    for (const Dial& one : dials_) {
        next = std::min(next, one.arrives);
    }
    return next;
}

// Whose deadline is not in the future, for the story.
std::string World::who_waits() const
{
    std::string who;
    const auto add = [&](const std::string& name, Micros at) { who += at <= now_ ? name + " " : ""; };
    add("the board's start", board_up_at_);
    add("the panel", panel_.next_event());
    for (const auto& tablet : tablets_) {
        add("tablet " + std::to_string(tablet->number()), tablet->next_event());
    }
    if (board_.alive()) {
        add("the board", board_.next_event(sockets_));
    }
    return who;
}

void World::advance(Micros until)
{
    while (true) {
        const Micros next = std::max(now_, next_event());
        if (next > until) {
            now_ = until;
            oracle_.set_now(now_);
            return;
        }
        turns_at_now_ = next == now_ ? turns_at_now_ + 1 : 0;
        if (turns_at_now_ > 2000) {
            throw Violation(Check::kSpin,
                            "something asks to be called again and again without time going on: " +
                                who_waits());
        }
        now_ = next;
        oracle_.set_now(now_);
        step();
    }
}

void World::step()
{
    if (now_ >= board_up_at_) {
        board_start();
    }
    accept_dials();
    for (const auto& tablet : tablets_) {
        if (tablet->run(now_)) {
            dial(*tablet);
        }
    }
    panel_.run(now_);
    if (board_.alive()) {
        board_.run(now_, sockets_, panel_);
        std::erase_if(links_, [&](const auto& link) { return !sockets_.contains(link.first); });
    } else {
        (void)panel_.take_from_panel(now_); // nobody listens
    }
    panel_.run(now_);
}

void World::dial(SimTablet& tablet)
{
    if (!board_.alive() || tablet.air.outage) {
        tablet.dial_failed(now_);
        return;
    }
    dials_.push_back({now_ + tablet.air.delay_min, tablet.number(), tablet.connect(now_)});
}

void World::accept_dials()
{
    std::vector<Dial> arrived;
    std::erase_if(dials_, [&](const Dial& one) {
        if (one.arrives <= now_) {
            arrived.push_back(one);
            return true;
        }
        return false;
    });
    for (const Dial& one : arrived) {
        const auto id = board_.alive() ? board_.open(now_) : std::nullopt;
        if (!id) {
            one.link->cut(true, true);
            continue;
        }
        links_[*id] = one.link;
        sockets_[*id] = {one.link.get(), &tablets_[static_cast<std::size_t>(one.tablet)]->air};
    }
}

} // namespace

Report simulate(const Plan& plan)
{
    Report report;
    report.seed = plan.seed;
    plant(plan.bug);
    World world(plan);
    try {
        world.run(report);
    } catch (const Violation& violation) {
        report.broken = violation.check();
        report.violation = violation.text();
    }
    report.story = world.oracle().story();
    report.trace_hash = world.oracle().trace_hash();
    report.taps = world.oracle().taps();
    return report;
}

} // namespace scoreboard::simulation
