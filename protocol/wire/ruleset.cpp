#include "wire/convert.h"
#include "wire/part_rules.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using match::DelayProfile;
using match::FoulRules;
using match::PeriodRules;
using match::Ruleset;
using match::ScoreRules;
using match::ShotClockRules;
using match::Span;
using match::TimeoutRules;

constexpr int kIncrementsMax = 16;
constexpr std::size_t kSourceMax = 256;

std::uint32_t number(int value)
{
    return static_cast<std::uint32_t>(value);
}

void put(const DelayProfile& profile, v1::DelayProfile* out)
{
    out->set_automatic_max_us(profile.automatic_max.count());
    out->set_offer_max_us(profile.offer_max.count());
    out->set_start_max_us(profile.start_max.count());
    out->set_uncertainty_max_us(profile.uncertainty_max.count());
    out->set_grace_us(profile.grace.count());
}

void get(Checker& check, const v1::DelayProfile& in, DelayProfile& out)
{
    check.duration("delay.automatic_max", in.automatic_max_us(), out.automatic_max);
    check.duration("delay.offer_max", in.offer_max_us(), out.offer_max);
    check.duration("delay.start_max", in.start_max_us(), out.start_max);
    check.duration("delay.uncertainty_max", in.uncertainty_max_us(), out.uncertainty_max);
    check.duration("delay.grace", in.grace_us(), out.grace);
}

void put(const PeriodRules& periods, v1::PeriodRules* out)
{
    out->set_regular(number(periods.regular));
    out->set_length_us(periods.length.count());
    out->set_overtime_us(periods.overtime.count());
    out->set_interval_us(periods.interval.count());
    out->set_half_interval_us(periods.half_interval.count());
    out->set_half_after(number(periods.half_after));
    out->set_tenths_below_us(periods.tenths_below.count());
    out->set_last_minute_us(periods.last_minute.count());
    put(periods.delay, out->mutable_delay());
    put(periods.last_minute_delay, out->mutable_last_minute_delay());
    out->set_name(static_cast<v1::PeriodName>(periods.name));
    out->set_count_up(periods.count_up);
    out->set_runs_past_us(periods.runs_past.count());
    out->set_no_overtime(periods.no_overtime);
    out->set_overtimes_max(number(periods.overtimes_max));
    out->set_overtime_parts(periods.overtime_parts == 1 ? 0 : number(periods.overtime_parts));
    out->set_before_overtime_us(periods.before_overtime.count());
    out->set_within_overtime_us(periods.within_overtime.count());
    out->set_sudden_death(periods.sudden_death);
    out->set_basket_stops_us(periods.basket_stops.count());
    out->set_basket_stops_before_us(periods.basket_stops_before.count());
    out->set_warning_at_us(periods.warning_at.count());
}

void get(Checker& check, const v1::PeriodRules& in, PeriodRules& out)
{
    check.integer("periods.regular", in.regular(), 0, kPeriodsMax, out.regular);
    check.duration("periods.length", in.length_us(), out.length);
    check.duration("periods.overtime", in.overtime_us(), out.overtime);
    check.duration("periods.interval", in.interval_us(), out.interval);
    check.duration("periods.half_interval", in.half_interval_us(), out.half_interval);
    check.integer("periods.half_after", in.half_after(), 0, kPeriodsMax, out.half_after);
    check.duration("periods.tenths_below", in.tenths_below_us(), out.tenths_below);
    check.duration("periods.last_minute", in.last_minute_us(), out.last_minute);
    get(check, in.delay(), out.delay);
    get(check, in.last_minute_delay(), out.last_minute_delay);
    check.enumeration("periods.name", in.name(), match::PeriodName::kRound, out.name);
    out.count_up = in.count_up();
    check.duration("periods.runs_past", in.runs_past_us(), out.runs_past);
    out.no_overtime = in.no_overtime();
    check.integer("periods.overtimes_max", in.overtimes_max(), 0, kPeriodsMax, out.overtimes_max);
    const std::uint32_t parts = in.overtime_parts() == 0 ? 1 : in.overtime_parts();
    check.integer("periods.overtime_parts", parts, 1, kPeriodsMax, out.overtime_parts);
    check.duration("periods.before_overtime", in.before_overtime_us(), out.before_overtime);
    check.duration("periods.within_overtime", in.within_overtime_us(), out.within_overtime);
    out.sudden_death = in.sudden_death();
    check.duration("periods.basket_stops", in.basket_stops_us(), out.basket_stops);
    check.duration("periods.basket_stops_before", in.basket_stops_before_us(), out.basket_stops_before);
    check.duration("periods.warning_at", in.warning_at_us(), out.warning_at);
}

