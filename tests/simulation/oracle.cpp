#include "simulation/oracle.h"

#include <algorithm>
#include <cstdio>

#include "core/devices.h"
#include "match/another_match.h"
#include "wire/wire.h"

namespace scoreboard::simulation {

std::string name_of(const match::CommandId& id)
{
    return match::to_hex(id.writer).substr(0, 4) + "/" + std::to_string(id.seq);
}

namespace {

const char* how_it_counts(const match::Verdict& verdict)
{
    switch (verdict.reason) {
    case match::VerdictReason::kInTime:
        break;
    case match::VerdictReason::kLate:
        return ", late: counts from its tap";
    case match::VerdictReason::kUnsynced:
        return ", counts from its arrival";
    case match::VerdictReason::kHeld:
        return ", late: left to a person";
    case match::VerdictReason::kClamped:
        return ", counts from as far back as can be";
    }
    return "";
}

} // namespace

void Oracle::violated(Check check, const std::string& sentence) const
{
    throw Violation(check, sentence);
}

void Oracle::tell(std::string line)
{
    char time[32];
    std::snprintf(time, sizeof time, "%10.3f s  ", static_cast<double>(now_) / 1e6);
    line.insert(0, time);
    for (const char letter : line) {
        hash_ = (hash_ ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    if (listener_) {
        listener_(line);
    }
    story_.push_back(std::move(line));
}

Oracle::TapFact* Oracle::tap_of(const std::string& body)
{
    const auto found = tap_of_.find(body);
    return found == tap_of_.end() ? nullptr : &taps_[found->second];
}

const Oracle::TapFact* Oracle::tap_of(const std::string& body) const
{
    const auto found = tap_of_.find(body);
    return found == tap_of_.end() ? nullptr : &taps_[found->second];
}

std::string Oracle::describe(const match::SealedBody& sealed) const
{
    const std::string id = name_of(sealed.body.id);
    const TapFact* tap = tap_of(sealed.bytes);
    if (tap == nullptr) {
        return match::describe(sealed.body.command) + " (" + id + ")";
    }
    char when[32];
    std::snprintf(when, sizeof when, "%.3f s", static_cast<double>(tap->at) / 1e6);
    return tap->label + " of tablet " + std::to_string(tap->tablet) + ", tapped at " + when + " (" + id +
           "),";
}

void Oracle::tapped(int tablet, const match::SealedBody& sealed, const std::string& label,
                    const Screen& screen)
{
    tap_of_[sealed.bytes] = taps_.size();
    tap_at_[{sealed.body.tap.tablet_boot, sealed.body.tap.at}] = taps_.size();
    TapFact tap;
    tap.at = now_;
    tap.tablet = tablet;
    tap.label = label;
    tap.screen = screen;
    taps_.push_back(std::move(tap));
    tell("tablet " + std::to_string(tablet) + ": somebody taps " + label + ", which gets the id " +
         name_of(sealed.body.id));
}

void Oracle::saved(const match::SealedBody& sealed)
{
    if (TapFact* tap = tap_of(sealed.bytes)) {
        tap->saved = true;
        tap->only_in_log = false;
    }
}

void Oracle::copied(int tablet)
{
    for (TapFact& tap : taps_) {
        tap.copied = tap.copied || tap.tablet == tablet;
    }
}

void Oracle::journal_gone(int tablet)
{
    for (TapFact& tap : taps_) {
        if (tap.tablet == tablet) {
            tap.only_in_log = true;
            tap.saved = tap.saved && tap.recorded_as;
        }
    }
}

void Oracle::acknowledged(int tablet, const match::LogId& log, const session::Ack& ack,
                          const match::SealedBody* row)
{
    tell("tablet " + std::to_string(tablet) + ": hears that " + name_of(ack.id) +
         (ack.outcome.applied ? " is recorded, rev " : " is refused, rev ") + std::to_string(ack.rev) +
         (ack.outcome.applied ? "" : ": " + ack.outcome.text));
    if (ack.rev > committed_[life_of(log)].rev) {
        violated(Check::kR4, "the board has acknowledged " + name_of(ack.id) + " as rev " +
                                 std::to_string(ack.rev) +
                                 " before that was on its disk: a power cut now would take it back");
    }
    const auto [known, fresh] = answers_.emplace(ack.id, ack);
    if (!fresh && (known->second.rev != ack.rev || known->second.outcome != ack.outcome)) {
        violated(Check::kS2, name_of(ack.id) + " was answered as rev " + std::to_string(known->second.rev) +
                                 " at first, and now as rev " + std::to_string(ack.rev));
    }
    const auto body = bodies_.find(LogRev(life_of(log), ack.rev));
    if (row != nullptr && body != bodies_.end() && body->second.first == ack.id &&
        body->second.second != row->bytes) {
        violated(Check::kS5, describe(*row) + " was answered with the outcome of rev " +
                                 std::to_string(ack.rev) + ", and that is another tap under the same id");
    }
    if (row != nullptr && !ack.outcome.applied) {
        note_refusal(tablet, row->bytes);
    }
}

void Oracle::note_refusal(int tablet, const std::string& body)
{
    if (TapFact* tap = tap_of(body); tap != nullptr && tap->tablet == tablet) {
        tap->refused = true;
    }
}

void Oracle::connected(int tablet, match::Rev resume_from)
{
    last_received_[tablet] = resume_from;
}

void Oracle::moved_on(int tablet, const match::CommandId& match)
{
    for (TapFact& tap : taps_) {
        if (tap.tablet != tablet) {
            continue;
        }
        const bool lost = !tap.recorded_as && tap.lost_in && tap.lost_in != match;
        // With a match that the board has lost it is kept until the board has gone on once more.
        const bool kept_no_more = lost && tap.aside_in && tap.aside_in != match;
        tap.aside_in = lost ? std::optional(match) : std::nullopt;
        tap.let_go = tap.let_go || kept_no_more || (tap.recorded_as && tap.recorded_in != match);
    }
}

void Oracle::received(int tablet, const match::LogId& log, const match::Entry& entry)
{
    const auto [known, fresh] =
        seen_.emplace(LogRev(life_of(log), entry.rev), std::pair(entry.id(), entry.chain));
    if (!fresh && known->second != std::pair(entry.id(), entry.chain)) {
        violated(Check::kS8, "rev " + std::to_string(entry.rev) + " was sent to tablets with two contents");
    }
    if (entry.rev > committed_[life_of(log)].rev) {
        violated(Check::kR5, "tablet " + std::to_string(tablet) + " was sent rev " +
                                 std::to_string(entry.rev) +
                                 " before it was on the board's disk: a power cut now would take it back");
    }
    match::Rev& last = last_received_[tablet];
    if (entry.rev <= last) {
        violated(Check::kS9, "tablet " + std::to_string(tablet) + " was sent rev " +
                                 std::to_string(entry.rev) + " after rev " + std::to_string(last));
    }
    last = entry.rev;
    if (std::holds_alternative<match::StartMatch>(entry.command())) {
        moved_on(tablet, entry.id());
    }
    if (!entry.outcome.applied) {
        note_refusal(tablet, entry.sealed.bytes);
    }
}

void Oracle::row_left(const match::LogId& log, const match::SealedBody& sealed)
{
    const TapFact* tap = tap_of(sealed.bytes);
    // Of a match that is over entries come no more: its answer is enough.
    if (tap != nullptr && (tap->refused || (tap->let_go && answers_.contains(sealed.body.id)))) {
        return;
    }
    for (auto row = seen_.lower_bound(LogRev({log, 0}, 0));
         row != seen_.end() && row->first.first.first == log; ++row) {
        if (row->second.first == sealed.body.id) {
            return;
        }
    }
    violated(Check::kS7,
             describe(sealed) + " has left its tablet's outbox, and the board has never sent an entry of it");
}

void Oracle::tell_committed(const match::Entry& entry)
{
    std::string line = "the board: rev " + std::to_string(entry.rev) +
                       " is on the disk: " + match::describe(entry.command()) + " (" + name_of(entry.id()) +
                       ")";
    if (!entry.outcome.applied) {
        line += ", refused: " + entry.outcome.text;
    } else if (entry.verdict) {
        line += how_it_counts(*entry.verdict);
    }
    tell(std::move(line));
}

void Oracle::committed(const match::LogId& log, const match::Entry& entry, const match::Timeline& fold,
                       const std::optional<match::MatchState>& before, const BoardTimeOf& board_time)
{
    tell_committed(entry);
    Head& newest = committed_[life_of(log)];
    if (entry.rev != newest.rev + 1 || entry.chain != wire::chain_hash(newest.chain, entry)) {
        violated(Check::kS4, "rev " + std::to_string(entry.rev) + " was recorded after rev " +
                                 std::to_string(newest.rev) + " and its hash does not continue that one's");
    }
    newest = {entry.rev, entry.chain};
    const match::MatchState& state = fold.state();
    const Score score{std::to_string(match::score(state, match::Side::kHome)),
                      std::to_string(match::score(state, match::Side::kGuest))};
    scores_.insert(score);
    recorded_[{life_, entry.rev}] = {now_, score};
    check_body(log, entry, fold.entries().front().id());
    check_match(entry, fold);
    const auto senseless = before ? scorekeeper_.score().senseless : std::set<match::CommandId>();
    scorekeeper_.take(entry);
    check_score(fold);
    if (before) {
        check_seen(entry, *before, senseless, fold, board_time);
    }
    check_clock(entry, state);
    if (const TapFact* tap = tap_of(entry.sealed.bytes)) {
        match::Seq& seq = order_[{entry.id().writer, tap->tablet}];
        if (entry.id().seq <= seq && !tap->copied) {
            violated(Check::kS3, describe(entry.sealed) + " was decided after the same tablet's tap " +
                                     std::to_string(seq));
        }
        seq = std::max(seq, entry.id().seq);
        check_time(entry, fold, tap->at, board_time);
    }
}

void Oracle::check_body(const match::LogId& log, const match::Entry& entry, const match::CommandId& match)
{
    bodies_[LogRev(life_of(log), entry.rev)] = {entry.id(), entry.sealed.bytes};
    TapFact* tap = tap_of(entry.sealed.bytes);
    if (tap == nullptr) {
        if (!core::is_board_only(entry.command())) {
            violated(Check::kS5, "rev " + std::to_string(entry.rev) + " holds " + describe(entry.sealed) +
                                     ", and nobody has tapped that");
        }
        return;
    }
    if (tap->recorded_as && *tap->recorded_as != entry.id()) {
        violated(Check::kS2, describe(entry.sealed) + " is recorded twice: it stands in the log as " +
                                 name_of(*tap->recorded_as) + " too, and counts again");
    }
    tap->recorded_as = entry.id();
    tap->recorded_in = match;
}

// R9: a tap counts in the match that its operator saw; and is called a tap for another one only if it is.
void Oracle::check_match(const match::Entry& entry, const match::Timeline& fold) const
{
    const TapFact* tap = tap_of(entry.sealed.bytes);
    if (tap == nullptr || !tap->screen.match) {
        return;
    }
    const bool of_this_one = *tap->screen.match == fold.entries().front().id();
    if (entry.outcome.applied && !of_this_one) {
        violated(Check::kR9, describe(entry.sealed) + " counts in another match than its tablet showed");
    }
    const auto entries = fold.entries();
    const bool next_is_asked = std::any_of(entries.begin(), entries.end(), [](const match::Entry& other) {
        return other.outcome.applied && match::asks_for_another_match(other.command());
    });
    if (entry.outcome.reason == match::Reason::kOtherMatch &&
        ((of_this_one && !next_is_asked) || entry.outcome.text.empty())) {
        violated(Check::kR9,
                 describe(entry.sealed) +
                     " is refused as one for another match, and the match that it was for is open");
    }
}

void Oracle::renamed(const match::LogId& from, const match::LogId& to)
{
    if (named_in_ == life_) {
        violated(Check::kR8,
                 "the board gives its log another name, which makes every tablet doubt what it has, "
                 "and its store has not gone back since it last did");
    }
    named_in_ = life_;
    committed_[life_of(to)] = committed_[life_of(from)];
    shown_[life_of(to)] = shown_[life_of(from)];
}

void Oracle::renamed(const match::SealedBody& to)
{
    const match::Tap& press = to.body.tap;
    if (const auto known = tap_at_.find({press.tablet_boot, press.at}); known != tap_at_.end()) {
        tap_of_[to.bytes] = known->second;
        tell("tablet " + std::to_string(taps_[known->second].tablet) + "'s " + taps_[known->second].label +
             " gets another id, " + name_of(to.body.id) + ", because its journal has been copied");
    }
}

void Oracle::says_again(const match::CommandId& first)
{
    for (auto& [from, seq] : order_) {
        seq = from.first == first.writer ? std::min(seq, first.seq - 1) : seq;
    }
}

void Oracle::check_equal(const match::MatchState& board, const match::MatchState& tablet,
                         match::Rev rev) const
{
    if (board != tablet) {
        violated(Check::kS2, "board and tablet differ at rev " + std::to_string(rev));
    }
}

} // namespace scoreboard::simulation
