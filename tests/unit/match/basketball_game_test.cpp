#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::summary;
using support::TestMatch;

constexpr Side kHome = Side::kHome;
constexpr Side kGuest = Side::kGuest;
constexpr StartClock kStart{ClockId::kGame};
constexpr StopClock kStop{ClockId::kGame};

struct Row {
    double when;                    // the board's time, in seconds
    std::optional<Command> command; // none: only look
    Reason refused;
    const char* expected; // what a person reads just then
};

// A whole game, told command by command: what the table officials do, and what the board shows then.
const std::vector<Row>& game()
{
    static const std::vector<Row> kGame{
        {0, {}, {}, "PRE-GAME 10:00 0:0 fouls 0:0 time-outs 2:2"},
        {10, StartTimeout{kHome}, Reason::kWrongPhase, "PRE-GAME 10:00 0:0 fouls 0:0 time-outs 2:2"},
        {20, AddFoul{kHome, 1}, Reason::kWrongPhase, "PRE-GAME 10:00 0:0 fouls 0:0 time-outs 2:2"},
        {30, NextPeriod{}, Reason::kWrongPhase, "PRE-GAME 10:00 0:0 fouls 0:0 time-outs 2:2"},
        // The jump ball: the shot clock stays blank until a side has the ball.
        {1000, kStart, {}, "Q1 10:00 run 0:0 fouls 0:0 time-outs 2:2"},
        {1001, kStart, Reason::kAlreadyRunning, "Q1 9:59 run 0:0 fouls 0:0 time-outs 2:2"},
        {1002, ResetShotClock{24s}, {}, "Q1 9:58 run 0:0 fouls 0:0 time-outs 2:2 shot 24 run"},
        {1012, AddScore{kHome, 2}, {}, "Q1 9:48 run 2:0 fouls 0:0 time-outs 2:2 shot 14 run"},
        {1012, BlankShotClock{}, {}, "Q1 9:48 run 2:0 fouls 0:0 time-outs 2:2"},
        {1015, ResetShotClock{24s}, {}, "Q1 9:45 run 2:0 fouls 0:0 time-outs 2:2 shot 24 run"},
        // A foul of the defence in the frontcourt with less than 14 s: 14, visible, and stopped with the
        // clock.
        {1027, kStop, {}, "Q1 9:33 2:0 fouls 0:0 time-outs 2:2 shot 12"},
        {1028, AddFoul{kHome, 1}, {}, "Q1 9:33 2:0 fouls 1:0 time-outs 2:2 shot 12"},
        {1029, ResetShotClock{14s}, {}, "Q1 9:33 2:0 fouls 1:0 time-outs 2:2 shot 14"},
        {1040, kStart, {}, "Q1 9:33 run 2:0 fouls 1:0 time-outs 2:2 shot 14 run"},
        {1041, StopClock{ClockId::kShot}, {}, "Q1 9:32 run 2:0 fouls 1:0 time-outs 2:2 shot 13"},
        {1043, {}, {}, "Q1 9:30 run 2:0 fouls 1:0 time-outs 2:2 shot 13"},
        {1043, StartClock{ClockId::kShot}, {}, "Q1 9:30 run 2:0 fouls 1:0 time-outs 2:2 shot 13 run"},
        {1045, AddScore{kGuest, 3}, {}, "Q1 9:28 run 2:3 fouls 1:0 time-outs 2:2 shot 11 run"},
        {1046, StartTimeout{kHome}, {}, "Q1 9:27 2:3 fouls 1:0 time-outs 1:2 shot 10 time-out 1:00"},
        {1096, {}, {}, "Q1 9:27 2:3 fouls 1:0 time-outs 1:2 shot 10 time-out 0:10"},
        {1110, {}, {}, "Q1 9:27 2:3 fouls 1:0 time-outs 1:2 shot 10 time-out 0:00"},
        {1112, kStart, {}, "Q1 9:27 run 2:3 fouls 1:0 time-outs 1:2 shot 10 run"},
        {1120, StartTimeout{kHome}, {}, "Q1 9:19 2:3 fouls 1:0 time-outs 0:2 shot 2.0 time-out 1:00"},
        {1190, StartTimeout{kHome}, Reason::kNoTimeoutLeft,
         "Q1 9:19 2:3 fouls 1:0 time-outs 0:2 shot 2.0 time-out 0:00"},
        {1200,
         SetClock{ClockId::kGame, 65s},
         {},
         "Q1 1:05 2:3 fouls 1:0 time-outs 0:2 shot 2.0 time-out 0:00"},
        {1210, kStart, {}, "Q1 1:05 run 2:3 fouls 1:0 time-outs 0:2 shot 2.0 run"},
        {1212.5, {}, {}, "Q1 1:03 run 2:3 fouls 1:0 time-outs 0:2 shot 0.0"},
        {1215.1, {}, {}, "Q1 59.9 run 2:3 fouls 1:0 time-outs 0:2 shot 0.0"},
        {1220, ResetShotClock{24s}, {}, "Q1 55.0 run 2:3 fouls 1:0 time-outs 0:2 shot 24 run"},
        {1221, AddFoul{kHome, 1}, {}, "Q1 54.0 run 2:3 fouls 2:0 time-outs 0:2 shot 23 run"},
        {1222, AddFoul{kHome, 1}, {}, "Q1 53.0 run 2:3 fouls 3:0 time-outs 0:2 shot 22 run"},
        {1223, AddFoul{kHome, 1}, {}, "Q1 52.0 run 2:3 fouls 4:0 time-outs 0:2 shot 21 run"},
        // From the fifth team foul the OTHER side shoots.
        {1224, AddFoul{kHome, 1}, {}, "Q1 51.0 run 2:3 fouls 5:0 bonus guest time-outs 0:2 shot 20 run"},
        {1240, ResetShotClock{24s}, {}, "Q1 35.0 run 2:3 fouls 5:0 bonus guest time-outs 0:2 shot 24 run"},
        // Less is left of the period than a shot clock: it is off.
        {1260, ResetShotClock{24s}, {}, "Q1 15.0 run 2:3 fouls 5:0 bonus guest time-outs 0:2"},
        // The clock comes down to 0.0 and stands there: nothing ends by itself.
        {1280, {}, {}, "Q1 0.0 2:3 fouls 5:0 bonus guest time-outs 0:2"},
        {1281, kStart, Reason::kWrongPhase, "Q1 0.0 2:3 fouls 5:0 bonus guest time-outs 0:2"},
        {1290, NextPeriod{}, {}, "Q1 END 2:00 run 2:3 fouls 5:0 bonus guest time-outs 0:2"},
        {1350, {}, {}, "Q1 END 1:00 run 2:3 fouls 5:0 bonus guest time-outs 0:2"},
        {1351, StartTimeout{kGuest}, Reason::kWrongPhase,
         "Q1 END 59.0 run 2:3 fouls 5:0 bonus guest time-outs 0:2"},
        {1400, NextPeriod{}, {}, "Q2 10:00 2:3 fouls 0:0 time-outs 0:2 shot 24"},
        {1410, kStart, {}, "Q2 10:00 run 2:3 fouls 0:0 time-outs 0:2 shot 24 run"},
        // Ended before its time, because somebody asked.
        {1420, NextPeriod{}, {}, "HALF-TIME 15:00 run 2:3 fouls 0:0 time-outs 0:2"},
        {1500, NextPeriod{}, {}, "Q3 10:00 2:3 fouls 0:0 time-outs 3:3 shot 24"},
        {1510, kStart, {}, "Q3 10:00 run 2:3 fouls 0:0 time-outs 3:3 shot 24 run"},
        {1520, NextPeriod{}, {}, "Q3 END 2:00 run 2:3 fouls 0:0 time-outs 3:3"},
        {1530, NextPeriod{}, {}, "Q4 10:00 2:3 fouls 0:0 time-outs 3:3 shot 24"},
        {1540, kStart, {}, "Q4 10:00 run 2:3 fouls 0:0 time-outs 3:3 shot 24 run"},
        {1541, SetClock{ClockId::kGame, 121s}, {}, "Q4 2:01 run 2:3 fouls 0:0 time-outs 3:3 shot 23 run"},
        // Whoever has three left at 2:00 loses one.
        {1542, {}, {}, "Q4 2:00 run 2:3 fouls 0:0 time-outs 2:2 shot 22 run"},
        {1543, StartTimeout{kGuest}, {}, "Q4 1:59 2:3 fouls 0:0 time-outs 2:1 shot 21 time-out 1:00"},
        {1544, StartTimeout{kGuest}, {}, "Q4 1:59 2:3 fouls 0:0 time-outs 2:0 shot 21 time-out 1:00"},
        {1545, StartTimeout{kGuest}, Reason::kNoTimeoutLeft,
         "Q4 1:59 2:3 fouls 0:0 time-outs 2:0 shot 21 time-out 0:59"},
        {1550, AddFoul{kGuest, 4}, {}, "Q4 1:59 2:3 fouls 0:4 time-outs 2:0 shot 21 time-out 0:54"},
        {1560, AddScore{kHome, 1}, {}, "Q4 1:59 3:3 fouls 0:4 time-outs 2:0 shot 21 time-out 0:44"},
        {1570, SetClock{ClockId::kGame, 0s}, {}, "Q4 0.0 3:3 fouls 0:4 time-outs 2:0 time-out 0:34"},
        // Level after Q4: an interval, then an overtime, in which the fouls of Q4 go on counting.
        {1580, NextPeriod{}, {}, "Q4 END 2:00 run 3:3 fouls 0:4 time-outs 2:0"},
        {1590, NextPeriod{}, {}, "OT1 5:00 3:3 fouls 0:4 time-outs 1:1 shot 24"},
        {1600, kStart, {}, "OT1 5:00 run 3:3 fouls 0:4 time-outs 1:1 shot 24 run"},
        {1601, AddFoul{kGuest, 1}, {}, "OT1 4:59 run 3:3 fouls 0:5 bonus home time-outs 1:1 shot 23 run"},
        {1602,
         StartTimeout{kHome},
         {},
         "OT1 4:58 3:3 fouls 0:5 bonus home time-outs 0:1 shot 22 time-out 1:00"},
        {1610, NextPeriod{}, {}, "OT1 END 2:00 run 3:3 fouls 0:5 bonus home time-outs 0:1"},
        {1620, NextPeriod{}, {}, "OT2 5:00 3:3 fouls 0:5 bonus home time-outs 1:1 shot 24"},
        {1630, kStart, {}, "OT2 5:00 run 3:3 fouls 0:5 bonus home time-outs 1:1 shot 24 run"},
        {1640, AddScore{kGuest, 2}, {}, "OT2 4:50 run 3:5 fouls 0:5 bonus home time-outs 1:1 shot 14 run"},
        {1650, SetClock{ClockId::kGame, 0s}, {}, "OT2 0.0 3:5 fouls 0:5 bonus home time-outs 1:1"},
        {1660, NextPeriod{}, {}, "FINAL 0.0 3:5 fouls 0:5 bonus home time-outs 1:1"},
        {1661, NextPeriod{}, Reason::kWrongPhase, "FINAL 0.0 3:5 fouls 0:5 bonus home time-outs 1:1"},
        {1662, kStart, Reason::kWrongPhase, "FINAL 0.0 3:5 fouls 0:5 bonus home time-outs 1:1"},
        // The scoresheet is checked: a score can still be put right, below 0 it cannot go.
        {1670, AddScore{kGuest, -1}, {}, "FINAL 0.0 3:4 fouls 0:5 bonus home time-outs 1:1"},
        {1671, AddScore{kHome, -4}, Reason::kOutOfRange, "FINAL 0.0 3:4 fouls 0:5 bonus home time-outs 1:1"},
    };
    return kGame;
}

