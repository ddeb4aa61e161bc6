#include <gtest/gtest.h>

#include "match/timeline.h"
#include "support/played_match.h"

// What edit and insert do to a match, and what cannot be corrected.
namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::counts_at;
using support::TestMatch;
using support::writer;

constexpr AddScore kTwo{Side::kHome, 2};
constexpr AddScore kThree{Side::kHome, 3};

std::string score_of(const TestMatch& match)
{
    return std::to_string(score(match.state(), Side::kHome)) + ":" +
           std::to_string(score(match.state(), Side::kGuest));
}

CommandId given(TestMatch& match, double when, Command command)
{
    EXPECT_TRUE(match.give(at(when), std::move(command)).applied);
    return match.last();
}

TEST(CorrectionsTest, AnEditedEntryCountsWithItsNewValueAtItsOwnPlace)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    given(match, 2, SetScore{Side::kHome, 10, std::nullopt});

    given(match, 3, Edit{two, kThree});
    EXPECT_EQ(score_of(match), "10:0"); // what was set afterwards stands
    given(match, 4, Edit{two, AddScore{Side::kGuest, 2, 7}});

    EXPECT_EQ(score_of(match), "10:2");
    EXPECT_EQ(match.state().guest.players.at(0).number, 7);
    EXPECT_EQ(match.state().guest.score_version, two); // it is still the same entry
    EXPECT_EQ(match.timeline().counted_command(two), Command(AddScore{Side::kGuest, 2, 7}));
}

TEST(CorrectionsTest, OfSeveralEditsTheNewestInForceCounts)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    const CommandId first = given(match, 2, Edit{two, kThree});
    const CommandId second = given(match, 3, Edit{two, AddScore{Side::kHome, 1}});
    EXPECT_EQ(score_of(match), "1:0");
    EXPECT_FALSE(match.timeline().lost_sense(first).empty());

    given(match, 4, Undo{second});
    EXPECT_EQ(score_of(match), "3:0");
    EXPECT_TRUE(match.timeline().lost_sense(first).empty());
    const CommandId undo = given(match, 5, Undo{first});
    EXPECT_EQ(score_of(match), "2:0");
    given(match, 6, Redo{undo});

    EXPECT_EQ(score_of(match), "3:0");
}

TEST(CorrectionsTest, UndoingWhatWasEditedTakesItAwayWhole)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    const CommandId edit = given(match, 2, Edit{two, kThree});

    const CommandId undo = given(match, 3, Undo{two});
    EXPECT_EQ(score_of(match), "0:0");
    EXPECT_EQ(match.timeline().lost_sense(edit), "What it corrected is undone.");
    given(match, 4, Redo{undo});

    EXPECT_EQ(score_of(match), "3:0");
    EXPECT_EQ(match.timeline().lost_sense(edit), "");
}

TEST(CorrectionsTest, WhatIsInsertedCountsInThePeriodAndAtTheTimeOfItsAnchor)
{
    TestMatch match;
    match.see(PeriodPhase{1, Phase::kPlay});
    given(match, 10, StartClock{});
    const CommandId foul = given(match, 20, AddFoul{Side::kHome, 1});
    match.see(std::nullopt);
    given(match, 40, NextPeriod{});
    given(match, 50, NextPeriod{});

    const CommandId forgotten = given(match, 60, Insert{foul, AddFoul{Side::kGuest, 1, 4}});

    EXPECT_EQ(match.state().guest.fouls, (std::vector<int>{1}));
    EXPECT_EQ(match.state().at.period, 2);
    given(match, 70, Edit{forgotten, AddFoul{Side::kHome, 1, 4}});
    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{2}));
    given(match, 80, Undo{forgotten});
    EXPECT_EQ(match.state().home.fouls, (std::vector<int>{1}));
}

TEST(CorrectionsTest, AnInsertedClockValueMovesWhatTheClockShowsNow)
{
    TestMatch match;
    given(match, 100, StartClock{});
    const CommandId stop = given(match, 110, StopClock{});
    given(match, 200, StartClock{});
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(230)), 560s);

    const CommandId insert = given(match, 230, Insert{stop, SetClock{ClockId::kGame, 595s}});
    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(230)), 565s);
    given(match, 231, Edit{insert, SetClock{ClockId::kGame, 500s}});

    EXPECT_EQ(value_at(match.state(), ClockId::kGame, at(231)), 469s);
}

