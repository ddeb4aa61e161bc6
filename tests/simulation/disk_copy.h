#pragma once

#include <map>
#include <span>
#include <string>

#include "simulation/sim_disk.h"

namespace scoreboard::simulation {

// What some files of one folder held, by their names, at least one; empty: there was none.
using DiskCopy = std::map<std::string, std::string>;

DiskCopy copy_of(const SimDisk& disk, std::span<const char* const> names);
// Somebody puts it in the place of what is there. Nobody may have one of the files open.
void put_back(SimDisk& disk, const DiskCopy& copy);

} // namespace scoreboard::simulation
