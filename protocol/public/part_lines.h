#pragma once

#include <boost/json/object.hpp>

#include "match/scoreline.h"

namespace scoreboard::public_json {

// What only some sports have, under keys that are absent in the others.
void add_part_lines(const match::Scoreline& line, boost::json::object& document);
void add_part_lines(const match::Scoreline& line, match::Side side, boost::json::object& team);

} // namespace scoreboard::public_json
