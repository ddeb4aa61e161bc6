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
    const char* action;   // a name of all_actions(), or "clock set M:SS.t"; empty: only look
    const char* expected; // told(), or "refused REASON"
    const char* article;  // the rule that says so
};

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
        text += " time-out " + line.timeout->text + (line.timeout->signal ? " signal" : "");
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
    for (const match::Action& action : all_actions(match.timeline().ruleset(), match.state())) {
        if (action.name == name) {
            return action.command;
        }
    }
    return std::nullopt;
}

// Plays the rows, and checks each; afterwards everything is undone and redone, newest first, and each state
// of the way must be seen again.
inline void play(const std::string& ruleset, const std::vector<PlayedRow>& rows)
{
    ASSERT_NE(match::find_ruleset(ruleset), nullptr) << ruleset;
    TestMatch match(*match::find_ruleset(ruleset));
    std::vector<match::CommandId> applied;
    std::vector<match::MatchState> before;
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
