#include <gtest/gtest.h>

#include "unit/wire/random_messages.h"

// Goal: nothing is lost or changed between a struct and its bytes. Method: every message and every kind of
// command, filled at random from a printed seed, there and back.
namespace scoreboard::wire {
namespace {

constexpr std::uint64_t kSeeds = 200;

TEST(RoundTripTest, EveryKindOfCommandIsUnsealedAsItWasSealed)
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        RandomMessages random(seed);
        for (std::size_t kind = 0; kind < kCommandKinds; ++kind) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", kind " + std::to_string(kind));
            const match::Body body = random.body(kind);

            const match::SealedBody sealed = seal(body);
            const auto unsealed = unseal(sealed.bytes);

            ASSERT_TRUE(unsealed) << unsealed.error().what;
            EXPECT_EQ(*unsealed, sealed);
            EXPECT_EQ(sealed.body, body);
            EXPECT_EQ(sealed.hash, sha256(sealed.bytes));
        }
    }
}

TEST(RoundTripTest, EveryMessageOfAControllerIsDecodedAsItWasEncoded)
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        RandomMessages random(seed);
        for (std::size_t kind = 0; kind < kClientKinds; ++kind) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", message " + std::to_string(kind));
            const session::ClientMessage message = random.client_message(kind);

            const auto decoded = decode_client(encode(message));

            ASSERT_TRUE(decoded) << decoded.error().what;
            EXPECT_EQ(*decoded, message);
        }
    }
}

TEST(RoundTripTest, EveryMessageOfABoardIsDecodedAsItWasEncoded)
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        RandomMessages random(seed);
        for (std::size_t kind = 0; kind < kServerKinds; ++kind) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", message " + std::to_string(kind));
            const session::ServerMessage message = random.server_message(kind);

            const auto decoded = decode_server(encode(message));

            ASSERT_TRUE(decoded) << decoded.error().what;
            EXPECT_EQ(*decoded, message);
        }
    }
}

TEST(RoundTripTest, AnEntryIsTheSameInHistoryOnTheWireAndInTheColumnsOfTheLog)
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const match::Entry entry = RandomMessages(seed).entry();
        match::Entry row = entry;
        row.outcome = {};
        row.verdict = match::Verdict{};

        const std::string encoded = encode(entry);
        const auto decoded = decode_entry(encoded);
        const auto filled = decode_decision(encode_decision(entry), row);

        ASSERT_TRUE(decoded) << decoded.error().what;
        EXPECT_EQ(*decoded, entry);
        EXPECT_EQ(encode_entry_message(encoded),
                  encode(session::ServerMessage(session::EntryMessage{entry})));
        ASSERT_TRUE(filled) << filled.error().what;
        EXPECT_EQ(row, entry);
    }
}

TEST(RoundTripTest, LargestMessagesFitTheirFrames)
{
    session::Hello hello;
    hello.name = std::string(kNameMax, 'x');
    hello.ladder.resize(20, {4'000'000'000, {}});
    session::Error error;
    error.text = std::string(kTextMax, 'x');

    EXPECT_LT(encode(session::ClientMessage(hello)).size(), kClientFrameMax / 8);
    EXPECT_LT(encode(session::ServerMessage(error)).size(), kServerFrameMax / 8);
}

} // namespace
} // namespace scoreboard::wire
