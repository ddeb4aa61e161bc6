#include "match/parts/release.h"

#include <algorithm>

namespace scoreboard::match {
namespace {

const std::vector<Penalty>& penalties_of(const PenaltyBox& box, int side)
{
    return side == 0 ? box.home : box.guest;
}

// Those that had been given when a goal was scored.
std::vector<Penalty> first_of(const std::vector<Penalty>& penalties, int count)
{
    const auto size = std::min(static_cast<std::size_t>(count), penalties.size());
    return {penalties.begin(), penalties.begin() + static_cast<std::ptrdiff_t>(size)};
}

int short_by(const PenaltyRules& rules, const std::vector<Penalty>& penalties,
             const std::vector<PenaltyTime>& times)
{
    int missing = 0;
    for (std::size_t i = 0; i < penalties.size(); ++i) {
        const bool short_of = rules.kinds[static_cast<std::size_t>(penalties[i].kind)].leaves_short;
        missing += times[i].stage == PenaltyTime::Stage::kRuns && short_of && !penalties[i].coincidental;
    }
    return missing;
}

// Of the penalties that run, the one with the least time left, or those that have as little.
std::optional<Release> release_for(const PenaltyRules& rules, const PenaltyBox& box, const PenaltyGoal& goal)
{
    const bool home = goal.side == 0;
    const std::vector<Penalty> own = first_of(home ? box.home : box.guest, home ? goal.home : goal.guest);
    const std::vector<Penalty> others = first_of(home ? box.guest : box.home, home ? goal.guest : goal.home);
    const std::vector<PenaltyTime> times = penalty_times(rules, own, goal.at);
    const bool shorter =
        short_by(rules, own, times) > short_by(rules, others, penalty_times(rules, others, goal.at));
    if (!shorter && !rules.at_any_strength) {
        return std::nullopt;
    }
    Release release{goal.side, goal.at, {}, goal.id};
    Duration least = Duration::max();
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool may_end = times[i].stage == PenaltyTime::Stage::kRuns && !own[i].coincidental &&
                             rules.kinds[static_cast<std::size_t>(own[i].kind)].releasable;
        if (!may_end || times[i].left > least) {
            continue;
        }
        if (times[i].left < least) {
            release.candidates.clear();
            least = times[i].left;
        }
        release.candidates.push_back({own[i].id, own[i].part});
    }
    return release.candidates.empty() ? std::nullopt : std::optional(std::move(release));
}

// Without the penalties that are over at `played`; none: nothing is left to ask.
std::optional<Release> still_open(const PenaltyRules& rules, const PenaltyBox& box,
                                  std::optional<Release> release, Duration played)
{
    if (!release) {
        return std::nullopt;
    }
    const std::vector<Penalty>& penalties = penalties_of(box, release->side);
    const std::vector<PenaltyTime> times = penalty_times(rules, penalties, played);
    std::erase_if(release->candidates, [&](const PenaltyRef& ref) {
        for (std::size_t i = 0; i < penalties.size(); ++i) {
            if (PenaltyRef{penalties[i].id, penalties[i].part} == ref) {
                return times[i].stage == PenaltyTime::Stage::kOver;
            }
        }
        return true;
    });
    return release->candidates.empty() ? std::nullopt : std::move(release);
}

} // namespace

std::optional<Release> asked_release(const PenaltyRules& rules, const PenaltyBox& box, Duration played)
{
    if (box.release) {
        return still_open(rules, box, box.release, played);
    }
    for (const PenaltyGoal& goal : box.goals) {
        std::optional<Release> release = still_open(rules, box, release_for(rules, box, goal), played);
        if (release) {
            return release;
        }
    }
    return std::nullopt;
}

bool names(const Release& release, const PenaltyRef& ref)
{
    return std::find(release.candidates.begin(), release.candidates.end(), ref) != release.candidates.end();
}

namespace parts {

void propose_release(const Context& context, MatchState& state, Side scoring)
{
    if (!context.ruleset.penalties || !state.penalties || state.at.phase != Phase::kPlay) {
        return;
    }
    const PenaltyRules& rules = *context.ruleset.penalties;
    PenaltyBox& box = *state.penalties;
    const Duration now = played_at(state, context.at);
    const PenaltyGoal goal{context.entry.id(), scoring == Side::kHome ? 1 : 0, now,
                           static_cast<int>(box.home.size()), static_cast<int>(box.guest.size())};
    std::optional<Release> release = release_for(rules, box, goal);
    if (context.ruleset.fold_version == 1) {
        if (release) {
            box.release = std::move(release);
        }
        return;
    }
    std::erase_if(box.goals, [&](const PenaltyGoal& before) {
        return !still_open(rules, box, release_for(rules, box, before), now);
    });
    if (release && box.goals.size() < kPenaltiesMax) {
        box.goals.push_back(goal);
    }
}

void forget_goals(MatchState& state, Side scoring, int count)
{
    if (!state.penalties) {
        return;
    }
    std::vector<PenaltyGoal>& goals = state.penalties->goals;
    for (auto goal = goals.end(); goal != goals.begin() && count > 0;) {
        --goal;
        if (goal->side == (scoring == Side::kHome ? 1 : 0)) {
            goal = goals.erase(goal);
            --count;
        }
    }
}

void answer(PenaltyBox& box, const Release& release)
{
    box.release.reset();
    const auto answered = std::find_if(box.goals.begin(), box.goals.end(),
                                       [&release](const PenaltyGoal& g) { return g.id == release.goal; });
    if (answered != box.goals.end()) {
        box.goals.erase(box.goals.begin(), answered + 1);
    }
}

void keep_goals_within(PenaltyBox& box, Duration played)
{
    if (box.release) {
        box.release->at = std::min(box.release->at, played);
    }
    for (PenaltyGoal& goal : box.goals) {
        goal.at = std::min(goal.at, played);
    }
}

} // namespace parts
} // namespace scoreboard::match
