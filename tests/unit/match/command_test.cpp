#include "match/command.h"

#include <gtest/gtest.h>

namespace scoreboard::match {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(CommandTest, IsDescribedInTheWordsOfTheKeys)
{
    struct Row {
        Command command;
        const char* expected;
    };
    const Row rows[] = {
        {AddScore{Side::kHome, 2}, "+2 HOME"},
        {AddScore{Side::kGuest, -1}, "-1 GUEST"},
        {SetScore{Side::kHome, 54, std::nullopt}, "SCORE HOME 54"},
        {AddFoul{Side::kGuest, 1}, "FOUL GUEST"},
        {AddFoul{Side::kGuest, -1}, "FOUL GUEST -1"},
        {StartTimeout{Side::kHome}, "TIME-OUT HOME"},
        {SetPossession{Side::kGuest, std::nullopt}, "POSSESSION GUEST"},
        {StartClock{ClockId::kGame}, "START"},
        {StartClock{ClockId::kShot}, "SHOT RUN"},
        {StopClock{ClockId::kGame}, "STOP"},
        {StopClock{ClockId::kShot}, "SHOT HOLD"},
        {SetClock{ClockId::kGame, seconds(462) + milliseconds(300)}, "CLOCK 7:42.3"},
        {SetClock{ClockId::kShot, seconds(7)}, "SHOT 0:07.0"},
        {ResetShotClock{seconds(24)}, "SHOT 24"},
        {BlankShotClock{}, "SHOT BLANK"},
        {AcceptOffer{}, "ACCEPT CLOCK"},
        {NextPeriod{}, "NEXT PERIOD"},
        {SoundHorn{}, "HORN"},
        {Undo{}, "UNDO"},
        {Redo{}, "REDO"},
        {StartMatch{}, "MATCH START"},
        {BoardBoot{}, "BOARD RESTARTED"},
        {Note{"the half is over"}, "NOTE"},
        {EndTimeout{}, "TIME-OUT ENDS"},
        {SetAddedTime{2}, "ADDED TIME +2"},
        {AddTally{Side::kGuest, 1, 1}, "COUNT 2 GUEST +1"},
        {SetLamp{0, true}, "LAMP 1 ON"},
        {EndMatch{PeriodPhase{2, Phase::kPlay}}, "END MATCH"},
        {OpenMatch{"handball.ihf.2016", "HAWKS", "TIGERS"}, "NEW MATCH handball.ihf.2"},
        {AddPenalty{Side::kHome, 0, 15, false}, "PENALTY HOME 1 #15"},
        {EndPenalty{CommandId{{}, 45}, 0}, "PENALTY ENDS"},
        {AdjustPenalties{seconds(10)}, "PENALTIES +10 S"},
        {AddAttempt{Side::kGuest, true}, "SCORED GUEST"},
        {SetDowns{{3, 7, 42}}, "DOWN 3 & 7"},
        {AddCount{CountKind::kStrike, false}, "STRIKE"},
        {SetBases{5}, "BASES 5"},
        {SetBatter{27}, "BATTER 27"},
        {StartJam{}, "JAM"},
        {EndJam{}, "JAM ENDS"},
        {HoldDisplay{true}, "HOLD DISPLAY"},
        {HoldDisplay{false}, "RELEASE DISPLAY"},
        {SetSides{Side::kGuest}, "GUEST LEFT ON PANEL"},
        {SetTeamName{Side::kHome, "Hawks"}, "NAME HOME Hawks"},
        {UnknownCommand{77}, "UNKNOWN KIND 77"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(describe(row.command), row.expected);
    }
}

TEST(CommandTest, DescriptionFitsAKeyWhateverTheNumbers)
{
    const Command extremes[] = {
        AddScore{Side::kGuest, -2147483647},
        SetScore{Side::kGuest, -2147483647, std::nullopt},
        AddFoul{Side::kGuest, -2147483647},
        SetClock{ClockId::kGame, Duration::max()},
        SetClock{ClockId::kGame, Duration::min()},
        ResetShotClock{Duration::max()},
        UnknownCommand{4294967295U},
    };
    for (const Command& command : extremes) {
        EXPECT_LE(describe(command).size(), 24U);
    }
}

} // namespace
} // namespace scoreboard::match
