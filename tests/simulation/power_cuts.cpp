#include "simulation/power_cuts.h"

#include <memory>

#include "simulation/journal_under_cuts.h"
#include "simulation/log_under_cuts.h"

namespace scoreboard::simulation {

namespace {

constexpr std::size_t kCutsADisk = 20; // so that opening it stays quick
constexpr int kWorkMax = 40;           // between two cuts
constexpr std::int64_t kAfterFaultMax = 8;
constexpr int kRefusalsMax = 6;
constexpr double kLasts = 0.3; // a fault that does not happen once, but to everything
constexpr std::int64_t kOperationsMax = 90;

std::unique_ptr<CutSubject> subject_on(CutStore store, SimDisk& disk)
{
    if (store == CutStore::kLog) {
        return std::make_unique<LogUnderCuts>(disk);
    }
    return std::make_unique<JournalUnderCuts>(disk);
}

// One disk with a store on it.
class Bench {
public:
    Bench(const CutPlan& plan, std::uint64_t seed, CutReport& report)
        : plan_(plan), report_(report), rng_(seed), disk_(rng_.next(), plan.traits),
          subject_(subject_on(plan.store, disk_))
    {
    }

    SimDisk& disk() { return disk_; }
    Rng& rng() { return rng_; }

    void listen()
    {
        disk_.listen([this](const std::string& line) { report_.story.push_back(line); });
    }

    // False: it did not open, because the disk was stopped or a promise is broken.
    bool open()
    {
        disk_.tell("the program starts");
        const CutSubject::Opened opened = subject_->open(rng_);
        using Found = CutSubject::Found;
        if (opened.found == Found::kNothing && troubled()) {
            return false;
        }
        const bool forgetful = plan_.traits.lying;
        if (opened.found == Found::kNothing && forgetful) {
            ++report_.aside;
            return false;
        }
        if (opened.found == Found::kOlder && forgetful) {
            ++report_.older;
        } else if (opened.found == Found::kAside && forgetful) {
            ++report_.aside;
        } else if (opened.found != Found::kAll) {
            report_.broken = opened.text;
        }
        return report_.broken.empty();
    }

    void work()
    {
        int refusals = 0;
        auto left = static_cast<std::int64_t>(kWorkMax);
        for (bool calm = true; left > 0 && !disk_.stopped() && refusals <= kRefusalsMax; --left) {
            if (calm && disk_.happened(plan_.fault)) {
                calm = false;
                left = rng_.between(1, kAfterFaultMax);
            }
            if (subject_->work(rng_)) {
                ++report_.commits;
                disk_.tell("SAVED");
            } else if (!disk_.stopped() && !go_on(++refusals)) {
                return;
            }
        }
    }

    void stop()
    {
        if (!disk_.stopped()) {
            // Of a fault the daemon may also be restarted, with all that the system still believes.
            disk_.stop(plan_.fault != DiskFault::kPowerCut && rng_.chance(0.5) ? DiskFault::kKill
                                                                               : DiskFault::kPowerCut);
        }
        subject_->drop();
        disk_.restart();
        disk_.forget_plan();
        disk_.make_room();
        ++report_.cuts;
    }

private:
    bool troubled() const
    {
        return disk_.stopped() || (plan_.fault != DiskFault::kPowerCut && disk_.happened(plan_.fault));
    }

    // After a refusal; false: a promise is broken.
    bool go_on(int refusals)
    {
        if (!disk_.happened(plan_.fault)) {
            report_.broken = "a store on a sound disk refused to commit";
            return false;
        }
        report_.faults += refusals == 1 ? 1U : 0U;
        disk_.tell("refused");
        report_.broken = subject_->go_on();
        if (refusals == kRefusalsMax / 2) {
            disk_.end(plan_.fault); // the disk is well again
            disk_.make_room();
        }
        return report_.broken.empty();
    }

    const CutPlan& plan_;
    CutReport& report_;
    Rng rng_;
    SimDisk disk_;
    std::unique_ptr<CutSubject> subject_; // after the disk it stands on
};

// `cuts` disks' worth of one seed.
void cut_one_disk(const CutPlan& plan, std::uint64_t seed, CutReport& report, bool listen = false)
{
    Bench bench(plan, seed, report);
    if (listen) {
        bench.listen();
    }
    const auto plan_fault = [&](bool lasts) {
        const auto at = static_cast<std::uint64_t>(bench.rng().between(1, kOperationsMax));
        const bool reads = plan.fault == DiskFault::kReadError;
        bench.disk().plan(plan.fault, at + (reads ? bench.disk().reads() : bench.disk().operations()), lasts);
    };
    for (std::size_t i = 0; i < kCutsADisk && report.broken.empty(); ++i) {
        // Some hit the opening, most the work after it.
        const bool early = bench.rng().chance(0.3);
        if (early) {
            plan_fault(false);
        }
        if (bench.open()) {
            if (!early) {
                plan_fault(bench.rng().chance(kLasts));
            }
            bench.work();
        }
        bench.stop();
    }
    if (report.broken.empty()) {
        bench.open(); // on a sound disk
    }
}

void cut_at(const CutPlan& plan, std::uint64_t at, CutReport& report, bool listen = false)
{
    Bench bench(plan, plan.seed, report);
    if (listen) {
        bench.listen();
    }
    bench.disk().plan(plan.fault, at);
    if (bench.open()) {
        bench.work();
    }
    if (!bench.disk().happened(plan.fault)) {
        return;
    }
    bench.stop();
    if (report.broken.empty()) {
        bench.open();
    }
}

} // namespace

CutReport cut_at_random(const CutPlan& plan)
{
    CutReport report;
    Rng seeds(plan.seed);
    while (report.cuts < plan.cuts && report.broken.empty()) {
        const std::uint64_t seed = seeds.next();
        cut_one_disk(plan, seed, report);
        if (!report.broken.empty()) {
            CutReport again;
            cut_one_disk(plan, seed, again, true);
            report.story = std::move(again.story);
        }
    }
    return report;
}

CutReport cut_everywhere(const CutPlan& plan)
{
    CutReport report;
    for (std::uint64_t at = 1; report.broken.empty(); ++at) {
        const std::size_t before = report.cuts;
        cut_at(plan, at, report);
        if (report.cuts == before) {
            return report;
        }
        if (!report.broken.empty()) {
            CutReport again;
            cut_at(plan, at, again, true);
            report.story = std::move(again.story);
            report.broken += " (operation " + std::to_string(at) + ")";
        }
    }
    return report;
}

} // namespace scoreboard::simulation
