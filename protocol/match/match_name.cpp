#include "match/match_name.h"

namespace scoreboard::match {

std::string match_name(const CommandId& match)
{
    return to_hex(match.writer) + "-" + std::to_string(match.seq);
}

} // namespace scoreboard::match