TEST(CorrectionsTest, InsertsStandBehindTheirAnchorInTheOrderTheyCame)
{
    TestMatch match;
    const CommandId anchor = given(match, 1, kTwo);
    given(match, 1, AddScore{Side::kHome, 1});
    const CommandId first = given(match, 2, Insert{anchor, SetScore{Side::kHome, 20, std::nullopt}});
    EXPECT_EQ(score_of(match), "21:0");

    given(match, 3, Insert{anchor, SetScore{Side::kHome, 30, std::nullopt}});
    EXPECT_EQ(score_of(match), "31:0");
    given(match, 4, Insert{first, SetScore{Side::kHome, 40, std::nullopt}});

    EXPECT_EQ(score_of(match), "41:0");
}

// Goal: whatever names a value, a side or a result can be put right, and put in where it was forgotten.
// Method: `entered` is given and edited to `right`; in another match it was forgotten, and `right` is put in
// behind what came before. Both must be as if `right` had been entered.
TEST(CorrectionsTest, EveryKindWithAValueCanBeEditedAndPutInAfterwards)
{
    struct Row {
        const char* ruleset;
        std::vector<const char*> before; // actions
        Command entered;
        Correction right;
    };
    const Row rows[] = {
        {"basketball.fiba.2026",
         {"clock start"},
         SetPossession{Side::kHome, {}},
         SetPossession{Side::kGuest, {}}},
        {"volleyball.fivb.2025",
         {"add home 1"},
         SetPossession{Side::kGuest, {}},
         SetPossession{Side::kHome, {}}},
        {"baseball.mlb.2025",
         {"period next"},
         AddCount{CountKind::kBall, false},
         AddCount{CountKind::kStrike, false}},
        {"baseball.mlb.2025", {"period next", "pitch ball"}, SetBases{1}, SetBases{2}},
        {"american_football.nfl.2025", {"clock start"}, SetDowns{{2, 7, 30}}, SetDowns{{3, 7, 30}}},
        {"football.ifab.2026",
         {"clock start", "period next", "period next", "period shootout"},
         AddAttempt{Side::kHome, true},
         AddAttempt{Side::kHome, false}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.ruleset) + ": " + describe(row.entered));
        TestMatch before(*find_ruleset(row.ruleset));
        for (const char* action : row.before) {
            given(before, 1, *support::command_named(before, action));
        }
        const CommandId anchor = before.last();
        TestMatch right = before;
        given(right, 2, as_command(row.right));

        TestMatch edited = before;
        const CommandId target = given(edited, 2, row.entered);
        ASSERT_NE(edited.state(), right.state());
        given(edited, 3, Edit{target, row.right});
        TestMatch forgotten = before;
        given(forgotten, 2, SoundHorn{});
        given(forgotten, 3, Insert{anchor, row.right});

        EXPECT_EQ(edited.state(), right.state());
        const Ruleset& rules = right.timeline().ruleset();
        EXPECT_EQ(support::told(rules, forgotten.line(at(3))), support::told(rules, right.line(at(3))));
    }
}

TEST(CorrectionsTest, AnotherPenaltyWasTheOneThatEnded)
{
    TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
    given(match, 0, StartClock{});
    const CommandId four = given(match, 10, AddPenalty{Side::kHome, 0, 4, false});
    const CommandId five = given(match, 20, AddPenalty{Side::kHome, 0, 5, false});
    const CommandId end = given(match, 30, EndPenalty{four, 0});

    given(match, 40, Edit{end, EndPenalty{five, 0}});
    EXPECT_EQ(match.line(at(40)).home.penalties.at(0).player, 4);
    ASSERT_EQ(match.line(at(40)).home.penalties.size(), 1U);
    given(match, 41, Undo{end});
    given(match, 42, Insert{five, EndPenalty{four, 0}});

    ASSERT_EQ(match.line(at(42)).home.penalties.size(), 1U);
    EXPECT_EQ(match.line(at(42)).home.penalties.at(0).player, 5);
}

TEST(CorrectionsTest, ACorrectionThatTheRulesRefuseAtThatPlaceIsRefused)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    given(match, 2, AddScore{Side::kHome, 2});

    EXPECT_EQ(match.give(at(3), Edit{two, AddScore{Side::kHome, -1}}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(3), Insert{two, AddScore{Side::kHome, -3}}).reason, Reason::kOutOfRange);
    EXPECT_EQ(match.give(at(3), Insert{two, StartTimeout{Side::kHome}}).reason, Reason::kWrongPhase);

    EXPECT_EQ(score_of(match), "4:0");
}

