#include "match/scoreline.h"

#include <algorithm>

#include "match/next_change.h"
#include "match/scoreline_parts.h"

namespace scoreboard::match {
namespace {

constexpr Duration kTenth = std::chrono::milliseconds(100);

const char* prefix_of(PeriodName name)
{
    switch (name) {
    case PeriodName::kQuarter:
        return "Q";
    case PeriodName::kPeriod:
        return "P";
    case PeriodName::kHalf:
        return "H";
    case PeriodName::kSet:
        return "SET ";
    case PeriodName::kInning:
        return "INN ";
    case PeriodName::kRound:
        return "RD ";
    }
    return "";
}

std::string period_text(const Ruleset& ruleset, const PeriodPhase& at)
{
    switch (at.phase) {
    case Phase::kPre:
        return "PRE-GAME";
    case Phase::kPlay:
        return period_name(ruleset, at.period);
    case Phase::kInterval:
        return at.period == ruleset.periods.half_after ? "HALF-TIME"
                                                       : period_name(ruleset, at.period) + " END";
    case Phase::kFinal:
        return "FINAL";
    case Phase::kShootout:
        return "SHOOT-OUT";
    }
    return {};
}

ClockFace game_face(const Ruleset& ruleset, const MatchState& state, BoardTime now, NextChange& change)
{
    const Duration tenths_below = ruleset.periods.tenths_below;
    ClockFace face;
    face.visible = has_clock(ruleset, state.at);
    face.up = state.game.up;
    face.running = runs(state, ClockId::kGame, now);
    face.value = value_at(state, ClockId::kGame, now);
    face.left = time_left(ruleset, state, now);
    if (state.game.up) {
        face.text = format_clock_up(face.value);
        change.reaches(state.game, state.game.limit);
        return face;
    }
    face.tenths = shows_tenths(face.value, tenths_below);
    if (face.visible) {
        face.text = format_clock(face.value, tenths_below);
    }
    change.reaches(state.game, tenths_below - kTenth);
    change.reaches(state.game, Duration::zero());
    return face;
}

ClockFace shot_face(const Ruleset& ruleset, const MatchState& state, BoardTime now, NextChange& change)
{
    ClockFace face;
    if (!ruleset.shot_clock) {
        face.visible = false;
        return face;
    }
    const Duration tenths_below = ruleset.shot_clock->tenths_below;
    face.running = runs(state, ClockId::kShot, now);
    face.value = value_at(state, ClockId::kShot, now);
    const bool off = ruleset.shot_clock->off_at_end && state.at.phase == Phase::kPlay &&
                     has_clock(ruleset, state.at) && time_left(ruleset, state, now) < face.value;
    face.visible = !state.shot.blank && !off;
    if (ruleset.shot_clock->off_at_end) {
        change.reaches(state.game, face.value - Duration(1));
    }
    face.tenths = shows_tenths(face.value, tenths_below);
    if (face.visible) {
        face.text = format_seconds(face.value, tenths_below);
    }
    change.reaches(state.shot.clock, tenths_below - kTenth);
    change.reaches(state.shot.clock, Duration::zero());
    return face;
}

// Up to the period that the match stands at; further only if either side has points there, as the score has
// them.
std::vector<int> points_by_period(const MatchState& state, Side side)
{
    auto periods = static_cast<std::size_t>(state.at.period);
    for (const Team* team : {&state.home, &state.guest}) {
        const auto last =
            std::find_if(team->points.rbegin(), team->points.rend(), [](int points) { return points != 0; });
        periods = std::max(periods, static_cast<std::size_t>(team->points.rend() - last));
    }
    std::vector<int> points = state.team(side).points;
    points.resize(periods);
    return points;
}

TeamLine team_line(const Ruleset& ruleset, const MatchState& state, Side side, BoardTime now)
{
    const Side other = side == Side::kHome ? Side::kGuest : Side::kHome;
    TeamLine line;
    line.name = state.team(side).name;
    line.score = score(state, side);
    line.fouls = team_fouls(ruleset, state, side);
    const Bonus bonus = bonus_against(ruleset, state, other);
    line.bonus = bonus != Bonus::kNone;
    line.double_bonus = bonus == Bonus::kDouble;
    const std::size_t kinds = ruleset.timeouts ? 1 + ruleset.timeouts->more.size() : 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        line.timeouts_by_kind.push_back(timeouts_left(ruleset, state, side, static_cast<int>(kind), now));
        line.timeouts_left += line.timeouts_by_kind.back();
    }
    line.possession = state.possession == side;
    line.score_text = std::to_string(line.score);
    line.by_period = points_by_period(state, side);
    for (std::size_t i = 0; i < ruleset.tallies.size(); ++i) {
        const TallyRules& rules = ruleset.tallies[i];
        line.tallies.push_back({rules.name, tally(ruleset, state, side, static_cast<int>(i)), rules.maximum});
    }
    line.players = state.team(side).players;
    return line;
}

TimeoutLine timeout_line(const Ruleset& ruleset, const RunningTimeout& timeout, BoardTime now,
                         NextChange& change)
{
    const TimeoutTimes times = times_of(*ruleset.timeouts, timeout.kind);
    const Duration elapsed = std::max(now - timeout.began, Duration::zero());
    TimeoutLine line;
    line.side = timeout.side;
    if (timeout.kind > 0) {
        line.kind = ruleset.timeouts->more[static_cast<std::size_t>(timeout.kind - 1)].name;
    }
    line.remaining = std::max(times.length - elapsed, Duration::zero());
    line.text = format_clock(line.remaining, Duration::zero());
    if (times.signal_at > Duration::zero()) { // else there is none
        line.signal = elapsed >= times.signal_at;
        change.at(timeout.began + times.signal_at);
    }
    change.at(timeout.began + times.length);
    return line;
}

} // namespace

