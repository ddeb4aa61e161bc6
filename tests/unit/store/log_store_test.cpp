#include "store/log_store.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "playing.h"

namespace scoreboard::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

TEST(LogStoreTest, BeginsEmptyAndKeepsItsNames)
{
    const TempFolder folder;
    const auto first = opened(options_for(folder))->take_recovered();

    const auto second = opened(options_for(folder))->take_recovered();

    EXPECT_EQ(first.head, 0u);
    EXPECT_FALSE(first.open_match);
    EXPECT_NE(first.log, match::LogId{});
    EXPECT_NE(first.board, match::BoardId{});
    EXPECT_EQ(second.log, first.log);
    EXPECT_EQ(second.board, first.board);
}

TEST(LogStoreTest, GivesBackEveryEntryAsItWasWritten)
{
    const TempFolder folder;
    std::vector<match::Entry> written;
    match::MatchState state;
    {
        Playing playing(options_for(folder));
        give(playing.service, tap(kBert, 1, match::StartClock{}));
        give(playing.service, tap(kBert, 2, match::StopClock{}, kStart + 5s), kStart + 9s);
        playing.score(1, 70, true);
        give(playing.service, tap(kAnna, 71, AddScore{Side::kGuest, -1}), kStart + 10s);
        give(playing.service, tap(kAnna, 72, match::Undo{{kAnna, 7}}), kStart + 11s);
        ASSERT_EQ(playing.commit(), "");
        const auto entries = playing.service.timeline().entries();
        written.assign(entries.begin(), entries.end());
        state = playing.service.committed().state;
    }

    const auto store = opened(options_for(folder));
    const auto log = store->take_recovered();

    ASSERT_TRUE(log.open_match);
    EXPECT_TRUE(std::ranges::equal(log.open_match->entries(), written));
    EXPECT_EQ(log.open_match->state(), state);
    EXPECT_EQ(log.head, written.back().rev);
    EXPECT_EQ(log.head_chain, written.back().chain);
    EXPECT_EQ(log.board_seq, 1u);
    EXPECT_THAT(store->notices(), IsEmpty());
}

TEST(LogStoreTest, GoesOnWritingWhereItEnded)
{
    const TempFolder folder;
    play(options_for(folder), 5);
    {
        Playing again(options_for(folder), kNextBoot);
        again.score(6, 5);
    }

    const auto log = opened(options_for(folder))->take_recovered();

    EXPECT_EQ(log.head, 13u); // start, clock, 5, boot, 5
    EXPECT_EQ(match::score(log.open_match->state(), Side::kHome), 10);
    EXPECT_EQ(log.board_seq, 2u);
}

TEST(LogStoreTest, KeepsTheAnswersOfMatchesThatWereOpenBefore)
{
    const TempFolder folder;
    play(options_for(folder), 3);
    {
        const auto store = opened(options_for(folder));
        core::RecoveredLog log = store->take_recovered();
        log.open_match.reset();
        core::MatchService next(support::options(), std::move(log), core::Now{kStart + 60s, kWall});
        ASSERT_EQ(store->commit(commit_all(next)), "");
    }

    const auto log = opened(options_for(folder))->take_recovered();

    ASSERT_EQ(log.older.size(), 5u);
    EXPECT_EQ(log.older[4].id, (match::CommandId{kAnna, 3}));
    EXPECT_EQ(log.older[4].rev, 5u);
    EXPECT_TRUE(log.older[4].outcome.applied);
    EXPECT_EQ(log.open_match->entries().size(), 1u);
    EXPECT_EQ(log.open_match->entries()[0].rev, 6u);
    ASSERT_EQ(log.ended.size(), 1u); // of the entries nothing else is kept in memory
    EXPECT_EQ(log.ended[0].first, 1u);
    EXPECT_EQ(log.ended[0].last, 5u);
    EXPECT_EQ(log.ended[0].home, 3);
}

