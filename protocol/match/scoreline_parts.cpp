#include "match/scoreline_parts.h"

#include <algorithm>

#include "match/next_change.h"

namespace scoreboard::match {
namespace {

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
        line.ref = {penalties[i].id, penalties[i].part};
        line.name = rules.kinds[static_cast<std::size_t>(penalties[i].kind)].name;
        line.player = penalties[i].player;
        line.running = times[i].stage == PenaltyTime::Stage::kRuns;
        line.left = times[i].left;
        line.text = format_clock(line.left, Duration::zero());
        lines.push_back(std::move(line));
        if (times[i].stage == PenaltyTime::Stage::kRuns && runs(state, ClockId::kGame, now)) {
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
    if (!state.penalties->release) {
        return;
    }
    const Release& release = *state.penalties->release;
    const std::vector<PenaltyLine>& open = release.side == 0 ? line.home.penalties : line.guest.penalties;
    for (const PenaltyRef& ref : release.candidates) {
        if (std::any_of(open.begin(), open.end(), [&ref](const PenaltyLine& p) { return p.ref == ref; })) {
            line.releasable.push_back(ref);
        }
    }
    if (!line.releasable.empty()) {
        line.prompts.emplace_back("PENALTY MAY END");
    }
}

void add_rally(const Ruleset& ruleset, const MatchState& state, Scoreline& line)
{
    line.has_sets = true;
    for (const Side side : {Side::kHome, Side::kGuest}) {
        TeamLine& team = side == Side::kHome ? line.home : line.guest;
        team.sets = sets_won(ruleset, state, side);
        team.set_point = has_set_point(ruleset, state, side);
        team.match_point = team.set_point && team.sets + 1 == ruleset.rally->sets_to_win;
    }
    if (state.rally->change_ends && state.at.phase == Phase::kPlay) {
        line.prompts.emplace_back("CHANGE ENDS");
    }
    if (state.rally->pause && state.at.phase == Phase::kPlay) {
        line.prompts.emplace_back("PAUSE");
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

void add_shootout(const MatchState& state, Scoreline& line)
{
    const Shootout& shootout = *state.shootout;
    line.has_shootout =
        state.at.phase == Phase::kShootout || !shootout.home.empty() || !shootout.guest.empty();
    line.home.attempts = shootout.home;
    line.guest.attempts = shootout.guest;
    line.home.shootout_goals = goals(shootout.home);
    line.guest.shootout_goals = goals(shootout.guest);
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

JamLine jam_line(const JamRules& rules, const Jam& jam, BoardTime now, NextChange& change)
{
    JamLine line{jam.number, jam.on, {}};
    const Duration gone = std::max(now - jam.began, Duration::zero());
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
    if (ruleset.penalties && state.penalties) {
        add_penalties(ruleset, state, now, line, change);
    }
    if (ruleset.rally && state.rally) {
        add_rally(ruleset, state, line);
    }
    if (ruleset.tennis && state.tennis) {
        add_tennis(ruleset, state, line);
    }
    if (ruleset.shootout && state.shootout) {
        add_shootout(state, line);
    }
    if (state.downs) {
        line.downs = downs_line(*state.downs);
    }
    if (state.innings) {
        const Innings& innings = *state.innings;
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
        line.jam = jam_line(*ruleset.jam, *state.jam, now, change);
    }
}

} // namespace scoreboard::match
