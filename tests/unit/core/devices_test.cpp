#include "core/devices.h"

#include <gtest/gtest.h>
#include <vector>

namespace scoreboard::core {
namespace {

using session::Role;

struct KindRow {
    match::Command command;
    bool scorer;
    bool clock;
};

// kind × role, whole: viewer nothing, referee and technician whatever a desk may.
const std::vector<KindRow>& table()
{
    static const std::vector<KindRow> rows{
        {match::AddScore{}, true, false},
        {match::SetScore{}, true, false},
        {match::AddFoul{}, true, false},
        {match::SetPossession{}, true, false},
        {match::StartTimeout{}, true, true},
        {match::SoundHorn{}, true, true},
        {match::Undo{}, true, true},
        {match::Redo{}, true, true},
        {match::Edit{}, true, false}, // as what it says instead: here a score
        {match::Insert{}, true, false},
        {match::StartClock{}, false, true},
        {match::StopClock{}, false, true},
        {match::SetClock{}, false, true},
        {match::ResetShotClock{}, false, true},
        {match::BlankShotClock{}, false, true},
        {match::AcceptOffer{}, false, true},
        {match::NextPeriod{}, false, true},
        {match::StartMatch{}, false, false},
        {match::BoardBoot{}, false, false},
        {match::Note{}, false, false},
        {match::EndTimeout{}, true, true},
        {match::SetAddedTime{}, true, true},
        {match::AddTally{}, true, false},
        {match::SetLamp{}, true, true},
        {match::EndMatch{}, false, true},
        {match::OpenMatch{}, false, true},
        {match::ResumeMatch{}, false, true},
        {match::HoldDisplay{}, true, true},
        {match::SetSides{}, true, true},
        {match::SetTeamName{}, true, true},
        {match::AddPenalty{}, true, false},
        {match::EndPenalty{}, true, true},
        {match::AdjustPenalties{}, false, true},
        {match::AddAttempt{}, true, false},
        {match::SetDowns{}, true, false},
        {match::AddCount{}, true, false},
        {match::SetBases{}, true, false},
        {match::SetBatter{}, true, false},
        {match::StartJam{}, true, true},
        {match::EndJam{}, true, true},
        {match::UnknownCommand{}, false, false},
    };
    return rows;
}

TEST(DevicesTest, GivesEveryRoleItsKinds)
{
    ASSERT_EQ(table().size(), std::variant_size_v<match::Command>);
    for (const KindRow& row : table()) {
        SCOPED_TRACE(row.command.index());
        EXPECT_FALSE(may(Role::kViewer, row.command));
        EXPECT_EQ(may(Role::kScorer, row.command), row.scorer);
        EXPECT_EQ(may(Role::kClock, row.command), row.clock);
        EXPECT_EQ(may(Role::kReferee, row.command), row.scorer || row.clock);
        EXPECT_EQ(may(Role::kTechnician, row.command), row.scorer || row.clock);
    }
}

TEST(DevicesTest, LetsOnlyRefereeAndTechnicianUndoOthersEntries)
{
    EXPECT_FALSE(may_correct_others(Role::kViewer));
    EXPECT_FALSE(may_correct_others(Role::kScorer));
    EXPECT_FALSE(may_correct_others(Role::kClock));
    EXPECT_TRUE(may_correct_others(Role::kReferee));
    EXPECT_TRUE(may_correct_others(Role::kTechnician));
}

TEST(DevicesTest, KeepsTheBoardsOwnKindsFromEveryController)
{
    EXPECT_TRUE(is_board_only(match::StartMatch{}));
    EXPECT_TRUE(is_board_only(match::BoardBoot{}));
    EXPECT_TRUE(is_board_only(match::Note{}));
    EXPECT_FALSE(is_board_only(match::AddScore{}));
}

} // namespace
} // namespace scoreboard::core
