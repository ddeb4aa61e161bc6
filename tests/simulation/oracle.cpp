#include "simulation/oracle.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "simulation/scorekeeper.h"
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

void Oracle::tapped(const match::CommandId& id, const std::string& label)
{
    taps_[id] = {now_, label};
    tell("tap " + name_of(id) + " " + label);
}

void Oracle::acknowledged(int tablet, const match::LogId& log, const session::Ack& ack)
{
    tell("tablet " + std::to_string(tablet) + " hears: " + name_of(ack.id) + " is rev " +
         std::to_string(ack.rev) + (ack.outcome.applied ? "" : " refused: " + ack.outcome.text));
    if (!ack.outcome.applied) {
        refused_.insert(ack.id);
    }
    const auto [known, fresh] = answers_.emplace(ack.id, ack);
    if (!fresh && (known->second.rev != ack.rev || known->second.outcome != ack.outcome)) {
        violated(Check::kS2, "" + name_of(ack.id) + " was answered with rev " +
                                 std::to_string(known->second.rev) + " and later with rev " +
                                 std::to_string(ack.rev));
    }
    if (ack.rev > committed_rev_[life_of(log)]) {
        violated(Check::kR4, "the Ack of rev " + std::to_string(ack.rev) + " left before its COMMIT");
    }
}

void Oracle::connected(int tablet, match::Rev resume_from)
{
    last_received_[tablet] = resume_from;
}

void Oracle::received(int tablet, const match::LogId& log, const match::Entry& entry)
{
    const auto [known, fresh] =
        seen_.emplace(LogRev(life_of(log), entry.rev), std::pair(entry.id(), entry.chain));
    if (!fresh && known->second != std::pair(entry.id(), entry.chain)) {
        violated(Check::kS8, "rev " + std::to_string(entry.rev) + " of one log had two contents");
    }
    if (entry.rev > committed_rev_[life_of(log)]) {
        violated(Check::kR5, "the Entry of rev " + std::to_string(entry.rev) + " left before its COMMIT");
    }
    match::Rev& last = last_received_[tablet];
    if (entry.rev <= last) {
        violated(Check::kS9, "tablet " + std::to_string(tablet) + " was sent rev " +
                                 std::to_string(entry.rev) + " after rev " + std::to_string(last));
    }
    last = entry.rev;
}

void Oracle::row_left(const match::LogId& log, const match::CommandId& id)
{
    if (refused_.contains(id)) {
        return;
    }
    for (auto row = seen_.lower_bound(LogRev({log, 0}, 0));
         row != seen_.end() && row->first.first.first == log; ++row) {
        if (row->second.first == id) {
            return;
        }
    }
    violated(Check::kS7, "" + name_of(id) + " left the outbox, and no entry of it was ever received");
}

void Oracle::committed(const match::LogId& log, const match::Entry& entry, const match::Timeline& fold,
                       const std::function<std::optional<match::BoardTime>(Micros)>& board_time)
{
    match::Rev& newest = committed_rev_[life_of(log)];
    if (newest != 0 && entry.rev != newest + 1) {
        violated(Check::kS4,
                 "rev " + std::to_string(entry.rev) + " was committed after rev " + std::to_string(newest));
    }
    newest = entry.rev;
    const match::MatchState& state = fold.state();
    scores_.insert({std::to_string(match::score(state, match::Side::kHome)),
                    std::to_string(match::score(state, match::Side::kGuest))});
    check_score(fold);
    check_clock(entry, state);
    if (const auto tap = taps_.find(entry.id()); tap != taps_.end()) {
        auto& [seq, rev] = order_[entry.id().writer];
        if (entry.id().seq <= seq) {
            violated(Check::kS3, "" + name_of(entry.id()) + " was decided after seq " + std::to_string(seq));
        }
        seq = entry.id().seq;
        rev = entry.rev;
        check_time(entry, fold, tap->second.at, board_time);
    }
}

void Oracle::check_score(const match::Timeline& fold) const
{
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        const int shown = match::score(fold.state(), side);
        const auto counted = count_score(fold, side);
        if (shown < 0 || (counted && *counted != shown)) {
            violated(Check::kS10, "the score of " +
                                      std::string(side == match::Side::kHome ? "HOME" : "GUEST") + " is " +
                                      std::to_string(shown) + " and the entries that stand add up to " +
                                      std::to_string(counted.value_or(0)));
        }
    }
}

