#include "firmware/panel_firmware.h"

#include <gtest/gtest.h>

#include "unit/firmware/panel_bench.h"

namespace scoreboard::testing {
namespace {

constexpr std::uint8_t kGame = kClockTenthsBelow60 | kClockCeil | kClockBlankLeadingZero;
constexpr std::uint8_t kScoreAt = kImageTimeBaseSize + PanelBench::kScore;
constexpr std::uint8_t kMarker = PanelBench::kScore + 1;
constexpr std::uint8_t kSeven = 0x07;

void show(PanelBench& bench, const Bytes& image, std::uint32_t image_rev = 100)
{
    bench.full(image_rev, image);
    bench.run_for_ms(2);
}

// A valid frame now and then, so that the link stays fresh.
void run_linked_until_ms(PanelBench& bench, std::uint64_t ms)
{
    while (bench.now_ms() < ms) {
        bench.ping();
        bench.run_until_ms(std::min(ms, bench.now_ms() + 1'000));
    }
}

TEST(PanelFirmwareTest, ShowsOneDotUntilItHasAPicture)
{
    PanelBench bench;
    bench.run_for_ms(10);

    EXPECT_EQ(bench.light().segments[kMarker], kSegmentPoint);
    EXPECT_EQ(bench.text(PanelBench::kClock, 4), "    ");
    EXPECT_GT(bench.light().brightness, 0);
}

TEST(PanelFirmwareTest, RunsAClockByItselfToItsLastTenth)
{
    PanelBench bench;
    bench.open_session();
    const auto start_ms = static_cast<std::uint32_t>(bench.now_ms());
    Bytes image = bench.image();
    PanelBench::put_clock(image, 0, kClockModeDown, kGame, 62'000, start_ms);
    show(bench, image);

    const struct {
        std::uint64_t after_ms;
        const char* text;
    } rows[] = {{900, " 1:02"},    {1'100, " 1:01"},  {2'003, " 1:00"},  {2'110, " 59.9"},
                {57'110, "  4.9"}, {61'890, "  0.2"}, {62'010, "  0.0"}, {90'000, "  0.0"}};
    for (const auto& row : rows) {
        run_linked_until_ms(bench, start_ms + row.after_ms);
        EXPECT_EQ(bench.text(PanelBench::kClock, 4), row.text) << row.after_ms;
    }
}

TEST(PanelFirmwareTest, ClockOfAnotherTimeBaseStandsAndItsHornIsSilent)
{
    PanelBench bench;
    bench.open_session();
    const auto now_ms = static_cast<std::uint32_t>(bench.now_ms());
    Bytes image = bench.image();
    put_u16(image.data(), 0x7777);
    PanelBench::put_clock(image, 0, kClockModeDown, kGame, 2'000, now_ms, kClockExpiryHorn);
    PanelBench::put_horn(image, 1, now_ms, 1'500);
    show(bench, image);

    bench.run_for_ms(1'000);

    EXPECT_EQ(bench.text(PanelBench::kClock, 4), "  2.0");
    EXPECT_FALSE(bench.light().horn);
    EXPECT_FALSE(panel_firmware_time_is_valid(&bench.firmware()));
}

TEST(PanelFirmwareTest, HornSoundsAtTheRefreshOfItsStartAndForItsLength)
{
    PanelBench bench;
    bench.open_session();
    const auto start_ms = static_cast<std::uint32_t>(bench.now_ms() + 500);
    Bytes image = bench.image();
    PanelBench::put_horn(image, 3, start_ms, 1'500);
    show(bench, image);
    std::vector<std::uint64_t> edges;
    bool sounded = false;
    for (int i = 0; i < 4'000; ++i) {
        bench.run_for_ms(1);
        if (bench.light().horn != sounded) {
            sounded = !sounded;
            edges.push_back(bench.now_ms() - start_ms);
        }
    }

    ASSERT_EQ(edges.size(), 2u);
    EXPECT_LE(edges[0], 2u);
    EXPECT_GE(edges[1], 1'500u);
    EXPECT_LE(edges[1], 1'503u);
}

TEST(PanelFirmwareTest, ExpiryAndHornComeTogether)
{
    PanelBench bench;
    bench.open_session();
    Bytes image = bench.image();
    PanelBench::put_horn(image, 0, 0, 1'500);
    PanelBench::put_clock(image, 0, kClockModeDown, kGame, 1'000, static_cast<std::uint32_t>(bench.now_ms()),
                          kClockExpiryHorn);
    show(bench, image);
    for (int i = 0; i < 1'500; ++i) {
        bench.run_for_ms(1);
        ASSERT_EQ(bench.light().horn, bench.text(PanelBench::kClock, 4) == "  0.0") << i;
    }

    bench.run_for_ms(1'100);
    EXPECT_FALSE(bench.light().horn);
}

TEST(PanelFirmwareTest, ClockRunsOnAndItsEndIsSilentWhenTheLinkIsLost)
{
    PanelBench bench;
    bench.open_session();
    Bytes image = bench.image();
    PanelBench::put_horn(image, 0, 0, 1'500);
    PanelBench::put_clock(image, 0, kClockModeDown, kGame, 5'000, static_cast<std::uint32_t>(bench.now_ms()),
                          kClockExpiryHorn);
    show(bench, image);
    for (int i = 0; i < 6'000; ++i) {
        bench.run_for_ms(1);
        ASSERT_FALSE(bench.light().horn);
    }

    EXPECT_EQ(bench.text(PanelBench::kClock, 4), "  0.0");
}

TEST(PanelFirmwareTest, MarksALostLinkAfterThreeSecondsUntilTheNextFrame)
{
    PanelBench bench;
    bench.open_session();
    show(bench, bench.image());
    bench.run_for_ms(2'990);
    const std::uint8_t before = bench.light().segments[kMarker];
    bool lit = false, dark = false;
    for (int i = 0; i < 1'200; ++i) {
        bench.run_for_ms(1);
        const bool point = (bench.light().segments[kMarker] & kSegmentPoint) != 0;
        lit = lit || point;
        dark = dark || (lit && !point);
    }
    bench.ping();
    bench.run_for_ms(2);

    EXPECT_EQ(before & kSegmentPoint, 0);
    EXPECT_TRUE(lit);
    EXPECT_TRUE(dark);
    EXPECT_EQ(bench.light().segments[kMarker] & kSegmentPoint, 0);
}

TEST(PanelFirmwareTest, WarmResetKeepsThePictureWithItsClocksAsLastSeen)
{
    PanelBench bench;
    bench.open_session();
    Bytes image = bench.image();
    image[kScoreAt] = kSeven;
    PanelBench::put_clock(image, 0, kClockModeDown, kGame, 600'000,
                          static_cast<std::uint32_t>(bench.now_ms()), kClockExpiryHorn);
    PanelBench::put_horn(image, 5, static_cast<std::uint32_t>(bench.now_ms() + 138'000), 60'000);
    show(bench, image);
    run_linked_until_ms(bench, bench.now_ms() + 137'600);
    ASSERT_EQ(bench.text(PanelBench::kClock, 4), " 7:43");

    bench.start(kResetWatchdog);
    bench.run_for_ms(2'000);

    EXPECT_EQ(bench.text(PanelBench::kClock, 4), " 7:43");
    EXPECT_EQ(bench.light().segments[PanelBench::kScore], kSeven);
    EXPECT_FALSE(bench.light().horn);
}

TEST(PanelFirmwareTest, PictureOfAPowerOnOrOfDamagedMemoryIsNotShown)
{
    const struct {
        const char* name;
        panel_reset cause;
        void (*hurt)(panel_retained&);
    } rows[] = {
        {"power on", kResetPowerOn, [](panel_retained&) {}},
        {"image hurt", kResetBrownOut, [](panel_retained& memory) { memory.image[9] ^= 1; }},
        {"clock hurt", kResetBrownOut, [](panel_retained& memory) { memory.clock_ms[0] ^= 1; }},
        {"other layout", kResetBrownOut, [](panel_retained& memory) { memory.layout_hash ^= 1; }},
    };
    for (const auto& row : rows) {
        PanelBench bench;
        bench.open_session();
        Bytes image = bench.image();
        image[kScoreAt] = kSeven;
        show(bench, image);
        row.hurt(bench.retained());

        bench.start(row.cause);
        bench.run_for_ms(10);

        EXPECT_EQ(bench.light().segments[PanelBench::kScore], 0) << row.name;
        EXPECT_EQ(bench.light().segments[kMarker], kSegmentPoint) << row.name;
    }
}

TEST(PanelFirmwareTest, RestoredPictureIsNoBaseForADelta)
{
    PanelBench bench;
    bench.open_session();
    show(bench, bench.image());
    bench.start(kResetWatchdog);
    bench.open_session();

    bench.delta(100, 1, kScoreAt, {kSeven});
    bench.run_for_ms(2);

    EXPECT_EQ(bench.light().segments[PanelBench::kScore], 0);
    EXPECT_EQ(bench.heard_of(kLinkNak).size(), 1u);
}

TEST(PanelFirmwareTest, EveryBootHasANewIdWhoseLowHalfNamesItsTime)
{
    PanelBench bench;
    const std::uint32_t first = bench.firmware().boot_id;
    bench.start(kResetWatchdog);

    EXPECT_NE(bench.firmware().boot_id, first);
    EXPECT_NE(bench.firmware().boot_id & 0xFFFF, 0u);
    EXPECT_EQ(bench.firmware().boot_id >> 16, (first >> 16) + 1);
}

TEST(PanelFirmwareTest, TestPictureEndsByItselfAndDoesNotComeBack)
{
    PanelBench bench;
    bench.open_session();
    Bytes image = bench.image();
    std::uint8_t* test = image.data() + bench.parts().test_at;
    test[kTestPattern] = kTestAllOn;
    put_u16(test + kTestGeneration, 1);
    put_u32(test + kTestEndMs, static_cast<std::uint32_t>(bench.now_ms() + 500));
    show(bench, image);
    const std::uint8_t during = bench.light().segments[0];
    const bool told = bench.firmware().test_active;

    bench.run_for_ms(505);
    show(bench, image, 101);

    EXPECT_EQ(during, 0xFF);
    EXPECT_TRUE(told);
    EXPECT_EQ(bench.light().segments[0], 0);
    EXPECT_FALSE(bench.firmware().test_active);
}

TEST(PanelFirmwareTest, BlinkingDigitsAreDarkInEverySecondHalf)
{
    PanelBench bench;
    bench.open_session();
    Bytes image = bench.image();
    image[kScoreAt] = kSeven;
    image[bench.parts().blink_at] = 1u << PanelBench::kScore;
    show(bench, image);

    for (int i = 0; i < 40; ++i) {
        bench.run_for_ms(50);
        const bool lit = bench.light().segments[PanelBench::kScore] == kSeven;
        if (bench.now_ms() % 500 > 3) { // within a refresh of the edge either is right
            EXPECT_EQ(lit, bench.now_ms() / 500 % 2 == 0) << bench.now_ms();
        }
    }
}

TEST(PanelFirmwareTest, BrightnessStaysWithinItsBounds)
{
    const struct {
        std::uint8_t mode, level, min, max, expected;
    } rows[] = {{kBrightnessManual, 200, 0, 255, 200},
                {kBrightnessManual, 200, 0, 100, 100},
                {kBrightnessManual, 5, 20, 100, 20},
                {kBrightnessAuto, 5, 20, 100, 100}};
    for (const auto& row : rows) {
        PanelBench bench;
        Bytes image = bench.image();
        const std::uint8_t at = bench.parts().brightness_at;
        image[at + kBrightnessMode] = row.mode;
        image[at + kBrightnessLevel] = row.level;
        image[at + kBrightnessMin] = row.min;
        image[at + kBrightnessMax] = row.max;

        show(bench, image);

        EXPECT_EQ(bench.light().brightness, row.expected);
    }
}

TEST(PanelFirmwareTest, StandingPictureAsksForNoRefreshes)
{
    PanelBench bench;
    bench.open_session();
    show(bench, bench.image());
    const unsigned before = bench.latches();

    bench.run_for_ms(2'500);

    EXPECT_EQ(bench.latches(), before);
}

} // namespace
} // namespace scoreboard::testing
