#include "match/scoreline_parts.h"

#include <algorithm>
#include <cstdlib>

#include "match/next_change.h"
#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

constexpr const char* kEndTheMatch = "END THE MATCH";

// Whether a side has reached what wins before the time is up.
bool is_won(const Ruleset& ruleset, const MatchState& state)
{
    if (!ruleset.score) {
        return false;
    }
    const ScoreRules& rules = *ruleset.score;
    const int home = score(state, Side::kHome);
    const int guest = score(state, Side::kGuest);
    if (rules.wins_by > 0 && std::abs(home - guest) >= rules.wins_by) {
        return true;
    }
    if (state.at.period <= ruleset.periods.regular) {
        return rules.wins_at > 0 && home != guest && std::max(home, guest) >= rules.wins_at;
    }
    const auto in_overtime = [&](Side side) {
        const std::vector<int>& points = state.team(side).points;
        return parts::sum_of(points, ruleset.periods.regular + 1, static_cast<int>(points.size()));
    };
    const int most = std::max(in_overtime(Side::kHome), in_overtime(Side::kGuest));
    return (ruleset.periods.sudden_death && home != guest) ||
           (rules.overtime_wins_at > 0 && most >= rules.overtime_wins_at);
}

// Whether a penalty is one with which its player has reached the number that puts them out.
bool is_last(const PenaltyRules& rules, const std::vector<Penalty>& penalties, std::size_t index)
{
    const Penalty& last = penalties[index];
    const int limit = rules.kinds[static_cast<std::size_t>(last.kind)].player_limit;
    const auto same = [&last](const Penalty& penalty) {
        return penalty.kind == last.kind && penalty.player == last.player && penalty.part == 0;
    };
    const auto upto = penalties.begin() + static_cast<std::ptrdiff_t>(index) + 1;
    return limit > 0 && last.player && std::count_if(penalties.begin(), upto, same) >= limit;
}

