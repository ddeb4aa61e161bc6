#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/child_process.h"
#include "support/temp_folder.h"

// Real faults of a real machine for the real programs. Most of it needs root: ask first, and skip the test
// with the sentence.
namespace scoreboard::support {

// Why disks of one's own cannot be mounted here; empty: they can.
std::string why_no_mounts();
// Why system calls cannot be made to fail here; empty: they can.
std::string why_no_strace();
// SCOREBOARD_LONG is set: sweep everything, not a slice.
bool long_run();

// A small disk of one test, mounted at a folder of its own, gone with it.
class SmallDisk {
public:
    enum class Kind { kMemory, kExt4 };

    SmallDisk(Kind kind, const std::string& folder, int megabytes); // `folder` must be there
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    const std::string& path() const { return path_; }
    // Takes all the room that is left, and gives it back.
    void fill();
    void make_room();
    // The power goes: what is not durable is lost, and every call fails until power_up(). Only of ext4.
    bool cut_power();
    // The kernel meets an error in the file system and mounts it read-only, as it does with a worn card.
    bool go_read_only();
    bool power_up(); // nobody may have a file open

private:
    bool mount();
    void unmount();

    Kind kind_;
    std::string path_;
    std::string image_;
    int megabytes_;
};

// `strace` that makes calls fail or kills at one: its command, to be put before a program's. It writes what
// it saw to the file `log`.
std::vector<std::string> strace_command(const std::string& injection, const std::string& log);
// By such a file, a call was made to fail. Of a kill the exit code tells.
bool injected(const std::string& log);

// Makes the calls of a running program fail, or kills it at one, for as long as it lives.
class Strace {
public:
    Strace(pid_t pid, const std::string& injection);
    ~Strace();

    bool injected() const { return support::injected(folder_.file("log")); }

private:
    TempFolder folder_;
    std::unique_ptr<ChildProcess> process_;
};

} // namespace scoreboard::support
