#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "match/command.h"
#include "scoreboard/v1/match.pb.h"
#include "wire/wire.h"

namespace scoreboard::wire {

namespace v1 = scoreboard::v1;

// Times and durations beyond ± 285 years would overflow when they are added; nobody means them.
inline constexpr std::int64_t kMicrosecondsMax = std::int64_t{1} << 53;
inline constexpr std::int64_t kNumberMax = 1'000'000; // of any score, count or period
inline constexpr int kPeriodsMax = 64;                // of a match, in a list by period
inline constexpr int kTalliesMax = 32;                // of a ruleset, as many lamps

// Takes fields out of a message and remembers the first thing that is wrong with them, so that decoding reads
// as a list of fields. What was read counts only if ok() at the end.
class Checker {
public:
    explicit Checker(std::string_view message) : message_(message) {}

    bool ok() const { return error_.empty(); }
    DecodeError error() const { return {error_}; }
    // "<message>: <field> <what>"
    void fail(std::string_view field, std::string_view what);

    template <class Tag>
    void id(std::string_view field, const std::string& bytes, match::Id128<Tag>& out)
    {
        copy(field, bytes, out.bytes.data(), out.bytes.size());
    }
    template <class Id>
    void optional_id(std::string_view field, bool present, const std::string& bytes, std::optional<Id>& out)
    {
        if (present) {
            id(field, bytes, out.emplace());
        }
    }
    void hash(std::string_view field, const std::string& bytes, match::Hash& out)
    {
        copy(field, bytes, out.data(), out.size());
    }
    // A command that somebody gave: its seq counts from 1.
    void command_id(std::string_view field, bool present, const v1::CommandId& in, match::CommandId& out);
    // May be missing, which is the id of all zeros.
    void command_id_or_none(std::string_view field, bool present, const v1::CommandId& in,
                            match::CommandId& out);
    void optional_command_id(std::string_view field, bool present, const v1::CommandId& in,
                             std::optional<match::CommandId>& out);

    template <class Enum>
    void enumeration(std::string_view field, int value, Enum last, Enum& out)
    {
        if (value < 0 || value > static_cast<int>(last)) {
            fail(field, "has the unknown value " + std::to_string(value));
        } else {
            out = static_cast<Enum>(value);
        }
    }
    void integer(std::string_view field, std::int64_t value, std::int64_t min, std::int64_t max, int& out);
    void duration(std::string_view field, std::int64_t microseconds, match::Duration& out);
    template <class TimePoint>
    void time(std::string_view field, std::int64_t microseconds, TimePoint& out)
    {
        match::Duration since{};
        duration(field, microseconds, since);
        out = TimePoint(since);
    }
    void text(std::string_view field, const std::string& value, std::size_t size_max, std::string& out);
    void present(std::string_view field, bool is_present)
    {
        if (!is_present) {
            fail(field, "is missing");
        }
    }
    void at_most(std::string_view field, int count, int count_max);

private:
    void copy(std::string_view field, const std::string& bytes, std::uint8_t* out, std::size_t size);

    std::string_view message_;
    std::string error_;
};

} // namespace scoreboard::wire
