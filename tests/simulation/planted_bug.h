#pragma once

#include <span>
#include <string>

#include "sabotage/sabotage.h"

namespace scoreboard::simulation {

// A bug that a build with SCOREBOARD_SABOTAGE has inside, for people.
struct PlantedBug {
    sabotage_bug bug;
    const char* name;
    const char* caught_by; // the program whose checks must find it
    const char* what;      // it does, and what that would be in a hall
};

inline constexpr const char* kCaughtBySeeds = "sim";
inline constexpr const char* kCaughtByPowerCuts = "power cuts";

std::span<const PlantedBug> planted_bugs();
const PlantedBug* find_planted_bug(const std::string& name);
bool bugs_are_built();

// Chooses the one that this process has from now on.
void plant(sabotage_bug bug);

} // namespace scoreboard::simulation
