#pragma once

#include <string>

#include "durable/disk.h"
#include "durable/failure.h"

namespace scoreboard::durable {

// Renames a damaged database, its write-ahead log and its rollback journal to `<path>.damaged-<n>…`, the
// first n that is free, so that nothing is ever overwritten. Gives the new name.
Result<std::string> set_aside(const std::string& path, const std::string& noun, Disk& disk = posix_disk());

} // namespace scoreboard::durable
