#include <SQLiteCpp/Database.h>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/journal/journal_fixture.h"

// Goal: whatever happens to the process, the disk or the file, no saved tap is lost without a word.
namespace scoreboard::journal {
namespace {

using namespace client;
using support::TempFolder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
namespace fs = std::filesystem;

TEST(SqliteJournalDamageTest, KeepsEverySavedTapWhenKilledAtAnyMoment)
{
    const TempFolder folder;
    const std::string path = folder.file("tablet.journal");
    const match::WriterId writer = opened(path)->content().writer;
    match::Seq saved = 0;
    for (int round = 0; round < 10; ++round) {
        int pipe_ends[2];
        ASSERT_EQ(::pipe(pipe_ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto journal = opened(path);
            for (match::Seq seq = journal->content().next_seq;; ++seq) {
                if (!journal->commit({SaveTap{tap_of(writer, seq), {}}}).empty() ||
                    ::write(pipe_ends[1], &seq, sizeof seq) != sizeof seq) {
                    ::_exit(1);
                }
            }
        }
        for (int i = 0; i < 20 + 7 * round; ++i) {
            ASSERT_EQ(::read(pipe_ends[0], &saved, sizeof saved), ssize_t{sizeof saved});
        }

        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        ::close(pipe_ends[1]);
        while (::read(pipe_ends[0], &saved, sizeof saved) == ssize_t{sizeof saved}) {
        }
        ::close(pipe_ends[0]);
        const auto again = opened(path);
        ASSERT_TRUE(again);
        EXPECT_THAT(again->notice(), IsEmpty());
        ASSERT_GE(again->content().outbox.size(), saved);
        ASSERT_LE(again->content().outbox.size(), saved + 1); // the one between its commit and its word
        for (std::size_t i = 0; i < again->content().outbox.size(); ++i) {
            ASSERT_EQ(again->content().outbox[i].sealed, tap_of(writer, i + 1));
        }
    }
}

TEST(SqliteJournalDamageTest, SaysWhoHasTheJournal)
{
    const TempFolder folder;
    const std::string path = folder.file("tablet.journal");
    const auto first = opened(path);

    const auto second = SqliteJournal::open(path);

    ASSERT_FALSE(second);
    EXPECT_THAT(second.error(), HasSubstr("journal " + path + " is in use by journal_test (pid " +
                                          std::to_string(::getpid()) + ")"));
}

TEST(SqliteJournalDamageTest, LeavesAFileThatIsNoJournalAsItIs)
{
    const TempFolder folder;
    const std::string path = folder.file("holiday.jpg");
    std::ofstream(path) << "not a journal at all";

    const auto refused = SqliteJournal::open(path);

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error(), HasSubstr(path + " is not a journal of Scorewire"));
    EXPECT_EQ(fs::file_size(path), 20u);
}

TEST(SqliteJournalDamageTest, KeepsADamagedJournalAsideAndSaysSo)
{
    struct Row {
        const char* what;
        std::function<void(const std::string&)> damage;
    };
    const auto with_sql = [](const char* sql) {
        return [sql](const std::string& path) { SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql); };
    };
    const std::vector<Row> rows = {
        {"truncated", [](const std::string& path) { fs::resize_file(path, 5000); }},
        {"emptied", [](const std::string& path) { fs::resize_file(path, 0); }},
        {"a body of nonsense", with_sql("UPDATE outbox SET body = x'ffff'")},
        {"an ack of nonsense", with_sql("UPDATE outbox SET acked = x'ffff'")},
        {"a row of a later moment is gone", with_sql("DELETE FROM outbox WHERE seq = 40")},
        {"a next seq of an earlier moment", with_sql("UPDATE self SET next_seq = 20")},
        {"a count of an earlier moment", with_sql("UPDATE progress SET batches = 3")},
        {"no count", with_sql("DELETE FROM progress")},
        {"no name", with_sql("DELETE FROM self")},
        {"a short name", with_sql("UPDATE self SET writer = x'00'")},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const TempFolder folder;
        const std::string path = folder.file("tablet.journal");
        match::WriterId writer;
        {
            const auto journal = opened(path);
            writer = journal->content().writer;
            for (match::Seq seq = 1; seq <= 40; ++seq) {
                ASSERT_EQ(journal->commit({SaveTap{tap_of(writer, seq), {}}}), "");
            }
        }
        row.damage(path);

        const auto again = opened(path);

        ASSERT_TRUE(again);
        EXPECT_THAT(again->notice(), HasSubstr(path + ".damaged-1"));
        EXPECT_THAT(again->notice(), HasSubstr("not yet recorded"));
        EXPECT_TRUE(fs::exists(path + ".damaged-1"));
        EXPECT_NE(again->content().writer, writer) << "seqs of the lost journal must not be given again";
        EXPECT_THAT(again->content().outbox, IsEmpty());
        EXPECT_EQ(again->commit({SaveTap{tap_of(again->content().writer, 1), {}}}), "");
    }
}

TEST(SqliteJournalDamageTest, SaysThatTheDiskIsFullAndKeepsWhatItHad)
{
    const TempFolder folder;
    const std::string mount = folder.path().string();
    if (::mount("tmpfs", mount.c_str(), "tmpfs", 0, "size=256k") != 0) {
        GTEST_SKIP() << "only root may make a small disk";
    }
    const std::string path = folder.file("tablet.journal");
    auto journal = opened(path);
    const match::WriterId writer = journal->content().writer;
    match::Seq saved = 0;
    std::string sentence;

    while (sentence.empty() && saved < 10'000) {
        sentence = journal->commit({SaveTap{tap_of(writer, saved + 1), {}}});
        saved += sentence.empty() ? 1u : 0u;
    }

    EXPECT_THAT(sentence, HasSubstr("the disk is full; free some space"));
    EXPECT_GT(saved, 0u);
    EXPECT_EQ(::mount(nullptr, mount.c_str(), nullptr, MS_REMOUNT, "size=8m"),
              0); // somebody frees some space
    EXPECT_EQ(journal->commit({SaveTap{tap_of(writer, saved + 1), {}}}), "");
    journal.reset();
    EXPECT_THAT(opened(path)->content().outbox, SizeIs(saved + 1));
    ::umount(mount.c_str());
}

} // namespace
} // namespace scoreboard::journal
