#include "store/intent_file.h"

#include <csignal>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temp_folder.h"

namespace scoreboard::store {
namespace {

using core::Intent;
using support::TempFolder;

Intent intent(match::Seq seq)
{
    Intent intent;
    intent.id.seq = seq;
    intent.hash.fill(static_cast<std::uint8_t>(seq));
    return intent;
}

// What a start of the daemon finds to be poisonous.
std::optional<Intent> start(const std::string& path)
{
    return (*IntentFile::open(path))->poisonous();
}

// A process that dies while it decides `last`.
void die_deciding(const std::string& path, std::optional<Intent> calm, const Intent& last)
{
    const pid_t child = ::fork();
    if (child == 0) {
        auto file = std::move(*IntentFile::open(path));
        if (calm) {
            file->begin(*calm);
            file->end();
        }
        file->begin(last);
        ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
}

TEST(IntentFileTest, R13NamesTheCommandThatTwoStartsInARowDiedOf)
{
    const TempFolder folder;
    const std::string path = folder.file("intent");

    die_deciding(path, std::nullopt, intent(7));
    die_deciding(path, intent(3), intent(7)); // another command was decided well in between

    EXPECT_EQ(start(path), intent(7));
}

TEST(IntentFileTest, R13BlamesNobodyForOneCrashOrForTwoOfDifferentCommands)
{
    const TempFolder folder;
    const std::string once = folder.file("once");
    const std::string different = folder.file("different");

    die_deciding(once, std::nullopt, intent(7));
    die_deciding(different, std::nullopt, intent(7));
    die_deciding(different, std::nullopt, intent(8));

    EXPECT_FALSE(start(once));
    EXPECT_FALSE(start(different));
}

TEST(IntentFileTest, ForgetsACommandThatWasDecided)
{
    const TempFolder folder;
    const std::string path = folder.file("intent");
    for (int n = 0; n < 2; ++n) {
        auto file = std::move(*IntentFile::open(path));
        file->begin(intent(7));
        file->end();
    }

    EXPECT_FALSE(start(path));
}

TEST(IntentFileTest, SaysWhereItCannotNote)
{
    const TempFolder folder;

    const auto file = IntentFile::open(folder.path());

    ASSERT_FALSE(file);
    EXPECT_THAT(file.error().text, testing::HasSubstr(folder.path().string()));
}

} // namespace
} // namespace scoreboard::store
