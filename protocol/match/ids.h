#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scoreboard::match {

// A random 128-bit name. The tag keeps the name of a log from being taken for that of a tablet.
template <class Tag>
struct Id128 {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id128&) const = default;
};

using WriterId = Id128<struct WriterTag>; // whoever gives commands: one journal, or a board's log
using LogId = Id128<struct LogTag>;       // one database of one board
using BoardId = Id128<struct BoardTag>;   // one board, whatever becomes of its database
using BootId = Id128<struct BootTag>;     // one boot of a machine: the life of one time line
using InstallId = Id128<struct InstallTag>;

using Seq = std::uint64_t; // counts a writer's taps from 1
using Rev = std::uint32_t; // counts a log's entries from 1; 0 is "before the first"

using Hash = std::array<std::uint8_t, 32>; // SHA-256

// A command's identity: given at the tap, never changed.
struct CommandId {
    WriterId writer;
    Seq seq = 0;

    auto operator<=>(const CommandId&) const = default;
};

struct CommandIdHash {
    std::size_t operator()(const CommandId& id) const noexcept;
};

// The board writes under the name of its log.
WriterId writer_of(const LogId& log);

std::string to_hex(const std::uint8_t* bytes, std::size_t size);
template <class Tag>
std::string to_hex(const Id128<Tag>& id)
{
    return to_hex(id.bytes.data(), id.bytes.size());
}
// Reads exactly 2 * size hexadecimal digits of either case; false if the text is anything else.
bool from_hex(std::string_view text, std::uint8_t* bytes, std::size_t size);

} // namespace scoreboard::match
