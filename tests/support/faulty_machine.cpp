#include "support/faulty_machine.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

namespace scoreboard::support {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr const char* kStrace = "/usr/bin/strace";
constexpr const char* kCalls = "trace=pwrite64,fdatasync,fsync";

bool run(const std::vector<std::string>& command)
{
    const Finished done = run_program(command);
    return done.exit_code == 0;
}

} // namespace

std::string why_no_mounts()
{
    const fs::path folder = fs::temp_directory_path() / ("scoreboard-mount-" + std::to_string(::getpid()));
    fs::create_directory(folder);
    const bool mounted = ::mount("none", folder.c_str(), "tmpfs", 0, "size=64k") == 0;
    if (mounted) {
        ::umount(folder.c_str());
    }
    fs::remove(folder);
    return mounted ? "" : "this user may not mount a small disk; run the test as root";
}

std::string why_no_strace()
{
    if (!fs::exists(kStrace)) {
        return "strace is not installed; run ./dev setup";
    }
    const Finished tried = run_program({kStrace, "-o", "/dev/null", "/bin/true"});
    return tried.exit_code == 0 ? "" : "strace may not trace here: " + tried.errors;
}

bool long_run()
{
    return std::getenv("SCOREBOARD_LONG") != nullptr;
}

SmallDisk::SmallDisk(Kind kind, const std::string& folder, int megabytes)
    : kind_(kind), path_(folder + "/disk"), image_(folder + "/image"), megabytes_(megabytes)
{
    fs::create_directories(path_);
    if (kind_ == Kind::kExt4) {
        std::ofstream(image_).close();
        fs::resize_file(image_, static_cast<std::uintmax_t>(megabytes_) << 20U);
        EXPECT_TRUE(run({"/sbin/mkfs.ext4", "-q", "-F", image_}));
    }
    EXPECT_TRUE(mount());
}

SmallDisk::~SmallDisk()
{
    unmount();
}

bool SmallDisk::mount()
{
    if (kind_ == Kind::kExt4) {
        return run({"/bin/mount", "-o", "loop,errors=remount-ro", image_, path_});
    }
    const std::string size = "size=" + std::to_string(megabytes_) + "m";
    return ::mount("none", path_.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

void SmallDisk::unmount()
{
    ::umount2(path_.c_str(), 0);
}

void SmallDisk::fill()
{
    std::ofstream filler(path_ + "/filler", std::ios::binary);
    const std::string block(4096, 'x');
    while (filler.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
    }
}

void SmallDisk::make_room()
{
    fs::remove(path_ + "/filler");
}

bool SmallDisk::cut_power()
{
    // EXT4_IOC_SHUTDOWN, without flushing the journal: nothing more reaches the device.
    constexpr unsigned long kShutdown = _IOR('X', 125, std::uint32_t);
    std::uint32_t without_flush = 2;
    const int folder = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = folder >= 0 && ::ioctl(folder, kShutdown, &without_flush) == 0;
    ::close(folder);
    return done;
}

bool SmallDisk::go_read_only()
{
    const Finished source = run_program({"/bin/findmnt", "-n", "-o", "SOURCE", path_});
    const std::string device = fs::path(source.output.substr(0, source.output.find('\n'))).filename();
    std::ofstream trigger("/sys/fs/ext4/" + device + "/trigger_fs_error");
    return static_cast<bool>(trigger << "the test asks for it" << std::flush);
}

bool SmallDisk::power_up()
{
    unmount();
    return mount();
}

std::vector<std::string> strace_command(const std::string& injection, const std::string& log)
{
    // -D: the traced program, not strace, is the child, so that signals and exit codes are its own.
    return {kStrace, "-D", "-f", "-o", log, "-e", kCalls, "-e", "inject=" + injection};
}

bool injected(const std::string& log)
{
    // A line is written before the program goes on after the call.
    std::ifstream file(log);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return text.find("(INJECTED)") != std::string::npos;
}

Strace::Strace(pid_t pid, const std::string& injection)
{
    process_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{kStrace, "-f", "-o", folder_.file("log"), "-e", kCalls, "-e",
                                 "inject=" + injection, "-p", std::to_string(pid)});
    const Deadline deadline = within(20s);
    while (process_->errors().find("attached") == std::string::npos) {
        process_->wait_for_line(within(50ms)); // reads what it says
        if (std::chrono::steady_clock::now() > deadline) {
            ADD_FAILURE() << "strace did not attach: " << process_->errors();
            return;
        }
    }
}

Strace::~Strace()
{
    process_->signal(SIGINT);
    process_->wait_for_exit(within(20s));
}

} // namespace scoreboard::support
