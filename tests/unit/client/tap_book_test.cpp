#include "client/tap_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tablet.h"

namespace scoreboard::client {
namespace {

constexpr match::TabletTime kPress{100s};
const match::Command kHorn = match::SoundHorn{};

std::vector<Level> levels(TapBook& book)
{
    std::vector<Level> all;
    while (const auto change = book.poll_change()) {
        all.push_back(change->level);
    }
    return all;
}

TEST(TapBookTest, ATapNeverFallsBackToALowerLevel)
{
    TapBook book;
    book.pressed(1, kHorn, "HORN", kPress);
    book.saved(1, kPress);
    book.recorded(1, 9, "", kPress);
    book.shown_through(9, kPress);

    book.saved(1, kPress);
    book.recorded(1, 9, "", kPress);

    EXPECT_THAT(levels(book), testing::ElementsAre(Level::kSaved, Level::kRecorded, Level::kShown));
}

TEST(TapBookTest, OnlyWhatThePanelHasLatchedIsShown)
{
    TapBook book;
    for (match::Seq seq = 1; seq <= 3; ++seq) {
        book.pressed(seq, kHorn, "HORN", kPress);
        book.saved(seq, kPress);
    }
    book.recorded(1, 10, "", kPress);
    book.recorded(2, 12, "", kPress);

    book.shown_through(11, kPress + 40ms);

    EXPECT_EQ(book.newest()[2].level, Level::kShown);
    EXPECT_EQ(book.newest()[1].level, Level::kRecorded);
    EXPECT_EQ(book.newest()[0].level, Level::kSaved);
    EXPECT_EQ(book.last_shown_in(), 40ms);
    EXPECT_EQ(book.waiting().count, 2u);
    EXPECT_EQ(book.waiting().unrecorded, 1u);
    EXPECT_EQ(book.waiting().oldest, kPress);
}

TEST(TapBookTest, WhileTheDisplayIsHeldShownWaitsForAPerson)
{
    TapBook book;
    book.set_display_held(true, kPress);
    for (match::Seq seq = 1; seq <= 2; ++seq) {
        book.pressed(seq, kHorn, "HORN", kPress);
        book.saved(seq, kPress);
    }
    book.recorded(1, 10, "", kPress);
    book.set_display_held(true, kPress);

    EXPECT_EQ(book.waiting().count, 1u) << "the one that is not recorded";
    EXPECT_EQ(book.waiting().hidden, 1u);
    EXPECT_EQ(book.newest()[1].level, Level::kRecorded);

    book.recorded(2, 11, "", kPress + 1s);
    book.set_display_held(true, kPress + 1s);
    book.set_display_held(false, kPress + 40s);

    EXPECT_EQ(book.waiting().count, 2u) << "now the panel has to show them";
    EXPECT_EQ(book.waiting().oldest, kPress + 40s) << "nobody was slow";

    book.shown_through(11, kPress + 40s + 30ms);

    EXPECT_EQ(book.newest()[1].level, Level::kShown);
    EXPECT_EQ(book.last_shown_in(), 30ms);
}

TEST(TapBookTest, WithoutAPanelRecordedIsTheLastLevel)
{
    TapBook book;
    book.pressed(1, kHorn, "HORN", kPress);
    book.saved(1, kPress);
    book.recorded(1, 10, "", kPress);
    EXPECT_EQ(book.waiting().count, 1u);

    book.set_has_panel(false);

    EXPECT_EQ(book.waiting().count, 0u);
}

TEST(TapBookTest, KeepsEveryTapThatIsOnItsWayAndFewOfTheOthers)
{
    TapBook book;
    for (match::Seq seq = 1; seq <= 1000; ++seq) {
        book.pressed(seq, kHorn, "HORN", kPress);
        book.saved(seq, kPress);
    }
    EXPECT_EQ(book.waiting().count, 1000u);
    EXPECT_EQ(book.newest().size(), TapBook::kKept);

    for (match::Seq seq = 1; seq <= 1000; ++seq) {
        book.refused(seq, 0, "no", kPress);
    }

    EXPECT_EQ(book.waiting().count, 0u);
    EXPECT_EQ(book.newest().size(), TapBook::kKept);
    EXPECT_EQ(book.newest().front().seq, 1000u);
}

TEST(TapBookTest, ARefusalStaysUntilItIsDismissed)
{
    TapBook book;
    book.pressed(1, kHorn, "HORN", kPress);
    book.refused(1, 4, "too late", kPress);
    EXPECT_FALSE(book.newest()[0].dismissed);

    book.dismiss(1);

    EXPECT_TRUE(book.newest()[0].dismissed);
    EXPECT_EQ(book.newest()[0].reason, "too late");
}

} // namespace
} // namespace scoreboard::client
