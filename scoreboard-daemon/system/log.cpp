#include "system/log.h"

#include <cstdlib>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace scoreboard::system {
namespace {

spdlog::level::level_enum spdlog_level(Severity severity)
{
    switch (severity) {
    case Severity::kDebug:
        return spdlog::level::debug;
    case Severity::kInfo:
        return spdlog::level::info;
    case Severity::kWarning:
        return spdlog::level::warn;
    case Severity::kError:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

// sd-daemon(3): the journal takes a line's priority from its "<N>" prefix.
const char* journal_prefix(Severity severity)
{
    switch (severity) {
    case Severity::kDebug:
        return "<7>";
    case Severity::kInfo:
        return "<6>";
    case Severity::kWarning:
        return "<4>";
    case Severity::kError:
        return "<3>";
    }
    return "<6>";
}

bool under_journal()
{
    static const bool result = std::getenv("JOURNAL_STREAM") != nullptr;
    return result;
}

} // namespace

std::optional<Severity> parse_severity(std::string_view name)
{
    if (name == "debug") {
        return Severity::kDebug;
    }
    if (name == "info") {
        return Severity::kInfo;
    }
    if (name == "warning") {
        return Severity::kWarning;
    }
    if (name == "error") {
        return Severity::kError;
    }
    return std::nullopt;
}

void start_log(Severity least)
{
    auto logger = spdlog::stderr_color_mt("scoreboard-daemon");
    logger->set_pattern(under_journal() ? "%v" : "%H:%M:%S.%e %^%-7l%$ %v");
    logger->set_level(spdlog_level(least));
    spdlog::set_default_logger(std::move(logger));
}

void log(Severity severity, const std::string& line)
{
    spdlog::log(spdlog_level(severity), "{}{}", under_journal() ? journal_prefix(severity) : "", line);
}

} // namespace scoreboard::system