// Goal: S1 and S4, no acknowledged entry is lost by a kill at any moment. A process of its own commits and
// tells each rev through a pipe once commit() has returned; it is killed after a number of them that differs
// per round.
TEST(LogStoreTest, S1KeepsEveryAcknowledgedEntryWhenKilledInMidCommit)
{
    const TempFolder folder;
    match::Seq seq = 0;
    for (int round = 1; round <= 12; ++round) {
        int told[2];
        ASSERT_EQ(::pipe(told), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            Playing playing(options_for(folder));
            for (match::Seq next = seq + 1;; ++next) {
                give(playing.service, tap(kAnna, next, AddScore{Side::kHome, next % 2 == 0 ? -1 : 1}));
                if (!playing.commit().empty()) {
                    ::_exit(1);
                }
                const match::Rev rev = playing.service.head();
                (void)!::write(told[1], &rev, sizeof rev);
            }
        }
        ::close(told[1]);
        match::Rev acknowledged = 0;
        for (int n = 0; n < round * 7; ++n) {
            ASSERT_EQ(::read(told[0], &acknowledged, sizeof acknowledged),
                      static_cast<ssize_t>(sizeof acknowledged));
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(told[0], &acknowledged, sizeof acknowledged) > 0) {
        }
        ::close(told[0]);

        const auto store = opened(options_for(folder));
        const auto log = store->take_recovered();

        ASSERT_THAT(store->notices(), IsEmpty());
        ASSERT_GE(log.head, acknowledged);
        ASSERT_LE(log.head, acknowledged + 1) << "at most the commit whose return nobody saw";
        seq = log.open_match->entries().back().id().seq;
        ASSERT_EQ(log.head, seq + 1) << "every seq once, after the match's start";
    }
}

struct DamageRow {
    const char* name;
    const char* sql; // what was done to the file behind our back
    const char* says;
};

void PrintTo(const DamageRow& row, std::ostream* out)
{
    *out << row.name;
}

class DamagedLogTest : public testing::TestWithParam<DamageRow> {};

TEST_P(DamagedLogTest, SetsADamagedLogAsideAndBeginsAnewUnderTheSameBoard)
{
    const TempFolder folder;
    play(options_for(folder), 6);
    const auto before = opened(options_for(folder))->take_recovered();
    {
        SQLite::Database(log_file(folder), SQLite::OPEN_READWRITE).exec(GetParam().sql);
    }

    const auto store = opened(options_for(folder));
    const auto after = store->take_recovered();

    ASSERT_EQ(store->notices().size(), 1u);
    EXPECT_THAT(store->notices()[0], HasSubstr(GetParam().says));
    EXPECT_THAT(store->notices()[0], HasSubstr("log.sqlite.damaged-1"));
    EXPECT_EQ(after.head, 0u);
    EXPECT_NE(after.log, before.log);
    EXPECT_EQ(after.board, before.board);
    SQLite::Database kept(log_file(folder) + ".damaged-1");
    EXPECT_GE(kept.execAndGet("SELECT count(*) FROM entry").getInt(), 7);
}

INSTANTIATE_TEST_SUITE_P(
    Damages, DamagedLogTest,
    testing::Values(
        DamageRow{"S4 row missing", "DELETE FROM entry WHERE rev = 4", "missing before rev 5"},
        DamageRow{"body exchanged",
                  "UPDATE entry SET body = (SELECT body FROM entry WHERE rev = 5) WHERE rev = 4", "at rev 4"},
        DamageRow{"body unreadable", "UPDATE entry SET body = x'ff' WHERE rev = 4",
                  "cannot be read at rev 4"},
        DamageRow{"outcome changed",
                  "UPDATE entry SET decision = (SELECT decision FROM entry WHERE rev = 2) WHERE rev = 4",
                  "the chain breaks at rev 4"},
        DamageRow{"time changed", "UPDATE entry SET received = received + 1 WHERE rev = 4",
                  "the chain breaks at rev 4"},
        DamageRow{"id of a blob cut", "UPDATE entry SET board_boot = x'00' WHERE rev = 4",
                  "contradicts its body at rev 4"},
        DamageRow{"name missing", "DELETE FROM meta WHERE key = 'log_id'", "its name is missing"}));

