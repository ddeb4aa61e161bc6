#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset badminton(std::string id, std::string name, std::string source, int points, int cap, int half)
{
    Ruleset ruleset = named(std::move(id), std::move(name), std::move(source));
    PeriodRules& periods = ruleset.periods;
    periods.regular = 3;
    periods.name = PeriodName::kSet;
    periods.interval = 2min;
    periods.half_after = 0;
    ruleset.score = ScoreRules{{1}, kScoreMaximum};
    RallyRules rally;
    rally.points = points;
    rally.last_points = points;
    rally.lead = 2;
    rally.cap = cap;
    rally.last_cap = cap;
    rally.sets_to_win = 2;
    rally.service = Service::kWinner;
    rally.winner_opens = true;
    rally.even_right = true; // law 10.1
    rally.ends_at_last = half;
    rally.breaks = {half};
    rally.break_length = 60s;
    rally.ends_each_set = true;
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

std::vector<Book> badminton_books()
{
    return {
        {"badminton.bwf.",
         {
             {"periods.count", "law 7.1"},
             {"periods.interval", "law 16.2"},
             {"score", ""},
             {"rally.points", "law 7.2; at 20 all 7.4, at 29 all 7.5"},
             {"rally.last_points", "law 7.2; at 20 all 7.4, at 29 all 7.5"},
             {"rally.sets_to_win", "law 7.1"},
             {"rally.service", "law 10.3; the next game 7.6"},
             {"rally.breaks", "law 16.2"},
             {"rally.ends", "law 8.1; at eleven 8.1.3", Basis::kUnchecked},
         }},
        {"badminton.bwf15.",
         {
             {"", "", Basis::kReported},
         }},
    };
}

} // namespace scoreboard::match::sports
