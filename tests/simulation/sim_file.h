#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/rng.h"

namespace scoreboard::simulation {

// One file as two truths: what was written, which every reader sees, and what is durable, which is all that
// is left when the power goes. In between lies, for each sector, everything it held since the last sync.
class SimFile {
public:
    static constexpr std::size_t kSector = 512;
    static constexpr std::size_t kBlock = 4096; // what flash writes at once

    // What becomes of the changes that no sync has made durable.
    struct Loss {
        bool scattered = false;    // each sector keeps any of its versions, whatever the others keep
        std::uint64_t reached = 0; // else: changes before this operation are kept, and it is torn
    };

    std::string_view bytes() const { return written_; }
    std::size_t size() const { return written_.size(); }
    // Something waits for a sync.
    bool dirty() const { return !versions_.empty() || !sizes_.empty(); }
    std::vector<std::size_t> dirty_blocks() const;
    std::uint64_t oldest_change() const; // the operation; of a dirty file

    // `operation` numbers the changes of a whole disk.
    void write(std::uint64_t operation, std::size_t offset, std::string_view bytes);
    void truncate(std::uint64_t operation, std::size_t size);
    void sync();
    // As Linux does: the pages count as clean, so the next sync has nothing to do and succeeds, and readers
    // see them until they are evicted. Some had reached the disk.
    void fail_sync(bool evicted, Rng& rng);
    void lose_power(const Loss& loss, Rng& rng);
    // A block that was being written when the power went; after lose_power().
    void garble(std::size_t block, Rng& rng);

private:
    using Sector = std::array<char, kSector>;
    struct Version {
        std::uint64_t operation = 0;
        Sector bytes{};
    };
    struct Size {
        std::uint64_t operation = 0;
        std::size_t bytes = 0;
    };

    void note_sectors(std::uint64_t operation, std::size_t begin, std::size_t end);
    void put(std::size_t sector, const Sector& bytes);

    std::string written_;
    std::string durable_;
    std::map<std::size_t, std::vector<Version>> versions_; // by sector, oldest first
    std::vector<Size> sizes_;
    bool differs_ = false; // written from durable: what counts as clean may have been lost
};

} // namespace scoreboard::simulation
