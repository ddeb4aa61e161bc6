#include <boost/json.hpp>

#include "public/match_report.h"
#include "public/utc_text.h"

namespace scoreboard::public_json {
namespace {

namespace json = boost::json;

const char* status_of(const match::MatchSummary& summary, bool open)
{
    return summary.final ? "final" : open ? "open" : "left";
}

json::object summary_object(const match::MatchSummary& summary, bool open)
{
    return {{"id", match_name(summary.match)},
            {"status", status_of(summary, open)},
            {"sport", summary.sport},
            {"ruleset", summary.ruleset},
            {"home", {{"name", summary.home_name}, {"score", summary.home}}},
            {"guest", {{"name", summary.guest_name}, {"score", summary.guest}}},
            {"periodText", summary.period_text},
            {"beganAt", utc_text(summary.began_ms)},
            {"newestAt", utc_text(summary.newest_ms)},
            {"firstRev", summary.first},
            {"lastRev", summary.last}};
}

json::object team_object(const ReportTeam& team, const MatchReport& report)
{
    json::object object{{"name", team.line.name}, {"score", team.line.score}};
    if (report.has_sets) {
        object["sets"] = team.line.sets;
    }
    object["byPeriod"] = json::value_from(team.line.by_period);
    object["fouls"] = team.fouls;
    object["timeouts"] = team.timeouts;
    json::object tallies;
    for (const match::TallyLine& tally : team.line.tallies) {
        tallies[tally.name] = tally.count;
    }
    object["tallies"] = std::move(tallies);
    json::array players;
    for (const match::Player& player : team.line.players) {
        players.push_back({{"number", player.number}, {"points", player.points}, {"fouls", player.fouls}});
    }
    object["players"] = std::move(players);
    object["penalties"] = json::value_from(team.penalties);
    return object;
}

json::object event_object(const ReportEvent& event)
{
    json::object object{{"rev", event.rev},
                        {"at", utc_text(event.wall_ms)},
                        {"period", event.period},
                        {"clock", event.clock}};
    object["side"] =
        event.side ? json::value(*event.side == match::Side::kHome ? "home" : "guest") : json::value(nullptr);
    object["text"] = event.text;
    object["home"] = event.home;
    object["guest"] = event.guest;
    if (event.taken_back) {
        object["takenBack"] = true;
    }
    if (event.corrected) {
        object["corrected"] = true;
    }
    return object;
}

} // namespace

std::string report_json(const MatchReport& report)
{
    json::object document = summary_object(report.summary, !report.summary.final);
    document["rules"] = report.rules;
    document["source"] = report.source;
    document["periods"] = json::value_from(report.periods);
    document["home"] = team_object(report.home, report);
    document["guest"] = team_object(report.guest, report);
    json::array events;
    for (const ReportEvent& event : report.events) {
        events.push_back(event_object(event));
    }
    document["events"] = std::move(events);
    return json::serialize(document);
}

std::string matches_json(std::span<const match::MatchSummary> ended,
                         const std::optional<match::MatchSummary>& open)
{
    json::array matches;
    if (open) {
        matches.push_back(summary_object(*open, true));
    }
    for (std::size_t i = ended.size(); i > 0; --i) {
        matches.push_back(summary_object(ended[i - 1], false));
    }
    return json::serialize(json::object{{"matches", std::move(matches)}});
}

} // namespace scoreboard::public_json
