#include "sport_pages.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "facts.h"
#include "match/sports/articles.h"

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

// An article, or that none is known, or that the value is none of a book.
TEST(SportPagesTest, OfEveryLineItIsSaidWhereItStands)
{
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        for (const Fact& fact : facts_of(ruleset)) {
            if (!fact.rule.empty()) {
                EXPECT_NE(match::sports::article_of(ruleset, fact.rule), nullptr)
                    << ruleset.id << " " << fact.rule << " (" << fact.what << "): name it in its books";
            }
        }
    }
}

TEST(SportPagesTest, NoArticleIsNamedForWhatNoneOfItsRulesetsHas)
{
    std::set<const match::sports::Article*> shown;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        for (const Fact& fact : facts_of(ruleset)) {
            if (!fact.rule.empty()) {
                shown.insert(match::sports::article_of(ruleset, fact.rule));
            }
        }
    }

    for (const match::sports::Book& book : match::sports::all_books()) {
        for (const match::sports::Article& article : book.articles) {
            EXPECT_TRUE(shown.contains(&article)) << book.rulesets << " " << article.rule;
        }
    }
}

} // namespace
} // namespace scoreboard::docs
