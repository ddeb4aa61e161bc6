#include "feed/query.h"

#include <algorithm>
#include <charconv>

namespace scoreboard::feed {
namespace {

std::string decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && text.size() - i > 2) {
            const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
            if (error == std::errc() && end == text.data() + i + 3) {
                result += static_cast<char>(value);
                i += 2;
                continue;
            }
        }
        result += text[i] == '+' ? ' ' : text[i];
    }
    return result;
}

} // namespace

std::optional<std::string> Target::parameter(std::string_view name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const auto& item) { return item.name == name; });
    return found == parameters.end() ? std::nullopt : std::optional(found->value);
}

Target parse_target(std::string_view target)
{
    Target result;
    const std::size_t question = target.find('?');
    result.path = std::string(target.substr(0, question));
    std::string_view rest =
        question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
    while (!rest.empty()) {
        const std::size_t ampersand = rest.find('&');
        const std::string_view item = rest.substr(0, ampersand);
        const std::size_t equals = item.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : item.substr(equals + 1);
        result.parameters.push_back({decoded(item.substr(0, equals)), decoded(value)});
        rest = ampersand == std::string_view::npos ? std::string_view() : rest.substr(ampersand + 1);
    }
    return result;
}

} // namespace scoreboard::feed
