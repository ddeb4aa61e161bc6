#include "match/correction_effect.h"

#include <algorithm>
#include <utility>

#include "match/command_words.h"

namespace scoreboard::match {
namespace {

Duration age_of(const Timeline& timeline, const Entry& correction, BoardTime now)
{
    const CommandId* target = corrected_by(correction.command());
    const Entry* entry = target != nullptr ? timeline.find(*target) : nullptr;
    if (entry == nullptr) {
        return Duration::zero();
    }
    const auto later = timeline.entries().subspan(entry->rev - timeline.entries().front().rev);
    const bool booted = std::any_of(later.begin(), later.end(), [](const Entry& other) {
        return std::holds_alternative<BoardBoot>(other.command());
    });
    return booted ? Duration::max() : now - entry->received;
}

// The first START of a match begins its first period: taking that back is no other period.
bool other_period(const PeriodPhase& before, const PeriodPhase& after)
{
    const auto open = [](Phase phase) { return phase == Phase::kPre || phase == Phase::kPlay; };
    return before.period != after.period ||
           (before.phase != after.phase && !(open(before.phase) && open(after.phase)));
}

Duration distance(Duration a, Duration b)
{
    return a < b ? b - a : a - b;
}

ShownClock shown_of(const ClockFace& face)
{
    return {face.value, face.running};
}

bool same(const ShownClock& shown, const ClockFace& face, Duration since, Duration tolerance)
{
    if (!face.running || !shown.running) {
        return shown_of(face) == shown;
    }
    const Duration ran = face.up ? since : -since;
    return distance(shown.value + ran, face.value) <= tolerance;
}

std::vector<CommandId> shown_marks(const CorrectionEffect& effect)
{
    std::vector<CommandId> marks;
    for (const CorrectionEffect::Mark& mark : effect.marks) {
        if (!mark.why.empty() && marks.size() < kShownMarksMax) {
            marks.push_back(mark.id);
        }
    }
    return marks;
}

} // namespace

CorrectionEffect effect_of(const Timeline& timeline, Entry correction, BoardTime now)
{
    CorrectionEffect effect;
    correction.rev = timeline.rev() + 1;
    correction.outcome = timeline.judge(correction);
    effect.outcome = correction.outcome;
    if (!effect.outcome.applied) {
        return effect;
    }
    effect.target_age = age_of(timeline, correction, now);
    Timeline corrected = timeline;
    corrected.add(std::move(correction));
    effect.before = scoreline(timeline.ruleset(), timeline.state(), now);
    effect.after = scoreline(timeline.ruleset(), corrected.state(), now);
    for (const Entry& entry : timeline.entries()) {
        if (std::holds_alternative<Edit>(entry.command())) {
            continue; // it shares the fate of what it corrects
        }
        const bool had_sense = timeline.lost_sense(entry.id()).empty();
        std::string why = corrected.lost_sense(entry.id());
        const bool comes_back = !had_sense && why.empty() && !corrected.voided(entry.id());
        if (comes_back || (had_sense && !why.empty())) {
            effect.marks.push_back({entry.id(), entry.rev,
                                    in_words(timeline.ruleset(), timeline.counted_command(entry.id())),
                                    std::move(why)});
        }
    }
    return effect;
}

bool needs_confirmation(const Ruleset& ruleset, const CorrectionEffect& effect)
{
    if (!effect.outcome.applied) {
        return false;
    }
    const Scoreline& before = effect.before;
    const Scoreline& after = effect.after;
    if (other_period(before.at, after.at) || !shown_marks(effect).empty()) {
        return true;
    }
    const PeriodRules& periods = ruleset.periods;
    const bool last_minute = std::min(before.game.left, after.game.left) <= periods.last_minute;
    const DelayProfile& delay = last_minute ? periods.last_minute_delay : periods.delay;
    const Duration game_moves = distance(before.game.value, after.game.value);
    const bool starts = after.game.running && !before.game.running;
    if (game_moves > delay.automatic_max || (starts && effect.target_age > delay.start_max)) {
        return true;
    }
    // A shot clock that goes with the game clock is judged with it; a reset may be taken back at once.
    return ruleset.shot_clock && game_moves == Duration::zero() &&
           effect.target_age > ruleset.shot_clock->delay.start_max &&
           distance(before.shot.value, after.shot.value) > ruleset.shot_clock->delay.automatic_max;
}

ShownEffect shown_of(const CorrectionEffect& effect)
{
    return {effect.after.at, shown_of(effect.after.game), shown_of(effect.after.shot), shown_marks(effect)};
}

bool agrees(const CorrectionEffect& effect, const ShownEffect& shown, Duration since, Duration uncertainty)
{
    constexpr Duration kUnseen = std::chrono::milliseconds(100);
    const Duration tolerance = uncertainty + kUnseen;
    return effect.after.at == shown.at && shown_marks(effect) == shown.marks &&
           same(shown.game, effect.after.game, since, tolerance) &&
           same(shown.shot, effect.after.shot, since, tolerance);
}

} // namespace scoreboard::match
