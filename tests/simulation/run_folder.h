#pragma once

#include <filesystem>

namespace scoreboard::simulation {

// A folder for one run, in memory where the machine has such a place; gone with this object.
class RunFolder {
public:
    RunFolder(); // throws std::runtime_error if there is no room for one
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;
    ~RunFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace scoreboard::simulation
