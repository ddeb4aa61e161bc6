#include "simulation/scorekeeper.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <tuple>
#include <variant>

namespace scoreboard::simulation {

void Scorekeeper::begin(const match::CommandId& id, const match::StartMatch& start)
{
    auto ended = std::move(ended_);
    ended[start_] = {score(), turns_};
    *this = Scorekeeper();
    ended_ = std::move(ended);
    start_ = id;
    before_.home_set_by = id;
    before_.guest_set_by = id;
    maximum_ = start.ruleset->score ? start.ruleset->score->maximum : 0;
    shootout_ = start.ruleset->shootout.has_value();
    regular_ = start.ruleset->periods.regular;
    if (start.goes_on) {
        const match::MatchState& left = *start.goes_on->state;
        if (const auto sheet = ended_.find(start.goes_on->match); sheet != ended_.end()) {
            std::tie(before_, turns_) = sheet->second;
            before_.senseless.clear();
        } else { // It is not in a log that was filled: what it came to is what its board said.
            before_ = {match::score(left, match::Side::kHome),
                       match::score(left, match::Side::kGuest),
                       left.home.score_version,
                       left.guest.score_version,
                       {}};
            turns_ = regular_;
        }
        const auto all = [](const std::vector<int>& fouls) {
            return std::accumulate(fouls.begin(), fouls.end(), 0);
        };
        home_fouls_before_ = all(left.home.fouls);
        guest_fouls_before_ = all(left.guest.fouls);
    }
}

void Scorekeeper::take(const match::Entry& entry)
{
    const match::Command& command = entry.command();
    if (!entry.outcome.applied) {
        return;
    }
    if (const auto* start = std::get_if<match::StartMatch>(&command)) {
        begin(entry.id(), *start);
    } else if (std::holds_alternative<match::BoardBoot>(command)) {
        ++boot_;
    } else if (const auto* undo = std::get_if<match::Undo>(&command)) {
        struck_.insert(undo->target);
        strikes_[entry.id()] = undo->target;
    } else if (const auto* redo = std::get_if<match::Redo>(&command)) {
        struck_.erase(strikes_.at(redo->target));
    } else if (const auto* edit = std::get_if<match::Edit>(&command)) {
        sheet_.at(places_.at(edit->target)).written_over.emplace_back(entry.id(), edit->instead);
    } else {
        const auto* insert = std::get_if<match::Insert>(&command);
        Place place{boot_, match::effective_time(entry), entry.rev, 0};
        if (insert != nullptr) {
            place = places_.at(insert->after);
            place.put_in = entry.rev;
        }
        sheet_[place] = {entry.id(), insert != nullptr ? match::as_command(insert->command) : command, {}};
        places_[entry.id()] = place;
        turns_ += std::holds_alternative<match::NextPeriod>(command) ? 1 : 0;
    }
}

match::Command Scorekeeper::counts_as(const Line& line) const
{
    const auto newest =
        std::find_if(line.written_over.rbegin(), line.written_over.rend(),
                     [this](const auto& written) { return !struck_.contains(written.first); });
    return newest == line.written_over.rend() ? line.says : match::as_command(newest->second);
}

Scorekeeper::Sum Scorekeeper::score() const
{
    Sum sum = before_;
    for (const auto& [place, line] : sheet_) {
        const match::Command says = counts_as(line);
        const auto* add = std::get_if<match::AddScore>(&says);
        const auto* set = std::get_if<match::SetScore>(&says);
        if (struck_.contains(line.id) || (add == nullptr && set == nullptr)) {
            continue;
        }
        const match::Side side = add != nullptr ? add->side : set->side;
        int& score = side == match::Side::kHome ? sum.home : sum.guest;
        match::CommandId& set_by = side == match::Side::kHome ? sum.home_set_by : sum.guest_set_by;
        const int next = add != nullptr ? score + add->points : set->points;
        const bool seen = set == nullptr || !set->if_version || *set->if_version == set_by;
        if (next < 0 || next > maximum_ || !seen) {
            sum.senseless.insert(line.id);
            continue;
        }
        score = next;
        set_by = line.id;
    }
    return sum;
}

int Scorekeeper::fouls(match::Side side, const match::Timeline& fold) const
{
    int fouls = side == match::Side::kHome ? home_fouls_before_ : guest_fouls_before_;
    for (const auto& [place, line] : sheet_) {
        const match::Command says = counts_as(line);
        const auto* foul = std::get_if<match::AddFoul>(&says);
        const bool counts = foul != nullptr && foul->side == side && !struck_.contains(line.id);
        fouls += counts && !fold.ineffective(line.id) ? foul->count : 0;
    }
    return fouls;
}

bool Scorekeeper::knows_when_points_count() const
{
    return !shootout_ || turns_ < regular_;
}

} // namespace scoreboard::simulation
