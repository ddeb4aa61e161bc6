#include "viewmodel/match_view_model.h"

#include <gtest/gtest.h>

#include "recording_port.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr match::TabletTime kNow{seconds(1000)};
// The board has been up for less long than the tablet.
constexpr match::Duration kOffset = -seconds(400);

class MatchViewModelTest : public testing::Test {
protected:
    MatchViewModelTest()
    {
        view.ruleset = *match::find_ruleset("basketball.fiba.2026");
        view.have_match = true;
        view.board_offset = kOffset;
        view.state.at = {3, match::Phase::kPlay};
        view.state.game.value = seconds(462);
        view.state.game.anchor = match::BoardTime(kNow.time_since_epoch() + kOffset);
        view.state.shot.clock = view.state.game;
        view.state.shot.clock.value = seconds(14);
        view.state.shot.blank = false;
        view.state.home.points = {20, 18, 16};
        view.state.guest.points = {15, 19, 15};
    }

    void run_clocks()
    {
        view.state.game.running = true;
        view.state.shot.clock.running = true;
    }

    double tap(int ms = 0) { return to_tap_time(kNow + milliseconds(ms)); }

    match::TabletTime now = kNow;
    RecordingPort port;
    client::ClientView view;
    MatchViewModel model{port, [this] { return now; }, nullptr};
};

TEST_F(MatchViewModelTest, ALineScoreEndsWithRunsAndWhatTheRulesCountInOneWord)
{
    view.ruleset = *match::find_ruleset("baseball.mlb.2025");
    view.state = {};
    view.state.at = {3, match::Phase::kPlay};
    view.state.innings.emplace();
    view.state.home.points = {0, 2};
    view.state.home.tallies = {{3, 1}, {1}, {5}}; // hits, errors, left on base
    model.show(view);

    EXPECT_EQ(model.innings(), 9);
    EXPECT_TRUE(model.guestBats());
    EXPECT_EQ(model.home()->totalLetters(), (QStringList{"R", "H", "E"}));
    EXPECT_EQ(model.home()->totals(), (QList<int>{2, 4, 1}));

    bool told = false;
    QObject::connect(model.home(), &TeamViewModel::changed, [&told] { told = true; });
    view.state.home.tallies[0][1] = 2;
    model.show(view);
    EXPECT_TRUE(told);
    EXPECT_EQ(model.home()->totals(), (QList<int>{2, 5, 1}));

    view.state.innings->bottom = true;
    model.show(view);
    EXPECT_FALSE(model.guestBats());
}

TEST_F(MatchViewModelTest, DrawsThePredictedMatch)
{
    model.show(view);

    EXPECT_EQ(model.home()->scoreText(), QStringLiteral("54"));
    EXPECT_EQ(model.guest()->scoreText(), QStringLiteral("49"));
    EXPECT_EQ(model.clockText(), QStringLiteral("7:42"));
    EXPECT_EQ(model.shotText(), QStringLiteral("14"));
    EXPECT_EQ(model.periodText(), QStringLiteral("Q3"));
}

TEST_F(MatchViewModelTest, DrawsARunningClockAtTheTimeOfTheBoard)
{
    run_clocks();
    now = kNow + milliseconds(2300);

    model.show(view);

    EXPECT_TRUE(model.clockRunning());
    EXPECT_EQ(model.clockText(), QStringLiteral("7:40"));
    EXPECT_EQ(model.shotText(), QStringLiteral("12"));
}

TEST_F(MatchViewModelTest, TellsWhatASportHasBesideClockAndScore)
{
    view.ruleset = *match::find_ruleset("american_football.nfl.2025");
    view.state.downs = match::Downs{3, 7, 35};
    model.show(view);
    EXPECT_EQ(model.situationText(), "3 & 7");
    EXPECT_EQ(model.situationDetail(), "ball on 35");
    EXPECT_EQ(model.shotName(), "PLAY");

    view.ruleset = *match::find_ruleset("baseball.mlb.2025");
    view.state.downs.reset();
    view.state.innings = match::Innings{true, 2, 1, 1, 0b101, 0};
    model.show(view);
    EXPECT_EQ(model.situationText(), "");
    EXPECT_FALSE(model.hasClock()) << "a pitch clock is no game clock";
    EXPECT_TRUE(model.hasCount());
    EXPECT_EQ(model.balls(), 2);
    EXPECT_EQ(model.strikes(), 1);
    EXPECT_EQ(model.outs(), 1);
    EXPECT_EQ(model.bases(), 5);
}

