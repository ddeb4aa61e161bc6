#include "wire/checker.h"

#include <cstring>

namespace scoreboard::wire {

void Checker::fail(std::string_view field, std::string_view what)
{
    if (error_.empty()) {
        error_.append(message_).append(": ").append(field).append(" ").append(what);
    }
}

void Checker::copy(std::string_view field, const std::string& bytes, std::uint8_t* out, std::size_t size)
{
    if (bytes.size() != size) {
        fail(field, "has " + std::to_string(bytes.size()) + " bytes, not " + std::to_string(size));
        return;
    }
    std::memcpy(out, bytes.data(), size);
}

void Checker::command_id(std::string_view field, bool is_present, const v1::CommandId& in,
                         match::CommandId& out)
{
    present(field, is_present);
    id(field, in.writer(), out.writer);
    out.seq = in.seq();
    if (out.seq == 0) {
        fail(field, "has seq 0, but commands count from 1");
    }
    // SQLite, which keeps it on both sides, knows no unsigned numbers.
    if (out.seq > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        fail(field, "has a seq beyond 63 bits");
    }
}

void Checker::command_id_or_none(std::string_view field, bool is_present, const v1::CommandId& in,
                                 match::CommandId& out)
{
    if (is_present) {
        command_id(field, is_present, in, out);
    }
}

void Checker::optional_command_id(std::string_view field, bool is_present, const v1::CommandId& in,
                                  std::optional<match::CommandId>& out)
{
    if (is_present) {
        command_id(field, is_present, in, out.emplace());
    }
}

void Checker::integer(std::string_view field, std::int64_t value, std::int64_t min, std::int64_t max,
                      int& out)
{
    if (value < min || value > max) {
        fail(field,
             "is " + std::to_string(value) + ", not " + std::to_string(min) + " to " + std::to_string(max));
        return;
    }
    out = static_cast<int>(value);
}

void Checker::duration(std::string_view field, std::int64_t microseconds, match::Duration& out)
{
    if (microseconds < -kMicrosecondsMax || microseconds > kMicrosecondsMax) {
        fail(field, "is " + std::to_string(microseconds) + " us, beyond any time line");
        return;
    }
    out = match::Duration(microseconds);
}

void Checker::text(std::string_view field, const std::string& value, std::size_t size_max, std::string& out)
{
    if (value.size() > size_max) {
        fail(field, "has " + std::to_string(value.size()) + " bytes, at most " + std::to_string(size_max));
        return;
    }
    out = value; // UTF-8: protobuf refuses a message whose strings are not
}

void Checker::at_most(std::string_view field, int count, int count_max)
{
    if (count > count_max) {
        fail(field, "has " + std::to_string(count) + " members, at most " + std::to_string(count_max));
    }
}

} // namespace scoreboard::wire
