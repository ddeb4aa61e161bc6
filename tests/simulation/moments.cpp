#include "simulation/moments.h"

#include <charconv>

namespace scoreboard::simulation {

namespace {

constexpr int kMomentsMax = 100'000;

std::optional<int> parse_moment(std::string_view text)
{
    int moment = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), moment);
    const bool good =
        error == std::errc() && end == text.data() + text.size() && moment > 0 && moment <= kMomentsMax;
    return good ? std::optional(moment) : std::nullopt;
}

} // namespace

std::string text_of(const Moments& moments)
{
    std::string text;
    for (auto first = moments.begin(); first != moments.end();) {
        auto next = std::next(first);
        int last = *first;
        for (; next != moments.end() && *next == last + 1; ++next) {
            last = *next;
        }
        text += (text.empty() ? "" : ",") + std::to_string(*first) +
                (last == *first ? "" : "-" + std::to_string(last));
        first = next;
    }
    return text;
}

std::optional<Moments> parse_moments(std::string_view text)
{
    Moments moments;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view range = text.substr(begin, end - begin);
        const std::size_t dash = range.find('-');
        const auto first = parse_moment(range.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : parse_moment(range.substr(dash + 1));
        if (!first || !last || *last < *first) {
            return std::nullopt;
        }
        for (int moment = *first; moment <= *last; ++moment) {
            moments.insert(moment);
        }
        begin = end + 1;
    }
    return moments;
}

} // namespace scoreboard::simulation
