#include "match/sports/articles.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace scoreboard::match::sports {
namespace {

std::string place_of(const char* ruleset, const char* rule)
{
    const Article* article = article_of(*find_ruleset(ruleset), rule);
    return article == nullptr ? "nothing" : article->place;
}

TEST(ArticlesTest, TheNearestBookAndTheFullestNameOfARuleSay)
{
    struct Row {
        const char* ruleset;
        const char* rule;
        const char* place;
    };
    const Row rows[] = {
        {"basketball.fiba.2026", "fouls", "42"},
        {"basketball.fiba.2024", "fouls", "41"},
        {"basketball.fiba.2024", "periods.count", "8.1"}, // as both editions number it
        {"handball.ihf.2016", "timeouts", "2:10"},
        {"handball.ihf_3to.2016", "timeouts", "2:10, note"},
        {"handball.ihf_3to.2016", "timeouts.length", "2:10"},
        {"ice_hockey.iihf.2025", "penalties.major", "rule 20"},
        {"ice_hockey.iihf.2025", "penalties.penalty shot", "rules 15 to 26"}, // of the part
        {"tennis.itf_short_clock.2026", "tennis.games", "appendix V"},
        {"tennis.itf_short_clock.2026", "tennis.sets_to_win", "rule 7"},
        {"handball.ihf.2016", "shot_clock", "nothing"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(place_of(row.ruleset, row.rule), row.place) << row.ruleset << " " << row.rule;
    }
}

TEST(ArticlesTest, EveryBookIsForARulesetAndSaysEveryThingOnce)
{
    std::set<std::string> books;
    for (const Book& book : all_books()) {
        EXPECT_TRUE(books.insert(book.rulesets).second) << book.rulesets;
        EXPECT_TRUE(
            std::any_of(all_rulesets().begin(), all_rulesets().end(),
                        [&book](const Ruleset& ruleset) { return ruleset.id.rfind(book.rulesets, 0) == 0; }))
            << book.rulesets;
        std::set<std::string> rules;
        for (const Article& article : book.articles) {
            EXPECT_TRUE(rules.insert(article.rule).second) << book.rulesets << " " << article.rule;
        }
    }
}

TEST(ArticlesTest, WhereThereIsNoRuleBookNoArticleIsNamed)
{
    const Article* article = article_of(*find_ruleset("free.any.1"), "score");

    ASSERT_NE(article, nullptr);
    EXPECT_EQ(article->place, "");
    EXPECT_EQ(article->basis, Basis::kBoard);
}

} // namespace
} // namespace scoreboard::match::sports
