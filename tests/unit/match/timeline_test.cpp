#include "match/timeline.h"

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::counts_at;
using support::kOtherTablet;
using support::kTablet;
using support::TestMatch;
using support::writer;

constexpr AddScore kTwo{Side::kHome, 2};

int home(const TestMatch& match)
{
    return score(match.state(), Side::kHome);
}

TEST(TimelineTest, UndoIsRefusedForWhatCannotBeUndone)
{
    TestMatch match;
    const CommandId start = match.timeline().entries()[0].id();
    match.give(at(1), AddScore{Side::kHome, -1});
    const CommandId refused = match.last();
    match.give(at(2), kTwo);
    const CommandId added = match.last();
    match.give(at(3), Undo{added});
    const CommandId undo = match.last();
    match.give(at(4), BoardBoot{600s, 24s}, std::nullopt, support::kBoardWriter);
    const CommandId boot = match.last();

    EXPECT_EQ(match.give(at(5), Undo{start}).reason, Reason::kNoTarget);
    EXPECT_EQ(match.give(at(5), Undo{refused}).reason, Reason::kNoTarget);
    EXPECT_EQ(match.give(at(5), Undo{boot}).reason, Reason::kNoTarget);
    EXPECT_EQ(match.give(at(5), Undo{CommandId{writer(9), 77}}).reason, Reason::kNoTarget);
    EXPECT_EQ(match.give(at(5), Undo{undo}).reason, Reason::kNoTarget);
    EXPECT_EQ(match.give(at(5), Undo{added}).reason, Reason::kAlready);
    EXPECT_EQ(match.give(at(5), Redo{added}).reason, Reason::kNoTarget);
    EXPECT_EQ(match.give(at(5), Redo{CommandId{writer(9), 77}}).reason, Reason::kNoTarget);
    EXPECT_TRUE(match.give(at(5), Redo{undo}).applied);
    EXPECT_EQ(match.give(at(5), Redo{undo}).reason, Reason::kAlready);
}

TEST(TimelineTest, UndoRedoAndUndoAgain)
{
    TestMatch match;
    match.give(at(1), kTwo);
    const CommandId added = match.last();

    match.give(at(2), Undo{added});
    EXPECT_TRUE(match.timeline().voided(added));
    EXPECT_EQ(home(match), 0);
    match.give(at(3), Redo{match.last()});
    EXPECT_FALSE(match.timeline().voided(added));
    EXPECT_EQ(home(match), 2);
    match.give(at(4), Undo{added});

    EXPECT_TRUE(match.timeline().voided(added));
    EXPECT_EQ(home(match), 0);
}

TEST(TimelineTest, AnEntryThatTheRulesRefuseNowIsMarkedAndCountsAgainWhenTheCauseIsGone)
{
    TestMatch match;
    match.give(at(1), kTwo);
    const CommandId added = match.last();
    match.give(at(2), AddScore{Side::kHome, -1});
    const CommandId taken = match.last();

    match.give(at(3), Undo{added});
    EXPECT_TRUE(match.timeline().ineffective(taken));
    EXPECT_EQ(home(match), 0);
    match.give(at(4), Redo{match.last()});

    EXPECT_FALSE(match.timeline().ineffective(taken));
    EXPECT_EQ(home(match), 1);
}

TEST(TimelineTest, ALateEntryIsFoldedAtItsPlace)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), SetClock{ClockId::kGame, 300s});

    match.give(at(112), StopClock{}, counts_at(at(105)));

    EXPECT_FALSE(runs(match.state(), ClockId::kGame, at(113)));
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(113)), 300s);
}

TEST(TimelineTest, EntriesOfOneMomentAreFoldedInTheOrderTheyWereRecorded)
{
    TestMatch match;
    match.give(at(5), SetScore{Side::kHome, 4, std::nullopt});
    match.give(at(5), SetScore{Side::kHome, 9, std::nullopt});

    EXPECT_EQ(home(match), 9);
}

TEST(TimelineTest, TimesOfTwoBootsAreNeverCompared)
{
    TestMatch match;
    match.give(at(5000), StartClock{});
    match.give(at(5010), StopClock{});
    match.give(at(2), BoardBoot{590s, 24s}, std::nullopt, support::kBoardWriter);
    match.give(at(3), StartClock{});
    match.give(at(9), StopClock{}, counts_at(at(8)));

    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(20)), 585s);
    EXPECT_EQ(value_at(match.timeline().state_at(at(7)), ClockId::kGame, at(7)), 586s);
}

