#pragma once

#include <random>
#include <vector>

#include "match/actions.h"
#include "support/test_match.h"

namespace scoreboard::support {

// A match of any sport, played by chance from one seed: half of the time a side scores, else anything that is
// offered.
class RandomPlay {
public:
    RandomPlay(const match::Ruleset& ruleset, unsigned seed) : random_(seed), match_(ruleset) {}

    void step()
    {
        now_ += static_cast<double>(random_() % 30000) / 1000;
        match_.see(match_.state().at);
        const std::vector<match::Action> offered =
            offered_actions(match_.timeline().ruleset(), match_.state(), at(now_));
        std::vector<match::Command> scoring;
        for (const match::Action& action : offered) {
            const auto* add = std::get_if<match::AddScore>(&action.command);
            if (add != nullptr && add->points > 0) {
                scoring.push_back(action.command);
            }
        }
        const bool scores = !scoring.empty() && random_() % 2 == 0;
        std::optional<match::Verdict> verdict;
        const match::Command command =
            scores ? scoring[random_() % scoring.size()] : offered[random_() % offered.size()].command;
        if (needs_verdict(command)) {
            verdict = counts_at(at(now_));
        }
        match_.give(at(now_), command, verdict);
    }

    double now() const { return now_; }
    TestMatch& match() { return match_; }
    unsigned below(std::size_t limit) { return static_cast<unsigned>(random_() % limit); }

private:
    std::mt19937 random_;
    TestMatch match_;
    double now_ = 100;
};

} // namespace scoreboard::support
