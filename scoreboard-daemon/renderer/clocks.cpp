#include "renderer/clocks.h"

#include <algorithm>

#include "framing/panel_image.h"

namespace scoreboard::renderer {
namespace {

using match::BoardTime;
using match::Duration;
using match::Side;
using panel::ClockMode;
using panel::ClockSlot;

// A panel begins with tenths by itself below 60 s and below 5 s. Where the rules say otherwise the picture
// changes when the clock comes there: it is one of the scoreline's moments.
std::uint8_t tenths_bits(Duration tenths_below, const match::ClockFace& face)
{
    constexpr Duration kMinute = std::chrono::seconds(60);
    constexpr Duration kLast = std::chrono::seconds(5);
    if (tenths_below >= kMinute || (tenths_below > kLast && face.tenths)) {
        return kClockTenthsBelow60;
    }
    return tenths_below >= kLast || face.tenths ? kClockTenthsBelow5 : 0;
}

ClockSlot standing(std::uint8_t format, Duration value)
{
    ClockSlot slot;
    slot.mode = ClockMode::kFrozen;
    slot.format = static_cast<std::uint8_t>(format | kClockCeil | kClockBlankLeadingZero);
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

bool is_in_question(const match::MatchState& state, match::ClockId clock)
{
    return std::any_of(state.offers.begin(), state.offers.end(),
                       [clock](const match::Offer& offer) { return offer.clock == clock; });
}

} // namespace

void put_game_clock(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state,
                    const match::Scoreline& line)
{
    if (!line.game.visible) {
        return;
    }
    ClockSlot slot = standing(tenths_bits(ruleset.periods.tenths_below, line.game), line.game.value);
    if (state.game.up) { // rounded down: a minute is shown once it is full
        slot.format = static_cast<std::uint8_t>(slot.format & ~kClockCeil);
    }
    // A clock that has run out stays a running one: the panel brings 0.0 and the horn together by its own
    // clock, which may be a moment behind ours.
    if (state.game.running) {
        run(slot, state.game, state.at.phase == match::Phase::kPlay ? kClockExpiryHorn : kClockExpiryHold);
    }
    sheet.clock("clock", slot);
    if (is_in_question(state, match::ClockId::kGame)) {
        sheet.blink("clock");
    }
}

void put_shot_clock(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state,
                    const match::Scoreline& line)
{
    if (!ruleset.shot_clock) {
        return;
    }
    const char* caption = "shot";
    if (ruleset.shot_clock->alone) {
        caption = ruleset.innings ? "pitch" : "play";
    }
    sheet.caption(caption); // a clock that is blank is still one that the sport has
    if (!line.shot.visible) {
        return;
    }
    const auto format =
        static_cast<std::uint8_t>(kClockSeconds | tenths_bits(ruleset.shot_clock->tenths_below, line.shot));
    ClockSlot slot = standing(format, line.shot.value);
    // It stops with the game clock: at the end of a period it stands at what it has come to.
    const bool ran_out = line.shot.value == Duration::zero();
    if (state.shot.clock.running && (line.shot.running || ran_out)) {
        run(slot, state.shot.clock, kClockExpiryHorn);
    }
    sheet.clock("shot", slot, caption);
    if (is_in_question(state, match::ClockId::kShot)) {
        sheet.blink("shot");
    }
}

void put_jam_clock(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state)
{
    if (!ruleset.jam || !state.jam) {
        return;
    }
    sheet.number("jam", state.jam->number);
    if (state.jam->number == 0) {
        return;
    }
    ClockSlot slot = standing(0, state.jam->on ? ruleset.jam->length : Duration::zero());
    slot.mode = state.jam->on ? ClockMode::kDown : ClockMode::kUp;
    slot.anchor = state.jam->began;
    slot.expiry = kClockExpiryHold;
    if (!state.jam->on) {
        slot.format = static_cast<std::uint8_t>(slot.format & ~kClockCeil);
    }
    sheet.clock("jam.clock", slot);
}

void put_penalties(Sheet& sheet, const match::Ruleset& ruleset, const match::MatchState& state,
                   const match::Scoreline& line, BoardTime now)
{
    if (!ruleset.penalties || !state.penalties) {
        return;
    }
    sheet.caption("penalties");
    const std::optional<BoardTime> since = match::playing_since(state, now);
    for (const Side side : {Side::kHome, Side::kGuest}) {
        int row = 0;
        for (const match::PenaltyLine& penalty : line.team(side).penalties) {
            if (row == ruleset.penalties->shown_max) {
                break;
            }
            const std::string name =
                (side == Side::kHome ? "home.penalty" : "guest.penalty") + std::to_string(++row);
            if (penalty.player) {
                sheet.number(name + ".player", *penalty.player);
            }
            if (penalty.last) {
                sheet.blink(name + ".player");
            }
            ClockSlot slot = standing(0, penalty.left);
            if (penalty.running && since) {
                // Anchored where the game clock is, or the jam, so that nothing changes while both run.
                slot.mode = ClockMode::kDown;
                slot.anchor = *since;
                slot.value = penalty.left + (now - *since);
                slot.expiry = kClockExpiryHold;
            }
            sheet.clock(name + ".time", slot);
        }
    }
}

} // namespace scoreboard::renderer
