#pragma once

#include <algorithm>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "match/actions.h"
#include "support/played_row.h"
#include "support/test_match.h"

// Whole matches of any sport, told row by row in the words of the command line.
namespace scoreboard::support {

// What a row's action stands for, tap by tap: a name of all_actions(), "clock set M:SS.t", "set home N";
// "rallies home guest" is a point for each in turn, "games home guest" a game of tennis; " x N" behind it:
// all of it N times.
inline std::vector<std::string> taps_of(std::string action)
{
    int times = 1;
    if (const std::size_t x = action.rfind(" x "); x != std::string::npos) {
        times = std::stoi(action.substr(x + 3));
        action.resize(x);
    }
    std::vector<std::string> once;
    std::istringstream words(action);
    std::string word;
    words >> word;
    if (word == "rallies" || word == "games") {
        const std::size_t points = word == "games" ? 4 : 1;
        while (words >> word) {
            once.insert(once.end(), points, "add " + word + " 1");
        }
    } else {
        once.push_back(action);
    }
    std::vector<std::string> taps;
    for (; times > 0; --times) {
        taps.insert(taps.end(), once.begin(), once.end());
    }
    return taps;
}

// "25:23 21:25": the points of each period that has begun, of tennis the games.
inline std::string told_by_period(const match::Scoreline& line)
{
    std::string text;
    for (std::size_t i = 0; i < std::max(line.home.by_period.size(), line.guest.by_period.size()); ++i) {
        const auto points = [i](const match::TeamLine& team) {
            return std::to_string(i < team.by_period.size() ? team.by_period[i] : 0);
        };
        text += (i == 0 ? "" : " ") + points(line.home) + ":" + points(line.guest);
    }
    return text;
}

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

// What is only looked at, at the row's time; none: it is a tap.
inline std::optional<std::string> looked_at(const match::Ruleset& ruleset, const match::Scoreline& line,
                                            const std::string& action)
{
    if (action == "by period") {
        return told_by_period(line);
    }
    if (action == "time-outs left") {
        return std::to_string(line.home.timeouts_left) + ":" + std::to_string(line.guest.timeouts_left);
    }
    return action.empty() ? std::optional(told(ruleset, line)) : std::nullopt;
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

// Plays the rows in `match`, and checks each.
inline void play_rows(TestMatch& match, const std::vector<PlayedRow>& rows,
                      const std::function<void(const match::MatchState& before)>& on_applied = {})
{
    const std::string ruleset = match.timeline().ruleset().id;
    for (const PlayedRow& row : rows) {
        const std::string action = row.action;
        SCOPED_TRACE(ruleset + " at " + std::to_string(row.when) + ", " + action + " (" + row.article + ")");
        const auto line = [&] { return match.line(at(row.when)); };
        const std::optional<std::string> look = looked_at(match.timeline().ruleset(), line(), action);
        std::string seen = look.value_or("");
        for (const std::string& tap : look ? std::vector<std::string>{} : taps_of(action)) {
            match.see(match.state().at);
            const auto command = command_named(match, tap);
            if (!command) {
                ADD_FAILURE() << "this sport knows no such action as " << tap;
                return;
            }
            const match::MatchState before = match.state();
            const match::Outcome outcome = match.give(at(row.when), *command);
            if (!outcome.applied) {
                EXPECT_FALSE(outcome.text.empty());
                seen = std::string("refused ") + to_string(outcome.reason);
            } else if (on_applied) {
                on_applied(before);
            }
        }
        if (seen.empty()) {
            seen = told(match.timeline().ruleset(), line());
        }
        EXPECT_EQ(seen, row.expected);
        if (seen != row.expected) {
            return;
        }
    }
}

// What the digests of all states come to, in a match of the first fold version.
inline std::uint32_t digests_of_fold_1(const match::Ruleset& ruleset, const std::vector<PlayedRow>& rows)
{
    TestMatch match(of_fold_1(ruleset));
    std::uint32_t digests = 2166136261U;
    for (const PlayedRow& row : rows) {
        const std::string action = row.action;
        const bool looks = looked_at(ruleset, match.line(at(row.when)), action).has_value();
        for (const std::string& tap : looks ? std::vector<std::string>{} : taps_of(action)) {
            match.see(match.state().at);
            match.give(at(row.when), command_named(match, tap).value());
        }
        digests = (digests ^ digest(match.state(), at(row.when))) * 16777619U;
    }
    return digests;
}

// Plays the rows, and checks each. `golden` is what the digests of all its states came to when the log was
// first folded: what boards have written must fold to it for ever (0: no such record). Afterwards everything
// is undone and redone, newest first, and each state of the way must be seen again.
inline void play(const match::Ruleset& ruleset, const std::vector<PlayedRow>& rows, std::uint32_t golden = 0)
{
    TestMatch match(ruleset);
    std::vector<match::CommandId> applied;
    std::vector<match::MatchState> before;
    play_rows(match, rows, [&](const match::MatchState& state) {
        applied.push_back(match.last());
        before.push_back(state);
    });
    if (golden != 0) {
        EXPECT_EQ(digests_of_fold_1(ruleset, rows), golden)
            << ruleset.id << ": logs that are written would be refused";
    }
    const match::MatchState end = match.state();
    match.see(std::nullopt);
    std::vector<match::CommandId> undos;
    for (std::size_t i = applied.size(); i-- > 0;) {
        ASSERT_TRUE(match.give(at(90000), match::Undo{applied[i]}).applied);
        undos.push_back(match.last());
        ASSERT_EQ(match.state(), before[i]) << ruleset.id << ": after undoing command " << i;
    }
    for (std::size_t i = undos.size(); i-- > 0;) {
        ASSERT_TRUE(match.give(at(90001), match::Redo{undos[i]}).applied);
    }
    ASSERT_EQ(match.state(), end) << ruleset.id;
}
inline void play(const std::string& ruleset, const std::vector<PlayedRow>& rows, std::uint32_t golden = 0)
{
    ASSERT_NE(match::find_ruleset(ruleset), nullptr) << ruleset;
    play(*match::find_ruleset(ruleset), rows, golden);
}

} // namespace scoreboard::support
