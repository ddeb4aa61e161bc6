#include "wire/text.h"

#include <cstdint>

namespace scoreboard::wire {
namespace {

// Bytes of the character at the beginning of `text`; 0 if it is none of UTF-8 (RFC 3629).
std::size_t character_size(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < size) {
        return 0;
    }
    // Over-long forms, surrogates and what lies beyond U+10FFFF are told by the second byte.
    const std::uint8_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const std::uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < low || byte(1) > high) {
        return 0;
    }
    for (std::size_t i = 2; i < size; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    return size;
}

} // namespace

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t size = character_size(text);
        if (size == 0) {
            return false;
        }
        text.remove_prefix(size);
    }
    return true;
}

std::string fit_text(std::string_view text, std::size_t size_max)
{
    std::string fitted;
    fitted.reserve(text.size() < size_max ? text.size() : size_max);
    while (!text.empty()) {
        const std::size_t size = character_size(text);
        const std::string_view character = size == 0 ? std::string_view("?") : text.substr(0, size);
        if (fitted.size() + character.size() > size_max) {
            break;
        }
        fitted.append(character);
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return fitted;
}

} // namespace scoreboard::wire
