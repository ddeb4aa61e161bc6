#include "simulation/shrink.h"

#include <cstdio>
#include <optional>

#include "simulation/forked_runs.h"
#include "simulation/run_seed.h"

namespace scoreboard::simulation {

namespace {

constexpr std::chrono::seconds kRunLimit{60};
constexpr std::uint64_t kSeedsTried = 30; // for each smaller plan

struct Smallest {
    Plan plan;
    Report report;
};

// Of this plan and others that differ in the seed only, one that breaks the same check.
std::optional<Smallest> breaks(Plan plan, Check check)
{
    for (std::uint64_t other = 0; other < kSeedsTried; ++other, ++plan.seed) {
        Report report = run_forked(plan, kRunLimit);
        if (report.broken == check) {
            return Smallest{plan, std::move(report)};
        }
    }
    return std::nullopt;
}

class Shrinker {
public:
    explicit Shrinker(Smallest from) : smallest_(std::move(from)), check_(*smallest_.report.broken) {}

    Plan run()
    {
        for (const FaultText& kind : all_faults()) {
            Plan plan = smallest_.plan;
            plan.without.set(index_of(kind.fault));
            attempt(plan, std::string("without ") + kind.name);
        }
        for (int tablets = 1; tablets < 4; ++tablets) {
            Plan plan = smallest_.plan;
            plan.tablets = tablets;
            if (attempt(plan, "with " + std::to_string(tablets) + (tablets == 1 ? " tablet" : " tablets"))) {
                break;
            }
        }
        for (bool shorter = true; shorter && smallest_.plan.play > kSecond;) {
            Plan plan = smallest_.plan;
            plan.play = std::min(plan.play / 2, smallest_.report.simulated) / kSecond * kSecond;
            shorter = plan.play >= kSecond &&
                      attempt(plan, "in " + std::to_string(plan.play / kSecond) + " s of play");
        }
        // What was left out can have been what another needed.
        for (bool smaller = true; smaller;) {
            const int taps = leave_out("taps", &Plan::no_taps, &Report::taps_tried);
            const int faults = smallest_.plan.without.all()
                                   ? 0
                                   : leave_out("faults", &Plan::no_faults, &Report::faults_tried);
            smaller = taps + faults > 0;
        }
        return smallest_.plan;
    }

private:
    // Halves, quarters and so on of the moments that are left, down to single ones. How many could go.
    int leave_out(const char* what, Moments Plan::*left_out, int Report::*tried)
    {
        constexpr int kOfARunThatDied = 1000;
        const int before = static_cast<int>((smallest_.plan.*left_out).size());
        const bool died = check_ == Check::kAssert || check_ == Check::kTime;
        const int count = died ? kOfARunThatDied : smallest_.report.*tried;
        for (int size = (count + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int first = 1; first <= count; first += size) {
                Plan plan = smallest_.plan;
                for (int moment = first; moment < first + size && moment <= count; ++moment) {
                    (plan.*left_out).insert(moment);
                }
                if ((plan.*left_out).size() == (smallest_.plan.*left_out).size()) {
                    continue;
                }
                Report report = run_forked(plan, kRunLimit);
                if (report.broken == check_) {
                    smallest_ = {std::move(plan), std::move(report)};
                }
            }
        }
        const int now = static_cast<int>((smallest_.plan.*left_out).size());
        std::printf("  without %d of %d moments of %s: still broken\n", now, count, what);
        std::fflush(stdout);
        return now - before;
    }

    bool attempt(const Plan& plan, const std::string& how)
    {
        auto smaller = breaks(plan, check_);
        std::printf("  %s: %s\n", how.c_str(), smaller ? "still broken" : "holds");
        std::fflush(stdout);
        if (smaller) {
            smallest_ = std::move(*smaller);
        }
        return smaller.has_value();
    }

    Smallest smallest_;
    Check check_;
};

} // namespace

Plan shrink(const Plan& plan)
{
    Report report = run_forked(plan, kRunLimit);
    if (!report.broken) {
        std::printf("seed %llu holds: there is nothing to shrink\n",
                    static_cast<unsigned long long>(plan.seed));
        return plan;
    }
    std::printf("%s\n", report.violation.c_str());
    return Shrinker({plan, std::move(report)}).run();
}

} // namespace scoreboard::simulation
