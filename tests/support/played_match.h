#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "match/actions.h"
#include "support/test_match.h"

// Whole matches of any sport, told row by row in the words of the command line.
namespace scoreboard::support {

struct PlayedRow {
    double when;          // the board's time, in seconds
    const char* action;   // a name of all_actions(), "clock set M:SS.t", "set home N"; empty: only look
    const char* expected; // told(), or "refused REASON"
    const char* article;  // the rule that says so
};

inline std::string told_of_parts(const match::Scoreline& line)
{
    std::string text;
    if (line.has_sets) {
        text += " sets " + std::to_string(line.home.sets) + ":" + std::to_string(line.guest.sets);
    }
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        const match::TeamLine& team = line.team(side);
        const std::string name = side == match::Side::kHome ? "home" : "guest";
        for (const int player : team.players_out) {
            text += " " + name + " #" + std::to_string(player) + " out";
        }
        text += team.possession
                    ? " " + name + " serves" + (line.service_court.empty() ? "" : " ") + line.service_court
                    : "";
        for (const match::PenaltyLine& penalty : team.penalties) {
            text += " " + name + (penalty.player ? " #" + std::to_string(*penalty.player) : "") + " " +
                    penalty.name + " " + penalty.text + (penalty.running ? "" : " waits");
        }
    }
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        const match::TeamLine& team = line.team(side);
        const std::string name = side == match::Side::kHome ? "home" : "guest";
        text += team.match_point ? " match point " + name : team.set_point ? " set point " + name : "";
    }
    if (line.has_shootout) {
        text += " (" + std::to_string(line.home.shootout_goals) + ":" +
                std::to_string(line.guest.shootout_goals) + ")";
    }
    if (line.count) {
        text += " " + std::to_string(line.count->balls) + "-" + std::to_string(line.count->strikes) + ", " +
                std::to_string(line.count->outs) + " out";
        text += line.count->bases != 0 ? " bases " + std::to_string(line.count->bases) : "";
    }
    if (line.downs && !line.downs->text.empty()) {
        text += " " + line.downs->text;
    }
    if (line.jam && line.jam->number > 0) {
        text += (line.jam->on ? " jam " : " line-up after ") + std::to_string(line.jam->number) + " " +
                line.jam->text;
    }
    for (const std::string& prompt : line.prompts) {
        text += " " + prompt;
    }
    return text;
}

// One line a person could read off any board; what a sport does not have is not mentioned.
inline std::string told(const match::Ruleset& ruleset, const match::Scoreline& line)
{
    const auto pair = [](int home, int guest) { return std::to_string(home) + ":" + std::to_string(guest); };
    std::string text = line.period_text;
    if (line.game.visible) {
        text += " " + line.game.text + (line.game.running ? " run" : "");
    }
    text += line.added_time.empty() ? "" : " " + line.added_time;
    if (ruleset.score) {
        text += " " + line.home.score_text + ":" + line.guest.score_text;
    }
    if (ruleset.fouls && line.home.fouls + line.guest.fouls > 0) {
        text += " fouls " + pair(line.home.fouls, line.guest.fouls);
    }
    text += line.home.double_bonus ? " double home" : line.home.bonus ? " bonus home" : "";
    text += line.guest.double_bonus ? " double guest" : line.guest.bonus ? " bonus guest" : "";
    if (line.shot.visible) {
        text += " shot " + line.shot.text + (line.shot.running ? " run" : "");
    }
    if (line.timeout) {
        text += (line.timeout->kind.empty() ? "" : " " + line.timeout->kind) + " time-out " +
                line.timeout->text + (line.timeout->signal ? " signal" : "");
        text += ", left " + pair(line.home.timeouts_left, line.guest.timeouts_left);
    }
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        for (const match::TallyLine& tally : line.team(side).tallies) {
            if (tally.count > 0) {
                text += std::string(side == match::Side::kHome ? " home " : " guest ") + tally.name + " " +
                        std::to_string(tally.count);
            }
        }
    }
    text += told_of_parts(line);
    for (const std::string& lamp : line.lamps) {
        text += " lamp " + lamp;
    }
    return text;
}

