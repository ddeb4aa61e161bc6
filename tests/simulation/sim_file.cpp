#include "simulation/sim_file.h"

#include <algorithm>

namespace scoreboard::simulation {

namespace {

// Of changes one after the other, how many reached the disk.
template <class Change>
std::size_t how_many_kept(const std::vector<Change>& changes, const SimFile::Loss& loss, Rng& rng)
{
    if (loss.scattered) {
        return static_cast<std::size_t>(rng.between(0, static_cast<std::int64_t>(changes.size())));
    }
    std::size_t kept = 0;
    while (kept < changes.size() && (changes[kept].operation < loss.reached ||
                                     (changes[kept].operation == loss.reached && rng.chance(0.5)))) {
        ++kept;
    }
    return kept;
}

} // namespace

std::vector<std::size_t> SimFile::dirty_blocks() const
{
    std::vector<std::size_t> blocks;
    for (const auto& [sector, versions] : versions_) {
        const std::size_t block = sector * kSector / kBlock;
        if (blocks.empty() || blocks.back() != block) {
            blocks.push_back(block);
        }
    }
    return blocks;
}

std::uint64_t SimFile::oldest_change() const
{
    std::uint64_t oldest = sizes_.empty() ? UINT64_MAX : sizes_.front().operation;
    for (const auto& [sector, versions] : versions_) {
        oldest = std::min(oldest, versions.front().operation);
    }
    return oldest;
}

void SimFile::note_sectors(std::uint64_t operation, std::size_t begin, std::size_t end)
{
    for (std::size_t sector = begin / kSector; sector * kSector < end; ++sector) {
        Version version{operation, {}};
        const std::size_t from = sector * kSector;
        written_.copy(version.bytes.data(), std::min(kSector, written_.size() - from), from);
        versions_[sector].push_back(version);
    }
}

void SimFile::write(std::uint64_t operation, std::size_t offset, std::string_view bytes)
{
    if (bytes.empty()) {
        return;
    }
    if (offset + bytes.size() > written_.size()) {
        written_.resize(offset + bytes.size());
        sizes_.push_back({operation, written_.size()});
    }
    differs_ = true;
    bytes.copy(written_.data() + offset, bytes.size());
    note_sectors(operation, offset, offset + bytes.size());
}

void SimFile::truncate(std::uint64_t operation, std::size_t size)
{
    if (size == written_.size()) {
        return;
    }
    differs_ = true;
    written_.resize(size);
    sizes_.push_back({operation, size});
    if (size % kSector != 0) {
        note_sectors(operation, size, size + 1); // what is beyond the end is zeros
    }
}

void SimFile::put(std::size_t sector, const Sector& bytes)
{
    const std::size_t from = sector * kSector;
    if (from < durable_.size()) {
        std::copy_n(bytes.begin(), std::min(kSector, durable_.size() - from),
                    durable_.begin() + static_cast<std::ptrdiff_t>(from));
    }
}

void SimFile::sync()
{
    durable_.resize(written_.size());
    for (const auto& [sector, versions] : versions_) {
        put(sector, versions.back().bytes);
    }
    versions_.clear();
    sizes_.clear();
}

void SimFile::fail_sync(bool evicted, Rng& rng)
{
    if (!sizes_.empty() && rng.chance(0.5)) {
        durable_.resize(sizes_.back().bytes);
    }
    for (const auto& [sector, versions] : versions_) {
        if (rng.chance(0.5)) {
            put(sector, versions.back().bytes);
        }
    }
    versions_.clear();
    sizes_.clear();
    if (evicted) {
        const std::size_t size = written_.size();
        written_ = durable_;
        written_.resize(size); // the size stays known as long as the system runs
    }
}

void SimFile::lose_power(const Loss& loss, Rng& rng)
{
    if (!differs_) {
        return;
    }
    differs_ = false;
    if (const std::size_t kept = how_many_kept(sizes_, loss, rng); kept > 0) {
        durable_.resize(sizes_[kept - 1].bytes);
    }
    for (const auto& [sector, versions] : versions_) {
        if (const std::size_t kept = how_many_kept(versions, loss, rng); kept > 0) {
            put(sector, versions[kept - 1].bytes);
        }
    }
    versions_.clear();
    sizes_.clear();
    written_ = durable_;
}

void SimFile::garble(std::size_t block, Rng& rng)
{
    const std::size_t begin = block * kBlock;
    const std::size_t end = std::min(begin + kBlock, durable_.size());
    for (std::size_t i = begin; i < end; ++i) {
        durable_[i] = static_cast<char>(rng.next());
    }
    written_ = durable_;
}

} // namespace scoreboard::simulation
