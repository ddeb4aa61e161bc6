// What the oracle checks of a past that people put right: what counts then, and that they knew.
#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "simulation/oracle.h"

namespace scoreboard::simulation {

namespace {

const char* name_of(match::Side side)
{
    return side == match::Side::kHome ? "HOME" : "GUEST";
}

bool other_period(const match::PeriodPhase& before, const match::PeriodPhase& after)
{
    // The first START of a match begins its first period: that goes with it.
    const auto open = [](match::Phase phase) {
        return phase == match::Phase::kPre || phase == match::Phase::kPlay;
    };
    return before.period != after.period ||
           (before.phase != after.phase && !(open(before.phase) && open(after.phase)));
}

} // namespace

void Oracle::check_score(const match::Timeline& fold) const
{
    const match::MatchState& state = fold.state();
    const Scorekeeper::Sum sum = scorekeeper_.score();
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        const int shown = match::score(state, side);
        const int counted = side == match::Side::kHome ? sum.home : sum.guest;
        if (shown < 0 || (counted != shown && scorekeeper_.knows_when_points_count())) {
            violated(Check::kS10, std::string("the score of ") + name_of(side) + " is " +
                                      std::to_string(shown) + " and the entries that stand add up to " +
                                      std::to_string(counted));
        }
        const std::vector<int>& fouls = state.team(side).fouls;
        const int all = std::accumulate(fouls.begin(), fouls.end(), 0);
        if (const int pencilled = scorekeeper_.fouls(side, fold); all != pencilled) {
            violated(Check::kS10, std::string(name_of(side)) + " has " + std::to_string(all) +
                                      " fouls and the entries that stand add up to " +
                                      std::to_string(pencilled));
        }
    }
}

// A correction that turns to another period, takes the sense of points or moves the game clock far does what
// its operator was shown.
void Oracle::check_seen(const match::Entry& entry, const match::MatchState& before,
                        const std::set<match::CommandId>& senseless_before, const match::Timeline& fold,
                        const BoardTimeOf& board_time) const
{
    const TapFact* tap = tap_of(entry.sealed.bytes);
    if (tap == nullptr) {
        return;
    }
    const match::MatchState& after = fold.state();
    const match::Duration shows = match::value_at(after, match::ClockId::kGame, entry.received);
    const match::Duration moves = shows - match::value_at(before, match::ClockId::kGame, entry.received);
    const bool turns = other_period(before.at, after.at);
    const bool moves_far = std::abs(moves.count()) > fold.ruleset().periods.delay.automatic_max.count();
    std::set<match::CommandId> lost = scorekeeper_.score().senseless;
    std::erase_if(lost, [&](const match::CommandId& id) { return senseless_before.contains(id); });
    if (!turns && !moves_far && lost.empty()) {
        return;
    }
    const std::optional<Sight>& sight = tap->screen.correction;
    if (!sight) {
        violated(Check::kSeen, describe(entry.sealed) + " goes far, and nobody was shown what it changes");
    }
    const match::ShownEffect& shown = sight->effect;
    if (turns && shown.at != after.at) {
        violated(Check::kSeen, describe(entry.sealed) + " turns to a period that its operator was not shown");
    }
    const bool all_shown = std::all_of(lost.begin(), lost.end(), [&](const match::CommandId& id) {
        return std::find(shown.marks.begin(), shown.marks.end(), id) != shown.marks.end();
    });
    if (!all_shown && shown.marks.size() < match::kShownMarksMax) {
        violated(Check::kSeen, describe(entry.sealed) + " takes the sense of points, which nobody was shown");
    }
    // Wide: what the board knows of the tap's moment is another check's business.
    constexpr match::Duration kMargin = std::chrono::seconds(3);
    const auto looked = board_time(sight->at);
    const bool ran = shown.game.running && after.game.running;
    if (!moves_far || !looked || shown.game.running != after.game.running) {
        return;
    }
    const match::Duration by = ran ? entry.received - *looked : match::Duration::zero();
    const match::Duration expected = shown.game.value + (after.game.up ? by : -by);
    if (std::abs((expected - shows).count()) > kMargin.count()) {
        violated(Check::kSeen, describe(entry.sealed) + " sets the game clock to " +
                                   std::to_string(shows.count() / 1000) + " ms, and its operator was shown " +
                                   std::to_string(expected.count() / 1000) + " ms");
    }
}

} // namespace scoreboard::simulation
