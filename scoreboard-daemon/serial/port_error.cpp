#include "serial/port_error.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace scoreboard::serial {
namespace {

namespace fs = std::filesystem;

bool is_process(const std::string& name)
{
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool has_open(const fs::path& process, const fs::path& device)
{
    std::error_code error;
    for (fs::directory_iterator fd(process / "fd", error), end; !error && fd != end; fd.increment(error)) {
        std::error_code unreadable;
        if (fs::read_symlink(fd->path(), unreadable) == device) {
            return true;
        }
    }
    return false;
}

std::string name_of(const fs::path& process)
{
    std::ifstream file(process / "comm");
    std::string name;
    std::getline(file, name);
    return name.empty() ? "a process" : name;
}

} // namespace

std::string holder_of(const std::string& device)
{
    std::error_code error;
    const fs::path canonical = fs::canonical(device, error);
    if (error) {
        return {};
    }
    const std::string self = std::to_string(::getpid());
    for (fs::directory_iterator process("/proc", error), end; !error && process != end;
         process.increment(error)) {
        const std::string pid = process->path().filename().string();
        if (is_process(pid) && pid != self && has_open(process->path(), canonical)) {
            return name_of(process->path()) + " (pid " + pid + ")";
        }
    }
    return {};
}

PortError busy_error(const std::string& device)
{
    const std::string holder = holder_of(device);
    if (!holder.empty()) {
        return {device + " is held by " + holder + ": close it, or set the panel to another device", EBUSY};
    }
    return {device + " is held by another program: close it (run \"fuser " + device +
                "\" as root to see which), or set the panel to another device",
            EBUSY};
}

PortError port_error(const std::string& device, int number)
{
    switch (number) {
    case ENOENT:
        return {
            device +
                " does not exist: plug the panel's adapter in, or set the panel to the device that it has",
            number};
    case EACCES:
    case EPERM:
        return {"no permission to open " + device +
                    ": add the user scoreboard to the group dialout (usermod -aG dialout scoreboard) and "
                    "restart the daemon",
                number};
    case EBUSY:
    case EWOULDBLOCK:
        return busy_error(device);
    case ENXIO:
    case ENODEV:
    case EIO:
        return {device + " is there, but no adapter answers behind it: pull it out and plug it in again",
                number};
    case ENOTTY:
    case ENOTDIR:
    case EISDIR:
    case EINVAL:
        return {device + " is no serial port: set the panel to the device of its adapter", number};
    case ELOOP:
        return {device + " is a symbolic link that leads to itself: make it point to the panel's adapter",
                number};
    case EMFILE:
    case ENFILE:
        return {"no file descriptor is left to open " + device + ": restart the daemon, and report this",
                number};
    default:
        return {device + " cannot be opened (" + std::strerror(number) + "): check the panel's adapter",
                number};
    }
}

} // namespace scoreboard::serial
