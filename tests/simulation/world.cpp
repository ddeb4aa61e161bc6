#include "simulation/world.h"

#include <algorithm>
#include <array>

#include "client/kept_matches.h"
#include "simulation/mood.h"
#include "simulation/people.h"
#include "simulation/planted_bug.h"

namespace scoreboard::simulation {

namespace {

class World {
public:
    explicit World(const Plan& plan)
        : plan_(plan), people_(plan.seed), faults_(people_.next()), rng_(people_.next()),
          mood_(mood_of(people_)), oracle_(plan.listener), board_(oracle_, rng_), panel_(rng_, oracle_)
    {
    }

    void run(Report& report);
    const Oracle& oracle() const { return oracle_; }
    std::size_t crashes() const { return crashes_; }
    Micros now() const { return now_; }

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
    bool correct(SimTablet& tablet);
    void fault();
    void fault(Fault kind, SimTablet& tablet);
    void tablet_fault(Fault kind, SimTablet& tablet);
    void begin_outage(SimTablet& tablet, std::optional<Micros> length);
    void end_outage(SimTablet& tablet);
    void on_air_back(SimTablet& tablet);
    Micros gap_of(Micros average) { return people_.between(average / 10, average * 19 / 10); }
    void check_panel() const;
    void check_panel_shows_score() const;
    void board_crash(bool reboot);
    void board_start();
    void storage_dies();
    void fill_board();

