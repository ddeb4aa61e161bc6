#include "client/release_offer.h"

#include <algorithm>

namespace scoreboard::client {
namespace {

// The key's own words without the side, which the question names.
std::string label_of(const std::vector<match::Action>& actions, const match::Command& command,
                     const std::string& side)
{
    const auto key = std::find_if(actions.begin(), actions.end(), [&command](const match::Action& action) {
        return action.command == command;
    });
    if (key == actions.end()) {
        return match::describe(command);
    }
    std::string label = key->label;
    if (const std::size_t at = label.rfind(" " + side); at != std::string::npos) {
        label.erase(at, side.size() + 1);
    }
    return label;
}

} // namespace

std::optional<OfferView> release_offer(const match::Ruleset& ruleset, const match::MatchState& state,
                                       const match::Scoreline& line)
{
    if (!line.release) {
        return std::nullopt;
    }
    const match::Release& release = *line.release;
    const bool home = release.side == 0;
    const std::string side = home ? "HOME" : "GUEST";
    const std::string& name = home ? line.home.name : line.guest.name;
    const std::vector<match::Action> actions = match::all_actions(ruleset, state);
    OfferView offer;
    for (const match::PenaltyRef& ref : release.candidates) {
        const match::Command command = match::EndPenalty{ref.id, ref.part, release.goal};
        offer.choices.push_back({label_of(actions, command, side), command});
    }
    offer.text = "Goal against " + (name.empty() ? side : name) +
                 (offer.choices.size() == 1 ? ": its penalty may end" : ": one of its penalties may end");
    return offer;
}

} // namespace scoreboard::client
