#include "session/server_session.h"

#include <gtest/gtest.h>
#include <map>
#include <utility>
#include <vector>

namespace scoreboard::session {
namespace {

using namespace std::chrono_literals;

constexpr BoardTime kStart{10s};

template <class Id>
Id id_of(std::uint8_t value)
{
    Id id;
    id.bytes.fill(value);
    return id;
}

const auto kTablet = id_of<WriterId>(1);
const auto kLog = id_of<LogId>(2);
const auto kRenamedLog = id_of<LogId>(3);

Hash hash_of(std::uint8_t value)
{
    Hash hash{};
    hash.fill(value);
    return hash;
}

// A board that has committed entries 1 … head, the chain hash of rev n being n repeated.
class FakeBoard final : public BoardView {
public:
    explicit FakeBoard(Rev head)
    {
        facts_.board = id_of<BoardId>(4);
        facts_.name = "Court 1";
        facts_.log = kLog;
        commit_up_to(head);
    }

    void commit_up_to(Rev head)
    {
        while (entries_.size() < head) {
            match::Entry entry;
            entry.rev = static_cast<Rev>(entries_.size() + 1);
            entry.sealed.body.id = CommandId{id_of<WriterId>(9), entry.rev};
            entry.chain = hash_of(static_cast<std::uint8_t>(entry.rev));
            entries_.push_back(std::move(entry));
        }
        head_ = head;
    }

    const BoardFacts& facts() const override { return facts_; }
    Rev head() const override { return head_; }
    Rev match_start() const override { return match_start_; }
    CommandId open_match() const override { return {}; }
    const match::Entry* entry(Rev rev) const override
    {
        return rev < match_start_ || rev > head_ ? nullptr : &entries_[rev - 1];
    }
    std::optional<Ack> answer(const CommandId& id) const override
    {
        Ack ack;
        ack.id = id;
        ack.rev = head_;
        return ack;
    }
    Snapshot snapshot() const override { return Snapshot{head_, {}, {}}; }
    const PanelState& panel() const override { return panel_; }
    std::uint64_t panel_generation() const override { return panel_generation_; }
    const std::string& storage_fault() const override { return fault_; }
    LeftMatches left_matches() const override { return left_; }
    std::uint64_t left_generation() const override { return left_generation_; }

