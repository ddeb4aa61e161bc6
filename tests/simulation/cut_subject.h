#pragma once

#include <cstddef>
#include <string>

#include "simulation/rng.h"

namespace scoreboard::simulation {

// A real store on a disk that fails, and beside it what it has promised.
class CutSubject {
public:
    enum class Found {
        kAll,     // what was promised, and perhaps what was being written when it ended
        kOlder,   // less than was promised, but whole: so it once was, and others can tell
        kAside,   // damage, which was kept under another name; a person is told
        kNothing, // it could not be opened: see `text`
        kWrong,   // something that never was
    };
    struct Opened {
        Found found = Found::kAll;
        std::string text; // what is missing or wrong
    };

    virtual ~CutSubject() = default;
    // Opens the store and compares. What it had not promised is forgotten, or from now on promised.
    virtual Opened open(Rng& rng) = 0;
    // Commits something; false: the store refused.
    virtual bool work(Rng& rng) = 0;
    // What its program does after a refusal; the promise that it broke on the way, or nothing.
    virtual std::string go_on() = 0;
    virtual std::size_t rows() const = 0; // acknowledged so far
    virtual void drop() = 0;              // the process is gone
};

} // namespace scoreboard::simulation
