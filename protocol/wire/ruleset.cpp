#include "wire/convert.h"
#include "wire/text.h"

namespace scoreboard::wire {
namespace {

using match::DelayProfile;
using match::FoulRules;
using match::PeriodRules;
using match::Ruleset;
using match::ScoreRules;
using match::ShotClockRules;
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
}

void put(const ShotClockRules& shot_clock, v1::ShotClockRules* out)
{
    out->set_full_us(shot_clock.full.count());
    out->set_reset_short_us(shot_clock.reset_short.count());
    out->set_tenths_below_us(shot_clock.tenths_below.count());
    put(shot_clock.delay, out->mutable_delay());
}

void get(Checker& check, const v1::ShotClockRules& in, ShotClockRules& out)
{
    check.duration("shot_clock.full", in.full_us(), out.full);
    check.duration("shot_clock.reset_short", in.reset_short_us(), out.reset_short);
    check.duration("shot_clock.tenths_below", in.tenths_below_us(), out.tenths_below);
    get(check, in.delay(), out.delay);
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
}

void get(Checker& check, const v1::FoulRules& in, FoulRules& out)
{
    check.integer("fouls.bonus_from", in.bonus_from(), 0, kNumberMax, out.bonus_from);
    out.overtime_with_last = in.overtime_with_last();
    check.integer("fouls.maximum", in.maximum(), 0, kNumberMax, out.maximum);
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
    for (const int increment : ruleset.score.increments) {
        out->mutable_score()->add_increments(increment);
    }
    out->mutable_score()->set_maximum(number(ruleset.score.maximum));
    out->mutable_fouls()->set_bonus_from(number(ruleset.fouls.bonus_from));
    out->mutable_fouls()->set_overtime_with_last(ruleset.fouls.overtime_with_last);
    out->mutable_fouls()->set_maximum(number(ruleset.fouls.maximum));
    put(ruleset.timeouts, out->mutable_timeouts());
    put(ruleset.shot_clock, out->mutable_shot_clock());
}

void get(Checker& check, const v1::Ruleset& in, Ruleset& out)
{
    check.text("ruleset.id", in.id(), kNameMax, out.id);
    check.text("ruleset.sport", in.sport(), kNameMax, out.sport);
    check.text("ruleset.name", in.name(), kNameMax, out.name);
    check.text("ruleset.source", in.source(), kSourceMax, out.source);
    check.integer("ruleset.fold_version", in.fold_version(), 0, kNumberMax, out.fold_version);
    get(check, in.periods(), out.periods);
    get(check, in.score(), out.score);
    get(check, in.fouls(), out.fouls);
    get(check, in.timeouts(), out.timeouts);
    get(check, in.shot_clock(), out.shot_clock);
}

} // namespace scoreboard::wire
