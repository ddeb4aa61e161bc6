#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <variant>
#include <vector>

#include "client/match_client.h"

namespace scoreboard::headless {

// Keys whose command depends on what the match holds when they are pressed.
struct UndoKey {
    bool confirmed = false; // also where it goes further than one entry
};
struct RedoKey {
    bool confirmed = false;
};
struct AcceptKey {}; // the newest offer of a clock that was stopped late

// An action of the match's sport by its name, as `actions` lists it: "count home yellow card".
struct ActionKey {
    std::string name;
};

// A tap that no board took, by its number in `orphans`: once more, now.
struct AgainKey {
    std::size_t number = 0; // from 1
};

// Goes on with a match that was left: by its number in `match left`, or its id.
struct ResumeKey {
    std::string match;
};

// Puts an entry right, by its number in `entries`, which is its rev: takes it back, says what it should have
// been, or puts something in behind it.
struct CorrectionKey {
    enum class Kind { kVoid, kEdit, kInsert };

    Kind kind = Kind::kVoid;
    match::Rev entry = 0;
    std::variant<match::Command, ActionKey> what; // of an edit and an insert
};

using Tap =
    std::variant<match::Command, UndoKey, RedoKey, AcceptKey, ActionKey, AgainKey, ResumeKey, CorrectionKey>;

// What is wrong with the words, for a person.
struct BadWords {
    std::string what;
};

// "add home 2", "clock set 7:42.0", "undo" …: the words of the command line.
boost::system::result<Tap, BadWords> parse_tap(const std::vector<std::string>& words);

// The command that a correction is in the match as this controller has it.
boost::system::result<match::Command, BadWords> correction_of(const client::MatchClient& client,
                                                              const CorrectionKey& key);

// Whether the tap means something else when the tablet has not heard the board's newest entries.
bool depends_on_match(const Tap& tap);

client::MatchClient::Issued issue(client::MatchClient& client, const Tap& tap, match::TabletTime tapped,
                                  match::TabletTime now);

} // namespace scoreboard::headless
