#include "client/rename.h"

#include <gtest/gtest.h>

#include "tablet.h"
#include "wire/wire.h"

namespace scoreboard::client {
namespace {

const auto kOld = test_id<match::WriterId>(0xA1);
const auto kNew = test_id<match::WriterId>(0xC0);
const auto kOther = test_id<match::WriterId>(0xB2);

match::SealedBody row(match::Seq seq, match::Command command)
{
    match::Body body;
    body.id = {kOld, seq};
    body.command = std::move(command);
    return wire::seal(body);
}

TEST(RenameTest, CountsTheRowsFromOneAndSealsThemAnew)
{
    const auto renamed = rename_rows({row(41, match::SoundHorn{}), row(43, match::SoundHorn{})}, kNew);

    ASSERT_EQ(renamed.size(), 2u);
    EXPECT_EQ(renamed[0].body.id, (match::CommandId{kNew, 1}));
    EXPECT_EQ(renamed[1].body.id, (match::CommandId{kNew, 2}));
    EXPECT_EQ(wire::unseal(renamed[1].bytes)->body, renamed[1].body);
    EXPECT_EQ(renamed[1].hash, wire::sha256(renamed[1].bytes));
}

TEST(RenameTest, ReferencesFollowRowsThatWereRenamedAndNoOthers)
{
    const match::CommandId among{kOld, 41};
    const match::CommandId before{kOld, 7};
    const match::CommandId theirs{kOther, 41};
    const match::CommandId moved{kNew, 1};
    const std::vector<match::SealedBody> rows = {
        row(41, match::AddScore{match::Side::kHome, 2}),
        row(42, match::Undo{among}),
        row(43, match::Redo{{kOld, 42}}),
        row(44, match::SetScore{match::Side::kHome, 9, among}),
        row(45, match::SetPossession{match::Side::kHome, before}),
        row(46, match::AcceptOffer{theirs}),
    };

    const auto renamed = rename_rows(rows, kNew);

    EXPECT_EQ(renamed[1].body.command, match::Command(match::Undo{moved}));
    EXPECT_EQ(renamed[2].body.command, match::Command(match::Redo{{kNew, 2}}));
    EXPECT_EQ(renamed[3].body.command, match::Command(match::SetScore{match::Side::kHome, 9, moved}));
    EXPECT_EQ(renamed[4].body.command, match::Command(match::SetPossession{match::Side::kHome, before}));
    EXPECT_EQ(renamed[5].body.command, match::Command(match::AcceptOffer{theirs}));
}

} // namespace
} // namespace scoreboard::client
