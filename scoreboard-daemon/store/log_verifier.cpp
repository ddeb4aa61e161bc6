#include "store/log_verifier.h"

#include <utility>
#include <vector>

#include "wire/wire.h"

namespace scoreboard::store {

namespace {

std::string at_rev(match::Rev rev)
{
    return " at rev " + std::to_string(rev);
}

} // namespace

std::optional<LogVerifier::Complaint> LogVerifier::add(match::Entry entry)
{
    std::optional<match::Timeline>& timeline = log_.open_match;
    if (entry.rev != log_.head + 1) {
        return Damage{"entries are missing before rev " + std::to_string(entry.rev)};
    }
    if (entry.chain != wire::chain_hash(log_.head_chain, entry)) {
        return Damage{"the chain breaks" + at_rev(entry.rev)};
    }
    log_.head = entry.rev;
    log_.head_chain = entry.chain;
    const auto* start = std::get_if<match::StartMatch>(&entry.command());
    const bool begins = start != nullptr && entry.outcome.applied;
    if (begins && !match::can_fold(start->ruleset->fold_version)) {
        return Unreadable{"holds a match whose rules are folded by version " +
                          std::to_string(start->ruleset->fold_version) + ", this program knows version " +
                          std::to_string(match::kFoldVersion) +
                          "; use the version of Scorewire that wrote it"};
    }
    if (!begins && !timeline) {
        return Damage{"the match's start is missing" + at_rev(entry.rev)};
    }
    const std::uint32_t recorded = entry.state_digest;
    const match::BoardTime received = entry.received;
    const bool folds = begins ? match::Timeline::begins_with(entry) : timeline->takes(entry);
    if (folds && begins) {
        if (timeline) {
            core::retire_open_match(log_);
        }
        log_.left.remove_what_goes_on(entry);
        timeline.emplace(std::move(entry));
    } else if (folds) {
        timeline->add(std::move(entry));
    }
    if (!folds || match::digest(timeline->state(), received) != recorded) {
        // The chain holds, so the entries are whole: it is this program that counts otherwise.
        return Unreadable{"counts to another score with this program than it did when it was recorded" +
                          at_rev(log_.head) + "; use the version of Scorewire that wrote it"};
    }
    return std::nullopt;
}

} // namespace scoreboard::store
