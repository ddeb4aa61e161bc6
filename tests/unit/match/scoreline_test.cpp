#include "match/scoreline.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::TestMatch;

TEST(ScorelineTest, NamesThePeriodInTheWordsOfTheHall)
{
    struct Row {
        PeriodPhase at;
        const char* expected;
    };
    const Row rows[] = {
        {{1, Phase::kPre}, "PRE-GAME"},    {{1, Phase::kPlay}, "Q1"},
        {{1, Phase::kInterval}, "Q1 END"}, {{2, Phase::kInterval}, "HALF-TIME"},
        {{4, Phase::kPlay}, "Q4"},         {{4, Phase::kInterval}, "Q4 END"},
        {{5, Phase::kPlay}, "OT1"},        {{5, Phase::kInterval}, "OT1 END"},
        {{12, Phase::kPlay}, "OT8"},       {{4, Phase::kFinal}, "FINAL"},
    };
    for (const Row& row : rows) {
        MatchState state = TestMatch().state();
        state.at = row.at;

        EXPECT_EQ(scoreline(support::basketball(), state, at(0)).period_text, row.expected);
    }
}

// Goal: whoever draws a scoreline and draws it again at next_change never shows anything old, running values
// aside. Method: between two changes, nothing else may differ.
TEST(ScorelineTest, NothingButRunningValuesChangesBeforeTheNextChange)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    for (int i = 0; i < 6; ++i) {
        match.give(at(101 + i), NextPeriod{});
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{4, Phase::kPlay}));
    match.give(at(110), SetClock{ClockId::kGame, 130s});
    match.give(at(110), StartTimeout{Side::kHome});
    const MatchState in_timeout = match.state();
    match.give(at(200), StartClock{});
    match.give(at(201), SoundHorn{});
    const auto still = [](const Scoreline& line) {
        return std::tuple(line.game.running, line.game.tenths, line.shot.running, line.shot.tenths, line.horn,
                          line.home.timeouts_left, line.guest.timeouts_left, line.timeout.has_value(),
                          line.timeout ? line.timeout->signal : false);
    };
    struct Row {
        const MatchState& state;
        double from;
        int changes;
    };
    // In the time-out: its signal and its end. Then: the horn's end, 2:00, tenths and 0.0 of both clocks.
    for (const Row& row : {Row{in_timeout, 111, 1}, Row{match.state(), 201, 6}}) {
        int changes = 0;
        for (BoardTime now = at(row.from); now < at(340); now += 50ms) {
            const Scoreline before = scoreline(support::basketball(), row.state, now);
            const Scoreline after = scoreline(support::basketball(), row.state, now + 50ms);
            if (still(before) != still(after)) {
                ASSERT_TRUE(before.next_change.has_value());
                EXPECT_GT(*before.next_change, now);
                EXPECT_LE(*before.next_change, now + 50ms);
                ++changes;
            }
        }
        EXPECT_GE(changes, row.changes);
        EXPECT_EQ(scoreline(support::basketball(), row.state, at(400)).next_change, std::nullopt);
    }
}

TEST(ScorelineTest, HornSoundsForASecondAndAHalf)
{
    TestMatch match;
    match.give(at(10), SoundHorn{});

    EXPECT_FALSE(match.line(at(9.9)).horn);
    EXPECT_TRUE(match.line(at(10)).horn);
    EXPECT_TRUE(match.line(at(11.4)).horn);
    EXPECT_FALSE(match.line(at(11.5)).horn);
    EXPECT_EQ(match.line(at(10)).next_change, at(11.5));
}

TEST(ScorelineTest, EverySoundingOfTheHornHasAnotherGeneration)
{
    TestMatch match;
    match.give(at(10), SoundHorn{});
    EXPECT_EQ(match.state().horn->generation, 1);
    for (int i = 0; i < 256; ++i) {
        match.give(at(11 + i), SoundHorn{});
    }

    EXPECT_EQ(match.state().horn->generation, 1); // 8 bits, and around
}

bool asks_to_end(const TestMatch& match, double now)
{
    const std::vector<std::string> prompts = match.line(at(now)).prompts;
    return std::find(prompts.begin(), prompts.end(), "END THE MATCH") != prompts.end();
}

TEST(ScorelineTest, AsksForTheEndWhenALevelMatchIsCorrectedBeforeItsOvertime)
{
    TestMatch match;
    match.give(at(1), StartClock{});
    for (int i = 0; i < 7; ++i) {
        match.give(at(2 + i), NextPeriod{});
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{4, Phase::kInterval}));
    EXPECT_FALSE(asks_to_end(match, 20));

    match.give(at(21), AddScore{Side::kGuest, 2});

    EXPECT_TRUE(asks_to_end(match, 22));
}

TEST(ScorelineTest, AsksForTheEndAtTheLeadThatWinsAtOnce)
{
    TestMatch match(*find_ruleset("wrestling.uww.2025"));
    match.give(at(1), StartClock{});
    match.give(at(2), SetScore{Side::kHome, 9, std::nullopt});
    EXPECT_FALSE(asks_to_end(match, 3));

    match.give(at(4), AddScore{Side::kHome, 1});

    EXPECT_TRUE(asks_to_end(match, 5));
}

TEST(ScorelineTest, TheGoalOfAShootOutHasAColumnOfItsOwn)
{
    EXPECT_EQ(period_name(*find_ruleset("ice_hockey.iihf.2025"), 4), "OT1");
    EXPECT_EQ(period_name(*find_ruleset("ice_hockey.iihf.2025"), 5), "SO");
    EXPECT_EQ(period_name(support::basketball(), 6), "OT2");
}

TEST(ScorelineTest, FootballWarnsInAnOvertimeWithAClockToo)
{
    TestMatch match(*find_ruleset("american_football.nfl.2025"));
    match.give(at(1), StartClock{});
    for (int i = 0; i < 8; ++i) {
        match.give(at(2 + i), NextPeriod{});
    }
    ASSERT_EQ(match.state().at, (PeriodPhase{5, Phase::kPlay}));

    match.give(at(20), SetClock{ClockId::kGame, std::chrono::minutes(2)});

    EXPECT_EQ(match.line(at(21)).prompts, (std::vector<std::string>{"2:00 WARNING"}));
}

} // namespace
} // namespace scoreboard::match
