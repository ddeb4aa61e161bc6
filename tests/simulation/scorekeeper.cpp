#include "simulation/scorekeeper.h"

namespace scoreboard::simulation {

std::optional<int> count_score(const match::Timeline& timeline, match::Side side)
{
    int score = 0;
    for (const match::Entry& entry : timeline.entries()) {
        if (!entry.outcome.applied || timeline.ineffective(entry.id())) {
            continue;
        }
        const bool stands = !timeline.voided(entry.id());
        if (std::holds_alternative<match::NextPeriod>(entry.command()) && !stands) {
            return std::nullopt;
        }
        const auto* add = std::get_if<match::AddScore>(&entry.command());
        const auto* set = std::get_if<match::SetScore>(&entry.command());
        if (!stands || (add == nullptr && set == nullptr)) {
            continue;
        }
        const auto& seen = entry.sealed.body.seen;
        if (seen && seen->at.period > timeline.state().at.period) {
            return std::nullopt;
        }
        if (add != nullptr && add->side == side) {
            score += add->points;
        } else if (set != nullptr && set->side == side) {
            score = set->points;
        }
    }
    return score;
}

} // namespace scoreboard::simulation
