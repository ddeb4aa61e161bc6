#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/match_service.h"
#include "system/configuration.h"

namespace boost::asio {
class io_context;
}

namespace scoreboard::application {

// Keeps one panel showing the match as everybody outside sees it: draws it whenever it changes, and when it
// changes by itself (a time-out that ends, a clock that gets tenths).
class PanelDesk {
public:
    struct Listener {
        std::function<void(match::Rev rev, match::BoardTime at)> shown;
        std::function<void(session::PanelStatus status, std::string detail)> status_changed;
    };

    // `configuration.panel` must be sound and not "none". `service` and `io` must outlive the desk.
    PanelDesk(boost::asio::io_context& io, const system::Configuration& configuration,
              const core::MatchService& service, Listener listener);
    ~PanelDesk();
    PanelDesk(const PanelDesk&) = delete;
    PanelDesk& operator=(const PanelDesk&) = delete;

    void start();
    void stop();
    // The match is another one than before, or whether it is recorded.
    void draw();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::application
