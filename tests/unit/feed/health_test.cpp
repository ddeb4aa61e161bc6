#include "feed/health.h"

#include <gtest/gtest.h>

#include "a_match.h"

namespace scoreboard::feed {
namespace {

struct Row {
    const char* name;
    session::PanelStatus panel;
    const char* storage_fault;
    bool healthy;
    const char* json;
    bool live_only = false;
};

class HealthTest : public testing::TestWithParam<Row> {};

TEST_P(HealthTest, TellsWhatFails)
{
    FeedState state = a_match();
    state.match.panel.status = GetParam().panel;
    state.panel_detail = GetParam().panel == session::PanelStatus::kFault ? "unplugged" : "";
    state.storage_fault = GetParam().storage_fault;
    state.live_only = GetParam().live_only;

    EXPECT_EQ(is_healthy(state), GetParam().healthy);
    EXPECT_EQ(health_json(state), GetParam().json);
}

INSTANTIATE_TEST_SUITE_P(
    Boards, HealthTest,
    testing::Values(
        Row{"Well", session::PanelStatus::kOk, "", true, R"({"panel":"ok","log":"ok"})"},
        Row{"WithoutAPanel", session::PanelStatus::kAbsent, "", true, R"({"panel":"absent","log":"ok"})"},
        Row{"PanelBehind", session::PanelStatus::kStale, "", true, R"({"panel":"stale","log":"ok"})"},
        Row{"PanelFailed", session::PanelStatus::kFault, "", false,
            R"({"panel":"fault","log":"ok","detail":"unplugged"})"},
        Row{"CannotRecord", session::PanelStatus::kOk, "disk full", false,
            R"({"panel":"ok","log":"fault","detail":"disk full"})"},
        Row{"LiveOnly", session::PanelStatus::kOk, "disk full", false,
            R"({"panel":"ok","log":"live-only","detail":"disk full"})", true},
        Row{"BothFailed", session::PanelStatus::kFault, "disk full", false,
            R"({"panel":"fault","log":"fault","detail":"disk full"})"}),
    [](const auto& row) { return row.param.name; });

} // namespace
} // namespace scoreboard::feed
