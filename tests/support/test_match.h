#pragma once

#include <optional>
#include <string>
#include <utility>

#include "match/scoreline.h"
#include "match/timeline.h"

namespace scoreboard::support {

// A moment of the board's time line, in seconds.
inline match::BoardTime at(double seconds)
{
    return match::BoardTime(match::Duration(static_cast<match::Duration::rep>(seconds * 1e6 + 0.5)));
}

inline match::WriterId writer(std::uint8_t number)
{
    match::WriterId id;
    id.bytes.fill(number);
    return id;
}

inline const match::Ruleset& basketball()
{
    return *match::find_ruleset("basketball.fiba.2026");
}

// The same rules as a match has them that was begun by a program of the first fold version.
inline match::Ruleset of_fold_1(match::Ruleset ruleset)
{
    ruleset.fold_version = 1;
    if (ruleset.fouls) {
        ruleset.fouls->interval_with_next = false;
    }
    if (ruleset.shootout) {
        ruleset.shootout->winner_scores = false;
    }
    for (match::LampRules& lamp : ruleset.lamps) {
        lamp.of_jam = false;
    }
    return ruleset;
}

inline match::Verdict counts_at(match::BoardTime when)
{
    match::Verdict verdict;
    verdict.effect = match::Effect::kAt;
    verdict.at = when;
    return verdict;
}

inline constexpr std::uint8_t kBoardWriter = 0xB0;
inline constexpr std::uint8_t kTablet = 1;
inline constexpr std::uint8_t kOtherTablet = 2;

// A match whose entries a test gives one by one, at times of its own choosing. Entries are numbered like a
// board's; outcomes are what the rules say.
class TestMatch {
public:
    TestMatch() : TestMatch(basketball()) {}
    explicit TestMatch(const match::Ruleset& ruleset) : timeline_(start_entry(ruleset)) {}

    static match::Entry start_entry(const match::Ruleset& ruleset)
    {
        match::Entry entry;
        entry.rev = 1;
        entry.sealed.body.id = match::CommandId{writer(kBoardWriter), 1};
        entry.sealed.body.command = match::StartMatch{ruleset, "HOME", "GUEST"};
        entry.outcome.applied = true;
        return entry;
    }

    // The next entry, not judged yet.
    match::Entry next(match::BoardTime received, match::Command command,
                      std::optional<match::Verdict> verdict = std::nullopt, std::uint8_t by = kTablet)
    {
        match::Entry entry;
        entry.rev = timeline_.rev() + 1;
        entry.sealed.body.id = match::CommandId{writer(by), ++seq_};
        entry.sealed.body.command = std::move(command);
        entry.sealed.body.seen = seen_;
        entry.received = received;
        entry.verdict = std::move(verdict);
        return entry;
    }

    match::Outcome give(match::Entry entry)
    {
        entry.outcome = timeline_.judge(entry);
        last_ = entry.id();
        const match::Outcome outcome = entry.outcome;
        timeline_.add(std::move(entry));
        return outcome;
    }
    match::Outcome give(match::BoardTime received, match::Command command,
                        std::optional<match::Verdict> verdict = std::nullopt, std::uint8_t by = kTablet)
    {
        return give(next(received, std::move(command), std::move(verdict), by));
    }

    // What the following commands' operator had before their eyes; none: they saw nothing.
    void see(std::optional<match::PeriodPhase> at)
    {
        seen_ = at ? std::optional(match::Seen{state().match, *at}) : std::nullopt;
    }

    match::CommandId last() const { return last_; }
    match::Timeline& timeline() { return timeline_; }
    const match::Timeline& timeline() const { return timeline_; }
    const match::MatchState& state() const { return timeline_.state(); }
    match::Scoreline line(match::BoardTime now) const { return scoreline(timeline_.ruleset(), state(), now); }

private:
    match::Timeline timeline_;
    match::Seq seq_ = 0;
    match::CommandId last_;
    std::optional<match::Seen> seen_;
};

// One line a person could read off the board: "Q1 9:50.0 run 2:0 fouls 0:0 time-outs 2:2 shot 14 run".
inline std::string summary(const match::Scoreline& line)
{
    const auto pair = [](int home, int guest) { return std::to_string(home) + ":" + std::to_string(guest); };
    std::string text = line.period_text + " " + line.game.text + (line.game.running ? " run " : " ");
    text += pair(line.home.score, line.guest.score);
    text += " fouls " + pair(line.home.fouls, line.guest.fouls);
    text += line.home.bonus ? " bonus home" : "";
    text += line.guest.bonus ? " bonus guest" : "";
    text += " time-outs " + pair(line.home.timeouts_left, line.guest.timeouts_left);
    if (line.shot.visible) {
        text += " shot " + line.shot.text + (line.shot.running ? " run" : "");
    }
    text += line.timeout ? " time-out " + line.timeout->text : "";
    return text;
}

} // namespace scoreboard::support
