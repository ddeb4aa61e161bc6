// MatchService from one match to the next: what may begin or go on, and how the log goes on with it.
#include <memory>
#include <utility>

#include "core/match_service.h"
#include "core/refusal.h"
#include "match/another_match.h"
#include "match/team_name.h"
#include "wire/wire.h"

namespace scoreboard::core {

static_assert(match::LeftMatches::kMax <= session::kLeftMatchesMax);

match::Altered MatchService::rules_for(const match::OpenMatch& wanted) const
{
    const match::Ruleset* ruleset = match::find_ruleset(wanted.ruleset);
    for (const match::Ruleset& own : options_.venue_rulesets) {
        ruleset = own.id == wanted.ruleset ? &own : ruleset;
    }
    if (ruleset == nullptr) {
        return {match::default_ruleset(), "there is no ruleset \"" + wanted.ruleset +
                                              "\" on this board: look at the list, or update the board"};
    }
    return match::altered(*ruleset, wanted.options);
}

void MatchService::begin_match(match::Rev rev, match::StartMatch start, Now now)
{
    match::Entry entry = board_entry(std::move(start), now);
    entry.rev = rev;
    match_ = entry.id();
    match_start_ = rev;
    timeline_.emplace(std::move(entry));
    held_ = nullptr;
    pending_.push_back(PendingBatch{rev, rev, std::nullopt});
    seal_newest();
    if (committed_.rev == 0) {
        rules_ = timeline_->ruleset();
    }
}

const match::Entry* MatchService::asked_for() const
{
    const auto entries = timeline_->entries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->outcome.applied && match::asks_for_another_match(entry->command())) {
            return &*entry;
        }
        const bool by_board = std::holds_alternative<match::BoardBoot>(entry->command()) ||
                              std::holds_alternative<match::Note>(entry->command());
        if (entry->outcome.applied && !by_board) {
            return nullptr; // nothing is applied after a request but what the boot of the board did
        }
    }
    return nullptr;
}

match::StartMatch MatchService::start_of(const match::Command& asked) const
{
    if (const auto* resume = std::get_if<match::ResumeMatch>(&asked)) {
        if (const match::LeftMatch* left = left_.find(resume->match)) {
            return {
                left->ruleset, left->state.home.name, left->state.guest.name,
                match::GoingOn{left->summary.match, std::make_shared<const match::MatchState>(left->state)}};
        }
    }
    const auto* open = std::get_if<match::OpenMatch>(&asked);
    const match::OpenMatch wanted = open != nullptr ? *open : match::OpenMatch{options_.ruleset, {}, {}, {}};
    // A venue's rules may have gone while the power was off: those that it was configured with are there.
    match::Altered rules = rules_for(wanted);
    if (!rules.problem.empty()) {
        rules = rules_for({options_.ruleset, {}, {}, {}});
    }
    return {rules.ruleset, wanted.home_name.empty() ? "HOME" : wanted.home_name,
            wanted.guest_name.empty() ? "GUEST" : wanted.guest_name};
}

// Everything of the match that ends is committed: its answers are kept, and the next one goes on with the
// log.
void MatchService::begin_asked_match(Now now)
{
    match::StartMatch start = start_of(asked_for()->command());
    const auto entries = timeline_->entries();
    previous_.assign(entries.begin(), entries.end());
    auto ended = *ended_; // whoever reads the list keeps the one that it has
    ended.push_back(
        match::summary_of(timeline_->ruleset(), timeline_->state(), entries.front(), entries.back()));
    ended_ = std::make_shared<const std::vector<match::MatchSummary>>(std::move(ended));
    for (const match::Entry& entry : previous_) {
        older_.emplace(entry.id(), StoredDecision{.id = entry.id(),
                                                  .hash = entry.sealed.hash,
                                                  .rev = entry.rev,
                                                  .outcome = entry.outcome,
                                                  .verdict = entry.verdict});
    }
    left_.add(*timeline_);
    begin_match(head_rev() + 1, std::move(start), now);
    left_.remove_what_goes_on(timeline_->entries().front());
    ++left_generation_;
}

session::LeftMatches MatchService::left_matches() const
{
    session::LeftMatches told;
    const auto left = left_.all();
    for (auto match = left.rbegin(); match != left.rend(); ++match) {
        const match::MatchSummary& line = match->summary;
        told.matches.push_back({line.match, line.ruleset, line.home_name, line.guest_name, line.home,
                                line.guest, line.period_text, line.newest_ms});
    }
    return told;
}

match::Outcome MatchService::check_another_match(const match::Command& command) const
{
    using match::Reason;
    if (match::asks_for_another_match(command) && recording_ != Recording::kOn) {
        return refused(Reason::kWrongPhase,
                       "The board cannot record now: a match cannot begin without its log.");
    }
    if (const auto* open = std::get_if<match::OpenMatch>(&command)) {
        for (const std::string& name : {open->home_name, open->guest_name}) {
            if (!name.empty() && !match::is_team_name(name)) { // empty: HOME, GUEST
                return refused(Reason::kOutOfRange, match::kNoTeamName);
            }
        }
        const std::string problem = rules_for(*open).problem;
        return problem.empty() ? match::Outcome{}
                               : refused(Reason::kOutOfRange, "No match can begin: " + problem);
    }
    const auto* resume = std::get_if<match::ResumeMatch>(&command);
    if (resume == nullptr) {
        return {};
    }
    if (resume->match == match_) {
        return refused(Reason::kAlready, "That match is open.");
    }
    if (left_.find(resume->match) == nullptr) {
        return refused(Reason::kNoTarget, "That match cannot go on: it is over, goes on already, or is not "
                                          "among the newest that this board has.");
    }
    if (!wire::fits_in_a_body(start_of(command))) {
        return refused(Reason::kOutOfRange,
                       "That match holds too much to go on here: its players and penalties fill an entry.");
    }
    return {};
}

} // namespace scoreboard::core
