#include "client/strip.h"

#include <gtest/gtest.h>

#include "tablet.h"

namespace scoreboard::client {
namespace {

StripFacts calm()
{
    StripFacts facts;
    facts.connected = true;
    facts.has_panel = true;
    facts.board_name = "Court 1";
    facts.shown = 1042;
    facts.last_shown_in = 18ms;
    return facts;
}

StripFacts with(std::size_t waiting, match::Duration oldest, StripFacts facts = calm())
{
    facts.waiting = waiting;
    facts.unrecorded = waiting;
    facts.oldest = oldest;
    return facts;
}

StripFacts offline(StripFacts facts)
{
    facts.connected = false;
    return facts;
}

StripFacts silent(match::Duration span, StripFacts facts = calm())
{
    facts.silent_for = span;
    return facts;
}

StripFacts faulty_panel(session::PanelStatus status, StripFacts facts = calm())
{
    facts.panel = status;
    return facts;
}

StripFacts without_panel(StripFacts facts)
{
    facts.has_panel = false;
    return facts;
}

StripFacts held(std::size_t hidden, StripFacts facts)
{
    facts.display_held = true;
    facts.hidden = hidden;
    return facts;
}

StripFacts board_cannot_save(StripFacts facts)
{
    facts.board_cannot_save = true;
    return facts;
}

StripFacts all_recorded(StripFacts facts)
{
    facts.unrecorded = 0;
    return facts;
}

TEST(StripTest, TellsOneStateTheFirstThatFits)
{
    using session::PanelStatus;
    struct Row {
        StripFacts facts;
        Strip strip;
        const char* text;
    };
    const Row rows[] = {
        {calm(), Strip::kShown, "SHOWN - Court 1 - panel confirmed 1042 - 18 ms"},
        {offline(calm()), Strip::kOffline, "OFFLINE - taps are saved on this tablet"},
        {offline(with(3, 12s)), Strip::kOffline, "OFFLINE - 3 waiting, saved on this tablet - oldest 12 s"},
        {offline(with(3, 5min)), Strip::kOffline, "OFFLINE - 3 waiting, saved on this tablet - oldest 5 min"},
        {silent(3s), Strip::kOffline, "OFFLINE - taps are saved on this tablet"},
        {silent(2999ms), Strip::kSlow, "SLOW - last answer 2.9 s ago"},
        {silent(1500ms), Strip::kShown, "SHOWN - Court 1 - panel confirmed 1042 - 18 ms"},
        {board_cannot_save(with(2, 9s)), Strip::kStorageFault,
         "BOARD CANNOT SAVE - 2 kept on this tablet until it can"},
        {board_cannot_save(all_recorded(with(2, 9s))), Strip::kStorageFault,
         "BOARD CANNOT SAVE - taps are kept on this tablet"},
        {offline(board_cannot_save(calm())), Strip::kOffline, "OFFLINE - taps are saved on this tablet"},
        {faulty_panel(PanelStatus::kFault, with(2, 100ms)), Strip::kPanelFault,
         "PANEL DOES NOT ANSWER - 2 waiting"},
        {faulty_panel(PanelStatus::kStale, all_recorded(with(2, 9s))), Strip::kPanelFault,
         "BOARD HAS IT, PANEL DOES NOT ANSWER - Show help"},
        {with(2, 1400ms), Strip::kSlow, "SLOW - 2 waiting (1.4 s)"},
        {with(1, 1s), Strip::kWorking, "1 on its way"},
        {with(1, 300ms), Strip::kWorking, "1 on its way"},
        {with(1, 299ms), Strip::kShown, "SHOWN - Court 1 - panel confirmed 1042 - 18 ms"},
        {held(0, calm()), Strip::kHeld,
         "DISPLAY HELD - the hall does not see what changes - released in HISTORY"},
        {held(1, calm()), Strip::kHeld,
         "DISPLAY HELD - the hall does not see 1 tap of yours - released in HISTORY"},
        {held(3, without_panel(calm())), Strip::kHeld,
         "DISPLAY HELD - the hall does not see 3 taps of yours - released in HISTORY"},
        {held(3, with(2, 1400ms)), Strip::kSlow, "SLOW - 2 waiting (1.4 s)"},
        {without_panel(calm()), Strip::kNoPanel, "RECORDED - this board drives no panel"},
        {without_panel(with(1, 400ms)), Strip::kWorking, "1 on its way"},
    };
    for (const Row& row : rows) {
        const StripState state = strip_state(row.facts);

        EXPECT_EQ(state.strip, row.strip) << row.text;
        EXPECT_EQ(state.text, row.text);
    }
}

} // namespace
} // namespace scoreboard::client