void put(const TimeoutRules& timeouts, v1::TimeoutRules* out)
{
    out->set_length_us(timeouts.length.count());
    out->set_signal_at_us(timeouts.signal_at.count());
    out->set_first_half(number(timeouts.first_half));
    out->set_second_half(number(timeouts.second_half));
    out->set_late_maximum(number(timeouts.late_maximum));
    out->set_late_from_us(timeouts.late_from.count());
    out->set_overtime(number(timeouts.overtime));
    if (timeouts.span != Span::kHalf) {
        out->set_span(static_cast<v1::Span>(timeouts.span));
    }
    out->set_carried(timeouts.carried);
    out->set_half_maximum(number(timeouts.half_maximum));
    out->set_last_period_maximum(number(timeouts.last_period_maximum));
    for (const match::TimeoutKind& kind : timeouts.more) {
        v1::TimeoutKind* line = out->add_more();
        line->set_name(fit_text(kind.name, kNameMax));
        line->set_length_us(kind.length.count());
        line->set_signal_at_us(kind.signal_at.count());
        line->set_count(number(kind.count));
        line->set_overtime(number(kind.overtime));
    }
}

void get(Checker& check, const v1::TimeoutKind& in, match::TimeoutKind& out)
{
    check.text("timeouts.name", in.name(), kNameMax, out.name);
    check.duration("timeouts.length", in.length_us(), out.length);
    check.duration("timeouts.signal_at", in.signal_at_us(), out.signal_at);
    check.integer("timeouts.count", in.count(), 0, kNumberMax, out.count);
    check.integer("timeouts.overtime", in.overtime(), 0, kNumberMax, out.overtime);
}

void get(Checker& check, const v1::TimeoutRules& in, TimeoutRules& out)
{
    check.duration("timeouts.length", in.length_us(), out.length);
    check.duration("timeouts.signal_at", in.signal_at_us(), out.signal_at);
    check.integer("timeouts.first_half", in.first_half(), 0, kNumberMax, out.first_half);
    check.integer("timeouts.second_half", in.second_half(), 0, kNumberMax, out.second_half);
    check.integer("timeouts.late_maximum", in.late_maximum(), 0, kNumberMax, out.late_maximum);
    check.duration("timeouts.late_from", in.late_from_us(), out.late_from);
    check.integer("timeouts.overtime", in.overtime(), 0, kNumberMax, out.overtime);
    if (in.has_span()) {
        check.enumeration("timeouts.span", in.span(), Span::kMatch, out.span);
    }
    out.carried = in.carried();
    check.integer("timeouts.half_maximum", in.half_maximum(), 0, kNumberMax, out.half_maximum);
    check.integer("timeouts.last_period_maximum", in.last_period_maximum(), 0, kNumberMax,
                  out.last_period_maximum);
    check.at_most("timeouts.more", in.more_size(), kTalliesMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::TimeoutKind& kind : in.more()) {
        get(check, kind, out.more.emplace_back());
    }
}

void put(const ShotClockRules& shot_clock, v1::ShotClockRules* out)
{
    out->set_full_us(shot_clock.full.count());
    out->set_reset_short_us(shot_clock.reset_short.count());
    out->set_tenths_below_us(shot_clock.tenths_below.count());
    put(shot_clock.delay, out->mutable_delay());
    out->set_alone(shot_clock.alone);
    out->set_off_at_end(shot_clock.off_at_end);
    for (const match::Duration value : shot_clock.more) {
        out->add_more_us(value.count());
    }
}

