#include "match/match_name.h"
#include "public/match_report.h"
#include "public/utc_text.h"

namespace scoreboard::public_json {
namespace {

// Black on white, for A4; the head of the table of events is printed again on each page.
constexpr const char* kStyle = R"css(
@page { size: A4; margin: 16mm 14mm; }
body { font: 11pt/1.35 "Liberation Sans", Arial, sans-serif; color: #111; }
body { margin: 1.2em auto; max-width: 46em; padding: 0 1em; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
header { border-bottom: 2pt solid #111; padding-bottom: .5em; }
h1 { font-size: 22pt; margin: 0; display: flex; gap: 1em; align-items: baseline; }
h1 .score { white-space: nowrap; font-variant-numeric: tabular-nums; }
h1 span { flex: 1; } h1 .score { flex: none; } h1 .guest { text-align: right; }
header p { margin: .3em 0 0; color: #555; font-size: 9.5pt; }
h2 { font-size: 12pt; margin: 1.3em 0 .4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; font-size: 9pt; color: #555; border-bottom: 1pt solid #111; }
th, td { padding: .18em .5em .18em 0; vertical-align: top; }
td { border-bottom: .4pt solid #ccc; }
tr { break-inside: avoid; }
.n { text-align: right; padding-right: .9em; }
.total { font-weight: 700; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2em; }
.back td { color: #888; text-decoration: line-through; }
footer { margin-top: 2em; color: #555; font-size: 9pt; }
.sign { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 2em; margin-top: 3.5em; break-inside: avoid; }
.sign div { border-top: .6pt solid #111; padding-top: .2em; font-size: 9pt; color: #555; }
)css";

// Names and notes are somebody's text.
std::string escaped(const std::string& text)
{
    std::string out;
    for (const char character : text) {
        switch (character) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += character;
        }
    }
    return out;
}

std::string td(const std::string& text, const char* kind = nullptr)
{
    return std::string("<td") + (kind == nullptr ? "" : std::string(" class=\"") + kind + "\"") + ">" +
           escaped(text) + "</td>";
}

std::string number(int value, const char* kind = "n")
{
    return td(std::to_string(value), kind);
}

// "2026-11-24 19:03": seconds are in the documents for machines.
std::string minute_text(std::int64_t wall_ms)
{
    std::string text = utc_text(wall_ms).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::string head_of(const MatchReport& report)
{
    const match::MatchSummary& match = report.summary;
    return "<header><h1><span>" + escaped(match.home_name) + "</span><span class=\"score\">" +
           match::result_text(match) + "</span><span class=\"guest\">" + escaped(match.guest_name) +
           "</span></h1>\n<p>" + escaped(report.rules) + " · " + escaped(match.period_text) + " · " +
           minute_text(match.began_ms) + " to " + minute_text(match.newest_ms).substr(11) + " UTC</p>" +
           (match.from ? "<p>It goes on with match " + escaped(match::match_name(*match.from)) +
                             ", which was left before it was over; the events here are those since.</p>"
                       : "") +
           "</header>\n";
}

std::string line_of(const ReportTeam& team, const MatchReport& report)
{
    std::string row = "<tr>" + td(team.line.name);
    for (std::size_t period = 0; period < report.periods.size(); ++period) {
        row += period < team.line.by_period.size() ? number(team.line.by_period[period]) : td("", "n");
    }
    return row + number(report.has_sets ? team.line.sets : team.line.score, "n total") + "</tr>\n";
}

std::string line_score(const MatchReport& report)
{
    std::string table = "<h2>Score by period</h2>\n<table><thead><tr><th>Team</th>";
    for (const std::string& period : report.periods) {
        table += "<th class=\"n\">" + escaped(period) + "</th>";
    }
    table += std::string("<th class=\"n\">") + (report.has_sets ? "Sets" : "Total") +
             "</th></tr></thead><tbody>\n";
    return table + line_of(report.home, report) + line_of(report.guest, report) + "</tbody></table>\n";
}

// Each attempt in its turn: ● scored, ○ missed.
std::string shootout_of(const MatchReport& report)
{
    if (report.home.line.attempts.empty() && report.guest.line.attempts.empty()) {
        return {};
    }
    const auto row = [](const match::TeamLine& team) {
        std::string attempts;
        for (const bool scored : team.attempts) {
            attempts += scored ? "● " : "○ ";
        }
        return "<tr>" + td(team.name) + td(attempts) + number(team.shootout_goals, "n total") + "</tr>\n";
    };
    return "<h2>Shoot-out</h2>\n<table><thead><tr><th>Team</th><th>● scored, ○ missed</th>"
           "<th class=\"n\">Goals</th></tr></thead><tbody>\n" +
           row(report.home.line) + row(report.guest.line) + "</tbody></table>\n";
}

std::string counts_of(const MatchReport& report)
{
    std::string rows;
    const auto row = [&rows](const std::string& what, int home, int guest) {
        if (home != 0 || guest != 0) {
            rows += "<tr>" + td(what) + number(home) + number(guest) + "</tr>\n";
        }
    };
    row("fouls", report.home.fouls, report.guest.fouls);
    row("time-outs", report.home.timeouts, report.guest.timeouts);
    for (std::size_t i = 0; i < report.home.line.tallies.size(); ++i) {
        row(report.home.line.tallies[i].name, report.home.line.tallies[i].count,
            report.guest.line.tallies[i].count);
    }
    if (rows.empty()) {
        return {};
    }
    return "<h2>Counted</h2>\n<table><thead><tr><th></th><th class=\"n\">" +
           escaped(report.summary.home_name) + "</th><th class=\"n\">" + escaped(report.summary.guest_name) +
           "</th></tr></thead><tbody>\n" + rows + "</tbody></table>\n";
}

std::string box_of(const ReportTeam& team)
{
    std::string box = "<div><h2>" + escaped(team.line.name) + "</h2>\n";
    if (!team.line.players.empty()) {
        box += "<table><thead><tr><th>Player</th><th class=\"n\">Points</th><th class=\"n\">Fouls</th></tr>"
               "</thead><tbody>\n";
        for (const match::Player& player : team.line.players) {
            box += "<tr>" + td("#" + std::to_string(player.number)) + number(player.points) +
                   number(player.fouls) + "</tr>\n";
        }
        box += "</tbody></table>\n";
    }
    for (const std::string& penalty : team.penalties) {
        box += "<p>" + escaped(penalty) + "</p>\n";
    }
    return box + "</div>\n";
}

std::string boxes(const MatchReport& report)
{
    const auto empty = [](const ReportTeam& team) {
        return team.line.players.empty() && team.penalties.empty();
    };
    if (empty(report.home) && empty(report.guest)) {
        return {};
    }
    return "<section class=\"two\">\n" + box_of(report.home) + box_of(report.guest) + "</section>\n";
}

std::string events_of(const MatchReport& report)
{
    std::string table = "<h2>Events</h2>\n<table><thead><tr><th>Period</th><th>Clock</th><th>Team</th>"
                        "<th>What</th><th class=\"n\">Score</th></tr></thead><tbody>\n";
    for (const ReportEvent& event : report.events) {
        if (event.minor) {
            continue;
        }
        const std::string team = !event.side                         ? ""
                                 : *event.side == match::Side::kHome ? report.summary.home_name
                                                                     : report.summary.guest_name;
        table += std::string(event.taken_back ? "<tr class=\"back\">" : "<tr>") + td(event.period) +
                 td(event.clock) + td(team) + td(event.text + (event.corrected ? " (corrected)" : "")) +
                 td(std::to_string(event.home) + ":" + std::to_string(event.guest), "n") + "</tr>\n";
    }
    return table + "</tbody></table>\n";
}

} // namespace

std::string report_html(const MatchReport& report)
{
    const match::MatchSummary& match = report.summary;
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
                       escaped(match.home_name + " " + match::result_text(match) + " " + match.guest_name) +
                       "</title><style>" + kStyle + "</style></head><body>\n";
    page += head_of(report);
    if (report.has_score && !report.periods.empty()) {
        page += line_score(report);
    }
    page += shootout_of(report) + counts_of(report) + boxes(report) + events_of(report);
    page += "<div class=\"sign\"><div>Scorer</div><div>Timer</div><div>Referee</div></div>\n";
    page += "<footer>Struck out: entered and taken back. Rules: " + escaped(match.ruleset) + ", " +
            escaped(report.source) + ". Match " + match::match_name(match.match) + ", entries " +
            std::to_string(match.first) + " to " + std::to_string(match.last) +
            ".</footer>\n</body></html>\n";
    return page;
}

} // namespace scoreboard::public_json
