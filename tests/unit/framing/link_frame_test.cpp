#include "framing/link_frame.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "framing/crc32c.h"

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr link_seed kSeed{0x12345678, LINK_SCHEMA_HASH};

link_frame make_frame(std::uint8_t type, bool seeded, const Bytes& body)
{
    link_frame frame{};
    frame.type = type;
    frame.seeded = seeded;
    frame.counter = 7;
    frame.body_size = static_cast<std::uint8_t>(body.size());
    std::copy(body.begin(), body.end(), frame.body);
    return frame;
}

Bytes wire_of(const link_frame& frame, const link_seed& seed = kSeed, bool leading_zero = false)
{
    Bytes wire(kLinkWireMax);
    wire.resize(link_frame_encode(&frame, &seed, leading_zero, wire.data()));
    return wire;
}

struct Received {
    std::vector<link_frame> frames;
    int bad_crc = 0, malformed = 0, without_session = 0;
};

Received receive(const Bytes& wire, const link_seed* seed = &kSeed)
{
    Received received;
    link_decoder decoder{};
    link_frame frame{};
    for (const std::uint8_t byte : wire) {
        const link_event event = link_decoder_push(&decoder, byte, seed, &frame);
        if (event == kLinkFrame) {
            received.frames.push_back(frame);
        }
        received.bad_crc += event == kLinkBadCrc ? 1 : 0;
        received.malformed += event == kLinkMalformed ? 1 : 0;
        received.without_session += event == kLinkWithoutSession ? 1 : 0;
    }
    return received;
}

void expect_same(const link_frame& got, const link_frame& sent)
{
    EXPECT_EQ(got.type, sent.type);
    EXPECT_EQ(got.seeded, sent.seeded);
    EXPECT_EQ(got.counter, sent.counter);
    ASSERT_EQ(got.body_size, sent.body_size);
    EXPECT_TRUE(std::equal(got.body, got.body + got.body_size, sent.body));
}

link_frame random_frame(std::mt19937& random)
{
    Bytes body(random() % (kLinkBodyMax + 1));
    const bool many_zeros = random() % 2 == 0;
    for (std::uint8_t& byte : body) {
        byte = static_cast<std::uint8_t>(many_zeros ? random() % 3 : random() % 256);
    }
    link_frame frame = make_frame(static_cast<std::uint8_t>(random() % 32), random() % 2 == 0, body);
    frame.counter = static_cast<std::uint8_t>(random() % 256);
    return frame;
}

TEST(LinkFrameTest, FiftyThousandRandomFramesArriveAsTheyWereSent)
{
    std::mt19937 random(42);
    for (int i = 0; i < 50'000; ++i) {
        const link_frame sent = random_frame(random);

        const Bytes wire = wire_of(sent, kSeed, random() % 2 == 0);
        const Received received = receive(wire);

        ASSERT_LE(wire.size(), static_cast<std::size_t>(kLinkWireMax));
        ASSERT_EQ(received.frames.size(), 1u);
        expect_same(received.frames.front(), sent);
    }
}

TEST(LinkFrameTest, TwoDigitsCostFifteenBytes)
{
    const link_frame home_plus_two = make_frame(kLinkDelta, true, {4, 0, 1, 0, 2, 0x6D, 0x3F});

    EXPECT_EQ(wire_of(home_plus_two).size(), 15u);
    EXPECT_EQ(wire_of(home_plus_two, kSeed, true).size(), 16u);
}

// COBS spreads a flipped bit into several, or joins two frames; whatever happens, no other frame may come
// out.
TEST(LinkFrameTest, EverySingleFlippedBitIsDetected)
{
    std::mt19937 random(7);
    for (int i = 0; i < 60; ++i) {
        const Bytes wire = wire_of(random_frame(random));
        // The delimiter's own bits are left out: the frame before it is whole and may well be found later.
        for (std::size_t bit = 0; bit < (wire.size() - 1) * 8; ++bit) {
            Bytes damaged = wire;
            damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ (1u << (bit % 8)));
            ASSERT_TRUE(receive(damaged).frames.empty()) << "bit " << bit;
        }
    }
}

