#include "simulation/matrix.h"

#include <cstdio>
#include <cstring>
#include <map>
#include <optional>

#include "simulation/forked_runs.h"
#include "simulation/planted_bug.h"

namespace scoreboard::simulation {

namespace {

constexpr std::chrono::seconds kRunLimit{2}; // a hundred times what one takes
constexpr std::size_t kHangsMax = 5;         // enough is known then

struct Row {
    std::map<Check, std::size_t> caught; // by which check, how often
    std::size_t times = 0;
    std::size_t runs = 0;
    std::optional<std::size_t> first; // how many seeds it took
};

Row try_bug(const PlantedBug& bug, const Plan& base, std::size_t runs, std::size_t jobs)
{
    Row row;
    ForkedRuns children(jobs, kRunLimit);
    const auto wanted = [&](std::size_t started) {
        return started < runs && row.caught[Check::kTime] < kHangsMax;
    };
    for (std::size_t started = 0; wanted(started) || !children.idle();) {
        if (wanted(started) && !children.full()) {
            Plan plan = base;
            plan.bug = bug.bug;
            plan.seed = base.seed + started;
            children.start(std::move(plan), ++started);
            continue;
        }
        const ForkedRuns::Finished one = children.wait();
        ++row.runs;
        if (one.report.broken) {
            ++row.caught[*one.report.broken];
            ++row.times;
            row.first = std::min(row.first.value_or(one.tag), one.tag);
        }
    }
    return row;
}

void print_head()
{
    std::printf("%-22s %-10s %6s %5s ", "planted bug", "caught by", "first", "%");
    for (const CheckText& check : all_checks()) {
        if (check.of_seeds) {
            std::printf(" %*s", static_cast<int>(std::max<std::size_t>(3, std::strlen(check.name))),
                        check.name);
        }
    }
    std::printf("\n");
}

void print_row(const PlantedBug& bug, const Row& row)
{
    std::printf("%-22s %-10s %6s %4.0f%% ", bug.name, bug.caught_by,
                row.first ? std::to_string(*row.first).c_str() : "never",
                100.0 * static_cast<double>(row.times) / static_cast<double>(row.runs));
    for (const CheckText& check : all_checks()) {
        if (check.of_seeds) {
            const auto times = row.caught.find(check.check);
            std::printf(" %*s", static_cast<int>(std::max<std::size_t>(3, std::strlen(check.name))),
                        times == row.caught.end() || times->second == 0
                            ? "."
                            : std::to_string(times->second).c_str());
        }
    }
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

int print_matrix(const Plan& base, std::size_t runs, std::size_t jobs)
{
    bool complete = true;
    std::map<Check, bool> useful;
    print_head();
    for (const PlantedBug& bug : planted_bugs()) {
        if (std::strcmp(bug.caught_by, kCaughtBySeeds) != 0) {
            std::printf("%-22s %-10s      -     -\n", bug.name, bug.caught_by);
            continue;
        }
        const Row row = try_bug(bug, base, runs, jobs);
        print_row(bug, row);
        complete = complete && row.first.has_value();
        for (const auto& [check, times] : row.caught) {
            useful[check] = useful[check] || times > 0;
        }
    }
    for (const CheckText& check : all_checks()) {
        if (check.of_seeds && !useful[check.check]) {
            std::printf("check %s catches none of them: %s\n", check.name, check.promise);
            complete = false;
        }
    }
    std::printf("%zu seeds a bug: %s\n", runs,
                complete ? "every bug is caught, every check catches one" : "INCOMPLETE");
    return complete ? 0 : 1;
}

} // namespace scoreboard::simulation
