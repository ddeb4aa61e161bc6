#include "feed/state_id.h"

#include <algorithm>
#include <charconv>

namespace scoreboard::feed {
namespace {

constexpr std::size_t kLogDigits = 8;

bool is_lower_hex(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}

} // namespace

StateId id_of(const FeedState& state)
{
    return {public_json::short_log_id(state.match.log), state.match.rev};
}

std::string to_string(const StateId& id)
{
    return id.log + "-" + std::to_string(id.rev);
}

std::optional<StateId> parse_state_id(std::string_view text)
{
    if (text.size() < kLogDigits + 2 || text[kLogDigits] != '-') {
        return std::nullopt;
    }
    const std::string_view log = text.substr(0, kLogDigits);
    const std::string_view digits = text.substr(kLogDigits + 1);
    match::Rev rev = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), rev);
    if (!std::all_of(log.begin(), log.end(), is_lower_hex) || error != std::errc() ||
        end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return StateId{std::string(log), rev};
}

bool names_state(std::string_view if_none_match, const StateId& id)
{
    if (if_none_match == "*") {
        return true;
    }
    return if_none_match.find("\"" + to_string(id) + "\"") != std::string_view::npos;
}

} // namespace scoreboard::feed
