// Matches one after the other: what the command line asks for, the daemon opens and the panel shows.
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "match/ruleset.h"
#include "support/daemon.h"
#include "support/panel_simulator.h"
#include "support/socket.h"
#include "support/temp_folder.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;

class NewMatchTest : public testing::Test {
protected:
    Finished control(const Daemon& daemon, std::vector<std::string> words,
                     const std::string& journal = "journal") const
    {
        words.insert(words.begin(), {program("scoreboard-controller-cli"), "--board",
                                     daemon.control_url("tcp"), "--journal", folder.file(journal)});
        return run_program(words, {}, 60s);
    }
    boost::json::object get(const Daemon& daemon, const std::string& path) const
    {
        return boost::json::parse(http_get(daemon.public_port(), path).body).as_object();
    }

    TempFolder folder;
};

struct Row {
    const char* ruleset;
    std::vector<std::string> first_score; // words that give the home side its first score
    const char* clock;                    // on the panel, after it; empty: this sport has none
    const char* score;
};

// Goal: a match of another sport comes to the panel with its own clock, period and points. Method: the same
// daemon and panel play one after the other, as in a day of a hall.
TEST_F(NewMatchTest, EachSportComesToThePanelWithItsOwnClockAndPoints)
{
    const Row rows[] = {
        {"handball.ihf.2016", {"add", "home", "1"}, "0:00", "1"},
        {"ice_hockey.iihf.2025", {"add", "home", "1"}, "20:00", "1"},
        {"volleyball.fivb.2025", {"add", "home", "1"}, "", "1"},
        {"basketball.nba.2025", {"add", "home", "3"}, "12:00", "3"},
    };
    PanelSimulator panel(folder.path().string());
    Daemon daemon(folder.file("data"), {"--panel", panel.url()});
    for (const Row& row : rows) {
        SCOPED_TRACE(row.ruleset);
        ASSERT_NE(match::find_ruleset(row.ruleset), nullptr);
        const Finished opened =
            control(daemon, {"--ruleset", row.ruleset, "--home", "HAWKS", "match", "new"});
        ASSERT_EQ(opened.exit_code, 0) << opened.errors;
        std::vector<std::string> words{"--wait", "shown"};
        words.insert(words.end(), row.first_score.begin(), row.first_score.end());
        const Finished scored = control(daemon, words);
        ASSERT_EQ(scored.exit_code, 0) << scored.errors;

        EXPECT_EQ(get(daemon, "/api/v1/state").at("ruleset").as_string(), row.ruleset);
        EXPECT_TRUE(panel.wait_for_text("home.score", row.score, within(10s)));
        if (*row.clock != '\0') {
            EXPECT_TRUE(panel.wait_for_text("clock", row.clock, within(10s)));
        }
    }
}

// What `actions` lists, but what ends something, and what keeps the hall from seeing it.
std::vector<std::string> keys_of(const std::string& listed)
{
    std::vector<std::string> names;
    std::istringstream lines(listed);
    for (std::string line; std::getline(lines, line);) {
        const std::string name = line.substr(0, line.find('\t'));
        if (name != "match end" && name != "period next" && name != "display hold") {
            names.push_back(name);
        }
    }
    return names;
}

std::size_t times_in(const std::string& text, const std::string& wanted)
{
    std::size_t times = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
        ++times;
    }
    return times;
}

