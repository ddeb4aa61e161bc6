#include "ctl/match_commands.h"

#include <boost/json.hpp>
#include <charconv>

#include "ctl/board_client.h"

namespace scoreboard::ctl {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value)
{
    return std::string(value.as_string());
}

Failure not_a_list(const std::exception& error)
{
    return {std::string("the board's answer is no list of matches (") + error.what() +
            "); scoreboardctl and scoreboard-daemon may be of different versions"};
}

// "2026-11-24 19:03"
std::string minute_of(const json::value& at)
{
    std::string text = text_of(at).substr(0, 16);
    const std::size_t letter = text.find('T');
    if (letter != std::string::npos) {
        text[letter] = ' ';
    }
    return text;
}

std::string side_of(const json::value& side)
{
    return std::to_string(side.at("score").to_number<std::int64_t>());
}

// " (3 : 0)"; empty: it was not decided by a shoot-out.
std::string shootout_of(const json::value& home, const json::value& guest)
{
    const json::value* own = home.as_object().if_contains("shootout");
    const json::value* theirs = guest.as_object().if_contains("shootout");
    return own == nullptr || theirs == nullptr
               ? std::string()
               : " (" + std::to_string(own->to_number<std::int64_t>()) + " : " +
                     std::to_string(theirs->to_number<std::int64_t>()) + ")";
}

// 200, or what the board says is wrong.
Result<std::string> body_of(const BoardUrl& url, const std::string& path)
{
    auto reply = ask(url, path);
    if (!reply) {
        return reply.error();
    }
    if (reply->status == 200) {
        return {boost::system::in_place_value, std::move(reply->body)};
    }
    json::error_code error;
    const json::value problem = json::parse(reply->body, error);
    const json::value* detail =
        !error && problem.is_object() ? problem.as_object().if_contains("detail") : nullptr;
    return Failure{"the board at " + url.text() + " answers HTTP " + std::to_string(reply->status) +
                   (detail != nullptr && detail->is_string() ? ": " + text_of(*detail) : std::string())};
}

} // namespace

Result<std::string> matches_text(const std::string& document)
{
    try {
        std::string text;
        std::size_t number = 0;
        const json::value list = json::parse(document);
        for (const json::value& match : list.at("matches").as_array()) {
            const json::value& home = match.at("home");
            const json::value& guest = match.at("guest");
            text +=
                std::to_string(++number) + "  " + minute_of(match.at("beganAt")) + "  " +
                text_of(home.at("name")) + " " + side_of(home) + " : " + side_of(guest) +
                shootout_of(home, guest) + " " + text_of(guest.at("name")) + "  " +
                text_of(match.at("status")) +
                (match.at("status").as_string() == "final" ? "" : " at " + text_of(match.at("periodText"))) +
                "  " + text_of(match.at("ruleset")) + "  " + text_of(match.at("id")) + "\n";
        }
        return {boost::system::in_place_value, std::move(text)};
    } catch (const std::exception& error) {
        return not_a_list(error);
    }
}

Result<std::string> match_id(const std::string& document, const std::string& wanted)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error != std::errc() || end != wanted.data() + wanted.size()) {
        return {boost::system::in_place_value, wanted};
    }
    try {
        const json::value list = json::parse(document);
        const json::array& matches = list.at("matches").as_array();
        if (number == 0 || number > matches.size()) {
            return Failure{"there is no match " + wanted + ": the board has " +
                           std::to_string(matches.size()) + "; `scoreboardctl matches` lists them"};
        }
        return {boost::system::in_place_value, text_of(matches[number - 1].at("id"))};
    } catch (const std::exception& fault) {
        return not_a_list(fault);
    }
}

Result<std::string> list_matches(const BoardUrl& url, bool json)
{
    auto document = body_of(url, "/api/v1/matches");
    if (!document || json) {
        return document;
    }
    return matches_text(*document);
}

Result<std::string> match_report(const BoardUrl& url, const std::string& match, const std::string& format)
{
    const auto document = body_of(url, "/api/v1/matches");
    if (!document) {
        return document.error();
    }
    const auto id = match_id(*document, match);
    if (!id) {
        return id.error();
    }
    return body_of(url, "/api/v1/matches/" + *id + "?format=" + format);
}

} // namespace scoreboard::ctl
