#include "firmware/panel_firmware.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "scoreboard/v1/panel.pb.h"
#include "unit/firmware/panel_bench.h"

namespace scoreboard::testing {
namespace {

constexpr std::uint8_t kScoreAt = kImageTimeBaseSize + PanelBench::kScore;
constexpr std::uint8_t kSeven = 0x07, kOne = 0x06;

link_ack ack_of(const link_frame& frame)
{
    link_ack ack{};
    EXPECT_TRUE(link_ack_read(frame.body, frame.body_size, &ack));
    return ack;
}

v1::LinkHelloAck hello_ack_of(const link_frame& frame)
{
    v1::LinkHelloAck message;
    EXPECT_TRUE(message.ParseFromArray(frame.body, frame.body_size));
    return message;
}

int nak_reason(const std::vector<link_frame>& frames)
{
    link_nak nak{};
    return frames.size() == 1 && link_nak_read(frames[0].body, frames[0].body_size, &nak) ? nak.reason : -1;
}

// A bench with a session and image 100 on the LEDs.
struct Open {
    Open()
    {
        bench.run_for_ms(200);
        bench.open_session();
        image = bench.image();
        bench.full(100, image);
        bench.run_for_ms(2);
        bench.heard();
    }
    PanelBench bench;
    Bytes image;
};

TEST(LinkTest, BootIsSaidThreeTimesQuicklyThenOnceASecondUntilHello)
{
    PanelBench bench;
    const std::uint64_t start_ms = bench.now_ms();
    std::vector<std::uint64_t> at_ms;
    for (int i = 0; i < 2'500; ++i) {
        bench.run_for_ms(1);
        if (!bench.heard_of(kLinkBoot).empty()) {
            at_ms.push_back(bench.now_ms() - start_ms - 1);
        }
    }
    bench.hello();
    bench.heard();
    bench.run_for_ms(3'000);

    EXPECT_THAT(at_ms, ::testing::ElementsAre(0, 49, 149, 1'149, 2'149));
    EXPECT_TRUE(bench.heard_of(kLinkBoot).empty());
}

TEST(LinkTest, HelloAckNamesPanelBootAndLayout)
{
    PanelBench bench(kResetWatchdog);
    bench.heard();

    bench.hello(5, 6);
    const std::vector<link_frame> answers = bench.heard();

    ASSERT_EQ(answers.size(), 1u);
    ASSERT_EQ(answers[0].type, kLinkHelloAck);
    EXPECT_FALSE(answers[0].seeded);
    const v1::LinkHelloAck ack = hello_ack_of(answers[0]);
    EXPECT_EQ(ack.nonce(), 6u);
    EXPECT_EQ(ack.protocol(), 1u);
    EXPECT_EQ(ack.boot_id(), bench.firmware().boot_id);
    EXPECT_EQ(ack.reset_cause(), v1::RESET_CAUSE_WATCHDOG);
    EXPECT_EQ(ack.serial(), "BENCH-1");
    EXPECT_EQ(ack.digits(), PanelBench::kDigits);
    EXPECT_EQ(ack.clocks(), PanelBench::kClocks);
    EXPECT_EQ(ack.layout_hash(), 0xABCDu);
    EXPECT_EQ(ack.schema_hash(), LINK_SCHEMA_HASH);
    EXPECT_EQ(ack.bauds_size(), 5);
    EXPECT_EQ(ack.refresh_hz(), 800u);
}

TEST(LinkTest, WithoutACommonVersionOnlyTheLifelineWorks)
{
    PanelBench bench;

    bench.hello(PanelBench::kStartId, PanelBench::kNonce, 2);
    const std::vector<link_frame> answers = bench.heard_of(kLinkHelloAck);
    Bytes image = bench.image();
    image[kScoreAt] = kSeven;
    bench.full(1, image);
    bench.run_for_ms(5);

    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(hello_ack_of(answers[0]).protocol(), 0u);
    EXPECT_EQ(bench.light().segments[PanelBench::kScore], kSeven);
    EXPECT_TRUE(bench.heard_of(kLinkAck).empty());
}

TEST(LinkTest, AckComesAfterTheRefreshThatLatchedAndCarriesItsDigest)
{
    Open open;
    open.image[kScoreAt] = kSeven;
    open.bench.run_for_ms(1);

    const std::uint8_t counter = open.bench.delta(100, 1, kScoreAt, {kSeven});
    const auto before_refresh = open.bench.heard_of(kLinkAck);
    const std::uint8_t dark = open.bench.light().segments[PanelBench::kScore];
    open.bench.run_for_ms(2);
    const auto after_refresh = open.bench.heard_of(kLinkAck);

    EXPECT_TRUE(before_refresh.empty());
    EXPECT_EQ(dark, 0);
    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore], kSeven);
    ASSERT_EQ(after_refresh.size(), 1u);
    const link_ack ack = ack_of(after_refresh[0]);
    EXPECT_EQ(ack.acked, counter);
    EXPECT_EQ(ack.image_rev, 101);
    EXPECT_EQ(ack.digest, link_image_digest(open.image.data(), open.image.size()));
    EXPECT_NE(ack.flags & kLinkAckTimeValid, 0);
}

TEST(LinkTest, TwoFramesWithinOneRefreshAreBothAcknowledgedWithTheNewest)
{
    Open open;
    const std::uint8_t first = open.bench.delta(100, 1, kScoreAt, {kSeven});
    const std::uint8_t second = open.bench.delta(100, 2, kScoreAt, {kOne});
    open.bench.run_for_ms(2);

    const auto acks = open.bench.heard_of(kLinkAck);

    ASSERT_EQ(acks.size(), 2u);
    EXPECT_EQ(ack_of(acks[0]).acked, first);
    EXPECT_EQ(ack_of(acks[1]).acked, second);
    EXPECT_EQ(ack_of(acks[0]).image_rev, 102);
    EXPECT_EQ(ack_of(acks[1]).image_rev, 102);
}

TEST(LinkTest, DeltaOntoAnotherBaseIsAnsweredByNakAndChangesNothing)
{
    Open open;

    open.bench.delta(101, 2, kScoreAt, {kSeven});
    open.bench.run_for_ms(5);

    EXPECT_EQ(nak_reason(open.bench.heard_of(kLinkNak)), kLinkNakBase);
    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore], 0);
    EXPECT_EQ(open.bench.firmware().latched_rev, 100u);
}

