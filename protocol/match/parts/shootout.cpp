#include "match/parts/shootout.h"

#include <algorithm>

namespace scoreboard::match {

int goals(const std::vector<bool>& attempts)
{
    return static_cast<int>(std::count(attempts.begin(), attempts.end(), true));
}

bool is_decided(const ShootoutRules& rules, const Shootout& shootout)
{
    const int home = goals(shootout.home);
    const int guest = goals(shootout.guest);
    const int home_taken = static_cast<int>(shootout.home.size());
    const int guest_taken = static_cast<int>(shootout.guest.size());
    if (home_taken >= rules.rounds && guest_taken >= rules.rounds) {
        return home_taken == guest_taken && home != guest;
    }
    return home > guest + (rules.rounds - guest_taken) || guest > home + (rules.rounds - home_taken);
}

namespace parts {

Outcome add_attempt(const Context& context, MatchState& state, const AddAttempt& command)
{
    constexpr std::size_t kAttemptsMax = 99;
    if (!context.ruleset.shootout) {
        return no_such_part(context, "shoot-out");
    }
    if (state.at.phase != Phase::kShootout) {
        return refused(Reason::kWrongPhase, "No shoot-out is taking place.");
    }
    if (is_decided(*context.ruleset.shootout, *state.shootout)) {
        return refused(Reason::kWrongPhase, "The shoot-out is decided: end the match.");
    }
    const bool home = command.side == Side::kHome;
    std::vector<bool>& own = home ? state.shootout->home : state.shootout->guest;
    const std::vector<bool>& other = home ? state.shootout->guest : state.shootout->home;
    if (own.size() > other.size()) {
        return refused(Reason::kWrongPhase, "It is the other side's turn.");
    }
    if (own.size() == kAttemptsMax) {
        return refused(Reason::kOutOfRange, "No shoot-out has so many attempts.");
    }
    own.push_back(command.scored);
    return accepted();
}

} // namespace parts
} // namespace scoreboard::match
