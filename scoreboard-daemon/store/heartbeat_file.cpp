#include "store/heartbeat_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "framing/crc32c.h"

namespace scoreboard::store {

namespace {

constexpr const char* kNoun = "heartbeat file";
// A flash that loses power garbles the block in flight: each beat has one of its own.
constexpr std::size_t kBlock = 4096;
constexpr std::size_t kSlots = 4;
constexpr std::uint32_t kMagic = 0x31484253; // "SBH1"

// A beat as it stands in the file, numbers little-endian.
constexpr std::size_t kCountAt = 4;
constexpr std::size_t kRevAt = 12;
constexpr std::size_t kChainAt = 16;
constexpr std::size_t kGameAt = 48;
constexpr std::size_t kShotAt = 56;
constexpr std::size_t kCrcAt = 64;
constexpr std::size_t kRecord = 68;
using Record = std::array<std::uint8_t, kRecord>;

void put(Record& record, std::size_t at, std::uint64_t number, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i) {
        record[at + i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
}

std::uint64_t get(const Record& record, std::size_t at, std::size_t bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes; i-- > 0;) {
        number = number << 8 | record[at + i];
    }
    return number;
}

Record encode(const core::Heartbeat& beat, std::uint64_t count)
{
    Record record{};
    put(record, 0, kMagic, 4);
    put(record, kCountAt, count, 8);
    put(record, kRevAt, beat.clock_rev, 4);
    std::copy(beat.clock_chain.begin(), beat.clock_chain.end(), record.begin() + kChainAt);
    put(record, kGameAt, static_cast<std::uint64_t>(beat.game_value.count()), 8);
    put(record, kShotAt, static_cast<std::uint64_t>(beat.shot_value.count()), 8);
    put(record, kCrcAt, crc32c(record.data(), kCrcAt), 4);
    return record;
}

bool is_whole(const Record& record)
{
    return get(record, 0, 4) == kMagic && get(record, kCrcAt, 4) == crc32c(record.data(), kCrcAt);
}

core::Heartbeat decode(const Record& record)
{
    core::Heartbeat beat;
    beat.clock_rev = static_cast<match::Rev>(get(record, kRevAt, 4));
    std::copy_n(record.begin() + kChainAt, beat.clock_chain.size(), beat.clock_chain.begin());
    beat.game_value = match::Duration(static_cast<std::int64_t>(get(record, kGameAt, 8)));
    beat.shot_value = match::Duration(static_cast<std::int64_t>(get(record, kShotAt, 8)));
    return beat;
}

// Written and not only reserved: from here on a beat changes no length and no block map, and costs one flush.
std::error_code make_empty(const std::string& path, durable::Disk& disk)
{
    const std::error_code error = disk.write(path, std::string(kSlots * kBlock, '\0'));
    return error ? error : disk.sync_folder(durable::folder_of(path));
}

} // namespace

durable::Result<std::unique_ptr<HeartbeatFile>> HeartbeatFile::open(const std::filesystem::path& path,
                                                                    durable::Disk& disk)
{
    std::unique_ptr<HeartbeatFile> opened(new HeartbeatFile(path.string()));
    const auto failed = [&](const std::error_code& error) {
        return durable::explain_errno(error.value(), kNoun, opened->path_);
    };
    auto bytes = disk.read(opened->path_, kSlots * kBlock + 1);
    if (!bytes && bytes.error() != std::errc::no_such_file_or_directory) {
        return failed(bytes.error());
    }
    if (!bytes || bytes->size() != kSlots * kBlock) {
        if (const std::error_code error = make_empty(opened->path_, disk)) {
            return failed(error);
        }
        bytes = std::string();
    }
    for (std::size_t at = 0; at < bytes->size(); at += kBlock) {
        Record record{};
        std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(at), record.size(), record.begin());
        if (is_whole(record) && get(record, kCountAt, 8) > opened->count_) {
            opened->count_ = get(record, kCountAt, 8);
            opened->newest_ = decode(record);
        }
    }
    auto file = disk.open_to_patch(opened->path_);
    if (!file) {
        return failed(file.error());
    }
    opened->file_ = std::move(*file);
    return opened;
}

std::string HeartbeatFile::write(const core::Heartbeat& beat)
{
    const Record record = encode(beat, count_ + 1);
    const std::string_view bytes(reinterpret_cast<const char*>(record.data()), record.size());
    // The slot after the newest: the newest stays whole until this one is durable.
    std::error_code error = file_->write((count_ + 1) % kSlots * kBlock, bytes);
    if (!error) {
        error = file_->sync();
    }
    if (error) {
        return durable::explain_errno(error.value(), kNoun, path_).text;
    }
    ++count_;
    return {};
}

} // namespace scoreboard::store
