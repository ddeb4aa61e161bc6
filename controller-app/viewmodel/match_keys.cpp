#include "viewmodel/match_keys.h"

#include <algorithm>

#include "viewmodel/key_name.h"

namespace scoreboard::viewmodel {

namespace {

using Key = MatchKeys::Key;

// A command that is not named here is one whose key needs no more than its words.
struct Describer {
    Key& key;

    void operator()(const match::AddScore& c) const
    {
        key.part = KeyPart::kScore;
        key.rare = c.points < 0;
    }
    void operator()(const match::AddFoul& c) const
    {
        key.part = KeyPart::kFouls;
        key.rare = c.count < 0;
    }
    void operator()(const match::StartTimeout& c) const
    {
        // A further kind has no control of its own.
        key.part = c.kind == 0 ? KeyPart::kTimeouts : KeyPart::kOther;
    }
    void operator()(const match::SetPossession&) const { key.part = KeyPart::kPossession; }
    void operator()(const match::AddTally& c) const
    {
        key.part = KeyPart::kTallies;
        key.rare = c.count < 0;
        key.tally = c.tally;
    }
    void operator()(const match::SetAddedTime& c) const
    {
        key.part = KeyPart::kAddedTime;
        key.added = c.minutes;
    }
    void operator()(const match::StartClock& c) const { clock(c.clock); }
    void operator()(const match::StopClock& c) const { clock(c.clock); }
    void operator()(const match::AcceptOffer&) const { key.part = KeyPart::kClock; }
    void operator()(const match::ResetShotClock&) const { key.part = KeyPart::kShotClock; }
    void operator()(const match::BlankShotClock&) const { key.part = KeyPart::kShotClock; }
    void operator()(const match::NextPeriod&) const
    {
        key.part = KeyPart::kPeriod;
        key.wants_hold = true;
    }
    void operator()(const match::AddPenalty& c) const { key.rare = c.coincidental; }
    void operator()(const match::EndPenalty&) const { key.rare = true; }
    void operator()(const match::AddAttempt&) const { key.attempt = true; }
    void operator()(const match::EndMatch&) const { key.wants_hold = true; }
    void operator()(const match::SoundHorn&) const { key.part = KeyPart::kHorn; }
    template <class Other>
    void operator()(const Other&) const
    {
    }

    void clock(match::ClockId which) const
    {
        key.part = which == match::ClockId::kGame ? KeyPart::kClock : KeyPart::kShotClock;
    }
};

// Names and labels hold the side as a word: "count home yellow card", "YELLOW CARD HOME".
std::size_t word_at(const std::string& text, const std::string& word)
{
    return (" " + text + " ").find(" " + word + " ");
}

std::optional<match::Side> side_in(const std::string& name)
{
    if (word_at(name, "home") != std::string::npos) {
        return match::Side::kHome;
    }
    return word_at(name, "guest") != std::string::npos ? std::optional(match::Side::kGuest) : std::nullopt;
}

std::string without_side(std::string label)
{
    for (const std::string word : {"HOME", "GUEST"}) {
        const std::size_t at = word_at(label, word);
        if (at != std::string::npos && label != word) {
            label.erase(at == 0 ? 0 : at - 1, word.size() + 1);
        }
    }
    return label;
}

bool is_team_key(const Key& key)
{
    return key.part == KeyPart::kFouls || key.part == KeyPart::kTimeouts || key.part == KeyPart::kPossession;
}

} // namespace

MatchKeys::MatchKeys(const match::Ruleset& ruleset, const match::MatchState& state)
    : shootout_(state.at.phase == match::Phase::kShootout)
{
    for (match::Action& action : match::all_actions(ruleset, state)) {
        Key key;
        key.name = std::move(action.name);
        key.side = side_in(key.name);
        key.label = key.side ? without_side(std::move(action.label)) : std::move(action.label);
        key.command = std::move(action.command);
        std::visit(Describer{key}, key.command);
        names_.try_emplace(key_name(key.command), key.name);
        keys_.push_back(std::move(key));
    }
}

const Key* MatchKeys::find(const std::string& name) const
{
    const auto found =
        std::find_if(keys_.begin(), keys_.end(), [&name](const Key& key) { return key.name == name; });
    return found == keys_.end() ? nullptr : &*found;
}

std::string MatchKeys::name_of(const match::Command& command) const
{
    const std::string name = key_name(command);
    const auto found = names_.find(name);
    return found == names_.end() ? name : found->second;
}

bool MatchKeys::has(KeyPart part) const
{
    return std::any_of(keys_.begin(), keys_.end(), [part](const Key& key) { return key.part == part; });
}

template <class Wanted>
std::vector<std::string> MatchKeys::names_where(Wanted wanted) const
{
    std::vector<std::string> names;
    for (const Key& key : keys_) {
        if (wanted(key)) {
            names.push_back(key.name);
        }
    }
    return names;
}

std::vector<std::string> MatchKeys::team_keys(match::Side side) const
{
    return names_where([side](const Key& key) { return key.side == side && !key.rare && is_team_key(key); });
}

std::vector<std::string> MatchKeys::own_keys(match::Side side) const
{
    // A shoot-out has keys of its own, and no others.
    return names_where([this, side](const Key& key) {
        const bool own = key.part == KeyPart::kTallies || key.part == KeyPart::kOther;
        return key.side == side && !key.rare && own && key.attempt == shootout_;
    });
}

std::vector<std::string> MatchKeys::everything(std::optional<match::Side> side) const
{
    return names_where([side](const Key& key) {
        // The value of a late clock is answered where it is asked.
        return key.side == side && !std::holds_alternative<match::AcceptOffer>(key.command);
    });
}

} // namespace scoreboard::viewmodel
