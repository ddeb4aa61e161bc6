#pragma once

#include "durable/database.h"

namespace scoreboard::store {

// The tables of a board's log, and how durable::Database tells the file from others.
const durable::Options& log_schema();

} // namespace scoreboard::store
