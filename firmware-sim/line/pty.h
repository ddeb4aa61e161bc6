#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace scoreboard::line {

// The master's end of a pseudo terminal that plays a serial port, and the link that names its other end, as
// udev would.
class Pty {
public:
    // Throws std::runtime_error with a text for a person.
    explicit Pty(std::uint32_t baud); // the speed it is set to until somebody sets another
    ~Pty();
    Pty(Pty&& other) noexcept;
    Pty& operator=(Pty&& other) noexcept;

    int fd() const { return master_; }                    // non-blocking
    const std::string& device() const { return device_; } // "/dev/pts/7"

    std::vector<std::uint8_t> read();
    // A serial port with nobody at its other end loses what is sent, so what does not fit is lost.
    void write(std::span<const std::uint8_t> bytes);
    // Whether some program has the other end open, as of the last read().
    bool is_open() const { return open_; }
    // After the last program has closed it: a serial port is no longer exclusive then, a pseudo terminal
    // still is. False if that cannot be mended: only a fresh one helps.
    bool end_exclusive_use();
    // The speed the other end was set to.
    std::optional<std::uint32_t> baud() const;

private:
    void close();

    int master_ = -1;
    bool open_ = false;
    std::string device_;
};

// Makes `link` point to `device` in one step; removes it again when destroyed, if it still does.
class DeviceLink {
public:
    explicit DeviceLink(std::string link) : link_(std::move(link)) {}
    ~DeviceLink() { remove(); }
    DeviceLink(const DeviceLink&) = delete;
    DeviceLink& operator=(const DeviceLink&) = delete;

    void point_to(const std::string& device); // throws std::runtime_error
    void remove();

private:
    std::string link_;
    std::string device_;
};

} // namespace scoreboard::line
