#pragma once

#include <boost/system/result.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "durable/disk.h"
#include "match/ids.h"
#include "match/timeline.h"
#include "wire/history_file.h"

namespace scoreboard::store {

// Fills a board that has lost its log with what a controller kept of the match.
struct Reseed {
    std::filesystem::path folder; // the board's data; it is there, and no daemon runs on it
    wire::HistoryFile history;
    // The history may be of another board than this one, which takes over its name then: what controllers
    // still hold for that board comes here. Of two boards with one name, only one may be used.
    bool take_place = false;
    std::function<std::array<std::uint8_t, 16>()> random_id;
    durable::Disk* disk = &durable::posix_disk();
};

struct Reseeded {
    match::LogId log; // its new name
    match::Timeline match;
    bool took_place = false;
};

// Verifies every entry of the history (revs, chain, ids, the digest after each), then writes all of it in one
// transaction: a power cut leaves the old log or the new one. Ids and outcomes stay as they were decided;
// keys, roles and revocations are the board's own and are not touched. The error is a sentence: the history
// does not hold, is counted otherwise by this version, is another board's, or the match that runs now was
// played.
boost::system::result<Reseeded, std::string> reseed(const Reseed& request);

} // namespace scoreboard::store
