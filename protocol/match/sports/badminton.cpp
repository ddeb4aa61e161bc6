#include "match/sports/all_sports.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset badminton(std::string id, std::string name, std::string source, int points, int cap, int half)
{
    Ruleset ruleset = named(std::move(id), std::move(name), std::move(source));
    PeriodRules& periods = ruleset.periods;
    periods.regular = 3; // law 7.1
    periods.name = PeriodName::kSet;
    periods.interval = 2min; // law 16.2
    periods.half_after = 0;
    ruleset.score = ScoreRules{{1}, kScoreMaximum};
    RallyRules rally;
    rally.points = points; // laws 7.2 to 7.5
    rally.last_points = points;
    rally.lead = 2;
    rally.cap = cap;
    rally.last_cap = cap;
    rally.sets_to_win = 2;
    rally.service = Service::kWinner; // law 10.3
    rally.winner_opens = true;        // law 7.6
    rally.even_right = true;          // law 10.1
    rally.ends_at_last = half;        // law 8
    rally.breaks = {half};            // law 16.2
    rally.break_length = 60s;         // law 16.2
    rally.ends_each_set = true;       // law 8
    ruleset.rally = rally;
    return ruleset;
}

} // namespace

Ruleset badminton_bwf_21()
{
    return badminton("badminton.bwf.2024", "Badminton, BWF", "BWF Laws of Badminton 2024", 21, 30, 11);
}

Ruleset badminton_bwf_15() // optional: as reported
{
    return badminton("badminton.bwf15.2026", "Badminton, BWF 3x15", "BWF scoring system 3x15, as reported",
                     15, 21, 8);
}

} // namespace scoreboard::match::sports
