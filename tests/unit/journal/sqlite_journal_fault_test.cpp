// Goal: a journal whose disk failed loses nothing that it called saved, and calls nothing saved that may be
// lost. Method: the disk of the simulation fails at one operation after the other; then the power goes.
#include <SQLiteCpp/Database.h>
#include <set>

#include "simulation/sim_disk.h"
#include "unit/journal/journal_fixture.h"

namespace scoreboard::journal {
namespace {

using namespace client;
using durable::FileKind;
using simulation::DiskFault;
using simulation::SimDisk;
using testing::HasSubstr;

constexpr const char* kFile = "/tablet/journal.sqlite";

// A tablet that taps, and what it was told.
struct Rig {
    explicit Rig(std::uint64_t seed = 1) : disk_(seed)
    {
        disk_.make_folders("/tablet");
        open();
        for (int n = 0; n < 5; ++n) {
            EXPECT_EQ(tap(), "");
        }
    }

    void open()
    {
        auto opened = SqliteJournal::open(kFile, {.disk = &disk_});
        ASSERT_TRUE(opened) << opened.error();
        journal_ = std::move(*opened);
        ASSERT_EQ(journal_->notice(), "");
    }

    std::string tap()
    {
        const match::Seq seq = ++last_;
        const std::string error = journal_->commit({SaveTap{tap_of(writer(), seq), kBoard}});
        (error.empty() ? saved_ : refused_).insert(seq);
        return error;
    }
    const match::WriterId& writer() const { return journal_->content().writer; }

    void plan_next(DiskFault fault, std::uint64_t steps = 1)
    {
        disk_.plan(fault, (fault == DiskFault::kReadError ? disk_.reads() : disk_.operations()) + steps);
    }

    std::set<match::Seq> after_a_power_cut() { return after(DiskFault::kPowerCut); }
    std::set<match::Seq> after(DiskFault how)
    {
        if (!disk_.stopped()) {
            disk_.stop(how);
        }
        journal_.reset();
        disk_.restart();
        disk_.forget_plan();
        disk_.make_room();
        open();
        std::set<match::Seq> found;
        for (const OutboxRow& row : journal_->content().outbox) {
            found.insert(row.sealed.body.id.seq);
        }
        return found;
    }