TEST(LogStoreTest, SetsATruncatedFileAside)
{
    const TempFolder folder;
    play(options_for(folder), 300);
    fs::resize_file(log_file(folder), 10'000);

    const auto store = opened(options_for(folder));

    ASSERT_EQ(store->notices().size(), 1u);
    EXPECT_EQ(store->take_recovered().head, 0u);
    EXPECT_EQ(fs::file_size(log_file(folder) + ".damaged-1"), 10'000u);
}

TEST(LogStoreTest, LeavesAFileThatIsNotALogAsItIs)
{
    const TempFolder folder;
    fs::create_directories(folder.file("data"));
    std::ofstream(log_file(folder)) << "Dear diary, today we won 54:49.";

    const auto store = LogStore::open(options_for(folder));

    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().kind, durable::FailureKind::kNotOurs);
    EXPECT_THAT(store.error().text, HasSubstr("log.sqlite"));
    EXPECT_EQ(bytes_of(log_file(folder)), "Dear diary, today we won 54:49.");
}

TEST(LogStoreTest, LeavesALogOfANewerSchemaAsItIs)
{
    const TempFolder folder;
    play(options_for(folder), 2);
    {
        SQLite::Database(log_file(folder), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 2");
    }

    const auto store = LogStore::open(options_for(folder));

    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().kind, durable::FailureKind::kTooNew);
    EXPECT_EQ(SQLite::Database(log_file(folder)).execAndGet("SELECT count(*) FROM entry").getInt(), 4);
}

// Whole logs, chain and all, that another build must have written: each row changes what comes after the
// match's start.
struct OtherBuildRow {
    const char* name;
    void (*change)(match::Entry& next);
    const char* says;
};

void PrintTo(const OtherBuildRow& row, std::ostream* out)
{
    *out << row.name;
}

class OtherBuildTest : public testing::TestWithParam<OtherBuildRow> {};

TEST_P(OtherBuildTest, LeavesALogThatItFoldsOtherwiseAsItIs)
{
    const TempFolder folder;
    {
        Playing playing(options_for(folder));
        const match::Entry& start = playing.service.timeline().entries()[0];
        match::Entry next = start;
        next.rev = 2;
        next.sealed.body.id.seq = 2;
        GetParam().change(next);
        next.sealed = wire::seal(next.sealed.body);
        next.chain = wire::chain_hash(start.chain, next);
        ASSERT_EQ(playing.store->commit({&next, 1}), "");
    }

    const auto store = LogStore::open(options_for(folder));

    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().kind, durable::FailureKind::kTooNew);
    EXPECT_THAT(store.error().text, HasSubstr(GetParam().says));
    EXPECT_FALSE(fs::exists(log_file(folder) + ".damaged-1"));
    EXPECT_EQ(SQLite::Database(log_file(folder)).execAndGet("SELECT count(*) FROM entry").getInt(), 2);
}

// What no build of ours records; one with other rules might.
void undo_nothing(match::Entry& next)
{
    next.sealed.body.command = match::Undo{match::CommandId{kAnna, 7}};
}

void stop_without_verdict(match::Entry& next)
{
    next.sealed.body.command = match::StopClock{match::ClockId::kGame};
}

void begin_a_match_that_was_seen(match::Entry& next)
{
    next.sealed.body.seen = match::Seen{next.id(), {}};
}

void use_newer_rules(match::Entry& next)
{
    auto& start = std::get<match::StartMatch>(next.sealed.body.command);
    start.ruleset->fold_version = match::kFoldVersion + 1;
}

void count_otherwise(match::Entry& next)
{
    ++next.state_digest;
}

INSTANTIATE_TEST_SUITE_P(
    OtherBuilds, OtherBuildTest,
    testing::Values(OtherBuildRow{"newer rules", use_newer_rules, "are folded by version"},
                    OtherBuildRow{"another score", count_otherwise, "at rev 2"},
                    OtherBuildRow{"an undo without a target", undo_nothing, "at rev 2"},
                    OtherBuildRow{"a STOP without a verdict", stop_without_verdict, "at rev 2"},
                    OtherBuildRow{"a start that was seen", begin_a_match_that_was_seen, "at rev 2"}));

TEST(LogStoreTest, TellsWhatIsWrongWithAFolderThatCannotBe)
{
    const TempFolder folder;
    std::ofstream(folder.file("data")) << "a file";

    const auto store = LogStore::open(options_for(folder));

    ASSERT_FALSE(store);
    EXPECT_THAT(store.error().text, HasSubstr("data"));
}

