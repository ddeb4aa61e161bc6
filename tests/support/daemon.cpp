#include "support/daemon.h"

#include <algorithm>
#include <csignal>
#include <gtest/gtest.h>

namespace scoreboard::support {
namespace {

using namespace std::chrono_literals;

constexpr auto kReadyWithin = 30s; // of a machine that is busy with other tests

std::uint16_t port_of(const std::string& address)
{
    const std::size_t colon = address.rfind(':');
    return colon == std::string::npos ? std::uint16_t{0}
                                      : static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1)));
}

} // namespace

Daemon::Daemon(const std::string& folder, const std::vector<std::string>& more)
{
    std::vector<std::string> command{program("scoreboard-daemon"), "--data", folder};
    command.insert(command.end(), more.begin(), more.end());
    for (const char* flag : {"--control", "--public"}) {
        if (std::find(more.begin(), more.end(), flag) == more.end()) {
            command.insert(command.end(), {flag, "127.0.0.1:0"});
        }
    }
    process_ = std::make_unique<ChildProcess>(command);
    const auto is_ready = [](const std::string& line) { return line.rfind("ready ", 0) == 0; };
    const auto line = process_->wait_for_line(is_ready, within(kReadyWithin));
    if (!line) {
        ADD_FAILURE() << "the daemon did not become ready; it said: " << process_->errors();
        return;
    }
    ready_ = *line + " ";
    control_port_ = port_of(field("control"));
    public_port_ = port_of(field("public"));
}

std::string Daemon::field(const std::string& name) const
{
    const std::size_t begin = ready_.find(" " + name + "=");
    if (begin == std::string::npos) {
        return {};
    }
    const std::size_t value = begin + name.size() + 2;
    return ready_.substr(value, ready_.find(' ', value) - value);
}

std::string Daemon::control_url(const std::string& scheme) const
{
    return scheme + "://" + field("control");
}

std::string Daemon::public_url() const
{
    return "http://" + field("public");
}

void Daemon::kill()
{
    process_->signal(SIGKILL);
    EXPECT_EQ(process_->wait_for_exit(within(kReadyWithin)), 128 + SIGKILL);
}

int Daemon::stop()
{
    process_->signal(SIGTERM);
    return process_->wait_for_exit(within(kReadyWithin)).value_or(-1);
}

std::string program(const std::string& name)
{
    return std::string(SCOREBOARD_PROGRAMS) + "/" + name;
}

} // namespace scoreboard::support