    SimDisk disk_;
    std::unique_ptr<SqliteJournal> journal_;
    match::Seq last_ = 0;
    std::set<match::Seq> saved_;
    std::set<match::Seq> refused_;
};

class SqliteJournalFaultTest : public testing::Test, protected Rig {};

TEST_F(SqliteJournalFaultTest, SavesInAFileMadeAnewAfterAFailedSync)
{
    plan_next(DiskFault::kSyncError);

    EXPECT_EQ(tap(), "");

    ASSERT_TRUE(disk_.happened(DiskFault::kSyncError));
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-1"), FileKind::kFile);
    EXPECT_EQ(tap(), "");
    EXPECT_EQ(after_a_power_cut(), saved_);
}

TEST_F(SqliteJournalFaultTest, CallsNothingSavedUntilAFileCouldBeMadeAnew)
{
    disk_.plan(DiskFault::kSyncError, 0, true);

    EXPECT_THAT(tap(), HasSubstr("cannot be read or written"));
    EXPECT_THAT(tap(), HasSubstr("check the disk"));
    EXPECT_THAT(tap(), HasSubstr("check the disk"));

    disk_.end(DiskFault::kSyncError);
    EXPECT_EQ(tap(), "");
    EXPECT_EQ(after_a_power_cut(), saved_) << "a refused tap came back";
}

TEST_F(SqliteJournalFaultTest, GoesOnInTheSameFileOnceThereIsRoomAgain)
{
    plan_next(DiskFault::kFull);

    EXPECT_THAT(tap(), HasSubstr("the disk is full; free some space"));

    disk_.make_room();
    EXPECT_EQ(tap(), "");
    EXPECT_EQ(disk_.kind(std::string(kFile) + ".before-rebuild-1"), FileKind::kNothing);
    EXPECT_EQ(after_a_power_cut(), saved_);
}

TEST_F(SqliteJournalFaultTest, TakesANewWriterThatComesAgainAfterARefusal)
{
    const match::WriterId renamed{{{0x77}}};
    const std::vector<match::SealedBody> rows{tap_of(renamed, 1), tap_of(renamed, 2), tap_of(renamed, 3)};
    const NewWriter action{renamed, 3, rows};
    // The fate of the first is unknown, and it is in the file.
    plan_next(DiskFault::kSyncError);
    plan_next(DiskFault::kWriteError, 2);
    const std::string first = journal_->commit({action});

    const std::string second = first.empty() ? first : journal_->commit({action});

    EXPECT_EQ(second, "");
    after_a_power_cut();
    EXPECT_EQ(writer(), renamed);
    EXPECT_EQ(journal_->content().next_seq, 4u);
}

TEST_F(SqliteJournalFaultTest, GivesAJournalOfAnEarlierBuildItsCount)
{
    journal_.reset();
    SQLite::Database(std::string(kFile), SQLite::OPEN_READWRITE, 0, disk_.vfs())
        .exec("PRAGMA locking_mode=EXCLUSIVE; DROP TABLE progress");
    open();
    disk_.plan(DiskFault::kSyncError, 1);

    EXPECT_EQ(tap(), "");

    EXPECT_EQ(after_a_power_cut(), saved_);
}

// A COMMIT that found no room may have written all but the padding of its last page.
TEST(SqliteJournalWithoutRoomTest, ATapThatWasRefusedDoesNotComeBackWhicheverWriteFoundNoRoom)
{
    std::size_t refused = 0;
    for (const DiskFault end : {DiskFault::kKill, DiskFault::kPowerCut}) {
        std::uint64_t step = 1;
        for (bool met = true; met; ++step) {
            ASSERT_LT(step, 100u);
            SCOPED_TRACE("step " + std::to_string(step) +
                         (end == DiskFault::kKill ? ", killed" : ", no power"));
            Rig rig(step);
            rig.plan_next(DiskFault::kFull, step);

            rig.tap();
            rig.tap();

            met = rig.disk_.happened(DiskFault::kFull);
            refused += rig.refused_.size();
            ASSERT_EQ(rig.after(end), rig.saved_);
            ASSERT_EQ(rig.tap(), "") << "the journal does not go on";
        }
    }
    EXPECT_GT(refused, 10u) << "too few writes found no room";
}

// A kill leaves names that no sync of their folder has made durable, and the power goes later.
TEST(SqliteJournalStartTest, AStartThatWasKilledAtAnyStepTakesNothingBack)
{
    constexpr std::uint64_t kStepsMax = 60;
    std::uint64_t met = 0;
    for (std::uint64_t seed = 0; seed < 8 * kStepsMax; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        SimDisk disk(seed);
        disk.make_folders("/tablet");
        disk.plan(DiskFault::kKill, 1 + seed % kStepsMax);
        (void)SqliteJournal::open(kFile, {.disk = &disk});
        met += disk.happened(DiskFault::kKill) ? 1u : 0u;
        disk.stop(DiskFault::kKill);
        disk.restart();
        disk.forget_plan();
        {
            const auto journal = SqliteJournal::open(kFile, {.disk = &disk});
            ASSERT_TRUE(journal) << journal.error();
            ASSERT_EQ((*journal)->commit({SaveTap{tap_of((*journal)->content().writer, 1), kBoard}}), "");
            disk.stop(DiskFault::kPowerCut);
        }
        disk.restart();

        const auto again = SqliteJournal::open(kFile, {.disk = &disk});

        ASSERT_TRUE(again) << again.error();
        ASSERT_EQ((*again)->notice(), "");
        ASSERT_EQ((*again)->content().outbox.size(), 1u);
    }
    EXPECT_GT(met, 100u) << "the kill met too few steps";
}

class SecondJournalFaultTest : public testing::TestWithParam<DiskFault> {};

TEST_P(SecondJournalFaultTest, AtAnyStepAfterTheFirstLosesNothing)
{
    std::uint64_t step = 1;
    for (bool met = true; met; ++step) {
        ASSERT_LT(step, 1000u);
        SCOPED_TRACE("step " + std::to_string(step));
        Rig rig(step);
        rig.plan_next(GetParam() == DiskFault::kSyncError ? DiskFault::kWriteError : DiskFault::kSyncError);
        rig.plan_next(GetParam(), step);

        rig.tap();
        rig.tap();

        met = rig.disk_.happened(GetParam());
        const std::set<match::Seq> found = rig.after_a_power_cut();
        for (const match::Seq seq : rig.saved_) {
            ASSERT_TRUE(found.contains(seq)) << "lost: seq " << seq;
        }
        ASSERT_EQ(rig.tap(), "") << "the journal does not go on";
    }
    EXPECT_GT(step, 10u) << "the fault met too few steps";
}

std::string name_of(const testing::TestParamInfo<DiskFault>& fault)
{
    switch (fault.param) {
    case DiskFault::kKill:
        return "Kill";
    case DiskFault::kPowerCut:
        return "PowerCut";
    case DiskFault::kSyncError:
        return "SyncError";
    case DiskFault::kWriteError:
        return "WriteError";
    case DiskFault::kReadError:
        return "ReadError";
    case DiskFault::kFull:
        return "Full";
    }
    return {};
}

INSTANTIATE_TEST_SUITE_P(Faults, SecondJournalFaultTest,
                         testing::Values(DiskFault::kKill, DiskFault::kPowerCut, DiskFault::kSyncError,
                                         DiskFault::kWriteError, DiskFault::kReadError, DiskFault::kFull),
                         name_of);

} // namespace
} // namespace scoreboard::journal
