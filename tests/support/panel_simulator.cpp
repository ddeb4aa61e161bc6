#include "support/panel_simulator.h"

#include <gtest/gtest.h>

#include "support/daemon.h"

namespace scoreboard::support {
namespace {

using namespace std::chrono_literals;

std::string text_in(const boost::json::object& state, const std::string& field)
{
    const auto& texts = state.at("text").as_object();
    const auto* text = texts.if_contains(field);
    return text == nullptr ? std::string() : std::string(text->as_string());
}

} // namespace

PanelSimulator::PanelSimulator(const std::string& folder)
    : device_(folder + "/panel"), socket_(folder + "/panel.control"),
      process_({program("firmware-sim"), "--pty", device_, "--baud", "115200", "--seed", "1", "--view",
                "none", "--control", socket_})
{
    const auto is_ready = [](const std::string& line) { return line.rfind("ready ", 0) == 0; };
    EXPECT_TRUE(process_.wait_for_line(is_ready, within(30s)).has_value())
        << "firmware-sim did not become ready; it said: " << process_.errors();
}

std::string PanelSimulator::url() const
{
    return "plp+serial:" + device_ + "?baud=115200";
}

std::string PanelSimulator::ctl(const std::vector<std::string>& words) const
{
    std::vector<std::string> command{program("firmware-sim"), "ctl", "--socket", socket_};
    command.insert(command.end(), words.begin(), words.end());
    const Finished result = run_program(command);
    EXPECT_EQ(result.exit_code, 0) << words.front() << ": " << result.errors;
    return result.output;
}

boost::json::object PanelSimulator::state() const
{
    return boost::json::parse(ctl({"state"})).as_object();
}

std::string PanelSimulator::text(const std::string& field) const
{
    return text_in(state(), field);
}

bool PanelSimulator::wait_until(const std::function<bool(const boost::json::object&)>& wanted,
                                Deadline deadline) const
{
    while (!wanted(state())) {
        if (std::chrono::steady_clock::now() >= deadline) {
            return false;
        }
    }
    return true;
}

bool PanelSimulator::wait_for_text(const std::string& field, const std::string& text, Deadline deadline) const
{
    const bool came = wait_until([&](const auto& state) { return text_in(state, field) == text; }, deadline);
    EXPECT_TRUE(came) << field << " should read \"" << text << "\" and reads \"" << this->text(field) << "\"";
    return came;
}

} // namespace scoreboard::support
