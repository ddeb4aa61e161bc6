// MatchService while the store cannot record: nothing is acknowledged, and nothing outlives on_rebuilt() but
// a note of what was to be seen.
#include <algorithm>
#include <chrono>
#include <utility>

#include "core/match_service.h"
#include "match/scoreline.h"
#include "sabotage/sabotage.h"

namespace scoreboard::core {

namespace {

constexpr match::Duration kStorageRetryAfter = std::chrono::seconds(5);

// "HOME 54 : 49 GUEST, Q3 7:42"
std::string score_text(const match::Ruleset& ruleset, const match::MatchState& state, match::BoardTime now)
{
    const match::Scoreline line = match::scoreline(ruleset, state, now);
    return line.home.name + " " + std::to_string(line.home.score) + " : " + std::to_string(line.guest.score) +
           " " + line.guest.name + ", " + line.period_text + " " + line.game.text;
}

} // namespace

void MatchService::on_storage_fault(std::string text)
{
    recording_ = Recording::kFault;
    storage_fault_ = std::move(text);
    pending_.clear();
    in_store_ = false;
    // A match whose very start was not committed stays invisible: head() is below match_start().
    if (match_is_committed()) {
        timeline_->drop_after(committed_.rev);
        held_ = committed_.held;
    }
}

void MatchService::on_not_rebuilt(std::string text, Now now)
{
    storage_fault_ = std::move(text);
    if (recording_ == Recording::kFault && match_is_committed()) {
        recording_ = Recording::kLiveOnly;
        begin_boot(now);
    }
}

std::string MatchService::on_rebuilt(RecoveredLog log, Now now)
{
    MatchService rebuilt(options_, std::move(log), now);
    rebuilt.newest_ = std::max(newest_, rebuilt.newest_);
    rebuilt.panel_ = panel_;
    rebuilt.panel_.log = rebuilt.facts_.log; // another one if the write that failed was its new name
    rebuilt.panel_generation_ = panel_generation_ + 1;
    rebuilt.left_generation_ = left_generation_ + 1;
    std::string difference = difference_to(rebuilt, now.at);
    if (!difference.empty()) {
        rebuilt.append(rebuilt.board_entry(match::Note{.text = difference}, now));
    }
    *this = std::move(rebuilt);
    return difference;
}

Outlook MatchService::outlook() const
{
    const bool live = recording_ == Recording::kLiveOnly;
    const match::MatchState& state = live ? timeline_->state() : committed_.state;
    // Before its first entry of this boot is decided the clocks of a match are on another time line.
    const match::Entry* newest = live ? &timeline_->entries().back() : entry(committed_.rev);
    const bool visible = newest != nullptr && newest->board_boot == options_.boot;
    const match::Entry* began = timeline_->find(state.game.segment);
    const auto* boot = began != nullptr ? std::get_if<match::BoardBoot>(&began->command()) : nullptr;
    return {visible ? committed_.rev : 0, live ? count_unrecorded() : 0, state,
            boot != nullptr && boot->clock_ran, live ? held_ : committed_.held};
}

match::Rev Outlook::displayed_rev() const
{
    const bool hides = held && rev != 0 && !sabotage_planted(SABOTAGE_HIDDEN_CALLED_SHOWN);
    return hides ? held->rev : rev;
}

std::size_t MatchService::count_unrecorded() const
{
    const auto entries = timeline_->entries().subspan(committed_.rev - match_start_ + 1);
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [](const auto& entry) {
        return entry.outcome.applied && !std::holds_alternative<match::BoardBoot>(entry.command());
    }));
}

session::Decision MatchService::cannot_record(const match::CommandId& id) const
{
    return {.committed_with = 0,
            .error = session::Error{.code = session::ErrorCode::kStorageFault,
                                    .id = id,
                                    .text = "The board cannot record: " + storage_fault_,
                                    .retry_after = kStorageRetryAfter}};
}

std::string MatchService::difference_to(const MatchService& rebuilt, match::BoardTime now) const
{
    const Outlook seen = outlook();
    if (seen.unrecorded == 0) {
        return {};
    }
    const std::string commands =
        seen.unrecorded == 1 ? "1 command" : std::to_string(seen.unrecorded) + " commands";
    return "The board could not record for a while: " + commands + " counted without a record, up to " +
           score_text(ruleset(), seen.state, now) + ". The record goes on from " +
           score_text(rebuilt.ruleset(), rebuilt.timeline_->state(), now) +
           "; the tablets send again what they kept.";
}

} // namespace scoreboard::core
