#pragma once

#include <optional>
#include <string>
#include <string_view>

// The log lines of the daemon, for people: a line names the hop and its number ("control: tablet-3 seq 41
// …"), says what happened and what to do. On standard error; under systemd with the journal's "<N>" prefix
// instead of a time.
namespace scoreboard::system {

enum class Severity { kDebug, kInfo, kWarning, kError };

std::optional<Severity> parse_severity(std::string_view name); // "debug", "info", "warning", "error"

// Lines below `least` are not written.
void start_log(Severity least);

void log(Severity severity, const std::string& line);

inline void log_debug(const std::string& line)
{
    log(Severity::kDebug, line);
}
inline void log_info(const std::string& line)
{
    log(Severity::kInfo, line);
}
inline void log_warning(const std::string& line)
{
    log(Severity::kWarning, line);
}
inline void log_error(const std::string& line)
{
    log(Severity::kError, line);
}

} // namespace scoreboard::system
