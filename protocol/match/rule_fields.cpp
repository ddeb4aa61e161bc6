#include "match/rule_fields.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "match/scoreline.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;

constexpr int kPeriodsMax = 20; // the panel's period has two digits, and a match has an end
constexpr int kCountMax = 99;
constexpr int kPointsMax = 99;
constexpr std::size_t kListMax = 8;
constexpr Duration kShortest = 1s;
constexpr Duration kShortestPlay = 30s;    // of what is told in minutes: a bare number is seconds
constexpr Duration kLongest = 99min + 59s; // what a clock with two digits of minutes shows
constexpr Duration kTenthsMost = 60s;      // a panel has no cell for tenths beside minutes …
constexpr Duration kShotTenthsMost = 10s;  // … and of the shot clock two cells in all

class Fields {
public:
    void count(std::string key, int& value, int minimum, int maximum)
    {
        fields_.push_back({std::move(key), CountField{&value, minimum, maximum}});
    }
    // A time that a sport has stays one, and one that it has not stays none: zero means that a part is
    // absent.
    void time(std::string key, Duration& value)
    {
        if (value > Duration::zero()) {
            fields_.push_back({std::move(key), TimeField{&value, kShortest, kLongest}});
        }
    }
    void time_or_none(std::string key, Duration& value, Duration maximum = kLongest)
    {
        fields_.push_back({std::move(key), TimeField{&value, kShortest, maximum, true}});
    }
    // A time that is told in minutes, wherever this sport does so.
    void length(std::string key, Duration& value)
    {
        if (value > Duration::zero()) {
            const Duration minimum = value < 1min ? kShortest : kShortestPlay;
            fields_.push_back({std::move(key), TimeField{&value, minimum, kLongest}});
        }
    }
    void length_or_none(std::string key, Duration& value)
    {
        fields_.push_back({std::move(key), TimeField{&value, kShortestPlay, kLongest, true}});
    }
    void span(std::string key, Span& value) { fields_.push_back({std::move(key), SpanField{&value}}); }
    void flag(std::string key, bool& value) { fields_.push_back({std::move(key), SwitchField{&value}}); }
    void points(std::string key, std::vector<int>& value)
    {
        fields_.push_back({std::move(key), PointsField{&value}});
    }
    std::vector<RuleField> take() { return std::move(fields_); }

private:
    std::vector<RuleField> fields_;
};

void add(Fields& fields, Ruleset& ruleset, PeriodRules& periods)
{
    if (!ruleset.rally && !ruleset.tennis) { // there the sets to win say how many
        fields.count("periods.count", periods.regular, 1, std::max(kPeriodsMax, periods.regular));
        fields.count("periods.half_after", periods.half_after, 0, kPeriodsMax);
        fields.count("periods.overtimes_max", periods.overtimes_max, 0, kPeriodsMax);
        fields.flag("periods.no_overtime", periods.no_overtime);
    }
    fields.length("periods.length", periods.length);
    fields.length("periods.overtime", periods.overtime);
    fields.length_or_none("periods.interval", periods.interval);
    fields.length_or_none("periods.half_interval", periods.half_interval);
    fields.length_or_none("periods.before_overtime", periods.before_overtime);
    fields.length_or_none("periods.within_overtime", periods.within_overtime);
    if (periods.length > Duration::zero()) {
        fields.time_or_none("periods.tenths_below", periods.tenths_below, kTenthsMost);
    }
    if (ruleset.score && !ruleset.rally && !ruleset.tennis && !ruleset.innings) {
        fields.flag("periods.sudden_death", periods.sudden_death);
    }
    if (ruleset.score && periods.length > Duration::zero() && !periods.count_up) {
        fields.time_or_none("periods.basket_stops", periods.basket_stops);
        fields.time_or_none("periods.basket_stops_before", periods.basket_stops_before);
        fields.time_or_none("periods.warning_at", periods.warning_at);
    }
}

