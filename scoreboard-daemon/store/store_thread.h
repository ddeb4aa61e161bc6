#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/match_service.h"
#include "store/heartbeat_file.h"
#include "store/log_store.h"

namespace scoreboard::store {

// How long after a rebuild that failed the next is tried: longer each time.
struct RebuildPatience {
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds most{15000};
    // A log that fails again so soon after its rebuild is not trusted at once: the match must not stop and
    // go with every other write.
    std::chrono::milliseconds trusted_after{30000};
};

// The one thread that touches the log: takes batches by posted messages and posts what became of them. After
// a failed write it takes nothing until it has rebuilt the log, which it tries at once, and then again and
// again.
class StoreThread {
public:
    // Runs a function on the core's thread; must be callable from any thread until the StoreThread is gone.
    using Post = std::function<void(std::function<void()>)>;
    // What the core is told, on its own thread. Nothing that was handed over before a fault is answered after
    // it.
    struct Listener {
        std::function<void()> committed; // the batch, durably
        std::function<void(const match::LogId& log)> renamed;
        std::function<void(const std::string& why)> failed; // nothing is written from here on …
        std::function<void(const std::string& why)>
            not_rebuilt; // … until a rebuild works: this one did not …
        std::function<void(core::RecoveredLog log)> rebuilt;  // … and this one did
        std::function<void(const std::string& error)> beaten; // a heartbeat; empty: durably
    };
    // `heartbeats` may be null: none are kept.
    StoreThread(std::unique_ptr<LogStore> store, Post post, Listener listener, RebuildPatience patience = {},
                std::unique_ptr<HeartbeatFile> heartbeats = nullptr);
    // Writes what was handed over, then ends the thread; results that have not been posted by then are
    // dropped.
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    void commit(core::Batch batch);
    void take_new_log_id(std::string why);
    // Reads entries that are durable, a few at a time, so that no commit waits for long; `done` comes by
    // Post, unless a fault comes first. It gets fewer entries if the log cannot be read there.
    void read(match::Rev first, match::Rev last, std::function<void(std::vector<match::Entry>)> done);
    // After every batch that was handed over before: a heartbeat never tells of what is not durable.
    void beat(const core::Heartbeat& beat);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::store
