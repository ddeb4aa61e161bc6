#include "line/line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace scoreboard::line {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Bytes = std::vector<std::uint8_t>;

constexpr LineTime kForever = std::chrono::hours(1);

Bytes counting(std::size_t size)
{
    Bytes bytes(size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{1});
    return bytes;
}

Bytes values(const std::vector<TimedByte>& arrived)
{
    Bytes bytes;
    for (const TimedByte& byte : arrived) {
        bytes.push_back(byte.byte);
    }
    return bytes;
}

TEST(LineTest, BytesArriveAtTheBaudRate)
{
    Line line(Direction::kToPanel, 10'000, 1); // a byte a millisecond
    line.push(counting(3), milliseconds(5));

    EXPECT_TRUE(line.poll(milliseconds(5)).empty());
    EXPECT_EQ(line.poll(milliseconds(6)), (std::vector<TimedByte>{{milliseconds(6), 1}}));
    EXPECT_EQ(line.backlog(milliseconds(6)), milliseconds(2));
    EXPECT_EQ(values(line.poll(milliseconds(8))), (Bytes{2, 3}));
    EXPECT_EQ(line.backlog(milliseconds(9)), LineTime::zero());
}

TEST(LineTest, LongRunKeepsTheRateToTheByte)
{
    Line line(Direction::kToPanel, 115'200, 1);
    for (int i = 0; i < 11'520; ++i) {
        line.push(counting(1), LineTime::zero());
    }

    const std::vector<TimedByte> arrived = line.poll(kForever);

    EXPECT_EQ(arrived.size(), 11'520u);
    EXPECT_NEAR(static_cast<double>(arrived.back().at.count()), 1e9, 1e4);
}

TEST(LineTest, AsksToBeWokenForTheEndOfTheNextFrame)
{
    Line line(Direction::kToPanel, 10'000, 1);
    EXPECT_EQ(line.next_deadline(), std::nullopt);

    line.push(Bytes{1, 2, 0, 3, 0}, LineTime::zero());
    EXPECT_EQ(line.next_deadline(), milliseconds(3));
    line.poll(milliseconds(3));
    EXPECT_EQ(line.next_deadline(), milliseconds(5));
    line.poll(milliseconds(5));
    line.push(Bytes{1, 2}, milliseconds(5));
    EXPECT_EQ(line.next_deadline(), milliseconds(7));
}

TEST(LineTest, DeadWireSpendsTheTimeAndDeliversNothing)
{
    Line line(Direction::kFromPanel, 10'000, 1);
    line.set_dead(true);
    line.push(counting(4), LineTime::zero());

    EXPECT_EQ(line.backlog(LineTime::zero()), milliseconds(4));
    EXPECT_TRUE(line.poll(kForever).empty());

    line.set_dead(false);
    line.push(counting(1), milliseconds(10));
    EXPECT_EQ(line.poll(kForever).size(), 1u);
}

TEST(LineTest, PullingThePlugLosesWhatIsUnderWay)
{
    Line line(Direction::kToPanel, 10'000, 1);
    line.push(counting(4), LineTime::zero());
    line.clear();

    EXPECT_TRUE(line.poll(kForever).empty());
    EXPECT_EQ(line.backlog(LineTime::zero()), LineTime::zero());
}

TEST(LineTest, WrongSpeedGarblesEveryByte)
{
    Line line(Direction::kToPanel, 115'200, 1);
    line.set_garbled(true);
    const Bytes sent = counting(100);
    line.push(sent, LineTime::zero());

    const Bytes arrived = values(line.poll(kForever));

    ASSERT_EQ(arrived.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        EXPECT_NE(arrived[i], sent[i]);
    }
}

// Ten thousand bytes in one piece, or in pieces of any size at any time: the same bytes are hit in the same
// way.
TEST(LineTest, FaultsDoNotDependOnHowTheBytesWereCut)
{
    FaultRates rates;
    rates.bitflip = 0.001;
    rates.burst = 0.002;
    rates.drop = rates.insert = rates.dup = 0.01;
    const Bytes sent = counting(10'000);
    const auto run = [&](std::uint32_t cutting_seed) {
        std::mt19937 random(cutting_seed);
        Line line(Direction::kToPanel, 115'200, 7);
        line.set_rates(rates);
        Bytes arrived;
        LineTime now{};
        for (std::size_t at = 0; at < sent.size();) {
            const std::size_t size =
                std::min<std::size_t>(sent.size() - at, cutting_seed == 0 ? sent.size() : 1 + random() % 300);
            line.push(std::span(sent).subspan(at, size), now);
            at += size;
            now += microseconds(random() % 30'000);
            const Bytes part = values(line.poll(now));
            arrived.insert(arrived.end(), part.begin(), part.end());
        }
        const Bytes rest = values(line.poll(kForever));
        arrived.insert(arrived.end(), rest.begin(), rest.end());
        std::vector<std::pair<std::uint64_t, FaultKind>> injected;
        for (const Injection& injection : line.take_injections()) {
            injected.emplace_back(injection.index, injection.kind);
        }
        return std::pair(arrived, injected);
    };

    const auto whole = run(0);

    EXPECT_GT(whole.second.size(), 300u);
    EXPECT_NE(whole.first, sent);
    EXPECT_EQ(run(1), whole);
    EXPECT_EQ(run(2), whole);
}

} // namespace
} // namespace scoreboard::line
