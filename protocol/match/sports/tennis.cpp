#include "match/sports/all_sports.h"
#include "match/sports/articles.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset tennis(std::string id, std::string name, TennisRules rules)
{
    Ruleset ruleset = named(std::move(id), std::move(name), "ITF Rules of Tennis 2026");
    ruleset.periods.regular = 2 * rules.sets_to_win - 1;
    ruleset.periods.name = PeriodName::kSet;
    ruleset.periods.half_after = 0;
    ruleset.score = ScoreRules{{1}, kScoreMaximum};
    ruleset.tennis = rules;
    ruleset.tallies = {{"ace", 99, Span::kMatch}, {"double fault", 99, Span::kMatch}};
    return ruleset;
}

Ruleset with_serve_clock(Ruleset ruleset, std::string id)
{
    ruleset.id = std::move(id);
    ruleset.name += " with a serve clock";
    ShotClockRules serve; // optional: between points, at a change of ends, between sets
    serve.full = 25s;
    serve.more = {90s, 120s};
    serve.delay = kShotDelay;
    serve.alone = true;
    ruleset.shot_clock = serve;
    return ruleset;
}

} // namespace

Ruleset tennis_best_of_3()
{
    return tennis("tennis.itf_bo3.2026", "Tennis, ITF best of 3", TennisRules{});
}

Ruleset tennis_with_a_serve_clock()
{
    return with_serve_clock(tennis_best_of_3(), "tennis.itf_clock.2026");
}

Ruleset tennis_best_of_5()
{
    TennisRules rules;
    rules.sets_to_win = 3;
    rules.last_tiebreak_points = 10; // optional: as the Grand Slams play it
    return tennis("tennis.itf_bo5.2026", "Tennis, ITF best of 5", rules);
}

Ruleset tennis_match_tiebreak()
{
    TennisRules rules;
    rules.no_ad = true;
    rules.match_tiebreak = 10; // optional: 7
    return tennis("tennis.itf_mtb.2026", "Tennis, no-ad with a match tie-break", rules);
}

Ruleset tennis_short_sets()
{
    TennisRules rules;
    rules.games = 4;
    rules.tiebreak_at = 4;
    return tennis("tennis.itf_short.2026", "Tennis, short sets", rules);
}

Ruleset tennis_advantage_set()
{
    TennisRules rules;
    rules.tiebreak_at = 0;
    return tennis("tennis.itf_adv.2026", "Tennis, advantage sets", rules);
}

Ruleset tennis_best_of_5_with_a_serve_clock()
{
    return with_serve_clock(tennis_best_of_5(), "tennis.itf_bo5_clock.2026");
}

Ruleset tennis_match_tiebreak_with_a_serve_clock()
{
    return with_serve_clock(tennis_match_tiebreak(), "tennis.itf_mtb_clock.2026");
}

Ruleset tennis_short_sets_with_a_serve_clock()
{
    return with_serve_clock(tennis_short_sets(), "tennis.itf_short_clock.2026");
}

Ruleset tennis_advantage_set_with_a_serve_clock()
{
    return with_serve_clock(tennis_advantage_set(), "tennis.itf_adv_clock.2026");
}

std::vector<Book> tennis_books()
{
    return {
        {"tennis.",
         {
             {"periods.count", "rule 7"},
             {"score", "rule 5"},
             {"shot_clock", "rule 29", Basis::kUnchecked},
             {"tallies", "", Basis::kBoard},
             {"tennis.games", "rule 6"},
             {"tennis.tiebreak_at", "rule 6; its points rule 5"},
             {"tennis.no_ad", "rule 5; without advantage, an option: appendix V"},
             {"tennis.sets_to_win", "rule 7"},
         }},
        {"tennis.itf_bo5",
         {
             {"tennis.tiebreak_at", "rule 6; its points rule 5; ten in the last set are an option"},
         }},
        {"tennis.itf_mtb",
         {
             {"tennis.no_ad", "appendix V"},
             {"tennis.match_tiebreak", "appendix V; to 7 is an option"},
         }},
        {"tennis.itf_short",
         {
             {"tennis.games", "appendix V"},
             {"tennis.tiebreak_at", "appendix V; its points rule 5"},
         }},
    };
}

} // namespace scoreboard::match::sports
