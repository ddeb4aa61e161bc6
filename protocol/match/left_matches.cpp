#include "match/left_matches.h"

#include <algorithm>

#include "match/parts/clock.h"
#include "match/parts/part.h"
#include "match/parts/periods.h"

namespace scoreboard::match {
namespace {

template <class Rules, class State>
bool has_its_state(const std::optional<Rules>& rules, const std::optional<State>& state)
{
    return rules.has_value() == state.has_value();
}

bool parts_are_there(const Ruleset& ruleset, const MatchState& state)
{
    const bool opened_later = ruleset.jam && ruleset.penalties && !state.penalties; // by the first penalty
    return (opened_later || has_its_state(ruleset.penalties, state.penalties)) &&
           has_its_state(ruleset.shootout, state.shootout) && has_its_state(ruleset.rally, state.rally) &&
           has_its_state(ruleset.tennis, state.tennis) && has_its_state(ruleset.downs, state.downs) &&
           has_its_state(ruleset.innings, state.innings) && has_its_state(ruleset.jam, state.jam);
}

bool is_by_period(const std::vector<int>& counts)
{
    return counts.empty() || parts::is_period(static_cast<int>(counts.size()));
}

bool fits(const Ruleset& ruleset, const Team& team)
{
    const std::size_t kinds = ruleset.timeouts ? ruleset.timeouts->more.size() : 0;
    return is_by_period(team.points) && is_by_period(team.fouls) && is_by_period(team.timeouts) &&
           is_by_period(team.late_fouls) && team.tallies.size() <= ruleset.tallies.size() &&
           std::all_of(team.tallies.begin(), team.tallies.end(), is_by_period) &&
           team.more_timeouts.size() <= kinds &&
           std::all_of(team.more_timeouts.begin(), team.more_timeouts.end(), is_by_period) &&
           std::all_of(team.players.begin(), team.players.end(),
                       [&](const Player& player) { return player.tallies.size() <= ruleset.tallies.size(); });
}

bool fits(const PenaltyRules& rules, const std::vector<Penalty>& penalties)
{
    return std::all_of(penalties.begin(), penalties.end(), [&rules](const Penalty& penalty) {
        return penalty.kind >= 0 && static_cast<std::size_t>(penalty.kind) < rules.kinds.size();
    });
}

bool clock_fits(const Ruleset& ruleset, const MatchState& state)
{
    const parts::ClockRange range = parts::clock_range(ruleset, state.at);
    const bool between = state.at.phase != Phase::kPlay;
    return state.game.value >= Duration::zero() && (between || state.game.value <= range.last) &&
           state.shot.clock.value >= Duration::zero();
}

// The match as its last entry found it, with every clock at rest.
MatchState at_rest(const Timeline& finished)
{
    MatchState state = finished.state();
    const Entry& last = finished.entries().back();
    const parts::Context context{finished.ruleset(), last, last.received};
    parts::restart_board(context, state,
                         BoardBoot{.game_value = value_at(state, ClockId::kGame, last.received),
                                   .shot_value = value_at(state, ClockId::kShot, last.received)});
    return state;
}

} // namespace

bool can_go_on(const Ruleset& ruleset, const MatchState& state)
{
    const bool is_played = state.at.phase != Phase::kPre && state.at.phase != Phase::kFinal;
    return is_played && parts::is_period(state.at.period) && parts_are_there(ruleset, state) &&
           fits(ruleset, state.home) && fits(ruleset, state.guest) && clock_fits(ruleset, state) &&
           (!state.penalties || (fits(*ruleset.penalties, state.penalties->home) &&
                                 fits(*ruleset.penalties, state.penalties->guest)));
}

void LeftMatches::add(const Timeline& finished)
{
    const auto entries = finished.entries();
    LeftMatch left{summary_of(finished.ruleset(), finished.state(), entries.front(), entries.back()),
                   finished.ruleset(), at_rest(finished)};
    if (!can_go_on(left.ruleset, left.state)) {
        return;
    }
    if (matches_.size() == kMax) {
        matches_.erase(matches_.begin());
    }
    matches_.push_back(std::move(left));
}

void LeftMatches::remove_what_goes_on(const Entry& start)
{
    if (const auto& goes_on = std::get<StartMatch>(start.command()).goes_on) {
        std::erase_if(matches_, [&](const LeftMatch& left) { return left.summary.match == goes_on->match; });
    }
}

const LeftMatch* LeftMatches::find(const CommandId& match) const
{
    const auto found = std::find_if(matches_.begin(), matches_.end(),
                                    [&](const LeftMatch& left) { return left.summary.match == match; });
    return found == matches_.end() ? nullptr : &*found;
}

} // namespace scoreboard::match
