#pragma once

#include <span>
#include <stdexcept>
#include <string>

namespace scoreboard::simulation {

// Everything that can be found broken. S: safety, at any moment. L: liveness, once all faults have ended.
// R, P: rules of delivery and of clocks that are checked on their own, because breaking them shows late.
enum class Check {
    kS1,
    kS2,
    kS3,
    kS4,
    kS5,
    kS6,
    kS7,
    kS8,
    kS9,
    kS10,
    kS13,
    kS14,
    kS15,
    kS16,
    kS17,
    kS20,
    kR4,
    kR5,
    kR8,
    kR9,
    kSeen,
    kLevel,
    kStrip,
    kP3,
    kL1,
    kL4,
    kClock,
    kOpen,
    kWire,
    kSpin,
    kAssert,
    kTime,
    kExplorer,
};

struct CheckText {
    Check check;
    const char* name;    // stable: for scripts and tables
    const char* promise; // for a person
    bool of_seeds;       // the simulation from seeds can break it; else only the explorer looks for it
};

std::span<const CheckText> all_checks();
const CheckText& text_of(Check check);
const CheckText* find_check(const std::string& name);

// A promise that was broken: which, and in what way.
class Violation : public std::runtime_error {
public:
    Violation(Check check, const std::string& sentence) : std::runtime_error(sentence), check_(check) {}

    Check check() const { return check_; }
    std::string text() const { return std::string(text_of(check_).name) + ": " + what(); }

private:
    Check check_;
};

} // namespace scoreboard::simulation
