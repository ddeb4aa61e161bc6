#include "public/public_state.h"

#include <boost/json.hpp>
#include <chrono>
#include <gtest/gtest.h>

namespace scoreboard::public_json {
namespace {

using namespace std::chrono_literals;
namespace json = boost::json;

constexpr std::int64_t kWall = 1795546991482; // 2026-11-24T19:03:11.482Z
constexpr match::BoardTime kNow{1000s};

// Q3, 54:49, the game clock stands at 7:42, the shot clock at 14.
PublicState a_match()
{
    PublicState result;
    result.log.bytes = {0xae, 0xe8, 0xf0, 0xbf, 0x11};
    result.rev = 1042;
    result.ruleset = *match::find_ruleset("basketball.fiba.2026");
    match::MatchState& state = result.state;
    state.match.writer.bytes = {0x7f, 0x0c};
    state.match.seq = 3;
    state.at = {3, match::Phase::kPlay};
    state.game.value = 462s;
    state.game.anchor = kNow;
    state.shot.clock.value = 14s;
    state.shot.clock.anchor = kNow;
    state.shot.blank = false;
    state.home.name = "Hawks";
    state.home.points = {20, 30, 4};
    state.home.fouls = {0, 1, 4};
    state.guest.name = "Tigers";
    state.guest.points = {19, 25, 5};
    state.guest.fouls = {0, 0, 5};
    state.possession = match::Side::kHome;
    result.panel = {session::PanelStatus::kOk, 1042, kNow + 18ms};
    return result;
}

json::object parsed(const PublicState& state, match::BoardTime now = kNow)
{
    return json::parse(state_json(state, Moment{now, kWall})).as_object();
}

TEST(PublicStateTest, SaysTheWholeMatchInAFixedOrder)
{
    const std::string document = state_json(a_match(), Moment{kNow, kWall});

    EXPECT_EQ(
        document,
        R"({"origin":"live","logId":"aee8f0bf","rev":1042,"at":"2026-11-24T19:03:11.482Z",)"
        R"("sport":"basketball","ruleset":"basketball.fiba.2026",)"
        R"("game":{"id":"7f0c0000000000000000000000000000-3","phase":"play","period":3,"periodText":"Q3"},)"
        R"("clock":{"running":false,"direction":"down","remainingMs":462000,)"
        R"("at":"2026-11-24T19:03:11.482Z","text":"7:42"},)"
        R"("shotClock":{"running":false,"remainingMs":14000,"at":"2026-11-24T19:03:11.482Z","text":"14"},)"
        R"("home":{"name":"Hawks","short":"HAW","score":54,"fouls":4,"bonus":true,"timeoutsLeft":3,)"
        R"("possession":true,"color":"#4FC3F7"},)"
        R"("guest":{"name":"Tigers","short":"TIG","score":49,"fouls":5,"bonus":false,"timeoutsLeft":3,)"
        R"("possession":false,"color":"#FFB74D"},"timeout":null,)"
        R"("panel":{"status":"ok","shownRev":1042,"shownAt":"2026-11-24T19:03:11.500Z"},"control":null})");
}

TEST(PublicStateTest, GivesARunningClockAsItsValueAtTheDocumentsMoment)
{
    PublicState state = a_match();
    state.state.game.running = true;

    const json::object document = parsed(state, kNow + 2500ms);

    EXPECT_EQ(document.at("clock").at("running").as_bool(), true);
    EXPECT_EQ(document.at("clock").at("remainingMs").as_int64(), 459500);
    EXPECT_EQ(document.at("clock").at("at"), document.at("at"));
    EXPECT_EQ(document.at("clock").at("text").as_string(), "7:40");
}

TEST(PublicStateTest, ABlankShotClockIsNull)
{
    PublicState state = a_match();
    state.state.shot.blank = true;

    EXPECT_TRUE(parsed(state).at("shotClock").is_null());
}

TEST(PublicStateTest, ARunningTimeoutSaysWhoseItIsAndWhatIsLeft)
{
    PublicState state = a_match();
    state.state.timeout = match::RunningTimeout{match::Side::kGuest, kNow - 18s, {}};

    const json::object document = parsed(state);

    EXPECT_EQ(document.at("timeout").at("side").as_string(), "guest");
    EXPECT_EQ(document.at("timeout").at("remainingMs").as_int64(), 42000);
}

TEST(PublicStateTest, SaysWhichTimeoutRunsWhatIsLeftOfEachKindAndWhoIsOut)
{
    PublicState state = a_match();
    state.ruleset = *match::find_ruleset("basketball.nfhs.2025");
    state.state.timeout = match::RunningTimeout{match::Side::kGuest, kNow - 18s, {}, 1};
    state.state.guest.more_timeouts = {{1}};
    state.state.home.players = {{7, 5, 0}, {8, 4, 0}};

    const json::object document = parsed(state);

    EXPECT_EQ(document.at("timeout").at("kind").as_string(), "short");
    EXPECT_EQ(document.at("timeout").at("remainingMs").as_int64(), 12000); // of 30 s
    EXPECT_EQ(json::serialize(document.at("guest").at("timeoutsByKind")), "[3,1]");
    EXPECT_EQ(json::serialize(document.at("home").at("playersOut")), "[7]");
}

TEST(PublicStateTest, APanelThatConfirmedNothingHasNoTime)
{
    PublicState state = a_match();
    state.panel = {};

    const json::object document = parsed(state);

    EXPECT_EQ(document.at("panel").at("status").as_string(), "absent");
    EXPECT_EQ(document.at("panel").at("shownRev").as_int64(), 0);
    EXPECT_TRUE(document.at("panel").at("shownAt").is_null());
}

TEST(PublicStateTest, APredictionSaysThatItIsOffline)
{
    PublicState state = a_match();
    state.offline = true;

    EXPECT_TRUE(parsed(state).at("offline").as_bool());
    EXPECT_FALSE(parsed(a_match()).contains("offline"));
}

TEST(PublicStateTest, SaysHowManyCommandsAreNotRecorded)
{
    PublicState state = a_match();
    state.unrecorded = 3;

    EXPECT_EQ(parsed(state).at("unrecorded").as_int64(), 3);
    EXPECT_FALSE(parsed(a_match()).contains("unrecorded"));
}

TEST(PublicStateTest, SaysWhatIsOddAboutThePanelOnlyWhenItIs)
{
    PublicState state = a_match();
    EXPECT_FALSE(parsed(state).contains("held"));
    EXPECT_FALSE(parsed(state).contains("left"));

    state.state.display_held = true;
    state.state.left_on_panel = match::Side::kGuest;

    EXPECT_TRUE(parsed(state).at("held").as_bool());
    EXPECT_EQ(parsed(state).at("left").as_string(), "guest");
}

TEST(PublicStateTest, ShortNamesAreThreeLettersWhateverTheirBytes)
{
    EXPECT_EQ(short_name("Hawks"), "HAW");
    EXPECT_EQ(short_name("Éole"), "ÉOL");
    EXPECT_EQ(short_name("München"), "MÜN");
    EXPECT_EQ(short_name("łódź"), "ŁÓD");
    EXPECT_EQ(short_name("Ελλάς"), "ΕΛΛ");
    EXPECT_EQ(short_name("київ"), "КИЇ");
    EXPECT_EQ(short_name("×÷"), "×÷");
    EXPECT_EQ(short_name("ßen"), "ßEN");
    EXPECT_EQ(short_name("FC Bern"), "FCB");
    EXPECT_EQ(short_name("日本代表"), "日本代");
    EXPECT_EQ(short_name("BC"), "BC");
    EXPECT_EQ(short_name(""), "");
}

TEST(PublicStateTest, SaysWhatOnlySomeSportsHave)
{
    PublicState hockey = a_match();
    hockey.ruleset = *match::find_ruleset("ice_hockey.iihf.2025");
    hockey.state.home.tallies = {{12}};
    match::PenaltyBox& box = hockey.state.penalties.emplace();
    box.home = {match::Penalty{match::CommandId{{}, 5}, 0, 0, 15, false, {}, {}}};
    box.release = match::Release{0, {}, {{match::CommandId{{}, 5}, 0}}};
    PublicState volleyball = a_match();
    volleyball.ruleset = *match::find_ruleset("volleyball.fivb.2025");
    volleyball.state.rally.emplace();
    volleyball.state.home.points = {25, 20, 24};
    volleyball.state.guest.points = {20, 25, 22};

    const json::object on_ice = parsed(hockey);
    const json::object on_court = parsed(volleyball);

    EXPECT_EQ(on_ice.at("prompts"), (json::array{"PENALTY MAY END"}));
    EXPECT_EQ(on_ice.at("home").at("tallies"), (json::object{{"shot", 12}}));
    EXPECT_EQ(on_ice.at("home").at("penalties"), (json::array{json::object{{"name", "minor"},
                                                                           {"running", false},
                                                                           {"remainingMs", 120000},
                                                                           {"text", "2:00"},
                                                                           {"player", 15},
                                                                           {"releasable", true}}}));
    box.home.push_back(match::Penalty{match::CommandId{{}, 6}, 0, 0, 15, false, {}, {}}); // the same player
    EXPECT_EQ(parsed(hockey).at("home").at("penalties").at(0).as_object().contains("waits"), false);
    EXPECT_EQ(parsed(hockey).at("home").at("penalties").at(1).at("waits"), true);
    EXPECT_EQ(on_court.at("home").at("score"), 24);
    EXPECT_EQ(on_court.at("home").at("sets"), 1);
    EXPECT_EQ(on_court.at("home").at("setPoint"), true);
    EXPECT_EQ(on_court.at("home").at("matchPoint"), false);
    EXPECT_EQ(on_court.at("guest").at("byPeriod"), (json::array{20, 25, 22}));
    EXPECT_EQ(on_court.at("clock").at("text"), "");
    EXPECT_FALSE(parsed(a_match()).contains("prompts"));
}

} // namespace
} // namespace scoreboard::public_json
