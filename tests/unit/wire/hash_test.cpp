#include <functional>
#include <gtest/gtest.h>
#include <vector>

#include "unit/wire/random_messages.h"

namespace scoreboard::wire {
namespace {

std::string hex(const match::Hash& hash)
{
    return match::to_hex(hash.data(), hash.size());
}

TEST(HashTest, IsSha256)
{
    EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

match::Entry chained_entry()
{
    match::Entry entry;
    entry.rev = 907;
    entry.sealed.hash.fill(0x11);
    entry.outcome = {false, match::Reason::kNoTimeoutLeft, "no time-out left"};
    entry.verdict = match::Verdict{match::Effect::kAt,
                                   match::BoardTime(match::Duration(1'007'702'000)),
                                   match::Duration(2'400),
                                   match::VerdictReason::kLate,
                                   match::Duration(312'298'000),
                                   {{{{0x22}}}, 40},
                                   match::BoardTime(match::Duration(5)),
                                   match::BoardTime(match::Duration(6))};
    entry.received = match::BoardTime(match::Duration(1'016'020'000));
    entry.board_boot = {{0x33}};
    entry.wall_ms = 1'790'000'000'000;
    entry.state_digest = 0xdeadbeef;
    return entry;
}

TEST(HashTest, ChainIsSha256OverTheFieldsInTheirOrder)
{
    const match::Hash previous = sha256("the entry before");
    const match::Entry entry = chained_entry();
    const std::string row = match::to_hex(previous.data(), previous.size()) +                    //
                            "8b030000" +                                                         // rev
                            "1111111111111111111111111111111111111111111111111111111111111111" + // body hash
                            "00"
                            "0b" + // not applied, reason 11
                            "10000000"
                            "6e6f2074696d652d6f7574206c656674" + // text
                            "01" +                               // a verdict
                            "01"
                            "01" +               // AT, late
                            "f04f103c00000000" + // at
                            "6009000000000000" + // uncertainty
                            "01"
                            "104a9d1200000000" + // offered
                            "22000000000000000000000000000000"
                            "2800000000000000" + // book_start
                            "0500000000000000"
                            "0600000000000000" +                 // book_from, book_to
                            "203c8f3c00000000" +                 // received
                            "33000000000000000000000000000000" + // board_boot
                            "006c50c4a0010000" +                 // wall_ms
                            "efbeadde";                          // state_digest
    std::string bytes(row.size() / 2, '\0');
    ASSERT_TRUE(match::from_hex(row, reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()));

    EXPECT_EQ(hex(chain_hash(previous, entry)), hex(sha256(bytes)));
}

TEST(HashTest, ChainChangesWithEveryField)
{
    const match::Entry entry = chained_entry();
    const match::Hash previous{};
    const std::vector<std::function<void(match::Entry&)>> changes = {
        [](match::Entry& e) { ++e.rev; },
        [](match::Entry& e) { ++e.sealed.hash[31]; },
        [](match::Entry& e) { e.outcome.applied = true; },
        [](match::Entry& e) { e.outcome.reason = match::Reason::kStale; },
        [](match::Entry& e) { e.outcome.text += "!"; },
        [](match::Entry& e) { e.verdict.reset(); },
        [](match::Entry& e) { e.verdict->effect = match::Effect::kNow; },
        [](match::Entry& e) { e.verdict->at += match::Duration(1); },
        [](match::Entry& e) { e.verdict->uncertainty += match::Duration(1); },
        [](match::Entry& e) { e.verdict->reason = match::VerdictReason::kHeld; },
        [](match::Entry& e) { e.verdict->offered.reset(); },
        [](match::Entry& e) { e.verdict->book_start.seq = 41; },
        [](match::Entry& e) { e.verdict->book_from += match::Duration(1); },
        [](match::Entry& e) { e.verdict->book_to += match::Duration(1); },
        [](match::Entry& e) { e.received += match::Duration(1); },
        [](match::Entry& e) { e.board_boot.bytes[0] = 1; },
        [](match::Entry& e) { ++e.wall_ms; },
        [](match::Entry& e) { ++e.state_digest; },
    };
    std::vector<match::Hash> seen = {chain_hash(previous, entry), chain_hash(sha256(""), entry)};
    for (const auto& change : changes) {
        match::Entry changed = entry;
        change(changed);
        seen.push_back(chain_hash(previous, changed));
    }

    std::sort(seen.begin(), seen.end());

    EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

TEST(HashTest, ChainIsTheSameOnBothSidesOfTheWire)
{
    match::Entry entry = RandomMessages(9).entry();
    entry.outcome.text = "too long: " + std::string(2000, 'x'); // what is sent is cut

    const auto decoded = decode_entry(encode(entry));

    ASSERT_TRUE(decoded) << decoded.error().what;
    EXPECT_EQ(hex(chain_hash({}, *decoded)), hex(chain_hash({}, entry)));
}

} // namespace
} // namespace scoreboard::wire
