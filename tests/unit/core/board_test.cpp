#include "core/board.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::AddScore;
using match::Side;
using session::ServerMessage;

session::Hello hello(const match::WriterId& writer, match::TabletTime dialled = {})
{
    session::Hello hello;
    hello.writer = writer;
    hello.name = "tablet-3";
    hello.tablet_boot = kTabletBoot;
    hello.dialled = dialled;
    return hello;
}

// A board whose store succeeds at once, spoken to in envelopes.
class BoardTest : public testing::Test {
protected:
    BoardTest() { commit(); }

    void say(ConnectionId id, const session::ClientMessage& message, match::BoardTime now = kStart)
    {
        board_.on_envelope(id, wire::encode(message), Now{now, kWall});
    }

    ConnectionId join(const session::Hello& said)
    {
        const ConnectionId id = *board_.open(kStart);
        say(id, said);
        return id;
    }

    void commit()
    {
        while (board_.take_batch()) {
            board_.on_committed();
        }
    }

    std::vector<ServerMessage> hear(ConnectionId id, match::BoardTime now = kStart)
    {
        std::vector<ServerMessage> heard;
        while (const auto envelope = board_.poll_transmit(id, now)) {
            heard.push_back(wire::decode_server(*envelope).value());
        }
        return heard;
    }

    template <class Message>
    std::vector<Message> hear_only(ConnectionId id)
    {
        std::vector<Message> found;
        for (const ServerMessage& message : hear(id)) {
            if (const auto* wanted = std::get_if<Message>(&message)) {
                found.push_back(*wanted);
            }
        }
        return found;
    }

    Board board_{options(), empty_log(), Now{kStart, kWall}};
};

TEST_F(BoardTest, TakesATapFromOneTabletToEveryTablet)
{
    const ConnectionId anna = join(hello(kAnna));
    const ConnectionId bert = join(hello(kBert));
    hear(anna);
    hear(bert);

    say(anna, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    const auto early_acks = hear_only<session::Ack>(anna);
    commit();
    const auto to_anna = hear(anna);
    const auto to_bert = hear_only<session::EntryMessage>(bert);

    EXPECT_TRUE(early_acks.empty());
    ASSERT_EQ(to_anna.size(), 2u);
    EXPECT_EQ(std::get<session::Ack>(to_anna[0]).rev, 2u);
    EXPECT_EQ(std::get<session::EntryMessage>(to_anna[1]).entry.rev, 2u);
    ASSERT_EQ(to_bert.size(), 1u);
    EXPECT_EQ(to_bert[0].entry, board_.service().timeline().entries().back());
}

TEST_F(BoardTest, R11LetsTheLaterDialOfAWriterTakeOver)
{
    const ConnectionId old = join(hello(kAnna, match::TabletTime(1s)));
    hear(old);

    const ConnectionId newer = join(hello(kAnna, match::TabletTime(2s)));
    const auto errors = hear_only<session::Error>(old);

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, session::ErrorCode::kReplaced);
    EXPECT_FALSE(errors[0].other_boot);
    EXPECT_FALSE(board_.close_reason(old).empty());
    EXPECT_TRUE(board_.close_reason(newer).empty());
}

TEST_F(BoardTest, R11KeepsTheLaterDialWhenAnEarlierOneArrivesAfterIt)
{
    const ConnectionId newer = join(hello(kAnna, match::TabletTime(2s)));

    const ConnectionId late = join(hello(kAnna, match::TabletTime(1s)));

    EXPECT_TRUE(board_.close_reason(newer).empty());
    EXPECT_FALSE(board_.close_reason(late).empty());
    EXPECT_EQ(hear_only<session::Welcome>(late).size(), 0u);
}

