#include "core/clock_judge.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "sabotage/sabotage.h"

namespace scoreboard::core {

namespace {

using match::BoardTime;
using match::ClockId;
using match::DelayProfile;
using match::Duration;
using match::Effect;
using match::Entry;
using match::MatchState;
using match::Timeline;
using match::Verdict;
using match::VerdictReason;

// A tap of which nothing better is known than its claimed age counts as it arrives if it is younger than
// this.
constexpr Duration kUnsyncedMax = std::chrono::seconds(2);
// A tap further than this before a floor that its connection promised is for a person to judge.
constexpr Duration kFloorSlackMax = std::chrono::seconds(2);
// What no operator would call late.
constexpr Duration kPunctual = std::chrono::milliseconds(500);
// Further back than any profile looks; keeps times that a controller made up from overflowing.
constexpr Duration kOldest = std::chrono::hours(24);

// What is known of when the tap was.
struct TapTime {
    BoardTime at{}; // e; without a valid sample the youngest that the claimed age allows
    Duration uncertainty{};
    bool synced = false;   // a sample of this boot, good enough for the clock's profile
    bool clamped = false;  // to a floor
    bool disputed = false; // so far before a floor that only an offer remains
};

// Whether an entry edits a clock outright, or ends what it belongs to: no correction goes back past one.
struct Bars {
    ClockId clock;

    bool operator()(const match::SetClock& command) const { return command.clock == clock; }
    bool operator()(const match::AcceptOffer&) const { return true; }
    bool operator()(const match::BlankShotClock&) const { return clock == ClockId::kShot; }
    bool operator()(const match::NextPeriod&) const { return true; }
    bool operator()(const match::BoardBoot&) const { return true; }
    bool operator()(const match::AddScore&) const { return false; }
    bool operator()(const match::SetScore&) const { return false; }
    bool operator()(const match::AddFoul&) const { return false; }
    bool operator()(const match::StartTimeout&) const { return false; }
    bool operator()(const match::SetPossession&) const { return false; }
    bool operator()(const match::StartClock&) const { return false; }
    bool operator()(const match::StopClock&) const { return false; }
    bool operator()(const match::ResetShotClock&) const { return false; }
    bool operator()(const match::EndTimeout&) const { return false; }
    bool operator()(const match::SetAddedTime&) const { return false; }
    bool operator()(const match::AddTally&) const { return false; }
    bool operator()(const match::SetLamp&) const { return false; }
    bool operator()(const match::EndMatch&) const { return true; }
    bool operator()(const match::OpenMatch&) const { return false; }
    bool operator()(const match::ResumeMatch&) const { return false; }
    bool operator()(const match::HoldDisplay&) const { return false; }
    bool operator()(const match::SetSides&) const { return false; }
    bool operator()(const match::SetTeamName&) const { return false; }
    bool operator()(const match::AddPenalty&) const { return false; }
    bool operator()(const match::EndPenalty&) const { return false; }
    bool operator()(const match::AdjustPenalties&) const { return false; }
    bool operator()(const match::AddAttempt&) const { return false; }
    bool operator()(const match::SetDowns&) const { return false; }
    bool operator()(const match::AddCount&) const { return false; }
    bool operator()(const match::SetBases&) const { return false; }
    bool operator()(const match::SetBatter&) const { return false; }
    bool operator()(const match::StartJam&) const { return false; }
    bool operator()(const match::EndJam&) const { return false; }
    bool operator()(const match::SoundHorn&) const { return false; }
    bool operator()(const match::Undo&) const { return false; }
    bool operator()(const match::Redo&) const { return false; }
    bool operator()(const match::Edit& edit) const { return std::visit(*this, edit.instead); }
    bool operator()(const match::Insert& insert) const { return std::visit(*this, insert.command); }
    bool operator()(const match::StartMatch&) const { return false; }
    bool operator()(const match::Note&) const { return false; }
    bool operator()(const match::UnknownCommand&) const { return false; }
};

bool changes_period(const match::Command& command)
{
    return std::holds_alternative<match::NextPeriod>(command) ||
           std::holds_alternative<match::BoardBoot>(command);
}

// Whether an entry moves the clock at all: with one between a held START and its STOP, the pair is not whole.
bool touches(const match::Command& command, ClockId clock)
{
    if (const auto* start = std::get_if<match::StartClock>(&command)) {
        return start->clock == clock;
    }
    if (const auto* stop = std::get_if<match::StopClock>(&command)) {
        return stop->clock == clock;
    }
    if (std::holds_alternative<match::StartTimeout>(command) ||
        std::holds_alternative<match::StartJam>(command)) {
        return clock == ClockId::kGame;
    }
    if (std::holds_alternative<match::ResetShotClock>(command)) {
        return clock == ClockId::kShot;
    }
    return std::visit(Bars{clock}, command);
}

class ClockJudge {
public:
    ClockJudge(const Timeline& head, const Entry& entry, const TapClaim& claim, ClockId clock)
        : head_(head), entry_(entry), clock_(clock), now_(entry.received), age_(claim.age)
    {
        tap_ = locate(claim);
        then_ = head_.state_at(tap_.at);
        profile_ = profile_at(value_then());
        tap_.synced = tap_.synced && tap_.uncertainty <= profile_.uncertainty_max;
    }

