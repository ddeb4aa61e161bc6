#include "public/match_report.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match/left_matches.h"
#include "match/match_name.h"
#include "support/random_play.h"
#include "support/test_match.h"

namespace scoreboard::public_json {
namespace {

using namespace std::chrono_literals;
using match::Side;
using support::at;
using support::counts_at;
using support::TestMatch;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// HAWKS 5 : 2 TIGERS in the second quarter; two points of the home side were taken back.
TestMatch two_quarters()
{
    TestMatch match(match::default_ruleset());
    match.give(at(10), match::StartClock{}, counts_at(at(10)));
    match.give(at(20), match::AddScore{Side::kHome, 2, 7});
    match.give(at(30), match::AddScore{Side::kHome, 2});
    match.give(at(31), match::Undo{match.last()});
    match.give(at(40), match::AddFoul{Side::kGuest, 1, 9});
    match.give(at(50), match::StopClock{}, counts_at(at(50)));
    match.give(at(60), match::NextPeriod{});
    match.give(at(70), match::NextPeriod{});
    match.give(at(80), match::AddScore{Side::kHome, 3, 7});
    match.give(at(90), match::AddScore{Side::kGuest, 2});
    return match;
}

MatchReport report_of(const TestMatch& match)
{
    return match_report(match.timeline().entries());
}

TEST(MatchReportTest, TellsTheLineScoreAndWhatEachPlayerDid)
{
    const MatchReport report = report_of(two_quarters());

    EXPECT_EQ(report.summary.home, 5);
    EXPECT_EQ(report.summary.guest, 2);
    EXPECT_EQ(report.summary.period_text, "Q2");
    EXPECT_THAT(report.periods, ElementsAre("Q1", "Q2"));
    EXPECT_THAT(report.home.line.by_period, ElementsAre(2, 3));
    EXPECT_THAT(report.guest.line.by_period, ElementsAre(0, 2));
    EXPECT_THAT(report.home.line.players, ElementsAre(match::Player{7, 0, 5}));
    EXPECT_THAT(report.guest.line.players, ElementsAre(match::Player{9, 1, 0}));
    EXPECT_EQ(report.guest.fouls, 1);
}

TEST(MatchReportTest, ListsWhatWasEnteredWithTheScoreAfterItAndMarksWhatWasTakenBack)
{
    std::vector<std::string> told;
    for (const ReportEvent& event : report_of(two_quarters()).events) {
        if (!event.minor) {
            told.push_back(event.period + " " + event.clock + " " + event.text + " " +
                           std::to_string(event.home) + ":" + std::to_string(event.guest) +
                           (event.taken_back ? " back" : ""));
        }
    }

    EXPECT_THAT(told, ElementsAre("PRE-GAME 10:00 match begins 0:0", "Q1 9:50 2 points #7 2:0",
                                  "Q1 9:40 2 points 2:0 back", "Q1 9:30 foul #9 2:0",
                                  "Q1 END 2:00 period ends 2:0", "Q2 10:00 period begins 2:0",
                                  "Q2 10:00 3 points #7 5:0", "Q2 10:00 2 points 5:2"));
}

// A STOP that an outage held up stands where it was tapped, whenever it was recorded.
TEST(MatchReportTest, OrdersEventsAsTheyCount)
{
    TestMatch match(match::default_ruleset());
    match.give(at(10), match::StartClock{}, counts_at(at(10)));
    match.give(at(30), match::AddScore{Side::kHome, 2});
    match.give(at(31), match::StopClock{}, counts_at(at(25)));

    const MatchReport report = report_of(match);

    ASSERT_EQ(report.events.size(), 4U);
    EXPECT_EQ(report.events[2].text, "STOP");
    EXPECT_EQ(report.events[3].text, "2 points");
    EXPECT_EQ(report.events[3].clock, "9:45");
}

TEST(MatchReportTest, TellsWhatWasCorrectedAsItCounts)
{
    TestMatch match(match::default_ruleset());
    match.give(at(10), match::StartClock{}, counts_at(at(10)));
    match.give(at(20), match::AddScore{Side::kHome, 2, 7});
    const match::CommandId wrong = match.last();
    match.give(at(30), match::AddScore{Side::kGuest, 1});
    ASSERT_TRUE(match.give(at(40), match::Edit{wrong, match::AddScore{Side::kHome, 3, 8}}).applied);
    ASSERT_TRUE(match.give(at(41), match::Insert{wrong, match::AddFoul{Side::kGuest, 1, 5}}).applied);

    const MatchReport report = report_of(match);

    ASSERT_EQ(report.events.size(), 5U);
    EXPECT_EQ(report.events[2].text, "3 points #8");
    EXPECT_EQ(report.events[2].home, 3);
    EXPECT_TRUE(report.events[2].corrected);
    EXPECT_EQ(report.events[3].text, "foul #5");
    EXPECT_EQ(report.events[3].clock, "9:50");
    EXPECT_EQ(report.events[4].text, "1 point");
    EXPECT_FALSE(report.events[4].corrected);
}

TEST(MatchReportTest, AShootOutThatDecidedStandsBehindTheScore)
{
    match::Ruleset football = *match::find_ruleset("football.ifab.2026");
    football.periods.overtimes_max = 0;
    football.periods.regular = 1;
    football.shootout->rounds = 1;
    TestMatch match(football);
    match.give(at(1), match::StartClock{}, counts_at(at(1)));
    match.give(at(2), match::NextPeriod{match.state().at, match::PeriodPhase{1, match::Phase::kShootout}});
    ASSERT_EQ(match.state().at.phase, match::Phase::kShootout);
    match.give(at(3), match::AddAttempt{Side::kHome, true});
    match.give(at(4), match::AddAttempt{Side::kGuest, false});

    const MatchReport report = report_of(match);

    EXPECT_EQ(match::result_text(report.summary), "0 : 0 (1 : 0)");
    EXPECT_NE(report_html(report).find("0 : 0 (1 : 0)"), std::string::npos);
    EXPECT_NE(matches_json({}, report.summary).find(R"("shootout":1)"), std::string::npos);
}

TEST(MatchReportTest, AShootOutIsToldAttemptByAttempt)
{
    TestMatch match(*match::find_ruleset("football.ifab.2026"));
    match.give(at(1), match::StartClock{}, counts_at(at(1)));
    match.give(at(2), match::NextPeriod{});
    match.give(at(3), match::NextPeriod{});
    match.give(at(4), match::NextPeriod{std::nullopt, match::PeriodPhase{2, match::Phase::kShootout}});
    match.give(at(5), match::AddAttempt{Side::kHome, true});
    match.give(at(6), match::AddAttempt{Side::kGuest, false});
    match.give(at(7), match::AddAttempt{Side::kHome, false});

    const MatchReport report = report_of(match);

    const boost::json::value document = boost::json::parse(report_json(report));
    EXPECT_EQ(document.at("home").at("attempts"), (boost::json::array{true, false}));
    EXPECT_EQ(document.at("guest").at("attempts"), (boost::json::array{false}));
    EXPECT_THAT(report_html(report), HasSubstr("<td>HOME</td><td>● ○ </td>"));
    EXPECT_THAT(report_html(report_of(two_quarters())), Not(HasSubstr("Shoot-out")));
}

TEST(MatchReportTest, HasAColumnForAPeriodThatOnlyTheGuestScoredAheadIn)
{
    TestMatch match(support::of_fold_1(match::default_ruleset()));
    match.see(match::PeriodPhase{2, match::Phase::kPlay});

    match.give(at(10), match::AddScore{Side::kGuest, 2});

    EXPECT_THAT(report_of(match).periods, ElementsAre("Q1", "Q2"));
}

TEST(MatchReportTest, SpeaksAsTheSportDoes)
{
    struct Row {
        const char* ruleset;
        match::Command command;
        const char* text;
    };
    const Row rows[] = {
        {"ice_hockey.iihf.2025", match::AddScore{Side::kHome, 1, 7}, "goal #7"},
        {"ice_hockey.iihf.2025", match::AddScore{Side::kHome, -1}, "-1 goal"},
        {"baseball.mlb.2025", match::AddScore{Side::kGuest, 1}, "run"},
        {"volleyball.fivb.2025", match::AddScore{Side::kHome, 1}, "1 point"},
        {"basketball.fiba.2026", match::OpenMatch{"ice_hockey.iihf.2025", "", ""},
         "another match begins: ice_hockey.iihf.2025"},
    };
    for (const Row& row : rows) {
        TestMatch match(*match::find_ruleset(row.ruleset));
        match.give(at(10), match::NextPeriod{});
        match.give(at(11), match::AddScore{Side::kHome, 1});
        match.give(at(12), row.command);

        EXPECT_EQ(report_of(match).events.back().text, row.text) << row.ruleset;
    }
}

TEST(MatchReportTest, SaysWhosePenaltyHasEndedAsItWasCorrected)
{
    TestMatch match(*match::find_ruleset("ice_hockey.iihf.2025"));
    match.give(at(10), match::StartClock{}, counts_at(at(10)));
    match.give(at(20), match::AddPenalty{Side::kGuest, 0, std::nullopt, false});
    const match::CommandId given = match.last();
    ASSERT_TRUE(match.give(at(21), match::Edit{given, match::AddPenalty{Side::kGuest, 0, 9, false}}).applied);
    ASSERT_TRUE(match.give(at(30), match::EndPenalty{given, 0}).applied);

    const ReportEvent ended = report_of(match).events.back();

    EXPECT_EQ(ended.text, "minor #9 ends");
    EXPECT_EQ(ended.side, Side::kGuest);
}

TEST(MatchReportTest, TheJsonDocumentHoldsAllOfIt)
{
    const auto document = boost::json::parse(report_json(report_of(two_quarters()))).as_object();

    EXPECT_EQ(document.at("status").as_string(), "open");
    EXPECT_EQ(document.at("home").at("byPeriod").as_array().size(), 2U);
    EXPECT_EQ(document.at("home").at("players").at(0).at("points").as_int64(), 5);
    EXPECT_EQ(document.at("events").as_array().size(), 10U);
    EXPECT_EQ(document.at("events").at(3).at("takenBack").as_bool(), true);
    EXPECT_EQ(document.at("id").as_string(), match::match_name(two_quarters().state().match));
}

TEST(MatchReportTest, ThePageAndTheTableTakeNoNameForMarkupOrForAFormula)
{
    MatchReport report = report_of(two_quarters());
    report.summary.home_name = "=<b>\"A\" & 'B'";
    report.home.line.name = report.summary.home_name;

    EXPECT_THAT(report_html(report), HasSubstr("=&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;"));
    EXPECT_THAT(report_html(report), Not(HasSubstr("<b>")));
    EXPECT_THAT(report_html(report), Not(HasSubstr("<script")));
    EXPECT_THAT(report_csv(report), HasSubstr("\"'=<b>\"\"A\"\" & 'B'\""));
}

TEST(MatchReportTest, TheTableHasALineForEachEvent)
{
    const std::string csv = report_csv(report_of(two_quarters()));

    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 11);
    EXPECT_THAT(csv, HasSubstr(",\"Q1\",\"9:50\",home,\"HOME\",\"2 points #7\",2,0,no,no\r\n"));
}

TEST(MatchReportTest, ListsTheMatchesOfALogNewestFirst)
{
    const match::MatchSummary first = report_of(two_quarters()).summary;
    match::MatchSummary second = first;
    second.match.seq = 99;
    second.final = true;

    const auto list = boost::json::parse(matches_json(std::vector{first}, second)).at("matches").as_array();

    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].at("status").as_string(), "final");
    EXPECT_EQ(list[1].at("status").as_string(), "left");
    EXPECT_EQ(list[1].at("home").at("score").as_int64(), 5);
}

