#include "simulation/run_folder.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <stdlib.h>
#include <string>

namespace scoreboard::simulation {

RunFolder::RunFolder()
{
    std::error_code no_memory_disk;
    const auto base = std::filesystem::is_directory("/dev/shm", no_memory_disk)
                          ? std::filesystem::path("/dev/shm")
                          : std::filesystem::temp_directory_path();
    std::string folder = (base / "scorewire-simulation.XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        throw std::runtime_error("cannot make a folder in " + base.string() + ": " + std::strerror(errno));
    }
    path_ = folder;
}

RunFolder::~RunFolder()
{
    std::error_code left_behind; // in memory; the machine's next start takes it
    std::filesystem::remove_all(path_, left_behind);
}

} // namespace scoreboard::simulation
