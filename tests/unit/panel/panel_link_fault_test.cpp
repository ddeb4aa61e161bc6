#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "framing/link_frame.h"
#include "framing/panel_image.h"
#include "panel_rig.h"

// What a serial line and a panel can do to the link. In all of it the rig checks that the panel never latches
// an image that the board did not want, and that nothing is claimed that did not light.
namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;

using Bytes = std::vector<std::uint8_t>;

void start_game(PanelRig& rig)
{
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(48, 49), 500ms));
}

// The panel shows the newest picture, and the board knows it, a second after the last fault at the latest.
void expect_repaired(PanelRig& rig, const std::string& what)
{
    const Rev rev = rig.note();
    EXPECT_TRUE(rig.run_until(1s, [&] { return rig.link().shown() == rev && rig.is_right(); })) << what;
    EXPECT_THAT(rig.lies, IsEmpty()) << what;
}

// The type of a frame that the board sent.
std::uint8_t type_of(const Bytes& frame)
{
    std::size_t at = 0;
    while (frame[at] == 0) {
        ++at;
    }
    return frame[at + 1] & 0x1F; // behind the first byte of COBS
}

struct FlipRow {
    std::uint8_t type;
    const char* name;
};
class BitFlipTest : public testing::TestWithParam<FlipRow> {};

INSTANTIATE_TEST_SUITE_P(Frames, BitFlipTest,
                         testing::Values(FlipRow{kLinkHello, "Hello"}, FlipRow{kLinkFull, "Full"},
                                         FlipRow{kLinkDelta, "Delta"}, FlipRow{kLinkPing, "Ping"},
                                         FlipRow{kLinkTimeRequest, "TimeRequest"}),
                         [](const auto& row) { return std::string(row.param.name); });

// Goal: no single flipped bit of any frame ever reaches the LEDs or wedges the link.
TEST_P(BitFlipTest, OfAnyBitIsRepaired)
{
    for (std::size_t bit = 0;; ++bit) {
        PanelRig rig;
        bool beyond = false;
        bool flipped = false;
        rig.intercept = [&](const Bytes& frame) {
            if (flipped || type_of(frame) != GetParam().type) {
                return false;
            }
            flipped = true;
            beyond = bit / 8 >= frame.size();
            if (beyond) {
                return false;
            }
            Bytes hurt = frame;
            hurt[bit / 8] = static_cast<std::uint8_t>(hurt[bit / 8] ^ 1u << bit % 8);
            rig.inject_to_panel(hurt);
            return true;
        };

        rig.open();
        rig.score(48, 49);
        rig.run_for(400ms);
        rig.score(50, 49);
        rig.run_for(200ms);

        if (beyond) {
            break;
        }
        ASSERT_TRUE(flipped);
        expect_repaired(rig, "bit " + std::to_string(bit));
    }
}

struct NoiseRow {
    const char* name;
    line::FaultRates rates;
};
class NoiseTest : public testing::TestWithParam<NoiseRow> {};

line::FaultRates rates_of(line::FaultKind kind, double rate)
{
    line::FaultRates rates;
    rates.of(kind) = rate;
    return rates;
}

