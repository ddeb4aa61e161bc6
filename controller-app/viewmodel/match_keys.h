#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/actions.h"

namespace scoreboard::viewmodel {

// Which control of the screen a command belongs to.
enum class KeyPart {
    kScore,
    kFouls,
    kTimeouts,
    kPossession,
    kTallies,
    kAddedTime,
    kClock,
    kShotClock,
    kPeriod,
    kHorn,
    kOther, // none of its own: a key with the words of the command line's list
};

// The keys of a match, found out from what its rules know: the screens ask this list, not the sport.
class MatchKeys {
public:
    struct Key {
        std::string name;  // match::Action::name
        std::string label; // match::Action::label, without the side
        std::optional<match::Side> side;
        KeyPart part = KeyPart::kOther;
        // Takes back or ends what another key gave, or is a variant of it: on the page of all keys only.
        bool rare = false;
        bool attempt = false;     // of a shoot-out
        bool wants_hold = false;  // what cannot be taken back with one tap
        std::optional<int> tally; // kTallies: index of Ruleset::tallies
        std::optional<int> added; // kAddedTime: minutes
        match::Command command;
    };

    MatchKeys() = default;
    MatchKeys(const match::Ruleset& ruleset, const match::MatchState& state);

    const std::vector<Key>& all() const { return keys_; }
    const Key* find(const std::string& name) const;
    // The name of the key that gives `command`; that of key_name() if no key does.
    std::string name_of(const match::Command& command) const;
    bool has(KeyPart part) const;
    // Names, in the order of the list. What every table counts of a side beside its points …
    std::vector<std::string> team_keys(match::Side side) const;
    // … what this sport alone counts …
    std::vector<std::string> own_keys(match::Side side) const;
    // … and everything, corrections too, of a side or of none.
    std::vector<std::string> everything(std::optional<match::Side> side) const;

private:
    template <class Wanted>
    std::vector<std::string> names_where(Wanted wanted) const;

    bool shootout_ = false;
    std::vector<Key> keys_;
    std::unordered_map<std::string, std::string> names_; // by key_name()
};

} // namespace scoreboard::viewmodel