    BoardFacts facts_;
    Rev head_ = 0;
    Rev match_start_ = 1;
    PanelState panel_;
    std::uint64_t panel_generation_ = 1;
    LeftMatches left_;
    std::uint64_t left_generation_ = 0;
    std::string fault_;
    std::vector<match::Entry> entries_;
};

Hello hello()
{
    Hello hello;
    hello.writer = kTablet;
    hello.name = "tablet-3";
    return hello;
}

CommandMessage command(Seq seq)
{
    CommandMessage message;
    message.sealed.body.id = CommandId{kTablet, seq};
    return message;
}

std::vector<Outgoing> transmit_all(ServerSession& session, BoardTime now = kStart)
{
    std::vector<Outgoing> all;
    while (auto outgoing = session.poll_transmit(now)) {
        all.push_back(std::move(*outgoing));
    }
    return all;
}

std::vector<Delivery> deliveries(ServerSession& session)
{
    std::vector<Delivery> all;
    while (auto delivery = session.poll_delivery()) {
        all.push_back(std::move(*delivery));
    }
    return all;
}

template <class Message>
std::vector<Message> only(const std::vector<Outgoing>& all)
{
    std::vector<Message> found;
    for (const Outgoing& outgoing : all) {
        const auto* message = std::get_if<ServerMessage>(&outgoing);
        if (message != nullptr && std::holds_alternative<Message>(*message)) {
            found.push_back(std::get<Message>(*message));
        }
    }
    return found;
}

std::vector<Rev> revs(const std::vector<Outgoing>& all)
{
    std::vector<Rev> found;
    for (const Outgoing& outgoing : all) {
        if (const auto* entry = std::get_if<EntryAt>(&outgoing)) {
            found.push_back(entry->rev);
        }
    }
    return found;
}

ServerSession welcomed_session(const FakeBoard& board, const Hello& said = hello())
{
    ServerSession session(board, kStart);
    session.on_message(said, kStart);
    deliveries(session);
    transmit_all(session);
    return session;
}

void submit(ServerSession& session, Seq seq, Decision decision)
{
    session.on_message(command(seq), kStart);
    deliveries(session);
    session.on_decided(CommandId{kTablet, seq}, std::move(decision));
}

TEST(ServerSessionTest, AnswersHelloWithWelcomeAndTheWholeMatch)
{
    const FakeBoard board(3);
    ServerSession session(board, kStart);

    session.on_message(hello(), kStart + 5ms);
    const auto delivered = deliveries(session);
    const auto sent = transmit_all(session, kStart + 7ms);

    ASSERT_EQ(delivered.size(), 1u);
    EXPECT_EQ(std::get<Joined>(delivered[0]).hello, hello());
    const auto welcomes = only<Welcome>(sent);
    ASSERT_EQ(welcomes.size(), 1u);
    EXPECT_EQ(welcomes[0].log, kLog);
    EXPECT_EQ(welcomes[0].received, kStart + 5ms);
    EXPECT_EQ(welcomes[0].sent, kStart + 7ms);
    EXPECT_FALSE(welcomes[0].resumed);
    EXPECT_EQ(welcomes[0].resume_from, 0u);
    EXPECT_EQ(only<PanelState>(sent).size(), 1u);
    EXPECT_EQ(revs(sent), (std::vector<Rev>{1, 2, 3}));
}

TEST(ServerSessionTest, WaitsWithWelcomeUntilTheMatchStartIsCommitted)
{
    FakeBoard board(0);
    ServerSession session(board, kStart);
    session.on_message(hello(), kStart);

    const bool spoke_early = session.poll_transmit(kStart).has_value();
    board.commit_up_to(1);
    const auto sent = transmit_all(session);

    EXPECT_FALSE(spoke_early);
    EXPECT_EQ(only<Welcome>(sent).size(), 1u);
    EXPECT_EQ(revs(sent), std::vector<Rev>{1});
}

TEST(ServerSessionTest, ClosesWhenTheFirstMessageIsNotHello)
{
    const FakeBoard board(1);
    ServerSession session(board, kStart);

    session.on_message(command(1), kStart);
    const auto errors = only<Error>(transmit_all(session));

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::kMalformed);
    EXPECT_FALSE(session.close_reason().empty());
    EXPECT_FALSE(session.poll_delivery());
}

TEST(ServerSessionTest, RefusesAVersionThatItDoesNotSpeak)
{
    const FakeBoard board(1);
    ServerSession session(board, kStart);
    Hello newer = hello();
    newer.version_min = newer.version_max = kProtocolVersion + 1;

    session.on_message(newer, kStart);
    const auto errors = only<Error>(transmit_all(session));

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::kVersion);
    EXPECT_NE(errors[0].text.find("update the board"), std::string::npos);
    EXPECT_FALSE(session.poll_delivery());
}

TEST(ServerSessionTest, R8EndsTheConnectionOfAnotherBoardsTabletBeforeAnyCommand)
{
    const FakeBoard board(1);
    ServerSession session(board, kStart);
    Hello lost = hello();
    lost.expected_board = id_of<BoardId>(77);

    session.on_message(lost, kStart);
    session.on_message(command(1), kStart);
    const auto errors = only<Error>(transmit_all(session));

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::kOtherBoard);
    EXPECT_FALSE(session.poll_delivery());
}

struct LadderRow {
    const char* name;
    std::vector<Rung> ladder;
    LogId log;
    bool resumed;
    Rev from;
    bool went_back;
};

// Names the row in a failure instead of its bytes.
void PrintTo(const LadderRow& row, std::ostream* out)
{
    *out << row.name;
}

class LadderTest : public testing::TestWithParam<LadderRow> {};

