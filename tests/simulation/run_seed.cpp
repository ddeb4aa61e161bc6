#include "simulation/run_seed.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <stdlib.h>

namespace scoreboard::simulation {

Report run_seed(std::uint64_t seed, Micros play)
{
    std::error_code no_memory_disk;
    const auto base = std::filesystem::is_directory("/dev/shm", no_memory_disk)
                          ? std::filesystem::path("/dev/shm")
                          : std::filesystem::temp_directory_path();
    std::string folder = (base / "scorewire-simulation.XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        throw std::runtime_error("cannot make a folder in " + base.string());
    }
    Plan plan;
    plan.seed = seed;
    plan.play = play;
    plan.folder = folder;
    const Report report = simulate(plan);
    std::filesystem::remove_all(folder);
    return report;
}

std::string tell(const Report& report, std::size_t lines)
{
    std::string text;
    const std::size_t from = report.story.size() > lines ? report.story.size() - lines : 0;
    for (std::size_t i = from; i < report.story.size(); ++i) {
        text += "    " + report.story[i] + "\n";
    }
    if (!report.violation.empty()) {
        text += "  BROKEN  " + report.violation + "\n";
        text += "  again:  ./dev sim --seed " + std::to_string(report.seed) + " --story";
    }
    return text;
}

} // namespace scoreboard::simulation
