#include "store/store_thread.h"

#include <condition_variable>
#include <deque>
#include <gtest/gtest.h>
#include <mutex>
#include <vector>

#include "support/taps.h"
#include "support/temp_folder.h"

namespace scoreboard::store {
namespace {

using namespace support;
using match::AddScore;
using match::Side;

// The core's thread, which here is the test's own: runs what was posted when it is asked to.
class Inbox {
public:
    StoreThread::Post post()
    {
        return [this](std::function<void()> function) {
            const std::lock_guard lock(mutex_);
            functions_.push_back(std::move(function));
            posted_.notify_one();
        };
    }

    void run_one()
    {
        std::unique_lock lock(mutex_);
        posted_.wait(lock, [this] { return !functions_.empty(); });
        const auto function = std::move(functions_.front());
        functions_.pop_front();
        lock.unlock();
        function();
    }

private:
    std::mutex mutex_;
    std::condition_variable posted_;
    std::deque<std::function<void()>> functions_;
};

StoreOptions options_for(const TempFolder& folder)
{
    return {.folder = folder.file("data"), .hardware_id = {}, .random_id = [n = 0]() mutable {
                std::array<std::uint8_t, 16> id{};
                id.fill(static_cast<std::uint8_t>(++n));
                return id;
            }};
}

TEST(StoreThreadTest, PostsWhatBecameOfEachBatchInOrder)
{
    const TempFolder folder;
    Inbox inbox;
    auto store = std::move(*LogStore::open(options_for(folder)));
    core::MatchService service(options(), store->take_recovered(), core::Now{kStart, kWall});
    StoreThread thread(std::move(store), inbox.post());
    std::vector<match::Rev> committed;

    for (match::Seq seq = 1; seq <= 5; ++seq) {
        thread.commit(*service.take_batch(), [&](const std::string& error) {
            EXPECT_EQ(error, "");
            service.on_committed();
            committed.push_back(service.head());
        });
        inbox.run_one();
        give(service, tap(kAnna, seq, AddScore{Side::kHome, 1}));
    }

    EXPECT_EQ(committed, (std::vector<match::Rev>{1, 2, 3, 4, 5}));
}

TEST(StoreThreadTest, WritesWhatWasHandedOverBeforeItEnds)
{
    const TempFolder folder;
    {
        Inbox inbox;
        auto store = std::move(*LogStore::open(options_for(folder)));
        core::MatchService service(options(), store->take_recovered(), core::Now{kStart, kWall});
        StoreThread thread(std::move(store), inbox.post());
        thread.commit(*service.take_batch(), [](const std::string&) {});
    }

    EXPECT_EQ((*LogStore::open(options_for(folder)))->take_recovered().head, 1u);
}

TEST(StoreThreadTest, R8PostsTheNewNameOfTheLog)
{
    const TempFolder folder;
    Inbox inbox;
    auto store = std::move(*LogStore::open(options_for(folder)));
    const match::LogId before = store->take_recovered().log;
    StoreThread thread(std::move(store), inbox.post());
    std::optional<match::LogId> renamed;

    thread.take_new_log_id("a tablet knew more", [&](const auto& log) { renamed = *log; });
    inbox.run_one();

    ASSERT_TRUE(renamed);
    EXPECT_NE(*renamed, before);
}

} // namespace
} // namespace scoreboard::store