// The moment from which a command of the clock counts, against the true moment of the tap.
void Oracle::check_time(const match::Entry& entry, const match::Timeline& fold, Micros tapped,
                        const BoardTimeOf& board_time) const
{
    const auto truth = board_time(tapped);
    const auto& verdict = entry.verdict;
    const bool counts_at_tap =
        verdict && verdict->effect == match::Effect::kAt &&
        (verdict->reason == match::VerdictReason::kInTime || verdict->reason == match::VerdictReason::kLate);
    if (counts_at_tap && !truth) {
        violated(Check::kS13, "" + name_of(entry.id()) + " counts from a tap of another boot, at " +
                                  std::to_string(verdict->at.time_since_epoch().count()) +
                                  " us of this one, with an uncertainty of " +
                                  std::to_string(verdict->uncertainty.count()) + " us");
    }
    if (!truth) {
        return;
    }
    if (counts_at_tap) {
        const auto error = std::abs((verdict->at - *truth).count());
        if (error > (verdict->uncertainty + std::chrono::milliseconds(1)).count()) {
            violated(Check::kS13, "" + name_of(entry.id()) + " counts " + std::to_string(error) +
                                      " us beside the tap, with an uncertainty of " +
                                      std::to_string(verdict->uncertainty.count()) + " us");
        }
    }
    // A tablet that knows nothing of the board's clock tells the horn's age at sending: what the air then
    // holds up, at most until the connection is called dead, comes on top of its three seconds.
    const bool sounds = std::holds_alternative<match::SoundHorn>(entry.command()) && entry.outcome.applied;
    if (sounds && entry.received - *truth > std::chrono::seconds(8)) {
        violated(Check::kS20, "the horn of " + name_of(entry.id()) + " sounds " +
                                  std::to_string((entry.received - *truth).count() / 1'000'000) + " s late");
    }
    check_stop(entry, fold, *truth);
}

void Oracle::check_stop(const match::Entry& entry, const match::Timeline& fold, match::BoardTime tapped) const
{
    const auto* stop = std::get_if<match::StopClock>(&entry.command());
    if (stop == nullptr || stop->clock != match::ClockId::kGame || !entry.verdict ||
        entry.verdict->reason != match::VerdictReason::kHeld) {
        return;
    }
    // Wide margins: a moment either way is the uncertainty's business, not this check's.
    constexpr auto kMargin = std::chrono::seconds(1);
    const match::PeriodRules& rules = fold.ruleset().periods;
    const match::MatchState then = fold.state_at(tapped - std::chrono::milliseconds(500));
    const match::Duration value = match::value_at(then, match::ClockId::kGame, tapped);
    const match::DelayProfile& profile =
        value <= rules.last_minute + kMargin ? rules.last_minute_delay : rules.delay;
    const bool ran = match::runs(then, match::ClockId::kGame, tapped) && value > kMargin;
    const bool patient = entry.received - tapped < profile.automatic_max - kMargin;
    const bool sure = entry.verdict->uncertainty < rules.last_minute_delay.uncertainty_max;
    const auto expiry = then.game.expires_at();
    const bool forgiven = !expiry || entry.received < *expiry + profile.grace - kMargin;
    bool undisturbed = true; // whatever else came in between may be a reason to ask a person
    for (const match::Entry& other : fold.entries()) {
        const bool other_tap = std::holds_alternative<match::AddScore>(other.command()) ||
                               std::holds_alternative<match::AddFoul>(other.command());
        undisturbed = undisturbed && (other.id() == entry.id() || other_tap || !other.outcome.applied ||
                                      other.received < tapped - kMargin);
    }
    if (ran && patient && sure && forgiven && undisturbed) {
        violated(Check::kP3, "the STOP " + name_of(entry.id()) + " was tapped while the clock ran, came " +
                                 std::to_string((entry.received - tapped).count() / 1000) +
                                 " ms later, and was left to a person to decide");
    }
}

// S17: after a reboot people let clocks run, nothing else does.
void Oracle::check_clock(const match::Entry& entry, const match::MatchState& state)
{
    const match::Command& command = entry.command();
    if (entry.outcome.applied && (std::holds_alternative<match::StartClock>(command) ||
                                  std::holds_alternative<match::AcceptOffer>(command) ||
                                  std::holds_alternative<match::NextPeriod>(command))) {
        started_in_.insert(entry.board_boot);
    }
    if (match::runs(state, match::ClockId::kGame, entry.received) &&
        !started_in_.contains(entry.board_boot)) {
        violated(Check::kS17, "a clock runs at rev " + std::to_string(entry.rev) +
                                  ", and nobody has started one since the board booted");
    }
}