// Goal: every sport is played from the command line and seen. Method: one match after the other by each of
// the rules, in each of them everything that `actions` lists, until the panel has confirmed it.
TEST_F(NewMatchTest, EveryRulesetIsPlayedFromTheCommandLineAndSeen)
{
    PanelSimulator panel(folder.path().string());
    Daemon daemon(folder.file("data"), {"--panel", panel.url()});
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        SCOPED_TRACE(ruleset.id);
        const Finished opened = control(daemon, {"--ruleset", ruleset.id, "match", "new"});
        ASSERT_EQ(opened.exit_code, 0) << opened.errors;
        const std::vector<std::string> keys = keys_of(control(daemon, {"actions"}).output);
        ASSERT_THAT(keys, testing::Contains("horn"));
        std::string script;
        for (const std::string& key : keys) {
            script += boost::json::serialize(boost::json::object{{"cmd", key}}) + "\n";
        }

        const Finished played =
            run_program({program("scoreboard-controller-cli"), "--board", daemon.control_url("tcp"),
                         "--journal", folder.file("journal"), "--wait", "shown", "script", "-"},
                        script, 60s);

        EXPECT_LE(played.exit_code, 1) << played.errors; // 1: one key's tap made another senseless
        EXPECT_GE(times_in(played.output, R"("level":"shown")"), keys.size() / 2) << played.errors;
        const boost::json::object state = get(daemon, "/api/v1/state");
        EXPECT_EQ(state.at("ruleset").as_string(), ruleset.id);
        EXPECT_EQ(state.at("panel").at("shownRev"), state.at("rev"));
        for (const char* side : {"home", "guest"}) {
            const std::string shown = panel.text(std::string(side) + ".score");
            const std::string score = std::to_string(state.at(side).at("score").as_int64());
            EXPECT_EQ(shown, ruleset.tennis || !ruleset.score ? shown : score) << side;
        }
    }
}

// Goal: what is put right while the display is held is seen when it is done, not on the way. Method: a point
// for the wrong side, the display held, the point moved to the other side, the display released.
TEST_F(NewMatchTest, AMistakeIsPutRightBehindAHeldDisplay)
{
    PanelSimulator panel(folder.path().string());
    Daemon daemon(folder.file("data"), {"--panel", panel.url()});
    ASSERT_EQ(control(daemon, {"--wait", "shown", "add", "home", "3"}).exit_code, 0);
    ASSERT_EQ(control(daemon, {"--wait", "shown", "display", "hold"}).exit_code, 0);

    ASSERT_EQ(control(daemon, {"undo"}).exit_code, 0); // of the hold: it is the newest
    ASSERT_EQ(control(daemon, {"--wait", "shown", "display", "hold"}).exit_code, 0);
    ASSERT_EQ(control(daemon, {"set", "home", "0"}).exit_code, 0);
    const Finished hidden = control(daemon, {"--wait", "shown", "--timeout", "1", "add", "guest", "3"});

    EXPECT_EQ(hidden.exit_code, 3);
    EXPECT_THAT(hidden.errors, HasSubstr("recorded, but not shown in time: the display is held"));
    EXPECT_EQ(panel.text("home.score") + ":" + panel.text("guest.score"), "3:0");
    const boost::json::object state = get(daemon, "/api/v1/state");
    EXPECT_EQ(state.at("home").at("score").as_int64(), 3);
    EXPECT_TRUE(state.at("held").as_bool());

    ASSERT_EQ(control(daemon, {"--wait", "shown", "display", "release"}).exit_code, 0);

    EXPECT_EQ(panel.text("home.score") + ":" + panel.text("guest.score"), "0:3");
    EXPECT_FALSE(get(daemon, "/api/v1/state").contains("held"));
    ASSERT_EQ(control(daemon, {"--wait", "shown", "sides", "swap"}).exit_code, 0);
    EXPECT_EQ(panel.text("home.score") + ":" + panel.text("guest.score"), "3:0");
}

