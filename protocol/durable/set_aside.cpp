#include "durable/set_aside.h"

#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace scoreboard::durable {
namespace {

namespace fs = std::filesystem;

constexpr int kSetAsideMax = 1000; // damage that often is a broken disk, not bad luck

void sync_folder(const fs::path& path)
{
    const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        ::fsync(file);
        ::close(file);
    }
}

} // namespace

Result<std::string> set_aside(const std::string& path, const std::string& noun)
{
    std::error_code error;
    for (int n = 1; n <= kSetAsideMax; ++n) {
        const std::string target = path + ".damaged-" + std::to_string(n);
        if (fs::exists(target, error)) {
            continue;
        }
        // The main file goes last: should this be cut short, the next start finds it damaged again, and ends
        // here again.
        for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
            if (!fs::exists(path + suffix, error)) {
                continue;
            }
            fs::rename(path + suffix, target + suffix, error);
            if (error) {
                return explain_errno(error.value(), noun, path);
            }
        }
        sync_folder(path);
        return target;
    }
    return Failure{FailureKind::kDamaged, noun + " " + path + " is damaged again after " +
                                              std::to_string(kSetAsideMax) +
                                              " times; replace the disk, and remove the old .damaged files"};
}

} // namespace scoreboard::durable
