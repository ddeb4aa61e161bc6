#include "public/match_report.h"
#include "public/utc_text.h"

namespace scoreboard::public_json {
namespace {

// A name is somebody's text: a spreadsheet must not take "=…" for a formula.
std::string cell(const std::string& text)
{
    const bool formula = !text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos;
    std::string quoted = formula ? "\"'" : "\"";
    for (const char character : text) {
        quoted += character;
        if (character == '"') {
            quoted += '"';
        }
    }
    return quoted + "\"";
}

} // namespace

std::string report_csv(const MatchReport& report)
{
    std::string csv = "rev,at,period,clock,side,team,event,home,guest,taken_back,corrected\r\n";
    for (const ReportEvent& event : report.events) {
        const bool home = event.side == match::Side::kHome;
        const std::string side = !event.side ? "" : home ? "home" : "guest";
        const std::string team = !event.side ? ""
                                 : home      ? report.summary.home_name
                                             : report.summary.guest_name;
        csv += std::to_string(event.rev) + "," + utc_text(event.wall_ms) + "," + cell(event.period) + "," +
               cell(event.clock) + "," + side + "," + cell(team) + "," + cell(event.text) + "," +
               std::to_string(event.home) + "," + std::to_string(event.guest) + "," +
               (event.taken_back ? "yes" : "no") + "," + (event.corrected ? "yes" : "no") + "\r\n";
    }
    return csv;
}

} // namespace scoreboard::public_json
