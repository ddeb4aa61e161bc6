#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/child_process.h"

namespace scoreboard::support {

// The real daemon with its log in `folder`, on ports that the kernel chooses unless `more` names them.
class Daemon {
public:
    // Starts it and waits for its ready line; fails the test if none comes.
    explicit Daemon(const std::string& folder, const std::vector<std::string>& more = {});

    std::uint16_t control_port() const { return control_port_; }
    std::uint16_t public_port() const { return public_port_; }
    std::string field(const std::string& name) const;         // of the ready line: "log", "rev", "panel"
    std::string control_url(const std::string& scheme) const; // "tcp://127.0.0.1:40121"
    std::string public_url() const;

    ChildProcess& process() { return *process_; }
    // Ends it as a power cut of the process would: no goodbye.
    void kill();
    // Ends it with SIGTERM; its exit code.
    int stop();

private:
    std::unique_ptr<ChildProcess> process_;
    std::string ready_;
    std::uint16_t control_port_ = 0;
    std::uint16_t public_port_ = 0;
};

// The path of a program of this build: "scoreboard-daemon".
std::string program(const std::string& name);

} // namespace scoreboard::support
