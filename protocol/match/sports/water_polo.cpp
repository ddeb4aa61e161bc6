#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

// What the editions differ in: how long a side may have the ball, and how long an exclusion lasts.
Ruleset water_polo(std::string id, std::string name, std::string source)
{
    Ruleset ruleset = named(std::move(id), std::move(name), std::move(source));
    PeriodRules& periods = ruleset.periods;
    periods.regular = 4;
    periods.length = 8min;
    periods.interval = 2min;
    periods.half_interval = 5min; // optional: 3:00 in earlier editions
    periods.no_overtime = true;
    periods.tenths_below = 60s;
    ruleset.score = ScoreRules{{1}, 99};
    TimeoutRules timeouts; // two a match
    timeouts.length = 60s;
    timeouts.signal_at = 45s;
    timeouts.span = Span::kMatch;
    timeouts.first_half = 2;
    ruleset.timeouts = timeouts;
    ruleset.shootout = ShootoutRules{5};
    return ruleset;
}

ShotClockRules possession(Duration full, Duration second)
{
    ShotClockRules rules;
    rules.full = full;
    rules.reset_short = second;
    rules.tenths_below = 5s; // optional
    rules.delay = kShotDelay;
    return rules;
}

PenaltyRules exclusions(Duration length)
{
    PenaltyRules rules;
    rules.kinds = {{"exclusion", length, 1, true, true}, {"brutality", 4min, 1, false, true}};
    rules.shown_max = 3;
    rules.at_any_strength = true; // an exclusion ends early on a goal, whoever else is excluded
    return rules;
}

} // namespace

Ruleset water_polo_aqua_2025()
{
    Ruleset ruleset = water_polo("water_polo.aqua.2025", "Water polo, World Aquatics 2025",
                                 "World Aquatics Water Polo Rules 2025, as reported");
    ruleset.shot_clock = possession(28s, 18s);
    ruleset.penalties = exclusions(18s); // optional: 20 s before 2025
    return ruleset;
}

Ruleset water_polo_30_20_20()
{
    Ruleset ruleset = water_polo("water_polo.national.2024", "Water polo, 30/20/20",
                                 "FINA Water Polo Rules 2019 to 2024, still played nationally");
    ruleset.shot_clock = possession(30s, 20s);
    ruleset.penalties = exclusions(20s);
    return ruleset;
}

std::vector<Book> water_polo_books()
{
    return {
        {"water_polo.",
         {
             {"", "", Basis::kReported},
         }},
    };
}

} // namespace scoreboard::match::sports