TEST(MatchReportTest, ListsAMatchThatGoesOnAsContinued)
{
    const match::MatchSummary first = report_of(two_quarters()).summary;
    match::MatchSummary second = first;
    second.match.seq = 99;
    second.from = first.match;

    const auto list = boost::json::parse(matches_json(std::vector{first}, second)).at("matches").as_array();

    EXPECT_EQ(list[0].at("goesOnFrom").as_string(), match::match_name(first.match));
    EXPECT_EQ(list[1].at("status").as_string(), "continued");
    EXPECT_TRUE(list[1].at("goesOnFrom").is_null());
}

// Method: nothing is entered after it goes on.
TEST(MatchReportTest, AMatchThatGoesOnNamesThePeriodsOfBefore)
{
    match::LeftMatches left;
    support::TestMatch before = two_quarters();
    left.add(before.timeline());
    ASSERT_EQ(left.all().size(), 1U);
    match::Entry start = support::TestMatch::start_entry(left.all()[0].ruleset);
    start.sealed.body.command =
        match::StartMatch{left.all()[0].ruleset, "HOME", "GUEST",
                          match::GoingOn{left.all()[0].summary.match,
                                         std::make_shared<const match::MatchState>(left.all()[0].state)}};

    const MatchReport report = match_report(std::vector{start});

    EXPECT_THAT(report.periods, ElementsAre("Q1", "Q2"));
    EXPECT_EQ(report.events.at(0).text, "match goes on");
    EXPECT_EQ(report.home.line.score, 5);
}

