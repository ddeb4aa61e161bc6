#include "store/store_thread.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace scoreboard::store {

namespace {

constexpr std::chrono::seconds kIdle{2}; // with every clock stopped, a checkpoint delays nobody

} // namespace

struct StoreThread::Impl {
    using Task = std::function<void()>;

    std::unique_ptr<LogStore> store;
    Post post;
    std::mutex mutex; // guards tasks and stopping
    std::condition_variable wake;
    std::deque<Task> tasks;
    bool stopping = false;
    bool clock_running = false; // the store thread's own
    bool dirty = false;         // committed since the last idle checkpoint; the store thread's own
    std::thread thread;

    void run();
    void add(Task task);
};

void StoreThread::Impl::run()
{
    std::unique_lock lock(mutex);
    for (;;) {
        const auto has_work = [this] { return stopping || !tasks.empty(); };
        if (dirty && !clock_running) {
            if (!wake.wait_for(lock, kIdle, has_work)) {
                lock.unlock();
                store->checkpoint(true);
                dirty = false;
                lock.lock();
                continue;
            }
        } else {
            wake.wait(lock, has_work);
        }
        if (tasks.empty()) {
            return;
        }
        const Task task = std::move(tasks.front());
        tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

void StoreThread::Impl::add(Task task)
{
    {
        const std::lock_guard lock(mutex);
        tasks.push_back(std::move(task));
    }
    wake.notify_one();
}

StoreThread::StoreThread(std::unique_ptr<LogStore> store, Post post) : impl_(std::make_unique<Impl>())
{
    impl_->store = std::move(store);
    impl_->post = std::move(post);
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

void StoreThread::commit(core::Batch batch, Committed done)
{
    impl_->add([impl = impl_.get(), batch = std::move(batch), done = std::move(done)] {
        std::string error = impl->store->commit(batch.entries);
        impl->clock_running = batch.clock_running;
        impl->dirty = true;
        impl->post([done, error = std::move(error)] { done(error); });
        // After the answer is on its way: moving the WAL costs a sync or two.
        impl->store->checkpoint(false);
    });
}

void StoreThread::take_new_log_id(std::string why, Renamed done)
{
    impl_->add([impl = impl_.get(), why = std::move(why), done = std::move(done)] {
        auto renamed = impl->store->take_new_log_id(why);
        impl->post([done, renamed = std::move(renamed)] { done(renamed); });
    });
}

} // namespace scoreboard::store
