#include "store/board_id_file.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <unistd.h>

namespace scoreboard::store {

namespace {

constexpr const char* kNoun = "board id";

// 0, or the errno of the step that failed.
int write_durably(const std::string& path, const std::string& text)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) {
        return errno;
    }
    int error = 0;
    if (::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        error = errno != 0 ? errno : ENOSPC;
    } else if (::fsync(file) != 0) {
        error = errno;
    }
    ::close(file);
    return error;
}

int sync_folder(const std::string& path)
{
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return errno;
    }
    const int error = ::fsync(folder) != 0 ? errno : 0;
    ::close(folder);
    return error;
}

} // namespace

durable::Result<match::BoardId>
read_or_make_board_id(const std::filesystem::path& folder,
                      const std::function<std::array<std::uint8_t, 16>()>& random_id)
{
    const std::string path = (folder / "board-id").string();
    match::BoardId id;
    std::ifstream file(path);
    if (file) {
        std::string text;
        std::getline(file, text);
        if (!match::from_hex(text, id.bytes.data(), id.bytes.size())) {
            return durable::Failure{
                durable::FailureKind::kDamaged,
                "board id " + path +
                    " does not hold 32 hexadecimal digits; restore it from a backup, or remove "
                    "it and have every controller meet this board as a new one"};
        }
        return id;
    }
    id.bytes = random_id();
    // Written beside it and renamed: a power cut leaves no half of an id.
    const std::string half = path + ".new";
    errno = 0;
    int error = write_durably(half, match::to_hex(id) + "\n");
    if (error == 0 && ::rename(half.c_str(), path.c_str()) != 0) {
        error = errno;
    }
    if (error == 0) {
        error = sync_folder(folder.string());
    }
    if (error != 0) {
        return durable::explain_errno(error, kNoun, path);
    }
    return id;
}

} // namespace scoreboard::store
