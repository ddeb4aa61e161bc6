#include <algorithm>
#include <utility>

#include "match/correction_effect.h"

// What a correction would change, line by line, for a person.
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

void compare(const std::string& what, const std::string& before, const std::string& after,
             std::vector<std::string>& lines)
{
    if (before != after) {
        lines.push_back(from_to(what, before.empty() ? "none" : before, after.empty() ? "none" : after));
    }
}

std::string in_a_row(const std::vector<int>& numbers)
{
    std::string row;
    for (const int number : numbers) {
        row += (row.empty() ? "" : " ") + std::to_string(number);
    }
    return row;
}

// "minor #7 2:00, major 5:00".
std::string penalties_of(const TeamLine& team)
{
    std::string all;
    for (const PenaltyLine& penalty : team.penalties) {
        all += (all.empty() ? "" : ", ") + penalty.name +
               (penalty.player ? " #" + std::to_string(*penalty.player) : "") + " " + penalty.text;
    }
    return all;
}

std::string possession_of(const Scoreline& line)
{
    return line.home.possession ? line.home.name : line.guest.possession ? line.guest.name : "";
}

std::string bases_of(const CountLine& count)
{
    std::vector<int> taken;
    for (int base = 0; base < 32; ++base) {
        if ((count.bases >> base & 1U) != 0) {
            taken.push_back(base + 1);
        }
    }
    return in_a_row(taken);
}

void compare_situation(const Scoreline& before, const Scoreline& after, std::vector<std::string>& lines)
{
    compare("possession", possession_of(before), possession_of(after), lines);
    compare("added time", before.added_time, after.added_time, lines);
    if (before.count && after.count) {
        compare("balls", before.count->balls, after.count->balls, lines);
        compare("strikes", before.count->strikes, after.count->strikes, lines);
        compare("outs", before.count->outs, after.count->outs, lines);
        compare("runners on", bases_of(*before.count), bases_of(*after.count), lines);
    }
    if (before.downs && after.downs) {
        compare("down", before.downs->text, after.downs->text, lines);
        compare("ball on", before.downs->downs.ball_on, after.downs->downs.ball_on, lines);
    }
    if (before.jam && after.jam) {
        compare("jam", before.jam->number, after.jam->number, lines);
        if (before.jam->on != after.jam->on) {
            lines.emplace_back(after.jam->on ? "a jam is on" : "no jam is on");
        }
    }
}

void compare(const TeamLine& before, const TeamLine& after, std::vector<std::string>& lines)
{
    const std::string& name = before.name;
    compare("the name", before.name, after.name, lines);
    compare(name, before.score_text, after.score_text, lines);
    if (before.score_text == after.score_text && before.by_period.size() == after.by_period.size()) {
        compare(name + " by period", in_a_row(before.by_period), in_a_row(after.by_period), lines);
    }
    compare(name + " sets", before.sets, after.sets, lines);
    compare(name + " fouls", before.fouls, after.fouls, lines);
    compare(name + " time-outs left", before.timeouts_left, after.timeouts_left, lines);
    compare(name + " penalties", penalties_of(before), penalties_of(after), lines);
    compare(name + " shoot-out", before.shootout_goals, after.shootout_goals, lines);
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

void compare(ClockId clock, const ClockFace& before, const ClockFace& after, std::vector<std::string>& lines)
{
    if (!before.visible && !after.visible) {
        return;
    }
    const bool moves = before.value != after.value || before.visible != after.visible;
    const std::string what = clock == ClockId::kGame ? "clock" : "shot clock";
    std::string line = what;
    if (moves) {
        const auto shown = [clock](const ClockFace& face) {
            return face.visible ? format_clock_exact(clock, face.value) : std::string("blank");
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

} // namespace

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
    compare_situation(before, after, lines);
    compare(ClockId::kGame, before.game, after.game, lines);
    compare(ClockId::kShot, before.shot, after.shot, lines);
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
