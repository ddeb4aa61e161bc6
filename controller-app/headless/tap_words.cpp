#include "headless/tap_words.h"

#include <algorithm>
#include <chrono>

#include "headless/action_words.h"
#include "match/actions.h"
#include "match/match_name.h"
#include "match/scoreline.h"

namespace scoreboard::headless {
namespace {

using boost::system::result;
using match::Side;
using Words = std::vector<std::string>;
using Parsed = result<Tap, BadWords>;

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

// The number of a player, which may stand there as the last word. False: something else does.
bool take_player(const Words& words, std::size_t at, std::optional<int>& player)
{
    if (words.size() <= at) {
        return true;
    }
    player = number_of(words[at]);
    return words.size() == at + 1 && player.value_or(-1) >= 0;
}

// "add home 2", "set home 50"; and whose: "add home 2 7".
Parsed parse_score(const Words& words)
{
    const bool adds = words[0] == "add";
    const auto side = side_of(words);
    const auto number = side && words.size() > 2 ? number_of(words[2]) : std::nullopt;
    match::AddScore add{side.value_or(Side::kHome), number.value_or(0)};
    if (!number || (adds ? !take_player(words, 3, add.player) : words.size() > 3)) {
        return bad("'" + words[0] + "' needs a side and a number up to " + std::to_string(kNumberMax) +
                   ", as in: " + words[0] + " home 2" + (adds ? "; a player's number may follow" : ""));
    }
    return adds ? Tap(add) : Tap(match::SetScore{add.side, add.points, std::nullopt});
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
    if (what == "accept") {
        return Tap(ActionKey{joined(words)});
    }
    if (const auto seconds = number_of(what); seconds && *seconds > 0) {
        return Tap(match::ResetShotClock{std::chrono::seconds(*seconds)});
    }
    return bad("'shot' needs one of: a number of seconds, hold, run, blank, accept");
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

// "foul home", "foul home -1"; and whose: "foul home 7".
Parsed parse_foul(const Words& words)
{
    const auto side = side_of(words);
    const bool back = words.size() > 2 && words[2] == "-1";
    match::AddFoul foul{side.value_or(Side::kHome), back ? -1 : 1};
    if (!side || !take_player(words, back ? 3 : 2, foul.player)) {
        return bad("'foul' needs a side, and may have a player's number, as in: foul guest 7");
    }
    return Tap(foul);
}

// "penalties adjust +6", "penalties adjust -0:06.3".
Parsed parse_penalties(const Words& words)
{
    if (words.size() == 3 && words[1] == "adjust") {
        if (const auto seconds = number_of(words[2]); seconds && *seconds != 0) {
            return Tap(match::AdjustPenalties{std::chrono::seconds(*seconds)});
        }
        const bool back = words[2].starts_with("-");
        const bool exact = back || words[2].starts_with("+");
        if (const auto value = exact ? match::parse_clock(words[2].substr(1)) : std::nullopt) {
            return Tap(match::AdjustPenalties{back ? -*value : *value});
        }
    }
    return bad("'penalties' needs the seconds that every penalty has more left, or less, as in: penalties "
               "adjust +6");
}

// "name home Red Hawks".
Parsed parse_name(const Words& words)
{
    const auto side = side_of(words);
    if (!side || words.size() < 3) {
        return bad("'name' needs a side and what the team is called, as in: name home HAWKS");
    }
    return Tap(match::SetTeamName{*side, joined({words.begin() + 2, words.end()})});
}

Parsed parse_batter(const Words& words)
{
    const auto number = words.size() == 2 ? number_of(words[1]) : std::nullopt;
    if (!number || *number < 0) {
        return bad("'batter' needs a shirt number, as in: batter 27");
    }
    return Tap(match::SetBatter{*number});
}

Parsed parse_correction(const Words& words)
{
    const bool voids = words[0] == "void";
    const auto entry = words.size() > 1 ? number_of(words[1], kRevMax) : std::nullopt;
    if (!entry || *entry < 1 || (words.size() == 2) != voids) {
        return bad("'" + words[0] + "' needs the number of an entry" +
                   (voids ? ""
                          : " and what it is, as in: " + words[0] + (words[0] == "edit" ? "" : " --after") +
                                " 12 add home 2") +
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
    if (const std::string why = why_not_at_once(client.confirmed().ruleset(), *command); !why.empty()) {
        return bad(why);
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
    if (first == "foul") {
        return parse_foul(words);
    }
    if (first == "penalties") {
        return parse_penalties(words);
    }
    if (first == "name") {
        return parse_name(words);
    }
    if (first == "batter") {
        return parse_batter(words);
    }
    if (first == "timeout" || first == "possession") {
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
        // A tablet that has not heard the newest may have other rules than the board: the tap is saved.
        const std::string why =
            client.caught_up() ? why_not_at_once(client.confirmed().ruleset(), *command) : std::string();
        return why.empty() ? client.issue(*command, tapped, now)
                           : client::MatchClient::Issued{std::nullopt, why};
    }
    if (const auto* undo = std::get_if<UndoKey>(&tap)) {
        const auto undoing = client.targets().undoing();
        return undo->confirmed && undoing ? client.issue_confirmed(*undoing, tapped, now)
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
    const bool penalties =
        state.penalties && !(state.penalties->home.empty() && state.penalties->guest.empty());
    client::MatchClient::Issued issued{std::nullopt,
                                       std::string("There is no offer to accept: no clock command is held.") +
                                           (penalties ? " 'penalties adjust +6' moves the penalties." : "")};
    const std::vector<client::OfferView> offers = client.view(now).offers;
    // A penalty that may end is no clock: its own action ends it.
    const auto clock = std::find_if(offers.begin(), offers.end(),
                                    [](const client::OfferView& offer) { return offer.choices.empty(); });
    if (clock != offers.end()) {
        for (const match::Command& command : clock->commands) {
            issued = client.issue(command, tapped, now);
        }
    }
    return issued;
}

} // namespace scoreboard::headless