    Plan plan_;
    // People, faults and machines each throw dice of their own: with one kind of fault left out, the same
    // people still tap the same keys.
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
    std::size_t turns_at_now_ = 0;
};

void World::run(Report& report)
{
    board_.start(now_, true);
    const int count = plan_.tablets == 0 ? mood_.tablets : plan_.tablets;
    for (int number = 0; number < count; ++number) {
        tablets_.push_back(std::make_unique<SimTablet>(number, oracle_, rng_, now_));
        air_back_at_.push_back(kNever);
        tablets_.back()->air.delay_min = rng_.between(1, 20) * kMs;
        tablets_.back()->air.jitter = rng_.between(0, 60) * kMs;
    }
    play();
    heal();
    settle();
    check_end(report);
}

void World::play()
{
    const auto count = static_cast<Micros>(tablets_.size());
    const Micros tap_gap = plan_.commands == 0 ? 0 : plan_.play * count / plan_.commands;
    const Micros fault_gap = plan_.faults == 0 ? mood_.fault_gap : plan_.play / plan_.faults;
    std::vector<Micros> next_tap;
    for (std::size_t i = 0; i < tablets_.size(); ++i) {
        next_tap.push_back(people_.between(0, 2 * kSecond));
    }
    Micros next_fault = faults_.between(fault_gap / 2, 2 * fault_gap);
    while (now_ < plan_.play) {
        const Micros next =
            std::min({*std::min_element(next_tap.begin(), next_tap.end()), next_fault, plan_.play});
        advance(next);
        check_panel();
        for (std::size_t i = 0; i < tablets_.size(); ++i) {
            if (next_tap[i] <= now_) {
                person(*tablets_[i]);
                const Micros hasty = people_.between(10, 150) * kMs;
                const Micros calm = tap_gap == 0 ? people_.between(200, 4000) * kMs : gap_of(tap_gap);
                const Micros pause = people_.between(30, 200) * kSecond;
                const bool pauses = people_.chance(mood_.pauses);
                next_tap[i] =
                    now_ + (people_.chance(tap_gap == 0 ? 0.2 : 0.05) ? hasty : calm) + (pauses ? pause : 0);
            }
        }
        if (next_fault <= now_) {
            fault();
            const bool at_once = faults_.chance(mood_.bursts);
            const Micros gap = faults_.between(fault_gap / 10, fault_gap * 19 / 10);
            next_fault = now_ + (at_once ? faults_.between(10, 300) * kMs : gap);
        }
    }
}

void World::person(SimTablet& tablet)
{
    if (!tablet.alive()) {
        tablet.start(now_);
    } else if (tablet.asleep(now_)) {
        if (people_.chance(0.9)) {
            return; // nobody needs this tablet now
        }
        tablet.wake();
    }
    if (correct(tablet)) {
        return;
    }
    const client::MatchClient& client = *tablet.client();
    const match::MatchState shown = client.predicted();
    const match::BoardTime then = client.board_time(tablet.time(now_));
    const match::Duration left = match::time_left(client.confirmed().ruleset(), shown, then);
    const bool last_seconds = match::runs(shown, match::ClockId::kGame, then) &&
                              left > std::chrono::milliseconds(1500) && left < std::chrono::seconds(6);
    // Where seconds are left the air fails most: that is when a late STOP is worth something.
    if (last_seconds && mood_.faults.test(index_of(Fault::kOutage)) && !tablet.air.outage &&
        !plan_.without.test(index_of(Fault::kOutage)) && faults_.chance(0.3)) {
        begin_outage(tablet, faults_.between(2, 8) * kSecond);
    }
    const Habits habits{mood_.short_clocks, !mood_.timekeeper || tablet.number() == 0, mood_.next_match,
                        last_seconds};
    const auto dice = people_.between(0, 99);
    if (dice < 8) {
        tablet.undo(now_);
    } else if (dice < 12) {
        tablet.redo(now_);
    } else {
        tablet.tap(any_command(people_, shown, client.left_matches(), habits), now_);
    }
}

// Somebody who has looked at what a correction would change carries it out, or thinks better of it; somebody
// else goes through the history.
bool World::correct(SimTablet& tablet)
{
    if (tablet.looks() && people_.chance(0.6)) {
        tablet.carry_out(now_);
        return true;
    }
    if (!people_.chance(mood_.corrects)) {
        return false;
    }
    const auto correction = any_correction(people_, tablet.client()->view(tablet.time(now_)).history);
    if (correction) {
        tablet.look_at(*correction, now_);
    }
    return correction.has_value();
}

// L4 in mid-match, where nothing has been wrong with board, panel and line for long enough.
void World::check_panel() const
{
    constexpr Micros kLongEnough = 3 * kSecond;
    const bool quiet = board_.alive() && panel_.sound_since() < now_ - kLongEnough &&
                       board_.committed_at() < now_ - kLongEnough && board_since_ < now_ - 2 * kLongEnough;
    if (quiet && panel_.sound_since() != kNever) {
        check_panel_shows_score();
    }
}

void World::fault()
{
    int weights = 0;
    for (const FaultText& kind : all_faults()) {
        weights += mood_.faults.test(index_of(kind.fault)) ? kind.weight : 0;
    }
    if (weights == 0) {
        return;
    }
    auto dice = faults_.between(0, weights - 1);
    // Where one tablet alone has the clock it is worth to hit that one.
    const bool at_clock = mood_.timekeeper && faults_.chance(0.5);
    SimTablet& tablet = *tablets_[static_cast<std::size_t>(
        at_clock ? 0 : faults_.between(0, static_cast<std::int64_t>(tablets_.size()) - 1))];
    for (const FaultText& kind : all_faults()) {
        const int weight = mood_.faults.test(index_of(kind.fault)) ? kind.weight : 0;
        if (dice < weight) {
            if (!plan_.without.test(index_of(kind.fault))) {
                fault(kind.fault, tablet);
            }
            return;
        }
        dice -= weight;
    }
}

void World::fault(Fault kind, SimTablet& tablet)
{
    switch (kind) {
    case Fault::kNoise:
    case Fault::kUnplug:
    case Fault::kPanelReset:
    case Fault::kBrokenWire:
        panel_.fault(kind, now_);
        return;
    case Fault::kDaemonKill:
    case Fault::kPowerCut:
        if (board_.alive()) {
            board_crash(kind == Fault::kPowerCut);
        }
        return;
    case Fault::kOldCard:
        if (board_.alive()) {
            board_.keep_image();
        }
        return;
    default:
        tablet_fault(kind, tablet);
    }
}

void World::tablet_fault(Fault kind, SimTablet& tablet)
{
    const std::string name = "tablet " + std::to_string(tablet.number()) + ": ";
    switch (kind) {
    case Fault::kOutage:
        if (tablet.air.outage) {
            end_outage(tablet);
        } else {
            // Sometimes until somebody mends it.
            begin_outage(tablet, faults_.chance(0.7) ? std::optional((250 * kMs) << faults_.between(0, 6))
                                                     : std::nullopt);
        }
        return;
    case Fault::kBadAir:
        tablet.air.delay_min = faults_.between(1, 100) * kMs;
        tablet.air.jitter = faults_.between(0, 400) * kMs;
        oracle_.tell(name + "its WiFi is slow, " + std::to_string(tablet.air.delay_min / kMs) + " to " +
                     std::to_string((tablet.air.delay_min + tablet.air.jitter) / kMs) + " ms a way");
        return;
    case Fault::kCut:
        oracle_.tell(name + "its connection is cut");
        for (auto& [id, socket] : sockets_) {
            if (socket.air == &tablet.air) {
                socket.link->cut(faults_.chance(0.6), faults_.chance(0.6));
            }
        }
        return;
    case Fault::kOldJournal:
        if (tablet.has_copy() && faults_.chance(0.5)) {
            tablet.restore_copy(now_);
        } else if (tablet.alive()) {
            tablet.keep_copy();
        }
        return;
    case Fault::kClone:
        if (const SimTablet& other =
                *tablets_[static_cast<std::size_t>(tablet.number() + 1) % tablets_.size()];
            &other != &tablet) {
            tablet.adopt(other, now_);
        }
        return;
    case Fault::kSuspend: {
        Micros length = kSecond; // a second as likely as an hour
        for (Micros doublings = faults_.between(0, 12); doublings > 0; --doublings) {
            length = length * 2;
        }
        if (tablet.alive()) {
            tablet.suspend(now_, now_ + std::min(length, 7200 * kSecond));
        }
        return;
    }
    case Fault::kWallClock:
        tablet.set_wall_clock((faults_.chance(0.5) ? 1 : -1) * faults_.between(100, 3'600'000) * kMs);
        oracle_.tell(name + "somebody sets its time of day");
        return;
    case Fault::kTabletReboot:
        tablet.reboot(now_);
        return;
    default: // kKill
        if (tablet.alive()) {
            tablet.kill(now_);
            if (faults_.chance(0.7)) {
                tablet.start(now_);
            }
        }
    }
}

void World::begin_outage(SimTablet& tablet, std::optional<Micros> length)
{
    tablet.air.outage = true;
    if (length) {
        air_back_at_[static_cast<std::size_t>(tablet.number())] = now_ + *length;
    }
    oracle_.tell("tablet " + std::to_string(tablet.number()) + ": its WiFi is gone");
}

void World::end_outage(SimTablet& tablet)
{
    tablet.air.outage = false;
    air_back_at_[static_cast<std::size_t>(tablet.number())] = kNever;
    oracle_.tell("tablet " + std::to_string(tablet.number()) + ": its WiFi is back");
    on_air_back(tablet);
}

// What TCP has held back comes.
void World::on_air_back(SimTablet& tablet)
{
    for (auto& [id, socket] : sockets_) {
        if (socket.air == &tablet.air) {
            socket.link->on_outage_end(rng_, now_);
        }
    }
}

void World::board_crash(bool reboot)
{
    ++crashes_;
    reboot_ = reboot;
    board_.crash(now_, reboot);
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
    board_since_ = now_;
    if (reboot_ && board_.has_image() && rng_.chance(0.3)) {
        board_.restore_image();
    }
    if (plan_.storage_dies && !storage_died_ && now_ > plan_.play / 4) {
        storage_dies();
    } else if (now_ >= fill_at_) {
        fill_board();
    }
    board_.start(now_, reboot_);
}

void World::storage_dies()
{
    storage_died_ = true;
    board_.lose_storage();
    std::set<std::string> held;
    for (const auto& tablet : tablets_) {
        held.merge(tablet->held());
    }
    oracle_.lost_but_for(held);
    if (rng_.chance(0.5)) {
        fill_board();
    } else {
        fill_at_ = now_ + rng_.between(0, 3000) * kMs; // tablets meet an empty board, perhaps people tap on
    }
}

// From any tablet, however much it has of the match.
void World::fill_board()
{
    fill_at_ = kNever;
    std::vector<client::KeptMatch> kept;
    for (const auto& tablet : tablets_) {
        const client::JournalContent& journal = tablet->journal();
        if (!journal.kept.empty()) {
            kept.push_back(journal.kept.back());
        } else if (client::was_played(journal.history)) {
            kept.push_back({0, *journal.board, *journal.log, false, journal.history});
        }
    }
    if (!kept.empty()) {
        board_.fill(
            kept[static_cast<std::size_t>(rng_.between(0, static_cast<std::int64_t>(kept.size()) - 1))]);
    }
}

void World::heal()
{
    oracle_.tell("all faults end");
    healed_at_ = now_;
    storage_died_ = true;
    fill_at_ = kNever;
    panel_.heal(now_);
    board_.heal();
    if (!board_.alive()) {
        board_start();
    }
    for (const auto& tablet : tablets_) {
        tablet->air = Air{2 * kMs, 4 * kMs, false};
        air_back_at_[static_cast<std::size_t>(tablet->number())] = kNever;
        on_air_back(*tablet);
        tablet->wake();
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
    // A board that has booted just now has yet to record that it did.
    while ((!all_settled() || now_ < healed_at_ + kSecond) && now_ < deadline) {
        for (const auto& tablet : tablets_) {
            tablet->touch(now_); // two with one journal wait for a person to say so
        }
        advance(now_ + 50 * kMs);
    }
    for (const auto& tablet : tablets_) {
        if (!settled(*tablet)) {
            throw Violation(Check::kL1, "10 s after the last fault tablet " + tablet->state() +
                                            "; the board is at rev " +
                                            std::to_string(board_.service().committed().rev));
        }
    }
    // L4: within 300 ms of the commit, once the panel has had the second it may take after a fault of its
    // line.
    advance(std::max({now_, healed_at_ + kSecond, board_.committed_at()}) + 300 * kMs);
}

void World::check_panel_shows_score() const
{
    const match::MatchState& state = board_.service().committed().state;
    const auto [home, guest] = panel_.scores();
    const std::string want_home = std::to_string(match::score(state, match::Side::kHome));
    const std::string want_guest = std::to_string(match::score(state, match::Side::kGuest));
    if (home != want_home || guest != want_guest) {
        throw Violation(Check::kL4, "the panel shows " + home + " : " + guest + " and the score is " +
                                        want_home + " : " + want_guest);
    }
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
    check_panel_shows_score();
    if (board_.panel_link().shown() != service.committed().rev) {
        throw Violation(Check::kL4, "rev " + std::to_string(service.committed().rev) +
                                        " is not called shown, only rev " +
                                        std::to_string(board_.panel_link().shown()));
    }
    std::set<std::string> orphans;
    for (const auto& tablet : tablets_) {
        orphans.merge(tablet->orphans());
    }
    board_.crash(now_, false);
    const WholeLog log = board_.read_log();
    oracle_.check_log(log);
    oracle_.check_all_ended(log, orphans);
    report.recorded = log.entries.size();
}

Micros World::next_event() const
{
    Micros next = std::min({board_up_at_, board_.alive() ? fill_at_ : kNever, panel_.next_event()});
    for (const auto& tablet : tablets_) {
        next =
            std::min({next, tablet->next_event(), air_back_at_[static_cast<std::size_t>(tablet->number())]});
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
    if (now_ >= fill_at_ && board_.alive()) {
        board_crash(false); // in an orderly way, or not
    }
    if (now_ >= board_up_at_) {
        board_start();
    }
    accept_dials();
    for (const auto& tablet : tablets_) {
        if (now_ >= air_back_at_[static_cast<std::size_t>(tablet->number())]) {
            end_outage(*tablet);
        }
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
    report.crashes = world.crashes();
    report.simulated = world.now();
    report.story = world.oracle().story();
    report.trace_hash = world.oracle().trace_hash();
    report.taps = world.oracle().taps();
    return report;
}

} // namespace scoreboard::simulation
