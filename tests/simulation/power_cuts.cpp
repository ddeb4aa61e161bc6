#include "simulation/power_cuts.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

#include "simulation/journal_under_cuts.h"
#include "simulation/log_under_cuts.h"

namespace scoreboard::simulation {

namespace {

constexpr int kWorkMax = 40; // between two cuts
constexpr int kShortWork = 8;
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

    void work(int most = kWorkMax)
    {
        int refusals = 0;
        auto left = static_cast<std::int64_t>(most);
        for (bool calm = true; left > 0 && !disk_.stopped() && refusals <= kRefusalsMax; --left) {
            if (calm && disk_.happened(plan_.fault)) {
                calm = false;
                left = rng_.between(1, kAfterFaultMax);
            }
            if (subject_->work(rng_)) {
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
        report_.faults += plan_.fault != DiskFault::kPowerCut && disk_.happened(plan_.fault) ? 1U : 0U;
        subject_->drop();
        disk_.restart();
        report_.rows = subject_->rows();
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

CutReport try_one_disk(const CutPlan& plan, std::uint64_t seed, bool listen)
{
    CutReport report;
    report.broken_seed = seed;
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
    return report;
}

CutReport cut_at(const CutPlan& plan, std::uint64_t at, bool listen)
{
    CutReport report;
    Bench bench(plan, plan.seed, report);
    if (listen) {
        bench.listen();
    }
    bench.disk().plan(plan.fault, at);
    if (bench.open()) {
        bench.work(kShortWork);
    }
    if (bench.disk().happened(plan.fault)) {
        bench.stop();
        if (report.broken.empty()) {
            bench.open();
        }
    }
    return report;
}

// The first that is broken stays.
void add(CutReport& sum, CutReport one)
{
    sum.cuts += one.cuts;
    sum.faults += one.faults;
    sum.rows += one.rows;
    sum.older += one.older;
    sum.aside += one.aside;
    if (sum.broken.empty() && !one.broken.empty()) {
        sum.broken = std::move(one.broken);
        sum.broken_seed = one.broken_seed;
        sum.story = std::move(one.story);
    }
}

} // namespace

CutReport cut_one_disk(const CutPlan& plan, std::uint64_t seed)
{
    CutReport report = try_one_disk(plan, seed, false);
    if (!report.broken.empty()) {
        report.story = try_one_disk(plan, seed, true).story;
    }
    return report;
}

CutReport cut_at_random(const CutPlan& plan)
{
    std::vector<std::uint64_t> seeds((plan.cuts + kCutsADisk - 1) / kCutsADisk);
    Rng rng(plan.seed);
    std::generate(seeds.begin(), seeds.end(), [&rng] { return rng.next(); });
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> broken = false;
    std::vector<CutReport> reports(seeds.size());
    const auto work = [&] {
        for (std::size_t disk = next++; disk < seeds.size() && !broken; disk = next++) {
            reports[disk] = cut_one_disk(plan, seeds[disk]);
            if (!reports[disk].broken.empty()) {
                broken = true;
            }
        }
    };
    std::vector<std::thread> workers(plan.jobs - 1);
    std::generate(workers.begin(), workers.end(), [&work] { return std::thread(work); });
    work();
    for (std::thread& worker : workers) {
        worker.join();
    }
    CutReport sum;
    for (CutReport& report : reports) {
        add(sum, std::move(report));
    }
    return sum;
}

CutReport cut_everywhere(const CutPlan& plan)
{
    CutReport sum;
    for (std::uint64_t at = 1; sum.broken.empty(); ++at) {
        CutReport one = cut_at(plan, at, false);
        if (one.cuts == 0 && one.broken.empty()) {
            return sum; // the run has fewer operations
        }
        if (!one.broken.empty()) {
            one.broken += " (operation " + std::to_string(at) + ")";
            one.story = cut_at(plan, at, true).story;
        }
        add(sum, std::move(one));
    }
    return sum;
}

} // namespace scoreboard::simulation