void get(Checker& check, const v1::ShotClockRules& in, ShotClockRules& out)
{
    check.duration("shot_clock.full", in.full_us(), out.full);
    check.duration("shot_clock.reset_short", in.reset_short_us(), out.reset_short);
    check.duration("shot_clock.tenths_below", in.tenths_below_us(), out.tenths_below);
    get(check, in.delay(), out.delay);
    out.alone = in.alone();
    out.off_at_end = in.off_at_end();
    check.at_most("shot_clock.more", in.more_us_size(), kIncrementsMax);
    if (!check.ok()) {
        return;
    }
    for (const std::int64_t value : in.more_us()) {
        check.duration("shot_clock.more", value, out.more.emplace_back());
    }
}

void put(const ScoreRules& score, v1::ScoreRules* out)
{
    out->mutable_increments()->Add(score.increments.begin(), score.increments.end());
    out->set_maximum(number(score.maximum));
    out->set_wins_at(number(score.wins_at));
    out->set_overtime_wins_at(number(score.overtime_wins_at));
    out->set_wins_by(number(score.wins_by));
}

void get(Checker& check, const v1::ScoreRules& in, ScoreRules& out)
{
    check.at_most("score.increments", in.increments_size(), kIncrementsMax);
    if (!check.ok()) {
        return;
    }
    for (const std::int32_t increment : in.increments()) {
        check.integer("score.increments", increment, -kNumberMax, kNumberMax, out.increments.emplace_back());
    }
    check.integer("score.maximum", in.maximum(), 0, kNumberMax, out.maximum);
    check.integer("score.wins_at", in.wins_at(), 0, kNumberMax, out.wins_at);
    check.integer("score.overtime_wins_at", in.overtime_wins_at(), 0, kNumberMax, out.overtime_wins_at);
    check.integer("score.wins_by", in.wins_by(), 0, kNumberMax, out.wins_by);
}

void put(const FoulRules& fouls, v1::FoulRules* out)
{
    out->set_bonus_from(number(fouls.bonus_from));
    out->set_overtime_with_last(fouls.overtime_with_last);
    out->set_maximum(number(fouls.maximum));
    out->set_span(static_cast<v1::Span>(fouls.span));
    out->set_double_from(number(fouls.double_from));
    out->set_overtime_from(number(fouls.overtime_from));
    out->set_late_from_us(fouls.late_from.count());
    out->set_late_fouls(number(fouls.late_fouls));
    out->set_player_limit(number(fouls.player_limit));
    out->set_interval_with_next(fouls.interval_with_next);
}

void get(Checker& check, const v1::FoulRules& in, FoulRules& out)
{
    check.integer("fouls.bonus_from", in.bonus_from(), 0, kNumberMax, out.bonus_from);
    out.overtime_with_last = in.overtime_with_last();
    check.integer("fouls.maximum", in.maximum(), 0, kNumberMax, out.maximum);
    check.enumeration("fouls.span", in.span(), Span::kMatch, out.span);
    check.integer("fouls.double_from", in.double_from(), 0, kNumberMax, out.double_from);
    check.integer("fouls.overtime_from", in.overtime_from(), 0, kNumberMax, out.overtime_from);
    check.duration("fouls.late_from", in.late_from_us(), out.late_from);
    check.integer("fouls.late_fouls", in.late_fouls(), 0, kNumberMax, out.late_fouls);
    check.integer("fouls.player_limit", in.player_limit(), 0, kNumberMax, out.player_limit);
    out.interval_with_next = in.interval_with_next();
}

