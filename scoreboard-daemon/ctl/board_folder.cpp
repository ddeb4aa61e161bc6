#include "ctl/board_folder.h"

#include <cstdlib>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace scoreboard::ctl {

std::array<std::uint8_t, 16> random_id()
{
    std::array<std::uint8_t, 16> id{};
    if (::getrandom(id.data(), id.size(), 0) != static_cast<ssize_t>(id.size())) {
        std::abort(); // A kernel that gives no random numbers has not booted.
    }
    return id;
}

std::string complaint_about_user(const std::string& data, const std::string& verb)
{
    struct stat folder {};
    if (::stat(data.c_str(), &folder) != 0 || folder.st_uid == ::geteuid()) {
        return {};
    }
    return data + " belongs to another user than the one that you are; run this as that user: sudo -u '#" +
           std::to_string(folder.st_uid) + "' scoreboardctl " + verb + " …";
}

} // namespace scoreboard::ctl
