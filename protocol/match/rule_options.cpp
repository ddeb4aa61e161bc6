#include "match/rule_options.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "match/nearest_word.h"
#include "match/rule_fields.h"
#include "match/scoreline.h"

namespace scoreboard::match {
namespace {

std::string part_of(const std::string& key)
{
    return key.substr(0, key.find('.'));
}

// Whether `part` is one that some sport has.
bool is_part(const std::string& part)
{
    const std::vector<Ruleset>& all = all_rulesets();
    return std::any_of(all.begin(), all.end(), [&part](Ruleset ruleset) {
        const std::vector<RuleField> fields = rule_fields(ruleset);
        return std::any_of(fields.begin(), fields.end(),
                           [&part](const RuleField& field) { return part_of(field.key) == part; });
    });
}

std::string unknown_key(const Ruleset& ruleset, const std::vector<RuleField>& fields, const std::string& key)
{
    std::vector<std::string> keys;
    bool has_part = false;
    for (const RuleField& field : fields) {
        keys.push_back(field.key);
        has_part = has_part || part_of(field.key) == part_of(key);
    }
    if (!has_part && is_part(part_of(key))) {
        return "there is no " + part_of(key) + " in " + ruleset.id + ": this sport has no such part; leave " +
               key + " out";
    }
    return (has_part ? "there is no " + key + " in " : "there is no " + part_of(key) + " in ") + ruleset.id +
           "; did you mean " + nearest_word(key, keys) + "?";
}

std::string contradiction_in_periods(const Ruleset& ruleset)
{
    const PeriodRules& periods = ruleset.periods;
    if (periods.half_after >= periods.regular && periods.half_after > 0 && periods.regular > 1) {
        return "periods.half_after (" + std::to_string(periods.half_after) +
               ") is not below periods.count (" + std::to_string(periods.regular) + ")";
    }
    if (periods.tenths_below > periods.length && periods.length > Duration::zero()) {
        return "periods.tenths_below is longer than periods.length";
    }
    struct Part {
        const char* key;
        Duration value;
    };
    for (const Part& part : {Part{"periods.basket_stops", periods.basket_stops},
                             Part{"periods.basket_stops_before", periods.basket_stops_before},
                             Part{"periods.warning_at", periods.warning_at}}) {
        if (part.value > periods.length && periods.length > Duration::zero()) {
            return std::string(part.key) + " is longer than periods.length";
        }
    }
    if (!periods.no_overtime && periods.overtimes_max % periods.overtime_parts != 0) {
        return "periods.overtimes_max (" + std::to_string(periods.overtimes_max) +
               ") counts periods, of which an overtime has " + std::to_string(periods.overtime_parts) +
               ": it must be a multiple of that";
    }
    return {};
}

std::string contradiction_in_counts(const Ruleset& ruleset)
{
    if (const auto& timeouts = ruleset.timeouts; timeouts && timeouts->signal_at > timeouts->length) {
        return "timeouts.signal_at is longer than timeouts.length";
    }
    if (ruleset.timeouts) {
        for (const TimeoutKind& kind : ruleset.timeouts->more) {
            if (kind.signal_at > kind.length) {
                return "timeouts.signal_at." + kind.name + " is longer than timeouts.length." + kind.name;
            }
        }
    }
    if (const auto& fouls = ruleset.fouls) {
        if (fouls->bonus_from > fouls->maximum || fouls->double_from > fouls->maximum) {
            return "fouls.bonus_from and fouls.double_from may be at most " + std::to_string(fouls->maximum);
        }
        if (fouls->double_from > 0 && fouls->double_from < fouls->bonus_from) {
            return "fouls.double_from (" + std::to_string(fouls->double_from) +
                   ") is below fouls.bonus_from (" + std::to_string(fouls->bonus_from) + ")";
        }
    }
    const auto& shot = ruleset.shot_clock;
    if (shot && shot->reset_short > shot->full) {
        return "shot_clock.short (" + format_clock(shot->reset_short, {}) +
               ") is longer than shot_clock.full (" + format_clock(shot->full, {}) + ")";
    }
    return {};
}

std::string contradiction_in_points(const Ruleset& ruleset)
{
    if (const auto& score = ruleset.score) {
        const std::set<int> different(score->increments.begin(), score->increments.end());
        if (different.size() != score->increments.size()) {
            return "score.increments has a number twice";
        }
        if (different.empty()) {
            return "score.increments is empty: nobody could score";
        }
    }
    if (const auto& rally = ruleset.rally) {
        if (rally->cap > 0 && rally->cap < rally->points) {
            return "rally.cap is below rally.points";
        }
        if (rally->last_cap > 0 && rally->last_cap < rally->last_points) {
            return "rally.last_cap is below rally.last_points";
        }
        if (rally->ends_at_last >= rally->last_points) {
            return "rally.ends_at_last (" + std::to_string(rally->ends_at_last) +
                   ") is not below rally.last_points (" + std::to_string(rally->last_points) +
                   "): the set would be over";
        }
        const int points = std::max(rally->points, rally->last_points);
        for (const int pause : rally->breaks) {
            if (pause >= points) {
                return "rally.breaks has " + std::to_string(pause) + ", but a set ends with " +
                       std::to_string(points);
            }
        }
    }
    if (const auto& tennis = ruleset.tennis; tennis && tennis->tiebreak_at > 0) {
        if (tennis->tiebreak_at < tennis->games - 1) {
            return "tennis.tiebreak_at (" + std::to_string(tennis->tiebreak_at) +
                   ") is below tennis.games less one (" + std::to_string(tennis->games - 1) +
                   "): a set would end before it is won";
        }
    }
    return {};
}

} // namespace

std::string set_option(Ruleset& ruleset, const RuleOption& option)
{
    const std::vector<RuleField> fields = rule_fields(ruleset);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&option](const RuleField& field) { return field.key == option.key; });
    if (found == fields.end()) {
        return unknown_key(ruleset, fields, option.key);
    }
    if (!set(*found, option.value)) {
        const std::string hint = meant_minutes(*found, option.value);
        return option.key + " cannot be \"" + option.value + "\"" + (hint.empty() ? "" : ": " + hint) +
               "; it takes " + takes(*found);
    }
    if (ruleset.shot_clock && ruleset.shot_clock->full == Duration::zero()) {
        ruleset.shot_clock.reset();
    }
    if (ruleset.rally) {
        ruleset.periods.regular = 2 * ruleset.rally->sets_to_win - 1;
    } else if (ruleset.tennis) {
        ruleset.periods.regular = 2 * ruleset.tennis->sets_to_win - 1;
    }
    return {};
}

std::string contradiction_in(const Ruleset& ruleset)
{
    for (const auto look : {contradiction_in_periods, contradiction_in_counts, contradiction_in_points}) {
        std::string contradiction = look(ruleset);
        if (!contradiction.empty()) {
            return contradiction;
        }
    }
    return {};
}

Altered altered(const Ruleset& base, std::span<const RuleOption> options)
{
    Altered result{base, {}};
    std::string changes;
    for (const RuleOption& option : options) {
        result.problem = set_option(result.ruleset, option);
        if (!result.problem.empty()) {
            return result;
        }
        changes += (changes.empty() ? "" : ", ") + option.key + " " + option.value;
    }
    result.problem = contradiction_in(result.ruleset);
    if (!changes.empty()) {
        result.ruleset.name += ", altered";
        result.ruleset.source += "; altered: " + changes;
        if (result.ruleset.source.size() > kRuleSourceMax) {
            result.ruleset.source.resize(kRuleSourceMax); // keys and values are ASCII
        }
    }
    return result;
}

} // namespace scoreboard::match
