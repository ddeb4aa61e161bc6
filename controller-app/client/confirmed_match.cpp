#include "client/confirmed_match.h"

#include <algorithm>

#include "client/prediction.h"
#include "match/scoreline.h"
#include "sabotage/sabotage.h"
#include "wire/wire.h"

namespace scoreboard::client {
namespace {

constexpr std::size_t kRungsMax = 20;

match::Entry believable_start()
{
    match::Entry start;
    start.rev = 1;
    start.sealed.body.command = match::StartMatch{match::default_ruleset(), "HOME", "GUEST"};
    start.outcome.applied = true;
    return start;
}

// Without the entries nothing can be undone or put into the past: what can be applied is shown.
match::MatchState apply_each(const session::Snapshot& snapshot, std::span<const match::Entry> pending)
{
    match::MatchState state = snapshot.state;
    for (const match::Entry& entry : pending) {
        match::apply(snapshot.ruleset, state, entry);
    }
    return state;
}

} // namespace

ConfirmedMatch::ConfirmedMatch()
{
    timeline_.emplace(believable_start());
}

bool ConfirmedMatch::load(const std::vector<match::Entry>& history)
{
    ConfirmedMatch loaded;
    const std::size_t labelled_from = history.size() - std::min(history.size(), kLabelled);
    for (std::size_t index = 0; index < history.size(); ++index) {
        const bool fits = index == 0 ? loaded.start(history[index]) : loaded.append(history[index]);
        if (!fits) {
            return false;
        }
        if (index >= labelled_from) {
            loaded.label(history[index]);
        }
    }
    *this = std::move(loaded);
    return true;
}

bool ConfirmedMatch::add(const match::Entry& entry)
{
    const bool starts = std::holds_alternative<match::StartMatch>(entry.command()) && entry.outcome.applied;
    if (broken_ && !starts) {
        return false;
    }
    known_ = true;
    if (starts ? start(entry) : append(entry)) {
        label(entry);
        return true;
    }
    broken_ = true;
    return false;
}

void ConfirmedMatch::take(const session::Snapshot& snapshot)
{
    known_ = true;
    broken_ = true;
    snapshot_ = snapshot;
}

void ConfirmedMatch::drop_after(match::Rev rev)
{
    if (rev == 0 || broken_ || !known_ || rev < entries().front().rev) {
        *this = ConfirmedMatch();
        return;
    }
    timeline_->drop_after(rev);
    when_.resize(timeline_->entries().size());
}

match::Rev ConfirmedMatch::rev() const
{
    if (!known_) {
        return 0;
    }
    return snapshot_ ? snapshot_->rev : timeline_->rev();
}

const match::Ruleset& ConfirmedMatch::ruleset() const
{
    return snapshot_ ? snapshot_->ruleset : timeline_->ruleset();
}

const match::MatchState& ConfirmedMatch::state() const
{
    return snapshot_ ? snapshot_->state : timeline_->state();
}

std::span<const match::Entry> ConfirmedMatch::entries() const
{
    return known_ && !broken_ ? timeline_->entries() : std::span<const match::Entry>();
}

const match::Entry* ConfirmedMatch::find(const match::CommandId& id) const
{
    return entries().empty() ? nullptr : timeline_->find(id);
}

bool ConfirmedMatch::voided(const match::CommandId& id) const
{
    return find(id) && timeline_->voided(id);
}

std::string ConfirmedMatch::lost_sense(const match::CommandId& id) const
{
    return find(id) ? timeline_->lost_sense(id) : std::string();
}

match::Command ConfirmedMatch::counted_command(const match::Entry& entry) const
{
    return find(entry.id()) ? timeline_->counted_command(entry.id()) : entry.command();
}

const std::string& ConfirmedMatch::when(const match::Entry& entry) const
{
    static const std::string kUnlabelled;
    const auto all = entries();
    const std::size_t index = all.empty() ? 0 : entry.rev - all.front().rev;
    return index < when_.size() ? when_[index] : kUnlabelled;
}

match::MatchState ConfirmedMatch::preview(std::span<const match::Entry> pending) const
{
    return snapshot_ ? apply_each(*snapshot_, pending) : timeline_->preview(pending);
}

std::optional<match::Timeline> ConfirmedMatch::with(std::span<const match::Entry> pending) const
{
    if (entries().empty()) {
        return std::nullopt;
    }
    match::Timeline predicted = *timeline_;
    for (match::Entry entry : pending) {
        entry.rev = predicted.rev() + 1;
        if (predicted.takes(entry)) {
            predicted.add(std::move(entry));
        }
    }
    return predicted;
}

std::vector<session::Rung> ConfirmedMatch::ladder() const
{
    std::vector<session::Rung> ladder;
    const auto all = entries();
    for (std::size_t back = 0; back < all.size() && ladder.size() < kRungsMax;
         back = back == 0 ? 1 : back * 2) {
        const match::Entry& entry = all[all.size() - 1 - back];
        ladder.push_back({entry.rev, entry.chain});
    }
    return ladder;
}

bool ConfirmedMatch::start(const match::Entry& entry)
{
    if (!match::Timeline::begins_with(entry)) {
        return false;
    }
    timeline_.emplace(entry);
    snapshot_.reset();
    when_.clear();
    latest_ = entry.received;
    known_ = true;
    broken_ = false;
    return match::digest(timeline_->state(), entry.received) == entry.state_digest;
}

bool ConfirmedMatch::append(const match::Entry& entry)
{
    const match::Hash& previous = timeline_->entries().back().chain;
    if (entry.rev != timeline_->rev() + 1 || wire::chain_hash(previous, entry) != entry.chain ||
        !timeline_->takes(entry)) {
        return false;
    }
    if (sabotage_planted(SABOTAGE_FOLD_BY_ARRIVAL) && entry.verdict) {
        match::Entry by_arrival = entry;
        by_arrival.verdict->at = entry.received;
        timeline_->add(std::move(by_arrival));
        return true;
    }
    timeline_->add(entry);
    latest_ = entry.received;
    return match::digest(timeline_->state(), entry.received) == entry.state_digest;
}

void ConfirmedMatch::label(const match::Entry& entry)
{
    const match::BoardTime at = match::effective_time(entry);
    const match::Scoreline line = match::scoreline(ruleset(), state(), at);
    when_.resize(timeline_->entries().size());
    when_.back() = line.period_text + " " + line.game.text;
}

} // namespace scoreboard::client
