#include "headless/tap_words.h"

#include <gtest/gtest.h>
#include <sstream>

#include "headless/action_words.h"
#include "support/test_match.h"

namespace scoreboard::headless {
namespace {

using namespace std::chrono_literals;
using match::ClockId;
using match::Side;

std::vector<std::string> split(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

TEST(TapWordsTest, ReadsCorrectionsOfAnEntryByItsNumber)
{
    const auto edit = parse_tap(split("edit 1042 add guest 3"));
    const auto insert = parse_tap(split("insert 7 penalty home minor 15"));
    const auto take_back = parse_tap(split("void 12"));

    ASSERT_TRUE(edit && insert && take_back);
    EXPECT_EQ(std::get<CorrectionKey>(*edit).kind, CorrectionKey::Kind::kEdit);
    EXPECT_EQ(std::get<CorrectionKey>(*edit).entry, 1042U);
    EXPECT_EQ(std::get<match::Command>(std::get<CorrectionKey>(*edit).what),
              match::Command(match::AddScore{Side::kGuest, 3}));
    EXPECT_EQ(std::get<ActionKey>(std::get<CorrectionKey>(*insert).what).name, "penalty home minor 15");
    EXPECT_EQ(std::get<CorrectionKey>(*take_back).kind, CorrectionKey::Kind::kVoid);
    for (const char* words : {"edit 9 possession guest", "edit 9 down 3 7 42", "insert 9 attempt home goal",
                              "insert 9 pitch strike", "edit 9 base 2", "insert 9 penalty end home 1",
                              "insert 9 penalty home minor coincidental 15"}) {
        EXPECT_TRUE(parse_tap(split(words))) << words;
    }
    for (const char* words :
         {"edit", "edit 3", "edit x add home 1", "edit 0 add home 1", "edit 3 clock start", "insert 3 undo",
          "insert 3 nonsense", "void", "void 3 add home 1", "void -1"}) {
        EXPECT_FALSE(parse_tap(split(words))) << words;
    }
}

TEST(TapWordsTest, ReadsEveryCommandOfTheCommandLine)
{
    struct Row {
        const char* words;
        match::Command command;
    };
    const Row rows[] = {
        {"add home 2", match::AddScore{Side::kHome, 2}},
        {"add guest -1", match::AddScore{Side::kGuest, -1}},
        {"add guest +3", match::AddScore{Side::kGuest, 3}},
        {"set home 50", match::SetScore{Side::kHome, 50, std::nullopt}},
        {"add home 2 7", match::AddScore{Side::kHome, 2, 7}},
        {"add guest -1 7", match::AddScore{Side::kGuest, -1, 7}},
        {"foul guest", match::AddFoul{Side::kGuest, 1}},
        {"foul guest 0", match::AddFoul{Side::kGuest, 1, 0}},
        {"foul home -1", match::AddFoul{Side::kHome, -1}},
        {"foul home -1 15", match::AddFoul{Side::kHome, -1, 15}},
        {"penalties adjust +6", match::AdjustPenalties{6s}},
        {"penalties adjust -90", match::AdjustPenalties{-90s}},
        {"penalties adjust -0:06.3", match::AdjustPenalties{-6300ms}},
        {"batter 27", match::SetBatter{27}},
        {"name guest Red Hawks", match::SetTeamName{Side::kGuest, "Red Hawks"}},
        {"down 3 7 42", match::SetDowns{{3, 7, 42}}},
        {"clock start", match::StartClock{ClockId::kGame}},
        {"clock stop", match::StopClock{ClockId::kGame}},
        {"clock set 7:42.3", match::SetClock{ClockId::kGame, 7min + 42300ms}},
        {"shot 24", match::ResetShotClock{24s}},
        {"shot 30", match::ResetShotClock{30s}},
        {"shot hold", match::StopClock{ClockId::kShot}},
        {"shot run", match::StartClock{ClockId::kShot}},
        {"shot blank", match::BlankShotClock{}},
        {"horn", match::SoundHorn{}},
        {"period next", match::NextPeriod{}},
        {"timeout home", match::StartTimeout{Side::kHome}},
        {"possession guest", match::SetPossession{Side::kGuest, std::nullopt}},
    };
    for (const Row& row : rows) {
        const auto tap = parse_tap(split(row.words));

        ASSERT_TRUE(tap.has_value()) << row.words;
        ASSERT_TRUE(std::holds_alternative<match::Command>(*tap)) << row.words;
        EXPECT_EQ(std::get<match::Command>(*tap), row.command) << row.words;
    }
    for (const char* words : {"count home yellow card", "added 2", "match end", "timeout end",
                              "timeout home short", "shot accept"}) {
        const auto tap = parse_tap(split(words));

        ASSERT_TRUE(tap.has_value()) << words;
        ASSERT_TRUE(std::holds_alternative<ActionKey>(*tap)) << words;
        EXPECT_EQ(std::get<ActionKey>(*tap).name, words);
    }
    EXPECT_TRUE(std::holds_alternative<UndoKey>(*parse_tap({"undo"})));
    EXPECT_TRUE(std::holds_alternative<RedoKey>(*parse_tap({"redo"})));
    EXPECT_TRUE(std::holds_alternative<AcceptKey>(*parse_tap({"clock", "accept"})));
}

// What `actions` lists can be given as it stands there.
TEST(TapWordsTest, ReadsEveryActionOfEverySport)
{
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        const support::TestMatch match(ruleset);
        for (const match::Action& action : match::all_actions(ruleset, match.state())) {
            EXPECT_TRUE(parse_tap(split(action.name))) << ruleset.id << ": " << action.name;
        }
        for (const match::Action& action : examples(ruleset, match.state())) {
            const auto tap = parse_tap(split(action.name));

            ASSERT_TRUE(tap) << ruleset.id << ": " << action.name;
            EXPECT_EQ(std::get<match::Command>(*tap), action.command) << action.name;
        }
    }
}

TEST(TapWordsTest, CreditsAPlayerWhereTheActionCan)
{
    const support::TestMatch hockey(*match::find_ruleset("ice_hockey.iihf.2025"));
    const auto actions = match::all_actions(*match::find_ruleset("ice_hockey.iihf.2025"), hockey.state());

    EXPECT_EQ(command_named(actions, "penalty home minor 15"),
              match::Command(match::AddPenalty{Side::kHome, 0, 15, false}));
    EXPECT_EQ(command_named(actions, "add guest 1 9"), match::Command(match::AddScore{Side::kGuest, 1, 9}));
    EXPECT_EQ(command_named(actions, "horn 9"), std::nullopt);
    EXPECT_EQ(command_named(actions, "penalty home minor 15 16"), std::nullopt);
}

// Goal: what the rules do not know is refused with what they know, before it counts.
TEST(TapWordsTest, PointsThatTheRulesDoNotKnowAtOnceAreRefusedWithThoseThatTheyDo)
{
    struct Row {
        const char* ruleset;
        int points;
        const char* said;
    };
    const Row rows[] = {
        {"basketball.fiba.2026", 3, ""},
        {"basketball.fiba.2026", -5, ""},
        {"basketball.fiba.2026", 5,
         "No 5 at once: Basketball, FIBA 2026 adds 1, 2 or 3; 'set home N' sets the score."},
        {"tennis.itf_bo3.2026", 2, "No 2 at once: Tennis, ITF best of 3 adds 1."},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(
            why_not_at_once(*match::find_ruleset(row.ruleset), match::AddScore{Side::kHome, row.points}),
            row.said);
    }
    EXPECT_EQ(why_not_at_once(match::default_ruleset(), match::SoundHorn{}), "");
}

TEST(TapWordsTest, SaysWhatItDidNotUnderstand)
{
    for (const char* words : {"",
                              "add",
                              "add home",
                              "add home two",
                              "add away 2",
                              "add home 2 x",
                              "add home 2 -3",
                              "add home 2 3 4",
                              "set home 2 3",
                              "add home 1000",
                              "foul",
                              "foul home two",
                              "foul home -2",
                              "foul home 1000",
                              "foul home -1 -1",
                              "foul home 7 8",
                              "penalties",
                              "penalties adjust",
                              "penalties adjust 0",
                              "penalties adjust x",
                              "penalties adjust 0:06.3",
                              "batter",
                              "batter -1",
                              "batter nine",
                              "clock",
                              "clock set",
                              "clock set 7:75",
                              "clock go",
                              "shot -3",
                              "period",
                              "period previous",
                              "undo it",
                              "goal home",
                              "add home 2x",
                              "add home +"}) {
        const auto tap = parse_tap(split(words));

        ASSERT_TRUE(tap.has_error()) << words;
        EXPECT_FALSE(tap.error().what.empty()) << words;
    }
}

TEST(TapWordsTest, KnowsWhichTapsNeedTheNewestMatch)
{
    for (const char* words :
         {"undo", "redo", "clock accept", "set home 5", "possession home", "period next"}) {
        EXPECT_TRUE(depends_on_match(*parse_tap(split(words)))) << words;
    }
    for (const char* words : {"add home 2", "clock stop", "shot 24", "horn", "foul home", "timeout guest"}) {
        EXPECT_FALSE(depends_on_match(*parse_tap(split(words)))) << words;
    }
}

} // namespace
} // namespace scoreboard::headless