TEST(BasketballGameTest, WholeGameReadsRightAtEveryStep)
{
    TestMatch match;
    for (const Row& row : game()) {
        if (row.command) {
            match.see(match.state().at);
            const Outcome outcome = match.give(at(row.when), *row.command);

            ASSERT_EQ(outcome.reason, row.refused) << "at " << row.when << ": " << describe(*row.command);
            ASSERT_EQ(outcome.applied, row.refused == Reason::kNone) << describe(*row.command);
            ASSERT_EQ(outcome.text.empty(), outcome.applied) << describe(*row.command);
        }
        ASSERT_EQ(summary(match.line(at(row.when))), row.expected) << "at " << row.when;
    }
}

// Goal: undo takes anything back, in any phase. Method: after the whole game every entry is undone, newest
// first, and the board must show again what it showed before it; then all of it is redone.
TEST(BasketballGameTest, UndoingEverythingBackwardsLeadsBackToTheStartAndRedoingLeadsToTheEnd)
{
    TestMatch match;
    const MatchState start = match.state();
    std::vector<CommandId> applied;
    std::vector<MatchState> states;
    for (const Row& row : game()) {
        if (row.command) {
            match.see(match.state().at);
            const MatchState before = match.state();
            if (match.give(at(row.when), *row.command).applied) {
                applied.push_back(match.last());
                states.push_back(before);
            }
        }
    }
    const MatchState end = match.state();
    match.see(std::nullopt);

    std::vector<CommandId> undos;
    for (std::size_t i = applied.size(); i-- > 0;) {
        ASSERT_TRUE(match.give(at(2000), Undo{applied[i]}).applied);
        undos.push_back(match.last());
        ASSERT_EQ(match.state(), states[i]) << "after undoing command " << i;
    }
    EXPECT_EQ(match.state(), start);
    for (std::size_t i = undos.size(); i-- > 0;) {
        ASSERT_TRUE(match.give(at(2100), Redo{undos[i]}).applied);
    }

    EXPECT_EQ(match.state(), end);
}

} // namespace
} // namespace scoreboard::match
