#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/match_service.h"
#include "store/log_store.h"

namespace scoreboard::store {

// The one thread that touches the log: takes batches by posted messages and posts what became of them. After
// the first failed commit it writes nothing more.
class StoreThread {
public:
    // Runs a function on the core's thread; must be callable from any thread until the StoreThread is gone.
    using Post = std::function<void(std::function<void()>)>;
    // `error` is empty: durable.
    using Committed = std::function<void(std::string error)>;
    using Renamed = std::function<void(durable::Result<match::LogId> log)>;

    StoreThread(std::unique_ptr<LogStore> store, Post post);
    // Writes what was handed over, then ends the thread; results that have not been posted by then are
    // dropped.
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    void commit(core::Batch batch, Committed done);
    void take_new_log_id(std::string why, Renamed done);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::store
