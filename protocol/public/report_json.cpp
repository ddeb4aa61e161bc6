#include <boost/json.hpp>
#include <unordered_set>

#include "match/match_name.h"
#include "public/match_report.h"
#include "public/utc_text.h"

namespace scoreboard::public_json {
namespace {

namespace json = boost::json;

json::object side_object(const std::string& name, int score, std::optional<int> shootout)
{
    json::object side{{"name", name}, {"score", score}};
    if (shootout) {
        side["shootout"] = *shootout;
    }
    return side;
}

json::object summary_object(const match::MatchSummary& summary, const char* unless_final)
{
    return {
        {"id", match::match_name(summary.match)},
        {"status", summary.final ? "final" : unless_final},
        {"goesOnFrom", summary.from ? json::value(match::match_name(*summary.from)) : json::value(nullptr)},
        {"sport", summary.sport},
        {"ruleset", summary.ruleset},
        {"home", side_object(summary.home_name, summary.home, summary.home_shootout)},
        {"guest", side_object(summary.guest_name, summary.guest, summary.guest_shootout)},
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
    if (!team.line.attempts.empty()) {
        object["attempts"] = json::value_from(team.line.attempts); // of the shoot-out
    }
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
    json::object document = summary_object(report.summary, "open");
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
    std::unordered_set<match::CommandId, match::CommandIdHash> goes_on; // in one that is listed before it
    const auto add = [&](const match::MatchSummary& summary, const char* unless_final) {
        matches.push_back(summary_object(summary, unless_final));
        if (summary.from) {
            goes_on.insert(*summary.from);
        }
    };
    if (open) {
        add(*open, "open");
    }
    for (auto summary = ended.rbegin(); summary != ended.rend(); ++summary) {
        add(*summary, goes_on.contains(summary->match) ? "continued" : "left");
    }
    return json::serialize(json::object{{"matches", std::move(matches)}});
}

} // namespace scoreboard::public_json
