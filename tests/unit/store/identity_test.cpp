// R8: a log whose card was put into other hardware goes on under a new name, with the old one as parent: all
// of it or nothing, wherever its start is cut short.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include "playing.h"
#include "simulation/sim_disk.h"

namespace scoreboard::store {
namespace {

using simulation::DiskFault;
using simulation::SimDisk;

struct Identity {
    std::string log;
    std::string hardware;
    int parents = 0;
    std::string parent;

    bool operator==(const Identity&) const = default;
};

std::string hex(const SQLite::Column& column)
{
    std::string text;
    const auto* bytes = static_cast<const unsigned char*>(column.getBlob());
    for (int i = 0; i < column.getBytes(); ++i) {
        text += std::to_string(bytes[i]) + " ";
    }
    return text;
}

// As it stands in the file; nobody may have the log open.
Identity identity_on(SimDisk& disk)
{
    SQLite::Database database(std::string("/board/log.sqlite"), SQLite::OPEN_READWRITE, 0, disk.vfs());
    database.exec("PRAGMA locking_mode=EXCLUSIVE");
    Identity identity;
    identity.log = hex(database.execAndGet("SELECT value FROM meta WHERE key = 'log_id'"));
    identity.hardware = database.execAndGet("SELECT value FROM meta WHERE key = 'hardware_id'").getString();
    identity.parents = database.execAndGet("SELECT count(*) FROM lineage").getInt();
    if (identity.parents > 0) {
        identity.parent = hex(database.execAndGet("SELECT log_id FROM lineage ORDER BY generation DESC"));
    }
    return identity;
}

StoreOptions options_on(SimDisk& disk, const std::string& hardware)
{
    return {.folder = "/board",
            .hardware_id = hardware,
            .random_id =
                [] {
                    static std::uint16_t count = 0;
                    std::array<std::uint8_t, 16> id{};
                    ++count;
                    id[0] = static_cast<std::uint8_t>(count);
                    id[1] = static_cast<std::uint8_t>(count >> 8U);
                    return id;
                },
            .disk = &disk};
}

class CutIdentityTest : public testing::TestWithParam<DiskFault> {};

TEST_P(CutIdentityTest, ChangesWholeOrNotAtAll)
{
    std::uint64_t operation = 1;
    std::uint64_t old = 0;
    for (bool met = true; met; ++operation) {
        SCOPED_TRACE("operation " + std::to_string(operation));
        SimDisk disk(operation);
        match::Rev head = 0;
        {
            Playing playing(options_on(disk, "board 1"));
            playing.score(1, 3);
            head = playing.service.head();
        }
        const Identity before = identity_on(disk);
        disk.plan(GetParam(), disk.operations() + operation);
        (void)LogStore::open(options_on(disk, "board 2"));
        met = disk.happened(GetParam());
        if (!disk.stopped()) {
            disk.stop(DiskFault::kPowerCut);
        }
        disk.restart();
        disk.forget_plan();

        const Identity cut = identity_on(disk);
        const core::RecoveredLog log = opened(options_on(disk, "board 2"))->take_recovered();
        const Identity after = identity_on(disk);

        ASSERT_EQ(log.head, head);
        ASSERT_EQ(after.hardware, "board 2");
        ASSERT_NE(after.log, before.log);
        ASSERT_EQ(after.parents, 1) << "a name for each start that was cut short";
        ASSERT_EQ(after.parent, before.log);
        ASSERT_TRUE(cut == before || cut == after);
        old += cut == before ? 1U : 0U;
    }
    EXPECT_GT(operation, 10u) << "the fault met too few operations";
    EXPECT_GT(old, 0u);
    EXPECT_LT(old, operation);
}

INSTANTIATE_TEST_SUITE_P(Faults, CutIdentityTest,
                         testing::Values(DiskFault::kPowerCut, DiskFault::kKill, DiskFault::kSyncError),
                         [](const auto& fault) {
                             return fault.param == DiskFault::kPowerCut ? "PowerCut"
                                    : fault.param == DiskFault::kKill   ? "Kill"
                                                                        : "SyncError";
                         });

} // namespace
} // namespace scoreboard::store
