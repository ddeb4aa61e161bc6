#include <algorithm>
#include <set>

#include "match/scoreline.h"
#include "simulation/world.h"

namespace scoreboard::simulation {

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

// L4 in mid-match, where nothing has been wrong with board, panel and line for long enough.
void World::check_panel() const
{
    constexpr Micros kLongEnough = 3 * kSecond;
    const bool quiet = board_.alive() && panel_.sound_since() < now_ - kLongEnough &&
                       board_.committed_at() < now_ - kLongEnough && board_since_ < now_ - 2 * kLongEnough;
    if (quiet && panel_.sound_since() != kNever) {
        check_panel_shows_score();
        check_panel_shows_clock();
    }
}

// The newest score; while the display is held, the one at which the log came to be held, or to this period.
World::HallScore World::hall_score() const
{
    const core::MatchService& service = board_.service();
    const auto score_after = [](match::Rev rev, const match::MatchState& state) {
        return HallScore{rev, match::score(state, match::Side::kHome),
                         match::score(state, match::Side::kGuest)};
    };
    HallScore score = score_after(service.committed().rev, service.committed().state);
    if (!service.committed().state.display_held) {
        return score;
    }
    const auto entries = service.timeline().entries();
    match::Timeline told(entries.front());
    for (const match::Entry& entry : entries.subspan(1, service.committed().rev - entries.front().rev)) {
        const bool held = told.state().display_held;
        const match::PeriodPhase at = told.state().at;
        told.add(entry);
        if (told.state().display_held && (!held || at != told.state().at)) {
            score = score_after(entry.rev, told.state());
        }
    }
    return score;
}

void World::check_panel_shows_score() const
{
    const HallScore score = hall_score();
    const auto [home, guest] = panel_.scores();
    const std::string want_home = std::to_string(score.home);
    const std::string want_guest = std::to_string(score.guest);
    if (home != want_home || guest != want_guest) {
        throw Violation(Check::kL4, "the panel shows " + home + " : " + guest + " and the score is " +
                                        want_home + " : " + want_guest);
    }
    if (board_.service().committed().state.display_held && board_.panel_link().shown() > score.rev) {
        throw Violation(Check::kL4, "rev " + std::to_string(board_.panel_link().shown()) +
                                        " is called shown, and the display is held at rev " +
                                        std::to_string(score.rev));
    }
}

// Of a clock that somebody has yet to confirm the digits blink, and of a held display they stand.
void World::check_panel_shows_clock() const
{
    constexpr auto kOff = std::chrono::milliseconds(1100); // it is rounded, and takes a moment on the wire
    const core::MatchService& service = board_.service();
    const match::MatchState& state = service.committed().state;
    if (state.display_held || !state.offers.empty()) {
        return;
    }
    const match::ClockFace face = match::scoreline(service.ruleset(), state, board_.time(now_)).game;
    if (!face.visible) {
        return;
    }
    const std::string shown = panel_.game_clock();
    const auto value = match::parse_clock(shown);
    if (!value || *value < face.value - kOff || *value > face.value + kOff) {
        throw Violation(Check::kClock,
                        "the panel's clock shows \"" + shown + "\" and the clock is at " + face.text);
    }
}

void World::check_end()
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
    if (const match::Rev rev = hall_score().rev; board_.panel_link().shown() != rev) {
        throw Violation(Check::kL4, "rev " + std::to_string(rev) + " is not called shown, only rev " +
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
}

} // namespace scoreboard::simulation
