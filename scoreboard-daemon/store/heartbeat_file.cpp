#include "store/heartbeat_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

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
using Block = std::array<std::uint8_t, kBlock>;

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

int sync_folder_of(const std::filesystem::path& path)
{
    const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return errno;
    }
    const int error = ::fsync(folder) != 0 ? errno : 0;
    ::close(folder);
    return error;
}

bool write_at(int file, const std::uint8_t* bytes, std::size_t size, std::size_t at)
{
    errno = 0;
    const auto written = ::pwrite(file, bytes, size, static_cast<off_t>(at));
    if (written >= 0 && written != static_cast<ssize_t>(size)) {
        errno = ENOSPC;
    }
    return written == static_cast<ssize_t>(size);
}

// Written and not only reserved: from here on a beat changes no length and no block map, and costs one flush.
int preallocate(int file, const std::filesystem::path& path)
{
    struct stat status {};
    if (::fstat(file, &status) != 0) {
        return errno;
    }
    if (static_cast<std::size_t>(status.st_size) == kSlots * kBlock) {
        return 0;
    }
    const Block empty{};
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
        if (!write_at(file, empty.data(), empty.size(), slot * kBlock)) {
            return errno;
        }
    }
    return ::ftruncate(file, kSlots * kBlock) != 0 || ::fsync(file) != 0 ? errno : sync_folder_of(path);
}

} // namespace

durable::Result<std::unique_ptr<HeartbeatFile>> HeartbeatFile::open(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) {
        return durable::explain_errno(errno, kNoun, path.string());
    }
    std::unique_ptr<HeartbeatFile> opened(new HeartbeatFile(file, path.string()));
    if (const int error = preallocate(file, path); error != 0) {
        return durable::explain_errno(error, kNoun, path.string());
    }
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
        Record record{};
        const auto read = ::pread(file, record.data(), record.size(), static_cast<off_t>(slot * kBlock));
        if (read < 0) {
            return durable::explain_errno(errno, kNoun, path.string());
        }
        if (is_whole(record) && get(record, kCountAt, 8) > opened->count_) {
            opened->count_ = get(record, kCountAt, 8);
            opened->newest_ = decode(record);
        }
    }
    return opened;
}

HeartbeatFile::~HeartbeatFile()
{
    ::close(file_);
}

std::string HeartbeatFile::write(const core::Heartbeat& beat)
{
    const Record record = encode(beat, count_ + 1);
    // The slot after the newest: the newest stays whole until this one is durable.
    if (!write_at(file_, record.data(), record.size(), (count_ + 1) % kSlots * kBlock) ||
        ::fdatasync(file_) != 0) {
        return durable::explain_errno(errno, kNoun, path_).text;
    }
    ++count_;
    return {};
}

} // namespace scoreboard::store