// Who has reached a limit of fouls, or of a kind of penalties.
std::vector<int> players_out(const Ruleset& ruleset, const MatchState& state, Side side)
{
    std::vector<int> out;
    const int fouls = ruleset.fouls ? ruleset.fouls->player_limit : 0;
    for (const Player& player : state.team(side).players) {
        if (fouls > 0 && player.fouls >= fouls) {
            out.push_back(player.number);
        }
    }
    if (ruleset.penalties && state.penalties) {
        const std::vector<Penalty>& given =
            side == Side::kHome ? state.penalties->home : state.penalties->guest;
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (is_last(*ruleset.penalties, given, i)) {
                out.push_back(*given[i].player);
            }
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// Counts by the period's clock, so the value that a penalty shows changes with it.
std::vector<PenaltyLine> penalty_lines(const PenaltyRules& rules, const std::vector<Penalty>& penalties,
                                       const MatchState& state, BoardTime now, NextChange& change)
{
    const std::vector<PenaltyTime> times = penalty_times(rules, penalties, played_at(state, now));
    std::vector<PenaltyLine> lines;
    for (std::size_t i = 0; i < penalties.size(); ++i) {
        if (times[i].stage == PenaltyTime::Stage::kOver) {
            continue;
        }
        PenaltyLine line;
        line.last = is_last(rules, penalties, i);
        line.ref = {penalties[i].id, penalties[i].part};
        line.name = rules.kinds[static_cast<std::size_t>(penalties[i].kind)].name;
        line.player = penalties[i].player;
        line.coincidental = penalties[i].coincidental;
        line.running = times[i].stage == PenaltyTime::Stage::kRuns;
        line.counts = line.running && playing_since(state, now);
        line.left = times[i].left;
        line.text = format_clock(line.left, Duration::zero());
        lines.push_back(std::move(line));
        if (lines.back().counts) {
            change.at(now + times[i].left);
        }
    }
    std::stable_partition(lines.begin(), lines.end(), [](const PenaltyLine& line) { return line.running; });
    return lines;
}

void add_penalties(const Ruleset& ruleset, const MatchState& state, BoardTime now, Scoreline& line,
                   NextChange& change)
{
    line.home.penalties = penalty_lines(*ruleset.penalties, state.penalties->home, state, now, change);
    line.guest.penalties = penalty_lines(*ruleset.penalties, state.penalties->guest, state, now, change);
    if (state.at.phase != Phase::kFinal && state.at.phase != Phase::kShootout) {
        line.release = asked_release(*ruleset.penalties, *state.penalties, played_at(state, now));
    }
    if (line.release) {
        line.prompts.emplace_back("PENALTY MAY END");
    }
}

void add_rally(const Ruleset& ruleset, const MatchState& state, BoardTime now, Scoreline& line,
               NextChange& change)
{
    line.has_sets = true;
    for (const Side side : {Side::kHome, Side::kGuest}) {
        TeamLine& team = side == Side::kHome ? line.home : line.guest;
        team.sets = sets_won(ruleset, state, side);
        team.set_point = has_set_point(ruleset, state, side);
        team.match_point = team.set_point && team.sets + 1 == ruleset.rally->sets_to_win;
    }
    const RallyRules& rules = *ruleset.rally;
    const bool toss = rules.toss_before_last && state.at.period + 1 == ruleset.periods.regular;
    const bool after_set = rules.ends_each_set && state.at.phase == Phase::kInterval && !toss;
    if (after_set || (state.rally->change_ends && state.at.phase == Phase::kPlay)) {
        line.prompts.emplace_back("CHANGE ENDS");
    }
    const bool paused = !state.rally->paused_at || now < *state.rally->paused_at + rules.break_length;
    if (state.rally->pause && paused && state.at.phase == Phase::kPlay) {
        line.prompts.emplace_back("PAUSE");
    }
    if (state.rally->paused_at) {
        change.at(*state.rally->paused_at + rules.break_length);
    }
    const bool time_is_up = state.at.phase == Phase::kPlay && has_clock(ruleset, state.at) &&
                            time_left(ruleset, state, now) == Duration::zero();
    if (rules.expedite_unless > 0 && !state.rally->expedite && time_is_up &&
        line.home.score + line.guest.score < rules.expedite_unless) {
        line.prompts.emplace_back("EXPEDITE");
    }
    if (ruleset.rally->even_right && state.possession && state.at.phase == Phase::kPlay) {
        line.service_court = line.team(*state.possession).score % 2 == 0 ? "RIGHT" : "LEFT";
    }
}

void add_tennis(const Ruleset& ruleset, const MatchState& state, Scoreline& line)
{
    line.has_sets = true;
    for (const Side side : {Side::kHome, Side::kGuest}) {
        TeamLine& team = side == Side::kHome ? line.home : line.guest;
        team.sets = tennis_sets_won(ruleset, state, side);
        team.score_text = tennis_text(ruleset, state, side);
        team.set_point = has_tennis_set_point(ruleset, state, side);
        team.match_point = team.set_point && team.sets + 1 == ruleset.tennis->sets_to_win;
    }
    if (state.tennis->change_ends && state.at.phase == Phase::kPlay) {
        line.prompts.emplace_back("CHANGE ENDS");
    }
}

void add_shootout(const ShootoutRules& rules, const MatchState& state, Scoreline& line)
{
    const Shootout& shootout = *state.shootout;
    line.has_shootout =
        state.at.phase == Phase::kShootout || !shootout.home.empty() || !shootout.guest.empty();
    line.home.attempts = shootout.home;
    line.guest.attempts = shootout.guest;
    line.home.shootout_goals = goals(shootout.home);
    line.guest.shootout_goals = goals(shootout.guest);
    if (state.at.phase == Phase::kShootout && is_decided(rules, shootout)) {
        line.prompts.emplace_back(kEndTheMatch);
    }
}

// A basket that stops the clock, a warning, a match that is won: what the clock and the score ask of the
// table.
void add_clock_prompts(const Ruleset& ruleset, const MatchState& state, BoardTime now, Scoreline& line,
                       NextChange& change)
{
    const bool by_score = !ruleset.rally && !ruleset.tennis && !ruleset.innings && ruleset.score;
    if (by_score && state.at.phase == Phase::kInterval &&
        parts::can_decide(ruleset.periods, state.at.period) && line.home.score != line.guest.score) {
        line.prompts.emplace_back(kEndTheMatch); // it was level when the period ended, and has been corrected
    }
    if (state.at.phase != Phase::kPlay) {
        return;
    }
    constexpr Duration kWarned = std::chrono::seconds(10); // of the clock: it stands for the warning
    const PeriodRules& rules = ruleset.periods;
    const Duration left = time_left(ruleset, state, now);
    const auto changes_at = [&](Duration wanted) {
        if (wanted > Duration::zero()) {
            change.reaches(state.game, state.game.up ? state.game.limit - rules.runs_past - wanted : wanted);
        }
    };
    const bool late = state.at.period >= rules.regular;
    const Duration stops = late ? rules.basket_stops : rules.basket_stops_before;
    if (left > Duration::zero() && left <= stops) {
        line.prompts.emplace_back("BASKET STOPS CLOCK");
    }
    changes_at(stops);
    const bool ends_half = state.at.period == rules.half_after || state.at.period >= rules.regular;
    const bool warns = rules.warning_at > Duration::zero() && ends_half;
    if (warns && left <= rules.warning_at && left > rules.warning_at - kWarned) {
        line.prompts.push_back(format_clock(rules.warning_at, Duration::zero()) + " WARNING");
    }
    changes_at(rules.warning_at);
    changes_at(rules.warning_at - kWarned);
    if (is_won(ruleset, state)) {
        line.prompts.emplace_back(kEndTheMatch);
    }
}

DownsLine downs_line(const Downs& downs)
{
    DownsLine line{downs, {}};
    if (downs.down > 0) {
        line.text = std::to_string(downs.down) + " & " +
                    (downs.to_go == 0 ? std::string("GOAL") : std::to_string(downs.to_go));
    }
    return line;
}

// While a time-out runs, nobody lines up.
JamLine jam_line(const JamRules& rules, const Jam& jam, bool timeout, BoardTime now, NextChange& change)
{
    JamLine line{jam.number, jam.on, {}};
    const Duration gone = timeout ? Duration::zero() : std::max(now - jam.began, Duration::zero());
    if (jam.on) {
        line.text = format_clock(std::max(rules.length - gone, Duration::zero()), Duration::zero());
        change.at(jam.began + rules.length);
    } else if (jam.number > 0) {
        line.text = format_clock_up(gone);
        change.at(jam.began + rules.lineup);
    }
    return line;
}

} // namespace

void add_part_lines(const Ruleset& ruleset, const MatchState& state, BoardTime now, Scoreline& line,
                    NextChange& change)
{
    line.home.players_out = players_out(ruleset, state, Side::kHome);
    line.guest.players_out = players_out(ruleset, state, Side::kGuest);
    add_clock_prompts(ruleset, state, now, line, change);
    if (ruleset.penalties && state.penalties) {
        add_penalties(ruleset, state, now, line, change);
    }
    if (ruleset.rally && state.rally) {
        add_rally(ruleset, state, now, line, change);
    }
    if (ruleset.tennis && state.tennis) {
        add_tennis(ruleset, state, line);
    }
    if (ruleset.shootout && state.shootout) {
        add_shootout(*ruleset.shootout, state, line);
    }
    if (state.downs) {
        line.downs = downs_line(*state.downs);
    }
    if (state.innings) {
        const Innings& innings = *state.innings;
        if (innings.bottom && state.at.phase == Phase::kPlay && state.at.period >= ruleset.periods.regular &&
            line.home.score > line.guest.score) {
            line.prompts.emplace_back(kEndTheMatch); // nobody bats on for a side that has won
        }
        line.count = CountLine{innings.bottom ? "BOT" : "TOP",
                               innings.balls,
                               innings.strikes,
                               innings.outs,
                               innings.bases,
                               innings.batter};
        if (state.at.phase == Phase::kPlay) {
            line.period_text = line.count->half + " " + std::to_string(state.at.period);
        }
    }
    if (ruleset.jam && state.jam) {
        line.jam =
            jam_line(*ruleset.jam, *state.jam, state.timeout && ruleset.fold_version >= 2, now, change);
    }
}

} // namespace scoreboard::match
