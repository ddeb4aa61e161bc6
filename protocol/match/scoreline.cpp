#include "match/scoreline.h"

#include <algorithm>

namespace scoreboard::match {
namespace {

constexpr Duration kTenth = std::chrono::milliseconds(100);

// Collects the moments at which something changes by itself, and keeps the next one.
class NextChange {
public:
    explicit NextChange(BoardTime now) : now_(now) {}

    void at(BoardTime when)
    {
        if (when > now_ && (!next_ || when < *next_)) {
            next_ = when;
        }
    }
    // When a running clock comes down to `value`.
    void reaches(const Clock& clock, Duration value)
    {
        if (clock.running) {
            at(clock.anchor + (clock.value - value));
        }
    }
    std::optional<BoardTime> next() const { return next_; }

private:
    BoardTime now_;
    std::optional<BoardTime> next_;
};

std::string period_name(const Ruleset& ruleset, int period)
{
    const int regular = ruleset.periods.regular;
    return period <= regular ? "Q" + std::to_string(period) : "OT" + std::to_string(period - regular);
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
    }
    return {};
}

ClockFace game_face(const Ruleset& ruleset, const MatchState& state, BoardTime now, NextChange& change)
{
    const Duration tenths_below = ruleset.periods.tenths_below;
    ClockFace face;
    face.running = runs(state, ClockId::kGame, now);
    face.value = value_at(state, ClockId::kGame, now);
    face.tenths = shows_tenths(face.value, tenths_below);
    face.text = format_clock(face.value, tenths_below);
    change.reaches(state.game, tenths_below - kTenth);
    change.reaches(state.game, Duration::zero());
    return face;
}

ClockFace shot_face(const Ruleset& ruleset, const MatchState& state, BoardTime now, NextChange& change)
{
    const Duration tenths_below = ruleset.shot_clock.tenths_below;
    ClockFace face;
    face.visible = !state.shot.blank;
    face.running = runs(state, ClockId::kShot, now);
    face.value = value_at(state, ClockId::kShot, now);
    face.tenths = shows_tenths(face.value, tenths_below);
    if (face.visible) {
        face.text = format_seconds(face.value, tenths_below);
    }
    change.reaches(state.shot.clock, tenths_below - kTenth);
    change.reaches(state.shot.clock, Duration::zero());
    return face;
}

TeamLine team_line(const Ruleset& ruleset, const MatchState& state, Side side, BoardTime now)
{
    const Side other = side == Side::kHome ? Side::kGuest : Side::kHome;
    TeamLine line;
    line.name = state.team(side).name;
    line.score = score(state, side);
    line.fouls = team_fouls(ruleset, state, side);
    line.bonus = team_fouls(ruleset, state, other) >= ruleset.fouls.bonus_from;
    line.timeouts_left = timeouts_left(ruleset, state, side, now);
    line.possession = state.possession == side;
    return line;
}

TimeoutLine timeout_line(const Ruleset& ruleset, const RunningTimeout& timeout, BoardTime now,
                         NextChange& change)
{
    const TimeoutRules& rules = ruleset.timeouts;
    const Duration elapsed = std::max(now - timeout.began, Duration::zero());
    TimeoutLine line;
    line.side = timeout.side;
    line.remaining = std::max(rules.length - elapsed, Duration::zero());
    line.text = format_clock(line.remaining, Duration::zero());
    line.signal = elapsed >= rules.signal_at;
    change.at(timeout.began + rules.signal_at);
    change.at(timeout.began + rules.length);
    return line;
}

} // namespace

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
    if (state.timeout) {
        line.timeout = timeout_line(ruleset, *state.timeout, now, change);
    }
    if (state.horn) {
        const BoardTime end = state.horn->began + kHornLength;
        line.horn = now >= state.horn->began && now < end;
        change.at(end);
    }
    if (state.at == PeriodPhase{ruleset.periods.regular, Phase::kPlay}) {
        change.reaches(state.game, ruleset.timeouts.late_from); // fewer time-outs are left from then on
    }
    line.next_change = change.next();
    return line;
}

} // namespace scoreboard::match
