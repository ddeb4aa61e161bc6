#include "public/public_state.h"

#include <boost/json.hpp>
#include <cassert>

#include "match/match_name.h"
#include "match/scoreline.h"
#include "public/part_lines.h"
#include "public/utc_text.h"

namespace scoreboard::public_json {
namespace {

namespace json = boost::json;

constexpr const char* kHomeColour = "#4FC3F7";
constexpr const char* kGuestColour = "#FFB74D";

std::int64_t to_ms(match::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

std::string wall_text(const Moment& now, match::BoardTime when)
{
    return utc_text(now.wall_ms + to_ms(when - now.board));
}

const char* name_of(Origin origin)
{
    switch (origin) {
    case Origin::kLive:
        return "live";
    case Origin::kReplay:
        return "replay";
    case Origin::kSimulated:
        return "simulated";
    }
    assert(false && "an origin that has no name");
    return "";
}

const char* name_of(match::Phase phase)
{
    switch (phase) {
    case match::Phase::kPre:
        return "pre";
    case match::Phase::kPlay:
        return "play";
    case match::Phase::kInterval:
        return "interval";
    case match::Phase::kFinal:
        return "final";
    case match::Phase::kShootout:
        return "shootout";
    }
    assert(false && "a phase that has no name");
    return "";
}

json::object clock_object(const match::ClockFace& face, const std::string& at)
{
    return {{"running", face.running}, {"remainingMs", to_ms(face.value)}, {"at", at}, {"text", face.text}};
}

// Counting down, what is shown is what is left; counting up, both are told.
json::object game_clock_object(const match::ClockFace& face, const std::string& at)
{
    json::object clock{{"running", face.running},
                       {"direction", face.up ? "up" : "down"},
                       {"remainingMs", to_ms(face.up ? face.left : face.value)}};
    if (face.up) {
        clock["valueMs"] = to_ms(face.value);
    }
    clock["at"] = at;
    clock["text"] = face.text;
    return clock;
}

json::object team_object(const match::TeamLine& team, const char* colour)
{
    return {{"name", team.name},
            {"short", short_name(team.name)},
            {"score", team.score},
            {"fouls", team.fouls},
            {"bonus", team.bonus},
            {"timeoutsLeft", team.timeouts_left},
            {"possession", team.possession},
            {"color", colour}};
}

json::value timeout_value(const std::optional<match::TimeoutLine>& timeout)
{
    if (!timeout) {
        return nullptr;
    }
    json::object object{{"side", timeout->side == match::Side::kHome ? "home" : "guest"},
                        {"remainingMs", to_ms(timeout->remaining)},
                        {"text", timeout->text}};
    if (!timeout->kind.empty()) {
        object["kind"] = timeout->kind;
    }
    return object;
}

json::object panel_object(const PanelSummary& panel, const Moment& now)
{
    json::value shown_at = nullptr;
    if (panel.shown_at) {
        shown_at = json::string(wall_text(now, *panel.shown_at));
    }
    return {{"status", panel_status_name(panel.status)}, {"shownRev", panel.shown}, {"shownAt", shown_at}};
}

// Behind the UTF-8 letter that begins at `at`.
std::size_t end_of_letter(const std::string& text, std::size_t at)
{
    do {
        ++at;
    } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

struct SmallLetters {
    unsigned first;
    unsigned last;
    unsigned every;   // 2: small and capital letters take turns
    unsigned capital; // so far before the small letter
};
// Latin with accents, Greek and Cyrillic, of the blocks of Unicode whose letters take two bytes.
constexpr SmallLetters kSmallLetters[] = {
    {0xE0, 0xF6, 1, 0x20},   {0xF8, 0xFE, 1, 0x20},   {0x101, 0x12F, 2, 1},    {0x133, 0x137, 2, 1},
    {0x13A, 0x148, 2, 1},    {0x14B, 0x177, 2, 1},    {0x17A, 0x17E, 2, 1},    {0x3B1, 0x3C1, 1, 0x20},
    {0x3C3, 0x3CB, 1, 0x20}, {0x430, 0x44F, 1, 0x20}, {0x450, 0x45F, 1, 0x50},
};

// One UTF-8 letter; one that has no capital, or that the table does not know, stays as it is.
std::string in_upper_case(const std::string& letter)
{
    const auto byte = [&letter](std::size_t i) { return static_cast<unsigned char>(letter[i]); };
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
        return std::string(1, static_cast<char>(letter[0] - 'a' + 'A'));
    }
    if (letter.size() != 2) {
        return letter;
    }
    const unsigned small = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    for (const SmallLetters& letters : kSmallLetters) {
        if (small >= letters.first && small <= letters.last && (small - letters.first) % letters.every == 0) {
            const unsigned upper = small - letters.capital;
            return {static_cast<char>(0xC0U | upper >> 6U), static_cast<char>(0x80U | (upper & 0x3FU))};
        }
    }
    return letter;
}

} // namespace

std::string state_json(const PublicState& state, const Moment& now)
{
    const match::Scoreline line = match::scoreline(state.ruleset, state.state, now.board);
    const std::string at = utc_text(now.wall_ms);

    json::object document;
    document["origin"] = name_of(state.origin);
    document["logId"] = short_log_id(state.log);
    document["rev"] = state.rev;
    document["at"] = at;
    document["sport"] = state.ruleset.sport;
    document["ruleset"] = state.ruleset.id;
    document["game"] = {{"id", match::match_name(state.state.match)},
                        {"phase", name_of(line.at.phase)},
                        {"period", line.at.period},
                        {"periodText", line.period_text}};
    document["clock"] = game_clock_object(line.game, at);
    document["shotClock"] =
        line.shot.visible ? json::value(clock_object(line.shot, at)) : json::value(nullptr);
    document["home"] = team_object(line.home, kHomeColour);
    document["guest"] = team_object(line.guest, kGuestColour);
    add_part_lines(line, match::Side::kHome, document["home"].as_object());
    add_part_lines(line, match::Side::kGuest, document["guest"].as_object());
    document["timeout"] = timeout_value(line.timeout);
    document["panel"] = panel_object(state.panel, now);
    document["control"] = nullptr;
    add_part_lines(line, document);
    if (state.state.display_held) {
        document["held"] = true;
    }
    if (state.state.left_on_panel == match::Side::kGuest) {
        document["left"] = "guest";
    }
    if (state.unrecorded > 0) {
        document["unrecorded"] = state.unrecorded;
    }
    if (state.offline) {
        document["offline"] = true;
    }
    return json::serialize(document);
}

std::string short_log_id(const match::LogId& log)
{
    return match::to_hex(log.bytes.data(), 4);
}

std::string short_name(const std::string& name)
{
    constexpr int kLetters = 3;
    std::string result;
    int letters = 0;
    for (std::size_t at = 0; at < name.size() && letters < kLetters; ++letters) {
        const std::size_t next = end_of_letter(name, at);
        const std::string letter = name.substr(at, next - at);
        at = next;
        if (letter == " ") { // "FC Bern" is FCB
            --letters;
            continue;
        }
        result += in_upper_case(letter);
    }
    return result;
}

const char* panel_status_name(session::PanelStatus status)
{
    switch (status) {
    case session::PanelStatus::kOk:
        return "ok";
    case session::PanelStatus::kStale:
        return "stale";
    case session::PanelStatus::kFault:
        return "fault";
    case session::PanelStatus::kAbsent:
        return "absent";
    }
    assert(false && "a panel status that has no name");
    return "";
}

} // namespace scoreboard::public_json
