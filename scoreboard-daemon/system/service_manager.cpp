#include "system/service_manager.h"

#ifdef SCOREBOARD_HAVE_SYSTEMD
#include <systemd/sd-daemon.h>
#endif

namespace scoreboard::system {
namespace {

void notify([[maybe_unused]] const std::string& state)
{
#ifdef SCOREBOARD_HAVE_SYSTEMD
    ::sd_notify(0, state.c_str());
#endif
}

} // namespace

void notify_ready(const std::string& status)
{
    notify("READY=1\nSTATUS=" + status);
}

void notify_stopping()
{
    notify("STOPPING=1");
}

void notify_alive()
{
    notify("WATCHDOG=1");
}

std::optional<std::chrono::microseconds> watchdog_interval()
{
#ifdef SCOREBOARD_HAVE_SYSTEMD
    std::uint64_t interval = 0;
    if (::sd_watchdog_enabled(0, &interval) > 0) {
        return std::chrono::microseconds(interval);
    }
#endif
    return std::nullopt;
}

} // namespace scoreboard::system