TEST(LinkTest, RepeatedAndOverlappingDeltasAreHarmless)
{
    Open open;
    open.bench.delta(100, 1, kScoreAt, {kSeven});
    open.bench.run_for_ms(2);

    open.bench.delta(100, 1, kScoreAt, {kSeven}); // its ACK was lost
    open.bench.run_for_ms(2);
    open.bench.delta(100, 3, kScoreAt, {kSeven, kOne}); // both changes, from the last acknowledged base
    open.bench.run_for_ms(2);

    EXPECT_EQ(open.bench.firmware().latched_rev, 103u);
    EXPECT_EQ(open.bench.heard_of(kLinkAck).size(), 3u);
    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore], kSeven);
    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore + 1], kOne);
}

TEST(LinkTest, RevisionGoesOverSixteenBits)
{
    Open open;
    open.bench.full(0x1FFFF, open.image);
    open.bench.run_for_ms(2);

    open.bench.delta(0xFFFF, 2, kScoreAt, {kSeven});
    open.bench.run_for_ms(2);

    EXPECT_EQ(open.bench.firmware().latched_rev, 0x20001u);
}

struct FullRow {
    const char* name;
    std::uint32_t start_id;
    std::uint32_t image_rev;
    std::size_t size_off; // from the panel's own
    bool taken;
};
class FullTest : public ::testing::TestWithParam<FullRow> {};

TEST_P(FullTest, IsTakenInOrderWithinItsEra)
{
    const FullRow& row = GetParam();
    Open open;
    Bytes image = open.image;
    image[kScoreAt] = kSeven;
    image.resize(image.size() - row.size_off);

    open.bench.full(row.image_rev, image, row.start_id);
    open.bench.run_for_ms(2);

    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore] == kSeven, row.taken);
    EXPECT_EQ(open.bench.heard_of(kLinkAck).size(), row.taken ? 1u : 0u);
}

