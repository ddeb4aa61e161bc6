#include "simulation/oracle.h"

#include <cstdio>
#include <cstdlib>

#include "wire/wire.h"

namespace scoreboard::simulation {

namespace {

std::string name_of(const match::CommandId& id)
{
    return match::to_hex(id.writer).substr(0, 6) + "/" + std::to_string(id.seq);
}

std::span<const match::Entry> entries_of(const core::RecoveredLog& log)
{
    return log.open_match ? log.open_match->entries() : std::span<const match::Entry>();
}

} // namespace

void Oracle::violated(const std::string& what) const
{
    throw Violation(what);
}

void Oracle::tell(std::string line)
{
    char time[32];
    std::snprintf(time, sizeof time, "%10.3f s  ", static_cast<double>(now_) / 1e6);
    line.insert(0, time);
    for (const char letter : line) {
        hash_ = (hash_ ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    story_.push_back(std::move(line));
}

void Oracle::tapped(const match::CommandId& id, const std::string& label)
{
    taps_[id] = {now_, label};
    tell("tap " + name_of(id) + " " + label);
}

void Oracle::acknowledged(int tablet, const match::LogId& log, const session::Ack& ack)
{
    tell("tablet " + std::to_string(tablet) + " hears: " + name_of(ack.id) + " is rev " +
         std::to_string(ack.rev) + (ack.outcome.applied ? "" : " refused: " + ack.outcome.text));
    const auto [known, fresh] = answers_.emplace(ack.id, ack);
    if (!fresh && (known->second.rev != ack.rev || known->second.outcome != ack.outcome)) {
        violated("S2: " + name_of(ack.id) + " was answered with rev " + std::to_string(known->second.rev) +
                 " and later with rev " + std::to_string(ack.rev));
    }
    if (ack.rev > committed_rev_[log]) {
        violated("R4: the Ack of rev " + std::to_string(ack.rev) + " left before its COMMIT");
    }
}

void Oracle::connected(int tablet, match::Rev resume_from)
{
    last_received_[tablet] = resume_from;
}

void Oracle::received(int tablet, const match::LogId& log, const match::Entry& entry)
{
    const auto [known, fresh] = seen_.emplace(LogRev(log, entry.rev), std::pair(entry.id(), entry.chain));
    if (!fresh && known->second != std::pair(entry.id(), entry.chain)) {
        violated("S8: rev " + std::to_string(entry.rev) + " of one log had two contents");
    }
    if (entry.rev > committed_rev_[log]) {
        violated("R5: the Entry of rev " + std::to_string(entry.rev) + " left before its COMMIT");
    }
    match::Rev& last = last_received_[tablet];
    if (entry.rev <= last) {
        violated("S9: tablet " + std::to_string(tablet) + " was sent rev " + std::to_string(entry.rev) +
                 " after rev " + std::to_string(last));
    }
    last = entry.rev;
}

void Oracle::row_left(const match::LogId& log, const match::CommandId& id)
{
    for (auto row = seen_.lower_bound(LogRev(log, 0)); row != seen_.end() && row->first.first == log; ++row) {
        if (row->second.first == id) {
            return;
        }
    }
    violated("S7: " + name_of(id) + " left the outbox, and no entry of it was ever received");
}

void Oracle::committed(const match::LogId& log, const match::Entry& entry, const match::MatchState& state,
                       const std::function<std::optional<match::BoardTime>(Micros)>& board_time)
{
    match::Rev& newest = committed_rev_[log];
    if (newest != 0 && entry.rev != newest + 1) {
        violated("S4: rev " + std::to_string(entry.rev) + " was committed after rev " +
                 std::to_string(newest));
    }
    newest = entry.rev;
    scores_.insert({std::to_string(match::score(state, match::Side::kHome)),
                    std::to_string(match::score(state, match::Side::kGuest))});
    if (const auto tap = taps_.find(entry.id()); tap != taps_.end()) {
        auto& [seq, rev] = order_[entry.id().writer];
        if (entry.id().seq <= seq) {
            violated("S3: " + name_of(entry.id()) + " was decided after seq " + std::to_string(seq));
        }
        seq = entry.id().seq;
        rev = entry.rev;
        const auto& verdict = entry.verdict;
        if (verdict && verdict->effect == match::Effect::kAt &&
            (verdict->reason == match::VerdictReason::kInTime ||
             verdict->reason == match::VerdictReason::kLate)) {
            const auto truth = board_time(tap->second.at);
            if (!truth) {
                violated("S13: " + name_of(entry.id()) + " counts from a tap of another boot, at " +
                         std::to_string(verdict->at.time_since_epoch().count()) +
                         " us of this one, with an uncertainty of " +
                         std::to_string(verdict->uncertainty.count()) + " us");
            }
            const auto error = std::abs((verdict->at - *truth).count());
            if (error > (verdict->uncertainty + std::chrono::milliseconds(1)).count()) {
                violated("S13: " + name_of(entry.id()) + " counts " + std::to_string(error) +
                         " us beside the tap, with an uncertainty of " +
                         std::to_string(verdict->uncertainty.count()) + " us");
            }
        }
    }
}

void Oracle::latched(const std::string& home, const std::string& guest, std::uint32_t start_id,
                     std::uint32_t image_rev)
{
    if (!scores_.contains({home, guest})) {
        violated("S16: the panel shows " + home + " : " + guest + ", which was never recorded");
    }
    if (start_id == era_ && static_cast<std::int32_t>(image_rev - image_rev_) < 0) {
        violated("S16: the panel went back from image " + std::to_string(image_rev_) + " to " +
                 std::to_string(image_rev));
    }
    era_ = start_id;
    image_rev_ = image_rev;
}

void Oracle::shown(const match::LogId& log, match::Rev rev)
{
    if (rev > committed_rev_[log]) {
        violated("R5: rev " + std::to_string(rev) + " is called shown before its COMMIT");
    }
    shown_[log] = std::max(shown_[log], rev);
}

void Oracle::check_log(const core::RecoveredLog& log) const
{
    match::Hash chain{};
    match::Rev rev = 0;
    std::map<match::CommandId, const match::Entry*> by_id;
    for (const match::Entry& entry : entries_of(log)) {
        if (entry.rev != rev + 1 || entry.chain != wire::chain_hash(chain, entry)) {
            violated("S4: after a restart rev " + std::to_string(entry.rev) + " does not follow rev " +
                     std::to_string(rev));
        }
        rev = entry.rev;
        chain = entry.chain;
        if (!by_id.emplace(entry.id(), &entry).second) {
            violated("S2: " + name_of(entry.id()) + " stands in the log twice");
        }
    }
    for (auto row = seen_.lower_bound(LogRev(log.log, 0)); row != seen_.end() && row->first.first == log.log;
         ++row) {
        const match::Rev wanted = row->first.second;
        if (wanted > rev || entries_of(log)[wanted - 1].chain != row->second.second) {
            violated("S8: rev " + std::to_string(wanted) +
                     " was sent to a tablet and is gone after a restart");
        }
    }
    for (const auto& [id, ack] : answers_) {
        const auto found = by_id.find(id);
        if (found == by_id.end() || found->second->rev != ack.rev || found->second->outcome != ack.outcome) {
            violated("S1: " + name_of(id) + " was acknowledged as rev " + std::to_string(ack.rev) +
                     " and the log does not hold it so after a restart");
        }
    }
    if (const auto shown = shown_.find(log.log); shown != shown_.end() && shown->second > rev) {
        violated("S8: rev " + std::to_string(shown->second) +
                 " was on the panel and is gone after a restart");
    }
}

void Oracle::check_equal(const match::MatchState& board, const match::MatchState& tablet,
                         match::Rev rev) const
{
    if (board != tablet) {
        violated("S2: board and tablet differ at rev " + std::to_string(rev));
    }
}

void Oracle::check_all_recorded(const core::RecoveredLog& log,
                                const std::set<match::CommandId>& orphans) const
{
    std::set<match::CommandId> recorded;
    for (const match::Entry& entry : entries_of(log)) {
        recorded.insert(entry.id());
    }
    for (const auto& [id, tap] : taps_) {
        if (saved_.contains(id) && !recorded.contains(id) && !orphans.contains(id)) {
            violated("L1: the tap " + name_of(id) + " (" + tap.label + ") was saved and never recorded");
        }
    }
}

} // namespace scoreboard::simulation
