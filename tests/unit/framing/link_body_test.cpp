#include "framing/link_body.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

TEST(LinkBodyTest, FullArrivesAsItWasWritten)
{
    const Bytes image{1, 2, 3, 4};
    const link_full sent{0xAABBCCDD, 530, 4, image.data()};
    Bytes body(64);
    body.resize(link_full_write(&sent, body.data()));
    link_full got{};

    ASSERT_TRUE(link_full_read(body.data(), body.size(), &got));

    EXPECT_EQ(got.start_id, sent.start_id);
    EXPECT_EQ(got.image_rev, sent.image_rev);
    EXPECT_EQ(Bytes(got.image, got.image + got.size), image);
    EXPECT_FALSE(link_full_read(body.data(), body.size() - 1, &got));
    EXPECT_FALSE(link_full_read(body.data(), 3, &got));
}

TEST(LinkBodyTest, DeltaIsTakenFromAnyRevBetweenBaseAndItsOwn)
{
    const struct {
        std::uint16_t base;
        std::uint8_t increment;
        std::uint32_t image_rev;
        bool taken;
    } rows[] = {
        {10, 3, 9, false},         {10, 3, 10, true},          {10, 3, 12, true},
        {10, 3, 13, true},         {10, 3, 14, false},         {10, 0, 10, true},
        {0xFFFE, 5, 0xFFFF, true}, {0xFFFE, 5, 0x10003, true}, {0xFFFE, 5, 0x10004, false},
        {10, 3, 0x5000A, true},
    };
    for (const auto& row : rows) {
        const link_delta delta{row.base, row.increment, nullptr, 0};
        EXPECT_EQ(link_delta_takes(&delta, row.image_rev), row.taken)
            << row.base << " + " << int{row.increment} << " on " << row.image_rev;
    }
}

TEST(LinkBodyTest, DeltaWritesItsRunsAndNothingElse)
{
    const Bytes body{10, 0, 1, 1, 2, 0xAA, 0xBB, 5, 1, 0xCC};
    Bytes image(6, 0);
    link_delta delta{};

    ASSERT_TRUE(link_delta_read(body.data(), body.size(), image.size(), &delta));
    link_delta_apply(&delta, image.data());

    EXPECT_EQ(image, (Bytes{0, 0xAA, 0xBB, 0, 0, 0xCC}));
}

TEST(LinkBodyTest, DeltaThatWouldWriteOutsideTheImageIsRefused)
{
    const struct {
        const char* name;
        Bytes body;
    } rows[] = {
        {"header cut", {10, 0}},
        {"increment too large", {10, 0, 64}},
        {"run cut", {10, 0, 1, 1, 2, 0xAA}},
        {"run without length", {10, 0, 1, 1}},
        {"empty run", {10, 0, 1, 1, 0}},
        {"beyond the image", {10, 0, 1, 5, 2, 0xAA, 0xBB}},
    };
    for (const auto& row : rows) {
        link_delta delta{};
        EXPECT_FALSE(link_delta_read(row.body.data(), row.body.size(), 6, &delta)) << row.name;
    }
}

TEST(LinkBodyTest, SmallBodiesArriveAsTheyWereWrittenAndInNoOtherSize)
{
    Bytes body(32);
    const link_ack ack{9, 0x1234, 0xBEEF, kLinkAckTimeValid | (3 << kLinkAckErrorShift)};
    link_ack got_ack{};
    EXPECT_EQ(link_ack_write(&ack, body.data()), 6u);
    EXPECT_TRUE(link_ack_read(body.data(), 6, &got_ack));
    EXPECT_FALSE(link_ack_read(body.data(), 5, &got_ack));
    EXPECT_EQ(got_ack.acked, ack.acked);
    EXPECT_EQ(got_ack.image_rev, ack.image_rev);
    EXPECT_EQ(got_ack.digest, ack.digest);
    EXPECT_EQ(got_ack.flags, ack.flags);

    const link_nak nak{kLinkNakBase, 1, 2, 3};
    link_nak got_nak{};
    EXPECT_EQ(link_nak_write(&nak, body.data()), 6u);
    EXPECT_TRUE(link_nak_read(body.data(), 6, &got_nak));
    EXPECT_FALSE(link_nak_read(body.data(), 7, &got_nak));
    EXPECT_EQ(got_nak.reason, nak.reason);
    EXPECT_EQ(got_nak.last_good, nak.last_good);

    const link_ping ping{0x1234, 0x5678, 0};
    link_ping got_ping{};
    EXPECT_EQ(link_ping_write(&ping, body.data()), 5u);
    EXPECT_TRUE(link_ping_read(body.data(), 5, &got_ping));
    EXPECT_FALSE(link_ping_read(body.data(), 4, &got_ping));
    EXPECT_EQ(got_ping.digest, ping.digest);

    const link_time_response response{1, 0x123456789AULL, 77};
    link_time_response got_response{};
    EXPECT_EQ(link_time_response_write(&response, body.data()), 16u);
    EXPECT_TRUE(link_time_response_read(body.data(), 16, &got_response));
    EXPECT_FALSE(link_time_response_read(body.data(), 12, &got_response));
    EXPECT_EQ(got_response.t2, response.t2);
    EXPECT_EQ(got_response.t3_after_t2, response.t3_after_t2);

    std::uint32_t t1 = 0;
    EXPECT_EQ(link_time_request_write(0xCAFE, body.data()), 4u);
    EXPECT_TRUE(link_time_request_read(body.data(), 4, &t1));
    EXPECT_FALSE(link_time_request_read(body.data(), 3, &t1));
    EXPECT_EQ(t1, 0xCAFEu);
}

} // namespace
