#include "match/team_name.h"

#include <algorithm>
#include <vector>

namespace scoreboard::match {
namespace {

// What UTF-8 encodes; `text` is known to be such.
std::vector<char32_t> letters_of(const std::string& text)
{
    std::vector<char32_t> letters;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if ((byte & 0xC0U) == 0x80U && !letters.empty()) {
            letters.back() = letters.back() << 6U | (byte & 0x3FU);
        } else {
            letters.push_back(byte < 0x80   ? byte
                              : byte < 0xE0 ? byte & 0x1FU
                              : byte < 0xF0 ? byte & 0x0FU
                                            : byte & 0x07U);
        }
    }
    return letters;
}

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t kCount>
bool is_among(const Range (&ranges)[kCount], char32_t letter)
{
    return std::any_of(std::begin(ranges), std::end(ranges), [letter](const Range& range) {
        return letter >= range.first && letter <= range.last;
    });
}

// Control characters, line breaks, and what turns the direction of writing.
constexpr Range kForbidden[] = {
    {0x00, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};
// Nothing is seen of them.
constexpr Range kBlank[] = {{0x20, 0x20},     {0xA0, 0xA0},     {0xAD, 0xAD},     {0x1680, 0x1680},
                            {0x2000, 0x200D}, {0x202F, 0x202F}, {0x205F, 0x2060}, {0x2800, 0x2800},
                            {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};

bool is_team_name_of_fold_1(const std::string& name)
{
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    return name.find_first_not_of(' ') != std::string::npos &&
           std::none_of(name.begin(), name.end(), is_control);
}

} // namespace

bool is_team_name(const std::string& name, int fold_version)
{
    if (fold_version == 1) {
        return is_team_name_of_fold_1(name);
    }
    const std::vector<char32_t> letters = letters_of(name);
    return std::none_of(letters.begin(), letters.end(),
                        [](char32_t letter) { return is_among(kForbidden, letter); }) &&
           !std::all_of(letters.begin(), letters.end(),
                        [](char32_t letter) { return is_among(kBlank, letter); });
}

} // namespace scoreboard::match