TEST_P(LadderTest, R8ResumesFromTheNewestRungAndNoticesAStoreThatWentBack)
{
    FakeBoard board(20);
    board.match_start_ = 5;
    ServerSession session(board, kStart);
    Hello resuming = hello();
    resuming.log = GetParam().log;
    resuming.ladder = GetParam().ladder;

    session.on_message(resuming, kStart);
    const auto delivered = deliveries(session);
    const bool asked = delivered.size() == 2 && std::holds_alternative<StoreWentBack>(delivered[1]);
    const bool waits = asked && !session.poll_transmit(kStart);
    if (asked) {
        board.facts_.log = kRenamedLog;
    }
    const auto sent = transmit_all(session);

    EXPECT_EQ(asked, GetParam().went_back);
    EXPECT_EQ(waits, GetParam().went_back);
    const auto welcomes = only<Welcome>(sent);
    ASSERT_EQ(welcomes.size(), 1u);
    EXPECT_EQ(welcomes[0].resumed, GetParam().resumed);
    EXPECT_EQ(welcomes[0].resume_from, GetParam().from);
    EXPECT_EQ(welcomes[0].log, asked ? kRenamedLog : kLog);
    EXPECT_EQ(revs(sent).front(), GetParam().from + 1);
}

INSTANTIATE_TEST_SUITE_P(
    Ladders, LadderTest,
    testing::Values(
        LadderRow{"one rung", {{12, hash_of(12)}}, kLog, true, 12, false},
        LadderRow{"newest rung that matches", {{19, hash_of(19)}, {18, hash_of(18)}}, kLog, true, 19, false},
        LadderRow{"no rung", {}, kLog, false, 4, false},
        LadderRow{"rung of a match before", {{4, hash_of(4)}}, kLog, false, 4, false},
        LadderRow{"rung beyond head", {{21, hash_of(21)}, {19, hash_of(19)}}, kLog, true, 19, true},
        LadderRow{"rung with another hash", {{12, hash_of(99)}, {11, hash_of(11)}}, kLog, true, 11, true},
        LadderRow{"rung beyond head of another log", {{21, hash_of(21)}}, kRenamedLog, false, 4, false},
        LadderRow{"no rung but one beyond head", {{21, hash_of(21)}}, kLog, false, 4, true}));

TEST(ServerSessionTest, AcknowledgesOnlyAfterTheCommitAndInOrderOfTheCommands)
{
    FakeBoard board(5);
    ServerSession session = welcomed_session(board);
    submit(session, 1, Decision{.committed_with = 6, .error = {}});
    submit(session, 2, Decision{.committed_with = 3, .error = {}}); // a resend, recorded long ago

    const auto before = only<Ack>(transmit_all(session));
    board.commit_up_to(6);
    const auto after = only<Ack>(transmit_all(session));

    EXPECT_TRUE(before.empty());
    ASSERT_EQ(after.size(), 2u);
    EXPECT_EQ(after[0].id.seq, 1u);
    EXPECT_EQ(after[1].id.seq, 2u);
}

TEST(ServerSessionTest, R4HoldsAConflictBackUntilWhatItContradictsIsCommitted)
{
    FakeBoard board(5);
    ServerSession session = welcomed_session(board);
    const Error conflict{.code = ErrorCode::kConflict, .id = CommandId{kTablet, 1}, .text = "copied"};
    submit(session, 1, Decision{.committed_with = 6, .error = conflict});

    const auto before = only<Error>(transmit_all(session));
    board.commit_up_to(6);
    const auto after = only<Error>(transmit_all(session));

    EXPECT_TRUE(before.empty());
    EXPECT_EQ(after, std::vector<Error>{conflict});
}

// The controller renames every row from the conflicting one on: taken here too, they would be recorded twice.
TEST(ServerSessionTest, R11TakesNoCommandAfterAConflict)
{
    FakeBoard board(1);
    ServerSession session = welcomed_session(board);
    session.on_message(command(1), kStart);
    session.on_message(command(2), kStart);
    ASSERT_TRUE(session.poll_delivery());

    Error conflict;
    conflict.code = ErrorCode::kConflict;
    session.on_decided(CommandId{kTablet, 1}, Decision{1, conflict});
    session.on_message(command(3), kStart);

    EXPECT_FALSE(session.poll_delivery());
    const auto sent = transmit_all(session);
    EXPECT_EQ(only<Error>(sent).size(), 1u);
    EXPECT_TRUE(only<Ack>(sent).empty());
}