    ClockJudgement start();
    ClockJudgement start_jam();
    ClockJudgement end_jam();
    ClockJudgement stop();
    ClockJudgement reset(Duration value);

private:
    TapTime locate(const TapClaim& claim) const;
    DelayProfile profile_at(Duration value) const;
    // Of a value of this clock then: what is left until it stops by itself.
    Duration left_of(Duration value) const { return then_.game.up ? then_.game.limit - value : value; }

    Duration behind() const { return now_ - tap_.at; } // B
    Duration value_then() const { return match::value_at(then_, clock_, tap_.at); }
    bool ran_then() const { return match::runs(then_, clock_, tap_.at); }
    bool snap_to_start();

    const match::Clock& clock_of(const MatchState& state) const
    {
        return clock_ == ClockId::kGame ? state.game : state.shot.clock;
    }
    template <class Predicate>
    bool any_since(BoardTime from, bool from_counts, Predicate predicate) const;
    bool barred_since_tap() const;
    bool same_segment_runs_now() const;
    bool ran_out_long_ago() const;

    ClockJudgement pair_or_nothing() const;
    const match::Offer* held_start() const;

    Verdict at_tap() const;
    Verdict at_arrival(VerdictReason reason) const;
    ClockJudgement held(std::optional<Duration> offered) const;
    std::optional<Duration> offered(Duration value) const;

    const Timeline& head_;
    const Entry& entry_;
    ClockId clock_;
    BoardTime now_; // b
    Duration age_;  // as claimed: sent − tap
    TapTime tap_;
    MatchState then_; // at e
    DelayProfile profile_;
};

TapTime ClockJudge::locate(const TapClaim& claim) const
{
    const BoardTime oldest = now_ - kOldest;
    TapTime tap;
    tap.synced = claim.at.has_value();
    // STOP 1: a tap cannot lie ahead of its arrival; what the sample says beyond that is its error.
    tap.at = std::clamp(claim.at.value_or(now_ - std::min(claim.age, kOldest)), oldest, now_);
    tap.uncertainty = claim.at ? claim.uncertainty : std::max(claim.uncertainty, claim.age);
    tap.clamped = claim.before_floor > Duration::zero();
    tap.disputed = claim.before_floor > kFloorSlackMax;
    return tap;
}

DelayProfile ClockJudge::profile_at(Duration value) const
{
    if (clock_ == ClockId::kShot) {
        // Without a shot clock the rules refuse the command, whatever is found here.
        return head_.ruleset().shot_clock.value_or(match::ShotClockRules{}).delay;
    }
    const match::PeriodRules& periods = head_.ruleset().periods;
    return left_of(value) <= periods.last_minute ? periods.last_minute_delay : periods.delay;
}

// STOP 2: a tap that its uncertainty may have put before the start of the run it belongs to counts at that
// start.
bool ClockJudge::snap_to_start()
{
    const BoardTime latest = std::min(tap_.at + tap_.uncertainty, now_);
    const MatchState soon = head_.state_at(latest);
    const match::Clock& clock = clock_of(soon);
    if (!match::runs(soon, clock_, latest) || clock.anchor <= tap_.at) {
        return false;
    }
    tap_.uncertainty += clock.anchor - tap_.at; // the tap may still have been as far before it as ever
    tap_.at = clock.anchor;
    then_ = head_.state_at(tap_.at);
    return true;
}

// Whether an entry that counts lies in (from, now], or in [from, now].
template <class Predicate>
bool ClockJudge::any_since(BoardTime from, bool from_counts, Predicate predicate) const
{
    const auto entries = head_.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->received < from) {
            return false; // nothing counts later than it was received
        }
        const BoardTime when = match::effective_time(*entry);
        const bool inside = when > from || (from_counts && when == from);
        const bool counts =
            entry->outcome.applied && !head_.voided(entry->id()) && !head_.ineffective(entry->id());
        if (inside && counts && predicate(*entry)) {
            return true;
        }
        if (std::holds_alternative<match::BoardBoot>(entry->command())) {
            return false; // before it another time line holds
        }
    }
    return false;
}

