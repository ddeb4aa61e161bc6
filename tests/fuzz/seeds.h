#pragma once

#include <filesystem>
#include <string>

namespace scoreboard::fuzz {

// Where the inputs go with which a fuzzer begins: FOLDER/TARGET/NAME.
class SeedFolder {
public:
    explicit SeedFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void write(const std::string& target, const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path folder_;
};

// A match by each ruleset: as a snapshot, as a history file, as a public document; and its rules as a
// venue's.
void write_matches(const SeedFolder& seeds);

} // namespace scoreboard::fuzz
