#include <gtest/gtest.h>
#include <random>

#include "unit/wire/random_messages.h"

// Goal: no bytes from the net or from a disk do more than be refused with words. Method: every beginning of
// valid messages, and valid messages with random bytes changed, inserted and removed. ASan and UBSan watch.
namespace scoreboard::wire {
namespace {

// Decodes in every way there is; what is accepted must survive its own round trip.
void decode_all(const std::string& bytes)
{
    if (const auto client = decode_client(bytes)) {
        EXPECT_EQ(*decode_client(encode(*client)), *client);
    } else {
        EXPECT_FALSE(client.error().what.empty());
    }
    if (const auto server = decode_server(bytes)) {
        EXPECT_EQ(*decode_server(encode(*server)), *server);
    } else {
        EXPECT_FALSE(server.error().what.empty());
    }
    if (const auto entry = decode_entry(bytes)) {
        EXPECT_EQ(*decode_entry(encode(*entry)), *entry);
    }
    if (const auto sealed = unseal(bytes)) {
        EXPECT_EQ(sealed->bytes, bytes);
    }
    match::Entry row;
    static_cast<void>(decode_decision(bytes, row));
}

std::vector<std::string> valid_messages(std::uint64_t seed)
{
    RandomMessages random(seed);
    std::vector<std::string> messages;
    for (std::size_t kind = 0; kind < kClientKinds; ++kind) {
        messages.push_back(encode(random.client_message(kind)));
    }
    for (std::size_t kind = 0; kind < kServerKinds; ++kind) {
        messages.push_back(encode(random.server_message(kind)));
    }
    for (std::size_t kind = 0; kind < kCommandKinds; ++kind) {
        messages.push_back(seal(random.body(kind)).bytes);
    }
    messages.push_back(encode(random.entry()));
    messages.push_back(encode_decision(random.entry()));
    return messages;
}

TEST(MalformedTest, EveryBeginningOfAMessageIsRefusedOrSound)
{
    for (const std::string& message : valid_messages(3)) {
        for (std::size_t size = 0; size <= message.size(); ++size) {
            decode_all(message.substr(0, size));
        }
    }
}

TEST(MalformedTest, RandomDamageIsRefusedOrSound)
{
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937_64 random(seed);
        for (const std::string& message : valid_messages(seed)) {
            for (int round = 0; round < 20; ++round) {
                std::string damaged = message;
                for (std::uint64_t hits = 1 + random() % 4; hits > 0 && !damaged.empty(); --hits) {
                    const std::size_t at = random() % damaged.size();
                    const char byte = static_cast<char>(random());
                    switch (random() % 3) {
                    case 0:
                        damaged[at] = byte;
                        break;
                    case 1:
                        damaged.insert(at, 1, byte);
                        break;
                    default:
                        damaged.erase(at, 1);
                    }
                }
                decode_all(damaged);
            }
        }
    }
}

TEST(MalformedTest, NoiseIsRefusedOrSound)
{
    std::mt19937_64 random(11);
    for (int round = 0; round < 20'000; ++round) {
        std::string noise(random() % 64, '\0');
        for (char& byte : noise) {
            byte = static_cast<char>(random());
        }
        decode_all(noise);
    }
}

TEST(MalformedTest, ADecisionThatCannotBeReadLeavesTheEntryAsItWas)
{
    match::Entry entry = RandomMessages(5).entry();
    const match::Entry before = entry;

    const auto refused = decode_decision("\xff\xff", entry);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what, "decision: it is no Decision of protobuf, or a text in it is not UTF-8");
    EXPECT_EQ(entry, before);
}

} // namespace
} // namespace scoreboard::wire
