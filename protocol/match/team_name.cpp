#include "match/team_name.h"

#include <algorithm>

namespace scoreboard::match {

bool is_team_name(const std::string& name)
{
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    return name.find_first_not_of(' ') != std::string::npos &&
           std::none_of(name.begin(), name.end(), is_control);
}

} // namespace scoreboard::match