// Goal: a day of matches can be told afterwards. Method: two matches, a crash of the daemon in the second;
// both are listed and reported, over HTTP and by scoreboardctl.
TEST_F(NewMatchTest, EveryMatchOfTheDayIsListedAndReported)
{
    auto daemon = std::make_unique<Daemon>(folder.file("data"));
    ASSERT_EQ(control(*daemon, {"add", "home", "3"}).exit_code, 0);
    ASSERT_EQ(control(*daemon, {"add", "guest", "2"}).exit_code, 0);
    ASSERT_EQ(control(*daemon, {"--ruleset", "volleyball.fivb.2025", "--home", "<HAWKS>", "match", "new"})
                  .exit_code,
              0);
    ASSERT_EQ(control(*daemon, {"add", "home", "1"}).exit_code, 0);
    daemon->kill();
    daemon = std::make_unique<Daemon>(folder.file("data"));
    ASSERT_EQ(control(*daemon, {"add", "home", "1"}).exit_code, 0);

    const boost::json::object listed = get(*daemon, "/api/v1/matches");
    const boost::json::array& matches = listed.at("matches").as_array();
    ASSERT_EQ(matches.size(), 2U);
    EXPECT_EQ(matches[0].at("status").as_string(), "open");
    EXPECT_EQ(matches[0].at("home").at("name").as_string(), "<HAWKS>");
    EXPECT_EQ(matches[1].at("status").as_string(), "left");
    EXPECT_EQ(matches[1].at("home").at("score").as_int64(), 3);
    const std::string first(matches[1].at("id").as_string());

    const boost::json::object report = get(*daemon, "/api/v1/matches/" + first);
    EXPECT_EQ(report.at("guest").at("score").as_int64(), 2);
    EXPECT_EQ(report.at("events").at(1).at("text").as_string(), "3 points");
    const HttpReply page =
        http_get(daemon->public_port(), "/matches/" + std::string(matches[0].at("id").as_string()));
    EXPECT_THAT(page.body, HasSubstr("&lt;HAWKS&gt;"));
    const auto ctl = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {program("scoreboardctl"), "--url", daemon->public_url()});
        return run_program(words);
    };
    EXPECT_THAT(ctl({"matches"}).output, HasSubstr("HOME 3 : 2 GUEST  left at "));
    EXPECT_THAT(ctl({"report", "2", "--format", "csv"}).output, HasSubstr("\"3 points\",3,0,no"));
    EXPECT_EQ(ctl({"report", "3"}).exit_code, 1);
    EXPECT_THAT(ctl({"report", "3"}).errors, HasSubstr("there is no match 3: the board has 2"));
}

// Goal: a match that was interrupted goes on on the same board. Method: the commands that a scorer types, a
// match in between, and a crash of the daemon before and after it goes on.
TEST_F(NewMatchTest, AMatchThatWasLeftGoesOn)
{
    auto daemon = std::make_unique<Daemon>(folder.file("data"));
    ASSERT_EQ(control(*daemon, {"clock", "start"}).exit_code, 0);
    ASSERT_EQ(control(*daemon, {"add", "home", "3"}).exit_code, 0);
    ASSERT_EQ(control(*daemon, {"clock", "stop"}).exit_code, 0);
    ASSERT_EQ(control(*daemon, {"clock", "set", "7:42.0"}).exit_code, 0);
    EXPECT_EQ(control(*daemon, {"match", "left"}).output, "");
    ASSERT_EQ(control(*daemon, {"--ruleset", "volleyball.fivb.2025", "match", "new"}).exit_code, 0);
    daemon->kill();
    daemon = std::make_unique<Daemon>(folder.file("data"));
    const Finished left = control(*daemon, {"match", "left"});
    EXPECT_THAT(left.output, testing::StartsWith("1\tHOME 3 : 0 GUEST, Q1\tbasketball.fiba.2026\t"));

    const Finished resumed = control(*daemon, {"match", "resume", "1"});
    ASSERT_EQ(resumed.exit_code, 0) << resumed.errors;
    ASSERT_EQ(control(*daemon, {"add", "guest", "2"}).exit_code, 0);
    daemon->kill();
    daemon = std::make_unique<Daemon>(folder.file("data"));

    const boost::json::object state = get(*daemon, "/api/v1/state");
    EXPECT_EQ(state.at("ruleset").as_string(), "basketball.fiba.2026");
    EXPECT_EQ(state.at("home").at("score").as_int64(), 3);
    EXPECT_EQ(state.at("guest").at("score").as_int64(), 2);
    EXPECT_EQ(state.at("clock").at("text").as_string(), "7:42");
    const boost::json::object listed = get(*daemon, "/api/v1/matches");
    const boost::json::array& matches = listed.at("matches").as_array();
    ASSERT_EQ(matches.size(), 3U);
    EXPECT_EQ(matches[0].at("goesOnFrom"), matches[2].at("id"));
    EXPECT_EQ(matches[2].at("status").as_string(), "continued");
    const Finished again =
        control(*daemon, {"match", "resume", std::string(matches[2].at("id").as_string())});
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_THAT(again.errors, HasSubstr("'match left' lists them"));
}

