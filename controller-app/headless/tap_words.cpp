#include "headless/tap_words.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "match/actions.h"
#include "match/credited_player.h"
#include "match/match_name.h"
#include "match/scoreline.h"

namespace scoreboard::headless {
namespace {

using boost::system::result;
using match::Side;
using Words = std::vector<std::string>;
using Parsed = result<Tap, BadWords>;

constexpr int kNumberMax = 999;
constexpr int kRevMax = 1'000'000'000;

// What an action of a part begins with; its whole name is looked up in the match's own list.
constexpr const char* kActionWords[] = {"added", "attempt", "base",  "count",   "jam",
                                        "lamp",  "penalty", "pitch", "display", "sides"};

BadWords bad(const std::string& what)
{
    return {what};
}

std::string joined(const Words& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::optional<Side> side_of(const Words& words)
{
    if (words.size() < 2) {
        return std::nullopt;
    }
    if (words[1] == "home") {
        return Side::kHome;
    }
    return words[1] == "guest" ? std::optional(Side::kGuest) : std::nullopt;
}

std::optional<int> number_of(const std::string& text, int most = kNumberMax)
{
    int value = 0;
    const char* begin = text.data() + (text.starts_with("+") ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= -most && value <= most ? std::optional(value) : std::nullopt;
}

Parsed parse_score(const Words& words)
{
    const auto side = side_of(words);
    const auto number = words.size() == 3 ? number_of(words[2]) : std::nullopt;
    if (!side || !number) {
        return bad("'" + words[0] + "' needs a side and a number, as in: " + words[0] + " home 2");
    }
    if (words[0] == "add") {
        return Tap(match::AddScore{*side, *number});
    }
    return Tap(match::SetScore{*side, *number, std::nullopt});
}

Parsed parse_side(const Words& words)
{
    const auto side = side_of(words);
    if (side && words.size() > 2 && words[0] == "timeout") {
        return Tap(ActionKey{joined(words)}); // of a kind that the match's own list names
    }
    if (!side || words.size() != 2) {
        return bad("'" + words[0] + "' needs a side, as in: " + words[0] + " guest");
    }
    if (words[0] == "foul") {
        return Tap(match::AddFoul{*side, 1});
    }
    if (words[0] == "timeout") {
        return Tap(match::StartTimeout{*side});
    }
    return Tap(match::SetPossession{*side, std::nullopt});
}

Parsed parse_clock(const Words& words)
{
    const std::string what = words.size() > 1 ? words[1] : "";
    if (words.size() == 2 && what == "start") {
        return Tap(match::StartClock{});
    }
    if (words.size() == 2 && what == "stop") {
        return Tap(match::StopClock{});
    }
    if (words.size() == 2 && what == "accept") {
        return Tap(AcceptKey{});
    }
    if (words.size() == 3 && what == "set") {
        if (const auto value = match::parse_clock(words[2])) {
            return Tap(match::SetClock{match::ClockId::kGame, *value});
        }
        return bad("'" + words[2] + "' is no time of a clock; write it like 7:42.0");
    }
    return bad("'clock' needs one of: start, stop, accept, set M:SS.t");
}

Parsed parse_shot(const Words& words)
{
    const std::string what = words.size() == 2 ? words[1] : "";
    if (what == "hold") {
        return Tap(match::StopClock{match::ClockId::kShot});
    }
    if (what == "run") {
        return Tap(match::StartClock{match::ClockId::kShot});
    }
    if (what == "blank") {
        return Tap(match::BlankShotClock{});
    }
    if (const auto seconds = number_of(what); seconds && *seconds > 0) {
        return Tap(match::ResetShotClock{std::chrono::seconds(*seconds)});
    }
    return bad("'shot' needs one of: a number of seconds, hold, run, blank");
}

Parsed parse_down(const Words& words)
{
    if (words.size() == 2) {
        return Tap(ActionKey{joined(words)});
    }
    const auto down = words.size() == 4 ? number_of(words[1]) : std::nullopt;
    const auto to_go = down ? number_of(words[2]) : std::nullopt;
    const auto ball_on = to_go ? number_of(words[3]) : std::nullopt;
    if (ball_on) {
        return Tap(match::SetDowns{{*down, *to_go, *ball_on}});
    }
    return bad(
        "'down' needs next, first or none; or a down, the yards to go and the yard line, as in: down 3 7 42");
}

// An action by its name, or by its name and the shirt number of a player at the end: "penalty home minor 15".
std::optional<match::Command> command_named(const std::vector<match::Action>& actions,
                                            const std::string& name)
{
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&name](const match::Action& action) { return action.name == name; });
    if (found != actions.end()) {
        return found->command;
    }
    const std::size_t space = name.rfind(' ');
    const auto number = space == std::string::npos ? std::nullopt : number_of(name.substr(space + 1));
    if (!number || *number < 0) {
        return std::nullopt;
    }
    std::optional<match::Command> command = command_named(actions, name.substr(0, space));
    std::optional<int>* player = command ? match::credited_player(*command) : nullptr;
    if (player == nullptr || *player) {
        return std::nullopt;
    }
    *player = *number;
    return command;
}

Parsed parse_correction(const Words& words)
{
    const bool voids = words[0] == "void";
    const auto entry = words.size() > 1 ? number_of(words[1], kRevMax) : std::nullopt;
    if (!entry || *entry < 1 || (words.size() == 2) != voids) {
        return bad("'" + words[0] + "' needs the number of an entry" +
                   (voids ? "" : " and what it is, as in: " + words[0] + " 12 add home 2") +
                   "; 'entries' lists them");
    }
    CorrectionKey key;
    key.entry = static_cast<match::Rev>(*entry);
    if (voids) {
        return Tap(key);
    }
    key.kind = words[0] == "edit" ? CorrectionKey::Kind::kEdit : CorrectionKey::Kind::kInsert;
    Parsed what = parse_tap({words.begin() + 2, words.end()});
    if (what.has_error()) {
        return what;
    }
    if (const auto* action = std::get_if<ActionKey>(&*what)) {
        key.what = *action;
        return Tap(key);
    }
    const auto* command = std::get_if<match::Command>(&*what);
    if (command == nullptr || !match::as_correction(*command)) {
        return bad("'" + joined({words.begin() + 2, words.end()}) +
                   "' cannot be put into the past: void the entry and enter it again");
    }
    key.what = *command;
    return Tap(key);
}

} // namespace

boost::system::result<match::Command, BadWords> correction_of(const client::MatchClient& client,
                                                              const CorrectionKey& key)
{
    const auto entries = client.confirmed().entries();
    const bool known = !entries.empty() && key.entry >= entries.front().rev &&
                       key.entry - entries.front().rev < entries.size();
    if (!known) {
        return bad("there is no entry " + std::to_string(key.entry) + " in this match; 'entries' lists them");
    }
    const match::CommandId id = entries[key.entry - entries.front().rev].id();
    if (key.kind == CorrectionKey::Kind::kVoid) {
        return match::Command(match::Undo{id});
    }
    std::optional<match::Command> command;
    if (const auto* action = std::get_if<ActionKey>(&key.what)) {
        command =
            command_named(match::all_actions(client.confirmed().ruleset(), client.predicted()), action->name);
    } else {
        command = std::get<match::Command>(key.what);
    }
    const auto correction = command ? match::as_correction(*command) : std::nullopt;
    if (!correction) {
        return bad("'" + std::get<ActionKey>(key.what).name +
                   "' cannot be put into the past of this match; 'actions' lists what it knows");
    }
    if (key.kind == CorrectionKey::Kind::kEdit) {
        return match::Command(match::Edit{id, *correction});
    }
    return match::Command(match::Insert{id, *correction});
}

Parsed parse_tap(const Words& words)
{
    const std::string first = words.empty() ? "" : words[0];
    if (first == "add" || first == "set") {
        return parse_score(words);
    }
    if (first == "down") {
        return parse_down(words);
    }
    if (words == Words{"period", "shootout"} || words == Words{"timeout", "end"} ||
        words == Words{"match", "end"}) {
        return Tap(ActionKey{joined(words)});
    }
    if (std::find(std::begin(kActionWords), std::end(kActionWords), first) != std::end(kActionWords)) {
        return Tap(ActionKey{joined(words)});
    }
    if (first == "clock") {
        return parse_clock(words);
    }
    if (first == "foul" || first == "timeout" || first == "possession") {
        return parse_side(words);
    }
    if (first == "shot") {
        return parse_shot(words);
    }
    if (words == Words{"period", "next"}) {
        return Tap(match::NextPeriod{});
    }
    if (words == Words{"horn"}) {
        return Tap(match::SoundHorn{});
    }
    if (words.size() == 3 && first == "orphans" && words[1] == "again") {
        const auto number = number_of(words[2]);
        return number && *number > 0 ? Tap(AgainKey{static_cast<std::size_t>(*number)})
                                     : Parsed(bad("'orphans again' needs a number; 'orphans' lists them"));
    }
    if (words.size() == 3 && first == "match" && words[1] == "resume") {
        return Tap(ResumeKey{words[2]});
    }
    if (first == "void" || first == "edit" || first == "insert") {
        return parse_correction(words);
    }
    if (words == Words{"undo"}) {
        return Tap(UndoKey{});
    }
    if (words == Words{"redo"}) {
        return Tap(RedoKey{});
    }
    return bad("'" + joined(words) + "' is no command; --help lists them");
}

bool depends_on_match(const Tap& tap)
{
    const auto* command = std::get_if<match::Command>(&tap);
    return command == nullptr || std::holds_alternative<match::SetScore>(*command) ||
           std::holds_alternative<match::SetPossession>(*command) ||
           std::holds_alternative<match::NextPeriod>(*command) ||
           std::holds_alternative<match::OpenMatch>(*command);
}

boost::system::result<match::CommandId, BadWords> left_match(const std::vector<session::LeftMatch>& left,
                                                             const std::string& wanted)
{
    const auto number = number_of(wanted);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= left.size()) {
        return left[static_cast<std::size_t>(*number) - 1].match;
    }
    const auto found = std::find_if(left.begin(), left.end(), [&wanted](const session::LeftMatch& match) {
        return match::match_name(match.match) == wanted;
    });
    if (found != left.end()) {
        return found->match;
    }
    return BadWords{"there is no match \"" + wanted + "\" to go on with: the board has left " +
                    std::to_string(left.size()) + "; 'match left' lists them"};
}