TEST_F(MatchViewModelTest, SaysWhatTheTableHasToDoNow)
{
    view.state.at = {4, match::Phase::kPlay};
    view.state.game = match::Clock{seconds(121), {}, false, {}};
    model.show(view);
    EXPECT_EQ(model.promptText(), "");
    int changes = 0;
    QObject::connect(&model, &MatchViewModel::setsChanged, [&changes] { ++changes; });

    view.state.game.value = seconds(120);
    model.show(view);

    EXPECT_EQ(model.promptText(), "BASKET STOPS CLOCK");
    EXPECT_EQ(changes, 1);
}

TEST_F(MatchViewModelTest, TellsPenaltiesAsTheyRunDown)
{
    view.ruleset = *match::find_ruleset("ice_hockey.iihf.2025");
    view.state.game.running = true;
    view.state.penalties = match::PenaltyBox{};
    for (const int player : {15, 23, 9}) { // two at once; the third waits
        match::Penalty minor;
        minor.id.seq = static_cast<match::Seq>(player);
        minor.player = player;
        view.state.penalties->home.push_back(minor);
    }

    now = kNow + seconds(30);
    model.show(view);

    EXPECT_EQ(model.home()->penaltyTimes(), QStringList({"1:30", "1:30", "2:00"}));
    EXPECT_EQ(model.home()->penaltyPlayers(), QStringList({"15", "23", "9"}));
    EXPECT_EQ(model.home()->penaltiesRunning(), 2);
    EXPECT_TRUE(model.guest()->penaltyTimes().isEmpty());
}

TEST_F(MatchViewModelTest, HandsATapOverWithThePressTime)
{
    model.show(view);

    model.addPoints(MatchViewModel::Guest, 3, tap(17));

    EXPECT_EQ(port.asked, std::vector<std::string>{"add guest 3"});
    EXPECT_EQ(port.last_tap, kNow + milliseconds(17));
}

TEST_F(MatchViewModelTest, TakesTwoPressesWithin150MsForOneTapAndShowsIt)
{
    model.show(view);
    KeyState* key = model.key(QStringLiteral("add home 2"));

    model.addPoints(MatchViewModel::Home, 2, tap());
    model.addPoints(MatchViewModel::Home, 2, tap(149));
    model.addPoints(MatchViewModel::Home, 2, tap(150));

    EXPECT_EQ(port.asked.size(), 2U);
    EXPECT_EQ(key->bounces(), 1);
}

TEST_F(MatchViewModelTest, NamesTheTeamsThatAreCalledSomethingElseNow)
{
    view.state.home.name = "HAWKS";
    view.state.guest.name = "GUEST";
    model.show(view);

    model.nameTeams(QStringLiteral("HAWKS"), QStringLiteral("  "), tap());
    EXPECT_TRUE(port.asked.empty());
    model.nameTeams(QStringLiteral("Red Hawks"), QStringLiteral(" Tigers "), tap(1000));

    EXPECT_EQ(port.asked, (std::vector<std::string>{"name home", "name guest"}));
}

TEST_F(MatchViewModelTest, StopsARunningClockAndStartsAStandingOne)
{
    run_clocks();
    model.show(view);
    model.startOrStopClock(tap());
    view.state.game.running = false;
    model.show(view);

    model.startOrStopClock(tap(1000));

    EXPECT_EQ(port.asked, (std::vector<std::string>{"clock stop", "clock start"}));
}

TEST_F(MatchViewModelTest, GuardsStartAndStopAsOneKey)
{
    model.show(view);
    model.startOrStopClock(tap());
    run_clocks();
    model.show(view);

    model.startOrStopClock(tap(60));

    EXPECT_EQ(port.asked, std::vector<std::string>{"clock start"});
}

