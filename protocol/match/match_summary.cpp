#include "match/match_summary.h"

#include "match/scoreline.h"

namespace scoreboard::match {

std::string result_text(const MatchSummary& summary)
{
    const auto both = [](int home, int guest) {
        return std::to_string(home) + " : " + std::to_string(guest);
    };
    return both(summary.home, summary.guest) +
           (summary.home_shootout && summary.guest_shootout
                ? " (" + both(*summary.home_shootout, *summary.guest_shootout) + ")"
                : "");
}

MatchSummary summary_of(const Ruleset& ruleset, const MatchState& state, const Entry& first,
                        const Entry& newest)
{
    const Scoreline line = scoreline(ruleset, state, newest.received);
    const auto* start = std::get_if<StartMatch>(&first.command());
    return MatchSummary{
        .match = first.id(),
        .first = first.rev,
        .last = newest.rev,
        .ruleset = ruleset.id,
        .sport = ruleset.sport,
        .home_name = line.home.name,
        .guest_name = line.guest.name,
        .home = line.has_sets ? line.home.sets : line.home.score,
        .guest = line.has_sets ? line.guest.sets : line.guest.score,
        .home_shootout = line.has_shootout ? std::optional(line.home.shootout_goals) : std::nullopt,
        .guest_shootout = line.has_shootout ? std::optional(line.guest.shootout_goals) : std::nullopt,
        .period_text = line.period_text,
        .final = state.at.phase == Phase::kFinal,
        .began_ms = first.wall_ms,
        .newest_ms = newest.wall_ms,
        .from = start != nullptr && start->goes_on ? std::optional(start->goes_on->match) : std::nullopt};
}

} // namespace scoreboard::match