void add(Fields& fields, ScoreRules& score)
{
    fields.points("score.increments", score.increments);
    fields.count("score.wins_at", score.wins_at, 0, score.maximum);
    fields.count("score.overtime_wins_at", score.overtime_wins_at, 0, score.maximum);
    fields.count("score.wins_by", score.wins_by, 0, score.maximum);
}

void add(Fields& fields, FoulRules& fouls)
{
    fields.count("fouls.bonus_from", fouls.bonus_from, 0, kCountMax);
    fields.count("fouls.double_from", fouls.double_from, 0, kCountMax);
    fields.count("fouls.overtime_from", fouls.overtime_from, 0, kCountMax);
    fields.count("fouls.late_fouls", fouls.late_fouls, 0, kCountMax);
    fields.time_or_none("fouls.late_from", fouls.late_from);
    fields.count("fouls.player_limit", fouls.player_limit, 0, kCountMax);
    fields.flag("fouls.overtime_with_last", fouls.overtime_with_last);
    fields.flag("fouls.interval_with_next", fouls.interval_with_next);
    fields.span("fouls.span", fouls.span);
}

void add(Fields& fields, TimeoutRules& timeouts)
{
    fields.time("timeouts.length", timeouts.length);
    fields.time_or_none("timeouts.signal_at", timeouts.signal_at);
    if (timeouts.span == Span::kHalf) {
        fields.count("timeouts.first_half", timeouts.first_half, 0, kCountMax);
        fields.count("timeouts.second_half", timeouts.second_half, 0, kCountMax);
    } else {
        fields.count("timeouts.count", timeouts.first_half, 0, kCountMax);
        fields.count("timeouts.half_maximum", timeouts.half_maximum, 0, kCountMax);
    }
    fields.count("timeouts.overtime", timeouts.overtime, 0, kCountMax);
    fields.count("timeouts.late_maximum", timeouts.late_maximum, 0, kCountMax);
    fields.time_or_none("timeouts.late_from", timeouts.late_from);
    fields.count("timeouts.last_period_maximum", timeouts.last_period_maximum, 0, kCountMax);
    for (TimeoutKind& kind : timeouts.more) {
        fields.time("timeouts.length." + kind.name, kind.length);
        fields.time_or_none("timeouts.signal_at." + kind.name, kind.signal_at);
        fields.count("timeouts.count." + kind.name, kind.count, 0, kCountMax);
        fields.count("timeouts.overtime." + kind.name, kind.overtime, 0, kCountMax);
    }
}

void add(Fields& fields, ShotClockRules& shot_clock)
{
    fields.time_or_none("shot_clock.full", shot_clock.full); // none: the match has no shot clock
    fields.time("shot_clock.short", shot_clock.reset_short);
    fields.time_or_none("shot_clock.tenths_below", shot_clock.tenths_below, kShotTenthsMost);
    for (std::size_t i = 0; i < shot_clock.more.size(); ++i) {
        fields.time("shot_clock.more." + std::to_string(i + 1), shot_clock.more[i]);
    }
    if (!shot_clock.alone) {
        fields.flag("shot_clock.off_at_end", shot_clock.off_at_end);
    }
}

void add(Fields& fields, RallyRules& rally)
{
    fields.count("rally.points", rally.points, 1, kPointsMax);
    fields.count("rally.lead", rally.lead, 1, kPointsMax);
    fields.count("rally.cap", rally.cap, 0, kPointsMax);
    fields.count("rally.sets_to_win", rally.sets_to_win, 1, 5);
    fields.count("rally.last_points", rally.last_points, 1, kPointsMax);
    fields.count("rally.last_cap", rally.last_cap, 0, kPointsMax);
    if (rally.service == Service::kAlternate) {
        fields.count("rally.serve_every", rally.serve_every, 1, kPointsMax);
    }
    fields.flag("rally.winner_opens", rally.winner_opens);
    fields.flag("rally.toss_before_last", rally.toss_before_last);
    fields.count("rally.ends_every", rally.ends_every, 0, kPointsMax);
    fields.count("rally.ends_every_last", rally.ends_every_last, 0, kPointsMax);
    fields.count("rally.ends_at_last", rally.ends_at_last, 0, kPointsMax);
    fields.points("rally.breaks", rally.breaks);
    fields.time_or_none("rally.break_length", rally.break_length);
    fields.flag("rally.ends_each_set", rally.ends_each_set);
    if (rally.expedite_unless > 0) {
        fields.count("rally.expedite_unless", rally.expedite_unless, 1, kPointsMax);
    }
}

