#include "renderer/panel_text.h"

#include <array>
#include <string_view>
#include <vector>

namespace scoreboard::renderer {
namespace {

// Latin Extended-A, U+0100 to U+017F, without its accents.
constexpr std::string_view kExtended = "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIIIIIJJKKKLLLLLLLLLL"
                                       "NNNNNNNNNOOOOOOOORRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";
static_assert(kExtended.size() == 128);

// One code point, or 0xFFFD; moves `at` behind it.
char32_t next_code_point(const std::string& utf8, std::size_t& at)
{
    const auto byte = [&utf8](std::size_t i) {
        return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U;
    };
    const unsigned first = byte(at++);
    const int more = first < 0x80         ? 0
                     : first >> 5 == 0x6  ? 1
                     : first >> 4 == 0xE  ? 2
                     : first >> 3 == 0x1E ? 3
                                          : -1;
    if (more < 0) {
        return 0xFFFD;
    }
    char32_t point = more == 0 ? first : first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if (byte(at) >> 6 != 0x2) {
            return 0xFFFD;
        }
        point = point << 6 | (byte(at++) & 0x3FU);
    }
    return point;
}

std::string panel_character(char32_t point)
{
    if (point >= 'a' && point <= 'z') {
        return {static_cast<char>(point - 'a' + 'A')};
    }
    if (point == 0xDF) {
        return "SS";
    }
    const bool is_small = point >= 0xE0 && point <= 0xFE && point != 0xF7;
    const char32_t capital = is_small ? point - 0x20 : point;
    if ((capital >= 0x20 && capital < 0x7F) || (capital >= 0xC0 && capital <= 0xDE)) {
        return {static_cast<char>(static_cast<unsigned char>(capital))};
    }
    if (point == 0xFF) {
        return "Y";
    }
    if (point >= 0x100 && point <= 0x17F) {
        return {kExtended[point - 0x100]};
    }
    switch (point) {
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x2013:
    case 0x2014:
        return "-";
    case 0xA0:
        return " ";
    default:
        return "?";
    }
}

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words(1);
    for (const char character : text) {
        if (character != ' ') {
            words.back() += character;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.size() > 1 && words.back().empty()) {
        words.pop_back();
    }
    return words;
}

// Initials stand together, words apart.
std::string joined(const std::vector<std::string>& words, std::size_t initials)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += i > 0 && i >= initials ? " " : "";
        text += i < initials ? words[i].substr(0, 1) + "." : words[i];
    }
    return text;
}

} // namespace

std::string to_panel_characters(const std::string& utf8)
{
    std::string text;
    for (std::size_t at = 0; at < utf8.size();) {
        text += panel_character(next_code_point(utf8, at));
    }
    return text;
}

std::string shortened_name(const std::string& utf8, std::size_t width)
{
    const std::vector<std::string> words = words_of(to_panel_characters(utf8));
    for (std::size_t initials = 0; initials < words.size(); ++initials) {
        if (const std::string text = joined(words, initials); text.size() <= width) {
            return text;
        }
    }
    std::string text = joined(words, words.size() > 2 ? words.size() - 1 : 0);
    if (text.size() > width) {
        text.resize(width > 0 ? width - 1 : 0);
        const std::size_t end = text.find_last_not_of("- ");
        text = end + 1 == text.size() ? text + "." : text.substr(0, end + 1);
    }
    return text;
}

} // namespace scoreboard::renderer
