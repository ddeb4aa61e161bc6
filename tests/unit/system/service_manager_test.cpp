#include "system/service_manager.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "support/temp_folder.h"

// Goal: systemd hears what sd_notify(3) and sd_watchdog_enabled(3) describe.
// Method: the test is the manager: it holds the socket and sets the variables.
namespace scoreboard::system {
namespace {

class ServiceManagerTest : public testing::Test {
protected:
    ~ServiceManagerTest() override
    {
        ::close(manager_);
        for (const char* variable : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) {
            ::unsetenv(variable);
        }
    }
    void listen_at(const std::string& path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        if (path.front() == '@') {
            address.sun_path[0] = '\0';
        }
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
        ASSERT_EQ(::bind(manager_, reinterpret_cast<const sockaddr*>(&address), size), 0);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    }
    std::string heard() const
    {
        std::array<char, 256> text{};
        const ssize_t size = ::recv(manager_, text.data(), text.size(), MSG_DONTWAIT);
        return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
    }

    int manager_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

TEST_F(ServiceManagerTest, HearsWhenTheBoardServesAndWhenItStops)
{
    const support::TempFolder folder;
    listen_at(folder.file("notify"));

    notify_ready("recording");
    EXPECT_EQ(heard(), "READY=1\nSTATUS=recording");
    notify_alive();
    EXPECT_EQ(heard(), "WATCHDOG=1");
    notify_stopping();
    EXPECT_EQ(heard(), "STOPPING=1");
}

TEST_F(ServiceManagerTest, MayListenInTheAbstractNamespace)
{
    listen_at("@scorewire-test-" + std::to_string(::getpid()));

    notify_alive();

    EXPECT_EQ(heard(), "WATCHDOG=1");
}

TEST_F(ServiceManagerTest, MayBeMissingOrGone)
{
    notify_alive();
    ::setenv("NOTIFY_SOCKET", "/nobody/listens/here", 1);
    notify_alive();
    ::setenv("NOTIFY_SOCKET", std::string(500, '/').c_str(), 1);
    notify_alive();
    EXPECT_EQ(heard(), "");
}

TEST_F(ServiceManagerTest, WatchesOnlyTheProcessItMeans)
{
    EXPECT_EQ(watchdog_interval(), std::nullopt);
    ::setenv("WATCHDOG_USEC", "3000000", 1);
    EXPECT_EQ(watchdog_interval(), std::chrono::seconds(3));
    ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
    EXPECT_EQ(watchdog_interval(), std::chrono::seconds(3));
    ::setenv("WATCHDOG_PID", "1", 1);
    EXPECT_EQ(watchdog_interval(), std::nullopt) << "meant for the parent";
    ::unsetenv("WATCHDOG_PID");
    ::setenv("WATCHDOG_USEC", "soon", 1);
    EXPECT_EQ(watchdog_interval(), std::nullopt);
}

} // namespace
} // namespace scoreboard::system
