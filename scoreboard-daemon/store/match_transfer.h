#pragma once

#include <boost/system/result.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "durable/disk.h"
#include "match/match_summary.h"
#include "match/timeline.h"
#include "wire/history_file.h"

namespace scoreboard::store {

// The data of a board on which no daemon runs.
struct BoardData {
    std::filesystem::path folder;
    std::function<std::array<std::uint8_t, 16>()> random_id;
    durable::Disk* disk = &durable::posix_disk();
};

// A match of a board, to keep or to bring to another one. Errors are sentences.
struct TakenOut {
    wire::HistoryFile history;
    match::MatchSummary match;
};
// `match`: its number from 1, newest first, or match::match_name() of it.
boost::system::result<TakenOut, std::string> take_out(const BoardData& board, const std::string& match);

// Writes a match behind the log in one transaction: a power cut leaves the log with it or without. Ids,
// bodies, outcomes and digests stay as they were decided; it is verified as a log is at a start. It is the
// open match then. Refused: what is no whole match, one that this log holds already or that shares a command
// with it, and any while the open match has begun and is not final.
boost::system::result<match::Timeline, std::string> bring_in(const BoardData& board,
                                                             const wire::HistoryFile& history);

} // namespace scoreboard::store