TEST(CorrectionsTest, WhatACorrectionTakesTheSenseOfIsMarkedWithTheReasonUntilTheCauseIsGone)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    const CommandId less = given(match, 2, AddScore{Side::kHome, -2});

    const CommandId edit = given(match, 3, Edit{two, AddScore{Side::kHome, 1}});
    EXPECT_EQ(match.timeline().lost_sense(less), "A score stays between 0 and 999.");
    EXPECT_EQ(score_of(match), "1:0");
    given(match, 4, Undo{edit});

    EXPECT_EQ(match.timeline().lost_sense(less), "");
    EXPECT_EQ(score_of(match), "0:0");
}

TEST(CorrectionsTest, WhatCannotBeCorrectedIsRefused)
{
    TestMatch match;
    const CommandId start = match.timeline().entries()[0].id();
    match.give(at(1), AddScore{Side::kHome, -1});
    const CommandId refused = match.last();
    const CommandId two = given(match, 2, kTwo);
    const CommandId run = given(match, 3, StartClock{});
    const CommandId set = given(match, 4, SetClock{ClockId::kGame, 300s});
    const CommandId edit = given(match, 5, Edit{two, kThree});
    const CommandId gone = given(match, 6, kTwo);
    const CommandId undo = given(match, 7, Undo{gone});
    match.give(at(8), BoardBoot{600s, 24s}, std::nullopt, support::kBoardWriter);
    const CommandId boot = match.last();
    struct Row {
        Command command;
        Reason reason;
    };
    const Row rows[] = {
        {Edit{start, kTwo}, Reason::kNoTarget},
        {Edit{refused, kTwo}, Reason::kNoTarget},
        {Edit{boot, kTwo}, Reason::kNoTarget},
        {Edit{undo, kTwo}, Reason::kNoTarget},
        {Edit{edit, kTwo}, Reason::kNoTarget},
        {Edit{CommandId{writer(9), 77}, kTwo}, Reason::kNoTarget},
        {Edit{run, kTwo}, Reason::kNoTarget},
        {Edit{two, AddFoul{Side::kHome, 1}}, Reason::kNoTarget},
        {Edit{set, SetClock{ClockId::kShot, 20s}}, Reason::kNoTarget},
        {Edit{gone, kTwo}, Reason::kAlready},
        {Insert{start, kTwo}, Reason::kNoTarget},
        {Insert{refused, kTwo}, Reason::kNoTarget},
        {Insert{boot, kTwo}, Reason::kNoTarget},
        {Insert{undo, kTwo}, Reason::kNoTarget},
        {Insert{edit, kTwo}, Reason::kNoTarget},
        {Insert{gone, kTwo}, Reason::kAlready},
    };
    for (const Row& row : rows) {
        const Outcome outcome = match.give(at(9), row.command);
        EXPECT_EQ(outcome.reason, row.reason) << describe(row.command) << ": " << outcome.text;
        EXPECT_FALSE(outcome.text.empty());
    }
}

TEST(CorrectionsTest, DroppingABatchLeavesNoTraceOfItsCorrections)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    const CommandId kept = given(match, 2, Edit{two, kThree});
    const MatchState before = match.state();
    const Rev rev = match.timeline().rev();
    given(match, 3, Edit{two, AddScore{Side::kHome, 1}});
    given(match, 4, Insert{two, kTwo});
    given(match, 5, Undo{kept});

    match.timeline().drop_after(rev);

    EXPECT_EQ(match.state(), before);
    EXPECT_TRUE(match.timeline().lost_sense(kept).empty());
    EXPECT_EQ(score_of(match), "3:0");
}

TEST(CorrectionsTest, KeyUndoTakesBackACorrectionFirst)
{
    TestMatch match;
    const CommandId two = given(match, 1, kTwo);
    const CommandId edit = given(match, 2, Edit{two, kThree});
    const CommandId insert = given(match, 3, Insert{two, kTwo});

    EXPECT_EQ(match.timeline().undo_target(writer(support::kTablet)), insert);
    given(match, 4, Undo{insert});
    EXPECT_EQ(match.timeline().undo_target(writer(support::kTablet)), edit);
    given(match, 5, Undo{edit});
    EXPECT_EQ(match.timeline().undo_target(writer(support::kTablet)), two);
}

} // namespace
} // namespace scoreboard::match
