#include "support/recorded_once.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/socket.h"

namespace scoreboard::support {

using namespace std::chrono_literals;

void tap(WireController& controller, int count)
{
    for (int n = 0; n < count; ++n) {
        controller.issue(match::AddScore{match::Side::kHome, 1});
    }
}

bool settle(WireController& controller, std::uint16_t port, Deadline deadline)
{
    while (controller.unanswered() > 0) {
        if (std::chrono::steady_clock::now() > deadline ||
            (!controller.connected() && !controller.connect(port))) {
            return false;
        }
        controller.pump(within(20ms));
        // What was answered STORAGE_FAULT waits for the next connection, which the board asks for by closing.
    }
    return true;
}

bool wait_until(const Daemon& daemon, const char* target,
                const std::function<bool(const boost::json::object&)>& wanted, WireController* controller)
{
    const Deadline deadline = within(60s);
    while (std::chrono::steady_clock::now() < deadline) {
        if (controller != nullptr &&
            (controller->connected() || controller->connect(daemon.control_port()))) {
            controller->pump(within(20ms));
        }
        const HttpReply reply = http_get(daemon.public_port(), target);
        boost::json::error_code error;
        const auto value = boost::json::parse(reply.body, error);
        if (!error && value.is_object() && wanted(value.as_object())) {
            return true;
        }
    }
    return false;
}

std::function<bool(const boost::json::object&)> log_is(const char* status)
{
    return [status](const boost::json::object& health) { return health.at("log").as_string() == status; };
}

std::function<bool(const boost::json::object&)> home_is(std::int64_t score)
{
    return [score](const boost::json::object& state) {
        return state.at("home").at("score").as_int64() == score;
    };
}

void expect_everything_once(const std::string& data, WireController& controller)
{
    Daemon daemon(data);
    // Asked before anything is sent again: a tap that comes again would take the place of one that was lost.
    const auto state = boost::json::parse(http_get(daemon.public_port(), "/api/v1/state").body).as_object();
    const auto recorded = state.at("home").at("score").to_number<std::size_t>();
    ASSERT_GE(recorded, controller.answers().size()) << "an acknowledged tap is lost";
    ASSERT_LE(recorded, controller.issued()) << "a tap counts twice";
    controller.disconnect();
    controller.forget_answers();
    ASSERT_TRUE(settle(controller, daemon.control_port(), within(30s)));
    EXPECT_THAT(controller.contradictions(), testing::IsEmpty());
    EXPECT_TRUE(wait_until(daemon, "/api/v1/state", home_is(static_cast<std::int64_t>(controller.issued()))));
    EXPECT_EQ(daemon.stop(), 0);
}

} // namespace scoreboard::support