void add(Fields& fields, TennisRules& tennis)
{
    fields.count("tennis.games", tennis.games, 1, kPointsMax);
    fields.count("tennis.lead", tennis.lead, 1, kPointsMax);
    fields.count("tennis.sets_to_win", tennis.sets_to_win, 1, 5);
    fields.flag("tennis.no_ad", tennis.no_ad);
    fields.count("tennis.tiebreak_at", tennis.tiebreak_at, 0, kPointsMax);
    fields.count("tennis.tiebreak_points", tennis.tiebreak_points, 1, kPointsMax);
    fields.count("tennis.last_tiebreak_points", tennis.last_tiebreak_points, 0, kPointsMax);
    fields.count("tennis.match_tiebreak", tennis.match_tiebreak, 0, kPointsMax);
}

void add(Fields& fields, PenaltyRules& penalties)
{
    fields.count("penalties.running_max", penalties.running_max, 0, kCountMax);
    fields.count("penalties.shown_max", penalties.shown_max, 0, kCountMax);
    fields.flag("penalties.at_any_strength", penalties.at_any_strength);
    for (PenaltyKind& kind : penalties.kinds) {
        fields.length("penalties.length." + kind.name, kind.length);
        if (kind.length > Duration::zero() && kind.leaves_short) {
            fields.flag("penalties.releasable." + kind.name, kind.releasable);
        }
        fields.count("penalties.player_limit." + kind.name, kind.player_limit, 0, kCountMax);
    }
}

constexpr std::string_view kSpanWords[] = {"period", "half", "match"}; // by Span

std::optional<int> number_of(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

// "8:00", "8:00.5", "0.5"; and "24", which in a rule is seconds.
std::optional<Duration> time_of(const std::string& text)
{
    const std::optional<int> whole = number_of(text);
    if (whole && *whole >= 0) {
        return std::chrono::seconds(*whole);
    }
    return parse_clock(text);
}

std::string time_text(Duration value)
{
    return value % 1s == Duration::zero() ? format_clock(value, Duration::zero()) : format_clock_exact(value);
}

bool set(const CountField& field, const std::string& text)
{
    const std::optional<int> number = number_of(text);
    if (!number || *number < field.minimum || *number > field.maximum) {
        return false;
    }
    *field.value = *number;
    return true;
}

bool set(const TimeField& field, const std::string& text)
{
    const std::optional<Duration> time = time_of(text);
    const bool none = field.or_none && time == Duration::zero();
    if (!time || (!none && (*time < field.minimum || *time > field.maximum))) {
        return false;
    }
    *field.value = *time;
    return true;
}

bool set(const SwitchField& field, const std::string& text)
{
    if (text != "true" && text != "false") {
        return false;
    }
    *field.value = text == "true";
    return true;
}

bool set(const SpanField& field, const std::string& text)
{
    const auto found = std::find(std::begin(kSpanWords), std::end(kSpanWords), text);
    if (found == std::end(kSpanWords)) {
        return false;
    }
    *field.value = static_cast<Span>(found - std::begin(kSpanWords));
    return true;
}

bool set(const PointsField& field, const std::string& text)
{
    std::vector<int> numbers;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::optional<int> number = number_of(rest.substr(0, comma));
        if (!number || *number < 1 || *number > kPointsMax || numbers.size() == kListMax) {
            return false;
        }
        numbers.push_back(*number);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    *field.value = std::move(numbers);
    return true;
}

struct Takes {
    std::string operator()(const CountField& field) const
    {
        return "a number from " + std::to_string(field.minimum) + " to " + std::to_string(field.maximum);
    }
    std::string operator()(const TimeField& field) const
    {
        const bool none = *field.value == Duration::zero();
        return "a time from " + time_text(field.minimum) + " to " + time_text(field.maximum) +
               (none ? "" : ", as " + time_text(*field.value)) + (field.or_none ? ", or 0:00 for none" : "");
    }
    std::string operator()(const SpanField&) const { return "period, half or match"; }
    std::string operator()(const SwitchField&) const { return "true or false"; }
    std::string operator()(const PointsField&) const
    {
        return "at most " + std::to_string(kListMax) + " numbers from 1 to " + std::to_string(kPointsMax) +
               ", as 1,2,3";
    }
};

struct Text {
    std::string operator()(const CountField& field) const { return std::to_string(*field.value); }
    std::string operator()(const TimeField& field) const { return time_text(*field.value); }
    std::string operator()(const SwitchField& field) const { return *field.value ? "true" : "false"; }
    std::string operator()(const SpanField& field) const
    {
        return std::string(kSpanWords[static_cast<std::size_t>(*field.value)]);
    }
    std::string operator()(const PointsField& field) const
    {
        std::string text;
        for (const int number : *field.value) {
            text += (text.empty() ? "" : ",") + std::to_string(number);
        }
        return text;
    }
};

} // namespace

