#include "simulation/run_seed.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "simulation/planted_bug.h"

namespace scoreboard::simulation {

namespace {

// What a line says, without its moment.
std::string_view words_of(std::string_view line)
{
    const auto end = line.find(" s  ");
    return end == std::string_view::npos ? line : line.substr(end);
}

// A line that only says again what the one before has said is counted instead.
std::vector<std::string> without_repeats(const std::vector<std::string>& story)
{
    std::vector<std::string> lines;
    for (auto line = story.begin(); line != story.end();) {
        const auto next = std::find_if(line, story.end(), [line](const std::string& other) {
            return words_of(other) != words_of(*line);
        });
        lines.push_back(*line);
        if (next - line > 2) {
            lines.push_back("                    the same " + std::to_string(next - line - 1) +
                            " times more");
        } else {
            lines.insert(lines.end(), line + 1, next);
        }
        line = next;
    }
    return lines;
}

} // namespace

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
    if (plan.without.all()) {
        command += " --without all";
    }
    for (const FaultText& kind : all_faults()) {
        if (!plan.without.all() && plan.without.test(index_of(kind.fault))) {
            command += std::string(" --without ") + kind.name;
        }
    }
    command += plan.no_taps.empty() ? "" : " --no-taps " + text_of(plan.no_taps);
    command += plan.no_faults.empty() ? "" : " --no-faults " + text_of(plan.no_faults);
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
    const std::vector<std::string> story = without_repeats(report.story);
    const std::size_t from = story.size() > lines ? story.size() - lines : 0;
    if (from > 0) {
        text += "    … (" + std::to_string(from) + " lines before; --story prints them)\n";
    }
    for (std::size_t i = from; i < story.size(); ++i) {
        text += "    " + story[i] + "\n";
    }
    for (const PlantedBug& bug : planted_bugs()) {
        if (bug.bug == plan.bug) {
            text += std::string("  planted  ") + bug.what + "\n";
        }
    }
    if (report.broken) {
        text += "  BROKEN   " + report.violation + "\n";
        text += std::string("  promise  ") + text_of(*report.broken).promise + "\n";
        text += "  again    " + command_of(plan) + " --story\n";
    }
    return text;
}

} // namespace scoreboard::simulation
