#pragma once

#include <cstdint>
#include <string>

namespace scoreboard::public_json {

// Milliseconds since 1970-01-01T00:00:00Z as RFC 3339 in UTC: "2026-11-24T19:03:11.482Z".
std::string utc_text(std::int64_t wall_ms);

} // namespace scoreboard::public_json
