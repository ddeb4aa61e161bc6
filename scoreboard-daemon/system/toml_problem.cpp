#include "system/toml_problem.h"

#include <algorithm>

namespace scoreboard::system {

std::string place_in(const std::string& path, const toml::source_position& position)
{
    return path + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string one_line(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; },
        '?');
    return text;
}

} // namespace scoreboard::system