TEST(TimelineTest, TellsTheStateAtAnyMomentOfThisBoot)
{
    TestMatch match;
    for (int i = 1; i <= 300; ++i) {
        match.give(at(i), AddScore{Side::kHome, 1});
    }

    for (const int when : {1, 2, 63, 64, 65, 128, 200, 299, 300, 400}) {
        EXPECT_EQ(score(match.timeline().state_at(at(when)), Side::kHome), std::min(when, 300));
    }
    EXPECT_EQ(score(match.timeline().state_at(at(0.5)), Side::kHome), 0);
}

TEST(TimelineTest, DroppingABatchLeavesNoTraceOfIt)
{
    TestMatch match;
    match.give(at(1), kTwo);
    const CommandId first = match.last();
    match.give(at(2), AddScore{Side::kHome, 3});
    const CommandId second = match.last();
    match.give(at(3), Undo{second});
    const CommandId undo = match.last();
    const MatchState before = match.state();
    const Rev rev = match.timeline().rev();
    match.give(at(4), StartClock{});
    match.give(at(5), Undo{first});
    match.give(at(6), Redo{undo});
    match.give(at(7), BoardBoot{1s, 1s}, std::nullopt, support::kBoardWriter);
    const CommandId dropped = match.last();

    match.timeline().drop_after(rev);

    EXPECT_EQ(match.state(), before);
    EXPECT_EQ(match.timeline().rev(), rev);
    EXPECT_EQ(match.timeline().find(dropped), nullptr);
    EXPECT_FALSE(match.timeline().voided(first));
    EXPECT_TRUE(match.timeline().voided(second));
    EXPECT_TRUE(match.give(at(8), Redo{undo}).applied);
    EXPECT_EQ(home(match), 5);
}

TEST(TimelineTest, KeyUndoNamesTheNewestOwnEntryThatCounts)
{
    TestMatch match;
    EXPECT_EQ(match.timeline().undo_target(writer(kTablet)), std::nullopt);
    match.give(at(1), kTwo);
    const CommandId first = match.last();
    match.give(at(2), StartTimeout{Side::kHome}); // refused: before the match
    match.give(at(3), kTwo, std::nullopt, kOtherTablet);
    const CommandId others = match.last();
    match.give(at(4), SoundHorn{});
    const CommandId horn = match.last();

    EXPECT_EQ(match.timeline().undo_target(writer(kTablet)), horn);
    EXPECT_EQ(match.timeline().undo_target(writer(kOtherTablet)), others);
    match.give(at(5), Undo{horn});
    EXPECT_EQ(match.timeline().undo_target(writer(kTablet)), first);
    match.give(at(6), Undo{first});
    EXPECT_EQ(match.timeline().undo_target(writer(kTablet)), std::nullopt);
    EXPECT_EQ(match.timeline().undo_target(writer(support::kBoardWriter)), std::nullopt);
}

TEST(TimelineTest, KeyRedoNamesTheNewestOwnUndoUntilSomethingElseIsEntered)
{
    TestMatch match;
    match.give(at(1), kTwo);
    const CommandId first = match.last();
    match.give(at(2), kTwo);
    const CommandId second = match.last();
    EXPECT_EQ(match.timeline().redo_target(writer(kTablet)), std::nullopt);

    match.give(at(3), Undo{second});
    const CommandId undo_second = match.last();
    match.give(at(4), Undo{first});
    const CommandId undo_first = match.last();

    EXPECT_EQ(match.timeline().redo_target(writer(kTablet)), undo_first);
    match.give(at(5), Redo{undo_first});
    EXPECT_EQ(match.timeline().redo_target(writer(kTablet)), undo_second);
    match.give(at(6), kTwo, std::nullopt, kOtherTablet);
    EXPECT_EQ(match.timeline().redo_target(writer(kTablet)), undo_second);
    match.give(at(7), SoundHorn{});
    EXPECT_EQ(match.timeline().redo_target(writer(kTablet)), std::nullopt);
}

TEST(TimelineTest, JudgesALateStartByWhatWasThen)
{
    TestMatch match;
    match.give(at(100), StartClock{});
    match.give(at(110), StopClock{});

    EXPECT_EQ(match.timeline().judge(match.next(at(111), StartClock{}, counts_at(at(105)))).reason,
              Reason::kAlreadyRunning);
    EXPECT_TRUE(match.timeline().judge(match.next(at(111), StartClock{}, counts_at(at(110.5)))).applied);
}

TEST(TimelineTest, JudgingChangesNothing)
{
    TestMatch match;
    const MatchState before = match.state();

    (void)match.timeline().judge(match.next(at(1), kTwo));

    EXPECT_EQ(match.state(), before);
    EXPECT_EQ(match.timeline().rev(), 1U);
}

} // namespace
} // namespace scoreboard::match
