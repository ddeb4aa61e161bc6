#include "durable/database.h"

#include <SQLiteCpp/Statement.h>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temp_folder.h"

namespace scoreboard::durable {
namespace {

using support::TempFolder;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

Options options()
{
    return {.noun = "journal",
            .application_id = 0x53425431,
            .schema_version = 1,
            .schema = "CREATE TABLE tap(seq INTEGER PRIMARY KEY, body BLOB)",
            .if_damaged = "taps may be in it"};
}

std::unique_ptr<Database> opened(const std::string& path)
{
    auto database = Database::open(path, options());
    EXPECT_TRUE(database) << (database ? "" : database.error().text);
    return database ? std::move(*database) : nullptr;
}

int taps(Database& database)
{
    return database.sqlite().execAndGet("SELECT count(*) FROM tap").getInt();
}

std::string text_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Runs `body` in a process of its own, which ends by SIGKILL when body returns.
template <class Body>
void run_and_kill(Body body)
{
    const pid_t child = ::fork();
    if (child == 0) {
        body();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(DatabaseTest, CommitsWithSettingsThatSurviveAPowerCut)
{
    const TempFolder folder;
    const auto database = opened(folder.file("a.journal"));
    const auto ask = [&](const std::string& pragma) {
        return database->sqlite().execAndGet("PRAGMA " + pragma).getString();
    };

    EXPECT_TRUE(database->created());
    EXPECT_EQ(ask("journal_mode"), "wal");
    EXPECT_EQ(ask("synchronous"), "2");
    EXPECT_EQ(ask("locking_mode"), "exclusive");
    EXPECT_EQ(ask("page_size"), "4096");
    EXPECT_EQ(ask("wal_autocheckpoint"), "0");
    EXPECT_EQ(ask("cell_size_check"), "1");
    EXPECT_EQ(ask("trusted_schema"), "0");
    EXPECT_EQ(ask("mmap_size"), "0");
    EXPECT_EQ(ask("temp_store"), "2");
    EXPECT_FALSE(fs::exists(folder.file("a.journal-shm")));
}

TEST(DatabaseTest, KeepsWhatWasCommittedWhenTheProcessIsKilled)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    run_and_kill([&] {
        auto database = opened(path);
        database->sqlite().exec("INSERT INTO tap VALUES(1, x'aa')");
        new auto(std::move(database)); // not closed
    });
    ASSERT_TRUE(fs::exists(path + "-wal"));

    const auto again = opened(path);

    EXPECT_EQ(taps(*again), 1);
    EXPECT_FALSE(again->created());
    EXPECT_THAT(again->notice(), IsEmpty());
    EXPECT_EQ(fs::file_size(path + "-wal"), 0u) << "the write-ahead log is moved in before anything is added";
}

TEST(DatabaseTest, KeepsTheSizeOfTheWriteAheadLogWithinAMebibyte)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    const auto database = opened(path);

    for (int i = 0; i < 600; ++i) {
        database->sqlite().exec("INSERT INTO tap(body) VALUES(zeroblob(3000))");
        database->checkpoint_if_large();
        ASSERT_LE(database->wal_bytes(), 1024u * 1024 + 8 * 4120);
    }

    EXPECT_EQ(taps(*database), 600);
    EXPECT_LE(fs::file_size(path + "-wal"), 1024u * 1024 + 16 * 4120);
}

TEST(DatabaseTest, NamesTheProcessThatHasTheFile)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    const auto first = opened(path);

    const auto second = Database::open(path, options());

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, FailureKind::kInUse);
    EXPECT_THAT(second.error().text, HasSubstr("durable_test (pid " + std::to_string(::getpid()) + ")"));
}

TEST(DatabaseTest, NamesAProgramThatHasTheDatabaseWithoutTheLock)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    opened(path).reset();
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        sqlite3* handle = nullptr;
        sqlite3_open(path.c_str(), &handle);
        sqlite3_exec(handle, "BEGIN IMMEDIATE; INSERT INTO tap VALUES(9, NULL)", nullptr, nullptr, nullptr);
        [[maybe_unused]] const ssize_t ready = ::write(pipe_ends[1], "x", 1);
        ::pause();
    }
    char byte = 0;
    ASSERT_EQ(::read(pipe_ends[0], &byte, 1), 1);

    const auto second = Database::open(path, options());

    EXPECT_FALSE(second);
    if (!second) {
        EXPECT_EQ(second.error().kind, FailureKind::kInUse);
        EXPECT_THAT(second.error().text, HasSubstr("(pid " + std::to_string(child) + ")"));
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

TEST(DatabaseTest, LeavesFilesOfOthersAsTheyAre)
{
    const TempFolder folder;
    const std::string text = folder.file("shopping.txt");
    std::ofstream(text) << "milk, bread and a whistle";
    const std::string other = folder.file("other.sqlite");
    {
        SQLite::Database database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("CREATE TABLE t(a)");
    }
    const std::string short_file = folder.file("short");
    std::ofstream(short_file) << "x";

    for (const std::string& path : {text, other, short_file}) {
        const std::string before = text_of(path);
        for (int attempt = 0; attempt < 2; ++attempt) { // The first refusal must not make it ours.
            const auto refused = Database::open(path, options());

            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().kind, FailureKind::kNotOurs);
            EXPECT_THAT(refused.error().text, HasSubstr(path));
        }
        EXPECT_EQ(text_of(path), before);
    }
    EXPECT_FALSE(fs::exists(text + ".lock"));
}

