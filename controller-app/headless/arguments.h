#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <vector>

#include "client/client_view.h"
#include "headless/tap_words.h"

namespace scoreboard::headless {

// sysexits.h and the command line's own contract.
inline constexpr int kExitDone = 0;
inline constexpr int kExitRefused = 1;
inline constexpr int kExitTimeout = 3;
inline constexpr int kExitUsage = 64;

enum class Task {
    kTap,
    kState,
    kActions,
    kWatch,
    kScript,
    kHistory,
    kOrphans,
    kRulesets,
    kLeft,
    kEntries,
    kEffect
};

struct Arguments {
    std::string board_url;
    std::string journal_path;
    std::string name;
    client::Level wait = client::Level::kRecorded;
    match::Duration timeout{};
    Task task = Task::kState;
    Tap tap;                          // kTap; kEffect: what it would change
    std::string script;               // kScript: a file, or "-"
    std::string ruleset;              // kRulesets: whose options; empty: which rules there are
    std::vector<std::string> history; // kHistory, kOrphans: what to do with those in the journal
};

// What main ends with when there is nothing to run: help was asked for, or the words make no sense.
struct Ending {
    int code = kExitUsage;
    std::string text;
};

boost::system::result<Arguments, Ending> parse_arguments(int argc, const char* const* argv);

} // namespace scoreboard::headless