client::MatchClient::Issued issue(client::MatchClient& client, const Tap& tap, match::TabletTime tapped,
                                  match::TabletTime now)
{
    if (const auto* command = std::get_if<match::Command>(&tap)) {
        return client.issue(*command, tapped, now);
    }
    if (const auto* undo = std::get_if<UndoKey>(&tap)) {
        const auto target = client.targets().undo;
        return undo->confirmed && target ? client.issue_confirmed(match::Undo{*target}, tapped, now)
                                         : client.undo(tapped, now);
    }
    if (const auto* redo = std::get_if<RedoKey>(&tap)) {
        const auto target = client.targets().redo;
        return redo->confirmed && target ? client.issue_confirmed(match::Redo{*target}, tapped, now)
                                         : client.redo(tapped, now);
    }
    if (const auto* again = std::get_if<AgainKey>(&tap)) {
        return client.enter_again(again->number - 1, tapped, now);
    }
    if (const auto* resume = std::get_if<ResumeKey>(&tap)) {
        const auto left = left_match(client.left_matches(), resume->match);
        return left ? client.issue(match::ResumeMatch{*left}, tapped, now)
                    : client::MatchClient::Issued{std::nullopt, left.error().what};
    }
    if (const auto* correction = std::get_if<CorrectionKey>(&tap)) {
        const auto command = correction_of(client, *correction);
        return command ? client.issue_confirmed(*command, tapped, now)
                       : client::MatchClient::Issued{std::nullopt, command.error().what};
    }
    const match::MatchState state = client.predicted();
    if (const auto* key = std::get_if<ActionKey>(&tap)) {
        const auto actions = match::all_actions(client.confirmed().ruleset(), state);
        const std::optional<match::Command> command = command_named(actions, key->name);
        if (!command) {
            return {std::nullopt, "this match knows no '" + key->name + "'; 'actions' lists what it knows"};
        }
        return client.issue(*command, tapped, now);
    }
    if (!state.offers.empty()) {
        return client.issue(match::AcceptOffer{state.offers.back().id}, tapped, now);
    }
    client::MatchClient::Issued issued{std::nullopt,
                                       "There is no offer to accept: no clock command is held."};
    const std::vector<client::OfferView> offers = client.view(now).offers;
    if (!offers.empty()) {
        for (const match::Command& command : offers.front().commands) {
            issued = client.issue(command, tapped, now);
        }
    }
    return issued;
}

} // namespace scoreboard::headless