void Oracle::latched(const std::string& home, const std::string& guest, std::uint32_t start_id,
                     std::uint32_t image_rev)
{
    if (!scores_.contains({home, guest})) {
        violated(Check::kS16, "the panel shows " + home + " : " + guest + ", which was never recorded");
    }
    if (start_id == era_ && static_cast<std::int32_t>(image_rev - image_rev_) < 0) {
        violated(Check::kS16, "the panel went back from image " + std::to_string(image_rev_) + " to " +
                                  std::to_string(image_rev));
    }
    era_ = start_id;
    image_rev_ = image_rev;
}

void Oracle::shown(const match::LogId& log, match::Rev rev)
{
    if (rev > committed_rev_[life_of(log)]) {
        violated(Check::kR5, "rev " + std::to_string(rev) + " is called shown before its COMMIT");
    }
    match::Rev& newest = shown_[life_of(log)];
    newest = std::max(newest, rev);
}

void Oracle::renamed(const match::LogId& from, const match::LogId& to)
{
    committed_rev_[life_of(to)] = committed_rev_[life_of(from)];
}

void Oracle::renamed(const match::CommandId& from, const match::CommandId& to)
{
    taps_[to] = taps_[from];
    saved_.erase(from);
    saved_.insert(to);
}

void Oracle::says_again(const match::CommandId& first)
{
    auto& [seq, rev] = order_[first.writer];
    seq = std::min(seq, first.seq - 1);
}

// What the log said and has no more is offered again by the tablets, and may come out otherwise.
void Oracle::begin_life(const core::RecoveredLog& log)
{
    ++life_;
    life_begins_ = false;
    committed_rev_[life_of(log.log)] = log.head;
    order_.clear();
    for (const match::Entry& entry : entries_of(log)) {
        order_[entry.id().writer] = {entry.id().seq, entry.rev};
    }
    std::erase_if(answers_, [&log](const auto& answer) {
        const match::Entry* kept = log.open_match ? log.open_match->find(answer.first) : nullptr;
        return kept == nullptr || kept->rev != answer.second.rev;
    });
}

void Oracle::check_log(const core::RecoveredLog& log)
{
    if (life_begins_) {
        begin_life(log);
    }
    match::Hash chain{};
    match::Rev rev = 0;
    std::map<match::CommandId, const match::Entry*> by_id;
    for (const match::Entry& entry : entries_of(log)) {
        if (entry.rev != rev + 1 || entry.chain != wire::chain_hash(chain, entry)) {
            violated(Check::kS4, "after a restart rev " + std::to_string(entry.rev) +
                                     " does not follow rev " + std::to_string(rev));
        }
        rev = entry.rev;
        chain = entry.chain;
        if (!by_id.emplace(entry.id(), &entry).second) {
            violated(Check::kS2, "" + name_of(entry.id()) + " stands in the log twice");
        }
    }
    const Life life = life_of(log.log);
    for (auto row = seen_.lower_bound(LogRev(life, 0)); row != seen_.end() && row->first.first == life;
         ++row) {
        const match::Rev wanted = row->first.second;
        if (wanted > rev || entries_of(log)[wanted - 1].chain != row->second.second) {
            violated(Check::kS8,
                     "rev " + std::to_string(wanted) + " was sent to a tablet and is gone after a restart");
        }
    }
    for (const auto& [id, ack] : answers_) {
        const auto found = by_id.find(id);
        if (found == by_id.end() || found->second->rev != ack.rev || found->second->outcome != ack.outcome) {
            violated(Check::kS1, "" + name_of(id) + " was acknowledged as rev " + std::to_string(ack.rev) +
                                     " and the log does not hold it so after a restart");
        }
    }
    if (const auto shown = shown_.find(life); shown != shown_.end() && shown->second > rev) {
        violated(Check::kS8,
                 "rev " + std::to_string(shown->second) + " was on the panel and is gone after a restart");
    }
}

void Oracle::check_equal(const match::MatchState& board, const match::MatchState& tablet,
                         match::Rev rev) const
{
    if (board != tablet) {
        violated(Check::kS2, "board and tablet differ at rev " + std::to_string(rev));
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
        if (saved_.contains(id) && !recorded.contains(id) && !orphans.contains(id) &&
            !refused_.contains(id)) {
            violated(Check::kL1,
                     "the tap " + name_of(id) + " (" + tap.label + ") was saved and never recorded");
        }
    }
}

} // namespace scoreboard::simulation
