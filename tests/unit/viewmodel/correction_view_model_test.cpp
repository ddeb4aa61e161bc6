#include "viewmodel/correction_view_model.h"

#include <gtest/gtest.h>

#include "recording_port.h"

// Goal: what was entered is put right by touch, and never before what that changes has been on the screen.
namespace scoreboard::viewmodel {
namespace {

using match::AddScore;
using match::Command;
using match::Side;

class CorrectionViewModelTest : public testing::Test {
protected:
    CorrectionViewModelTest()
    {
        view.ruleset = *match::find_ruleset("basketball.fiba.2026");
        view.have_match = true;
        view.history = {row(7, AddScore{Side::kHome, 2})};
        model.show(view);
    }

    static client::HistoryRow row(match::Seq seq, std::optional<match::Correction> counts)
    {
        client::HistoryRow made;
        made.id.seq = seq;
        made.label = "+2 HOME";
        made.can_undo = true;
        made.can_add_after = true;
        made.counts = counts;
        return made;
    }
    // The client thread's answer to what is looked at.
    void answer(std::vector<std::string> lines, bool possible = true)
    {
        view.preview = client::PreviewView{*port.looked_at, possible, std::move(lines), std::nullopt};
        if (possible) {
            view.preview->seen = client::SeenEffect{{}, match::TabletTime(std::chrono::seconds(3))};
        }
        model.show(view);
    }

    const match::CommandId id{{}, 7};
    RecordingPort port;
    CorrectionViewModel model{port, nullptr};
    client::ClientView view;
};

TEST_F(CorrectionViewModelTest, ShowsWhatAChangeWouldDoAndGivesItAsItWasSeen)
{
    model.open(view.history[0]);
    EXPECT_EQ(model.ways(), (QStringList{"undo", "change", "add"}));
    model.take("change");
    EXPECT_FALSE(port.looked_at) << "nothing is changed yet";

    model.choose(1, 2);
    ASSERT_EQ(port.looked_at, Command(match::Edit{id, AddScore{Side::kHome, 3}}));
    model.confirm(1000.0);
    EXPECT_TRUE(port.commands.empty()) << "nobody has seen what it does";
    answer({"HOME 54 -> 55"});
    EXPECT_EQ(model.effect(), QStringList{"HOME 54 -> 55"});
    model.confirm(1000.0);

    EXPECT_EQ(port.commands, std::vector<Command>{view.preview->command});
    EXPECT_TRUE(port.seen);
    EXPECT_FALSE(model.present());
    EXPECT_FALSE(port.looked_at);
}

TEST_F(CorrectionViewModelTest, WhatWasShownOfAnotherChoiceDoesNotCount)
{
    model.open(view.history[0]);
    model.take("change");
    model.choose(1, 2);
    answer({"HOME 54 -> 55"});

    model.choose(0, 1);

    EXPECT_FALSE(model.ready());
    EXPECT_TRUE(model.effect().isEmpty());
    EXPECT_EQ(port.looked_at, Command(match::Edit{id, AddScore{Side::kGuest, 3}}));
}

TEST_F(CorrectionViewModelTest, WhatTheRulesRefuseCannotBeGiven)
{
    model.open(view.history[0]);
    model.take("undo");
    answer({"This cannot be undone."}, false);

    model.confirm(1000.0);

    EXPECT_TRUE(model.refused());
    EXPECT_TRUE(port.commands.empty());
}

TEST_F(CorrectionViewModelTest, APlayersNumberIsTyped)
{
    model.open(view.history[0]);
    model.take("change");

    model.press("1");
    model.press("2");
    model.press("3");
    EXPECT_EQ(port.looked_at, Command(match::Edit{id, AddScore{Side::kHome, 2, 12}}));

    model.erase();
    model.erase();
    EXPECT_FALSE(port.looked_at) << "nobody's again, as it was";
}

TEST_F(CorrectionViewModelTest, DigitsThatAreNoTimeAreSaidToBeWrong)
{
    view.history = {row(7, match::SetClock{match::ClockId::kGame, std::chrono::seconds(462)})};
    model.show(view);
    model.open(view.history[0]);
    model.take("change");

    for (const char* digit : {"1", "7", "5", "0"}) {
        model.press(digit);
    }
    EXPECT_TRUE(model.wrong());
    EXPECT_FALSE(port.looked_at);
    EXPECT_EQ(model.fields()->data(model.fields()->index(0), CorrectionFieldModel::TextRole), "1:75.0");

    model.erase();
    EXPECT_FALSE(model.wrong());
    EXPECT_EQ(port.looked_at, Command(match::Edit{id, match::SetClock{match::ClockId::kGame,
                                                                      std::chrono::milliseconds(17'500)}}));
}

TEST_F(CorrectionViewModelTest, AForgottenEntryIsPutInBehindIt)
{
    model.open(view.history[0]);
    model.take("add");
    EXPECT_TRUE(model.homeKeys().contains("foul home"));
    EXPECT_TRUE(model.guestKeys().contains("set guest"));
    EXPECT_TRUE(model.sharedKeys().contains("shot 14"));
    EXPECT_FALSE(model.sharedKeys().contains("clock start")) << "nothing that cannot stand in the past";

    model.add("foul home");
    model.press("9");

    EXPECT_EQ(port.looked_at, Command(match::Insert{id, match::AddFoul{Side::kHome, 1, 9}}));
    model.add("");
    EXPECT_FALSE(port.looked_at);
}

TEST_F(CorrectionViewModelTest, AVoidedEntryCountsAgain)
{
    view.history[0].can_undo = false;
    view.history[0].can_add_after = false;
    view.history[0].can_redo = true;
    view.history[0].redo_id = match::CommandId{{}, 8};
    model.open(view.history[0]);
    EXPECT_EQ(model.ways(), QStringList{"redo"});

    model.take("change");
    EXPECT_EQ(model.way(), "");
    model.take("redo");

    EXPECT_EQ(port.looked_at, Command(match::Redo{match::CommandId{{}, 8}}));
}

TEST_F(CorrectionViewModelTest, FollowsTheEntryAsTheMatchGoesOn)
{
    model.open(view.history[0]);
    model.take("undo");
    view.history[0].can_undo = false; // somebody else has taken it back
    view.history[0].can_add_after = false;
    view.history[0].voided = true;
    model.show(view);
    EXPECT_EQ(model.way(), "");
    EXPECT_FALSE(port.looked_at);

    view.history.clear(); // another match
    model.show(view);
    EXPECT_FALSE(model.present());
}

} // namespace
} // namespace scoreboard::viewmodel
