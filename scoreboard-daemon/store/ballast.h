#pragma once

#include <cstdint>
#include <string>

#include "durable/disk.h"

namespace scoreboard::store {

// Room on the log's disk that is taken in good times: when the disk is full, giving it up lets the match go
// on being recorded until somebody has found what filled it.
class Ballast {
public:
    static constexpr std::uint64_t kBytes = 4 * 1024 * 1024;

    // A file `path` of `bytes`; 0: no ballast.
    Ballast(std::string path, std::uint64_t bytes, durable::Disk& disk);

    // Takes the room, unless it is taken or the disk would have less left than that.
    void take();
    void give_up();

private:
    std::string path_;
    std::uint64_t bytes_;
    durable::Disk* disk_;
};

} // namespace scoreboard::store
