#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <poll.h>

#include "boards/sim_panel.h"
#include "line/pty.h"
#include "simulator/control_server.h"
#include "simulator/faults.h"
#include "simulator/screen.h"

namespace scoreboard::simulator {

struct Options {
    std::string link; // made to point to the pseudo terminal
    std::uint32_t baud = 115200;
    std::string layout = "multisport";
    std::uint64_t seed = 1;
    bool terminal = false;
    std::string control;   // socket, or none
    std::string fault_log; // file, or none
};

// A panel behind a pseudo terminal, in real time.
class Simulator {
public:
    // Throws std::runtime_error with a text for a person.
    explicit Simulator(const Options& options);
    ~Simulator();

    void run(); // until SIGTERM, SIGINT or SIGHUP
    const std::string& device() const;

private:
    std::string answer(const std::string& request);
    std::string set_faults(const std::string& assignments);
    std::string unplug(const std::string& duration);
    void replug_when_due(line::LineTime now);
    void exchange_bytes(line::LineTime now);
    void log_injections();
    void wait(line::LineTime now);
    line::LineTime now() const;

    Options options_;
    const panel::Layout& layout_;
    line::LineTime epoch_{};
    int signals_ = -1;
    std::optional<line::Pty> pty_;   // none while unplugged
    std::optional<line::Pty> spare_; // what the panel comes back as
    line::DeviceLink link_;
    std::optional<line::LineTime> replug_at_;
    boards::SimPanel panel_;
    Faults faults_;
    std::unique_ptr<Screen> screen_;
    std::unique_ptr<ControlServer> control_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> fault_log_;
};

} // namespace scoreboard::simulator
