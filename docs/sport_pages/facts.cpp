#include "facts.h"

#include "fact_words.h"

namespace scoreboard::docs {
namespace {

using match::Duration;

constexpr Duration kNone{};
constexpr const char* kNowhere = ""; // no book says what there is not

class Facts {
public:
    void add(const std::string& rule, const std::string& what, const std::string& value)
    {
        if (!value.empty()) {
            facts_.push_back({rule, what, value});
        }
    }
    void add(const std::string& rule, const std::string& what, Duration value)
    {
        if (value > kNone) {
            add(rule, what, text_of(value));
        }
    }
    std::vector<Fact> take() { return std::move(facts_); }

private:
    std::vector<Fact> facts_;
};

std::string clock_of(const match::PeriodRules& rules)
{
    if (rules.length == kNone) {
        return "none";
    }
    std::string text = rules.count_up ? "counts up, on from period to period" : "counts down";
    if (rules.runs_past > kNone) {
        text += ", past the end of a period (added time)";
    }
    if (rules.tenths_below > kNone) {
        text += ", tenths below " + text_of(rules.tenths_below);
    }
    return text;
}

std::string overtime_of(const match::PeriodRules& rules)
{
    if (rules.no_overtime) {
        return "none: a level match stays level, or attempts decide it";
    }
    const bool innings = rules.name == match::PeriodName::kInning;
    const std::string length = rules.overtime > kNone ? text_of(rules.overtime)
                               : innings              ? "more innings"
                                                      : "without a clock";
    return length +
           (rules.overtimes_max == 0 ? ", until a side leads" : ", at most " + number(rules.overtimes_max));
}

void add_overtime(Facts& facts, const match::PeriodRules& rules)
{
    facts.add("periods.overtime", "Overtime", overtime_of(rules));
    facts.add("periods.before_overtime", "Before overtime", rules.before_overtime);
    if (rules.sudden_death) {
        facts.add("periods.sudden_death", "In overtime", "the first side that leads has won");
    }
}

void add_periods(Facts& facts, const match::PeriodRules& rules, bool sets)
{
    facts.add("periods.count", "Periods",
              (rules.regular == 1 ? one_of(rules.name) : number(rules.regular) + " " + word_of(rules.name)) +
                  (rules.length > kNone ? " of " + text_of(rules.length) : ""));
    facts.add(rules.length > kNone ? "periods.clock" : kNowhere, "Game clock", clock_of(rules));
    facts.add("periods.interval", "Interval", rules.interval);
    if (rules.half_after > 0) {
        facts.add("periods.half_interval", "Half-time", rules.half_interval);
    }
    if (!sets) { // which are decided by themselves
        add_overtime(facts, rules);
    }
    if (rules.basket_stops > kNone) {
        facts.add("periods.basket_stops", "A basket stops the clock",
                  "in the last " + text_of(rules.basket_stops) + " of the last period and of overtimes" +
                      (rules.basket_stops_before > kNone
                           ? ", in the last " + text_of(rules.basket_stops_before) + " of the others"
                           : ""));
    }
    if (rules.warning_at > kNone) {
        facts.add("periods.warning_at", "Warning", text_of(rules.warning_at) + " before the end of a half");
    }
}

void add_score(Facts& facts, const match::ScoreRules& rules, bool sets)
{
    std::string text;
    for (const int points : rules.increments) {
        text += (text.empty() ? "+" : ", +") + number(points);
    }
    facts.add("score", "Score", sets ? text + " a point" : text + ", up to " + number(rules.maximum));
    if (rules.wins_at > 0) {
        facts.add("score.wins_at", "Won early",
                  "the first side with " + number(rules.wins_at) +
                      (rules.overtime_wins_at > 0
                           ? ", in an overtime with " + number(rules.overtime_wins_at) + " more"
                           : ""));
    }
    if (rules.wins_by > 0) {
        facts.add("score.wins_by", "Won early", "with a lead of " + number(rules.wins_by));
    }
}

void add_fouls(Facts& facts, const match::FoulRules& rules, match::PeriodName name)
{
    std::string text = "counted " + word_of(rules.span, name);
    if (rules.bonus_from > 0) {
        text += ", bonus from number " + number(rules.bonus_from);
    }
    if (rules.double_from > 0) {
        text += ", double bonus from number " + number(rules.double_from);
    }
    if (rules.overtime_from > 0) {
        text += ", in an overtime from number " + number(rules.overtime_from);
    }
    if (rules.late_fouls > 0) {
        text += ", or from number " + number(rules.late_fouls) + " in the last " + text_of(rules.late_from);
    }
    if (rules.overtime_with_last) {
        text += ", those of the last go on into overtimes";
    }
    facts.add("fouls", "Team fouls", text);
    if (rules.interval_with_next) {
        facts.add("fouls.interval_with_next", "Fouls of an interval", "count in the period that follows");
    }
    if (rules.player_limit > 0) {
        facts.add("fouls.player_limit", "A player's fouls", "out with " + number(rules.player_limit));
    }
}

std::string allowance_of(const match::TimeoutRules& rules, match::PeriodName name)
{
    std::string text =
        rules.span == match::Span::kHalf
            ? number(rules.first_half) + " in the first half, " + number(rules.second_half) + " in the second"
            : number(rules.first_half) + " " + word_of(rules.span, name);
    if (rules.half_maximum > 0) {
        text += ", at most " + number(rules.half_maximum) + " a half";
    }
    if (rules.last_period_maximum > 0) {
        text += ", at most " + number(rules.last_period_maximum) + " in the last period";
    }
    if (rules.late_maximum > 0) {
        text += ", at most " + number(rules.late_maximum) + " in the last " + text_of(rules.late_from);
    }
    if (rules.overtime > 0) {
        text += ", " + number(rules.overtime) + (rules.carried ? " more" : "") + " an overtime";
    }
    return text;
}

void add_timeouts(Facts& facts, const match::TimeoutRules& rules, match::PeriodName name)
{
    facts.add("timeouts", "Time-outs", allowance_of(rules, name));
    facts.add("timeouts.length", "A time-out",
              text_of(rules.length) + ", signal at " + text_of(rules.signal_at));
    for (const match::TimeoutKind& kind : rules.more) {
        facts.add("timeouts." + kind.name, "Also: " + kind.name + " time-outs",
                  number(kind.count) + " " + word_of(rules.span, name) +
                      (kind.overtime > 0 ? ", " + number(kind.overtime) + " more an overtime" : "") +
                      ", of " + text_of(kind.length) + ", signal at " + text_of(kind.signal_at));
    }
}

void add_shot_clock(Facts& facts, const match::ShotClockRules& rules)
{
    std::string text = text_of(rules.full);
    if (rules.reset_short > kNone) {
        text += ", " + text_of(rules.reset_short);
    }
    for (const Duration value : rules.more) {
        text += ", " + text_of(value);
    }
    text += rules.alone ? ", runs by itself" : ", runs with the game clock";
    if (rules.tenths_below > kNone) {
        text += ", tenths below " + text_of(rules.tenths_below);
    }
    facts.add("shot_clock", "Shot clock",
              text + (rules.off_at_end ? ", off while the period has less left than it" : ""));
}

void add_penalties(Facts& facts, const match::PenaltyRules& rules)
{
    for (const match::PenaltyKind& kind : rules.kinds) {
        std::string text = kind.length > kNone ? text_of(kind.length) : "without an end of its own";
        if (kind.parts > 1) {
            text = number(kind.parts) + " times " + text;
        }
        if (kind.releasable) {
            text += ", may end at a goal";
        }
        if (kind.player_limit > 0) {
            text += kind.player_limit == 1
                        ? ", the player is out"
                        : ", with number " + number(kind.player_limit) + " the player is out";
        }
        facts.add("penalties." + kind.name, "Penalty: " + kind.name,
                  text + (kind.leaves_short ? "" : ", the side stays complete"));
    }
    facts.add("penalties.shown_max", "Penalties shown", "at most " + number(rules.shown_max) + " a side");
    if (rules.running_max > 0) {
        facts.add("penalties.running_max", "Penalties at once",
                  "at most " + number(rules.running_max) + " a side, the next waits");
    }
}

// When the sides change ends; empty: nobody says.
std::string ends_of(const match::RallyRules& rules)
{
    std::vector<std::string> when;
    if (rules.ends_each_set) {
        when.emplace_back(rules.toss_before_last ? "after every set, but before the last a toss decides"
                                                 : "after every set");
    }
    if (rules.ends_every > 0) {
        when.push_back("every " + number(rules.ends_every) + " points");
    }
    if (rules.ends_every_last > 0) {
        when.push_back("in the deciding set every " + number(rules.ends_every_last));
    }
    if (rules.ends_at_last > 0) {
        when.push_back("in the deciding set when a side has " + number(rules.ends_at_last));
    }
    std::string text;
    for (const std::string& one : when) {
        text += (text.empty() ? "change " : ", ") + one;
    }
    return text;
}

std::string pause_of(const match::RallyRules& rules)
{
    std::string text;
    for (const int points : rules.breaks) {
        text += (text.empty() ? "when a side has " : ", ") + number(points);
    }
    return text.empty() || rules.break_length == kNone ? text : text + ", of " + text_of(rules.break_length);
}

void add_rally(Facts& facts, const match::RallyRules& rules)
{
    const auto to = [&rules](int points, int cap) {
        return "to " + number(points) + " with a lead of " + number(rules.lead) +
               (cap > 0 ? ", at most " + number(cap) : "");
    };
    facts.add("rally.points", "A set", to(rules.points, rules.cap));
    facts.add("rally.last_points", "The deciding set", to(rules.last_points, rules.last_cap));
    facts.add("rally.sets_to_win", "A match", number(rules.sets_to_win) + " sets won");
    if (rules.service == match::Service::kWinner) {
        facts.add("rally.service", "Service", "who wins a rally serves");
    } else if (rules.service == match::Service::kAlternate) {
        facts.add("rally.service", "Service", "changes every " + number(rules.serve_every) + " rallies");
    }
    facts.add("rally.breaks", "A pause", pause_of(rules));
    facts.add("rally.ends", "Ends", ends_of(rules));
    if (rules.expedite_unless > 0) {
        facts.add("rally.expedite_unless", "Expedite system",
                  "when a game's time is up, unless " + number(rules.expedite_unless) + " points are scored");
    }
}

void add_tennis(Facts& facts, const match::TennisRules& rules)
{
    facts.add("tennis.games", "A set", number(rules.games) + " games with a lead of " + number(rules.lead));
    if (rules.tiebreak_at > 0) {
        facts.add("tennis.tiebreak_at", "Tie-break",
                  "at " + number(rules.tiebreak_at) + " all, to " + number(rules.tiebreak_points) +
                      (rules.last_tiebreak_points > 0
                           ? ", in the last set to " + number(rules.last_tiebreak_points)
                           : ""));
    }
    if (rules.match_tiebreak > 0) {
        facts.add("tennis.match_tiebreak", "In place of the last set",
                  "a tie-break to " + number(rules.match_tiebreak));
    }
    facts.add("tennis.no_ad", "At deuce", rules.no_ad ? "the next point wins the game" : "advantage");
    facts.add("tennis.sets_to_win", "A match", number(rules.sets_to_win) + " sets won");
}

void add_counts(Facts& facts, const match::Ruleset& ruleset)
{
    if (ruleset.downs) {
        facts.add("downs", "Downs",
                  number(ruleset.downs->downs) + " for " + number(ruleset.downs->to_go) + " yards");
    }
    if (ruleset.innings) {
        facts.add("innings", "Count",
                  number(ruleset.innings->balls) + " balls, " + number(ruleset.innings->strikes) +
                      " strikes, " + number(ruleset.innings->outs) + " outs");
    }
    if (ruleset.jam) {
        facts.add("jam", "Jam",
                  text_of(ruleset.jam->length) + ", after a line-up of " + text_of(ruleset.jam->lineup));
    }
}

} // namespace

std::vector<Fact> facts_of(const match::Ruleset& ruleset)
{
    Facts facts;
    const bool sets = ruleset.rally || ruleset.tennis;
    const match::PeriodName name = ruleset.periods.name;
    add_periods(facts, ruleset.periods, sets);
    if (ruleset.score) {
        add_score(facts, *ruleset.score, sets);
    }
    if (ruleset.fouls) {
        add_fouls(facts, *ruleset.fouls, name);
    }
    if (ruleset.timeouts) {
        add_timeouts(facts, *ruleset.timeouts, name);
    }
    if (ruleset.shot_clock) {
        add_shot_clock(facts, *ruleset.shot_clock);
    }
    for (const match::TallyRules& tally : ruleset.tallies) {
        facts.add("tallies." + tally.name, "Counted: " + tally.name,
                  "up to " + number(tally.maximum) + " " + word_of(tally.span, name) +
                      (tally.player_limit > 0 ? ", " + number(tally.player_limit) + " a player" : ""));
    }
    for (const match::LampRules& lamp : ruleset.lamps) {
        facts.add("lamps." + lamp.name, "Lamp",
                  lamp.name + (lamp.expedite ? ", while lit each side serves once" : "") +
                      (lamp.of_jam ? ", out when its jam is over" : ""));
    }
    if (ruleset.penalties) {
        add_penalties(facts, *ruleset.penalties);
    }
    if (ruleset.shootout) {
        facts.add("shootout", "Shoot-out",
                  number(ruleset.shootout->rounds) + " attempts a side, then pair by pair" +
                      (ruleset.shootout->winner_scores ? "; who wins has one goal more in the result" : ""));
    }
    if (ruleset.rally) {
        add_rally(facts, *ruleset.rally);
    }
    if (ruleset.tennis) {
        add_tennis(facts, *ruleset.tennis);
    }
    add_counts(facts, ruleset);
    return facts.take();
}

} // namespace scoreboard::docs