TEST(ServerSessionTest, ClosesOnMoreUnansweredCommandsThanReceiveMax)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);
    for (Seq seq = 1; seq <= kReceiveMax; ++seq) {
        submit(session, seq, Decision{2, {}});
    }
    const bool alive = session.close_reason().empty();

    session.on_message(command(kReceiveMax + 1), kStart);

    EXPECT_TRUE(alive);
    EXPECT_FALSE(session.close_reason().empty());
    EXPECT_EQ(only<Error>(transmit_all(session)).size(), 1u);
}

TEST(ServerSessionTest, ClosesOnACommandInAnotherWritersName)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);
    CommandMessage forged = command(1);
    forged.sealed.body.id.writer = id_of<WriterId>(8);

    session.on_message(forged, kStart);

    EXPECT_FALSE(session.close_reason().empty());
    EXPECT_FALSE(session.poll_delivery());
}

TEST(ServerSessionTest, PassesOnTheLatestFloorThatWasPromisedBefore)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);
    session.on_message(Ping{.t0 = TabletTime(9s), .floor = TabletTime(8s)}, kStart);
    CommandMessage late = command(1);
    late.floor = TabletTime(9s);

    session.on_message(late, kStart);
    const auto delivered = deliveries(session);

    ASSERT_EQ(delivered.size(), 1u);
    EXPECT_EQ(std::get<Submitted>(delivered[0]).floor, TabletTime(8s));
}

TEST(ServerSessionTest, SendsWhatFollowsAResync)
{
    const FakeBoard board(6);
    ServerSession session = welcomed_session(board);

    session.on_message(Resync{.after = 4, .snapshot = false}, kStart);

    EXPECT_EQ(revs(transmit_all(session)), (std::vector<Rev>{5, 6}));
}

TEST(ServerSessionTest, SendsTheWholeMatchOnAResyncBeyondTheLog)
{
    FakeBoard board(6);
    board.match_start_ = 5;
    ServerSession session = welcomed_session(board);

    session.on_message(Resync{.after = 900, .snapshot = false}, kStart);

    EXPECT_EQ(revs(transmit_all(session)), (std::vector<Rev>{5, 6}));
}

TEST(ServerSessionTest, GivesTheNewestSnapshotInsteadOfEntriesToWhoCannotFold)
{
    FakeBoard board(3);
    Hello simple = hello();
    simple.snapshots = true;
    ServerSession session(board, kStart);
    session.on_message(simple, kStart);
    deliveries(session);
    const auto first = transmit_all(session);
    board.commit_up_to(9);

    const auto second = transmit_all(session);

    ASSERT_EQ(only<Snapshot>(first).size(), 1u);
    EXPECT_EQ(only<Snapshot>(first)[0].rev, 3u);
    ASSERT_EQ(only<Snapshot>(second).size(), 1u);
    EXPECT_EQ(only<Snapshot>(second)[0].rev, 9u);
    EXPECT_TRUE(revs(first).empty());
    EXPECT_TRUE(revs(second).empty());
}

TEST(ServerSessionTest, AnswersAPingWithWhenItCameAndWhenTheAnswerLeft)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);

    session.on_message(Ping{.t0 = TabletTime(9s), .floor = {}}, kStart + 10ms);
    const auto pongs = only<Pong>(transmit_all(session, kStart + 12ms));

    EXPECT_EQ(pongs, std::vector<Pong>{(Pong{TabletTime(9s), kStart + 10ms, kStart + 12ms})});
}

