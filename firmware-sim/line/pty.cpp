#include "line/pty.h"

#include <asm/termbits.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace scoreboard::line {
namespace {

[[noreturn]] void fail(const std::string& what)
{
    throw std::runtime_error(what + ": " + std::strerror(errno));
}

// Raw before anybody opens it: a terminal that echoes would send the panel its own words back.
void make_raw(int fd, std::uint32_t baud)
{
    termios2 settings{};
    if (::ioctl(fd, TCGETS2, &settings) != 0) {
        fail("cannot read the settings of the pseudo terminal");
    }
    settings.c_iflag = IGNBRK;
    settings.c_oflag = 0;
    settings.c_lflag = 0;
    settings.c_cflag = CS8 | CREAD | CLOCAL | BOTHER;
    settings.c_ispeed = baud;
    settings.c_ospeed = baud;
    settings.c_cc[VMIN] = 1;
    settings.c_cc[VTIME] = 0;
    if (::ioctl(fd, TCSETS2, &settings) != 0) {
        fail("cannot set up the pseudo terminal");
    }
}

std::string slave_name(int master)
{
    std::array<char, 64> name{};
    if (::ptsname_r(master, name.data(), name.size()) != 0) {
        fail("cannot name the pseudo terminal");
    }
    return name.data();
}

} // namespace

Pty::Pty(std::uint32_t baud) : master_(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
{
    if (master_ < 0) {
        fail("cannot open a pseudo terminal");
    }
    try {
        if (::grantpt(master_) != 0 || ::unlockpt(master_) != 0) {
            fail("cannot unlock the pseudo terminal");
        }
        device_ = slave_name(master_);
        make_raw(master_, baud);
        // Only a port that was open and closed tells that nobody has it open.
        ::close(::open(device_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    } catch (...) {
        close();
        throw;
    }
}

Pty::~Pty()
{
    close();
}

Pty::Pty(Pty&& other) noexcept
    : master_(std::exchange(other.master_, -1)), open_(other.open_), device_(std::move(other.device_))
{
}

Pty& Pty::operator=(Pty&& other) noexcept
{
    close();
    master_ = std::exchange(other.master_, -1);
    open_ = other.open_;
    device_ = std::move(other.device_);
    return *this;
}

void Pty::close()
{
    if (master_ >= 0) {
        ::close(master_);
        master_ = -1;
    }
}

std::vector<std::uint8_t> Pty::read()
{
    std::vector<std::uint8_t> bytes(4096);
    const ssize_t size = ::read(master_, bytes.data(), bytes.size());
    // EIO: nobody has the other end open.
    open_ = size > 0 || (size < 0 && errno == EAGAIN);
    bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return bytes;
}

void Pty::write(std::span<const std::uint8_t> bytes)
{
    if (!open_) {
        return;
    }
    while (!bytes.empty()) {
        const ssize_t size = ::write(master_, bytes.data(), bytes.size());
        if (size <= 0) {
            return;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(size));
    }
}

bool Pty::end_exclusive_use()
{
    // EBUSY here is what the next program would meet, unless it is root's.
    const int port = ::open(device_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    const bool ended = port >= 0 && ::ioctl(port, TIOCNXCL) == 0;
    if (port >= 0) {
        ::close(port);
    }
    return ended;
}

std::optional<std::uint32_t> Pty::baud() const
{
    termios2 settings{};
    if (::ioctl(master_, TCGETS2, &settings) != 0) {
        return std::nullopt;
    }
    return settings.c_ospeed;
}

void DeviceLink::point_to(const std::string& device)
{
    // A rename replaces the old link without a moment in which there is none.
    const std::string fresh = link_ + ".new";
    ::unlink(fresh.c_str());
    if (::symlink(device.c_str(), fresh.c_str()) != 0) {
        fail("cannot make the link " + link_ + "; choose another --pty path");
    }
    if (::rename(fresh.c_str(), link_.c_str()) != 0) {
        const int error = errno;
        ::unlink(fresh.c_str());
        errno = error;
        fail("cannot replace " + link_ + "; choose another --pty path");
    }
    device_ = device;
}

void DeviceLink::remove()
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(link_.c_str(), target.data(), target.size());
    const bool ours =
        size > 0 && !device_.empty() && device_ == std::string(target.data(), static_cast<std::size_t>(size));
    if (ours) {
        ::unlink(link_.c_str());
    }
}

} // namespace scoreboard::line
