#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/heartbeat.h"
#include "durable/disk.h"
#include "durable/failure.h"

namespace scoreboard::store {

// Heartbeats, round-robin in a small file that never grows: a cut while one is written spoils that one alone.
class HeartbeatFile {
public:
    // `disk` must outlive it.
    static durable::Result<std::unique_ptr<HeartbeatFile>> open(const std::filesystem::path& path,
                                                                durable::Disk& disk = durable::posix_disk());

    // The newest whole one that open() found.
    const std::optional<core::Heartbeat>& newest() const { return newest_; }

    // Empty: it is durable. Else what went wrong and what to do; the next one may be written all the same.
    std::string write(const core::Heartbeat& beat);

private:
    explicit HeartbeatFile(std::string path) : path_(std::move(path)) {}

    std::string path_;
    std::unique_ptr<durable::PatchedFile> file_;
    std::uint64_t count_ = 0; // of beats ever written; says which slot is next
    std::optional<core::Heartbeat> newest_;
};

} // namespace scoreboard::store
