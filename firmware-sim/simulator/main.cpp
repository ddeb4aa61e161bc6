#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <random>

#include "simulator/control_client.h"
#include "simulator/simulator.h"

namespace {

using scoreboard::simulator::Options;
using scoreboard::simulator::Simulator;

constexpr int kUsage = 64;

int run_simulator(const Options& options)
{
    Simulator simulator(options);
    std::printf("ready pty=%s\n", simulator.device().c_str());
    std::fflush(stdout);
    simulator.run();
    return 0;
}

struct Ctl {
    CLI::App* app = nullptr;
    std::string socket, file, duration;
    std::vector<std::string> assignments;
};

void add_ctl(CLI::App& program, Ctl& ctl)
{
    ctl.app = program.add_subcommand("ctl", "Ask a running simulator, or do something to its panel");
    ctl.app->add_option("--socket", ctl.socket, "The simulator's --control socket")->required();
    ctl.app->require_subcommand(1);
    ctl.app->add_subcommand("state", "What the panel shows, as JSON");
    ctl.app->add_subcommand("watch", "Draw the panel here until interrupted");
    ctl.app->add_subcommand("png", "A picture of the panel")->add_option("file", ctl.file)->required();
    ctl.app->add_subcommand("set", "Set faults: bitflip burst drop insert dup =P, tx-dead rx-dead =on|off")
        ->add_option("assignments", ctl.assignments)
        ->required();
    ctl.app->add_subcommand("unplug", "Pull the plug for a while, as 500ms or 2s")
        ->add_option("duration", ctl.duration)
        ->required();
    ctl.app->add_subcommand("reset", "Switch the panel off and on");
}

int run_ctl(const Ctl& ctl)
{
    using namespace scoreboard::simulator;
    const std::string verb = ctl.app->get_subcommands().front()->get_name();
    if (verb == "png") {
        return save_picture(ctl.socket, ctl.file);
    }
    if (verb == "watch") {
        return watch(ctl.socket);
    }
    std::string request = verb;
    if (verb == "set") {
        for (const std::string& assignment : ctl.assignments) {
            request += " " + assignment;
        }
    } else if (verb == "unplug") {
        request += " " + ctl.duration;
    }
    return print_answer(ctl.socket, request);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App program("A sports LED panel: the real firmware behind a serial line that can be hurt.",
                     "firmware-sim");
    Options options;
    options.seed = std::random_device{}();
    std::string view = "none";
    program.add_option("--pty", options.link, "Makes this path point to the panel's serial port");
    program.add_option("--baud", options.baud, "Speed of the line")
        ->capture_default_str()
        ->check(CLI::Range(300, 4000000));
    program.add_option("--layout", options.layout, "Kind of panel")->capture_default_str();
    program.add_option("--seed", options.seed, "Of faults and of the panel's random numbers")
        ->default_str("random");
    program.add_option("--view", view, "Draw the panel here")
        ->capture_default_str()
        ->check(CLI::IsMember({"terminal", "none"}));
    program.add_option("--control", options.control, "Listen for firmware-sim ctl on this socket");
    program.add_option("--fault-log", options.fault_log, "Write every injected fault to this file");
    Ctl ctl;
    add_ctl(program, ctl);
    try {
        program.parse(argc, argv);
        if (!ctl.app->parsed() && options.link.empty()) {
            throw CLI::RequiredError("--pty");
        }
    } catch (const CLI::ParseError& error) {
        const int code = program.exit(error);
        return code == 0 ? 0 : kUsage;
    }
    options.terminal = view == "terminal";
    try {
        return ctl.app->parsed() ? run_ctl(ctl) : run_simulator(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "firmware-sim: %s\n", error.what());
        return 1;
    }
}