void put_tallies_and_lamps(const Ruleset& ruleset, v1::Ruleset* out)
{
    for (const match::TallyRules& tally : ruleset.tallies) {
        v1::TallyRules* rules = out->add_tallies();
        rules->set_name(fit_text(tally.name, kNameMax));
        rules->set_maximum(number(tally.maximum));
        rules->set_span(static_cast<v1::Span>(tally.span));
        rules->set_player_limit(number(tally.player_limit));
    }
    for (const match::LampRules& lamp : ruleset.lamps) {
        v1::LampRules* rules = out->add_lamps();
        rules->set_name(fit_text(lamp.name, kNameMax));
        rules->set_expedite(lamp.expedite);
        rules->set_of_jam(lamp.of_jam);
    }
}

void get_tallies_and_lamps(Checker& check, const v1::Ruleset& in, Ruleset& out)
{
    check.at_most("ruleset.tallies", in.tallies_size(), kTalliesMax);
    check.at_most("ruleset.lamps", in.lamps_size(), kTalliesMax);
    if (!check.ok()) {
        return;
    }
    for (const v1::TallyRules& rules : in.tallies()) {
        match::TallyRules& tally = out.tallies.emplace_back();
        check.text("tally.name", rules.name(), kNameMax, tally.name);
        check.integer("tally.maximum", rules.maximum(), 0, kNumberMax, tally.maximum);
        check.enumeration("tally.span", rules.span(), Span::kMatch, tally.span);
        check.integer("tally.player_limit", rules.player_limit(), 0, kNumberMax, tally.player_limit);
    }
    for (const v1::LampRules& rules : in.lamps()) {
        match::LampRules& lamp = out.lamps.emplace_back();
        check.text("lamp.name", rules.name(), kNameMax, lamp.name);
        lamp.expedite = rules.expedite();
        lamp.of_jam = rules.of_jam();
    }
}

// A part of a sport, present in both forms or in neither.
template <class Part, class Message>
void get_part(Checker& check, bool is_present, const Message& in, std::optional<Part>& out)
{
    if (is_present) {
        get(check, in, out.emplace());
    }
}

} // namespace

void put(const Ruleset& ruleset, v1::Ruleset* out)
{
    out->set_id(fit_text(ruleset.id, kNameMax));
    out->set_sport(fit_text(ruleset.sport, kNameMax));
    out->set_name(fit_text(ruleset.name, kNameMax));
    out->set_source(fit_text(ruleset.source, kSourceMax));
    out->set_fold_version(number(ruleset.fold_version));
    put(ruleset.periods, out->mutable_periods());
    if (ruleset.score) {
        put(*ruleset.score, out->mutable_score());
    }
    if (ruleset.fouls) {
        put(*ruleset.fouls, out->mutable_fouls());
    }
    if (ruleset.timeouts) {
        put(*ruleset.timeouts, out->mutable_timeouts());
    }
    if (ruleset.shot_clock) {
        put(*ruleset.shot_clock, out->mutable_shot_clock());
    }
    out->set_no_possession(!ruleset.possession);
    put_tallies_and_lamps(ruleset, out);
    put_part_rules(ruleset, out);
}

void get(Checker& check, const v1::Ruleset& in, Ruleset& out)
{
    check.text("ruleset.id", in.id(), kNameMax, out.id);
    check.text("ruleset.sport", in.sport(), kNameMax, out.sport);
    check.text("ruleset.name", in.name(), kNameMax, out.name);
    check.text("ruleset.source", in.source(), kSourceMax, out.source);
    check.integer("ruleset.fold_version", in.fold_version(), 0, kNumberMax, out.fold_version);
    get(check, in.periods(), out.periods);
    get_part(check, in.has_score(), in.score(), out.score);
    get_part(check, in.has_fouls(), in.fouls(), out.fouls);
    get_part(check, in.has_timeouts(), in.timeouts(), out.timeouts);
    get_part(check, in.has_shot_clock(), in.shot_clock(), out.shot_clock);
    out.possession = !in.no_possession();
    get_tallies_and_lamps(check, in, out);
    get_part_rules(check, in, out);
}

} // namespace scoreboard::wire
