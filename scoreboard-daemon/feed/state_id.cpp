#include "feed/state_id.h"

#include <algorithm>
#include <charconv>

namespace scoreboard::feed {
namespace {

constexpr std::size_t kLogDigits = 8;
constexpr char kUnrecorded = 'u';

bool is_lower_hex(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}

template <class Number>
std::optional<Number> parse_number(std::string_view digits)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number)
                                                                        : std::nullopt;
}

} // namespace

StateId id_of(const FeedState& state)
{
    return {public_json::short_log_id(state.match.log), state.match.rev, state.match.unrecorded};
}

std::string to_string(const StateId& id)
{
    const std::string recorded = id.log + "-" + std::to_string(id.rev);
    return id.unrecorded == 0 ? recorded : recorded + kUnrecorded + std::to_string(id.unrecorded);
}

std::optional<StateId> parse_state_id(std::string_view text)
{
    if (text.size() < kLogDigits + 2 || text[kLogDigits] != '-') {
        return std::nullopt;
    }
    const std::string_view log = text.substr(0, kLogDigits);
    const std::string_view numbers = text.substr(kLogDigits + 1);
    const std::size_t mark = numbers.find(kUnrecorded);
    const auto rev = parse_number<match::Rev>(numbers.substr(0, mark));
    const auto unrecorded = mark == std::string_view::npos
                                ? std::optional<std::size_t>(0)
                                : parse_number<std::size_t>(numbers.substr(mark + 1));
    if (!std::all_of(log.begin(), log.end(), is_lower_hex) || !rev || !unrecorded) {
        return std::nullopt;
    }
    return StateId{std::string(log), *rev, *unrecorded};
}

bool names_state(std::string_view if_none_match, const StateId& id)
{
    if (if_none_match == "*") {
        return true;
    }
    return if_none_match.find("\"" + to_string(id) + "\"") != std::string_view::npos;
}

} // namespace scoreboard::feed
