#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "match/ids.h"
#include "panel/layout.h"
#include "panel/panel_link.h"
#include "panel/picture.h"
#include "serial/panel_url.h"

namespace boost::asio {
class io_context;
}

namespace scoreboard::serial {

// Drives one panel on the core's io_context: owns its serial port and its PanelLink, opens the port again
// whenever it is gone. Everything happens on the thread that runs the io_context.
class PanelRunner {
public:
    struct Options {
        PanelUrl url;
        panel::Layout layout;
        std::uint32_t start_id = 0; // random at every start of the daemon
        std::function<match::BoardTime()> clock;
        std::function<std::uint32_t()> random; // a nonce for every open
    };
    // Told of every change of health (the sentence is for a person) and of every rev that came to be on the
    // panel.
    using Listener = std::function<void(const panel::PanelEvent&)>;

    PanelRunner(boost::asio::io_context& io, Options options, Listener listener);
    PanelRunner(const PanelRunner&) = delete;
    PanelRunner& operator=(const PanelRunner&) = delete;
    ~PanelRunner();

    // Opens the port, or begins to try. Returns at once.
    void start();
    // Closes the port and lets the io_context run out of work.
    void stop();

    // The newest picture and the log's rev that it holds; what was wanted before is forgotten.
    void set_picture(const panel::Picture& picture, match::Rev rev);

    const panel::PanelLink& link() const; // health, counters, shown, round trip

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace scoreboard::serial
