#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <iostream>
#include <string>
#include <thread>
#include <unistd.h>

#include "ctl/board_client.h"
#include "ctl/match_commands.h"
#include "ctl/reseed_command.h"
#include "ctl/ruleset_command.h"
#include "ctl/scoreboard_text.h"
#include "ctl/transfer_commands.h"

namespace {

using namespace scoreboard::ctl;
using namespace std::chrono_literals;

constexpr int kDone = 0;
constexpr int kUnreachable = 1;
constexpr int kUnwell = 2; // reached, but the board cannot record or its panel has failed
constexpr int kUsage = 64;

constexpr auto kRedrawEvery = 100ms;
constexpr auto kDialAgainAfter = 500ms;
constexpr const char* kClearTerminal = "\x1b[H\x1b[J";

struct Options {
    std::string url = "http://127.0.0.1:8080";
    bool json = false;
    std::string ruleset; // a file
    std::string match;   // of report: its number or id
    std::string format = "html";
    std::string history; // of reseed, export and import
    std::string data = "/var/lib/scoreboard";
    bool take_place = false;
};

int fail(const std::string& sentence)
{
    std::cerr << "scoreboardctl: " << sentence << "\n";
    return kUnreachable;
}

// The person-readable part of a problem document or of a health document; empty: none.
std::string detail_of(const std::string& document)
{
    boost::json::error_code error;
    const boost::json::value value = boost::json::parse(document, error);
    const boost::json::value* detail =
        !error && value.is_object() ? value.as_object().if_contains("detail") : nullptr;
    return detail != nullptr && detail->is_string() ? std::string(detail->as_string()) : std::string();
}

int status(const BoardUrl& url, const Options& options)
{
    const auto health = ask(url, "/healthz");
    const auto state = health ? ask(url, "/api/v1/state") : health;
    if (!state) {
        return fail(state.error().what);
    }
    if (state->status != 200) {
        const std::string detail = detail_of(state->body);
        return fail("the board at " + url.text() + " gives no state (HTTP " + std::to_string(state->status) +
                    ")" + (detail.empty() ? "" : ": " + detail));
    }
    if (options.json) {
        std::cout << state->body << "\n";
    } else {
        const auto text = scoreboard_text(state->body, 0ms);
        if (!text) {
            return fail(text.error().what);
        }
        std::cout << *text;
    }
    if (health->status != 200) {
        std::cerr << "scoreboardctl: the board is not well: " << detail_of(health->body) << "\n";
        return kUnwell;
    }
    return kDone;
}

// Prints states as they come until the stream ends; returns its last word.
std::string watch_stream(StateStream& stream, const Options& options)
{
    const bool redraws = !options.json && ::isatty(STDOUT_FILENO) != 0;
    std::string document;
    auto since = std::chrono::steady_clock::now();
    for (;;) {
        const auto next = stream.next(redraws ? kRedrawEvery : 60s);
        if (!next) {
            return next.error().what;
        }
        if (*next) {
            document = **next;
            since = std::chrono::steady_clock::now();
        }
        if (document.empty() || (!*next && !redraws)) {
            continue;
        }
        if (options.json) {
            std::cout << document << std::endl;
            continue;
        }
        const auto age = std::chrono::steady_clock::now() - since;
        const auto text =
            scoreboard_text(document, std::chrono::duration_cast<std::chrono::milliseconds>(age));
        if (!text) {
            return text.error().what;
        }
        std::cout << (redraws ? kClearTerminal : "") << *text << (redraws ? "" : "\n") << std::flush;
    }
}

int watch(const BoardUrl& url, const Options& options)
{
    auto stream = StateStream::open(url);
    if (!stream) {
        return fail(stream.error().what);
    }
    for (;;) {
        std::cerr << "scoreboardctl: " << watch_stream(**stream, options) << "; dialling again\n";
        do {
            std::this_thread::sleep_for(kDialAgainAfter);
            stream = StateStream::open(url);
        } while (!stream);
    }
}

int print(const Result<std::string>& text)
{
    if (!text) {
        return fail(text.error().what);
    }
    std::cout << *text << (text->ends_with('\n') ? "" : "\n");
    return kDone;
}

int reseed_board(const Options& options)
{
    const auto done = reseed(options.history, options.data, options.take_place);
    if (!done) {
        return fail(done.error().what);
    }
    std::cout << "scoreboardctl: " << *done << "\n";
    return kDone;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app(
        "Asks a scoreboard how it is, and fills one that has lost its log. Exit code: 0 well or done, 1 not "
        "reached or not done, 2 reached but not well, 64 usage.",
        "scoreboardctl");
    Options options;
    app.add_option("--url", options.url, "The board's public port")->capture_default_str();
    app.add_flag("--json", options.json, "Print state documents as they are, one a line");
    app.fallthrough(); // flags may stand on either side of the subcommand
    CLI::App* status_command =
        app.add_subcommand("status", "Print the score, the clocks, what is recorded and shown");
    CLI::App* watch_command = app.add_subcommand("watch", "Go on printing as it changes");
    CLI::App* matches_command =
        app.add_subcommand("matches", "List the matches that the board has recorded, newest first");
    CLI::App* report_command = app.add_subcommand("report", "Print all that is recorded of one match");
    report_command->add_option("MATCH", options.match, "Its number in that list, or its id")->required();
    report_command->add_option("--format", options.format, "html (a page to print), csv or json")
        ->check(CLI::IsMember({"html", "csv", "json"}))
        ->capture_default_str();
    CLI::App* reseed_command = app.add_subcommand(
        "reseed",
        "Fill this board, whose log was lost, with what a controller kept of the match. On the board "
        "itself, while scoreboard-daemon is stopped");
    reseed_command
        ->add_option("FILE", options.history, "What `scoreboard-controller-cli history export` wrote")
        ->required();
    reseed_command->add_option("--data", options.data, "The board's data folder")->capture_default_str();
    reseed_command->add_flag(
        "--take-place", options.take_place,
        "Take over the name of the board that the history is of: it is replaced for good");
    CLI::App* export_command = app.add_subcommand(
        "export",
        "Write a match of this board to a file, to keep it or to bring it to another board. On the board "
        "itself, while scoreboard-daemon is stopped");
    export_command->add_option("MATCH", options.match, "Its number, newest first, or its id")->required();
    export_command->add_option("FILE", options.history, "A file that is not there yet")->required();
    export_command->add_option("--data", options.data, "The board's data folder")->capture_default_str();
    CLI::App* import_command = app.add_subcommand(
        "import",
        "Take a match of another board, which goes on here. On the board itself, while scoreboard-daemon is "
        "stopped");
    import_command->add_option("FILE", options.history, "What `scoreboardctl export` wrote")->required();
    import_command->add_option("--data", options.data, "The board's data folder")->capture_default_str();
    CLI::App* ruleset_command = app.add_subcommand("ruleset", "A venue's own rules");
    CLI::App* check_command = ruleset_command->add_subcommand(
        "check", "Say whether a file of rules is sound, and what differs from those that it is made of");
    check_command->add_option("FILE", options.ruleset, "What stands in the folder [match] rulesets")
        ->required();
    ruleset_command->require_subcommand(1);
    app.require_subcommand(1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    if (reseed_command->parsed()) {
        return reseed_board(options);
    }
    if (export_command->parsed()) {
        return print(export_match(options.data, options.match, options.history));
    }
    if (import_command->parsed()) {
        return print(import_match(options.data, options.history));
    }
    if (check_command->parsed()) {
        return check_ruleset(options.ruleset, std::cout, std::cerr) ? kDone : kUnreachable;
    }
    const auto url = parse_board_url(options.url);
    if (!url) {
        std::cerr << "scoreboardctl: \"" << options.url
                  << "\" is no board; write --url http://127.0.0.1:8080\n";
        return kUsage;
    }
    return status_command->parsed()    ? status(*url, options)
           : watch_command->parsed()   ? watch(*url, options)
           : matches_command->parsed() ? print(list_matches(*url, options.json))
           : report_command->parsed()  ? print(match_report(*url, options.match, options.format))
                                       : kUsage;
}
