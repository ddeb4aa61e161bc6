#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace scoreboard::fuzz {

// A fuzzer's bytes, read from the front as numbers and pieces. Past the end everything is 0 and empty, so
// that any bytes are a whole input, and a shorter one is a simpler one.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size)
        : rest_(reinterpret_cast<const char*>(data), data == nullptr ? 0 : size)
    {
    }

    bool empty() const { return rest_.empty(); }

    std::uint8_t byte()
    {
        const auto value = rest_.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(rest_.empty() ? 0 : 1);
        return value;
    }
    bool flip() { return (byte() & 1U) != 0; }
    std::uint64_t number(unsigned bytes) // little-endian
    {
        std::uint64_t value = 0;
        for (unsigned i = 0; i < bytes; ++i) {
            value |= std::uint64_t{byte()} << (8 * i);
        }
        return value;
    }
    // 0 … count − 1; 0 if there is nothing to choose from.
    std::uint32_t below(std::size_t count)
    {
        return count < 2 ? 0 : static_cast<std::uint32_t>(number(count > 256 ? 3 : 1) % count);
    }
    // A length of one byte, or of three after 255, and so many bytes.
    std::string_view piece()
    {
        std::size_t size = byte();
        size = size == 255 ? number(3) : size;
        const std::string_view piece = rest_.substr(0, size);
        rest_.remove_prefix(piece.size());
        return piece;
    }
    std::string_view rest()
    {
        const std::string_view all = rest_;
        rest_ = {};
        return all;
    }

private:
    std::string_view rest_;
};

// A promise that a target makes for any bytes. If it does not hold the process ends, and the fuzzer keeps the
// input.
inline void require(bool holds, const char* promise)
{
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", promise);
        std::abort();
    }
}

} // namespace scoreboard::fuzz

// What libFuzzer, and the replay of the corpus, call for each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
