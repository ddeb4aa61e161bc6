#include "simulation/disk_copy.h"

#include <limits>

namespace scoreboard::simulation {

DiskCopy copy_of(const SimDisk& disk, std::span<const char* const> names)
{
    DiskCopy copy;
    for (const char* name : names) {
        const auto bytes = disk.read(std::string(name), std::numeric_limits<std::size_t>::max());
        copy[name] = bytes ? *bytes : std::string();
    }
    return copy;
}

void put_back(SimDisk& disk, const DiskCopy& copy)
{
    for (const auto& [name, bytes] : copy) {
        disk.remove(name);
        if (!bytes.empty()) {
            disk.write(name, bytes);
        }
    }
    const std::string& any = copy.begin()->first;
    disk.sync_folder(any.substr(0, any.rfind('/')));
}

} // namespace scoreboard::simulation