std::string period_name(const Ruleset& ruleset, int period)
{
    const int regular = ruleset.periods.regular;
    if (period <= regular) {
        return prefix_of(ruleset.periods.name) + std::to_string(period);
    }
    const int overtimes = ruleset.periods.overtimes_max;
    const bool after_all = ruleset.shootout && overtimes > 0 && period > regular + overtimes;
    return after_all ? "SO" : "OT" + std::to_string(period - regular);
}

Scoreline scoreline(const Ruleset& ruleset, const MatchState& state, BoardTime now)
{
    NextChange change(now);
    Scoreline line;
    line.at = state.at;
    line.period_text = period_text(ruleset, state.at);
    line.game = game_face(ruleset, state, now, change);
    line.shot = shot_face(ruleset, state, now, change);
    line.home = team_line(ruleset, state, Side::kHome, now);
    line.guest = team_line(ruleset, state, Side::kGuest, now);
    if (state.timeout && ruleset.timeouts) {
        line.timeout = timeout_line(ruleset, *state.timeout, now, change);
    }
    if (state.horn) {
        const BoardTime end = state.horn->began + kHornLength;
        line.horn = now >= state.horn->began && now < end;
        change.at(end);
    }
    if (ruleset.timeouts && state.at == PeriodPhase{ruleset.periods.regular, Phase::kPlay}) {
        // Fewer time-outs are left from then on.
        const Duration late = ruleset.timeouts->late_from;
        change.reaches(state.game,
                       state.game.up ? state.game.limit - ruleset.periods.runs_past - late : late);
    }
    if (state.added_minutes > 0) {
        line.added_time = "+" + std::to_string(state.added_minutes);
    }
    for (std::size_t i = 0; i < ruleset.lamps.size(); ++i) {
        if ((state.lamps >> i & 1U) != 0) {
            line.lamps.push_back(ruleset.lamps[i].name);
        }
    }
    add_part_lines(ruleset, state, now, line, change);
    line.next_change = change.next();
    return line;
}

} // namespace scoreboard::match