// Goal: a match goes on in another hall. Method: the commands that a technician types, on two boards.
TEST_F(NewMatchTest, AMatchIsBroughtToAnotherBoardAndGoesOnThere)
{
    const auto ctl = [](std::vector<std::string> words) {
        words.insert(words.begin(), program("scoreboardctl"));
        return run_program(words);
    };
    const std::string file = folder.file("match");
    {
        Daemon daemon(folder.file("data"));
        ASSERT_EQ(control(daemon, {"add", "home", "3"}).exit_code, 0);
        ASSERT_EQ(control(daemon, {"--ruleset", "handball.ihf.2016", "match", "new"}).exit_code, 0);
        EXPECT_THAT(ctl({"export", "2", file, "--data", folder.file("data")}).errors,
                    HasSubstr("is in use by scoreboard-daemon"));
        EXPECT_EQ(daemon.stop(), 0);
    }
    EXPECT_EQ(Daemon(folder.file("other")).stop(), 0);

    const Finished out = ctl({"export", "2", file, "--data", folder.file("data")});
    ASSERT_EQ(out.exit_code, 0) << out.errors;
    EXPECT_THAT(ctl({"export", "2", file, "--data", folder.file("data")}).errors,
                HasSubstr("is there already"));
    const Finished in = ctl({"import", file, "--data", folder.file("other")});
    ASSERT_EQ(in.exit_code, 0) << in.errors;

    EXPECT_THAT(in.output, HasSubstr("HOME 3 : 0 GUEST"));
    Daemon other(folder.file("other"));
    ASSERT_EQ(control(other, {"add", "guest", "2"}, "another").exit_code, 0);
    EXPECT_EQ(get(other, "/api/v1/state").at("home").at("score").as_int64(), 3);
    EXPECT_EQ(get(other, "/api/v1/state").at("guest").at("score").as_int64(), 2);
    EXPECT_EQ(get(other, "/api/v1/state").at("ruleset").as_string(), "basketball.fiba.2026");
}

// Goal: rules of the venue's own are to be had like any others, and an option of one match is of that match.
TEST_F(NewMatchTest, PlaysByTheVenuesOwnRules)
{
    std::filesystem::create_directory(folder.path() / "rulesets");
    std::ofstream(folder.path() / "rulesets" / "u14.toml") << R"(id = "venue.u14"
name = "Basketball, our U14"
base = "basketball.fiba.2026"
[periods]
length = "8:00"
)";
    std::ofstream(folder.path() / "board.toml")
        << "[match]\nrulesets = \"" << folder.file("rulesets") << "\"\n";
    Daemon daemon(folder.file("data"), {"--config", folder.file("board.toml")});
    const Finished listed = control(daemon, {"rulesets"});
    EXPECT_THAT(listed.output, testing::StartsWith("venue.u14\tBasketball, our U14\n"));

    ASSERT_EQ(control(daemon, {"--ruleset", "venue.u14", "match", "new"}).exit_code, 0);

    EXPECT_EQ(get(daemon, "/api/v1/state").at("ruleset").as_string(), "venue.u14");
    EXPECT_EQ(get(daemon, "/api/v1/state").at("clock").at("text").as_string(), "8:00");

    const Finished altered =
        control(daemon, {"--ruleset", "venue.u14", "--option", "periods.length=6:00", "match", "new"});
    ASSERT_EQ(altered.exit_code, 0) << altered.errors;
    EXPECT_EQ(get(daemon, "/api/v1/state").at("clock").at("text").as_string(), "6:00");
    const Finished unknown = control(daemon, {"--ruleset", "venue.u15", "match", "new"});
    EXPECT_EQ(unknown.exit_code, 1);
    EXPECT_THAT(unknown.errors, HasSubstr("there is no ruleset \"venue.u15\" on this board"));
}

} // namespace
} // namespace scoreboard
