#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/recovered_log.h"
#include "durable/disk.h"
#include "durable/failure.h"

namespace scoreboard::store {

struct StoreOptions {
    std::filesystem::path folder; // made if it is missing; the log is `folder`/log.sqlite
    std::string hardware_id;      // of the board; a change takes a new log id. Empty: not known
    std::function<std::array<std::uint8_t, 16>()> random_id; // for log and board ids
    durable::Disk* disk = &durable::posix_disk();            // must outlive the store
    std::uint64_t ballast_bytes = 0; // given up when the disk is full (store::Ballast); 0: none
};

// The board's log on disk: one SQLite connection, used by one thread at a time.
class LogStore {
public:
    // Opens or makes the log, verifies it (integrity_check, revs, chain, the fold of the open match against
    // its digests) and reads what the single writer needs. A damaged file is set aside, never overwritten,
    // and a new log begins. A file that is not ours, of a newer schema, or that this build folds otherwise is
    // left alone, and is an error.
    static durable::Result<std::unique_ptr<LogStore>> open(StoreOptions options);
    ~LogStore();
    LogStore(const LogStore&) = delete;
    LogStore& operator=(const LogStore&) = delete;

    // What open() found. Give it to the single writer, which keeps it; then forget it here.
    core::RecoveredLog take_recovered();
    // What a person should read after open(): a file that was set aside, a log id that changed.
    const std::vector<std::string>& notices() const;

    // One transaction; empty: all entries are durable. Else what went wrong and what to do, and nothing may
    // be committed until the log is rebuilt.
    std::string commit(std::span<const match::Entry> entries);
    // Entries from `first` to `last` as they stand on the disk; fewer, if the log cannot be read there.
    std::vector<match::Entry> read(match::Rev first, match::Rev last);
    // Durably renames the log, with its old name, head and chain as parent (R8).
    durable::Result<match::LogId> take_new_log_id(const std::string& why);
    // In one transaction: the log holds `entries`, which are sound (store::reseed), instead of what it held,
    // under a new name, with `parent` as the log that they are from.
    durable::Result<match::LogId> fill(std::span<const match::Entry> entries, const match::LogId& parent);
    // In one transaction: a match from elsewhere behind what the log holds; `entries` are sound and counted
    // on from its head. Empty, or what went wrong.
    std::string append_match(std::span<const match::Entry> entries);
    // Moves the WAL into the database when it has grown to its limit, or when `idle`.
    void checkpoint(bool idle);

    // What went wrong with a commit, a new name or a checkpoint, and what to do; empty: nothing.
    const std::string& fault() const;
    // After a fault: makes a sound log of what can be read (store::rebuild) and opens it; take_recovered()
    // has it then. Empty, or what went wrong now: try again later.
    std::string rebuild();

private:
    struct Impl;
    explicit LogStore(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::store
