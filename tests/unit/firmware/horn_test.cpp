#include "firmware/horn.h"

#include <gtest/gtest.h>

namespace {

constexpr horn_slot kSlot{1, kHornSteady, 1'000, 1'500};

bool sounds_at(horn& state, const horn_slot& slot, std::uint32_t now_ms)
{
    std::int32_t changes_in = 0;
    return horn_sounds(&state, &slot, now_ms, &changes_in);
}

clock_slot down_from(std::int32_t value_ms, std::uint32_t anchor_ms, std::uint8_t expiry = kClockExpiryHorn)
{
    return {kClockModeDown, kClockCeil, 0, 4, value_ms, anchor_ms, 0, expiry};
}

TEST(HornTest, SoundsFromItsStartForItsLength)
{
    horn state{};
    std::int32_t changes_in = 0;

    EXPECT_FALSE(horn_sounds(&state, &kSlot, 900, &changes_in));
    EXPECT_EQ(changes_in, 100);
    EXPECT_TRUE(horn_sounds(&state, &kSlot, 1'000, &changes_in));
    EXPECT_EQ(changes_in, 1'500);
    EXPECT_TRUE(sounds_at(state, kSlot, 2'499));
    EXPECT_FALSE(horn_sounds(&state, &kSlot, 2'500, &changes_in));
    EXPECT_EQ(changes_in, kHornNeverMs);
}

TEST(HornTest, ThatArrivesLateSoundsOnlyForWhatIsLeftOrNotAtAll)
{
    horn late{};
    EXPECT_TRUE(sounds_at(late, kSlot, 2'000));
    EXPECT_FALSE(sounds_at(late, kSlot, 2'600));

    horn too_late{};
    EXPECT_FALSE(sounds_at(too_late, kSlot, 9'000));
}

TEST(HornTest, NeverSoundsTwiceEvenWhenPanelTimeHasWrapped)
{
    horn state{};
    EXPECT_TRUE(sounds_at(state, kSlot, 1'200));
    EXPECT_FALSE(sounds_at(state, kSlot, 3'000));

    EXPECT_FALSE(sounds_at(state, kSlot, 1'200)); // 49 days later
}

TEST(HornTest, GenerationZeroIsSilent)
{
    horn state{};
    const horn_slot none{0, kHornSteady, 1'000, 1'500};

    EXPECT_FALSE(sounds_at(state, none, 1'200));
}

TEST(HornTest, PulsedPatternIsTwoHundredOnOneHundredOff)
{
    horn state{};
    const horn_slot pulsed{1, kHornPulsed, 0, 1'000};

    for (std::uint32_t now_ms = 0; now_ms < 1'000; ++now_ms) {
        EXPECT_EQ(sounds_at(state, pulsed, now_ms), now_ms % 300 < 200) << now_ms;
    }
}

struct ExpiryRow {
    const char* name;
    bool watched_while_running;
    bool link_fresh;
    std::uint8_t expiry;
    bool sounds;
};

class HornExpiryTest : public ::testing::TestWithParam<ExpiryRow> {};

TEST_P(HornExpiryTest, SoundsOnlyForAnEndThatWasSeenOnALivingLink)
{
    const ExpiryRow& row = GetParam();
    horn state{};
    const clock_slot clock = down_from(5'000, 1'000, row.expiry);
    const horn_slot slot{0, kHornSteady, 0, 1'500};

    if (row.watched_while_running) {
        horn_watch_clock(&state, 0, &clock, &slot, 5'000, true);
    }
    horn_watch_clock(&state, 0, &clock, &slot, 6'001, row.link_fresh);

    EXPECT_EQ(sounds_at(state, slot, 6'001), row.sounds);
    EXPECT_FALSE(sounds_at(state, slot, 7'500));
}

INSTANTIATE_TEST_SUITE_P(Rows, HornExpiryTest,
                         ::testing::Values(ExpiryRow{"seen", true, true, kClockExpiryHorn, true},
                                           ExpiryRow{"unseen", false, true, kClockExpiryHorn, false},
                                           ExpiryRow{"stale", true, false, kClockExpiryHorn, false},
                                           ExpiryRow{"hold", true, true, kClockExpiryHold, false},
                                           ExpiryRow{"nothing", true, true, kClockExpiryNothing, false}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(HornTest, OneEndOfAClockSoundsOnce)
{
    horn state{};
    const clock_slot clock = down_from(5'000, 1'000);
    const horn_slot slot{0, kHornSteady, 0, 1'500};
    horn_watch_clock(&state, 0, &clock, &slot, 2'000, true);
    horn_watch_clock(&state, 0, &clock, &slot, 6'000, true);
    ASSERT_TRUE(sounds_at(state, slot, 6'000));
    ASSERT_FALSE(sounds_at(state, slot, 7'500));

    horn_watch_clock(&state, 0, &clock, &slot, 7'600, true);

    EXPECT_FALSE(sounds_at(state, slot, 7'600));
}

TEST(HornTest, CorrectedClockThatEndsAgainDoesNotRestartTheHornThatSounds)
{
    horn state{};
    const horn_slot slot{0, kHornSteady, 0, 1'500};
    clock_slot clock = down_from(5'000, 1'000);
    horn_watch_clock(&state, 0, &clock, &slot, 5'999, true);
    horn_watch_clock(&state, 0, &clock, &slot, 6'000, true);
    ASSERT_TRUE(sounds_at(state, slot, 6'000));

    clock = down_from(5'000, 1'004); // re-anchored four milliseconds later
    horn_watch_clock(&state, 0, &clock, &slot, 6'002, true);
    horn_watch_clock(&state, 0, &clock, &slot, 6'004, true);

    EXPECT_TRUE(sounds_at(state, slot, 7'499));
    EXPECT_FALSE(sounds_at(state, slot, 7'500));
}

} // namespace
