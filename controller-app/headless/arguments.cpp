#include "headless/arguments.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <map>

#include "link/board_url.h"
#include "match/rule_options.h"

namespace scoreboard::headless {
namespace {

constexpr const char* kCommands = R"(COMMAND:
  add home|guest N [PLAYER] points that the rules know at once, or negative ones; a player's number may follow
  set home|guest N          the score
  foul home|guest [PLAYER]  a team foul
  clock start|stop          the game clock, from the moment of the call
  clock accept              take the value that is offered for a clock that was stopped late
  clock set M:SS.t          the game clock's value
  shot N|hold|run|blank     the shot clock: N seconds of those that the sport has
  horn                      1.5 s
  period next               into the interval, or out of it
  timeout home|guest        a time-out; timeout home short: of another kind, where the rules have one
  possession home|guest     the arrow
  display hold|release      panel and public feeds stay as they are while a mistake is put right
  sides swap                guest left on the panel, or home again
  match new                 begins another match, by --ruleset, --home, --guest, --option
  match end                 ends it where it stands
  match left                the matches that were left before they were over: a number, a tab, the score, a
                            tab, the rules, a tab, the id
  match resume N|ID         goes on with one of them; its clocks stand
  penalties adjust +N|-N    every penalty has N seconds more left, or less, as the game clock was put right
  batter N                  the number of who bats
  name home|guest NAME      what the team is called from now on
  down N YARDS LINE         the down, the yards to go, the yard line
  WHAT actions LISTS        whatever the match's sport has beside: count home yellow card, added 2, ...;
                            a player's number may follow where it is counted for one
  actions                   print what can be done now: its words, a tab, its label
  rulesets                  print the rules that the board offers: the id, a tab, the name
  rulesets ID               print what `--option` can set in them: KEY=VALUE, a tab, what it takes
  undo, redo                this controller's newest command; what goes further than one entry, as a period
                            that is open again, only with --yes
  entries                   the entries of the match with their numbers, and what became of them
  void N                    takes entry N back
  edit N COMMAND            entry N is COMMAND: another value, side or player of the same thing
  insert --after N COMMAND  COMMAND was forgotten; it counts right after entry N
                            these three print what they would change; with --yes they do it
  state                     print the match as JSON
  watch                     print it at every change
  history                   the matches in this journal; needs no board, as all of history
  history export FILE [N]   one of them, for `scoreboardctl reseed`: match N, or the one that a board has lost
  history drop N            it is needed no more
  orphans                   taps that no board took, and why; needs no board
  orphans again N           enters tap N once more, in the match that is open now
  orphans drop N|all        it is needed no more; needs no board
  script FILE|-             JSON lines in, one JSON line out for each change of a command's level

Exit: 0 done, 1 refused (or shown asked of a board without a panel, or the journal is in use),
      3 not within the time-out, 64 usage.)";

const std::map<std::string, client::Level> kLevels = {{"saved", client::Level::kSaved},
                                                      {"recorded", client::Level::kRecorded},
                                                      {"shown", client::Level::kShown}};

Ending usage(const std::string& what)
{
    return {kExitUsage, "scoreboard-controller-cli: " + what};
}

std::string known_rulesets()
{
    std::string known;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        known += (known.empty() ? "" : ", ") + ruleset.id;
    }
    return known;
}

boost::system::result<Arguments, Ending> with_task(Arguments arguments, const match::OpenMatch& open,
                                                   const std::vector<std::string>& words, bool yes)
{
    if (words == std::vector<std::string>{"state"}) {
        arguments.task = Task::kState;
        return arguments;
    }
    if (words == std::vector<std::string>{"actions"}) {
        arguments.task = Task::kActions;
        return arguments;
    }
    if (words[0] == "rulesets" && words.size() <= 2) {
        if (words.size() == 2 && match::find_ruleset(words[1]) == nullptr) {
            return usage("there are no shipped rules \"" + words[1] + "\"; known: " + known_rulesets());
        }
        arguments.task = Task::kRulesets;
        arguments.ruleset = words.size() == 2 ? words[1] : "";
        return arguments;
    }
    if (words == std::vector<std::string>{"match", "new"}) {
        if (open.ruleset.empty()) {
            return usage("'match new' needs --ruleset, one of: " + known_rulesets() +
                         ", or of those of the board's venue; 'rulesets' lists them");
        }
        arguments.task = Task::kTap;
        arguments.tap = match::Command(open);
        return arguments;
    }
    if (words == std::vector<std::string>{"match", "left"}) {
        arguments.task = Task::kLeft;
        return arguments;
    }
    if (words == std::vector<std::string>{"watch"}) {
        arguments.task = Task::kWatch;
        return arguments;
    }
    if (words[0] == "history") {
        arguments.task = Task::kHistory;
        arguments.history = {words.begin() + 1, words.end()};
        return arguments;
    }
    if (words[0] == "orphans" && !(words.size() > 1 && words[1] == "again")) {
        arguments.task = Task::kOrphans;
        arguments.history = {words.begin() + 1, words.end()};
        return arguments;
    }
    if (words[0] == "script") {
        if (words.size() != 2) {
            return usage("'script' needs a file, or - for what comes in");
        }
        arguments.task = Task::kScript;
        arguments.script = words[1];
        return arguments;
    }
    if (words == std::vector<std::string>{"entries"}) {
        arguments.task = Task::kEntries;
        return arguments;
    }
    auto tap = parse_tap(words);
    if (tap.has_error()) {
        return usage(tap.error().what);
    }
    const bool only_shown = std::holds_alternative<CorrectionKey>(*tap) && !yes;
    arguments.task = only_shown ? Task::kEffect : Task::kTap;
    arguments.tap = std::move(*tap);
    if (auto* undo = std::get_if<UndoKey>(&arguments.tap)) {
        undo->confirmed = yes;
    } else if (auto* redo = std::get_if<RedoKey>(&arguments.tap)) {
        redo->confirmed = yes;
    }
    return arguments;
}

