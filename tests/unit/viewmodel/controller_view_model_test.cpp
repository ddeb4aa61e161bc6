#include "viewmodel/controller_view_model.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include "recording_port.h"

namespace scoreboard::viewmodel {
namespace {

class ControllerViewModelTest : public testing::Test {
protected:
    QTemporaryDir folder;
    RecordingPort port;
    ControllerViewModel controller{port, [] { return match::TabletTime{}; },
                                   folder.filePath(QStringLiteral("p.ini"))};
};

TEST_F(ControllerViewModelTest, IsOfflineAndUsableBeforeAnyViewCame)
{
    EXPECT_EQ(controller.strip()->state(), QStringLiteral("offline"));
    EXPECT_FALSE(controller.match()->known());
    EXPECT_TRUE(controller.match()->key(QStringLiteral("add home 1"))->offered());
}

TEST_F(ControllerViewModelTest, DialsAndRemembersABoard)
{
    EXPECT_EQ(controller.connectTo(QStringLiteral("10.0.0.2")), QString());

    EXPECT_EQ(port.asked, std::vector<std::string>{"connect tcp://10.0.0.2:7410"});
    EXPECT_EQ(controller.preferences()->recentBoards().size(), 1);
}

TEST_F(ControllerViewModelTest, NeitherDialsNorRemembersWhatIsNoAddress)
{
    EXPECT_NE(controller.connectTo(QStringLiteral("http://board")), QString());

    EXPECT_TRUE(port.asked.empty());
    EXPECT_TRUE(controller.preferences()->recentBoards().isEmpty());
}

TEST_F(ControllerViewModelTest, ListsTheVenuesOwnRulesAboveTheShippedOnes)
{
    RulesetModel* rules = controller.rulesets();
    const int shipped = rules->rowCount();
    client::ClientView view;
    view.venue_rulesets = {{"venue.u14", "Basketball, our U14", "basketball"}};

    controller.show(view);

    EXPECT_EQ(rules->rowCount(), shipped + 1);
    EXPECT_EQ(rules->data(rules->index(0), RulesetModel::RulesRole), QStringLiteral("venue.u14"));
    EXPECT_EQ(rules->data(rules->index(0), RulesetModel::NameRole), QStringLiteral("Basketball, our U14"));
    EXPECT_EQ(rules->data(rules->index(0), RulesetModel::SportRole), QStringLiteral("THIS VENUE"));
    EXPECT_NE(rules->data(rules->index(1), RulesetModel::RulesRole), QStringLiteral("venue.u14"));
}

TEST_F(ControllerViewModelTest, GoesOnWithAMatchThatTheBoardHasLeft)
{
    client::ClientView view;
    session::LeftMatch left;
    left.match.seq = 7;
    left.ruleset = "handball.ihf.2016";
    left.home_name = "HAWKS";
    left.guest_name = "TIGERS";
    left.home = 12;
    left.guest = 9;
    left.period_text = "H2";
    view.left = {left};
    controller.show(view);
    LeftMatchModel* matches = controller.leftMatches();
    ASSERT_EQ(matches->rowCount(), 1);
    EXPECT_EQ(matches->data(matches->index(0), LeftMatchModel::NameRole),
              QStringLiteral("HAWKS 12 : 9 TIGERS"));
    EXPECT_TRUE(matches->data(matches->index(0), LeftMatchModel::SourceRole)
                    .toString()
                    .contains(QStringLiteral("left at H2")));

    controller.resumeMatch(matches->data(matches->index(0), LeftMatchModel::MatchRole).toString(), 5.0);
    controller.resumeMatch(QStringLiteral("another"), 5.0);

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0], match::Command(match::ResumeMatch{left.match}));
}

TEST_F(ControllerViewModelTest, PartsTheStripIntoAHeadlineAndTheRest)
{
    client::ClientView view;
    view.strip = client::Strip::kPanelFault;
    view.strip_text = "PANEL DOES NOT ANSWER - 2 waiting";

    controller.show(view);

    EXPECT_EQ(controller.strip()->state(), QStringLiteral("panel-fault"));
    EXPECT_EQ(controller.strip()->headline(), QStringLiteral("PANEL DOES NOT ANSWER"));
    EXPECT_EQ(controller.strip()->detail(), QStringLiteral("2 waiting"));
}

} // namespace
} // namespace scoreboard::viewmodel
