#include "simulation/power_cuts.h"

#include <memory>

#include "simulation/journal_under_cuts.h"
#include "simulation/log_under_cuts.h"

namespace scoreboard::simulation {

namespace {

constexpr std::size_t kCutsADisk = 20; // so that opening it stays quick
constexpr int kWorkMax = 40;           // between two cuts
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

    // False: it did not open, because the disk was stopped or a promise is broken.
    bool open()
    {
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
        for (int i = 0; i < kWorkMax && !disk_.stopped(); ++i) {
            if (subject_->work(rng_)) {
                ++report_.commits;
            } else if (!disk_.stopped()) {
                refused();
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

    // A store that has failed may not succeed by itself.
    void refused()
    {
        if (!disk_.happened(plan_.fault)) {
            report_.broken = "a store on a sound disk refused to commit";
            return;
        }
        ++report_.faults;
        for (int i = 0; i < 3; ++i) {
            if (plan_.store == CutStore::kLog && subject_->work_again()) {
                report_.broken = "a commit succeeded after the disk had failed";
            }
        }
    }

    const CutPlan& plan_;
    CutReport& report_;
    Rng rng_;
    SimDisk disk_;
    std::unique_ptr<CutSubject> subject_; // after the disk it stands on
};

} // namespace

CutReport cut_at_random(const CutPlan& plan)
{
    CutReport report;
    Rng seeds(plan.seed);
    while (report.cuts < plan.cuts && report.broken.empty()) {
        const std::uint64_t seed = seeds.next();
        Bench bench(plan, seed, report);
        const auto plan_fault = [&](DiskFault fault) {
            const auto at = static_cast<std::uint64_t>(bench.rng().between(1, kOperationsMax));
            const bool reads = fault == DiskFault::kReadError;
            bench.disk().plan(fault, at + (reads ? bench.disk().reads() : bench.disk().operations()));
        };
        for (std::size_t i = 0; i < kCutsADisk && report.broken.empty(); ++i) {
            // Some hit the opening, most the work after it.
            const bool early = bench.rng().chance(0.3);
            if (early) {
                plan_fault(plan.fault);
            }
            if (bench.open()) {
                if (!early) {
                    plan_fault(plan.fault);
                }
                bench.work();
            }
            bench.stop();
        }
        if (report.broken.empty()) {
            bench.open(); // on a sound disk
        }
    }
    return report;
}

CutReport cut_everywhere(const CutPlan& plan)
{
    CutReport report;
    for (std::uint64_t at = 1; report.broken.empty(); ++at) {
        Bench bench(plan, plan.seed, report);
        bench.disk().plan(plan.fault, at);
        if (bench.open()) {
            bench.work();
        }
        if (!bench.disk().happened(plan.fault)) {
            return report;
        }
        bench.stop();
        if (report.broken.empty()) {
            bench.open();
        }
        if (!report.broken.empty()) {
            report.broken += " (operation " + std::to_string(at) + ")";
        }
    }
    return report;
}

} // namespace scoreboard::simulation
