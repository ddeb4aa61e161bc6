#include "simulation/world.h"

#include <algorithm>

namespace scoreboard::simulation {

void World::run()
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
    check_end();
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
                Rng dice(people_.next());
                if (!plan_.no_taps.contains(++taps_tried_)) {
                    person(*tablets_[i], dice);
                }
                const Micros hasty = people_.between(10, 150) * kMs;
                const Micros calm = tap_gap == 0 ? people_.between(200, 4000) * kMs : gap_of(tap_gap);
                const Micros pause = people_.between(30, 200) * kSecond;
                const bool pauses = people_.chance(mood_.pauses);
                next_tap[i] =
                    now_ + (people_.chance(tap_gap == 0 ? 0.2 : 0.05) ? hasty : calm) + (pauses ? pause : 0);
            }
        }
        if (next_fault <= now_) {
            Rng dice(faults_.next());
            if (!plan_.no_faults.contains(++faults_tried_)) {
                fault(dice);
            }
            const bool at_once = faults_.chance(mood_.bursts);
            const Micros gap = faults_.between(fault_gap / 10, fault_gap * 19 / 10);
            next_fault = now_ + (at_once ? faults_.between(10, 300) * kMs : gap);
        }
    }
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
    if (!board_.alive() || tablet.air.outage()) {
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

} // namespace scoreboard::simulation
