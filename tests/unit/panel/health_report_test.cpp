#include "panel/health_report.h"

#include <gtest/gtest.h>

namespace scoreboard::panel {
namespace {

using namespace std::chrono_literals;

constexpr BoardTime kStart{1h};

class HealthReportTest : public testing::Test {
protected:
    std::optional<LinkHealth> told(BoardTime now)
    {
        const auto change = report_.poll(now);
        return change ? std::optional(change->health) : std::nullopt;
    }
    void be_ok()
    {
        report_.set(LinkHealth::kOk, "fine", kStart);
        report_.poll(kStart);
    }

    HealthReport report_;
};

TEST_F(HealthReportTest, TellsTheFirstThingAtOnce)
{
    report_.set(LinkHealth::kNoPort, "no such file", kStart);

    EXPECT_EQ(told(kStart), LinkHealth::kNoPort);
    EXPECT_EQ(told(kStart + 1h), std::nullopt);
}

TEST_F(HealthReportTest, TellsGoodNewsAndBlindnessAtOnce)
{
    report_.set(LinkHealth::kConnecting, "waiting", kStart);
    report_.poll(kStart);

    report_.set(LinkHealth::kOk, "fine", kStart + 1ms);
    EXPECT_EQ(told(kStart + 1ms), LinkHealth::kOk);

    report_.set(LinkHealth::kBlind, "nothing comes back", kStart + 2ms);
    EXPECT_EQ(told(kStart + 2ms), LinkHealth::kBlind);
}

TEST_F(HealthReportTest, SaysNothingOfAPortThatIsBackWithinASecond)
{
    be_ok();

    report_.set(LinkHealth::kNoPort, "gone", kStart + 1s);
    report_.set(LinkHealth::kConnecting, "waiting", kStart + 1500ms);
    report_.set(LinkHealth::kOk, "fine", kStart + 1900ms);

    EXPECT_EQ(told(kStart + 1h), std::nullopt);
    EXPECT_EQ(report_.deadline(), std::nullopt);
}

TEST_F(HealthReportTest, TellsOfAPortThatIsGoneForASecondHoweverOftenItFlapped)
{
    be_ok();

    report_.set(LinkHealth::kNoPort, "gone", kStart + 1s);
    report_.set(LinkHealth::kConnecting, "waiting", kStart + 1500ms);
    report_.set(LinkHealth::kNoPort, "gone", kStart + 1900ms);

    EXPECT_EQ(report_.deadline(), kStart + 2s);
    EXPECT_EQ(told(kStart + 1999ms), std::nullopt);
    EXPECT_EQ(told(kStart + 2s), LinkHealth::kNoPort);
}

TEST_F(HealthReportTest, TellsOneStateOnce)
{
    be_ok();

    for (int time = 0; time < 10; ++time) {
        report_.set(LinkHealth::kOk, "fine", kStart + 1s);
        EXPECT_EQ(told(kStart + 1s), std::nullopt);
    }
}

} // namespace
} // namespace scoreboard::panel
