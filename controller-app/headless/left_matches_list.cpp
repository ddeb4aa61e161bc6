#include "headless/left_matches_list.h"

#include <ostream>

#include "match/match_name.h"

namespace scoreboard::headless {

void print_left_matches(const std::vector<session::LeftMatch>& left, std::ostream& out)
{
    std::size_t number = 0;
    for (const session::LeftMatch& match : left) {
        out << ++number << "\t" << match.home_name << " " << match.home << " : " << match.guest << " "
            << match.guest_name << ", " << match.period_text << "\t" << match.ruleset << "\t"
            << match::match_name(match.match) << "\n";
    }
    out << std::flush;
}

} // namespace scoreboard::headless
