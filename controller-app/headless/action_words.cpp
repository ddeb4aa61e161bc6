#include "headless/action_words.h"

#include <algorithm>
#include <charconv>

#include "match/catalogue.h"
#include "match/credited_player.h"

namespace scoreboard::headless {

std::optional<int> number_of(const std::string& text, int most)
{
    int value = 0;
    const char* begin = text.data() + (text.starts_with("+") ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= -most && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<match::Command> command_named(const std::vector<match::Action>& actions,
                                            const std::string& name)
{
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&name](const match::Action& action) { return action.name == name; });
    if (found != actions.end()) {
        return found->command;
    }
    const std::size_t space = name.rfind(' ');
    const auto number = space == std::string::npos ? std::nullopt : number_of(name.substr(space + 1));
    if (!number || *number < 0) {
        return std::nullopt;
    }
    std::optional<match::Command> command = command_named(actions, name.substr(0, space));
    std::optional<int>* player = command ? match::credited_player(*command) : nullptr;
    if (player == nullptr || *player) {
        return std::nullopt;
    }
    *player = *number;
    return command;
}

std::string why_not_at_once(const match::Ruleset& ruleset, const match::Command& command)
{
    const auto* add = std::get_if<match::AddScore>(&command);
    if (add == nullptr || add->points <= 0 || !ruleset.score) {
        return {};
    }
    const std::vector<int>& steps = ruleset.score->increments;
    if (steps.empty() || std::find(steps.begin(), steps.end(), add->points) != steps.end()) {
        return {};
    }
    std::string possible;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        possible += (i == 0 ? "" : i + 1 == steps.size() ? " or " : ", ") + std::to_string(steps[i]);
    }
    const bool counted = ruleset.rally || ruleset.tennis; // from points, never by hand
    return "No " + std::to_string(add->points) + " at once: " + ruleset.name + " adds " + possible +
           (counted ? "." : "; 'set " + match::word_of(add->side) + " N' sets the score.");
}

std::vector<match::Action> examples(const match::Ruleset& ruleset, const match::MatchState& state)
{
    std::vector<match::Action> actions;
    if (state.penalties && !(state.penalties->home.empty() && state.penalties->guest.empty())) {
        const match::AdjustPenalties more{std::chrono::seconds(1)};
        actions.push_back({"penalties adjust +1", match::describe(more) + ", or another number", more});
    }
    if (ruleset.innings) {
        actions.push_back({"batter 1", "BATTER 1, or another number", match::SetBatter{1}});
    }
    if (ruleset.downs) {
        actions.push_back({"down 1 10 25", "DOWN 1 & 10 @25, or others", match::SetDowns{{1, 10, 25}}});
    }
    return actions;
}

} // namespace scoreboard::headless
