// scoreboard-controller-cli: the controller without a screen, for scripts, tests and benchmarks.
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <memory>
#include <unistd.h>

#include "headless/arguments.h"
#include "headless/correction_run.h"
#include "headless/history_run.h"
#include "headless/orphans_run.h"
#include "headless/rulesets_list.h"
#include "headless/script_run.h"
#include "headless/tap_run.h"
#include "headless/view_run.h"
#include "journal/sqlite_journal.h"
#include "link/tablet_clock.h"

namespace {

using namespace scoreboard;
using namespace scoreboard::headless;

int complain(int code, const std::string& what)
{
    std::cerr << "scoreboard-controller-cli: " << what << std::endl;
    return code;
}

int run_script(const Arguments& arguments, client::Journal& journal, match::TabletTime began)
{
    const int input =
        arguments.script == "-" ? dup(STDIN_FILENO) : open(arguments.script.c_str(), O_RDONLY | O_CLOEXEC);
    if (input < 0) {
        return complain(kExitUsage,
                        "the script " + arguments.script + " cannot be read: " + std::strerror(errno));
    }
    return ScriptRun(arguments, journal, began, input).execute();
}

int run(const Arguments& arguments, match::TabletTime began)
{
    auto journal = journal::SqliteJournal::open(arguments.journal_path);
    if (journal.has_error()) {
        return complain(kExitRefused, journal.error());
    }
    if (const std::string& notice = (*journal)->notice(); !notice.empty()) {
        std::cerr << "scoreboard-controller-cli: " << notice << std::endl;
    }
    if (!arguments.ruleset.empty()) {
        print_options(*match::find_ruleset(arguments.ruleset), std::cout);
        return kExitDone;
    }
    switch (arguments.task) {
    case Task::kTap:
        return TapRun(arguments, **journal, began).execute();
    case Task::kState:
    case Task::kActions:
    case Task::kRulesets:
    case Task::kLeft:
    case Task::kWatch:
        return ViewRun(arguments, **journal, began).execute();
    case Task::kHistory:
        return run_history(arguments.history, **journal, std::cout, std::cerr);
    case Task::kOrphans:
        return run_orphans(arguments.history, **journal, std::cout, std::cerr);
    case Task::kEntries:
    case Task::kEffect:
        return CorrectionRun(arguments, **journal, began).execute();
    case Task::kScript:
        return run_script(arguments, **journal, began);
    }
    return kExitUsage;
}

} // namespace

int main(int argc, char** argv)
{
    const scoreboard::match::TabletTime began = link::tablet_now(); // The press, before any I/O.
    try {
        const auto arguments = parse_arguments(argc, argv);
        if (arguments.has_error()) {
            (arguments.error().code == kExitDone ? std::cout : std::cerr)
                << arguments.error().text << std::endl;
            return arguments.error().code;
        }
        return run(*arguments, began);
    } catch (const std::exception& error) {
        return complain(kExitRefused,
                        std::string("this should not happen, please report it: ") + error.what());
    }
}