TEST(ServerSessionTest, S18KeepsOnlyTheFreshestPingsOfWhoDoesNotRead)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);

    for (int i = 0; i < 1000; ++i) {
        session.on_message(Ping{.t0 = TabletTime(std::chrono::milliseconds(i)), .floor = {}}, kStart);
        session.on_message(TokenRequest{}, kStart);
    }
    const auto sent = transmit_all(session);

    EXPECT_EQ(only<Pong>(sent).size(), ServerSession::kPongsMax);
    EXPECT_EQ(only<Pong>(sent).back().t0, TabletTime(999ms));
    EXPECT_EQ(only<Error>(sent).size(), ServerSession::kErrorsMax);
}

TEST(ServerSessionTest, RefusesATokenRequestAndLivesOn)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);

    session.on_message(TokenRequest{}, kStart);
    const auto errors = only<Error>(transmit_all(session));

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::kNotYet);
    EXPECT_TRUE(session.close_reason().empty());
}

TEST(ServerSessionTest, TellsEveryChangeOfThePanelOnce)
{
    FakeBoard board(1);
    ServerSession session = welcomed_session(board);
    board.panel_.shown = 1;
    ++board.panel_generation_;

    const auto first = only<PanelState>(transmit_all(session));
    const auto again = only<PanelState>(transmit_all(session));

    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].shown, 1u);
    EXPECT_TRUE(again.empty());
}

TEST(ServerSessionTest, TellsWhichMatchesWereLeftOnceAndWhenTheyChange)
{
    FakeBoard board(1);
    board.left_generation_ = 1;
    board.left_.matches.resize(1);
    ServerSession session(board, kStart);
    session.on_message(hello(), kStart);

    const auto first = only<LeftMatches>(transmit_all(session));
    const auto again = only<LeftMatches>(transmit_all(session));
    board.left_.matches.clear();
    ++board.left_generation_;
    const auto changed = only<LeftMatches>(transmit_all(session));

    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].matches.size(), 1u);
    EXPECT_TRUE(again.empty());
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_TRUE(changed[0].matches.empty());
}

TEST(ServerSessionTest, IsDeadAfterThreeSecondsWithoutAMessage)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);
    session.on_message(Ping{}, kStart + 1s);
    transmit_all(session, kStart + 1s);

    const auto deadline = session.next_deadline();
    transmit_all(session, kStart + 4s - 1us);
    const bool alive = session.close_reason().empty();
    transmit_all(session, kStart + 4s);

    EXPECT_EQ(deadline, kStart + 4s);
    EXPECT_TRUE(alive);
    EXPECT_FALSE(session.close_reason().empty());
    EXPECT_FALSE(session.next_deadline());
}

TEST(ServerSessionTest, R11TellsWhoWasReplacedAndIgnoresItsCommands)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);

    session.replace(true);
    session.on_message(command(1), kStart);
    const auto errors = only<Error>(transmit_all(session));

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::kReplaced);
    EXPECT_TRUE(errors[0].other_boot);
    EXPECT_FALSE(session.poll_delivery());
}

TEST(ServerSessionTest, S19SendsNoEntryAndSaysSoWhileTheStoreIsFaulty)
{
    FakeBoard board(3);
    board.fault_ = "the disk is full";
    ServerSession session(board, kStart);
    session.on_message(hello(), kStart);
    deliveries(session);

    const auto sent = transmit_all(session);

    EXPECT_EQ(only<Welcome>(sent).size(), 1u);
    ASSERT_EQ(only<Error>(sent).size(), 1u);
    EXPECT_EQ(only<Error>(sent)[0].code, ErrorCode::kStorageFault);
    EXPECT_TRUE(revs(sent).empty());
    EXPECT_TRUE(session.close_reason().empty());
}

TEST(ServerSessionTest, TellsWhatItCouldNotReadAndCloses)
{
    const FakeBoard board(1);
    ServerSession session = welcomed_session(board);

    session.on_malformed("command: side has the unknown value 7", kStart);
    const auto errors = only<Error>(transmit_all(session));

    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::kMalformed);
    EXPECT_FALSE(session.close_reason().empty());
}

} // namespace
} // namespace scoreboard::session