INSTANTIATE_TEST_SUITE_P(Rows, FullTest,
                         ::testing::Values(FullRow{"newer", PanelBench::kStartId, 200, 0, true},
                                           FullRow{"same", PanelBench::kStartId, 100, 0, true},
                                           FullRow{"older", PanelBench::kStartId, 99, 0, false},
                                           FullRow{"of_another_daemon", 0xBAD, 200, 0, false},
                                           FullRow{"of_another_layout", PanelBench::kStartId, 200, 1, false}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(LinkTest, NewEraKeepsThePictureAndForgetsTheOrder)
{
    Open open;
    open.image[kScoreAt] = kSeven;
    open.bench.full(5'000, open.image);
    open.bench.run_for_ms(2);

    open.bench.open_session(0xE4A, 99); // a spare daemon, its image_rev still small
    open.bench.run_for_ms(2);
    const std::uint8_t kept = open.bench.light().segments[PanelBench::kScore];
    open.bench.delta(static_cast<std::uint16_t>(5'000), 1, kScoreAt, {kOne});
    const int refused = nak_reason(open.bench.heard_of(kLinkNak));
    open.image[kScoreAt] = kOne;
    open.bench.full(3, open.image, 0xE4A);
    open.bench.run_for_ms(2);

    EXPECT_EQ(kept, kSeven);
    EXPECT_EQ(refused, kLinkNakBase);
    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore], kOne);
    EXPECT_EQ(open.bench.firmware().latched_rev, 3u);
}

TEST(LinkTest, RepeatedHelloIsAnsweredAndChangesNothing)
{
    Open open;
    open.bench.hello();

    EXPECT_EQ(open.bench.heard_of(kLinkHelloAck).size(), 1u);
    open.bench.delta(100, 1, kScoreAt, {kSeven});
    open.bench.run_for_ms(2);
    EXPECT_EQ(open.bench.heard_of(kLinkAck).size(), 1u);
}

TEST(LinkTest, FrameOfAnEarlierSessionIsRefused)
{
    Open open;
    Bytes delta(kLinkDeltaHeader);
    link_delta_write_header(100, 1, delta.data());
    delta.insert(delta.end(), {kScoreAt, 1, kSeven});
    const Bytes of_old_session = open.bench.wire_of(kLinkDelta, true, delta);
    open.bench.open_session(PanelBench::kStartId, 78);
    open.bench.full(100, open.image);
    open.bench.run_for_ms(2);

    open.bench.receive(of_old_session);
    open.bench.run_for_ms(2);

    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore], 0);
    EXPECT_EQ(open.bench.firmware().link.counters.bad_crc, 1u);
}

TEST(LinkTest, FullIsTakenBeforeAnyHelloAndASeededFrameAsksForOne)
{
    PanelBench bench;
    Bytes image = bench.image();
    image[kScoreAt] = kSeven;

    bench.full(100, image);
    bench.run_for_ms(2);
    bench.heard();
    bench.ping();

    EXPECT_EQ(bench.light().segments[PanelBench::kScore], kSeven);
    EXPECT_EQ(nak_reason(bench.heard_of(kLinkNak)), kLinkNakNoSession);
}

TEST(LinkTest, BadFramesAreNakkedAtMostEveryTwentyMillisecondsAndCountedInTheNextAck)
{
    Open open;
    const Bytes noise = {0x45, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0};
    for (int i = 0; i < 3; ++i) {
        open.bench.receive(noise);
    }
    const auto naks = open.bench.heard_of(kLinkNak);
    open.bench.ping();
    const auto acks = open.bench.heard_of(kLinkAck);
    open.bench.run_for_ms(20);
    open.bench.receive(noise);

    EXPECT_EQ(nak_reason(naks), kLinkNakCrc);
    ASSERT_EQ(acks.size(), 1u);
    EXPECT_EQ(ack_of(acks[0]).flags >> kLinkAckErrorShift, 3);
    EXPECT_EQ(open.bench.heard_of(kLinkNak).size(), 1u);
}

TEST(LinkTest, PingIsAnsweredWithWhatIsLatched)
{
    Open open;

    const std::uint8_t counter = open.bench.ping();
    const auto acks = open.bench.heard_of(kLinkAck);

    ASSERT_EQ(acks.size(), 1u);
    EXPECT_EQ(ack_of(acks[0]).acked, counter);
    EXPECT_EQ(ack_of(acks[0]).image_rev, 100);
}

TEST(LinkTest, TimeRequestIsAnsweredWithTheCounterAndTheTurnaround)
{
    Open open;
    Bytes body(4);
    link_time_request_write(0xABCD, body.data());

    open.bench.send(kLinkTimeRequest, true, body);
    const auto answers = open.bench.heard_of(kLinkTimeResponse);

    ASSERT_EQ(answers.size(), 1u);
    link_time_response response{};
    ASSERT_TRUE(link_time_response_read(answers[0].body, answers[0].body_size, &response));
    EXPECT_EQ(response.t1, 0xABCDu);
    EXPECT_EQ(response.t2, open.bench.now_us());
    EXPECT_EQ(response.t3_after_t2, 250u);
}

TEST(LinkTest, StatusComesOncePerSecondWithTheCounters)
{
    Open open;
    open.bench.receive({0x45, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0});
    open.bench.run_for_ms(3'000);

    const auto statuses = open.bench.heard_of(kLinkStatus);

    ASSERT_EQ(statuses.size(), 3u);
    v1::LinkStatus status;
    ASSERT_TRUE(status.ParseFromArray(statuses[2].body, statuses[2].body_size));
    EXPECT_EQ(status.image_rev(), 100u);
    EXPECT_EQ(status.frames_ok(), 2u);
    EXPECT_EQ(status.frames_bad_crc() + status.frames_malformed(), 1u);
    EXPECT_EQ(status.brightness_level(), 200u);
    EXPECT_EQ(status.digest(), panel_firmware_digest(&open.bench.firmware()));
}

TEST(LinkTest, OwnEchoAndUnknownTypesAreIgnored)
{
    Open open;

    open.bench.send(kLinkAck, true, Bytes(6, 0));
    open.bench.send(0x0F, true, {1, 2, 3});
    open.bench.send(kLinkDelta, false, {100, 0, 1, kScoreAt, 1, kSeven}); // hot frames need their session
    open.bench.run_for_ms(5);

    EXPECT_TRUE(open.bench.heard().empty());
    EXPECT_EQ(open.bench.firmware().link.counters.echoes, 1u);
    EXPECT_EQ(open.bench.firmware().link.counters.refused, 2u);
    EXPECT_EQ(open.bench.light().segments[PanelBench::kScore], 0);
}

TEST(LinkTest, FullTransmitBufferDropsTheAnswerAndCountsIt)
{
    Open open;
    open.bench.fill_transmit_buffer(true);

    open.bench.ping();

    EXPECT_EQ(open.bench.firmware().link.counters.tx_drops, 1u);
}

TEST(LinkTest, GapsInTheHostsCounterAreCounted)
{
    Open open;
    open.bench.wire_of(kLinkPing, true, Bytes(5, 0)); // lost on the way
    open.bench.wire_of(kLinkPing, true, Bytes(5, 0));

    open.bench.ping();

    EXPECT_EQ(open.bench.firmware().link.counters.counter_gaps, 2u);
}

// Whatever is lost or repeated on the way there or back, what the panel acknowledges is the host's image of
// that rev.
TEST(LinkTest, EveryAcknowledgedImageIsTheHostsImageOfThatRevision)
{
    std::mt19937 random(11);
    Open open;
    std::vector<Bytes> images = {open.image}; // by image_rev - 100
    std::size_t acked = 0;
    for (int step = 0; step < 3'000; ++step) {
        Bytes next = images.back();
        const auto offset = static_cast<std::uint8_t>(kImageTimeBaseSize + random() % PanelBench::kDigits);
        next[offset] = static_cast<std::uint8_t>(random() % 256);
        images.push_back(next);
        const std::size_t newest = images.size() - 1;
        const bool needs_full = newest - acked > kLinkDeltaIncrementMax;
        const int copies = static_cast<int>(random() % 3); // lost, once, twice
        for (int copy = 0; copy < copies; ++copy) {
            if (needs_full) {
                open.bench.full(static_cast<std::uint32_t>(100 + newest), next);
            } else {
                open.bench.delta(static_cast<std::uint16_t>(100 + acked),
                                 static_cast<std::uint8_t>(newest - acked), kImageTimeBaseSize,
                                 Bytes(next.begin() + 2, next.begin() + 2 + PanelBench::kDigits));
            }
        }
        open.bench.run_for_ms(random() % 3);
        for (const link_frame& frame : open.bench.heard_of(kLinkAck)) {
            const link_ack ack = ack_of(frame);
            const std::size_t index = static_cast<std::uint16_t>(ack.image_rev - 100);
            ASSERT_LT(index, images.size());
            ASSERT_EQ(ack.digest, link_image_digest(images[index].data(), images[index].size()));
            if (random() % 2 == 0) { // else this ACK is lost
                acked = std::max(acked, index);
            }
        }
    }
    EXPECT_GT(acked, 2'500u);
}

TEST(LinkTest, NoBytesHurt)
{
    std::mt19937 random(23);
    Open open;
    for (int i = 0; i < 20'000; ++i) {
        // Valid frames with random bodies reach further than noise does.
        Bytes body(random() % (kLinkBodyMax + 1));
        for (std::uint8_t& byte : body) {
            byte = static_cast<std::uint8_t>(random() % (i % 2 == 0 ? 256 : 8));
        }
        open.bench.send(static_cast<std::uint8_t>(random() % 32), random() % 2 == 0, body);
        open.bench.run_for_ms(1);
        open.bench.heard();
    }
}

} // namespace
} // namespace scoreboard::testing
