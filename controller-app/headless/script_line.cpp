#include "headless/script_line.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace scoreboard::headless {
namespace {

namespace json = boost::json;

constexpr double kDayMs = 24.0 * 3600 * 1000;

// The value as the word of the command line that means the same; empty if it is missing or of another type.
std::string word(const json::object& object, const char* key)
{
    const json::value* value = object.if_contains(key);
    if (value == nullptr) {
        return {};
    }
    if (const auto* text = value->if_string()) {
        return std::string(text->data(), text->size());
    }
    return value->is_int64() ? std::to_string(value->get_int64()) : std::string();
}

std::vector<std::string> words_of(const json::object& object)
{
    const std::string command = word(object, "cmd");
    // "count home yellow card" says all of it, as `actions` lists it.
    std::vector<std::string> words;
    std::istringstream parts(command);
    for (std::string part; parts >> part;) {
        words.push_back(part);
    }
    if (words.empty()) {
        words.push_back(command);
    }
    const auto append = [&](const char* key) {
        if (const std::string value = word(object, key); !value.empty()) {
            words.push_back(value);
        }
    };
    if (command == "period") {
        words.emplace_back("next");
    } else if (command == "clock" && object.contains("set")) {
        words.emplace_back("set");
        append("set");
    } else if (command == "clock") {
        append("do");
    } else if (command == "shot") {
        append("value");
    } else {
        append("side");
        append("value");
        append("player");
    }
    return words;
}

const char* name_of(client::Level level)
{
    switch (level) {
    case client::Level::kSaved:
        return "saved";
    case client::Level::kRecorded:
        return "recorded";
    case client::Level::kShown:
        return "shown";
    case client::Level::kRefused:
        return "refused";
    }
    return "unknown";
}

} // namespace

boost::system::result<ScriptStep, BadWords> parse_script_line(const std::string& line)
{
    boost::system::error_code error;
    const json::value value = json::parse(line, error);
    if (error || !value.is_object()) {
        return BadWords{
            "this is no JSON object; write it like {\"cmd\":\"add\",\"side\":\"home\",\"value\":2}"};
    }
    const json::object& object = value.get_object();
    ScriptStep step;
    if (const json::value* at = object.if_contains("at_ms")) {
        boost::system::error_code no_number;
        const auto ms = at->to_number<double>(no_number);
        if (no_number || !(ms >= 0 && ms <= kDayMs)) {
            return BadWords{"at_ms is no number of milliseconds from 0 to a day"};
        }
        step.at = match::Duration(std::llround(ms * 1000));
    }
    auto tap = parse_tap(words_of(object));
    if (tap.has_error()) {
        return tap.error();
    }
    step.tap = std::move(*tap);
    return step;
}

std::string level_line(const client::LevelChange& change, match::TabletTime began)
{
    char since[32];
    std::snprintf(since, sizeof since, "%.1f", static_cast<double>((change.at - began).count()) / 1000);
    std::string line =
        "{\"seq\":" + std::to_string(change.seq) + ",\"level\":\"" + name_of(change.level) + "\"";
    if (change.rev != 0) {
        line += ",\"rev\":" + std::to_string(change.rev);
    }
    line += std::string(",\"t_ms\":") + since;
    if (!change.reason.empty()) {
        line += ",\"reason\":" + json::serialize(json::string(change.reason));
    }
    return line + "}";
}

} // namespace scoreboard::headless