bool ClockJudge::barred_since_tap() const
{
    if (sabotage_planted(SABOTAGE_ACROSS_A_SET)) {
        return false;
    }
    return any_since(tap_.at, false,
                     [this](const Entry& entry) { return std::visit(Bars{clock_}, entry.command()); });
}

bool ClockJudge::same_segment_runs_now() const
{
    return ran_then() && match::runs(head_.state(), clock_, now_) &&
           clock_of(head_.state()).segment == clock_of(then_).segment;
}

// STOP 5: whether the run that held the tap came down to 0.0 by itself, and the grace is over.
bool ClockJudge::ran_out_long_ago() const
{
    const std::optional<BoardTime> end = clock_of(then_).expires_at();
    if (!end || *end > now_ ||
        now_ - *end <= (sabotage_planted(SABOTAGE_NO_GRACE) ? Duration::zero() : profile_.grace)) {
        return false;
    }
    const MatchState state = head_.state_at(*end);
    const match::Clock& at_end = clock_of(state);
    return at_end.running && at_end.segment == clock_of(then_).segment;
}

// The newest START of this writer that was held and that nothing has ended since.
const match::Offer* ClockJudge::held_start() const
{
    const std::vector<match::Offer>& offers = head_.state().offers;
    const auto found = std::find_if(offers.rbegin(), offers.rend(), [this](const match::Offer& offer) {
        return offer.start && offer.clock == clock_ && offer.id.writer == entry_.id().writer;
    });
    return found == offers.rend() ? nullptr : &*found;
}

// STOP 2, when the clock stood at the tap: nothing to end, unless its START was held.
ClockJudgement ClockJudge::pair_or_nothing() const
{
    Verdict verdict;
    verdict.at = tap_.at;
    verdict.uncertainty = tap_.uncertainty;
    verdict.reason = at_tap().reason;
    const match::Offer* start = held_start();
    const Entry* started = start == nullptr ? nullptr : head_.find(start->id);
    if (started == nullptr || start->at > tap_.at) {
        return {{}, verdict};
    }
    const Duration ran = tap_.at - start->at;
    const bool whole = !any_since(start->at, true, [this, start](const Entry& entry) {
        return entry.id() != start->id && touches(entry.command(), clock_);
    });
    const bool known = started->verdict && started->verdict->uncertainty <= profile_.uncertainty_max;
    verdict.book_start = start->id;
    if (known && whole && ran <= profile_.automatic_max && now_ - start->at <= profile_.offer_max) {
        verdict.effect = Effect::kBook;
        verdict.book_from = start->at;
        verdict.book_to = tap_.at;
        return {{}, verdict};
    }
    verdict.reason = VerdictReason::kHeld;
    verdict.offered = clock_of(head_.state()).moved(match::value_at(head_.state(), clock_, now_), ran);
    return {{}, verdict};
}

Verdict ClockJudge::at_tap() const
{
    Verdict verdict;
    verdict.effect = Effect::kAt;
    verdict.at = tap_.at;
    verdict.uncertainty = tap_.uncertainty;
    verdict.reason = tap_.clamped           ? VerdictReason::kClamped
                     : behind() > kPunctual ? VerdictReason::kLate
                                            : VerdictReason::kInTime;
    return verdict;
}

Verdict ClockJudge::at_arrival(VerdictReason reason) const
{
    Verdict verdict;
    verdict.effect = Effect::kNow;
    verdict.at = now_;
    verdict.uncertainty = tap_.uncertainty;
    verdict.reason = reason;
    return verdict;
}

// STOP 6. A period that has ended since has nothing left to put back; beyond B_max nobody remembers.
std::optional<Duration> ClockJudge::offered(Duration value) const
{
    const bool moved_on =
        any_since(tap_.at, false, [](const Entry& entry) { return changes_period(entry.command()); });
    const bool worth = ran_then() && !moved_on && behind() <= profile_.offer_max;
    return worth ? std::optional(value) : std::nullopt;
}

ClockJudgement ClockJudge::held(std::optional<Duration> offered) const
{
    Verdict verdict;
    verdict.effect = same_segment_runs_now() && !tap_.disputed ? Effect::kNow : Effect::kNone;
    verdict.at = verdict.effect == Effect::kNow ? now_ : tap_.at;
    verdict.uncertainty = tap_.uncertainty;
    verdict.reason = VerdictReason::kHeld;
    verdict.offered = offered;
    return {{}, verdict};
}

