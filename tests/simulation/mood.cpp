#include "simulation/mood.h"

namespace scoreboard::simulation {

Mood mood_of(Rng& rng, std::uint64_t seed)
{
    Mood mood;
    mood.tablets = static_cast<int>(rng.chance(0.2) ? rng.between(5, 6) : rng.between(1, 4));
    for (const FaultText& kind : all_faults()) {
        mood.faults.set(index_of(kind.fault), rng.chance(0.7));
    }
    mood.fault_gap = rng.between(1500, 7000) * kMs;
    mood.bursts = rng.chance(0.4) ? 0.3 : 0;
    mood.pauses = rng.chance(0.3) ? 0.02 : 0;
    mood.short_clocks = rng.chance(0.5);
    mood.timekeeper = rng.chance(0.5);
    mood.next_match = rng.chance(0.35) ? 0.03 : 0;
    mood.corrects = rng.chance(0.5) ? 0.15 : 0;
    // No draws: every other evening stays what it was.
    mood.holds = seed % 7 == 3;
    mood.storage_dies = seed % 9 == 4;
    return mood;
}

} // namespace scoreboard::simulation
