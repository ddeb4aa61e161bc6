#include "match/sports/all_sports.h"
#include "match/sports/presets.h"

namespace scoreboard::match::sports {
namespace {

using namespace std::chrono_literals;

Ruleset tennis(std::string id, std::string name, TennisRules rules)
{
    Ruleset ruleset = named(std::move(id), std::move(name), "ITF Rules of Tennis 2026");
    ruleset.periods.regular = 2 * rules.sets_to_win - 1; // rule 7
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
    ShotClockRules serve; // rule 29; optional: between points, at a change of ends, between sets
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
    return tennis("tennis.itf_bo3.2026", "Tennis, ITF best of 3", TennisRules{}); // rules 5, 6, 14
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
    TennisRules rules; // appendix V
    rules.no_ad = true;
    rules.match_tiebreak = 10; // optional: 7
    return tennis("tennis.itf_mtb.2026", "Tennis, no-ad with a match tie-break", rules);
}

Ruleset tennis_short_sets()
{
    TennisRules rules; // appendix V
    rules.games = 4;
    rules.tiebreak_at = 4;
    return tennis("tennis.itf_short.2026", "Tennis, short sets", rules);
}

Ruleset tennis_advantage_set()
{
    TennisRules rules; // rule 6
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

} // namespace scoreboard::match::sports
