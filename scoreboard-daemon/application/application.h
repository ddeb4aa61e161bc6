#pragma once

#include <boost/system/result.hpp>
#include <memory>
#include <string>

#include "application/command_line.h"

namespace scoreboard::application {

// The whole daemon: builds everything in order, runs the core until a signal, stops in order.
class Application {
public:
    struct Failure {
        std::string what; // a sentence
    };

    // Opens the log, the ports and the panel.
    static boost::system::result<std::unique_ptr<Application>, Failure> start(const Invocation& invocation);
    ~Application();

    // Until SIGTERM or SIGINT; the exit code.
    int run();

private:
    struct Impl;
    explicit Application(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

} // namespace scoreboard::application
