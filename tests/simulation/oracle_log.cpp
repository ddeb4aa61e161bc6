// What the oracle checks of a log that is read anew, after a crash and at the end.
#include <algorithm>
#include <cstdio>
#include <utility>

#include "core/devices.h"
#include "simulation/oracle.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

void Oracle::lost_but_for(const std::set<std::string>& held)
{
    std::vector<bool> is_held(taps_.size());
    for (const auto& [body, number] : tap_of_) {
        is_held[number] = is_held[number] || held.contains(body);
    }
    for (std::size_t number = 0; number < taps_.size(); ++number) {
        taps_[number].saved = taps_[number].saved && is_held[number];
    }
}

// What the log said and has no more is offered again by the tablets, and may come out otherwise.
void Oracle::begin_life(const WholeLog& log)
{
    ++life_;
    life_begins_ = false;
    committed_[life_of(log.log)] =
        log.entries.empty() ? Head{} : Head{log.entries.back().rev, log.entries.back().chain};
    order_.clear();
    std::vector<bool> had(taps_.size());
    for (std::size_t number = 0; number < taps_.size(); ++number) {
        had[number] = std::exchange(taps_[number].recorded_as, std::nullopt).has_value();
    }
    match::CommandId match;
    for (const match::Entry& entry : log.entries) {
        match = std::holds_alternative<match::StartMatch>(entry.command()) ? entry.id() : match;
        bodies_[LogRev(life_of(log.log), entry.rev)] = {entry.id(), entry.sealed.bytes};
        if (TapFact* tap = tap_of(entry.sealed.bytes)) {
            order_[{entry.id().writer, tap->tablet}] = entry.id().seq;
            tap->recorded_as = entry.id();
            tap->recorded_in = match;
        }
    }
    for (std::size_t number = 0; number < taps_.size(); ++number) {
        TapFact& tap = taps_[number];
        if (had[number] && !tap.recorded_as) {
            tap.lost_in = tap.recorded_in;
        }
        tap.saved = tap.saved && !(had[number] && !tap.recorded_as && tap.only_in_log);
    }
    std::erase_if(answers_, [&log](const auto& answer) {
        const match::Rev rev = answer.second.rev;
        return rev > log.entries.size() || log.entries[rev - 1].id() != answer.first;
    });
}

void Oracle::check_log(const WholeLog& log)
{
    if (life_begins_) {
        begin_life(log);
    }
    scorekeeper_ = Scorekeeper();
    match::Hash chain{};
    match::Rev rev = 0;
    std::map<match::CommandId, const match::Entry*> by_id;
    for (const match::Entry& entry : log.entries) {
        if (entry.rev != rev + 1 || entry.chain != wire::chain_hash(chain, entry)) {
            violated(Check::kS4, "after a restart rev " + std::to_string(entry.rev) +
                                     " does not follow rev " + std::to_string(rev));
        }
        rev = entry.rev;
        chain = entry.chain;
        scorekeeper_.take(entry);
        if (tap_of(entry.sealed.bytes) == nullptr && !core::is_board_only(entry.command())) {
            violated(Check::kS5,
                     "rev " + std::to_string(rev) + " holds " + describe(entry.sealed) +
                         ", and nobody has tapped that under this id: who did sends it once more");
        }
        if (!by_id.emplace(entry.id(), &entry).second) {
            violated(Check::kS2, describe(entry.sealed) + " stands in the log twice");
        }
    }
    const Life life = life_of(log.log);
    for (auto row = seen_.lower_bound(LogRev(life, 0)); row != seen_.end() && row->first.first == life;
         ++row) {
        const match::Rev wanted = row->first.second;
        if (wanted > rev || log.entries[wanted - 1].chain != row->second.second) {
            violated(Check::kS8, "rev " + std::to_string(wanted) +
                                     " was sent to a tablet, and after a restart the log does not hold it");
        }
    }
    for (const auto& [id, ack] : answers_) {
        const auto found = by_id.find(id);
        if (found == by_id.end() || found->second->rev != ack.rev || found->second->outcome != ack.outcome) {
            violated(Check::kS1, name_of(id) + " was acknowledged as " +
                                     (ack.outcome.applied ? "recorded" : "refused") + ", rev " +
                                     std::to_string(ack.rev) +
                                     ", and after a restart the log does not hold it so");
        }
    }
    if (const auto shown = shown_.find(life); shown != shown_.end() && shown->second > rev) {
        violated(Check::kS8, "rev " + std::to_string(shown->second) +
                                 " was on the panel, and after a restart the log does not hold it");
    }
}

void Oracle::check_all_ended(const WholeLog& log, const std::set<std::string>& orphans) const
{
    std::set<const TapFact*> ended;
    for (const match::Entry& entry : log.entries) {
        ended.insert(tap_of(entry.sealed.bytes));
    }
    for (const std::string& body : orphans) {
        ended.insert(tap_of(body));
    }
    for (const auto& [body, number] : tap_of_) {
        const TapFact& tap = taps_[number];
        if (tap.saved && !tap.refused && !tap.let_go && !ended.contains(&tap)) {
            char when[32];
            std::snprintf(when, sizeof when, "%.3f s", static_cast<double>(tap.at) / 1e6);
            violated(Check::kL1,
                     tap.label + " of tablet " + std::to_string(tap.tablet) + ", tapped at " + when +
                         ", was called saved, and is neither in the log nor refused nor on a tablet");
        }
    }
}

} // namespace scoreboard::simulation
