#pragma once

#include <span>
#include <string>

#include "system/configuration.h"

namespace scoreboard::system {

// One key that can be set: how its value is checked and where it goes.
struct ConfigurationKey {
    const char* name;
    const char* example; // a value as it is written in the file
    // Exactly one of the two. Returns what is wrong and what to do, or nothing.
    std::string (*assign_text)(Configuration&, const std::string&);
    std::string (*assign_count)(Configuration&, std::int64_t);
};

std::span<const ConfigurationKey> all_configuration_keys();

const ConfigurationKey* find_configuration_key(const std::string& name);

// The known key that looks most like `name`: what a person probably meant.
std::string nearest_configuration_key(const std::string& name);

} // namespace scoreboard::system
