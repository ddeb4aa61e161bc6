#include "match/correction_effect.h"

#include <algorithm>
#include <utility>

#include "match/command_words.h"

namespace scoreboard::match {
namespace {

std::string from_to(const std::string& what, const std::string& before, const std::string& after)
{
    return what + " " + before + " -> " + after;
}

void compare(const std::string& what, int before, int after, std::vector<std::string>& lines)
{
    if (before != after) {
        lines.push_back(from_to(what, std::to_string(before), std::to_string(after)));
    }
}

void compare(const TeamLine& before, const TeamLine& after, std::vector<std::string>& lines)
{
    const std::string& name = before.name;
    if (before.score_text != after.score_text) {
        lines.push_back(from_to(name, before.score_text, after.score_text));
    }
    compare(name + " sets", before.sets, after.sets, lines);
    compare(name + " fouls", before.fouls, after.fouls, lines);
    compare(name + " time-outs left", before.timeouts_left, after.timeouts_left, lines);
    compare(name + " penalties", static_cast<int>(before.penalties.size()),
            static_cast<int>(after.penalties.size()), lines);
    for (std::size_t i = 0; i < before.tallies.size(); ++i) {
        compare(name + " " + before.tallies[i].name, before.tallies[i].count, after.tallies[i].count, lines);
    }
    for (const Player& player : after.players) {
        const auto had = std::find_if(before.players.begin(), before.players.end(),
                                      [&player](const Player& own) { return own.number == player.number; });
        const Player none{player.number, 0, 0};
        const Player& was = had == before.players.end() ? none : *had;
        compare(name + " #" + std::to_string(player.number) + " points", was.points, player.points, lines);
        compare(name + " #" + std::to_string(player.number) + " fouls", was.fouls, player.fouls, lines);
    }
    for (const Player& player : before.players) { // nothing is to their name any more
        const bool stays = std::any_of(after.players.begin(), after.players.end(),
                                       [&player](const Player& own) { return own.number == player.number; });
        if (!stays) {
            compare(name + " #" + std::to_string(player.number) + " points", player.points, 0, lines);
            compare(name + " #" + std::to_string(player.number) + " fouls", player.fouls, 0, lines);
        }
    }
}

void compare(const std::string& what, const ClockFace& before, const ClockFace& after,
             std::vector<std::string>& lines)
{
    if (!before.visible && !after.visible) {
        return;
    }
    const bool moves = before.value != after.value || before.visible != after.visible;
    std::string line = what;
    if (moves) {
        const auto shown = [](const ClockFace& face) {
            return face.visible ? format_clock_exact(face.value) : std::string("blank");
        };
        line = from_to(what, shown(before), shown(after));
    }
    if (before.running != after.running) {
        line += after.running ? ", and RUNS" : ", and STANDS";
    }
    if (line != what) {
        lines.push_back(std::move(line));
    }
}

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

bool agrees(const CorrectionEffect& effect, const ShownEffect& shown, Duration since, Duration tolerance)
{
    return effect.after.at == shown.at && shown_marks(effect) == shown.marks &&
           same(shown.game, effect.after.game, since, tolerance) &&
           same(shown.shot, effect.after.shot, since, tolerance);
}

std::vector<std::string> in_words(const CorrectionEffect& effect)
{
    if (!effect.outcome.applied) {
        return {effect.outcome.text};
    }
    std::vector<std::string> lines;
    const Scoreline& before = effect.before;
    const Scoreline& after = effect.after;
    if (before.at != after.at || before.period_text != after.period_text) {
        lines.push_back(from_to("period", before.period_text, after.period_text));
    }
    compare(before.home, after.home, lines);
    compare(before.guest, after.guest, lines);
    compare("clock", before.game, after.game, lines);
    compare("shot clock", before.shot, after.shot, lines);
    if (before.timeout.has_value() != after.timeout.has_value()) {
        lines.emplace_back(after.timeout ? "a time-out runs" : "no time-out runs");
    }
    for (const CorrectionEffect::Mark& mark : effect.marks) {
        const std::string entry = mark.label + ", entry " + std::to_string(mark.rev) + ", ";
        lines.push_back(entry + (mark.why.empty() ? "counts again" : "has no effect any more: " + mark.why));
    }
    if (lines.empty()) {
        lines.emplace_back("nothing that is shown changes");
    }
    return lines;
}

} // namespace scoreboard::match
