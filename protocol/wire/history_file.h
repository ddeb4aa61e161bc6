#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "match/entry.h"
#include "wire/wire.h"

namespace scoreboard::wire {

inline constexpr std::size_t kHistoryEntriesMax = 100'000;
inline constexpr std::size_t kHistoryBytesMax = std::size_t{64} << 20U;

// A match as a controller has it, to fill a board that has lost it.
struct HistoryFile {
    match::BoardId board; // that recorded it …
    match::LogId log;     // … in this log
    std::vector<match::Entry> entries;

    bool operator==(const HistoryFile&) const = default;
};

// The bytes of protocol/README.md, "A history file".
std::string encode_history(const HistoryFile& history);
// Whole, undamaged and readable; whether the entries are a match is not looked at. The error ends the
// sentence "history PATH …": "was cut short or changed on its way; copy it again".
Result<HistoryFile> decode_history(std::string_view bytes);

} // namespace scoreboard::wire
