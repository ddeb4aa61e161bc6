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
        return smallest_.plan;
    }

private:
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
