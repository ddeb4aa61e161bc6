#include "simulator/unix_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace scoreboard::simulator {
namespace {

bool fill(sockaddr_un& address, const std::string& path)
{
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return false;
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return true;
}

const sockaddr* generic(const sockaddr_un& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

int close_keeping_errno(int fd)
{
    const int error = errno;
    ::close(fd);
    errno = error;
    return -1;
}

} // namespace

int listen_at(const std::string& path)
{
    sockaddr_un address{};
    const int fd =
        fill(address, path) ? ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0) : -1;
    if (fd < 0) {
        return -1;
    }
    // A socket that nobody answers on is what an earlier run left behind.
    if (const int living = connect_to(path); living >= 0) {
        ::close(living);
        errno = EADDRINUSE;
        return close_keeping_errno(fd);
    }
    ::unlink(path.c_str());
    if (::bind(fd, generic(address), sizeof address) != 0 || ::listen(fd, 16) != 0) {
        return close_keeping_errno(fd);
    }
    return fd;
}

int connect_to(const std::string& path)
{
    sockaddr_un address{};
    const int fd = fill(address, path) ? ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) : -1;
    if (fd >= 0 && ::connect(fd, generic(address), sizeof address) != 0) {
        return close_keeping_errno(fd);
    }
    return fd;
}

} // namespace scoreboard::simulator
