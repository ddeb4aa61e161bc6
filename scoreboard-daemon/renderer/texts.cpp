#include "renderer/texts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "renderer/panel_text.h"

namespace scoreboard::renderer {
namespace {

using match::BoardTime;
using match::Duration;
using match::Scoreline;
using match::Side;

constexpr std::size_t kSlotPenalties = 2; // those that have a clock of their own on such a panel
constexpr std::size_t kAttemptsShown = 6;
constexpr std::size_t kInfoCells = 11; // of a panel with text

struct Info {
    std::string text;
    std::optional<Duration> changes_in; // a time in it that runs down
};

// A time that is rounded up changes when so much more of it has gone.
Duration until_next_second(Duration left)
{
    const Duration rest = left % Duration(std::chrono::seconds(1));
    return rest == Duration::zero() ? Duration(std::chrono::seconds(1)) : rest;
}

std::string period_text(const Scoreline& line)
{
    std::string text = line.period_text;
    if (line.jam && line.jam->number > 0) {
        text += " JAM " + std::to_string(line.jam->number);
    }
    if (std::find(line.lamps.begin(), line.lamps.end(), "expedite") != line.lamps.end()) {
        text += " EXP";
    }
    return line.added_time.empty() ? text : text + " " + line.added_time;
}

int tally_of(const match::TeamLine& team, const std::string& name)
{
    const auto found = std::find_if(team.tallies.begin(), team.tallies.end(),
                                    [&](const match::TallyLine& tally) { return tally.name == name; });
    return found == team.tallies.end() ? -1 : found->count;
}

std::string attempts_text(const std::vector<bool>& attempts)
{
    std::string marks;
    const std::size_t first = attempts.size() > kAttemptsShown ? attempts.size() - kAttemptsShown : 0;
    for (std::size_t i = first; i < attempts.size(); ++i) {
        marks += attempts[i] ? 'O' : '-';
    }
    return marks;
}

// Words with spaces between them, where there is room for those.
std::string fitted(const std::vector<std::string>& words)
{
    std::string spaced;
    std::string close;
    for (const std::string& word : words) {
        spaced += (spaced.empty() ? "" : " ") + word;
        close += word;
    }
    return spaced.size() <= kInfoCells ? spaced : close;
}

// "3&7 @35 T2": the offence has its time-outs left as well.
std::string downs_text(const match::DownsLine& line, const match::TeamLine& team, bool timeouts)
{
    const match::Downs& downs = line.downs;
    if (downs.down == 0) {
        return {};
    }
    std::vector<std::string> words{std::to_string(downs.down) + "&" +
                                       (downs.to_go == 0 ? "G" : std::to_string(downs.to_go)),
                                   "@" + std::to_string(downs.ball_on)};
    if (timeouts) {
        words.push_back("T" + std::to_string(team.timeouts_left));
    }
    return fitted(words);
}

// The batting side's line is the count and its hits, the other's the bases that are taken, its hits and
// errors.
std::string count_text(const match::CountLine& count, const match::TeamLine& team, Side side)
{
    const std::string hits = "H" + std::to_string(std::max(tally_of(team, "hit"), 0));
    if (side == (count.half == "BOT" ? Side::kHome : Side::kGuest)) {
        return fitted({"B" + std::to_string(count.balls), "S" + std::to_string(count.strikes),
                       "O" + std::to_string(count.outs), hits});
    }
    std::string taken;
    for (unsigned base = 0; base < 3; ++base) {
        taken += (count.bases >> base & 1U) != 0 ? std::to_string(base + 1) : "";
    }
    return taken.empty()
               ? std::string()
               : fitted({"ON" + taken, hits, "E" + std::to_string(std::max(tally_of(team, "error"), 0))});
}

std::string standing_text(const match::Ruleset& ruleset, const Scoreline& line, Side side)
{
    const match::TeamLine& team = line.team(side);
    std::string text;
    if (line.has_sets) {
        text = "SETS " + std::to_string(team.sets);
    } else if (ruleset.fouls) {
        text = "FOULS " + std::to_string(team.fouls);
    } else if (const int shots = tally_of(team, "shot"); shots >= 0) {
        text = "SHOTS " + std::to_string(shots);
    } else if (const int hits = tally_of(team, "hit"); hits >= 0) {
        text = "H" + std::to_string(hits) + " E" + std::to_string(tally_of(team, "error"));
    }
    if (ruleset.timeouts) {
        text += (text.empty() ? "T-O " : " T") + std::to_string(team.timeouts_left);
    }
    return text;
}

Info info_of(const match::Ruleset& ruleset, const Scoreline& line, Side side, bool clock_runs)
{
    const match::TeamLine& team = line.team(side);
    if (line.timeout && line.timeout->side == side && line.timeout->remaining > Duration::zero()) {
        return {"T-O " + line.timeout->text, until_next_second(line.timeout->remaining)};
    }
    if (line.has_shootout) {
        return {std::to_string(team.shootout_goals) + " " + attempts_text(team.attempts), {}};
    }
    if (line.downs &&
        (team.possession || (!line.home.possession && !line.guest.possession && side == Side::kHome))) {
        if (const std::string text = downs_text(*line.downs, team, ruleset.timeouts.has_value());
            !text.empty()) {
            return {text, {}};
        }
    }
    if (line.count) {
        if (const std::string text = count_text(*line.count, team, side); !text.empty()) {
            return {text, {}};
        }
    }
    if (team.penalties.size() > kSlotPenalties && ruleset.penalties &&
        ruleset.penalties->shown_max > static_cast<int>(kSlotPenalties)) {
        const match::PenaltyLine& third = team.penalties[kSlotPenalties];
        return {(third.player ? std::to_string(*third.player) + " " : "") + third.text,
                third.running && clock_runs ? std::optional(until_next_second(third.left)) : std::nullopt};
    }
    return {standing_text(ruleset, line, side), {}};
}

} // namespace

std::optional<BoardTime> put_texts(Sheet& sheet, const match::Ruleset& ruleset,
                                   const match::MatchState& state, const Scoreline& line, BoardTime now)
{
    if (!sheet.has_texts()) {
        return std::nullopt;
    }
    const bool clock_runs = match::playing_since(state, now).has_value();
    std::optional<BoardTime> change;
    sheet.text("period", period_text(line));
    for (const Side side : {Side::kHome, Side::kGuest}) {
        const std::string name = side == Side::kHome ? "home" : "guest";
        sheet.name(name + ".name", line.team(side).name);
        const Info info = info_of(ruleset, line, side, clock_runs);
        sheet.text(name + ".info", info.text);
        if (info.changes_in && (!change || now + *info.changes_in < *change)) {
            change = now + *info.changes_in;
        }
    }
    return change;
}

} // namespace scoreboard::renderer
