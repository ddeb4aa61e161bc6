#pragma once

#include <compare>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "match/entry.h"
#include "match/timeline.h"

namespace scoreboard::simulation {

// A person with a pencil: writes down what is entered, strikes out what is undone, writes what is corrected
// over it and squeezes in what was forgotten; then counts, by nothing of the rules' code. Two rules are
// known: a score stays between 0 and its maximum, and is set only over the one that was seen.
class Scorekeeper {
public:
    // By rev. A StartMatch begins a new sheet; of a match that goes on with what the old one came to.
    void take(const match::Entry& entry);

    // What the sheet adds up to, and which of its lines count no more since the past was corrected.
    struct Sum {
        int home = 0;
        int guest = 0;
        match::CommandId home_set_by; // the line that last changed it
        match::CommandId guest_set_by;
        std::set<match::CommandId> senseless;
    };
    Sum score() const;
    // Fouls of a side, whatever their periods; that the rules do not take one is the fold's word.
    int fouls(match::Side side, const match::Timeline& fold) const;
    // A shoot-out may have begun, which takes no points: when, only the rules know.
    bool knows_when_points_count() const;

private:
    // Where a line stands: its boot, time and rev, and behind those of one rev what was put in there.
    struct Place {
        int boot = 0;
        match::BoardTime when{};
        match::Rev rev = 0;
        match::Rev put_in = 0;

        auto operator<=>(const Place&) const = default;
    };
    struct Line {
        match::CommandId id;
        match::Command says;
        std::vector<std::pair<match::CommandId, match::Correction>> written_over; // oldest first
    };

    void begin(const match::CommandId& id, const match::StartMatch& start);
    match::Command counts_as(const Line& line) const;

    std::map<Place, Line> sheet_;
    std::map<match::CommandId, Place> places_;
    std::set<match::CommandId> struck_;
    std::map<match::CommandId, match::CommandId> strikes_; // an undo and what it undoes
    match::CommandId start_;
    Sum before_;                // what it goes on with
    int home_fouls_before_ = 0; // by the state that it goes on with
    int guest_fouls_before_ = 0;
    std::map<match::CommandId, std::pair<Sum, int>> ended_; // what a sheet came to, and its turns
    int maximum_ = 0;
    bool shootout_ = false; // the rules have one
    int regular_ = 0;       // periods
    int turns_ = 0;         // of a period to the next, or to what is between
    int boot_ = 0;
};

} // namespace scoreboard::simulation
