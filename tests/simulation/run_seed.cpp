#include "simulation/run_seed.h"

#include "simulation/planted_bug.h"

namespace scoreboard::simulation {

std::string command_of(const Plan& plan)
{
    const Plan usual;
    std::string command = "./dev sim";
    for (const PlantedBug& bug : planted_bugs()) {
        if (bug.bug == plan.bug) {
            command += std::string(" --sabotage ") + bug.name;
        }
    }
    command += " --seed " + std::to_string(plan.seed);
    const auto add = [&command](const char* option, int value) {
        command += value == 0 ? "" : std::string(" --") + option + " " + std::to_string(value);
    };
    add("tablets", plan.tablets);
    add("commands", plan.commands);
    add("faults", plan.faults);
    for (const FaultText& kind : all_faults()) {
        if (plan.without.test(index_of(kind.fault))) {
            command += std::string(" --without ") + kind.name;
        }
    }
    if (plan.storage_dies) {
        command += " --storage-dies";
    }
    if (plan.play != usual.play) {
        command += " --seconds " + std::to_string(plan.play / kSecond);
    }
    return command;
}

std::string tell(const Plan& plan, const Report& report, std::size_t lines)
{
    std::string text;
    const std::size_t from = report.story.size() > lines ? report.story.size() - lines : 0;
    if (from > 0) {
        text += "    … (" + std::to_string(from) + " lines before; --story prints them)\n";
    }
    for (std::size_t i = from; i < report.story.size(); ++i) {
        text += "    " + report.story[i] + "\n";
    }
    if (report.broken) {
        text += "  BROKEN   " + report.violation + "\n";
        text += std::string("  promise  ") + text_of(*report.broken).promise + "\n";
        text += "  again    " + command_of(plan) + " --story\n";
    }
    return text;
}

} // namespace scoreboard::simulation