TEST(LinkFrameTest, FindsTheNextFrameAfterAnyGarbage)
{
    std::mt19937 random(3);
    for (int i = 0; i < 500; ++i) {
        Bytes wire(random() % 400);
        std::generate(wire.begin(), wire.end(), [&] { return static_cast<std::uint8_t>(random() % 256); });
        const link_frame sent = random_frame(random);
        const Bytes good = wire_of(sent, kSeed, true);
        wire.insert(wire.end(), good.begin(), good.end());

        const Received received = receive(wire);

        ASSERT_EQ(received.frames.size(), 1u);
        expect_same(received.frames.front(), sent);
    }
}

TEST(LinkFrameTest, CutFrameDoesNotHurtTheNextOneWithALeadingZero)
{
    const link_frame sent = make_frame(kLinkPing, true, {1, 2, 3, 4, 5});
    Bytes wire = wire_of(sent);
    wire.resize(6);
    const Bytes whole = wire_of(sent, kSeed, true);
    wire.insert(wire.end(), whole.begin(), whole.end());

    const Received received = receive(wire);

    EXPECT_EQ(received.malformed + received.bad_crc, 1);
    ASSERT_EQ(received.frames.size(), 1u);
}

TEST(LinkFrameTest, RefusesASeededFrameOfAnotherSessionOrSchema)
{
    const Bytes wire = wire_of(make_frame(kLinkDelta, true, {0, 0, 1, 0, 1, 0x3F}));
    const link_seed other_session{kSeed.session_id + 1, kSeed.schema_hash};
    const link_seed other_schema{kSeed.session_id, kSeed.schema_hash + 1};

    EXPECT_EQ(receive(wire, &other_session).bad_crc, 1);
    EXPECT_EQ(receive(wire, &other_schema).bad_crc, 1);
    EXPECT_EQ(receive(wire, nullptr).without_session, 1);
    EXPECT_EQ(receive(wire, &kSeed).frames.size(), 1u);
}

TEST(LinkFrameTest, FirmwareUpdateFramesPassBetweenSchemas)
{
    const Bytes wire = wire_of(make_frame(kLinkFirmwareData, true, {0, 0, 0, 0, 9}));
    const link_seed other_schema{kSeed.session_id, kSeed.schema_hash + 1};

    EXPECT_EQ(receive(wire, &other_schema).frames.size(), 1u);
}

TEST(LinkFrameTest, UnseededFrameNeedsNoSession)
{
    const Bytes wire = wire_of(make_frame(kLinkHello, false, {1, 2, 3}));

    EXPECT_EQ(receive(wire, nullptr).frames.size(), 1u);
    EXPECT_EQ(receive(wire, &kSeed).frames.size(), 1u);
}

TEST(LinkFrameTest, OverlongRunIsOneMalformedFrame)
{
    Bytes wire(5000, 0x55);
    wire.push_back(0);

    const Received received = receive(wire);

    EXPECT_EQ(received.malformed, 1);
    EXPECT_TRUE(received.frames.empty());
}

TEST(LinkFrameTest, DamageReportedByTheReceiverLosesOnlyTheFrameThatIsArriving)
{
    const Bytes wire = wire_of(make_frame(kLinkPing, true, {1, 2, 3, 4, 5}));
    link_decoder decoder{};
    link_frame frame{};
    std::vector<link_event> ends;
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = 0; i < wire.size(); ++i) {
            if (round == 0 && i == 4) {
                link_decoder_damage(&decoder);
            }
            const link_event event = link_decoder_push(&decoder, wire[i], &kSeed, &frame);
            if (event != kLinkNothing) {
                ends.push_back(event);
            }
        }
    }

    EXPECT_EQ(ends, (std::vector<link_event>{kLinkMalformed, kLinkFrame}));
}

TEST(LinkFrameTest, SessionIdDependsOnAllOfItsParts)
{
    const std::uint32_t id = link_session_id(1, 2, 3);

    EXPECT_NE(id, link_session_id(4, 2, 3));
    EXPECT_NE(id, link_session_id(1, 4, 3));
    EXPECT_NE(id, link_session_id(1, 2, 4));
}

TEST(LinkFrameTest, SchemaHashIsTheCrcOfItsName)
{
    const std::string name = "PLP/1 bodies 1";
    const Bytes bytes(name.begin(), name.end());

    EXPECT_EQ(crc32c(bytes.data(), bytes.size()), LINK_SCHEMA_HASH);
}

} // namespace
