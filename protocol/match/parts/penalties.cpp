#include "match/parts/penalties.h"

#include <algorithm>

#include "match/parts/release.h"

namespace scoreboard::match {
namespace {

constexpr int kShirtMax = 999;

// In what order a player serves what was given at one moment: a major, then minors, then a misconduct.
int rank_of(const PenaltyKind& kind)
{
    if (!kind.leaves_short) {
        return 2;
    }
    return kind.releasable ? 1 : 0;
}

// Lets playing time go by from one event to the next, and starts whatever may start.
class Bench {
public:
    Bench(const PenaltyRules& rules, const std::vector<Penalty>& penalties)
        : rules_(rules), penalties_(penalties), rows_(penalties.size())
    {
    }

    std::vector<PenaltyTime> at(Duration played)
    {
        Duration now{};
        start_at(now);
        for (Duration next = next_event(now); next <= played && next > now; next = next_event(now)) {
            now = next;
            end_until(now);
            start_at(now);
        }
        std::vector<PenaltyTime> times;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            times.push_back({rows_[i].stage, left(i, played)});
        }
        return times;
    }

private:
    using Stage = PenaltyTime::Stage;
    struct Row {
        Stage stage = Stage::kWaits;
        Duration end{};
    };

    const PenaltyKind& kind(std::size_t i) const
    {
        return rules_.kinds[static_cast<std::size_t>(penalties_[i].kind)];
    }
    bool takes_place(std::size_t i) const { return kind(i).leaves_short && !penalties_[i].coincidental; }

    Duration left(std::size_t i, Duration played) const
    {
        switch (rows_[i].stage) {
        case Stage::kWaits:
            return kind(i).length;
        case Stage::kRuns:
            return rows_[i].end - played;
        case Stage::kOver:
            break;
        }
        return Duration::zero();
    }

    bool same_offender(std::size_t a, std::size_t b) const
    {
        return penalties_[a].id == penalties_[b].id ||
               (penalties_[a].player && penalties_[a].player == penalties_[b].player);
    }

    // Whether somebody else's penalty, or another of the same player, comes first.
    bool must_wait(std::size_t i) const
    {
        int running = 0;
        for (std::size_t j = 0; j < rows_.size(); ++j) {
            const bool runs = rows_[j].stage == Stage::kRuns;
            if (runs && same_offender(i, j)) {
                return true;
            }
            const bool goes_first = rows_[j].stage == Stage::kWaits && same_offender(i, j) &&
                                    penalties_[j].imposed == penalties_[i].imposed && !penalties_[j].ended &&
                                    rank_of(kind(j)) < rank_of(kind(i));
            if (goes_first) {
                return true;
            }
            running += runs && takes_place(j) ? 1 : 0;
        }
        return takes_place(i) && rules_.running_max > 0 && running >= rules_.running_max;
    }

    void start_at(Duration now)
    {
        for (bool again = true; again;) {
            again = false;
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                Row& row = rows_[i];
                if (row.stage != Stage::kWaits || penalties_[i].imposed > now) {
                    continue;
                }
                if ((penalties_[i].ended && *penalties_[i].ended <= now) ||
                    kind(i).length == Duration::zero()) {
                    row.stage = Stage::kOver;
                    again = true;
                } else if (!must_wait(i)) {
                    row.stage = Stage::kRuns;
                    row.end = now + kind(i).length;
                    if (penalties_[i].ended) {
                        row.end = std::min(row.end, *penalties_[i].ended);
                    }
                }
            }
        }
    }

    void end_until(Duration now)
    {
        for (Row& row : rows_) {
            if (row.stage == Stage::kRuns && row.end <= now) {
                row.stage = Stage::kOver;
            }
        }
    }

    // The next moment at which something begins, ends or is called off; `now` if nothing does.
    Duration next_event(Duration now) const
    {
        Duration next = Duration::max();
        const auto consider = [&next, now](Duration when) {
            if (when > now) {
                next = std::min(next, when);
            }
        };
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].stage == Stage::kRuns) {
                consider(rows_[i].end);
            } else if (rows_[i].stage == Stage::kWaits) {
                consider(penalties_[i].imposed);
                consider(penalties_[i].ended.value_or(now));
            }
        }
        return next == Duration::max() ? now : next;
    }

    const PenaltyRules& rules_;
    const std::vector<Penalty>& penalties_;
    std::vector<Row> rows_;
};

} // namespace

std::vector<PenaltyTime> penalty_times(const PenaltyRules& rules, const std::vector<Penalty>& penalties,
                                       Duration played)
{
    return Bench(rules, penalties).at(played);
}

Duration played_at(const MatchState& state, BoardTime now)
{
    if (!state.penalties) {
        return Duration::zero();
    }
    Duration played = state.penalties->played;
    if (state.jam) {
        return state.jam->on ? played + std::max(now - state.jam->began, Duration::zero()) : played;
    }
    if (state.at.phase == Phase::kPlay && state.game.running) {
        played += state.game.left_at(state.game.anchor) - state.game.left_at(now);
    }
    return played;
}

