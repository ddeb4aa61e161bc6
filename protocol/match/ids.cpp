#include "match/ids.h"

#include <algorithm>
#include <cstring>

namespace scoreboard::match {
namespace {

constexpr char kDigits[] = "0123456789abcdef";

int digit_of(char character)
{
    if (character >= '0' && character <= '9') {
        return character - '0';
    }
    if (character >= 'a' && character <= 'f') {
        return character - 'a' + 10;
    }
    if (character >= 'A' && character <= 'F') {
        return character - 'A' + 10;
    }
    return -1;
}

} // namespace

std::size_t CommandIdHash::operator()(const CommandId& id) const noexcept
{
    // Writers are random already: eight of their bytes spread well; the multiplier (2^64 / golden ratio)
    // spreads the seqs of one writer.
    std::uint64_t spread = 0;
    std::memcpy(&spread, id.writer.bytes.data(), sizeof spread);
    spread ^= id.seq * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(spread ^ (spread >> 32));
}

WriterId writer_of(const LogId& log)
{
    WriterId writer;
    writer.bytes = log.bytes;
    return writer;
}

std::string to_hex(const std::uint8_t* bytes, std::size_t size)
{
    std::string text;
    text.reserve(2 * size);
    for (std::size_t i = 0; i < size; ++i) {
        text.push_back(kDigits[bytes[i] >> 4]);
        text.push_back(kDigits[bytes[i] & 0x0F]);
    }
    return text;
}

bool from_hex(std::string_view text, std::uint8_t* bytes, std::size_t size)
{
    const bool all_digits =
        std::all_of(text.begin(), text.end(), [](char character) { return digit_of(character) >= 0; });
    if (text.size() != 2 * size || !all_digits) {
        return false;
    }
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::uint8_t>(digit_of(text[2 * i]) * 16 + digit_of(text[2 * i + 1]));
    }
    return true;
}

} // namespace scoreboard::match