TEST_F(MatchViewModelTest, SetsTheClockOnlyToATime)
{
    model.show(view);

    EXPECT_FALSE(model.setClock(QStringLiteral("7:75.0"), tap()));
    EXPECT_TRUE(model.setClock(QStringLiteral("7:41.5"), tap()));

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0],
              match::Command(match::SetClock{match::ClockId::kGame, milliseconds(461'500)}));
}

TEST_F(MatchViewModelTest, NeverNudgesTheClockBelowZero)
{
    view.state.game.value = milliseconds(400);
    model.show(view);

    model.nudgeClock(-1, tap());

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0], match::Command(match::SetClock{match::ClockId::kGame, seconds(0)}));
}

TEST_F(MatchViewModelTest, EndsThePeriodThatItShows)
{
    model.show(view);

    model.nextPeriod(tap());

    ASSERT_EQ(port.commands.size(), 1U);
    EXPECT_EQ(port.commands[0], match::Command(match::NextPeriod{view.state.at, std::nullopt}));
}

TEST_F(MatchViewModelTest, RunsAHeldOrBlankShotClockAndHoldsAnyOther)
{
    model.show(view);
    model.holdOrRunShotClock(tap());
    view.state.shot.blank = true;
    model.show(view);

    model.holdOrRunShotClock(tap(500));

    EXPECT_EQ(port.asked, (std::vector<std::string>{"shot hold", "shot run"}));
}

TEST_F(MatchViewModelTest, GivesEachKeyItsNewestTap)
{
    client::TapView older;
    older.seq = 1;
    older.command = match::AddScore{match::Side::kHome, 2};
    older.level = client::Level::kShown;
    older.changed = now;
    client::TapView newer = older;
    newer.seq = 2;
    newer.level = client::Level::kSaved;
    view.taps = {newer, older};
    model.show(view);

    EXPECT_EQ(model.key(QStringLiteral("add home 2"))->level(), QStringLiteral("saved"));
    EXPECT_EQ(model.key(QStringLiteral("score home"))->level(), QStringLiteral("saved"));
    EXPECT_EQ(model.key(QStringLiteral("add home 3"))->level(), QString());
}

TEST_F(MatchViewModelTest, SaysWhenTheHallsClockDoesTheOpposite)
{
    client::TapView stop;
    stop.command = match::StopClock{match::ClockId::kGame};
    stop.tapped = now;
    view.taps = {stop};
    view.confirmed.game.running = true;
    model.show(view);
    EXPECT_FALSE(model.hallDiffers()) << "it may be there any moment";

    now += milliseconds(1001);
    model.show(view);
    EXPECT_TRUE(model.hallDiffers());

    view.taps.front().level = client::Level::kRecorded;
    view.confirmed.game.running = false;
    model.show(view);
    EXPECT_FALSE(model.hallDiffers());
}

TEST_F(MatchViewModelTest, GreysOutOnlyWhatTheRulesDoNotOffer)
{
    view.actions = {{"add home 1", "+1 HOME", match::AddScore{match::Side::kHome, 1}}};
    model.show(view);

    EXPECT_TRUE(model.key(QStringLiteral("add home 1"))->offered());
    EXPECT_FALSE(model.key(QStringLiteral("timeout home"))->offered());
    EXPECT_TRUE(model.key(QStringLiteral("undo"))->offered());
}

TEST_F(MatchViewModelTest, TellsTheNewestRefusalAndLetsItBeRead)
{
    client::TapView refused;
    refused.seq = 9;
    refused.label = "TIME-OUT HOME";
    refused.reason = "no time-out is left";
    refused.level = client::Level::kRefused;
    refused.tapped = now - seconds(30);
    refused.changed = now;
    view.taps = {refused};
    model.show(view);

    EXPECT_EQ(model.refusalText(), QStringLiteral("TIME-OUT HOME: no time-out is left"));
    EXPECT_TRUE(model.refusalStays());
    model.dismissRefusal();
    EXPECT_EQ(port.asked, std::vector<std::string>{"dismiss 9"});
}

} // namespace
} // namespace scoreboard::viewmodel
