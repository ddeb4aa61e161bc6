#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset american_football(std::string id, std::string name, std::string source, Duration quarter)
{
    Ruleset ruleset = named(std::move(id), std::move(name), std::move(source));
    PeriodRules& periods = ruleset.periods; // optional: every number, as reported
    periods.regular = 4;
    periods.length = quarter;
    periods.interval = 2min;
    periods.half_interval = 13min;
    ruleset.score = ScoreRules{{6, 1, 2, 3}, 199};
    TimeoutRules timeouts; // three a half
    timeouts.length = 60s;
    timeouts.signal_at = 45s;
    timeouts.first_half = 3;
    timeouts.second_half = 3;
    ruleset.timeouts = timeouts;
    ShotClockRules play; // the play clock runs by itself
    play.full = 40s;
    play.reset_short = 25s;
    play.delay = kShotDelay;
    play.alone = true;
    ruleset.shot_clock = play;
    ruleset.downs = DownsRules{4, 10};
    ruleset.lamps = {{"flag"}};
    return ruleset;
}

} // namespace

Ruleset american_football_nfl()
{
    Ruleset ruleset = american_football("american_football.nfl.2025", "American football, NFL 2025",
                                        "NFL Rulebook 2025, as reported", 15min);
    ruleset.periods.overtime = 10min;
    ruleset.periods.overtimes_max = 1; // of a regular season's game
    ruleset.periods.warning_at = 2min; // the two-minute warning
    ruleset.timeouts->overtime = 2;
    return ruleset;
}

Ruleset american_football_ncaa()
{
    Ruleset ruleset = american_football("american_football.ncaa.2025", "American football, NCAA 2025",
                                        "NCAA Football Rules 2025, as reported", 15min);
    ruleset.periods.half_interval = 20min;
    ruleset.periods.warning_at = 2min; // since 2024 a time-out of its own
    ruleset.timeouts->overtime = 1;    // overtime is a series of possessions: it has no clock
    return ruleset;
}

Ruleset american_football_nfhs()
{
    Ruleset ruleset = american_football("american_football.nfhs.2025", "American football, NFHS 2025",
                                        "NFHS Football Rules 2025, as reported", 12min);
    ruleset.timeouts->overtime = 1;
    return ruleset;
}

std::vector<Book> american_football_books()
{
    return {
        {"american_football.",
         {
             {"", "", Basis::kReported},
             {"lamps", "", Basis::kBoard},
         }},
    };
}

} // namespace scoreboard::match::sports
