#include "feed/health.h"

#include <boost/json.hpp>

namespace scoreboard::feed {

bool is_healthy(const FeedState& state)
{
    return state.storage_fault.empty() && state.match.panel.status != session::PanelStatus::kFault;
}

namespace {

const char* log_status(const FeedState& state)
{
    if (state.storage_fault.empty()) {
        return "ok";
    }
    return state.live_only ? "live-only" : "fault";
}

} // namespace

std::string health_json(const FeedState& state)
{
    boost::json::object document{{"panel", public_json::panel_status_name(state.match.panel.status)},
                                 {"log", log_status(state)}};
    const std::string& detail = state.storage_fault.empty() ? state.panel_detail : state.storage_fault;
    if (!detail.empty()) {
        document["detail"] = detail;
    }
    return boost::json::serialize(document);
}

} // namespace scoreboard::feed