std::optional<BoardTime> playing_since(const MatchState& state, BoardTime now)
{
    if (state.jam) {
        return state.jam->on ? std::optional(state.jam->began) : std::nullopt;
    }
    const bool plays = state.at.phase == Phase::kPlay && runs(state, ClockId::kGame, now);
    return plays ? std::optional(state.game.anchor) : std::nullopt;
}

namespace parts {
namespace {

std::vector<Penalty>& penalties_of(MatchState& state, Side side)
{
    return side == Side::kHome ? state.penalties->home : state.penalties->guest;
}

} // namespace

bool serves_by_game_clock(const MatchState& state)
{
    return state.penalties && !state.jam;
}

void settle_played(MatchState& state, BoardTime at)
{
    if (serves_by_game_clock(state)) {
        state.penalties->played = played_at(state, at);
    }
}

void settle_jam(MatchState& state, BoardTime at)
{
    if (state.penalties && state.jam) {
        state.penalties->played = played_at(state, at);
    }
}

Outcome add_penalty(const Context& context, MatchState& state, const AddPenalty& command)
{
    if (!context.ruleset.penalties) {
        return no_such_part(context, "penalties");
    }
    const std::vector<PenaltyKind>& kinds = context.ruleset.penalties->kinds;
    if (command.kind < 0 || static_cast<std::size_t>(command.kind) >= kinds.size()) {
        return no_such_part(context, "such penalty");
    }
    if (command.player && (*command.player < 0 || *command.player > kShirtMax)) {
        return refused(Reason::kOutOfRange, "A shirt number is 0 to 999.");
    }
    if (state.at.phase == Phase::kFinal) {
        return refused(Reason::kWrongPhase, "The match is over.");
    }
    const PenaltyKind& kind = kinds[static_cast<std::size_t>(command.kind)];
    if (!state.penalties) {
        state.penalties.emplace(); // where jams are skated, the box is there from the first penalty on
    }
    std::vector<Penalty>& penalties = penalties_of(state, command.side);
    if (penalties.size() + static_cast<std::size_t>(kind.parts) > kPenaltiesMax) {
        return refused(Reason::kOutOfRange, "No side has so many penalties.");
    }
    for (int part = 0; part < kind.parts; ++part) {
        penalties.push_back(Penalty{context.entry.id(), part, command.kind, command.player,
                                    command.coincidental, played_at(state, context.at), std::nullopt});
    }
    return accepted();
}

Outcome end_penalty(const Context& context, MatchState& state, const EndPenalty& command)
{
    if (!context.ruleset.penalties) {
        return no_such_part(context, "penalties");
    }
    const PenaltyRef ref{command.penalty, command.part};
    if (!state.penalties) {
        return refused(Reason::kNoTarget, "There is no such penalty.");
    }
    const Duration now = played_at(state, context.at);
    for (const Side side : {Side::kHome, Side::kGuest}) {
        std::vector<Penalty>& penalties = penalties_of(state, side);
        const auto found = std::find_if(penalties.begin(), penalties.end(), [&ref](const Penalty& penalty) {
            return PenaltyRef{penalty.id, penalty.part} == ref;
        });
        if (found == penalties.end()) {
            continue;
        }
        const auto index = static_cast<std::size_t>(found - penalties.begin());
        if (penalty_times(*context.ruleset.penalties, penalties, now)[index].stage ==
            PenaltyTime::Stage::kOver) {
            return refused(Reason::kAlready, "This penalty is over already.");
        }
        const std::optional<Release> release =
            asked_release(*context.ruleset.penalties, *state.penalties, now);
        const bool proposed = release && names(*release, ref);
        if (command.goal && !(proposed && release->goal == command.goal)) {
            return refused(Reason::kDepends,
                           proposed ? "The board asks about it for another goal: end it once more."
                                    : "It ended with a goal that does not end it any more.");
        }
        found->ended = proposed ? release->at : now;
        if (proposed) {
            answer(*state.penalties, *release);
        }
        return accepted();
    }
    return refused(Reason::kNoTarget, "There is no such penalty.");
}

Outcome adjust_penalties(const Context& context, MatchState& state, const AdjustPenalties& command)
{
    const Duration by = command.by;
    constexpr Duration kMost = std::chrono::minutes(20);
    if (!context.ruleset.penalties) {
        return no_such_part(context, "penalties");
    }
    if (by == Duration::zero() || by > kMost || by < -kMost) {
        return refused(Reason::kOutOfRange, "Penalties are moved by 20 minutes at most.");
    }
    if (!state.penalties) {
        return refused(Reason::kNoTarget, "Nobody has a penalty.");
    }
    settle_played(state, context.at);
    if (state.game.running) {
        const bool ran = state.game.left_at(context.at) > Duration::zero();
        const CommandId segment = state.game.segment;
        state.game = state.game.at_rest(state.game.value_at(context.at), context.at, segment);
        state.game.running = ran;
    }
    Duration& played = state.penalties->played;
    played = std::max(played - by, Duration::zero());
    for (const Side side : {Side::kHome, Side::kGuest}) {
        for (Penalty& penalty : penalties_of(state, side)) {
            penalty.imposed = std::min(penalty.imposed, played);
            if (command.keeps_ended && penalty.ended) {
                penalty.ended = std::min(*penalty.ended, played);
            }
        }
    }
    if (command.keeps_ended) {
        keep_goals_within(*state.penalties, played);
    }
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
