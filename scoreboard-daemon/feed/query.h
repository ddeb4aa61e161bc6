#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scoreboard::feed {

// A request's target, taken apart: "/api/v1/state?after=aee8f0bf-7&wait=30".
struct Target {
    struct Parameter {
        std::string name;
        std::string value;
    };

    std::string path;
    std::vector<Parameter> parameters;

    std::optional<std::string> parameter(std::string_view name) const;
};

// Percent codes are decoded; one that is broken stays as it stands.
Target parse_target(std::string_view target);

} // namespace scoreboard::feed
