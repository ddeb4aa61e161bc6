#include "simulation/simulate.h"

#include "simulation/planted_bug.h"
#include "simulation/world.h"

namespace scoreboard::simulation {

Report simulate(const Plan& plan)
{
    Report report;
    report.seed = plan.seed;
    plant(plan.bug);
    World world(plan);
    try {
        world.run();
    } catch (const Violation& violation) {
        report.broken = violation.check();
        report.violation = violation.text();
    }
    report.crashes = world.crashes();
    report.simulated = world.now();
    report.story = world.oracle().story();
    report.trace_hash = world.oracle().trace_hash();
    report.taps = world.oracle().taps();
    report.recorded = world.oracle().recorded();
    report.taps_tried = world.taps_tried();
    report.faults_tried = world.faults_tried();
    return report;
}

} // namespace scoreboard::simulation
