#include "match/nearest_word.h"

#include <algorithm>
#include <numeric>

namespace scoreboard::match {
namespace {

// How many letters must change to make one word of the other.
std::size_t edit_distance(const std::string& left, const std::string& right)
{
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::string nearest_word(const std::string& written, const std::vector<std::string>& words)
{
    const auto nearest =
        std::min_element(words.begin(), words.end(), [&](const auto& left, const auto& right) {
            return edit_distance(written, left) < edit_distance(written, right);
        });
    return nearest == words.end() ? std::string() : *nearest;
}

} // namespace scoreboard::match
