#include "simulation/scorekeeper.h"

#include <variant>

namespace scoreboard::simulation {

int count_score(const match::Timeline& timeline, match::Side side)
{
    int score = 0;
    for (const match::Entry& entry : timeline.entries()) {
        if (!entry.outcome.applied || timeline.ineffective(entry.id()) || timeline.voided(entry.id())) {
            continue;
        }
        const auto* add = std::get_if<match::AddScore>(&entry.command());
        const auto* set = std::get_if<match::SetScore>(&entry.command());
        if (add != nullptr && add->side == side) {
            score += add->points;
        } else if (set != nullptr && set->side == side) {
            score = set->points;
        }
    }
    return score;
}

} // namespace scoreboard::simulation
