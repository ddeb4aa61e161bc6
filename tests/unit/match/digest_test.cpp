#include <functional>
#include <vector>

#include <gtest/gtest.h>

#include "support/test_match.h"

namespace scoreboard::match {
namespace {

using support::at;

MatchState busy_state()
{
    MatchState state;
    state.match = CommandId{support::writer(9), 1};
    state.at = PeriodPhase{3, Phase::kPlay};
    state.game = Clock{std::chrono::minutes(7), at(100), true, CommandId{support::writer(1), 5}};
    state.shot.clock = Clock{std::chrono::seconds(24), at(101), true, CommandId{support::writer(1), 6}};
    state.shot.blank = false;
    state.home = Team{"HAWKS", {10, 12}, {3, 4}, {1, 0}, 0, CommandId{support::writer(1), 4}};
    state.guest = Team{"TIGERS", {8, 14}, {2, 4}, {0, 1}, 0, CommandId{support::writer(2), 3}};
    state.possession = Side::kHome;
    state.possession_version = CommandId{support::writer(2), 1};
    state.timeout = RunningTimeout{Side::kHome, at(90), CommandId{support::writer(2), 7}};
    state.horn = Horn{3, at(80)};
    state.offers = {Offer{CommandId{support::writer(1), 8}, ClockId::kGame, false, at(99),
                          std::chrono::seconds(300), std::chrono::seconds(11), at(102)}};
    return state;
}

TEST(DigestTest, DiffersWhenAnyFieldDiffers)
{
    const std::vector<std::function<void(MatchState&)>> changes = {
        [](MatchState& s) { s.match.seq = 2; },
        [](MatchState& s) { s.match.writer.bytes[15] ^= 1; },
        [](MatchState& s) { s.at.period = 4; },
        [](MatchState& s) { s.at.phase = Phase::kInterval; },
        [](MatchState& s) { s.game.value += Duration(1); },
        [](MatchState& s) { s.game.anchor += Duration(1); },
        [](MatchState& s) { s.game.running = false; },
        [](MatchState& s) { s.game.segment.seq = 99; },
        [](MatchState& s) { s.shot.clock.value -= Duration(1); },
        [](MatchState& s) { s.shot.clock.anchor -= Duration(1); },
        [](MatchState& s) { s.shot.clock.running = false; },
        [](MatchState& s) { s.shot.clock.segment.seq = 99; },
        [](MatchState& s) { s.shot.held = true; },
        [](MatchState& s) { s.shot.blank = true; },
        [](MatchState& s) { s.home.name = "HAWK"; },
        [](MatchState& s) { s.home.points[1] = 13; },
        [](MatchState& s) { s.home.points.push_back(0); },
        [](MatchState& s) { s.home.fouls[0] = 4; },
        [](MatchState& s) { s.home.timeouts[1] = 1; },
        [](MatchState& s) { s.home.late_timeouts = 1; },
        [](MatchState& s) { s.home.score_version.seq = 99; },
        [](MatchState& s) { s.guest.name += "!"; },
        [](MatchState& s) { s.guest.points[0] = 9; },
        [](MatchState& s) { s.guest.fouls[1] = 5; },
        [](MatchState& s) { s.guest.timeouts[0] = 1; },
        [](MatchState& s) { s.guest.late_timeouts = 1; },
        [](MatchState& s) { s.guest.score_version.seq = 99; },
        [](MatchState& s) { s.possession = Side::kGuest; },
        [](MatchState& s) { s.possession.reset(); },
        [](MatchState& s) { s.possession_version.seq = 99; },
        [](MatchState& s) { s.timeout.reset(); },
        [](MatchState& s) { s.timeout->side = Side::kGuest; },
        [](MatchState& s) { s.timeout->began += Duration(1); },
        [](MatchState& s) { s.timeout->id.seq = 99; },
        [](MatchState& s) { s.horn.reset(); },
        [](MatchState& s) { s.horn->generation = 4; },
        [](MatchState& s) { s.horn->began += Duration(1); },
        [](MatchState& s) { s.game.up = true; },
        [](MatchState& s) { s.shot.alone = true; },
        [](MatchState& s) { s.home.late_fouls = {1}; },
        [](MatchState& s) {
            s.guest.tallies = {{0, 1}};
        },
        [](MatchState& s) {
            s.home.players = {{7, 1, 2}};
        },
        [](MatchState& s) {
            s.home.players = {{7, 0, 0, {1}}};
        },
        [](MatchState& s) { s.home.more_timeouts = {{1}}; },
        [](MatchState& s) { s.timeout->kind = 1; },
        [](MatchState& s) { s.offers[0].jam = true; },
        [](MatchState& s) {
            s.rally = Rally{{}, false, false, at(3), {}};
        },
        [](MatchState& s) {
            s.rally = Rally{{}, false, false, {}, Expedite{1, 12, 2}};
        },
        [](MatchState& s) { s.added_minutes = 1; },
        [](MatchState& s) { s.lamps = 4; },
        [](MatchState& s) { s.penalties.emplace(); },
        [](MatchState& s) {
            s.penalties = PenaltyBox{Duration(1), {}, {}, {}};
        },
        [](MatchState& s) {
            s.penalties = PenaltyBox{{}, {Penalty{}}, {}, {}};
        },
        [](MatchState& s) {
            s.penalties = PenaltyBox{{}, {}, {Penalty{}}, {}};
        },
        [](MatchState& s) {
            s.penalties = PenaltyBox{{}, {}, {}, Release{}};
        },
        [](MatchState& s) { s.shootout.emplace(); },
        [](MatchState& s) {
            s.shootout = Shootout{{true}, {}};
        },
        [](MatchState& s) { s.rally.emplace(); },
        [](MatchState& s) {
            s.rally = Rally{{1}, false, false};
        },
        [](MatchState& s) {
            s.rally = Rally{{}, true, false};
        },
        [](MatchState& s) {
            s.rally = Rally{{}, false, true};
        },
        [](MatchState& s) { s.tennis.emplace(); },
        [](MatchState& s) {
            s.tennis = Tennis{1, 0, 0, false};
        },
        [](MatchState& s) {
            s.tennis = Tennis{0, 0, 2, false};
        },
        [](MatchState& s) { s.downs.emplace(); },
        [](MatchState& s) {
            s.downs = Downs{1, 10, 35};
        },
        [](MatchState& s) { s.innings.emplace(); },
        [](MatchState& s) { s.innings = Innings{true, 1, 2, 0, 5, 27}; },
        [](MatchState& s) { s.jam.emplace(); },
        [](MatchState& s) {
            s.jam = Jam{1, true, at(3)};
        },
        [](MatchState& s) { s.offers.clear(); },
        [](MatchState& s) { s.offers[0].id.seq = 99; },
        [](MatchState& s) { s.offers[0].clock = ClockId::kShot; },
        [](MatchState& s) { s.offers[0].start = true; },
        [](MatchState& s) { s.offers[0].at += Duration(1); },
        [](MatchState& s) { s.offers[0].value.reset(); },
        [](MatchState& s) { s.offers[0].shot.reset(); },
        [](MatchState& s) { s.offers[0].since += Duration(1); },
    };
    const std::uint32_t before = digest(busy_state(), at(103));
    for (std::size_t i = 0; i < changes.size(); ++i) {
        MatchState state = busy_state();
        changes[i](state);

        EXPECT_NE(state, busy_state()) << "change " << i << " changes nothing";
        EXPECT_NE(digest(state, at(103)), before) << "change " << i;
    }
}

TEST(DigestTest, CoversWhatRunningClocksShow)
{
    const MatchState state = busy_state();

    EXPECT_NE(digest(state, at(103)), digest(state, at(103.1)));
}

// Stored in every log: another value here means that old logs and new tablets no longer agree.
TEST(DigestTest, IsTheSameOnEveryPlatform)
{
    EXPECT_EQ(digest(MatchState{}, BoardTime{}), 3709128217U);
    EXPECT_EQ(digest(busy_state(), at(103)), 24412458U);
}

} // namespace
} // namespace scoreboard::match
