#include "panels.h"

#include <algorithm>

namespace scoreboard::docs {
namespace {

using match::Ruleset;

struct Shown {
    bool present;      // by these rules
    const char* field; // of segments …
    const char* text;  // … or of a panel with text; "": as segments only
    std::string words;
};

bool has_tally(const Ruleset& ruleset, const std::string& name)
{
    return std::any_of(ruleset.tallies.begin(), ruleset.tallies.end(),
                       [&name](const match::TallyRules& tally) { return tally.name == name; });
}

std::string penalties_of(const Ruleset& ruleset, const panel::Layout& layout)
{
    // A panel with text writes the third as words.
    int rows = layout.text("home.info") != nullptr ? 3 : 0;
    while (rows < 3 && layout.digit_field("home.penalty" + std::to_string(rows + 1) + ".time") != nullptr) {
        ++rows;
    }
    const int shown = ruleset.penalties ? std::min(rows, ruleset.penalties->shown_max) : 0;
    return std::to_string(shown) + " penalties a side with player and time";
}

std::string shot_of(const Ruleset& ruleset)
{
    if (!ruleset.shot_clock || !ruleset.shot_clock->alone) {
        return "the shot clock";
    }
    return ruleset.innings ? "the pitch clock" : "the play clock";
}

} // namespace

std::vector<std::string> shown_on(const panel::Layout& layout, const Ruleset& ruleset)
{
    const bool timed = ruleset.periods.length > match::Duration::zero() ||
                       ruleset.periods.overtime > match::Duration::zero();
    const bool sets = ruleset.rally || ruleset.tennis;
    const bool plain = !ruleset.fouls && !sets; // what else is counted has room then
    const Shown all[] = {
        {true, "", "home.name", "the names of the sides"},
        {ruleset.score.has_value(), "home.score", "", "the score"},
        {timed, "clock", "", "the game clock"},
        {true, "period", "period", "the period"},
        {ruleset.periods.runs_past > match::Duration::zero(), "added", "period", "the time that is added"},
        {ruleset.fouls.has_value(), "home.fouls", "home.info", "team fouls"},
        {sets, "home.sets", "home.info", "sets won"},
        {sets, "home.set1", "", "points set by set"},
        {plain && has_tally(ruleset, "shot"), "home.shots", "home.info", "shots"},
        {plain && has_tally(ruleset, "hit"), "home.hits", "home.info",
         layout.digit_field("home.hits") != nullptr ? "hits and errors" : "hits, and of who fields errors"},
        {ruleset.timeouts.has_value(), "home.timeouts", "home.info", "time-outs left"},
        {ruleset.shot_clock.has_value(), "shot", "", shot_of(ruleset)},
        {ruleset.penalties.has_value(), "home.penalty1.time", "", penalties_of(ruleset, layout)},
        {ruleset.downs.has_value(), "down", "home.info", "down, yards to go and yard line"},
        {ruleset.innings.has_value(), "balls", "home.info", "balls, strikes, outs and bases"},
        {ruleset.jam.has_value(), "jam.clock", "", "the jam's clock and number"},
        {ruleset.shootout.has_value(), "home.shootout", "home.info", "the shoot-out"},
    };
    std::vector<std::string> words;
    for (const Shown& one : all) {
        const bool digits = layout.digit_field(one.field) != nullptr;
        const bool text = layout.text(one.text) != nullptr;
        if (one.present && (digits || text)) {
            words.push_back(one.words);
        }
    }
    return words;
}

std::vector<std::string> shown_by(const match::Ruleset& ruleset)
{
    std::vector<std::string> shown{"the period"};
    if (ruleset.periods.length > match::Duration::zero() ||
        ruleset.periods.overtime > match::Duration::zero()) {
        shown.emplace_back("the game clock");
    }
    if (ruleset.periods.runs_past > match::Duration::zero()) {
        shown.emplace_back("the time that is added");
    }
    if (ruleset.score) {
        shown.emplace_back("the score");
    }
    if (ruleset.fouls) {
        shown.emplace_back(ruleset.fouls->bonus_from > 0 ? "team fouls and bonus" : "team fouls");
    }
    if (ruleset.timeouts) {
        shown.emplace_back("time-outs left, and the one that runs");
    }
    if (ruleset.shot_clock) {
        shown.emplace_back("the shot clock");
    }
    if (ruleset.possession) {
        shown.emplace_back("the arrow");
    }
    for (const match::TallyRules& tally : ruleset.tallies) {
        shown.push_back(tally.name + "s");
    }
    if (ruleset.penalties) {
        shown.emplace_back("penalties with what is left of them");
    }
    if (ruleset.rally || ruleset.tennis) {
        shown.emplace_back("sets");
    }
    if (ruleset.downs) {
        shown.emplace_back("down, yards to go and yard line");
    }
    if (ruleset.innings) {
        shown.emplace_back("balls, strikes, outs and bases");
    }
    if (ruleset.jam) {
        shown.emplace_back("the jam's clock");
    }
    return shown;
}

} // namespace scoreboard::docs