INSTANTIATE_TEST_SUITE_P(Lines, NoiseTest,
                         testing::Values(NoiseRow{"FlipSeldom", rates_of(line::FaultKind::kBitflip, 1e-4)},
                                         NoiseRow{"FlipOften", rates_of(line::FaultKind::kBitflip, 1e-2)},
                                         NoiseRow{"Burst", rates_of(line::FaultKind::kBurst, 5e-3)},
                                         NoiseRow{"Drop", rates_of(line::FaultKind::kDrop, 1e-2)},
                                         NoiseRow{"Insert", rates_of(line::FaultKind::kInsert, 1e-2)},
                                         NoiseRow{"Duplicate", rates_of(line::FaultKind::kDup, 1e-2)},
                                         NoiseRow{"Everything",
                                                  line::FaultRates{2e-3, 2e-3, 5e-3, 5e-3, 5e-3}}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST_P(NoiseTest, NeverShowsAWrongPictureAndIsRightWithinASecondOfItsEnd)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        PanelRig::Options options;
        options.seed = seed;
        PanelRig rig(options);
        std::mt19937 random(static_cast<std::uint32_t>(seed));
        start_game(rig);
        rig.panel().set_rates(GetParam().rates);

        for (int points = 0; points < 60; ++points) {
            Picture picture = rig.scores(points, 100 + points);
            picture.clocks[0].mode = points % 3 == 0 ? ClockMode::kFrozen : ClockMode::kDown;
            picture.clocks[0].first = 6;
            picture.clocks[0].width = 4;
            picture.clocks[0].format = kClockCeil | kClockTenthsBelow60;
            picture.clocks[0].value = 600s;
            picture.clocks[0].anchor = rig.now();
            rig.show(picture);
            rig.run_for(Duration(random() % 120'000));
        }
        rig.panel().set_rates({});

        expect_repaired(rig, std::string(GetParam().name) + ", seed " + std::to_string(seed));
    }
}

TEST(LostFrameTest, IsSentAgainWithoutWaitingForASilence)
{
    PanelRig rig;
    start_game(rig);
    rig.run_for(300ms);
    int lost = 0;
    rig.intercept = [&](const Bytes& frame) { return type_of(frame) == kLinkDelta && lost++ == 0; };

    const Rev rev = rig.score(50, 49);

    EXPECT_TRUE(rig.run_until_shown(rev, 60ms));
    EXPECT_GE(rig.link().counters().retransmissions, 1u);
}

// A DELTA holds everything since the last acknowledged image, so the next one makes up for one that was lost.
TEST(LostFrameTest, IsMadeUpForByTheNextDelta)
{
    PanelRig rig;
    start_game(rig);
    rig.run_for(300ms);
    int deltas = 0;
    int fulls = 0;
    rig.intercept = [&](const Bytes& frame) {
        fulls += type_of(frame) == kLinkFull;
        return type_of(frame) == kLinkDelta && deltas++ == 0;
    };
    rig.score(51, 49);
    rig.run_for(2ms);

    const Rev rev = rig.score(51, 52);

    EXPECT_TRUE(rig.run_until_shown(rev, 5ms));
    EXPECT_EQ(rig.text("home.score"), "51");
    EXPECT_EQ(fulls, 0);
}

TEST(LostAckTest, NeitherRepeatsNorLosesAPicture)
{
    PanelRig rig;
    start_game(rig);

    for (int round = 0; round < 50; ++round) {
        rig.panel().set_transmit_dead(round % 2 == 0);
        rig.score(50 + round, 49);
        rig.run_for(70ms);
    }
    rig.panel().set_transmit_dead(false);

    expect_repaired(rig, "lost acks");
    EXPECT_EQ(rig.text("home.score"), "99");
}

TEST(DuplicateFrameTest, IsHarmless)
{
    PanelRig rig;
    rig.intercept = [&](const Bytes& frame) {
        rig.inject_to_panel(frame);
        return false;
    };
    start_game(rig);

    for (int points = 0; points < 100; ++points) {
        rig.score(points, 0);
        rig.run_for(7ms);
    }

    expect_repaired(rig, "every frame twice");
}

struct ResetRow {
    panel_reset cause;
    const char* name;
};
class ResetTest : public testing::TestWithParam<ResetRow> {};

INSTANTIATE_TEST_SUITE_P(Causes, ResetTest,
                         testing::Values(ResetRow{kResetPowerOn, "PowerOn"},
                                         ResetRow{kResetBrownOut, "BrownOut"},
                                         ResetRow{kResetWatchdog, "Watchdog"}),
                         [](const auto& row) { return std::string(row.param.name); });

// Goal: wherever in the handshake or a change the panel restarts, its picture comes back.
TEST_P(ResetTest, AtAnyMomentIsRepaired)
{
    for (Duration moment = 0ms; moment < 120ms; moment += 900us) {
        PanelRig rig;
        rig.open();
        rig.score(54, 49);
        rig.run_for(moment);
        rig.score(56, 49);
        rig.run_for(500us);

        rig.panel().reset(GetParam().cause, rig.line_now());
        rig.run_for(20ms); // until its firmware runs

        expect_repaired(rig, std::to_string(moment.count()) + " us");
        EXPECT_EQ(rig.text("home.score"), "56");
    }
}

TEST(ReplugTest, AtAnyMomentIsRepaired)
{
    for (Duration moment = 0ms; moment < 120ms; moment += 900us) {
        PanelRig rig;
        rig.open();
        rig.score(54, 49);
        rig.run_for(moment);

        rig.close();
        rig.score(56, 49);
        rig.run_for(300ms);
        rig.open();

        expect_repaired(rig, std::to_string(moment.count()) + " us");
        EXPECT_EQ(rig.text("home.score"), "56");
    }
}

TEST(OldSessionTest, FramesOfAnEarlierBoardChangeNothing)
{
    PanelRig rig;
    std::vector<Bytes> old_frames;
    rig.intercept = [&](const Bytes& frame) {
        old_frames.push_back(frame);
        return false;
    };
    start_game(rig);
    rig.score(99, 99);
    rig.run_for(300ms);
    rig.intercept = nullptr;
    rig.restart_board(0x0BAD5EED);
    rig.open();
    ASSERT_TRUE(rig.run_until_shown(rig.score(10, 9), 500ms));

    for (const Bytes& frame : old_frames) {
        if (type_of(frame) != kLinkHello) { // a HELLO is a new session by itself
            rig.inject_to_panel(frame);
            rig.run_for(50ms);
            EXPECT_EQ(rig.text("home.score"), "10");
        }
    }

    expect_repaired(rig, "old frames");
}

TEST(OldSessionTest, AnswersOfAnEarlierSessionClaimNothing)
{
    PanelRig rig;
    start_game(rig);
    rig.run_for(1s);
    const Bytes old_answers = rig.heard;
    rig.close();
    rig.open();
    rig.panel().set_transmit_dead(true);
    const Rev rev = rig.score(10, 9);

    rig.inject_to_board(old_answers);
    rig.run_for(300ms);

    EXPECT_NE(rig.link().shown(), rev);
    rig.panel().set_transmit_dead(false);
    expect_repaired(rig, "old answers");
}

TEST(TruncatedFrameTest, DoesNotSpoilTheNext)
{
    for (std::size_t kept = 0; kept < 15; ++kept) {
        PanelRig rig;
        start_game(rig);
        rig.run_for(600ms);
        bool cut = false;
        rig.intercept = [&](const Bytes& frame) {
            if (cut || type_of(frame) != kLinkDelta) {
                return false;
            }
            cut = true;
            rig.inject_to_panel(std::span(frame).first(std::min(kept, frame.size())));
            return true;
        };
        rig.score(50, 49);
        rig.run_for(2ms);

        ASSERT_TRUE(cut);
        expect_repaired(rig, std::to_string(kept) + " bytes of a frame");
    }
}

TEST(BabbleTest, RandomBytesChangeNothingAndClaimNothing)
{
    PanelRig rig;
    start_game(rig);
    std::mt19937 random(42);

    for (int burst = 0; burst < 2000; ++burst) {
        Bytes noise(64);
        for (std::uint8_t& byte : noise) {
            byte = static_cast<std::uint8_t>(random());
        }
        rig.inject_to_board(noise);
        rig.inject_to_panel(noise);
        rig.run_for(1ms);
    }

    expect_repaired(rig, "babble");
}

// A bit of the latched image flips in the panel's memory: its digest gives it away.
TEST(MemoryTest, AFlippedBitIsFoundWithinOnePing)
{
    PanelRig rig;
    start_game(rig);
    rig.run_for(500ms);
    auto& firmware = const_cast<panel_firmware&>(rig.panel().firmware());
    firmware.display.image[3] ^= 0x01;
    rig.lies.clear();

    rig.run_until(300ms, [&] { return rig.link().counters().digest_mismatches > 0; });
    rig.lies.clear(); // the flip itself

    EXPECT_EQ(rig.link().counters().digest_mismatches, 1u);
    EXPECT_TRUE(rig.run_until(100ms, [&] { return rig.is_right(); }));
}

TEST(OneWayTest, AtAnyMomentOfAHandshakeIsToldAndRepaired)
{
    for (const bool panel_deaf : {false, true}) {
        for (Duration moment = 0ms; moment < 60ms; moment += 3ms) {
            PanelRig rig;
            rig.open();
            rig.score(54, 49);
            rig.run_for(moment);
            panel_deaf ? rig.panel().set_receive_dead(true) : rig.panel().set_transmit_dead(true);
            rig.score(55, 49);

            EXPECT_TRUE(rig.run_until(1500ms, [&] { return rig.link().health() == LinkHealth::kBlind; }));
            panel_deaf ? rig.panel().set_receive_dead(false) : rig.panel().set_transmit_dead(false);

            expect_repaired(rig, std::to_string(moment.count()) + " us");
            EXPECT_EQ(rig.link().health(), LinkHealth::kOk);
        }
    }
}

} // namespace
} // namespace scoreboard::panel
