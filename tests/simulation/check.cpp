#include "simulation/check.h"

#include <algorithm>
#include <cassert>

namespace scoreboard::simulation {

namespace {

constexpr CheckText kChecks[] = {
    {Check::kS1, "S1", "What was acknowledged stands in the log, with the same outcome, after any crash.",
     true},
    {Check::kS2, "S2",
     "A tap is recorded at most once, and board and tablets make the same of the same entries.", true},
    {Check::kS3, "S3", "What one tablet tapped is decided in the order of its taps.", true},
    {Check::kS4, "S4", "The log's numbers have no gap, and its chain of hashes holds.", true},
    {Check::kS5, "S5", "What is recorded and answered is byte for byte what was tapped.", true},
    {Check::kS6, "S6",
     "A tap that was shown as saved is still on its tablet after a kill or an empty battery.", true},
    {Check::kS7, "S7",
     "A tap leaves its tablet's outbox only when the board's entry of it has come, or the match is over.",
     true},
    {Check::kS8, "S8", "What a tablet or the panel was told is never taken back by a crash.", true},
    {Check::kS9, "S9", "A tablet gets every entry once, in order, and ends with the board's match.", true},
    {Check::kS10, "S10", "Score and fouls are what a person with a pencil counts, and never below 0.", true},
    {Check::kS13, "S13", "A clock command counts from the true moment of its tap, within what is claimed.",
     true},
    {Check::kS14, "S14", "A STOP that counts ends a run of the clock that there was.", true},
    {Check::kS15, "S15",
     "No clock is put back by itself further than the rules' patience, or past a value that was set since.",
     true},
    {Check::kS16, "S16", "The panel shows no score that was not recorded, and never an older picture.", true},
    {Check::kS17, "S17", "After the board has booted no clock runs or jumps until a person lets it.", true},
    {Check::kS20, "S20", "A horn never sounds late.", true},
    {Check::kR4, "R4", "No acknowledgement leaves the board before what it says is on the disk.", true},
    {Check::kR5, "R5", "No entry leaves the board before it is on the disk.", true},
    {Check::kR8, "R8", "A log takes another name only if its store went back to an older state.", true},
    {Check::kR9, "R9", "A tap counts in the match that its operator saw, or in none.", true},
    {Check::kSeen, "seen", "A correction that goes far does what its operator was shown, or nothing.", true},
    {Check::kLevel, "level", "No tap is called saved, recorded or shown before it is.", true},
    {Check::kStrip, "strip", "No tablet says that it is connected, or that all is shown, when it is not so.",
     true},
    {Check::kP3, "P3", "A late STOP within the rules' patience counts at its tap, without asking anybody.",
     true},
    {Check::kL1, "L1", "Soon after the last fault every saved tap is recorded, or its operator was told.",
     true},
    {Check::kL4, "L4", "Soon after the last fault the panel shows the score, and the board knows it.", true},
    {Check::kClock, "clock", "The panel's game clock is the board's, to a second.", true},
    {Check::kOpen, "open", "The board opens the log that it has written, and can write on.", true},
    {Check::kWire, "wire", "Board and tablets can read each other.", true},
    {Check::kSpin, "spin", "Nobody asks to be woken again and again without time going on.", true},
    {Check::kAssert, "assert", "No part of the product dies.", true},
    {Check::kTime, "time", "No part of the product computes for ever.", true},
    {Check::kExplorer, "explorer", "The explorer takes two states for one only if they have the same future.",
     false},
};

} // namespace

std::span<const CheckText> all_checks()
{
    return kChecks;
}

const CheckText& text_of(Check check)
{
    const auto found = std::find_if(std::begin(kChecks), std::end(kChecks),
                                    [check](const CheckText& text) { return text.check == check; });
    assert(found != std::end(kChecks));
    return *found;
}

const CheckText* find_check(const std::string& name)
{
    const auto found = std::find_if(std::begin(kChecks), std::end(kChecks),
                                    [&name](const CheckText& text) { return name == text.name; });
    return found == std::end(kChecks) ? nullptr : &*found;
}

} // namespace scoreboard::simulation