// Goal: a full disk is an error of the one commit that meets it, and the last one. The limit on the size of
// files plays the disk, in a process of its own.
TEST(LogStoreTest, S19FailsForGoodOnAFullDiskAndKeepsWhatWasAcknowledged)
{
    const TempFolder folder;
    int told[2];
    ASSERT_EQ(::pipe(told), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        Playing playing(options_for(folder));
        playing.score(1, 10);
        const rlimit full{64 * 1024, 64 * 1024};
        ::setrlimit(RLIMIT_FSIZE, &full);
        std::string error;
        for (match::Seq seq = 11; error.empty() && seq < 10'000; ++seq) {
            give(playing.service, tap(kAnna, seq, AddScore{Side::kHome, seq % 2 == 0 ? 1 : -1}));
            error = playing.commit();
        }
        const match::Rev acknowledged = playing.service.head();
        const match::Entry& any = playing.service.timeline().entries().back();
        const bool refuses_more = playing.store->commit({&any, 1}) == error;
        (void)!::write(told[1], &acknowledged, sizeof acknowledged);
        ::_exit(!error.empty() && refuses_more && error.find("log.sqlite") != std::string::npos ? 0 : 1);
    }
    match::Rev acknowledged = 0;
    ASSERT_EQ(::read(told[0], &acknowledged, sizeof acknowledged), static_cast<ssize_t>(sizeof acknowledged));
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(told[0]);
    ::close(told[1]);

    const auto store = opened(options_for(folder));

    EXPECT_EQ(status, 0) << "the commit failed with a sentence, and so does every later one";
    EXPECT_GT(acknowledged, 10u);
    EXPECT_EQ(store->take_recovered().head, acknowledged);
    EXPECT_THAT(store->notices(), IsEmpty());
}

TEST(LogStoreTest, R8TakesANewLogIdDurablyAndRemembersTheOldOne)
{
    const TempFolder folder;
    play(options_for(folder), 3);
    const auto before = opened(options_for(folder))->take_recovered();
    match::LogId renamed;
    {
        const auto store = opened(options_for(folder));
        renamed = *store->take_new_log_id("a tablet knew more");
    }

    const auto after = opened(options_for(folder))->take_recovered();

    EXPECT_EQ(after.log, renamed);
    EXPECT_NE(after.log, before.log);
    EXPECT_EQ(after.head, before.head);
    EXPECT_EQ(after.board_seq, 0u) << "under its new name the board has written nothing yet";
    SQLite::Database file(log_file(folder));
    EXPECT_EQ(file.execAndGet("SELECT last_rev FROM lineage").getInt(), 5);
    EXPECT_EQ(file.execAndGet("SELECT reason FROM lineage").getString(), "a tablet knew more");
}

TEST(LogStoreTest, R8TakesANewLogIdOnOtherHardwareOnly)
{
    const TempFolder folder;
    const auto first = opened(options_for(folder, "serial 1"))->take_recovered().log;
    const auto same = opened(options_for(folder, "serial 1"))->take_recovered().log;

    const auto store = opened(options_for(folder, "serial 2"));
    const auto moved = store->take_recovered().log;

    EXPECT_EQ(same, first);
    EXPECT_NE(moved, first);
    EXPECT_THAT(store->notices(), testing::ElementsAre(HasSubstr("other hardware")));
}

TEST(LogStoreTest, WritesAWholeBatchOrNothing)
{
    const TempFolder folder;
    {
        Playing playing(options_for(folder));
        playing.score(1, 1);
        give(playing.service, tap(kAnna, 2, AddScore{Side::kHome, 1}));
        give(playing.service, tap(kAnna, 3, AddScore{Side::kHome, 1}));
        auto batch = *playing.service.take_batch();
        batch.entries[1].sealed.body.id = {kAnna, 1}; // breaks UNIQUE (writer, seq)

        EXPECT_NE(playing.store->commit(batch.entries), "");
    }

    EXPECT_EQ(opened(options_for(folder))->take_recovered().head, 2u);
}

TEST(LogStoreTest, RefusesABoardIdThatItCannotRead)
{
    const TempFolder folder;
    fs::create_directories(folder.file("data"));
    std::ofstream(folder.file("data") + "/board-id") << "court one\n";

    const auto store = LogStore::open(options_for(folder));

    ASSERT_FALSE(store);
    EXPECT_THAT(store.error().text, HasSubstr("board-id"));
}

} // namespace
} // namespace scoreboard::store
