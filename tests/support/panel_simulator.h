#pragma once

#include <boost/json.hpp>
#include <functional>
#include <string>
#include <vector>

#include "support/child_process.h"

namespace scoreboard::support {

// The real firmware behind a real pseudo-terminal: firmware-sim, with its control socket, below `folder`.
class PanelSimulator {
public:
    explicit PanelSimulator(const std::string& folder);

    std::string device() const { return device_; }
    std::string url() const; // for --panel

    // `firmware-sim ctl WORDS…`; fails the test if it does not end with 0.
    std::string ctl(const std::vector<std::string>& words) const;
    boost::json::object state() const;
    std::string text(const std::string& field) const; // "home.score" as a person reads it on the panel

    // Asks again and again until `wanted` holds; false: it did not by the deadline.
    bool wait_until(const std::function<bool(const boost::json::object&)>& wanted, Deadline deadline) const;
    bool wait_for_text(const std::string& field, const std::string& text, Deadline deadline) const;

private:
    std::string device_;
    std::string socket_;
    ChildProcess process_;
};

} // namespace scoreboard::support
