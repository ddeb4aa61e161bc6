#include "simulation/people.h"
#include "simulation/world.h"

namespace scoreboard::simulation {

void World::person(SimTablet& tablet, Rng& dice)
{
    if (!tablet.alive()) {
        tablet.start(now_);
    } else if (tablet.asleep(now_)) {
        if (dice.chance(0.9)) {
            return; // nobody needs this tablet now
        }
        tablet.wake();
    }
    tablet.read_strip(now_);
    if (correct(tablet, dice)) {
        return;
    }
    const client::MatchClient& client = *tablet.client();
    const match::MatchState shown = client.predicted();
    if (mood_.holds && dice.chance(shown.display_held ? 0.3 : 0.05)) {
        tablet.tap(match::HoldDisplay{!shown.display_held}, now_);
        return;
    }
    const match::BoardTime then = client.board_time(tablet.time(now_));
    const match::Duration left = match::time_left(client.confirmed().ruleset(), shown, then);
    const bool last_seconds = match::runs(shown, match::ClockId::kGame, then) &&
                              left > std::chrono::milliseconds(1500) && left < std::chrono::seconds(6);
    // Where seconds are left the air fails most: that is when a late STOP is worth something.
    if (last_seconds && mood_.faults.test(index_of(Fault::kOutage)) && !tablet.air.outage() &&
        !plan_.without.test(index_of(Fault::kOutage)) && dice.chance(0.6)) {
        begin_outage(tablet, dice.between(2, 14) * kSecond, dice);
    }
    const Habits habits{mood_.short_clocks, !mood_.timekeeper || tablet.number() == 0, mood_.next_match,
                        last_seconds};
    const auto key = dice.between(0, 99);
    if (key < 8) {
        tablet.undo(now_);
    } else if (key < 12) {
        tablet.redo(now_);
    } else {
        tablet.tap(any_command(dice, shown, client.left_matches(), habits), now_);
    }
}

// Somebody who has looked at what a correction would change carries it out, or thinks better of it; somebody
// else goes through the history.
bool World::correct(SimTablet& tablet, Rng& dice)
{
    if (tablet.looks() && dice.chance(0.6)) {
        tablet.carry_out(now_);
        return true;
    }
    if (!dice.chance(mood_.corrects)) {
        return false;
    }
    const auto correction = any_correction(dice, tablet.client()->view(tablet.time(now_)).history);
    if (correction) {
        tablet.look_at(*correction, now_);
    }
    return correction.has_value();
}

} // namespace scoreboard::simulation
