#include "sport_pages.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

namespace scoreboard::docs {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(SCOREBOARD_SOURCE_DIR) / "docs/sports";

std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(SportPagesTest, SayWhatTheRulesetsSay)
{
    for (const Page& page : sport_pages()) {
        EXPECT_EQ(contents(kFolder / page.file), page.text) << page.file << ": run ./dev docs and commit it";
    }
}

TEST(SportPagesTest, AreThereForNoSportThatIsGone)
{
    std::set<std::string> known;
    for (const Page& page : sport_pages()) {
        known.insert(page.file);
    }

    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        EXPECT_TRUE(known.contains(entry.path().filename().string())) << entry.path();
    }
}

} // namespace
} // namespace scoreboard::docs
