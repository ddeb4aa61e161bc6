#include "renderer/renderer.h"

#include <algorithm>
#include <string>

#include "panel/image.h"
#include "renderer/clocks.h"
#include "renderer/horn.h"
#include "renderer/sheet.h"
#include "renderer/texts.h"

namespace scoreboard::renderer {
namespace {

using match::BoardTime;
using match::Duration;
using match::Scoreline;
using match::Side;
using panel::DigitField;
using panel::Layout;
using panel::Picture;

// An overtime has no number of its own: E, as "extra time" on most boards, and from the second on E2, E3
// where there is room. Innings go on counting.
std::string period_digits(const match::Ruleset& ruleset, int period, const DigitField& field)
{
    const int overtime = period - ruleset.periods.regular;
    if (overtime <= 0 || ruleset.periods.name == match::PeriodName::kInning) {
        return std::to_string(period);
    }
    return overtime > 1 && field.width > 1 ? "E" + std::to_string(overtime) : "E";
}

const char* period_caption(match::PeriodName name)
{
    switch (name) {
    case match::PeriodName::kSet:
        return "set";
    case match::PeriodName::kInning:
        return "inning";
    case match::PeriodName::kRound:
        return "round";
    case match::PeriodName::kQuarter:
    case match::PeriodName::kPeriod:
    case match::PeriodName::kHalf:
        break;
    }
    return "period";
}

void put_period(Sheet& sheet, const match::Ruleset& ruleset, const Scoreline& line)
{
    const DigitField* field = sheet.field("period");
    if (field == nullptr) {
        return;
    }
    const std::string text = period_digits(ruleset, line.at.period, *field);
    sheet.put("period", text.size() <= field->width ? text : "-", period_caption(ruleset.periods.name));
}

std::optional<int> tally_of(const match::TeamLine& team, const std::string& name)
{
    const auto found = std::find_if(team.tallies.begin(), team.tallies.end(),
                                    [&](const match::TallyLine& tally) { return tally.name == name; });
    return found == team.tallies.end() ? std::nullopt : std::optional(found->count);
}

// What a sport does not have stays dark, and so do its captions.
void put_team(Sheet& sheet, const match::Ruleset& ruleset, const Scoreline& line, Side side)
{
    const std::string name = side == Side::kHome ? "home" : "guest";
    const match::TeamLine& team = line.team(side);
    if (ruleset.score) {
        sheet.put(name + ".score", team.score_text);
    }
    if (line.has_shootout) {
        sheet.number(name + ".shootout", team.shootout_goals);
    } else if (ruleset.fouls) {
        sheet.number(name + ".fouls", team.fouls);
    } else if (line.has_sets) {
        sheet.number(name + ".sets", team.sets);
    } else if (const auto hits = tally_of(team, "hit")) {
        sheet.number(name + ".hits", *hits);
    } else if (const auto shots = tally_of(team, "shot")) {
        sheet.number(name + ".shots", *shots);
    }
    if (ruleset.timeouts) {
        sheet.number(name + ".timeouts", team.timeouts_left);
    } else if (const auto errors = tally_of(team, "error")) {
        sheet.number(name + ".errors", *errors);
    }
    sheet.lamp("possession." + name, team.possession);
    sheet.lamp("bonus." + name, team.bonus);
    if (line.timeout && line.timeout->side == side && line.timeout->remaining > Duration::zero()) {
        sheet.lamp("timeout." + name, true);
        sheet.blink(name + ".timeouts");
    }
}

// Set by set: of tennis the one that is played too, its games stand nowhere else.
void put_sets(Sheet& sheet, const match::Ruleset& ruleset, const Scoreline& line)
{
    if (!line.has_sets) {
        return;
    }
    const bool over = line.at.phase != match::Phase::kPlay;
    const std::size_t shown = line.home.by_period.size() - (ruleset.tennis || over ? 0 : 1);
    for (std::size_t set = 0; set < shown && set < line.guest.by_period.size(); ++set) {
        const std::string name = ".set" + std::to_string(set + 1);
        sheet.number("home" + name, line.home.by_period[set]);
        sheet.number("guest" + name, line.guest.by_period[set]);
    }
}

void put_counts(Sheet& sheet, const Scoreline& line)
{
    if (line.downs) {
        sheet.caption("downs");
        const match::Downs& downs = line.downs->downs;
        if (downs.down > 0) {
            sheet.number("down", downs.down);
            sheet.put("to_go", downs.to_go == 0 ? "GL" : std::to_string(downs.to_go)); // to the goal line
        }
        sheet.number("ball_on", downs.ball_on);
    }
    if (line.count) {
        sheet.number("balls", line.count->balls);
        sheet.number("strikes", line.count->strikes);
        sheet.number("outs", line.count->outs);
        if (line.count->batter > 0) {
            sheet.number("batter", line.count->batter);
        }
        sheet.lamp("half.top", line.count->half == "TOP");
        sheet.lamp("half.bottom", line.count->half == "BOT");
        for (unsigned base = 0; base < 3; ++base) {
            sheet.lamp("base." + std::to_string(base + 1), (line.count->bases >> base & 1U) != 0);
        }
    }
    if (!line.added_time.empty()) {
        sheet.put("added", line.added_time.substr(1));
    }
    for (const std::string& lamp : line.lamps) {
        sheet.lamp("lamp." + lamp, true);
    }
}

std::optional<BoardTime> sooner(std::optional<BoardTime> a, std::optional<BoardTime> b)
{
    if (!a || !b) {
        return a ? a : b;
    }
    return std::min(*a, *b);
}

} // namespace

void light_fault_dot(const Layout& layout, Picture& picture)
{
    Sheet(layout, picture).lamp("fault", true);
}

void blink_clock(const Layout& layout, Picture& picture)
{
    Sheet(layout, picture).blink("clock");
}

Rendered render(const Layout& layout, const match::Ruleset& ruleset, const match::MatchState& state,
                BoardTime now)
{
    const Scoreline line = match::scoreline(ruleset, state, now);
    Rendered rendered{panel::dark_picture(layout), line.next_change};
    Sheet sheet(layout, rendered.picture, state.left_on_panel == Side::kGuest);
    put_team(sheet, ruleset, line, Side::kHome);
    put_team(sheet, ruleset, line, Side::kGuest);
    put_period(sheet, ruleset, line);
    put_sets(sheet, ruleset, line);
    put_counts(sheet, line);
    put_game_clock(sheet, ruleset, state, line);
    put_shot_clock(sheet, ruleset, state, line);
    put_jam_clock(sheet, ruleset, state);
    put_penalties(sheet, ruleset, state, line, now);
    rendered.next_change = sooner(rendered.next_change, put_texts(sheet, ruleset, state, line, now));
    if (const auto horn = choose_horn(ruleset, state, now)) {
        rendered.picture.horn = horn->slot;
        rendered.next_change = sooner(rendered.next_change, horn->next_change);
    }
    return rendered;
}

} // namespace scoreboard::renderer
