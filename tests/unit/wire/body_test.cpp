#include <gmock/gmock.h>

#include "scoreboard/v1/command.pb.h"
#include "unit/wire/random_messages.h"

namespace scoreboard::wire {
namespace {

using testing::HasSubstr;

// A body as protobuf, to be made wrong in one place.
v1::CommandBody good_body()
{
    v1::CommandBody body;
    body.mutable_id()->set_writer(std::string(16, 'w'));
    body.mutable_id()->set_seq(41);
    body.mutable_tap()->set_at_us(1);
    body.mutable_tap()->set_tablet_boot(std::string(16, 'b'));
    body.mutable_add_score()->set_points(2);
    return body;
}

match::Command command_of(const v1::CommandBody& body)
{
    const auto sealed = unseal(body.SerializeAsString());
    EXPECT_TRUE(sealed) << sealed.error().what;
    return sealed ? sealed->body.command : match::Command{};
}

TEST(BodyTest, KeepsTheBytesAsGivenEvenIfThisBuildWouldWriteThemOtherwise)
{
    // Field 3 (tap) before field 1 (id): as good protobuf as any other order.
    const std::string whole = good_body().SerializeAsString();
    v1::CommandBody id;
    *id.mutable_id() = good_body().id();
    const std::string first = id.SerializeAsString();
    ASSERT_TRUE(whole.starts_with(first));
    const std::string turned = whole.substr(first.size()) + first;

    const auto sealed = unseal(turned);

    ASSERT_TRUE(sealed) << sealed.error().what;
    EXPECT_EQ(sealed->bytes, turned);
    EXPECT_EQ(sealed->hash, sha256(turned));
    EXPECT_EQ(sealed->body.id.seq, 41u);
}

TEST(BodyTest, AKindFromTheFutureIsNamedByItsNumber)
{
    // Field 48, a message with contents that this build cannot know.
    v1::CommandBody body = good_body();
    body.clear_kind();
    const std::string future = body.SerializeAsString() + std::string("\x82\x03\x03\x08\x96\x01", 6);

    const auto sealed = unseal(future);

    ASSERT_TRUE(sealed) << sealed.error().what;
    EXPECT_EQ(sealed->body.command, match::Command(match::UnknownCommand{48}));
    EXPECT_EQ(sealed->bytes, future);
    EXPECT_EQ(sealed->body.id.seq, 41u);
}

TEST(BodyTest, AFieldFromTheFutureBesideAKnownKindChangesNothing)
{
    const std::string future = good_body().SerializeAsString() + std::string("\x20\x07", 2); // field 4

    const auto sealed = unseal(future);

    ASSERT_TRUE(sealed) << sealed.error().what;
    EXPECT_EQ(sealed->body.command, match::Command(match::AddScore{match::Side::kHome, 2}));
}

TEST(BodyTest, AKnownKindWithContentsThatCannotBeReadIsKindZero)
{
    struct Row {
        const char* what;
        void (*spoil)(v1::CommandBody& body);
    };
    const Row rows[] = {
        {"no kind", [](v1::CommandBody& body) { body.clear_kind(); }},
        {"a third side",
         [](v1::CommandBody& body) { body.mutable_add_score()->set_side(static_cast<v1::Side>(2)); }},
        {"a side below the first",
         [](v1::CommandBody& body) { body.mutable_add_foul()->set_side(static_cast<v1::Side>(-1)); }},
        {"a third clock",
         [](v1::CommandBody& body) { body.mutable_stop_clock()->set_clock(static_cast<v1::ClockId>(2)); }},
        {"more points than a number holds safely",
         [](v1::CommandBody& body) { body.mutable_add_score()->set_points(1'000'001); }},
        {"a clock beyond any time line",
         [](v1::CommandBody& body) { body.mutable_set_clock()->set_value_us((std::int64_t{1} << 53) + 1); }},
        {"an undo of nothing", [](v1::CommandBody& body) { body.mutable_undo(); }},
        {"an undo of seq 0",
         [](v1::CommandBody& body) {
             body.mutable_undo()->mutable_target()->set_writer(std::string(16, 'x'));
         }},
        {"an offer of a short writer",
         [](v1::CommandBody& body) {
             body.mutable_accept_offer()->mutable_offer()->set_writer("short");
             body.mutable_accept_offer()->mutable_offer()->set_seq(1);
         }},
        {"period 0", [](v1::CommandBody& body) { body.mutable_next_period()->mutable_seen(); }},
        {"a sixth phase",
         [](v1::CommandBody& body) {
             body.mutable_next_period()->mutable_wanted()->set_period(1);
             body.mutable_next_period()->mutable_wanted()->set_phase(static_cast<v1::Phase>(5));
         }},
        {"a match without rules", [](v1::CommandBody& body) { body.mutable_start_match(); }},
        {"a note that is too long",
         [](v1::CommandBody& body) { body.mutable_note()->set_text(std::string(kTextMax + 1, 'x')); }},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        v1::CommandBody body = good_body();

        row.spoil(body);

        EXPECT_EQ(command_of(body), match::Command(match::UnknownCommand{0}));
    }
}

TEST(BodyTest, AKnownKindWithANumberInItsPlaceCannotBeRead)
{
    v1::CommandBody body = good_body();
    body.clear_kind();
    const std::string spoilt = body.SerializeAsString() + std::string("\xB0\x03\x00", 3); // end_match: 0

    const auto sealed = unseal(spoilt);

    ASSERT_TRUE(sealed) << sealed.error().what;
    EXPECT_EQ(sealed->body.command, match::Command(match::UnknownCommand{0}));
    EXPECT_EQ(unseal(seal(sealed->body).bytes)->body, sealed->body);
}

TEST(BodyTest, RefusesABodyOfWhichNobodyCouldSayWhoseItIs)
{
    struct Row {
        void (*spoil)(v1::CommandBody& body);
        const char* what;
    };
    const Row rows[] = {
        {[](v1::CommandBody& body) { body.clear_id(); }, "body: id is missing"},
        {[](v1::CommandBody& body) { body.mutable_id()->set_writer("short"); },
         "body: id has 5 bytes, not 16"},
        {[](v1::CommandBody& body) { body.mutable_id()->set_seq(0); }, "body: id has seq 0"},
        {[](v1::CommandBody& body) { body.mutable_id()->set_seq(~std::uint64_t{0}); },
         "body: id has a seq beyond 63 bits"},
        {[](v1::CommandBody& body) { body.clear_tap(); }, "body: tap is missing"},
        {[](v1::CommandBody& body) { body.mutable_tap()->clear_tablet_boot(); },
         "body: tap.tablet_boot has 0 bytes, not 16"},
        {[](v1::CommandBody& body) { body.mutable_tap()->set_board_boot("x"); },
         "body: tap.board_boot has 1 bytes, not 16"},
        {[](v1::CommandBody& body) { body.mutable_tap()->set_at_us(-(std::int64_t{1} << 53) - 1); },
         "body: tap.at is -9007199254740993 us, beyond any time line"},
        {[](v1::CommandBody& body) { body.mutable_tap()->set_offset_us(std::int64_t{1} << 60); },
         "body: tap.offset is"},
        {[](v1::CommandBody& body) { body.mutable_seen()->mutable_at()->set_period(1); },
         "body: seen.match is missing"},
        {[](v1::CommandBody& body) {
             *body.mutable_seen()->mutable_match() = body.id();
             body.mutable_seen()->mutable_at()->set_period(65);
         },
         "body: period is 65, not 1 to 64"},
    };
    for (const Row& row : rows) {
        v1::CommandBody body = good_body();
        row.spoil(body);

        const auto refused = unseal(body.SerializeAsString());

        ASSERT_FALSE(refused) << row.what;
        EXPECT_THAT(refused.error().what, HasSubstr(row.what));
    }
}

TEST(BodyTest, RefusesMoreThanTwelveKibibytes)
{
    v1::CommandBody body = good_body();
    const std::string most = std::string(kBodyMax - body.ByteSizeLong() - 4, 'x');
    const auto padded = [&](std::size_t more) { // field 9 is nobody's
        const std::string padding = most + std::string(more, 'x');
        return body.SerializeAsString() + "\x4a" + static_cast<char>(0x80 | (padding.size() & 0x7f)) +
               static_cast<char>(padding.size() >> 7) + padding;
    };

    EXPECT_EQ(padded(1).size(), kBodyMax);
    EXPECT_TRUE(unseal(padded(1)));
    ASSERT_FALSE(unseal(padded(2)));
    EXPECT_EQ(unseal(padded(2)).error().what, "body: it has 12289 bytes, at most 12288");
}

TEST(BodyTest, TextsThatCannotBeSentAreFittedBeforeTheyAreSealed)
{
    match::Body body = RandomMessages(1).body(0);
    body.command = match::StartMatch{{},
                                     std::string(70, 'A'),
                                     "GU\xff"
                                     "EST"};

    const match::SealedBody sealed = seal(body);

    const auto& start = std::get<match::StartMatch>(sealed.body.command);
    EXPECT_EQ(start.home_name, std::string(64, 'A'));
    EXPECT_EQ(start.guest_name, "GU?EST");
    EXPECT_EQ(unseal(sealed.bytes)->body, sealed.body);
}

} // namespace
} // namespace scoreboard::wire
