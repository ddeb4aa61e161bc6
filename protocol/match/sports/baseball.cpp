#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {

using namespace std::chrono_literals;

Ruleset baseball_mlb_2025()
{
    Ruleset ruleset =
        named("baseball.mlb.2025", "Baseball, MLB 2025", "Official Baseball Rules 2025, as reported");
    ruleset.periods.regular = 9;
    ruleset.periods.name = PeriodName::kInning;
    ruleset.periods.half_after = 0;
    ruleset.possession = false; // the innings say who bats
    ruleset.score = ScoreRules{{1}, 99};
    ruleset.innings = InningsRules{4, 3, 3};
    ShotClockRules pitch; // optional: bases empty, runners on, between batters
    pitch.full = 30s;
    pitch.reset_short = 15s;
    pitch.more = {18s};
    pitch.delay = kShotDelay;
    pitch.alone = true;
    ruleset.shot_clock = pitch;
    ruleset.tallies = {
        {"hit", 99, Span::kMatch}, {"error", 99, Span::kMatch}, {"left on base", 99, Span::kMatch}};
    ruleset.lamps = {{"hit"}, {"error"}};
    return ruleset;
}

std::vector<Book> baseball_books()
{
    return {
        {"baseball.",
         {
             {"periods.count", "7.01", Basis::kReported},
             {"periods.overtime", "7.01", Basis::kReported},
             {"score", "5.08", Basis::kReported},
             {"shot_clock", "", Basis::kReported},
             {"tallies", "", Basis::kBoard},
             {"lamps", "", Basis::kBoard},
             {"innings", "balls 5.05, strikes and outs 5.09", Basis::kReported},
         }},
    };
}

} // namespace scoreboard::match::sports
