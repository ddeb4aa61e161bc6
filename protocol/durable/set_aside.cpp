#include "durable/set_aside.h"

namespace scoreboard::durable {
namespace {

constexpr int kSetAsideMax = 1000; // damage that often is a broken disk, not bad luck

} // namespace

Result<std::string> set_aside(const std::string& path, const std::string& noun, Disk& disk)
{
    for (int n = 1; n <= kSetAsideMax; ++n) {
        const std::string target = path + ".damaged-" + std::to_string(n);
        if (disk.kind(target) != FileKind::kNothing) {
            continue;
        }
        // The main file goes last: should this be cut short, the next start finds it damaged again, and ends
        // here again.
        for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
            if (disk.kind(path + suffix) == FileKind::kNothing) {
                continue;
            }
            if (const std::error_code error = disk.rename(path + suffix, target + suffix)) {
                return explain_errno(error.value(), noun, path);
            }
        }
        disk.sync_folder(folder_of(path)); // if it fails, the next start may find the damage once more
        return target;
    }
    return Failure{FailureKind::kDamaged, noun + " " + path + " is damaged again after " +
                                              std::to_string(kSetAsideMax) +
                                              " times; replace the disk, and remove the old .damaged files"};
}

} // namespace scoreboard::durable
