#include "match/command_words.h"

#include <optional>

#include "match/catalogue.h"
#include "match/credited_player.h"

namespace scoreboard::match {
namespace {

// The name that a list of rules has at `index`; empty: it has none there.
template <class Rules>
std::string name_in(const Rules& rules, int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < rules.size()
               ? in_capitals(rules[static_cast<std::size_t>(index)].name)
               : std::string();
}

std::string with(const std::string& name, const std::string& more)
{
    return name.empty() ? name : name + " " + more;
}

std::string with(const std::string& name, Side side)
{
    return with(name, in_capitals(word_of(side)));
}

// "" for what describe() says as well.
struct Namer {
    const Ruleset& ruleset;

    std::string operator()(const AddTally& command) const
    {
        const std::string name = with(name_in(ruleset.tallies, command.tally), command.side);
        const std::string sign = command.count > 0 ? "+" : "";
        return command.count == 1 ? name : with(name, sign + std::to_string(command.count));
    }
    std::string operator()(const StartTimeout& command) const
    {
        const bool named = ruleset.timeouts && command.kind > 0;
        return named ? with(with(name_in(ruleset.timeouts->more, command.kind - 1), "TIME-OUT"), command.side)
                     : std::string();
    }
    std::string operator()(const AddPenalty& command) const
    {
        if (!ruleset.penalties) {
            return {};
        }
        const std::string name = with(name_in(ruleset.penalties->kinds, command.kind), command.side);
        return command.coincidental ? with(name, "COINCIDENTAL") : name;
    }
    std::string operator()(const SetLamp& command) const
    {
        return with(name_in(ruleset.lamps, command.lamp), command.lit ? "ON" : "OFF");
    }
    std::string operator()(const Edit& edit) const
    {
        return "EDIT " + in_words(ruleset, as_command(edit.instead));
    }
    std::string operator()(const Insert& insert) const
    {
        return "INSERT " + in_words(ruleset, as_command(insert.command));
    }
    template <class Other>
    std::string operator()(const Other& /*command*/) const
    {
        return {};
    }
};

} // namespace

std::string in_words(const Ruleset& ruleset, const Command& command)
{
    const std::string name = std::visit(Namer{ruleset}, command);
    const std::optional<int>* player = credited_player(command);
    const bool credited = player != nullptr && *player;
    const bool told =
        std::holds_alternative<AddPenalty>(command) || std::holds_alternative<AddTally>(command);
    if (name.empty() && told) {
        return describe(command); // which names the player
    }
    return (name.empty() ? describe(command) : name) + (credited ? " #" + std::to_string(**player) : "");
}

} // namespace scoreboard::match
