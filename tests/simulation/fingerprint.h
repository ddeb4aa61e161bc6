#pragma once

#include <cstdint>
#include <variant>

#include "match/command.h"

namespace scoreboard::simulation {

// 64 bits over what was added, in its order.
class Fingerprint {
public:
    void add(std::uint64_t value)
    {
        std::uint64_t z = hash_ ^ (value + 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        hash_ = z ^ (z >> 31U);
    }
    void add(const match::CommandId& id) { add(id.writer.bytes[0] * 256U + id.seq); }
    void add(const match::Command& command)
    {
        add(command.index());
        if (const auto* undo = std::get_if<match::Undo>(&command)) {
            add(undo->target);
        }
    }
    std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = 0;
};

} // namespace scoreboard::simulation
