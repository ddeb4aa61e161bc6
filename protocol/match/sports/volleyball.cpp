#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

TimeoutRules per_set(int count, Duration length)
{
    TimeoutRules rules;
    rules.length = length;
    rules.signal_at = length; // no warning signal
    rules.span = Span::kPeriod;
    rules.first_half = count;
    return rules;
}

} // namespace

Ruleset volleyball_fivb_2025()
{
    Ruleset ruleset = named("volleyball.fivb.2025", "Volleyball, FIVB 2025-2028",
                            "FIVB Official Volleyball Rules 2025-2028");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 5;
    periods.name = PeriodName::kSet;
    periods.interval = 3min;
    periods.half_after = 0;
    ruleset.score = ScoreRules{{1}, kScoreMaximum};
    RallyRules rally;
    rally.points = 25; // no cap
    rally.lead = 2;
    rally.sets_to_win = 3;
    rally.last_points = 15;
    rally.service = Service::kWinner;
    rally.toss_before_last = true;
    rally.ends_at_last = 8;
    rally.ends_each_set = true;
    rally.breaks = {}; // optional: technical time-outs at 8 and 16
    ruleset.rally = rally;
    ruleset.timeouts = per_set(2, 30s);
    ruleset.tallies = {{"substitution", 6, Span::kPeriod}, {"challenge", 2, Span::kPeriod}}; // optional
    return ruleset;
}

Ruleset beach_volleyball_fivb_2025()
{
    Ruleset ruleset = named("beach_volleyball.fivb.2025", "Beach volleyball, FIVB 2025-2028",
                            "FIVB Official Beach Volleyball Rules 2025-2028");
    PeriodRules& periods = ruleset.periods;
    periods.regular = 3;
    periods.name = PeriodName::kSet;
    periods.interval = 1min;
    periods.half_after = 0;
    ruleset.score = ScoreRules{{1}, kScoreMaximum};
    RallyRules rally; // optional: every number
    rally.points = 21;
    rally.lead = 2;
    rally.sets_to_win = 2;
    rally.last_points = 15;
    rally.service = Service::kWinner;
    rally.toss_before_last = true;
    rally.ends_every = 7;
    rally.ends_every_last = 5;
    ruleset.rally = rally;
    ruleset.timeouts = per_set(1, 30s);
    return ruleset;
}

std::vector<Book> volleyball_books()
{
    return {
        {"volleyball.",
         {
             {"periods.count", "6.3"},
             {"periods.interval", "18.1"},
             {"score", "6.1"},
             {"timeouts", "15.4.1"},
             {"tallies.substitution", "15.1"},
             {"tallies.challenge", "", Basis::kChoice},
             {"rally.points", "6.2"},
             {"rally.last_points", "6.3.2"},
             {"rally.sets_to_win", "6.3"},
             {"rally.service", "7.6.2; the next set 12.1.2"},
             {"rally.ends", "18.2.1, 18.2.2; the toss 7.1, 12.1.2"},
         }},
        {"beach_volleyball.",
         {
             {"", "", Basis::kUnchecked},
         }},
    };
}

} // namespace scoreboard::match::sports
