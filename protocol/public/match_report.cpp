#include "public/match_report.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <variant>

#include "match/command_words.h"
#include "match/timeline.h"

namespace scoreboard::public_json {
namespace {

using match::Side;

std::string shirt(const std::optional<int>& player)
{
    return player ? " #" + std::to_string(*player) : "";
}

// What a point is called where only one is given at once; empty: it is a point.
std::string word_of_one(const match::Ruleset& ruleset)
{
    if (!ruleset.score || ruleset.rally || ruleset.tennis || ruleset.score->increments != std::vector{1}) {
        return {};
    }
    return ruleset.innings ? "run" : "goal";
}

std::string times(int count)
{
    return count == 1 ? "" : " × " + std::to_string(count);
}

// What is told of a command; "" for what a person reads off the state beside it (a period that ends).
struct Teller {
    const match::Ruleset& ruleset;

    std::string operator()(const match::AddScore& command) const
    {
        const bool one = command.points == 1 || command.points == -1;
        const std::string word = word_of_one(ruleset);
        const std::string count =
            command.points == 1 && !word.empty() ? "" : std::to_string(command.points) + " ";
        return count + (word.empty() ? "point" : word) + (one ? "" : "s") + shirt(command.player);
    }
    std::string operator()(const match::SetScore& command) const
    {
        return "score set to " + std::to_string(command.points);
    }
    std::string operator()(const match::AddFoul& command) const
    {
        return "foul" + times(command.count) + shirt(command.player);
    }
    std::string operator()(const match::AddTally& command) const
    {
        return ruleset.tallies[static_cast<std::size_t>(command.tally)].name + times(command.count) +
               shirt(command.player);
    }
    std::string operator()(const match::AddPenalty& command) const
    {
        return ruleset.penalties->kinds[static_cast<std::size_t>(command.kind)].name + shirt(command.player) +
               (command.coincidental ? ", coincidental" : "");
    }
    std::string operator()(const match::AddAttempt& command) const
    {
        return command.scored ? "attempt, scored" : "attempt, missed";
    }
    std::string operator()(const match::StartTimeout& command) const
    {
        const std::vector<match::TimeoutKind>& more = ruleset.timeouts->more;
        return command.kind == 0 ? "time-out"
                                 : more[static_cast<std::size_t>(command.kind - 1)].name + " time-out";
    }
    std::string operator()(const match::StartMatch& start) const
    {
        return start.goes_on ? "match goes on" : "match begins";
    }
    std::string operator()(const match::NextPeriod&) const { return {}; }
    std::string operator()(const match::Note& note) const { return note.text; }
    std::string operator()(const match::SetClock& command) const
    {
        return std::string(command.clock == match::ClockId::kGame ? "clock" : "shot clock") + " set to " +
               match::format_clock_exact(command.value);
    }
    std::string operator()(const match::OpenMatch& command) const
    {
        return "another match begins: " + command.ruleset;
    }
    template <class Other>
    std::string operator()(const Other& command) const
    {
        return match::in_words(ruleset, command);
    }
};

// What an entry that ends another one tells of it: whose penalty it was.
std::optional<match::Command> ended_by(const match::Timeline& timeline, const match::Command& command)
{
    const auto* end = std::get_if<match::EndPenalty>(&command);
    const bool known = end != nullptr && timeline.find(end->penalty) != nullptr;
    return known ? std::optional(timeline.counted_command(end->penalty)) : std::nullopt;
}

std::optional<Side> side_of(const match::Command& command)
{
    return std::visit(
        [](const auto& kind) -> std::optional<Side> {
            if constexpr (requires { kind.side; }) {
                return kind.side;
            } else {
                return std::nullopt;
            }
        },
        command);
}

struct Minor {
    bool operator()(const match::StartClock&) const { return true; }
    bool operator()(const match::StopClock&) const { return true; }
    bool operator()(const match::ResetShotClock&) const { return true; }
    bool operator()(const match::BlankShotClock&) const { return true; }
    bool operator()(const match::AcceptOffer&) const { return true; }
    bool operator()(const match::SoundHorn&) const { return true; }
    bool operator()(const match::SetPossession&) const { return true; }
    bool operator()(const match::SetLamp&) const { return true; }
    bool operator()(const match::EndTimeout&) const { return true; }
    bool operator()(const match::SetBases&) const { return true; }
    bool operator()(const match::OpenMatch&) const { return true; }
    bool operator()(const match::ResumeMatch&) const { return true; }
    bool operator()(const match::HoldDisplay&) const { return true; }
    bool operator()(const match::SetSides&) const { return true; }
    bool operator()(const match::SetTeamName&) const { return true; }
    template <class Other>
    bool operator()(const Other&) const
    {
        return false;
    }
};

ReportEvent event_of(const match::Timeline& timeline, const match::Entry& entry, match::BoardTime when,
                     const match::MatchState& state)
{
    const match::Command command = timeline.counted_command(entry.id());
    const match::Scoreline line =
        match::scoreline(timeline.ruleset(), state, std::max(when, match::BoardTime{}));
    ReportEvent event;
    event.rev = entry.rev;
    event.wall_ms = entry.wall_ms;
    event.period = line.period_text;
    event.clock = line.game.text;
    event.side = side_of(command);
    event.taken_back = timeline.voided(entry.id()) || timeline.ineffective(entry.id());
    event.text = std::visit(Teller{timeline.ruleset()}, command);
    if (const auto ended = ended_by(timeline, command)) {
        event.side = side_of(*ended);
        event.text = std::visit(Teller{timeline.ruleset()}, *ended) + " ends";
    }
    const auto* turn = std::get_if<match::NextPeriod>(&command);
    if (event.text.empty() && event.taken_back && turn != nullptr && turn->seen) {
        event.text = turn->seen->phase == match::Phase::kPlay ? "period ends" : "period begins";
    }
    if (event.text.empty()) {
        event.text = state.at.phase == match::Phase::kPlay ? "period begins" : "period ends";
    }
    event.home = line.home.score;
    event.guest = line.guest.score;
    event.minor = std::visit(Minor{}, command);
    event.corrected = command != entry.command();
    return event;
}

int sum(const std::vector<int>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

ReportTeam team_of(const match::Scoreline& line, const match::MatchState& state, Side side)
{
    ReportTeam team;
    team.line = line.team(side);
    team.fouls = sum(state.team(side).fouls);
    team.timeouts = sum(state.team(side).timeouts);
    for (const std::vector<int>& by_period : state.team(side).more_timeouts) {
        team.timeouts += sum(by_period);
    }
    return team;
}

} // namespace

MatchReport match_report(std::span<const match::Entry> entries)
{
    assert(!entries.empty() && match::Timeline::begins_with(entries.front()));
    match::Timeline timeline(entries.front());
    for (const match::Entry& entry : entries.subspan(1)) {
        timeline.add(entry);
    }
    const match::Ruleset& ruleset = timeline.ruleset();
    const match::Entry& newest = entries.back();
    const match::Scoreline line = match::scoreline(ruleset, timeline.state(), newest.received);

    MatchReport report;
    report.summary = match::summary_of(ruleset, timeline.state(), entries.front(), newest);
    report.rules = ruleset.name;
    report.source = ruleset.source;
    report.has_sets = line.has_sets;
    report.has_score = ruleset.score.has_value();
    report.home = team_of(line, timeline.state(), Side::kHome);
    report.guest = team_of(line, timeline.state(), Side::kGuest);
    for (std::size_t period = 1; period <= line.home.by_period.size(); ++period) {
        report.periods.push_back(ruleset.innings ? std::to_string(period)
                                                 : match::period_name(ruleset, static_cast<int>(period)));
    }
    timeline.walk([&](const match::Entry& entry, match::BoardTime when, const match::MatchState& state) {
        ReportEvent event = event_of(timeline, entry, when, state);
        const bool penalty = std::holds_alternative<match::AddPenalty>(timeline.counted_command(entry.id()));
        if (penalty && !event.taken_back) {
            ReportTeam& team = event.side == Side::kHome ? report.home : report.guest;
            team.penalties.push_back(event.text + ", " + event.period + " " + event.clock);
        }
        report.events.push_back(std::move(event));
    });
    return report;
}

} // namespace scoreboard::public_json