TEST_F(BoardTest, R11SaysWhenAnotherBootOfTheWriterTookOver)
{
    const ConnectionId original = join(hello(kAnna, match::TabletTime(2s)));
    session::Hello clone = hello(kAnna, match::TabletTime(1s));
    clone.tablet_boot = id_of<match::BootId>(0x41);

    const ConnectionId second = join(clone);
    const auto errors = hear_only<session::Error>(original);

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_TRUE(errors[0].other_boot);
    EXPECT_TRUE(board_.close_reason(second).empty());
}

TEST_F(BoardTest, R11IgnoresTheCommandsOfAReplacedConnection)
{
    const ConnectionId old = join(hello(kAnna, match::TabletTime(1s)));
    join(hello(kAnna, match::TabletTime(2s)));

    say(old, tap(kAnna, 1, AddScore{Side::kHome, 2}));

    EXPECT_FALSE(board_.take_batch());
}

TEST_F(BoardTest, R5TellsEveryControllerOfAFailedCommitAndClosesWithoutAnAck)
{
    const ConnectionId anna = join(hello(kAnna));
    const ConnectionId bert = join(hello(kBert));
    hear(anna);
    hear(bert);
    say(anna, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    board_.take_batch();

    board_.on_storage_fault("the disk is full; free some space and start the daemon again");

    for (const ConnectionId id : {anna, bert}) {
        const auto heard = hear(id);
        ASSERT_EQ(heard.size(), 1u);
        EXPECT_EQ(std::get<session::Error>(heard[0]).code, session::ErrorCode::kStorageFault);
        EXPECT_FALSE(board_.close_reason(id).empty());
    }
}

TEST_F(BoardTest, S19AnswersEveryCommandWithStorageFaultAfterAFailedCommit)
{
    say(join(hello(kBert)), tap(kBert, 1, AddScore{Side::kHome, 2}));
    board_.take_batch();
    board_.on_storage_fault("the disk is full");
    const ConnectionId anna = join(hello(kAnna));
    hear(anna);

    say(anna, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    const auto heard = hear(anna);

    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(std::get<session::Error>(heard[0]).code, session::ErrorCode::kStorageFault);
    EXPECT_EQ(std::get<session::Error>(heard[0]).id, (match::CommandId{kAnna, 1}));
    EXPECT_TRUE(board_.close_reason(anna).empty());
}

TEST_F(BoardTest, LiveOnlyAsksForWhatCameSinceTheFaultAndCountsItOnThePanelsPictureAlone)
{
    const match::WriterId writer = kAnna;
    board_.on_storage_fault("the disk is full");
    const ConnectionId early = join(hello(writer));
    say(early, tap(writer, 1, AddScore{Side::kHome, 2}));
    hear(early);

    board_.on_not_rebuilt("the disk is full", Now{kStart, kWall});
    EXPECT_FALSE(board_.close_reason(early).empty());
    board_.close(early);
    const ConnectionId again = join(hello(writer, match::TabletTime(5s)));
    hear(again);
    board_.on_not_rebuilt("the disk is still full", Now{kStart, kWall});
    say(again, tap(writer, 1, AddScore{Side::kHome, 2}));
    const auto heard = hear(again);

    EXPECT_TRUE(board_.close_reason(again).empty());
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(std::get<session::Error>(heard[0]).id, (match::CommandId{writer, 1}));
    EXPECT_EQ(match::score(board_.service().outlook().state, Side::kHome), 2);
}

TEST_F(BoardTest, AfterARebuildEveryOutboxIsJudgedAnewAndAcknowledged)
{
    board_.on_storage_fault("the disk is full");
    board_.on_not_rebuilt("the disk is full", Now{kStart, kWall});
    const ConnectionId anna = join(hello(kAnna));
    say(anna, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    hear(anna);

    board_.on_rebuilt(log_of(board_.service().timeline().entries().first(1)), Now{kStart, kWall});
    commit();
    EXPECT_TRUE(hear(anna).empty());
    EXPECT_FALSE(board_.close_reason(anna).empty());
    board_.close(anna);
    const ConnectionId again = join(hello(kAnna, match::TabletTime(5s)));
    say(again, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    commit();

    const auto acks = hear_only<session::Ack>(again);
    ASSERT_EQ(acks.size(), 1u);
    EXPECT_TRUE(acks[0].outcome.applied);
    EXPECT_EQ(match::score(board_.service().committed().state, Side::kHome), 2);
}

TEST_F(BoardTest, R8TakesOneNewLogIdForEveryTabletThatKnowsMore)
{
    const ConnectionId anna = join(hello(kAnna));
    say(anna, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    say(anna, tap(kAnna, 2, AddScore{Side::kHome, 2}));
    commit();
    hear(anna);
    session::Hello knows_more = hello(kAnna, match::TabletTime(5s));
    knows_more.log = kLog;
    knows_more.ladder = {session::Rung{.rev = 900, .chain = {}}};
    const auto renamed = id_of<match::LogId>(0x11);

    const ConnectionId again = join(knows_more);
    const auto wanted = board_.poll_new_log_wanted();
    const auto wanted_again = board_.poll_new_log_wanted();
    const bool welcomed_early = !hear_only<session::Welcome>(again).empty();
    board_.on_new_log(renamed);
    const auto welcomes = hear_only<session::Welcome>(again);

    EXPECT_TRUE(wanted);
    EXPECT_FALSE(wanted_again);
    EXPECT_FALSE(welcomed_early);
    ASSERT_EQ(welcomes.size(), 1u);
    EXPECT_EQ(welcomes[0].log, renamed);
}

TEST_F(BoardTest, R8HasTabletsThatKnewTheOldNameDialAgain)
{
    const ConnectionId anna = join(hello(kAnna));
    hear(anna);

    board_.on_new_log(id_of<match::LogId>(0x11));

    EXPECT_FALSE(board_.close_reason(anna).empty());
}

TEST_F(BoardTest, ClosesOnBytesThatAreNoMessage)
{
    const ConnectionId id = *board_.open(kStart);

    board_.on_envelope(id, "GET / HTTP/1.1", Now{kStart, kWall});

    EXPECT_EQ(hear_only<session::Error>(id).size(), 1u);
    EXPECT_FALSE(board_.close_reason(id).empty());
    EXPECT_TRUE(board_.poll_log_line());
}

TEST_F(BoardTest, S18TurnsAwayMoreControllersThanItHolds)
{
    for (std::size_t i = 0; i < Board::kConnectionsMax; ++i) {
        ASSERT_TRUE(board_.open(kStart));
    }

    const auto one_too_many = board_.open(kStart);
    board_.close(1);
    const auto after_one_left = board_.open(kStart);

    EXPECT_FALSE(one_too_many);
    EXPECT_TRUE(after_one_left);
}

TEST_F(BoardTest, BringsAReaderThatIsFarBehindTheWholeMatch)
{
    const ConnectionId anna = join(hello(kAnna));
    const ConnectionId slow = join(hello(kBert));
    constexpr match::Seq kMany = 600; // more than the board keeps encoded
    for (match::Seq seq = 1; seq <= kMany; ++seq) {
        say(anna, tap(kAnna, seq, AddScore{seq % 2 == 0 ? Side::kHome : Side::kGuest, 1}));
        commit();
        hear(anna);
    }

    const auto entries = hear_only<session::EntryMessage>(slow);

    ASSERT_EQ(entries.size(), kMany + 1);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        ASSERT_EQ(entries[i].entry, board_.service().timeline().entries()[i]);
    }
}

TEST_F(BoardTest, NamesTheControllersThatAreConnected)
{
    join(hello(kAnna));
    *board_.open(kStart);

    const auto controllers = board_.controllers();

    ASSERT_EQ(controllers.size(), 1u);
    EXPECT_EQ(controllers[0].name, "tablet-3");
    EXPECT_EQ(controllers[0].role, session::Role::kReferee);
}

} // namespace
} // namespace scoreboard::core