TEST(DatabaseTest, LeavesTheFileOfANewerVersionAsItIs)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    opened(path)->sqlite().exec("PRAGMA user_version=2");

    const auto refused = Database::open(path, options());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, FailureKind::kTooNew);
    EXPECT_THAT(refused.error().text, HasSubstr("format 2"));
}

TEST(DatabaseTest, SetsADamagedFileAsideAndBeginsAnew)
{
    struct Row {
        const char* what;
        void (*damage)(const std::string& path);
    };
    const Row rows[] = {
        {"cut in the middle",
         [](const std::string& path) { fs::resize_file(path, fs::file_size(path) / 2 + 100); }},
        {"cut to nothing", [](const std::string& path) { fs::resize_file(path, 0); }},
        {"cut in the header", [](const std::string& path) { fs::resize_file(path, 60); }},
        {"beginning overwritten",
         [](const std::string& path) {
             std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << "lost+found lost+found";
         }},
        {"a page overwritten",
         [](const std::string& path) {
             std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
             file.seekp(4096);
             file << std::string(4096, '\xa5');
         }},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const TempFolder folder;
        const std::string path = folder.file("a.journal");
        {
            const auto database = opened(path);
            for (int i = 0; i < 50; ++i) {
                database->sqlite().exec("INSERT INTO tap(body) VALUES(zeroblob(1000))");
            }
        }
        row.damage(path);
        const std::string damaged = text_of(path);

        const auto again = opened(path);

        ASSERT_TRUE(again);
        EXPECT_EQ(taps(*again), 0);
        EXPECT_TRUE(again->created());
        EXPECT_THAT(again->notice(), HasSubstr(path + ".damaged-1"));
        EXPECT_THAT(again->notice(), HasSubstr("taps may be in it"));
        EXPECT_EQ(text_of(path + ".damaged-1"), damaged);
    }
}

// One power cut garbles the page that is being moved in, the next one the lock, before anything is mended.
TEST(DatabaseTest, KnowsItsOwnByTheWriteAheadLogWhenItsBeginningAndItsLockAreGarbled)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    run_and_kill([&] {
        const auto database = opened(path);
        for (int i = 0; i < 50; ++i) {
            database->sqlite().exec("INSERT INTO tap(body) VALUES(zeroblob(1000))");
        }
        ::kill(::getpid(), SIGKILL); // before it closes the file
    });
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << std::string(4096, '\xa5');
    std::ofstream(path + ".lock", std::ios::binary) << std::string(25, '\xa5');

    const auto again = opened(path);

    ASSERT_TRUE(again);
    EXPECT_EQ(taps(*again), 50);
    EXPECT_EQ(again->notice(), "");
}

TEST(DatabaseTest, NeverOverwritesWhatWasSetAsideBefore)
{
    const TempFolder folder;
    const std::string path = folder.file("a.journal");
    for (int n = 1; n <= 3; ++n) {
        opened(path).reset();
        fs::resize_file(path, 0);

        const auto again = opened(path);

        EXPECT_TRUE(fs::exists(path + ".damaged-" + std::to_string(n)));
    }
}

TEST(DatabaseTest, SaysWhatIsWrongWithThePath)
{
    const TempFolder folder;

    const auto in_no_folder = Database::open(folder.file("none/a.journal"), options());
    const auto folder_itself = Database::open(folder.path().string(), options());

    ASSERT_FALSE(in_no_folder);
    EXPECT_THAT(in_no_folder.error().text, HasSubstr("does not exist; create it"));
    ASSERT_FALSE(folder_itself);
    EXPECT_THAT(folder_itself.error().text, HasSubstr("is a folder"));
}

TEST(DatabaseTest, OpensPathsThatLookLikeUris)
{
    const TempFolder folder;
    const std::string path = folder.file("50% home?guest#1.journal");

    const auto database = opened(path);

    EXPECT_TRUE(database);
    EXPECT_TRUE(fs::exists(path));
}

} // namespace
} // namespace scoreboard::durable
