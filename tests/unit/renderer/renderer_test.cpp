#include "renderer/renderer.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "framing/panel_image.h"
#include "match_fixture.h"
#include "read_panel.h"

namespace scoreboard::renderer {
namespace {

using namespace std::chrono_literals;
using match::MatchState;
using match::Phase;
using match::Side;
using panel::ClockMode;
using panel::ClockSlot;

const panel::Layout& layout()
{
    return *panel::find_layout("multisport");
}

panel::Picture picture_of(const MatchState& state, match::BoardTime now = kNow)
{
    return render(layout(), basketball(), state, now).picture;
}

std::string text(const panel::Picture& picture, const std::string& field)
{
    return text_of(picture.segments, *layout().digit_field(field));
}

bool lit(const panel::Picture& picture, const std::string& lamp)
{
    const std::uint8_t bit = layout().lamp(lamp)->bit;
    return (picture.indicators[bit / 8] >> bit % 8 & 1) != 0;
}

using Change = std::function<void(MatchState&)>;

struct FieldRow {
    const char* name;
    Change change;
    const char* field;
    const char* expected;
};
void PrintTo(const FieldRow& row, std::ostream* out)
{
    *out << row.name;
}

class RenderedFieldTest : public testing::TestWithParam<FieldRow> {};

INSTANTIATE_TEST_SUITE_P(
    Fields, RenderedFieldTest,
    testing::Values(FieldRow{"home score", [](MatchState&) {}, "home.score", "54"},
                    FieldRow{"guest score", [](MatchState&) {}, "guest.score", "49"},
                    FieldRow{"three digits",
                             [](MatchState& s) {
                                 s.home.points = {50, 50, 4};
                             },
                             "home.score", "104"},
                    FieldRow{"love", [](MatchState& s) { s.guest.points = {}; }, "guest.score", "0"},
                    FieldRow{"home fouls", [](MatchState&) {}, "home.fouls", "4"},
                    FieldRow{"guest fouls", [](MatchState&) {}, "guest.fouls", "5"},
                    FieldRow{"two digits of fouls",
                             [](MatchState& s) {
                                 s.home.fouls = {0, 0, 11};
                             },
                             "home.fouls", "11"},
                    FieldRow{"home time-outs left", [](MatchState&) {}, "home.timeouts", "2"},
                    FieldRow{"guest time-outs left", [](MatchState&) {}, "guest.timeouts", "3"},
                    FieldRow{"period", [](MatchState&) {}, "period", "3"},
                    FieldRow{"overtime",
                             [](MatchState& s) {
                                 s.at = {5, Phase::kPlay};
                             },
                             "period", "E"},
                    FieldRow{"interval keeps the period that ended",
                             [](MatchState& s) {
                                 s.at = {2, Phase::kInterval};
                             },
                             "period", "2"},
                    FieldRow{"no segments under a clock", [](MatchState&) {}, "clock", ""},
                    FieldRow{"no segments under the shot clock", [](MatchState&) {}, "shot", ""}));

TEST_P(RenderedFieldTest, SaysWhatTheMatchSays)
{
    MatchState state = third_quarter();
    GetParam().change(state);

    EXPECT_EQ(text(picture_of(state), GetParam().field), GetParam().expected);
}

struct LampRow {
    const char* name;
    Change change;
    std::vector<std::string> expected;
};
void PrintTo(const LampRow& row, std::ostream* out)
{
    *out << row.name;
}

class RenderedLampTest : public testing::TestWithParam<LampRow> {};

INSTANTIATE_TEST_SUITE_P(
    Lamps, RenderedLampTest,
    testing::Values(
        LampRow{"home shoots, guest has five fouls", [](MatchState&) {}, {"possession.home", "bonus.home"}},
        LampRow{"arrow to guest",
                [](MatchState& s) { s.possession = Side::kGuest; },
                {"possession.guest", "bonus.home"}},
        LampRow{"no arrow yet", [](MatchState& s) { s.possession.reset(); }, {"bonus.home"}},
        LampRow{"both in the penalty",
                [](MatchState& s) {
                    s.home.fouls = {0, 0, 5};
                },
                {"possession.home", "bonus.home", "bonus.guest"}},
        LampRow{"guest time-out",
                [](MatchState& s) {
                    s.timeout = match::RunningTimeout{Side::kGuest, kNow - 20s, {}};
                },
                {"possession.home", "bonus.home", "timeout.guest"}},
        LampRow{"time-out over",
                [](MatchState& s) {
                    s.timeout = match::RunningTimeout{Side::kGuest, kNow - 61s, {}};
                },
                {"possession.home", "bonus.home"}}));

TEST_P(RenderedLampTest, AreThoseThatTheMatchLights)
{
    MatchState state = third_quarter();
    GetParam().change(state);

    const panel::Picture picture = picture_of(state);

    for (const panel::LampField& lamp : layout().lamps) {
        const bool expected = std::find(GetParam().expected.begin(), GetParam().expected.end(), lamp.name) !=
                              GetParam().expected.end();
        EXPECT_EQ(lit(picture, lamp.name), expected) << lamp.name;
    }
}

// Goal: wherever the rules begin with tenths, the panel shows what every screen shows. Method: values around
// where they begin, drawn by the firmware.
TEST(TenthsTest, BeginOnThePanelWhereTheRulesSay)
{
    for (const match::Duration below : {0ms, 3000ms, 5000ms, 10000ms, 30000ms, 59900ms, 60000ms}) {
        match::Ruleset rules = basketball();
        rules.periods.tenths_below = below;
        rules.shot_clock->tenths_below = std::min<match::Duration>(below, 10s);
        for (const match::Duration off : {-1000ms, -100ms, 0ms, 100ms}) {
            MatchState state = third_quarter();
            state.game.value = std::max<match::Duration>(below + off, 400ms);
            state.shot.clock.value = std::max<match::Duration>(rules.shot_clock->tenths_below + off, 400ms);
            rules.shot_clock->off_at_end = false;
            const match::Scoreline line = match::scoreline(rules, state, kNow);

            const std::string panel =
                read_panel(layout(), render(layout(), rules, state, kNow).picture, kNow);

            EXPECT_THAT(panel, testing::HasSubstr(" clock=" + line.game.text + " ")) << below.count();
            EXPECT_THAT(panel, testing::HasSubstr(" shot=" + line.shot.text + " ")) << below.count();
        }
    }
}

// A clock that runs comes there by itself: the picture is wanted again at that moment.
TEST(TenthsTest, TheNextPictureIsDueWhereTheyBegin)
{
    match::Ruleset rules = basketball();
    rules.periods.tenths_below = 30s;
    rules.periods.basket_stops = {};
    MatchState state = third_quarter();
    state.game.value = 31s;
    state.game.anchor = kNow;
    state.game.running = true;

    const Rendered before = render(layout(), rules, state, kNow);

    ASSERT_EQ(before.next_change, kNow + 1100ms);
    EXPECT_EQ(before.picture.clocks[0].format & kClockTenthsBelow60, 0);
    EXPECT_NE(render(layout(), rules, state, kNow + 1100ms).picture.clocks[0].format & kClockTenthsBelow60,
              0);
}

TEST(OtherSportTest, LeavesDarkWhatTheSportDoesNotHave)
{
    MatchState state = third_quarter();
    state.at = {2, Phase::kPlay};
    const auto shown = [&state](const char* rules, const std::string& field) {
        return text(render(layout(), *match::find_ruleset(rules), state, kNow).picture, field);
    };

    EXPECT_EQ(shown("football.ifab.2026", "home.score"), "54");
    EXPECT_EQ(shown("football.ifab.2026", "home.fouls"), "");
    EXPECT_EQ(shown("football.ifab.2026", "guest.timeouts"), "");
    EXPECT_EQ(shown("boxing.rounds12.2025", "home.score"), "");
}

TEST(OtherSportTest, ShowsNoPeriodThatItHasNoRoomFor)
{
    MatchState state = third_quarter();
    state.at = {11, Phase::kPlay};

    const panel::Picture picture =
        render(layout(), *match::find_ruleset("boxing.rounds12.2025"), state, kNow).picture;

    EXPECT_EQ(text(picture, "period"), "-");
}

TEST(SidesTest, TheGuestStandsLeftWhereItWasSaid)
{
    MatchState state = third_quarter();
    state.possession = Side::kHome;
    state.home.name = "HAWKS";
    state.guest.name = "TIGERS";
    state.left_on_panel = Side::kGuest;
    const panel::Layout& words = *panel::find_layout("dotmatrix");

    const panel::Picture picture = picture_of(state);
    const panel::Picture with_names = render(words, basketball(), state, kNow).picture;

    EXPECT_EQ(text(picture, "home.score"), "49");
    EXPECT_EQ(text(picture, "guest.score"), "54");
    EXPECT_EQ(text(picture, "home.fouls"), "5");
    EXPECT_TRUE(lit(picture, "possession.guest"));
    EXPECT_FALSE(lit(picture, "possession.home"));
    const panel::TextField& left = *words.text("home.name");
    EXPECT_EQ(std::string(&with_names.text[left.first], &with_names.text[left.first] + 6), "TIGERS");
}

TEST(FaultDotTest, IsLitOnTopOfThePictureAlone)
{
    const panel::Picture before = picture_of(third_quarter());
    panel::Picture picture = before;

    light_fault_dot(layout(), picture);

    EXPECT_TRUE(lit(picture, "fault"));
    for (const panel::LampField& lamp : layout().lamps) {
        if (lamp.name != "fault") {
            EXPECT_EQ(lit(picture, lamp.name), lit(before, lamp.name)) << lamp.name;
        }
    }
}

TEST(BlinkTest, TellsWhatIsInQuestionOrRuns)
{
    const auto blinks = [](const panel::Picture& picture, const char* field) {
        const std::uint8_t cell = layout().digit_field(field)->first;
        return (picture.blink[cell / 8] >> cell % 8 & 1) != 0;
    };
    MatchState state = third_quarter();
    panel::Picture picture = picture_of(state);
    EXPECT_EQ(picture.blink, std::vector<std::uint8_t>(layout().blink_bytes(), 0));

    blink_clock(layout(), picture);
    EXPECT_TRUE(blinks(picture, "clock"));
    EXPECT_FALSE(blinks(picture, "period"));

    state.offers.emplace_back().clock = match::ClockId::kShot;
    EXPECT_TRUE(blinks(picture_of(state), "shot"));
    EXPECT_FALSE(blinks(picture_of(state), "clock"));

    state.timeout = match::RunningTimeout{Side::kGuest, kNow - 20s, {}};
    EXPECT_TRUE(blinks(picture_of(state), "guest.timeouts"));
    EXPECT_FALSE(blinks(picture_of(state), "home.timeouts"));
}

TEST(RenderedClockTest, StandsFrozenAtItsValue)
{
    const panel::Picture picture = picture_of(third_quarter());

    EXPECT_EQ(picture.clocks[0].mode, ClockMode::kFrozen);
    EXPECT_EQ(picture.clocks[0].value, 462s);
    EXPECT_EQ(picture.clocks[1].mode, ClockMode::kFrozen);
    EXPECT_EQ(picture.clocks[1].value, 14s);
}

TEST(RenderedClockTest, RunsFromItsOwnAnchorSoThatNothingChangesWhileItRuns)
{
    MatchState state = third_quarter();
    state.game.running = true;
    state.shot.clock.running = true;

    const panel::Picture picture = picture_of(state);

    EXPECT_EQ(picture.clocks[0].mode, ClockMode::kDown);
    EXPECT_EQ(picture.clocks[0].value, 462s);
    EXPECT_EQ(picture.clocks[0].anchor, kNow - 10s);
    EXPECT_EQ(picture.clocks[0].expiry, kClockExpiryHorn);
    EXPECT_EQ(picture.clocks[1].mode, ClockMode::kDown);
    EXPECT_EQ(picture, picture_of(state, kNow + 3s));
}

TEST(RenderedClockTest, AnIntervalEndsWithoutAHorn)
{
    MatchState state = third_quarter();
    state.at = {2, Phase::kInterval};
    state.game.running = true;

    EXPECT_EQ(picture_of(state).clocks[0].expiry, kClockExpiryHold);
}

TEST(RenderedClockTest, OneThatRanOutIsLeftToThePanelAndItsHorn)
{
    MatchState state = third_quarter();
    state.game.running = true;
    state.shot.clock.running = true;
    const match::BoardTime shot_is_out = kNow + 5s;

    const panel::Picture picture = picture_of(state, shot_is_out);

    EXPECT_EQ(picture.clocks[1].mode, ClockMode::kDown);
    EXPECT_EQ(picture.clocks[1].expiry, kClockExpiryHorn);
}

TEST(RenderedClockTest, TheShotClockStandsWhenThePeriodIsOver)
{
    MatchState state = third_quarter();
    state.game.value = 8s;
    state.game.running = true;
    state.shot.clock.running = true;
    match::Ruleset lit = basketball();
    lit.shot_clock->off_at_end = false;

    const panel::Picture picture = render(layout(), lit, state, kNow).picture;

    EXPECT_EQ(picture.clocks[0].mode, ClockMode::kDown);
    EXPECT_EQ(picture.clocks[1].mode, ClockMode::kFrozen);
    EXPECT_EQ(picture.clocks[1].value, 6s);
    EXPECT_EQ(picture_of(state).clocks[1].mode, ClockMode::kOff); // by FIBA 29.1
}

TEST(RenderedClockTest, ABlankShotClockIsDark)
{
    MatchState state = third_quarter();
    state.shot.blank = true;

    EXPECT_EQ(picture_of(state).clocks[1], ClockSlot{});
}

TEST(RenderedClockTest, FormatsAreThoseOfTheRules)
{
    const panel::Picture picture = picture_of(third_quarter());

    EXPECT_EQ(picture.clocks[0].format, kClockTenthsBelow60 | kClockCeil | kClockBlankLeadingZero);
    EXPECT_EQ(picture.clocks[1].format,
              kClockSeconds | kClockTenthsBelow5 | kClockCeil | kClockBlankLeadingZero);
}

TEST(RenderTest, AsksToBeCalledWhenATimeoutsSignalMakesRoomForTheNext)
{
    MatchState state = third_quarter();
    state.timeout = match::RunningTimeout{Side::kHome, kNow - 50s, {}};

    const Rendered rendered = render(layout(), basketball(), state, kNow);

    ASSERT_TRUE(rendered.picture.horn.has_value());
    EXPECT_EQ(rendered.picture.horn->start, kNow);
    EXPECT_EQ(rendered.next_change, kNow + match::kHornLength);
}

TEST(RenderTest, NeedsNoFieldThatALayoutLacks)
{
    panel::Layout scores_only = layout();
    scores_only.digits.resize(2);
    scores_only.lamps.clear();

    const Rendered rendered = render(scores_only, basketball(), third_quarter(), kNow);

    EXPECT_EQ(text(rendered.picture, "home.score"), "54");
    EXPECT_EQ(rendered.picture.indicators, std::vector<std::uint8_t>{0});
}

} // namespace
} // namespace scoreboard::renderer