bool needs_no_board(const std::vector<std::string>& words)
{
    return words[0] == "history" || (words[0] == "rulesets" && words.size() > 1) ||
           (words[0] == "orphans" && !(words.size() > 1 && words[1] == "again"));
}

} // namespace

boost::system::result<Arguments, Ending> parse_arguments(int argc, const char* const* argv)
{
    Arguments arguments;
    double timeout_s = 10;
    std::vector<std::string> words;
    arguments.name = "controller";

    CLI::App app("A controller without a screen: the same journal, session and rules as the app.",
                 "scoreboard-controller-cli");
    app.footer(kCommands);
    app.add_option("--board", arguments.board_url, "tcp://HOST:PORT or ws://HOST:PORT");
    app.add_option("--journal", arguments.journal_path, "where taps are saved; made if it is missing")
        ->required();
    app.add_option("--name", arguments.name, "how the board calls this controller");
    std::string level = "recorded";
    app.add_option("--wait", level, "what to wait for")->capture_default_str()->check(CLI::IsMember(kLevels));
    app.add_option("--timeout", timeout_s, "seconds to wait for that level (default 10)")
        ->check(CLI::Range(0.0, 86400.0));
    match::OpenMatch open;
    app.add_option("--ruleset", open.ruleset, "of 'match new': basketball.fiba.2026, handball.ihf.2016, ...");
    app.add_option("--home", open.home_name, "of 'match new': the home side's name");
    app.add_option("--guest", open.guest_name, "of 'match new': the guest side's name");
    std::vector<std::string> options;
    app.add_option("--option", options,
                   "of 'match new': KEY=VALUE, what this match sets otherwise, as "
                   "periods.length=8:00; may be given again")
        ->allow_extra_args(false);
    bool yes = false;
    std::string after;
    app.add_flag("--yes", yes, "of void, edit, insert, undo and redo: do it, whatever it changes");
    app.add_option("--after", after, "of insert: the number of an entry");
    app.add_option("COMMAND", words, "what to do, in words")->required();
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return Ending{kExitDone, app.help()};
    } catch (const CLI::ParseError& error) {
        return usage(std::string(error.what()) + "; --help says how it is called");
    }
    arguments.wait = kLevels.at(level);
    for (const std::string& option : options) {
        const std::size_t equals = option.find('=');
        if (equals == std::string::npos || equals == 0 || open.options.size() == match::kRuleOptionsMax) {
            return usage("--option takes KEY=VALUE, as periods.length=8:00, at most " +
                         std::to_string(match::kRuleOptionsMax) + " of them; not \"" + option + "\"");
        }
        open.options.push_back({option.substr(0, equals), option.substr(equals + 1)});
    }
    const bool offline = needs_no_board(words);
    if (arguments.board_url.empty() && !offline) {
        return usage("--board is required; --help says how it is called");
    }
    if (const auto url = link::parse_board_url(arguments.board_url); !offline && url.has_error()) {
        return usage(url.error().what);
    }
    if (arguments.name.empty() || arguments.name.size() > 64) {
        return usage("--name needs 1 to 64 bytes");
    }
    arguments.timeout = match::Duration(std::llround(timeout_s * 1e6));
    if (words[0] == "insert" && !after.empty()) {
        words.insert(words.begin() + 1, after);
    } else if (!after.empty()) {
        return usage("--after belongs to 'insert'");
    }
    return with_task(std::move(arguments), open, words, yes);
}

} // namespace scoreboard::headless
