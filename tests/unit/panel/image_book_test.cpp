#include "panel/image_book.h"

#include <gtest/gtest.h>

#include "framing/link_body.h"

namespace scoreboard::panel {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kSize = 40;

class ImageBookTest : public testing::Test {
protected:
    void want(std::size_t at, std::uint8_t value, Rev rev = 0)
    {
        image_[at] = value;
        book_.want(image_, rev, false);
    }
    static std::uint16_t digest(const Bytes& image) { return link_image_digest(image.data(), image.size()); }

    Bytes image_ = Bytes(kSize, 0);
    ImageBook book_{0xA1B2C3D4, kSize};
};

TEST_F(ImageBookTest, CountsOnlyImagesThatDiffer)
{
    want(3, 9, 1);
    const std::uint32_t wanted = book_.wanted();

    EXPECT_FALSE(book_.want(image_, 2, false));

    EXPECT_EQ(book_.wanted(), wanted);
    EXPECT_EQ(book_.rev_in(wanted), 2u);
}

TEST_F(ImageBookTest, DeltaHoldsWhatChangedSinceTheAcknowledgedImage)
{
    want(3, 9);
    const std::uint32_t acknowledged = book_.wanted();
    want(10, 1);
    want(11, 2);

    const auto body = book_.delta_body(acknowledged);

    EXPECT_EQ(body, (Bytes{1, 0, 2, 10, 2, 1, 2}));
}

TEST_F(ImageBookTest, ShortGapsCostLessInsideARun)
{
    want(10, 1);
    want(13, 2);
    want(17, 3);

    const auto body = book_.delta_body(0);

    EXPECT_EQ(body, (Bytes{0, 0, 3, 10, 4, 1, 0, 0, 2, 17, 1, 3}));
}

TEST_F(ImageBookTest, AByteThatWentBackIsSentAllTheSame)
{
    want(5, 1);
    want(5, 0);

    EXPECT_EQ(book_.delta_body(0), (Bytes{0, 0, 2, 5, 1, 0}));
}

TEST_F(ImageBookTest, ThereIsNoDeltaForAPanelTooFarBehind)
{
    for (std::uint8_t value = 1; value <= 64; ++value) {
        want(0, value);
    }

    EXPECT_TRUE(book_.delta_body(1).has_value());
    EXPECT_FALSE(book_.delta_body(0).has_value());
}

TEST_F(ImageBookTest, DeltaIsNeverLongerThanAFull)
{
    for (std::size_t step = 1; step < 8; ++step) {
        const std::uint32_t acknowledged = book_.wanted();
        for (std::size_t at = 0; at < kSize; at += step) {
            ++image_[at];
        }
        book_.want(image_, 1, false);

        EXPECT_LT(book_.delta_body(acknowledged)->size(), book_.full_body().size()) << "every " << step;
    }
}

TEST_F(ImageBookTest, KnowsTheDigestsOfTheLastSixtyFour)
{
    want(0, 1, 11);
    const Bytes first = image_;
    for (std::uint8_t value = 2; value <= 64; ++value) {
        want(0, value, 12);
    }

    const auto found = book_.find(1, digest(first));

    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->digest_right);
    EXPECT_FALSE(book_.find(1, digest(image_))->digest_right);
    want(0, 65);
    EXPECT_FALSE(book_.find(1, digest(first)).has_value());
}

TEST_F(ImageBookTest, KnowsNoImageOfTheFuture)
{
    want(0, 1);

    EXPECT_FALSE(book_.find(2, 0).has_value());
    EXPECT_FALSE(book_.find(0xFFFF, 0).has_value());
}

TEST_F(ImageBookTest, FullNamesTheBoardsStartAndTheImage)
{
    want(0, 0x55);

    const Bytes body = book_.full_body();

    ASSERT_EQ(body.size(), kLinkFullHeader + kSize);
    EXPECT_EQ(Bytes(body.begin(), body.begin() + 10),
              (Bytes{0xD4, 0xC3, 0xB2, 0xA1, 1, 0, 0, 0, kSize, 0x55}));
}

} // namespace
} // namespace scoreboard::panel