ClockJudgement ClockJudge::stop()
{
    if (tap_.disputed) { // STOP 1: far before a floor
        return held(offered(value_then()));
    }
    if (!tap_.synced) { // STOP 1: no sample of this boot, or one that is not good enough
        return age_ < kUnsyncedMax ? ClockJudgement{{}, at_arrival(VerdictReason::kUnsynced)}
                                   : held(offered(value_then()));
    }
    if (!ran_then() && !snap_to_start() && !sabotage_planted(SABOTAGE_STOP_OF_NOTHING)) { // STOP 2
        return pair_or_nothing();
    }
    const Duration patience = sabotage_planted(SABOTAGE_IMPATIENT_JUDGE)    ? kUnsyncedMax
                              : sabotage_planted(SABOTAGE_ENDLESS_PATIENCE) ? kOldest
                                                                            : profile_.automatic_max;
    if (behind() > patience || barred_since_tap()) { // STOP 3
        return held(offered(value_then()));
    }
    if (ran_out_long_ago()) { // STOP 5
        return held(offered(value_then()));
    }
    return {{}, at_tap()}; // STOP 4 and 5: of two stops of one run the fold counts the earlier
}

ClockJudgement ClockJudge::start()
{
    if (ran_then()) {
        return {match::Outcome{false, match::Reason::kAlreadyRunning, "The clock was running already."},
                std::nullopt};
    }
    return start_jam();
}

// Like a START, but the period's clock may run already: it runs on from jam to jam.
ClockJudgement ClockJudge::start_jam()
{
    if (!tap_.disputed && tap_.synced && behind() <= profile_.start_max) {
        return {{}, at_tap()};
    }
    if (!tap_.disputed && !tap_.synced && age_ <= profile_.start_max) {
        return {{}, at_arrival(VerdictReason::kUnsynced)};
    }
    // An old START runs nothing: it waits for a person, or for its STOP.
    Verdict verdict;
    verdict.at = tap_.at;
    verdict.uncertainty = tap_.uncertainty;
    verdict.reason = VerdictReason::kHeld;
    return {{}, verdict};
}

// Nobody has to be asked: what it moves is the line-up's clock alone.
ClockJudgement ClockJudge::end_jam()
{
    const bool trusted = tap_.synced && !tap_.disputed && behind() <= profile_.automatic_max;
    return {{},
            trusted ? at_tap() : at_arrival(tap_.synced ? VerdictReason::kLate : VerdictReason::kUnsynced)};
}

ClockJudgement ClockJudge::reset(Duration value)
{
    if (!tap_.synced && !tap_.disputed && age_ < kUnsyncedMax) {
        return {{}, at_arrival(VerdictReason::kUnsynced)};
    }
    if (tap_.synced && !tap_.disputed && !ran_then() && !snap_to_start()) {
        return {{},
                at_arrival(VerdictReason::kInTime)}; // of a standing clock there is nothing to make up for
    }
    const bool trusted = tap_.synced && !tap_.disputed && behind() <= profile_.automatic_max &&
                         !barred_since_tap() && !ran_out_long_ago(); // STOP 3 and 5
    if (trusted) {
        return {{}, at_tap()};
    }
    // What the clock would show by now, had the tap counted.
    Entry counted = entry_;
    counted.verdict = at_tap();
    counted.outcome.applied = true;
    const MatchState put_back = head_.preview({&counted, 1});
    const bool in_range = value >= Duration::zero() &&
                          value <= head_.ruleset().shot_clock.value_or(match::ShotClockRules{}).full;
    return held(in_range ? offered(match::value_at(put_back, clock_, now_)) : std::nullopt);
}

} // namespace

ClockJudgement judge_clock(const match::Timeline& head, const match::Entry& entry, const TapClaim& claim)
{
    const match::Command& command = entry.command();
    if (const auto* start = std::get_if<match::StartClock>(&command)) {
        return ClockJudge(head, entry, claim, start->clock).start();
    }
    if (const auto* stop = std::get_if<match::StopClock>(&command)) {
        return ClockJudge(head, entry, claim, stop->clock).stop();
    }
    if (const auto* reset = std::get_if<match::ResetShotClock>(&command)) {
        return ClockJudge(head, entry, claim, ClockId::kShot).reset(reset->value);
    }
    if (std::holds_alternative<match::StartJam>(command)) {
        return ClockJudge(head, entry, claim, ClockId::kGame).start_jam();
    }
    if (std::holds_alternative<match::EndJam>(command)) {
        return ClockJudge(head, entry, claim, ClockId::kGame).end_jam();
    }
    // SET, ADJUST and the like are never back-dated.
    Verdict verdict;
    verdict.effect = Effect::kNow;
    verdict.at = entry.received;
    return {{}, verdict};
}

} // namespace scoreboard::core