std::vector<RuleField> rule_fields(Ruleset& ruleset)
{
    Fields fields;
    add(fields, ruleset, ruleset.periods);
    if (ruleset.score && !ruleset.rally && !ruleset.tennis) {
        add(fields, *ruleset.score);
    }
    if (ruleset.fouls) {
        add(fields, *ruleset.fouls);
    }
    if (ruleset.timeouts) {
        add(fields, *ruleset.timeouts);
    }
    if (ruleset.shot_clock) {
        add(fields, *ruleset.shot_clock);
    }
    if (ruleset.penalties) {
        add(fields, *ruleset.penalties);
    }
    if (ruleset.shootout) {
        fields.count("shootout.rounds", ruleset.shootout->rounds, 1, kCountMax);
        fields.flag("shootout.winner_scores", ruleset.shootout->winner_scores);
    }
    if (ruleset.rally) {
        add(fields, *ruleset.rally);
    }
    if (ruleset.tennis) {
        add(fields, *ruleset.tennis);
    }
    if (ruleset.downs) {
        fields.count("downs.downs", ruleset.downs->downs, 1, 9);
        fields.count("downs.to_go", ruleset.downs->to_go, 1, kCountMax);
    }
    if (ruleset.innings) {
        fields.count("innings.balls", ruleset.innings->balls, 1, 9);
        fields.count("innings.strikes", ruleset.innings->strikes, 1, 9);
        fields.count("innings.outs", ruleset.innings->outs, 1, 9);
    }
    if (ruleset.jam) {
        fields.time("jam.length", ruleset.jam->length);
        fields.time("jam.lineup", ruleset.jam->lineup);
    }
    for (TallyRules& tally : ruleset.tallies) {
        fields.count("tallies.maximum." + tally.name, tally.maximum, 0, std::max(kCountMax, tally.maximum));
        fields.count("tallies.player_limit." + tally.name, tally.player_limit, 0, kCountMax);
    }
    return fields.take();
}

std::string takes(const RuleField& field)
{
    return std::visit(Takes{}, field.field);
}

std::string text_of(const RuleField& field)
{
    return std::visit(Text{}, field.field);
}

bool set(const RuleField& field, const std::string& text)
{
    return std::visit([&text](const auto& kind) { return set(kind, text); }, field.field);
}

std::string meant_minutes(const RuleField& field, const std::string& text)
{
    const auto* time = std::get_if<TimeField>(&field.field);
    const std::optional<int> bare = number_of(text);
    if (time == nullptr || time->minimum != kShortestPlay || !bare || *bare <= 0 || *bare > 99 ||
        std::chrono::seconds(*bare) >= time->minimum) {
        return {};
    }
    return text + " is " + time_text(std::chrono::seconds(*bare)) + "; for minutes write " + text + ":00";
}

} // namespace scoreboard::match
