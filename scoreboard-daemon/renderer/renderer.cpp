#include "renderer/renderer.h"

#include <algorithm>
#include <string>

#include "framing/panel_image.h"
#include "panel/image.h"
#include "renderer/horn.h"

namespace scoreboard::renderer {
namespace {

using match::BoardTime;
using match::ClockFace;
using match::Duration;
using match::Scoreline;
using match::Side;
using panel::ClockMode;
using panel::ClockSlot;
using panel::DigitField;
using panel::Layout;
using panel::Picture;

// A layout need not have every field: what it lacks is not shown.
void put(const Layout& layout, Picture& picture, const std::string& field, const std::string& text)
{
    if (const DigitField* digits = layout.digit_field(field)) {
        put_text(picture, *digits, text);
    }
}

void light(const Layout& layout, Picture& picture, const std::string& lamp, bool lit)
{
    if (const panel::LampField* found = layout.lamp(lamp); found && lit) {
        std::uint8_t& byte = picture.indicators[found->bit / 8];
        byte = static_cast<std::uint8_t>(byte | 1u << found->bit % 8);
    }
}

// An overtime has no digit of its own: E, as "extra time" on most boards. A number that the field has no room
// for is a dash, never its last digit.
std::string period_digits(const match::Ruleset& ruleset, int period, const DigitField& field)
{
    const std::string number = period <= ruleset.periods.regular ? std::to_string(period) : "E";
    return number.size() <= field.width ? number : "-";
}

std::uint8_t tenths_bits(Duration tenths_below)
{
    if (tenths_below >= std::chrono::seconds(60)) {
        return kClockTenthsBelow60;
    }
    return tenths_below >= std::chrono::seconds(5) ? kClockTenthsBelow5 : 0;
}

ClockSlot standing(const DigitField& field, std::uint8_t format, Duration value)
{
    ClockSlot slot;
    slot.mode = ClockMode::kFrozen;
    slot.format = static_cast<std::uint8_t>(format | kClockCeil | kClockBlankLeadingZero);
    slot.first = field.first;
    slot.width = field.width;
    slot.value = value;
    return slot;
}

void run(ClockSlot& slot, const match::Clock& segment, std::uint8_t expiry)
{
    slot.mode = segment.up ? ClockMode::kUp : ClockMode::kDown;
    slot.limit_s = static_cast<std::uint16_t>(segment.limit / std::chrono::seconds(1));
    slot.value = segment.value;
    slot.anchor = segment.anchor;
    slot.expiry = expiry;
}

void put_game_clock(const Layout& layout, const match::Ruleset& ruleset, const match::MatchState& state,
                    const Scoreline& line, Picture& picture)
{
    const DigitField* field = layout.digit_field("clock");
    if (field == nullptr || field->clock_slot < 0 || !line.game.visible) {
        return;
    }
    ClockSlot slot = standing(*field, tenths_bits(ruleset.periods.tenths_below), line.game.value);
    if (state.game.up) { // rounded down: a minute is shown once it is full
        slot.format = static_cast<std::uint8_t>(slot.format & ~kClockCeil);
    }
    // A clock that has run out stays a running one: the panel brings 0.0 and the horn together by its own
    // clock, which may be a moment behind ours.
    if (state.game.running) {
        run(slot, state.game, state.at.phase == match::Phase::kPlay ? kClockExpiryHorn : kClockExpiryHold);
    }
    picture.clocks[static_cast<std::size_t>(field->clock_slot)] = slot;
}

void put_shot_clock(const Layout& layout, const match::Ruleset& ruleset, const match::MatchState& state,
                    const Scoreline& line, Picture& picture)
{
    const DigitField* field = layout.digit_field("shot");
    if (field == nullptr || field->clock_slot < 0 || !line.shot.visible || !ruleset.shot_clock) {
        return;
    }
    const auto format =
        static_cast<std::uint8_t>(kClockSeconds | tenths_bits(ruleset.shot_clock->tenths_below));
    ClockSlot slot = standing(*field, format, line.shot.value);
    // It stops with the game clock: at the end of a period it stands at what it has come to.
    const bool ran_out = line.shot.value == Duration::zero();
    if (state.shot.clock.running && (line.shot.running || ran_out)) {
        run(slot, state.shot.clock, kClockExpiryHorn);
    }
    picture.clocks[static_cast<std::size_t>(field->clock_slot)] = slot;
}

// What a sport does not have stays dark under its label.
void put_team(const Layout& layout, const match::Ruleset& ruleset, const Scoreline& line, Side side,
              Picture& picture)
{
    const std::string name = side == Side::kHome ? "home" : "guest";
    const match::TeamLine& team = line.team(side);
    if (ruleset.score) {
        put(layout, picture, name + ".score", team.score_text);
    }
    if (ruleset.fouls) {
        put(layout, picture, name + ".fouls", std::to_string(team.fouls));
    }
    if (ruleset.timeouts) {
        put(layout, picture, name + ".timeouts", std::to_string(team.timeouts_left));
    }
    light(layout, picture, "possession." + name, team.possession);
    light(layout, picture, "bonus." + name, team.bonus);
    const bool timeout_runs =
        line.timeout && line.timeout->side == side && line.timeout->remaining > Duration::zero();
    light(layout, picture, "timeout." + name, timeout_runs);
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
    light(layout, picture, "fault", true);
}

Rendered render(const Layout& layout, const match::Ruleset& ruleset, const match::MatchState& state,
                BoardTime now)
{
    const Scoreline line = match::scoreline(ruleset, state, now);
    Rendered rendered{panel::dark_picture(layout), line.next_change};
    Picture& picture = rendered.picture;
    put_team(layout, ruleset, line, Side::kHome, picture);
    put_team(layout, ruleset, line, Side::kGuest, picture);
    if (const DigitField* period = layout.digit_field("period")) {
        put_text(picture, *period, period_digits(ruleset, line.at.period, *period));
    }
    put_game_clock(layout, ruleset, state, line, picture);
    put_shot_clock(layout, ruleset, state, line, picture);
    if (const auto horn = choose_horn(ruleset, state, now)) {
        picture.horn = horn->slot;
        rendered.next_change = sooner(rendered.next_change, horn->next_change);
    }
    return rendered;
}

} // namespace scoreboard::renderer
