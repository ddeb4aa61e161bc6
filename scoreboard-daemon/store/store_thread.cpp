#include "store/store_thread.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace scoreboard::store {

namespace {

using Clock = std::chrono::steady_clock;

constexpr match::Rev kReadAtOnce = 64;
constexpr std::chrono::seconds kIdle{2}; // with every clock stopped, a checkpoint delays nobody

} // namespace

struct StoreThread::Impl {
    // Handed over by the core, which had heard of so many faults by then.
    struct Task {
        std::uint64_t faults_heard = 0;
        std::function<void()> run;
    };

    struct Reading {
        match::Rev next = 0;
        match::Rev last = 0;
        std::vector<match::Entry> entries;
        std::function<void(std::vector<match::Entry>)> done;
    };

    void run();
    void add(std::function<void()> task);
    void add_as(std::uint64_t faults_known, std::function<void()> task);
    void go_on_reading(const std::shared_ptr<Reading>& reading, std::uint64_t faults_known);
    void do_task(const Task& task);
    std::optional<Clock::time_point> wakes_at() const;
    void on_time();
    void notice_fault();
    void try_rebuild();

    std::unique_ptr<LogStore> store;
    std::unique_ptr<HeartbeatFile> heartbeats;
    Post post;
    Listener listener;
    RebuildPatience patience;

    std::mutex mutex; // guards tasks and stopping
    std::condition_variable wake;
    std::deque<Task> tasks;
    bool stopping = false;

    std::uint64_t faults_heard = 0; // the core's own

    // The store thread's own.
    bool clock_running = false;
    std::optional<Clock::time_point> last_commit; // since the last idle checkpoint
    std::uint64_t faults = 0;
    std::optional<Clock::time_point> rebuild_at;
    std::optional<Clock::time_point> rebuilt_at; // the last time that it worked
    std::chrono::milliseconds delay{};           // before the next try

    std::thread thread;
};

void StoreThread::Impl::run()
{
    std::unique_lock lock(mutex);
    for (;;) {
        const auto has_work = [this] { return stopping || !tasks.empty(); };
        if (const auto time = wakes_at()) {
            wake.wait_until(lock, *time, has_work);
        } else {
            wake.wait(lock, has_work);
        }
        if (!tasks.empty()) {
            const Task task = std::move(tasks.front());
            tasks.pop_front();
            lock.unlock();
            do_task(task);
            lock.lock();
        } else if (stopping) {
            return;
        } else {
            lock.unlock();
            on_time();
            lock.lock();
        }
    }
}

void StoreThread::Impl::add(std::function<void()> task)
{
    add_as(faults_heard, std::move(task));
}

void StoreThread::Impl::add_as(std::uint64_t faults_known, std::function<void()> task)
{
    {
        const std::lock_guard lock(mutex);
        tasks.push_back(Task{faults_known, std::move(task)});
    }
    wake.notify_one();
}

// Behind whatever came in between: a batch never waits for more than one piece.
void StoreThread::Impl::go_on_reading(const std::shared_ptr<Reading>& reading, std::uint64_t faults_known)
{
    const match::Rev end = std::min(reading->last, reading->next + kReadAtOnce - 1);
    std::vector<match::Entry> piece = store->read(reading->next, end);
    const bool whole = piece.size() == end - reading->next + 1;
    std::move(piece.begin(), piece.end(), std::back_inserter(reading->entries));
    reading->next = end + 1;
    if (whole && end < reading->last) {
        add_as(faults_known, [this, reading, faults_known] { go_on_reading(reading, faults_known); });
    } else {
        post([reading] { reading->done(std::move(reading->entries)); });
    }
}

void StoreThread::Impl::do_task(const Task& task)
{
    // What the core decided before it heard of a fault was dropped there: it must not be written after all.
    if (task.faults_heard == faults && !rebuild_at) {
        task.run();
        notice_fault();
    }
}

std::optional<Clock::time_point> StoreThread::Impl::wakes_at() const
{
    if (rebuild_at) {
        return rebuild_at;
    }
    return last_commit && !clock_running ? std::optional(*last_commit + kIdle) : std::nullopt;
}

void StoreThread::Impl::on_time()
{
    if (rebuild_at) {
        if (Clock::now() >= *rebuild_at) {
            try_rebuild();
        }
    } else if (last_commit && Clock::now() >= *last_commit + kIdle) {
        last_commit.reset();
        store->checkpoint(true);
        notice_fault();
    }
}

void StoreThread::Impl::notice_fault()
{
    if (store->fault().empty()) {
        return;
    }
    ++faults;
    last_commit.reset();
    post([this, why = store->fault()] {
        ++faults_heard;
        listener.failed(why);
    });
    if (rebuilt_at && Clock::now() < *rebuilt_at + patience.trusted_after) {
        post([this, why = store->fault()] { listener.not_rebuilt(why); });
        rebuild_at = Clock::now() + delay;
        delay = std::min(delay * 2, patience.most);
    } else {
        delay = patience.first;
        try_rebuild();
    }
}

void StoreThread::Impl::try_rebuild()
{
    const std::string error = store->rebuild();
    if (error.empty()) {
        rebuild_at.reset();
        rebuilt_at = Clock::now();
        // In a box: a function that is posted must be one that can be copied, and a log need not be.
        auto log = std::make_shared<core::RecoveredLog>(store->take_recovered());
        post([this, log] { listener.rebuilt(std::move(*log)); });
        return;
    }
    post([this, error] { listener.not_rebuilt(error); });
    rebuild_at = Clock::now() + delay;
    delay = std::min(delay * 2, patience.most);
}

StoreThread::StoreThread(std::unique_ptr<LogStore> store, Post post, Listener listener,
                         RebuildPatience patience, std::unique_ptr<HeartbeatFile> heartbeats)
    : impl_(std::make_unique<Impl>())
{
    impl_->store = std::move(store);
    impl_->heartbeats = std::move(heartbeats);
    impl_->post = std::move(post);
    impl_->listener = std::move(listener);
    impl_->patience = patience;
    impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

StoreThread::~StoreThread()
{
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->wake.notify_one();
    impl_->thread.join();
}

void StoreThread::commit(core::Batch batch)
{
    impl_->add([impl = impl_.get(), batch = std::move(batch)] {
        if (!impl->store->commit(batch.entries).empty()) {
            return;
        }
        impl->clock_running = batch.clock_running;
        impl->last_commit = Clock::now();
        impl->post([impl] { impl->listener.committed(); });
        // After the answer is on its way: moving the WAL costs a sync or two.
        impl->store->checkpoint(false);
    });
}

void StoreThread::take_new_log_id(std::string why)
{
    impl_->add([impl = impl_.get(), why = std::move(why)] {
        if (const auto renamed = impl->store->take_new_log_id(why)) {
            impl->post([impl, log = *renamed] { impl->listener.renamed(log); });
        }
    });
}

void StoreThread::read(match::Rev first, match::Rev last, std::function<void(std::vector<match::Entry>)> done)
{
    const auto reading = std::make_shared<Impl::Reading>(Impl::Reading{first, last, {}, std::move(done)});
    const std::uint64_t known = impl_->faults_heard;
    impl_->add([impl = impl_.get(), reading, known] { impl->go_on_reading(reading, known); });
}

void StoreThread::beat(const core::Heartbeat& beat)
{
    impl_->add([impl = impl_.get(), beat] {
        std::string error = impl->heartbeats ? impl->heartbeats->write(beat) : std::string();
        impl->post([impl, error = std::move(error)] { impl->listener.beaten(error); });
    });
}

} // namespace scoreboard::store
