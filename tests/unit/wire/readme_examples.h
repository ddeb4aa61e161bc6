#pragma once

#include <string>
#include <vector>

#include "wire/wire.h"

namespace scoreboard::wire {

// What protocol/README.md shows byte by byte: one evening in a hall, tablet-3 and its board.
struct ReadmeExample {
    std::string name;    // of the dump: "hello", "kinds"
    std::string message; // of the schema: "Envelope", "CommandBody"
    std::string bytes;
};

std::vector<ReadmeExample> readme_examples();

} // namespace scoreboard::wire