inline std::optional<match::Command> command_named(const TestMatch& match, const std::string& name)
{
    const std::string set = "clock set ";
    if (name.rfind(set, 0) == 0) {
        return match::SetClock{match::ClockId::kGame, match::parse_clock(name.substr(set.size())).value()};
    }
    for (const match::Side side : {match::Side::kHome, match::Side::kGuest}) {
        const std::string score = side == match::Side::kHome ? "set home " : "set guest ";
        if (name.rfind(score, 0) == 0) {
            return match::SetScore{side, std::stoi(name.substr(score.size())), std::nullopt};
        }
    }
    for (const match::Action& action : all_actions(match.timeline().ruleset(), match.state())) {
        if (action.name == name) {
            return action.command;
        }
        // "penalty home minor #15"
        auto command = action.command;
        if (name.rfind(action.name + " #", 0) != 0) {
            continue;
        }
        const int player = std::stoi(name.substr(action.name.size() + 2));
        if (auto* penalty = std::get_if<match::AddPenalty>(&command)) {
            penalty->player = player;
            return command;
        }
        if (auto* tally = std::get_if<match::AddTally>(&command)) {
            tally->player = player;
            return command;
        }
        if (auto* foul = std::get_if<match::AddFoul>(&command)) {
            foul->player = player;
            return command;
        }
    }
    return std::nullopt;
}

// Plays the rows, and checks each. `golden` is what the digests of all its states came to when the log was
// first folded: what boards have written must fold to it for ever (0: no such record). Afterwards everything
// is undone and redone, newest first, and each state of the way must be seen again.
inline void play(const std::string& ruleset, const std::vector<PlayedRow>& rows, std::uint32_t golden = 0)
{
    ASSERT_NE(match::find_ruleset(ruleset), nullptr) << ruleset;
    TestMatch match(*match::find_ruleset(ruleset));
    std::vector<match::CommandId> applied;
    std::vector<match::MatchState> before;
    std::uint32_t digests = 2166136261U;
    for (const PlayedRow& row : rows) {
        SCOPED_TRACE(ruleset + " at " + std::to_string(row.when) + ", " + row.action + " (" + row.article +
                     ")");
        std::string seen;
        if (*row.action != '\0') {
            match.see(match.state().at);
            const auto command = command_named(match, row.action);
            ASSERT_TRUE(command) << "this sport knows no such action";
            before.push_back(match.state());
            const match::Outcome outcome = match.give(at(row.when), *command);
            if (outcome.applied) {
                applied.push_back(match.last());
            } else {
                before.pop_back();
                seen = std::string("refused ") + to_string(outcome.reason);
                ASSERT_FALSE(outcome.text.empty());
            }
        }
        if (seen.empty()) {
            seen = told(match.timeline().ruleset(), match.line(at(row.when)));
        }
        ASSERT_EQ(seen, row.expected);
        digests = (digests ^ digest(match.state(), at(row.when))) * 16777619U;
    }
    if (golden != 0) {
        EXPECT_EQ(digests, golden) << ruleset << ": logs that are written would be refused";
    }
    const match::MatchState end = match.state();
    match.see(std::nullopt);
    std::vector<match::CommandId> undos;
    for (std::size_t i = applied.size(); i-- > 0;) {
        ASSERT_TRUE(match.give(at(90000), match::Undo{applied[i]}).applied);
        undos.push_back(match.last());
        ASSERT_EQ(match.state(), before[i]) << ruleset << ": after undoing command " << i;
    }
    for (std::size_t i = undos.size(); i-- > 0;) {
        ASSERT_TRUE(match.give(at(90001), match::Redo{undos[i]}).applied);
    }
    ASSERT_EQ(match.state(), end) << ruleset;
}

} // namespace scoreboard::support
