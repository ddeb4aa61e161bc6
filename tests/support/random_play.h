#pragma once

#include <random>
#include <vector>

#include "match/actions.h"
#include "support/test_match.h"

namespace scoreboard::support {

// A match of any sport, played by chance from one seed: half of the time a side scores, else anything that is
// offered; now and then somebody corrects what was entered before.
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

    // Anything that a tablet can send, offered or not, with any numbers in it; refused is fine too.
    match::Outcome wild_step()
    {
        now_ += static_cast<double>(random_() % 30000) / 1000;
        match_.see(random_() % 2 == 0 ? std::optional(match_.state().at) : std::nullopt);
        const match::Command command = anything();
        const std::optional<match::Verdict> verdict =
            needs_verdict(command) ? std::optional(counts_at(at(now_))) : std::nullopt;
        return match_.give(at(now_), command, verdict);
    }

    match::Command anything()
    {
        const match::Side side = flip() ? match::Side::kHome : match::Side::kGuest;
        const match::CommandId some = any_entry();
        switch (random_() % 13) {
        case 12:
            return match::SetTeamName{side, std::string(static_cast<std::size_t>(number(3)), 'H')};
        case 0:
            return match::SetScore{side, number(120), flip() ? std::optional(some) : std::nullopt};
        case 1:
            return match::SetClock{flip() ? match::ClockId::kGame : match::ClockId::kShot, any_time()};
        case 2:
            return match::AdjustPenalties{any_time() - std::chrono::minutes(5), flip()};
        case 3:
            return match::SetBatter{number(40)};
        case 4:
            return match::AddScore{side, number(5) - 1, number(12)};
        case 5:
            return match::AddFoul{side, number(3) - 1, number(12)};
        case 6:
            return match::AddTally{side, number(5), number(3) - 1, number(12)};
        case 7:
            return match::AddPenalty{side, number(8), number(12), flip()};
        case 8:
            return match::EndPenalty{some, number(2), flip() ? std::optional(any_entry()) : std::nullopt};
        case 9:
            return match::SetDowns{{number(6), number(30), number(60)}};
        default: {
            const std::vector<match::Action> all = all_actions(match_.timeline().ruleset(), match_.state());
            return all[random_() % all.size()].command;
        }
        }
    }

    // Undoes, edits or adds to one of the entries so far, as it comes; refused is fine too.
    void correct()
    {
        const auto entries = match_.timeline().entries();
        const match::Entry& entry = entries[random_() % entries.size()];
        const match::CommandId target = entry.id();
        const std::optional<match::Correction> instead = correction();
        match_.see(std::nullopt);
        switch (random_() % 4) {
        case 0:
            match_.give(at(now_), match::Undo{target});
            return;
        case 1:
            match_.give(at(now_), match::Redo{target});
            return;
        case 2:
            if (instead) {
                match_.give(at(now_), match::Insert{target, *instead});
            }
            return;
        default:
            if (const std::optional<match::Correction> other = other_than(target)) {
                match_.give(at(now_), match::Edit{target, *other});
            }
        }
    }

    // Something that this sport lets be put in afterwards.
    std::optional<match::Correction> correction()
    {
        std::vector<match::Correction> known{
            match::SetClock{match::ClockId::kGame,
                            match::Duration(static_cast<match::Duration::rep>(random_() % 900000000))}};
        for (const match::Action& action : all_actions(match_.timeline().ruleset(), match_.state())) {
            if (const auto found = match::as_correction(action.command)) {
                known.push_back(*found);
            }
        }
        return known[random_() % known.size()];
    }

    // What an entry might have been instead; none: it cannot be edited.
    std::optional<match::Correction> other_than(const match::CommandId& target)
    {
        const match::Command now = match_.timeline().counted_command(target);
        std::vector<match::Correction> others;
        for (int tries = 0; tries < 20; ++tries) {
            const std::optional<match::Correction> other = correction();
            if (other && match::may_become(now, *other)) {
                return other;
            }
        }
        return match::as_correction(now);
    }

    double now() const { return now_; }
    TestMatch& match() { return match_; }
    unsigned below(std::size_t limit) { return static_cast<unsigned>(random_() % limit); }

private:
    bool flip() { return random_() % 2 == 0; }
    int number(unsigned below) { return static_cast<int>(random_() % below); }
    match::Duration any_time() { return std::chrono::milliseconds(number(600'000)); }
    match::CommandId any_entry()
    {
        const auto entries = match_.timeline().entries();
        return entries[random_() % entries.size()].id();
    }

    std::mt19937 random_;
    TestMatch match_;
    double now_ = 100;
};

} // namespace scoreboard::support
