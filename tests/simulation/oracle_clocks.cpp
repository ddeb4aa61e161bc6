// What the oracle checks of clocks: from when a command counts, and what runs at all.
#include <algorithm>
#include <cstdlib>

#include "simulation/oracle.h"

namespace scoreboard::simulation {

namespace {

// Whether it has nothing to do with the game clock, whatever the match.
bool leaves_clock_alone(const match::Command& command, const match::Timeline& fold)
{
    if (const auto* edit = std::get_if<match::Edit>(&command)) {
        return leaves_clock_alone(match::as_command(edit->instead), fold);
    }
    if (const auto* insert = std::get_if<match::Insert>(&command)) {
        return leaves_clock_alone(match::as_command(insert->command), fold);
    }
    if (const match::CommandId* undone = match::corrected_by(command)) {
        const match::Entry* entry = fold.find(*undone);
        return entry != nullptr && leaves_clock_alone(entry->command(), fold);
    }
    const auto* start = std::get_if<match::StartClock>(&command);
    const auto* stop = std::get_if<match::StopClock>(&command);
    const auto* set = std::get_if<match::SetClock>(&command);
    return (start != nullptr && start->clock != match::ClockId::kGame) ||
           (stop != nullptr && stop->clock != match::ClockId::kGame) ||
           (set != nullptr && set->clock != match::ClockId::kGame) ||
           std::holds_alternative<match::AddScore>(command) ||
           std::holds_alternative<match::SetScore>(command) ||
           std::holds_alternative<match::AddFoul>(command) ||
           std::holds_alternative<match::SetPossession>(command) ||
           std::holds_alternative<match::ResetShotClock>(command) ||
           std::holds_alternative<match::BlankShotClock>(command) ||
           std::holds_alternative<match::SoundHorn>(command);
}

} // namespace

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
        violated(Check::kS13, describe(entry.sealed) + " counts from a tap of another boot, at " +
                                  std::to_string(verdict->at.time_since_epoch().count()) +
                                  " us of this one, with an uncertainty of " +
                                  std::to_string(verdict->uncertainty.count()) + " us");
    }
    if (counts_at_tap) {
        check_reach(entry, fold);
    }
    if (!truth) {
        return;
    }
    if (counts_at_tap) {
        const auto error = std::abs((verdict->at - *truth).count());
        if (error > (verdict->uncertainty + std::chrono::milliseconds(1)).count()) {
            violated(Check::kS13, describe(entry.sealed) + " counts " + std::to_string(error) +
                                      " us beside the true moment of the tap, and claims to be sure within " +
                                      std::to_string(verdict->uncertainty.count()) + " us");
        }
    }
    // A tablet that knows nothing of the board's clock tells the horn's age at sending: what the air then
    // holds up, at most until the connection is called dead, comes on top of its three seconds.
    const bool sounds = std::holds_alternative<match::SoundHorn>(entry.command()) && entry.outcome.applied;
    if (sounds && entry.received - *truth > std::chrono::seconds(8)) {
        violated(Check::kS20, describe(entry.sealed) + " sounds " +
                                  std::to_string((entry.received - *truth).count() / 1'000'000) + " s late");
    }
    check_stop(entry, fold, *truth);
}

// What a STOP that counts from its tap may reach back to.
void Oracle::check_reach(const match::Entry& entry, const match::Timeline& fold) const
{
    const auto* stop = std::get_if<match::StopClock>(&entry.command());
    if (stop == nullptr || stop->clock != match::ClockId::kGame || !entry.outcome.applied) {
        return;
    }
    const match::BoardTime at = entry.verdict->at;
    const match::BoardTime just_before = at - std::chrono::microseconds(1);
    const match::MatchState then = fold.state_at(just_before);
    // An interval's clock begins with its period entry.
    const bool began_then = std::ranges::any_of(fold.entries(), [&](const match::Entry& other) {
        return other.id() != entry.id() && other.outcome.applied && match::effective_time(other) == at;
    });
    if (!match::runs(then, match::ClockId::kGame, just_before) && !began_then) {
        violated(Check::kS14, describe(entry.sealed) + " counts as the end of a run, and the clock stood");
    }
    const match::PeriodRules& rules = fold.ruleset().periods;
    const bool near_end = match::time_left(fold.ruleset(), then, at) <= rules.last_minute;
    const match::Duration back = entry.received - at;
    if (back > (near_end ? rules.last_minute_delay : rules.delay).automatic_max) {
        violated(Check::kS15, describe(entry.sealed) + " puts the clock back by " +
                                  std::to_string(back.count() / 1000) + " ms, and nobody was asked");
    }
    for (const match::Entry& other : fold.entries()) {
        const auto* set = std::get_if<match::SetClock>(&other.command());
        const bool sets = (set != nullptr && set->clock == match::ClockId::kGame) ||
                          std::holds_alternative<match::NextPeriod>(other.command());
        const match::BoardTime when = match::effective_time(other);
        if (sets && other.rev < entry.rev && other.outcome.applied && !fold.voided(other.id()) &&
            !fold.ineffective(other.id()) && when > at && when <= entry.received &&
            other.board_boot == entry.board_boot) {
            violated(Check::kS15, describe(entry.sealed) + " reaches back past rev " +
                                      std::to_string(other.rev) + ", " + match::describe(other.command()) +
                                      ", and nobody was asked");
        }
    }
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
    const match::Duration value = match::time_left(fold.ruleset(), then, tapped);
    const match::DelayProfile& profile =
        value <= rules.last_minute + kMargin ? rules.last_minute_delay : rules.delay;
    const bool ran = match::runs(then, match::ClockId::kGame, tapped) && value > kMargin;
    const bool patient = entry.received - tapped < profile.automatic_max - kMargin;
    const bool sure = entry.verdict->uncertainty < rules.last_minute_delay.uncertainty_max;
    const auto expiry = then.game.expires_at();
    const bool forgiven = !expiry || entry.received < *expiry + profile.grace - kMargin;
    bool undisturbed = true; // whatever else came in between may be a reason to ask a person
    for (const match::Entry& other : fold.entries()) {
        undisturbed =
            undisturbed && (other.id() == entry.id() || !other.outcome.applied ||
                            other.received < tapped - kMargin || leaves_clock_alone(other.command(), fold));
    }
    if (ran && patient && sure && forgiven && undisturbed) {
        violated(Check::kP3, describe(entry.sealed) + " while the clock ran, came " +
                                 std::to_string((entry.received - tapped).count() / 1000) +
                                 " ms later, and was left to a person to decide");
    }
}

// S17: after a reboot, and in a match that begins, people let clocks run, nothing else does.
void Oracle::check_clock(const match::Entry& entry, const match::MatchState& state)
{
    const match::Command& command = entry.command();
    if (std::holds_alternative<match::StartMatch>(command)) {
        started_in_.erase(entry.board_boot);
    }
    if (entry.outcome.applied && (std::holds_alternative<match::StartClock>(command) ||
                                  std::holds_alternative<match::AcceptOffer>(command) ||
                                  std::holds_alternative<match::NextPeriod>(command))) {
        started_in_.insert(entry.board_boot);
    }
    if (match::runs(state, match::ClockId::kGame, entry.received) &&
        !started_in_.contains(entry.board_boot)) {
        violated(Check::kS17, "a clock runs at rev " + std::to_string(entry.rev) +
                                  ", and nobody has started one since the board booted or the match began");
    }
}

} // namespace scoreboard::simulation
