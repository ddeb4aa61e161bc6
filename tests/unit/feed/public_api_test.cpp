#include "feed/public_api.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "a_match.h"

namespace scoreboard::feed {
namespace {

using namespace std::chrono_literals;

constexpr public_json::Moment kNow{match::BoardTime(1000s), 1795546991482};

Answer get(std::string_view target, std::string_view if_none_match = {}, bool waited = false)
{
    return answer(Request{"GET", target, if_none_match, {}}, a_match(), kNow, waited);
}

TEST(PublicApiTest, GivesTheStateWithItsTag)
{
    const Document document = std::get<Document>(get("/api/v1/state"));

    EXPECT_EQ(document.status, 200U);
    EXPECT_STREQ(document.content_type, "application/json");
    EXPECT_EQ(document.etag, "aee8f0bf-1042");
    EXPECT_EQ(document.body, public_json::state_json(a_match().match, kNow));
}

TEST(PublicApiTest, SaysNotModifiedToWhoHasTheState)
{
    const Document document = std::get<Document>(get("/api/v1/state", "\"aee8f0bf-1042\""));

    EXPECT_EQ(document.status, 304U);
    EXPECT_EQ(document.body, "");
    EXPECT_EQ(document.etag, "aee8f0bf-1042");
}

TEST(PublicApiTest, ALongPollWaitsForAnotherState)
{
    EXPECT_EQ(std::get<Wait>(get("/api/v1/state?after=aee8f0bf-1042&wait=5")).at_most, 5s);
    EXPECT_EQ(std::get<Wait>(get("/api/v1/state?after=aee8f0bf-1042")).at_most, 30s);
    EXPECT_EQ(std::get<Wait>(get("/api/v1/state?after=aee8f0bf-1042&wait=86400")).at_most, kLongPollMax);
}

TEST(PublicApiTest, ALongPollIsAnsweredAtOnceByAnotherState)
{
    EXPECT_EQ(std::get<Document>(get("/api/v1/state?after=aee8f0bf-1041&wait=5")).status, 200U);
    // Another log: its revs say nothing about ours, whichever is larger.
    EXPECT_EQ(std::get<Document>(get("/api/v1/state?after=00000000-9999&wait=5")).status, 200U);
}

TEST(PublicApiTest, ALongPollEndsWithNotModified)
{
    EXPECT_EQ(std::get<Document>(get("/api/v1/state?after=aee8f0bf-1042&wait=5", {}, true)).status, 304U);
    EXPECT_EQ(std::get<Document>(get("/api/v1/state?after=aee8f0bf-1042&wait=0")).status, 304U);
}

// The log of a_match(), with one match that has ended and the open one.
FeedState a_day()
{
    FeedState state = a_match();
    match::MatchSummary ended;
    ended.match.seq = 1;
    ended.first = 1;
    ended.last = 40;
    match::MatchSummary open = ended;
    open.match.seq = 7;
    open.first = 41;
    open.last = 1042;
    state.ended = std::make_shared<const std::vector<match::MatchSummary>>(1, ended);
    state.open = open;
    return state;
}

Answer get_of_a_day(const std::string& target)
{
    return answer(Request{"GET", target, {}, {}}, a_day(), kNow);
}

TEST(PublicApiTest, ListsTheMatchesOfTheLog)
{
    const Document document = std::get<Document>(get_of_a_day("/api/v1/matches"));

    EXPECT_EQ(document.status, 200U);
    EXPECT_EQ(boost::json::parse(document.body).at("matches").as_array().size(), 2U);
    EXPECT_EQ(std::get<Document>(get("/api/v1/matches")).body, "{\"matches\":[]}");
}

TEST(PublicApiTest, AsksTheLogForTheEntriesOfAMatch)
{
    const std::string id(32, '0');

    const Report ended = std::get<Report>(get_of_a_day("/api/v1/matches/" + id + "-1"));
    EXPECT_EQ(ended.first, 1U);
    EXPECT_EQ(ended.last, 40U);
    EXPECT_EQ(ended.format, Report::Format::kJson);
    const Report open = std::get<Report>(get_of_a_day("/api/v1/matches/" + id + "-7?format=csv"));
    EXPECT_EQ(open.last, 1042U);
    EXPECT_EQ(open.format, Report::Format::kCsv);
    EXPECT_EQ(std::get<Report>(get_of_a_day("/matches/" + id + "-1")).format, Report::Format::kHtml);
    EXPECT_EQ(std::get<Document>(get_of_a_day("/api/v1/matches/" + id + "-1?format=pdf")).status, 400U);
    EXPECT_EQ(std::get<Document>(get_of_a_day("/api/v1/matches/" + id + "-2")).status, 404U);
    EXPECT_EQ(std::get<Document>(get_of_a_day("/matches/")).status, 404U);
}

TEST(PublicApiTest, SaysWhenTheLogGivesNotAllOfAMatch)
{
    const Report report{1, 2, Report::Format::kHtml};
    match::Entry start;
    start.rev = 1;
    start.sealed.body.command = match::StartMatch{match::default_ruleset(), "A", "B"};
    start.outcome.applied = true;

    EXPECT_EQ(report_document(report, std::vector{start}).status, 503U);
    EXPECT_EQ(report_document(report, {}).status, 503U);
    EXPECT_EQ(report_document(Report{1, 1, Report::Format::kHtml}, std::vector{start}).status, 200U);
}

TEST(PublicApiTest, RepeatsWhateverAStrangerAskedForAsJson)
{
    const Document document = std::get<Document>(get("/api/v1/state?after=%FF%00\"\\\xC3"));

    EXPECT_EQ(document.status, 400U);
    EXPECT_EQ(boost::json::parse(document.body).at("detail").as_string().find("after=??\"\\? names no state"),
              0U);
}

TEST(PublicApiTest, AStreamBeginsAfterWhatTheReaderHas)
{
    const Request again{"GET", "/api/v1/stream", {}, "aee8f0bf-1040"};

    EXPECT_EQ(std::get<Stream>(get("/api/v1/stream")).known, std::nullopt);
    EXPECT_EQ(std::get<Stream>(answer(again, a_match(), kNow)).known, (StateId{"aee8f0bf", 1040, 0}));
}

TEST(PublicApiTest, HealthFailsWithTheLog)
{
    FeedState state = a_match();
    state.storage_fault = "the disk is full; free some space and restart";

    const Answer result = answer(Request{"GET", "/healthz", {}, {}}, state, kNow);

    EXPECT_EQ(std::get<Document>(result).status, 503U);
    EXPECT_EQ(std::get<Document>(get("/healthz")).status, 200U);
}

struct Row {
    const char* name;
    const char* method;
    const char* target;
    unsigned status;
};

class PublicApiErrorTest : public testing::TestWithParam<Row> {};

TEST_P(PublicApiErrorTest, IsAProblemDocumentThatSaysWhatToDo)
{
    const Answer result = answer(Request{GetParam().method, GetParam().target, {}, {}}, a_match(), kNow);

    const Document& document = std::get<Document>(result);
    EXPECT_EQ(document.status, GetParam().status);
    EXPECT_STREQ(document.content_type, "application/problem+json");
    const auto problem = boost::json::parse(document.body).as_object();
    EXPECT_EQ(problem.at("status").to_number<unsigned>(), GetParam().status);
    EXPECT_FALSE(problem.at("title").as_string().empty());
    EXPECT_FALSE(problem.at("detail").as_string().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Requests, PublicApiErrorTest,
    testing::Values(Row{"UnknownPath", "GET", "/api/v1/nothing", 404}, Row{"NoPath", "GET", "", 404},
                    Row{"Post", "POST", "/api/v1/state", 405}, Row{"Put", "PUT", "/", 405},
                    Row{"Delete", "DELETE", "/api/v1/state", 405},
                    Row{"UnknownMethod", "SCORE", "/api/v1/state", 405},
                    Row{"NoSuchState", "GET", "/api/v1/state?after=7", 400},
                    Row{"NoSuchTime", "GET", "/api/v1/state?after=aee8f0bf-1042&wait=soon", 400}),
    [](const auto& row) { return row.param.name; });

TEST(PublicApiTest, ABoardThatHasRecordedNothingSaysSo)
{
    FeedState state = a_match();
    state.match.rev = 0;

    const Answer result = answer(Request{"GET", "/api/v1/state", {}, {}}, state, kNow);

    EXPECT_EQ(std::get<Document>(result).status, 503U);
}

} // namespace
} // namespace scoreboard::feed
