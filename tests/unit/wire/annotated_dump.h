#pragma once

#include <string>
#include <string_view>

#include "unit/wire/proto_schema.h"

namespace scoreboard::wire {

// Bytes of a message as a person reads them: a field a line, its bytes in hexadecimal, then its name and
// value.
std::string annotated_dump(const ProtoSchema& schema, const std::string& message, std::string_view bytes);
// A line of its own, as for the length in front of an envelope.
std::string dump_line(std::string_view bytes, const std::string& comment);
// The bytes back out of such a dump.
std::string bytes_of_dump(const std::string& dump);

} // namespace scoreboard::wire