TEST(MatchReportTest, ThePageSaysWhatItGoesOnWith)
{
    MatchReport report = report_of(two_quarters());
    EXPECT_THAT(report_html(report), Not(HasSubstr("goes on with")));
    report.summary.from = match::CommandId{{}, 7};

    EXPECT_THAT(report_html(report),
                HasSubstr("It goes on with match " + match::match_name(*report.summary.from)));
}

// Method: matches of every sport, played by chance; the last event has the score of the match, and every
// format can be made of it.
TEST(MatchReportTest, EverySportCanBeReported)
{
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        SCOPED_TRACE(ruleset.id);
        support::RandomPlay play(ruleset, 1);
        for (int step = 0; step < 150; ++step) {
            play.step();
        }

        const MatchReport report = match_report(play.match().timeline().entries());

        EXPECT_EQ(report.events.back().home, report.home.line.score);
        EXPECT_EQ(report.events.back().guest, report.guest.line.score);
        EXPECT_EQ(report.periods.size(), report.home.line.by_period.size());
        for (const std::string& period : report.periods) {
            EXPECT_NE(period, "");
        }
        EXPECT_TRUE(boost::json::parse(report_json(report)).is_object());
        EXPECT_THAT(report_html(report), HasSubstr("</html>"));
        EXPECT_NE(report_csv(report), "");
    }
}

} // namespace
} // namespace scoreboard::public_json
