#include "store/store_thread.h"

#include <condition_variable>
#include <deque>
#include <gmock/gmock.h>
#include <mutex>
#include <vector>

#include "playing.h"
#include "simulation/sim_disk.h"

namespace scoreboard::store {
namespace {

using simulation::DiskFault;
using testing::ElementsAre;

// The core's thread, which here is the test's own: runs what was posted when it is asked to.
class Inbox {
public:
    StoreThread::Post post()
    {
        return [this](std::function<void()> function) {
            const std::lock_guard open(gate_);
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

    // While it is held, whoever posts waits.
    std::mutex& gate() { return gate_; }

private:
    std::mutex gate_;
    std::mutex mutex_;
    std::condition_variable posted_;
    std::deque<std::function<void()>> functions_;
};

// A store thread, and a core that hears it and notes what it was told.
class StoreThreadTest : public testing::Test {
protected:
    StoreThreadTest()
    {
        auto store = opened(options());
        service_.emplace(support::options(), store->take_recovered(), core::Now{kStart, kWall});
        const RebuildPatience patience{.first = 1ms, .most = 2ms, .trusted_after = 1h};
        thread_.emplace(std::move(store), inbox_.post(), listener(), patience);
        thread_->commit(*service_->take_batch());
        hear(1);
        told_.clear();
    }

    StoreOptions options()
    {
        return {.folder = "/board", .hardware_id = {}, .random_id = counted_ids(), .disk = &disk_};
    }

    StoreThread::Listener listener()
    {
        StoreThread::Listener listener;
        listener.committed = [this] {
            service_->on_committed();
            told_.push_back("committed");
        };
        listener.renamed = [this](const match::LogId& log) {
            service_->on_new_log(log);
            told_.push_back("renamed");
        };
        listener.failed = [this](const std::string& why) {
            service_->on_storage_fault(why);
            told_.push_back("failed");
        };
        listener.not_rebuilt = [this](const std::string& why) {
            service_->on_not_rebuilt(why, core::Now{kStart, kWall});
            told_.push_back("not rebuilt");
        };
        listener.rebuilt = [this](core::RecoveredLog log) {
            service_->on_rebuilt(std::move(log), core::Now{kStart, kWall});
            told_.push_back("rebuilt");
        };
        return listener;
    }

    void score(match::Seq seq)
    {
        give(*service_, tap(kAnna, seq, AddScore{Side::kHome, 1}));
        auto batch = service_->take_batch();
        ASSERT_TRUE(batch);
        thread_->commit(std::move(*batch));
    }
    void hear(int events)
    {
        for (int n = 0; n < events; ++n) {
            inbox_.run_one();
        }
    }

    // Planned only while the thread has nothing to do: the disk is one thread's at a time.
    simulation::SimDisk disk_{1};
    Inbox inbox_;
    std::vector<std::string> told_;
    std::optional<core::MatchService> service_;
    std::optional<StoreThread> thread_;
};

TEST_F(StoreThreadTest, PostsWhatBecameOfEachBatchInOrder)
{
    for (match::Seq seq = 1; seq <= 3; ++seq) {
        score(seq);
        hear(1);
    }

    EXPECT_THAT(told_, ElementsAre("committed", "committed", "committed"));
}

TEST_F(StoreThreadTest, WritesWhatWasHandedOverBeforeItEnds)
{
    score(1);
    thread_.reset();

    EXPECT_EQ(opened(options())->take_recovered().head, 2u);
}

// Goal: who reads a match delays no tap. Method: a match longer than one piece is asked for, and a batch
// handed over right behind; the batch is committed before the whole match is read.
TEST_F(StoreThreadTest, ABatchWaitsForNoMoreThanOnePieceOfAMatchThatIsRead)
{
    constexpr match::Seq kLong = 200;
    for (match::Seq seq = 1; seq <= kLong; ++seq) {
        score(seq);
        hear(1);
    }
    told_.clear();
    std::vector<match::Entry> read;

    {
        const std::lock_guard held(inbox_.gate());
        thread_->read(1, 1, [](const std::vector<match::Entry>&) {});
        thread_->read(1, kLong + 1, [&](std::vector<match::Entry> entries) {
            read = std::move(entries);
            told_.push_back("read");
        });
        score(kLong + 1);
    }
    hear(3);

    EXPECT_THAT(told_, ElementsAre("committed", "read"));
    const auto entries = service_->timeline().entries().first(kLong + 1);
    EXPECT_TRUE(std::ranges::equal(read, entries));
}

TEST_F(StoreThreadTest, GivesWhatThereIsOfEntriesThatAreNot)
{
    std::size_t read = 99;

    thread_->read(1, 1000, [&](const std::vector<match::Entry>& entries) { read = entries.size(); });
    hear(1);

    EXPECT_EQ(read, 1u);
}

TEST_F(StoreThreadTest, R8PostsTheNewNameOfTheLog)
{
    const match::LogId before = service_->facts().log;

    thread_->take_new_log_id("a tablet knew more");
    hear(1);

    EXPECT_THAT(told_, ElementsAre("renamed"));
    EXPECT_NE(service_->facts().log, before);
}

TEST_F(StoreThreadTest, RebuildsTheLogAtOnceAfterAFailedWriteAndGoesOn)
{
    disk_.plan(DiskFault::kSyncError, disk_.operations());

    score(1);
    hear(2);
    score(2); // the first may have been durable after all
    hear(1);

    EXPECT_THAT(told_, ElementsAre("failed", "rebuilt", "committed"));
}

TEST_F(StoreThreadTest, TriesAgainUntilARebuildWorks)
{
    disk_.plan(DiskFault::kSyncError, disk_.operations());
    disk_.plan(DiskFault::kWriteError, disk_.operations() + 5);

    score(1);
    hear(3);

    EXPECT_THAT(told_, ElementsAre("failed", "not rebuilt", "rebuilt"));
    EXPECT_EQ(service_->recording(), core::Recording::kOn);
}

TEST_F(StoreThreadTest, DoesNothingThatTheCoreAskedForBeforeItHeardOfAFault)
{
    disk_.plan(DiskFault::kSyncError, disk_.operations());
    const match::LogId before = service_->facts().log;

    score(1);
    thread_->take_new_log_id("a tablet knew more");
    hear(2);
    score(2); // the first may have been durable after all
    hear(1);

    EXPECT_THAT(told_, ElementsAre("failed", "rebuilt", "committed"));
    EXPECT_EQ(service_->facts().log, before);
}

TEST_F(StoreThreadTest, ALogThatFailsAgainSoonIsNotTrustedAtOnce)
{
    disk_.plan(DiskFault::kSyncError, disk_.operations());
    score(1);
    hear(2);
    disk_.plan(DiskFault::kSyncError, disk_.operations());

    score(2);
    hear(3);

    EXPECT_THAT(told_, ElementsAre("failed", "rebuilt", "failed", "not rebuilt", "rebuilt"));
}

} // namespace
} // namespace scoreboard::store
