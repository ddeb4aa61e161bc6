#include "ctl/scoreboard_text.h"

#include <algorithm>
#include <boost/json.hpp>

#include "match/ruleset.h"
#include "match/scoreline.h"

namespace scoreboard::ctl {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value)
{
    return std::string(value.as_string());
}

std::string number_of(const json::value& value)
{
    return std::to_string(value.to_number<std::int64_t>());
}

// Letters, not bytes: UTF-8 continues a letter with 10xxxxxx.
std::size_t width_of(const std::string& text)
{
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::string padded(const std::string& text, std::size_t width)
{
    const std::size_t letters = width_of(text);
    return text + std::string(letters < width ? width - letters : 0, ' ');
}

std::string right(const std::string& text, std::size_t width)
{
    const std::size_t letters = width_of(text);
    return std::string(letters < width ? width - letters : 0, ' ') + text;
}

// The document's text is true at its own moment; a running clock has gone on since.
std::string clock_text(const json::value& clock, std::chrono::milliseconds age, match::Duration tenths_below)
{
    if (!clock.at("running").as_bool() || age <= std::chrono::milliseconds(0)) {
        return text_of(clock.at("text"));
    }
    if (clock.as_object().contains("direction") && clock.at("direction").as_string() == "up") {
        const std::chrono::milliseconds shown(clock.at("valueMs").to_number<std::int64_t>());
        return match::format_clock_up(shown + age);
    }
    const std::chrono::milliseconds remaining(clock.at("remainingMs").to_number<std::int64_t>());
    return match::format_clock(std::max(remaining - age, std::chrono::milliseconds(0)), tenths_below);
}

std::string running_word(const json::value& clock)
{
    return clock.at("running").as_bool() ? "running" : "stopped";
}

// By which the document was made; of a venue's own rules those that are shipped for the sport. Null: unknown.
const match::Ruleset* rules_of(const json::value& document)
{
    if (const match::Ruleset* ruleset = match::find_ruleset(text_of(document.at("ruleset")))) {
        return ruleset;
    }
    const json::value* sport = document.as_object().if_contains("sport");
    const auto& all = match::all_rulesets();
    const auto found = std::find_if(all.begin(), all.end(), [sport](const match::Ruleset& ruleset) {
        return sport != nullptr && ruleset.sport == text_of(*sport);
    });
    return found == all.end() ? nullptr : &*found;
}

std::string clock_line(const json::value& document, std::chrono::milliseconds age)
{
    const match::Ruleset* ruleset = rules_of(document);
    const match::Duration tenths = ruleset != nullptr ? ruleset->periods.tenths_below : match::Duration{};
    std::string line = padded(text_of(document.at("game").at("periodText")), 11) + " ";
    if (const std::string clock = clock_text(document.at("clock"), age, tenths); !clock.empty()) {
        line += right(clock, 6) + " " + padded(running_word(document.at("clock")), 9);
    }
    if (const json::value* added = document.as_object().if_contains("addedTime")) {
        line += " " + text_of(*added);
    }
    if (const json::value& shot = document.at("shotClock"); !shot.is_null()) {
        line += " shot " + text_of(shot.at("text")) + (shot.at("running").as_bool() ? "" : " stopped");
    }
    if (const json::value& timeout = document.at("timeout"); !timeout.is_null()) {
        line += "   time-out " + text_of(timeout.at("side")) + " " + text_of(timeout.at("text"));
    }
    return line;
}

std::string score_of(const json::value& team)
{
    const json::value* text = team.as_object().if_contains("scoreText");
    return text != nullptr ? text_of(*text) : number_of(team.at("score"));
}

// "25 20 24": of sets and innings.
std::string by_period(const json::value& periods)
{
    std::string line;
    for (const json::value& points : periods.as_array()) {
        line += (line.empty() ? "" : " ") + number_of(points);
    }
    return line;
}

std::string penalty_text(const json::value& penalty)
{
    const json::value* player = penalty.as_object().if_contains("player");
    const bool may_end = penalty.as_object().contains("releasable");
    return "   " + text_of(penalty.at("name")) + (player != nullptr ? " #" + number_of(*player) : "") + " " +
           text_of(penalty.at("text")) + (penalty.as_object().contains("waits") ? " waits" : "") +
           (may_end ? " may end" : "");
}

// What only some sports have: the document says so.
std::string part_texts(const json::object& team)
{
    std::string line;
    if (const json::value* sets = team.if_contains("sets")) {
        line += "   sets " + number_of(*sets);
    }
    if (const json::value* periods = team.if_contains("byPeriod")) {
        line += " (" + by_period(*periods) + ")";
    }
    if (const json::value* tallies = team.if_contains("tallies")) {
        for (const auto& [name, count] : tallies->as_object()) {
            line += "   " + std::string(name) + " " + number_of(count);
        }
    }
    if (const json::value* penalties = team.if_contains("penalties")) {
        for (const json::value& penalty : penalties->as_array()) {
            line += penalty_text(penalty);
        }
    }
    if (const json::value* shootout = team.if_contains("shootout")) {
        line += "   shoot-out " + number_of(shootout->at("goals"));
    }
    if (const json::value* out = team.if_contains("playersOut")) {
        line += "   out " + by_period(*out);
    }
    return line;
}

std::string team_line(const json::value& team, std::size_t name_width, const match::Ruleset* ruleset)
{
    std::string line = padded(text_of(team.at("name")), name_width) + right(score_of(team), 5);
    if (ruleset == nullptr || ruleset->fouls) {
        line += "   fouls " + number_of(team.at("fouls"));
    }
    if (ruleset == nullptr || ruleset->timeouts) {
        line += "   time-outs left " + number_of(team.at("timeoutsLeft"));
    }
    line += part_texts(team.as_object());
    line += team.at("bonus").as_bool() ? "   bonus" : "";
    line += team.at("possession").as_bool() ? "   possession" : "";
    return line;
}

// Where the play stands, and what the table has to do; empty: neither is told.
std::string play_lines(const json::object& document)
{
    std::string lines;
    if (const json::value* count = document.if_contains("count")) {
        lines += text_of(count->at("half")) + "  balls " + number_of(count->at("balls")) + ", strikes " +
                 number_of(count->at("strikes")) + ", outs " + number_of(count->at("outs"));
        const json::array& bases = count->at("bases").as_array();
        for (std::size_t base = 0; base < bases.size(); ++base) {
            lines += bases[base].as_bool() ? ", runner on " + std::to_string(base + 1) : "";
        }
        lines += "\n";
    }
    if (const json::value* downs = document.if_contains("downs")) {
        lines +=
            "down      " + text_of(downs->at("text")) + ", ball on " + number_of(downs->at("ballOn")) + "\n";
    }
    if (const json::value* jam = document.if_contains("jam")) {
        lines += (jam->at("on").as_bool() ? "jam " : "after jam ") + number_of(jam->at("number")) + "   " +
                 text_of(jam->at("text")) + "\n";
    }
    for (const auto& [key, title] : {std::pair("lamps", "lit       "), std::pair("prompts", "to do     ")}) {
        if (const json::value* list = document.if_contains(key)) {
            std::string all;
            for (const json::value& one : list->as_array()) {
                all += (all.empty() ? "" : ", ") + text_of(one);
            }
            lines += title + all + "\n";
        }
    }
    return lines;
}

std::string panel_line(const json::value& document)
{
    const json::value& panel = document.at("panel");
    const std::string status = text_of(panel.at("status"));
    if (status == "absent") {
        return "shown     this board drives no panel";
    }
    const auto shown = panel.at("shownRev").to_number<std::int64_t>();
    const auto recorded = document.at("rev").to_number<std::int64_t>();
    std::string line = "shown     rev " + std::to_string(shown) + ", panel " + status;
    if (shown < recorded) {
        line += ", " + std::to_string(recorded - shown) + " not shown yet";
    }
    return document.as_object().contains("held") ? line + ": the display is held" : line;
}

std::string unrecorded_line(const json::value& document)
{
    const json::value* unrecorded = document.as_object().if_contains("unrecorded");
    if (unrecorded == nullptr) {
        return {};
    }
    return "NOT RECORDED  the last " + number_of(*unrecorded) +
           ": the board cannot save, the taps are kept on the tablets\n";
}

} // namespace

Result<std::string> scoreboard_text(const std::string& document, std::chrono::milliseconds age)
{
    try {
        const json::value value = json::parse(document);
        const std::size_t name_width = std::max(width_of(text_of(value.at("home").at("name"))),
                                                width_of(text_of(value.at("guest").at("name"))));
        std::string text = clock_line(value, age) + "\n";
        text += team_line(value.at("home"), name_width, rules_of(value)) + "\n";
        text += team_line(value.at("guest"), name_width, rules_of(value)) + "\n";
        text += play_lines(value.as_object());
        text +=
            "recorded  rev " + number_of(value.at("rev")) + " of log " + text_of(value.at("logId")) + "\n";
        text += unrecorded_line(value);
        text += panel_line(value) + "\n";
        return {boost::system::in_place_value, std::move(text)};
    } catch (const std::exception& error) {
        return Failure{std::string("the board's answer is no state document (") + error.what() +
                       "); scoreboardctl and scoreboard-daemon may be of different versions"};
    }
}

} // namespace scoreboard::ctl
