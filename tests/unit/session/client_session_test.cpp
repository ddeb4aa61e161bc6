#include "session/client_session.h"

#include <chrono>
#include <gtest/gtest.h>

namespace scoreboard::session {
namespace {

using namespace std::chrono_literals;

template <class Id>
Id id(std::uint8_t number)
{
    Id result;
    result.bytes.fill(number);
    return result;
}

const auto kWriter = id<WriterId>(0xA1);
const auto kBoard = id<BoardId>(0x20);
const auto kOtherBoard = id<BoardId>(0x21);
const auto kLog = id<LogId>(0x10);
const auto kBoardBoot = id<BootId>(0x30);
const auto kTabletBoot = id<BootId>(0x40);
constexpr TabletTime kStart{100s};

ClientSession::Identity identity()
{
    return {kWriter, "tablet-3", id<InstallId>(0x50), kTabletBoot, Role::kReferee};
}

match::SealedBody row(Seq seq, TabletTime tapped = kStart, BootId boot = kTabletBoot)
{
    match::SealedBody sealed;
    sealed.body.id = {kWriter, seq};
    sealed.body.command = match::AddScore{match::Side::kHome, 1};
    sealed.body.tap.at = tapped;
    sealed.body.tap.tablet_boot = boot;
    return sealed;
}

Welcome welcome(bool resumed = true, Rev resume_from = 10)
{
    Welcome message;
    message.board = kBoard;
    message.board_boot = kBoardBoot;
    message.received = BoardTime(600s);
    message.sent = BoardTime(600s);
    message.log = kLog;
    message.head = resume_from;
    message.resume_from = resume_from;
    message.resumed = resumed;
    return message;
}

Ack ack(Seq seq)
{
    Ack message;
    message.id = {kWriter, seq};
    message.outcome.applied = true;
    message.rev = static_cast<Rev>(10 + seq);
    return message;
}

EntryMessage entry(Rev rev, match::Command command = match::Note{})
{
    EntryMessage message;
    message.entry.rev = rev;
    message.entry.sealed.body.command = std::move(command);
    return message;
}

template <class Message>
std::optional<Message> next(ClientSession& session, TabletTime now)
{
    const auto message = session.poll_transmit(now);
    const auto* wanted = message ? std::get_if<Message>(&*message) : nullptr;
    return wanted ? std::optional(*wanted) : std::nullopt;
}

template <class Event>
std::optional<Event> event(ClientSession& session)
{
    const auto any = session.poll_event();
    const auto* wanted = any ? std::get_if<Event>(&*any) : nullptr;
    return wanted ? std::optional(*wanted) : std::nullopt;
}

void say_hello(ClientSession& session, TabletTime now = kStart, ClientSession::Resume resume = {})
{
    session.on_connected(std::move(resume), now, now);
    ASSERT_TRUE(next<Hello>(session, now));
}

void open(ClientSession& session, TabletTime now = kStart)
{
    say_hello(session, now);
    session.on_message(welcome(), now);
    ASSERT_TRUE(event<Welcome>(session));
    session.allow_commands();
}

std::vector<Seq> sent_seqs(ClientSession& session, TabletTime now)
{
    std::vector<Seq> seqs;
    while (const auto command = next<CommandMessage>(session, now)) {
        seqs.push_back(command->sealed.body.id.seq);
    }
    return seqs;
}

TEST(ClientSessionTest, SaysHelloFirstWithWhereItLeftOff)
{
    ClientSession session(identity());
    ClientSession::Resume resume;
    resume.board = kBoard;
    resume.log = kLog;
    resume.ladder = {{42, {}}, {41, {}}};

    session.on_connected(resume, kStart - 5ms, kStart);
    const auto hello = next<Hello>(session, kStart + 1ms);

    ASSERT_TRUE(hello);
    EXPECT_EQ(hello->writer, kWriter);
    EXPECT_EQ(hello->dialled, kStart - 5ms);
    EXPECT_EQ(hello->now, kStart + 1ms);
    EXPECT_EQ(hello->expected_board, kBoard);
    EXPECT_EQ(hello->ladder, resume.ladder);
    EXPECT_FALSE(session.poll_transmit(kStart + 1ms));
}

TEST(ClientSessionTest, SendsNoCommandBeforeTheOwnerHasSeenTheWelcome)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    say_hello(session);

    session.on_message(welcome(), kStart);

    EXPECT_EQ(sent_seqs(session, kStart), std::vector<Seq>{});
    session.allow_commands();
    EXPECT_EQ(sent_seqs(session, kStart), std::vector<Seq>{1});
}

TEST(ClientSessionTest, KeepsToTheWindowThatTheBoardGave)
{
    ClientSession session(identity());
    for (Seq seq = 1; seq <= 5; ++seq) {
        session.enqueue(row(seq));
    }
    say_hello(session);
    Welcome narrow = welcome();
    narrow.receive_max = 2;
    session.on_message(narrow, kStart);
    session.allow_commands();

    EXPECT_EQ(sent_seqs(session, kStart), (std::vector<Seq>{1, 2}));
    session.on_message(ack(1), kStart);
    EXPECT_EQ(sent_seqs(session, kStart), (std::vector<Seq>{3}));
}

TEST(ClientSessionTest, NeverHasMoreThanReceiveMaxUnanswered)
{
    ClientSession session(identity());
    for (Seq seq = 1; seq <= 200; ++seq) {
        session.enqueue(row(seq));
    }

    open(session);

    EXPECT_EQ(sent_seqs(session, kStart).size(), kReceiveMax);
}

TEST(ClientSessionTest, R2ResendsFromTheFirstUnansweredRowAfterAReconnect)
{
    ClientSession session(identity());
    for (Seq seq = 1; seq <= 4; ++seq) {
        session.enqueue(row(seq));
    }
    open(session);
    EXPECT_EQ(sent_seqs(session, kStart), (std::vector<Seq>{1, 2, 3, 4}));
    session.on_message(ack(1), kStart);
    EXPECT_EQ(event<Ack>(session), ack(1));

    session.on_disconnected();
    open(session, kStart + 1s);

    EXPECT_EQ(sent_seqs(session, kStart + 1s), (std::vector<Seq>{2, 3, 4}));
}

TEST(ClientSessionTest, PassesOnAcksOfItsOwnCommandsOnly)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    open(session);
    sent_seqs(session, kStart);

    session.on_message(ack(7), kStart);
    session.on_message(ack(1), kStart);
    session.on_message(ack(1), kStart);

    EXPECT_EQ(event<Ack>(session), ack(1));
    EXPECT_FALSE(session.poll_event());
}

TEST(ClientSessionTest, R8EndsTheConnectionToAnotherBoardBeforeAnyCommand)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    ClientSession::Resume resume;
    resume.board = kOtherBoard;
    say_hello(session, kStart, resume);

    session.on_message(welcome(), kStart);

    const auto error = event<Error>(session);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::kOtherBoard);
    EXPECT_TRUE(session.over(kStart));
    session.allow_commands();
    EXPECT_FALSE(session.poll_transmit(kStart));
}

TEST(ClientSessionTest, PassesOnEntriesWithoutAGapAndAsksForWhatIsMissing)
{
    ClientSession session(identity());
    open(session);

    session.on_message(entry(11), kStart);
    session.on_message(entry(13), kStart);
    session.on_message(entry(14), kStart);

    EXPECT_EQ(event<EntryMessage>(session)->entry.rev, 11u);
    EXPECT_FALSE(session.poll_event());
    EXPECT_EQ(next<Resync>(session, kStart), (Resync{11, false}));
    EXPECT_FALSE(session.poll_transmit(kStart));

    session.on_message(entry(12), kStart);
    session.on_message(entry(13), kStart);
    EXPECT_EQ(event<EntryMessage>(session)->entry.rev, 12u);
    EXPECT_EQ(event<EntryMessage>(session)->entry.rev, 13u);
    EXPECT_FALSE(session.poll_transmit(kStart));
}

TEST(ClientSessionTest, AsksAgainForMissingEntriesThatDoNotCome)
{
    ClientSession session(identity());
    open(session);
    session.on_message(entry(15), kStart);
    ASSERT_TRUE(next<Resync>(session, kStart));

    const TabletTime later = kStart + ClientSession::kResyncAgainAfter;
    ASSERT_TRUE(next<Ping>(session, later));

    EXPECT_EQ(next<Resync>(session, later), (Resync{10, false}));
}

TEST(ClientSessionTest, TakesAMatchThatComesWholeFromItsStart)
{
    ClientSession session(identity());
    say_hello(session);
    session.on_message(welcome(false, 0), kStart);
    ASSERT_TRUE(event<Welcome>(session));

    session.on_message(entry(40, match::StartMatch{}), kStart);
    session.on_message(entry(41), kStart);

    EXPECT_EQ(event<EntryMessage>(session)->entry.rev, 40u);
    EXPECT_EQ(event<EntryMessage>(session)->entry.rev, 41u);
}

TEST(ClientSessionTest, PingsEverySecond)
{
    ClientSession session(identity());
    open(session);
    EXPECT_FALSE(session.poll_transmit(kStart + 999ms));
    EXPECT_EQ(session.next_deadline(), kStart + 1s);

    EXPECT_TRUE(next<Ping>(session, kStart + 1s));
    EXPECT_FALSE(session.poll_transmit(kStart + 1s));
}

TEST(ClientSessionTest, BecomesDoubtfulWhenAPingGoesUnansweredFor600Milliseconds)
{
    ClientSession session(identity());
    open(session);
    const TabletTime asked = kStart + 1s;
    ASSERT_TRUE(next<Ping>(session, asked));
    EXPECT_EQ(session.next_deadline(), asked + 600ms);

    EXPECT_FALSE(session.doubtful(asked + 599ms));
    EXPECT_TRUE(session.doubtful(asked + 600ms));
    session.on_message(Pong{asked, BoardTime(601s), BoardTime(601s)}, asked + 700ms);
    EXPECT_FALSE(session.doubtful(asked + 700ms));
}

TEST(ClientSessionTest, BecomesDoubtfulWhenACommandGoesUnanswered)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    open(session);
    ASSERT_EQ(sent_seqs(session, kStart).size(), 1u);

    EXPECT_TRUE(session.doubtful(kStart + 600ms));
    session.on_message(ack(1), kStart + 601ms);
    EXPECT_FALSE(session.doubtful(kStart + 601ms));
}

TEST(ClientSessionTest, KeepsASlowConnectionThatAnswersStepByStep)
{
    ClientSession session(identity());
    for (Seq seq = 1; seq <= 3; ++seq) {
        session.enqueue(row(seq));
    }
    open(session);
    ASSERT_EQ(sent_seqs(session, kStart).size(), 3u);

    session.on_message(ack(1), kStart + 500ms);
    session.on_message(ack(2), kStart + 1s);

    EXPECT_FALSE(session.doubtful(kStart + 1599ms)) << "the third has waited longer, but answers come";
    EXPECT_TRUE(session.doubtful(kStart + 1600ms));
}

TEST(ClientSessionTest, TakesWhatTheHelloAskedForAsAnAnswerButNoNews)
{
    ClientSession session(identity());
    say_hello(session);
    Welcome answer = welcome();
    answer.resumed = false;
    answer.head = 2;
    session.on_message(answer, kStart);
    session.allow_commands();
    session.enqueue(row(1));
    ASSERT_EQ(sent_seqs(session, kStart).size(), 1u);

    session.on_message(entry(1), kStart + 500ms);
    session.on_message(entry(2), kStart + 1s);
    EXPECT_FALSE(session.doubtful(kStart + 1599ms));
    session.on_message(entry(3), kStart + 1500ms); // a board that hears nothing still says what others tap
    EXPECT_TRUE(session.doubtful(kStart + 1600ms));
}

TEST(ClientSessionTest, PingsEvery400MillisecondsWhileDoubtful)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    open(session);
    sent_seqs(session, kStart);

    ASSERT_TRUE(next<Ping>(session, kStart + 600ms));
    EXPECT_FALSE(session.poll_transmit(kStart + 999ms));
    EXPECT_EQ(session.next_deadline(), kStart + 1s);
    EXPECT_TRUE(next<Ping>(session, kStart + 1s));
}

TEST(ClientSessionTest, BecomesDoubtfulWhenTheHelloGoesUnanswered)
{
    ClientSession session(identity());
    say_hello(session);

    EXPECT_FALSE(session.doubtful(kStart + 599ms));
    EXPECT_TRUE(session.doubtful(kStart + 600ms));
}

TEST(ClientSessionTest, IsDeadAfterThreeSecondsWithoutAByte)
{
    ClientSession session(identity());
    open(session);
    session.on_heard(kStart + 1s);

    EXPECT_FALSE(session.over(kStart + 3999ms));
    EXPECT_TRUE(session.over(kStart + 4s));
}

// R11: the connection that was dialled beside takes over with everything that has no answer.
TEST(ClientSessionTest, R11GoesOnWithTheLaterDial)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    open(session);
    sent_seqs(session, kStart);

    const TabletTime dialled = kStart + 600ms;
    session.on_connected({}, dialled, dialled + 3ms);
    const auto hello = next<Hello>(session, dialled + 3ms);
    session.on_message(welcome(), dialled + 5ms);
    session.allow_commands();

    EXPECT_EQ(hello->dialled, dialled);
    EXPECT_EQ(sent_seqs(session, dialled + 5ms), std::vector<Seq>{1});
    EXPECT_FALSE(session.doubtful(dialled + 5ms));
}

TEST(ClientSessionTest, PromisesAFloorBelowEveryPressThatIsNotSent)
{
    ClientSession session(identity());
    open(session);
    const TabletTime now = kStart + 10s;
    session.on_heard(now);

    const auto idle = next<Ping>(session, now);
    EXPECT_EQ(idle->floor, now - 500ms);

    session.on_pressed(now - 8s); // its commit takes very long
    const auto pressed = next<Ping>(session, now + 1s);
    EXPECT_EQ(pressed->floor, now - 8s);

    session.enqueue(row(1, now - 8s));
    session.on_message(Pong{now, BoardTime(610s), BoardTime(610s)}, now + 1s);
    session.on_message(Pong{now + 1s, BoardTime(611s), BoardTime(611s)}, now + 1s);
    ASSERT_EQ(sent_seqs(session, now + 1s).size(), 1u);
    const auto sent = next<Ping>(session, now + 2s);
    EXPECT_EQ(sent->floor, now + 2s - 500ms);
}

TEST(ClientSessionTest, PromisesTheOldFloorAgainOnANewConnection)
{
    ClientSession session(identity());
    session.on_pressed(kStart - 20s);
    session.enqueue(row(1, kStart - 20s));
    open(session);
    sent_seqs(session, kStart);

    session.on_disconnected();
    say_hello(session, kStart + 2s);
    session.on_message(welcome(), kStart + 2s);
    const auto ping = next<Ping>(session, kStart + 3s);

    ASSERT_TRUE(ping);
    EXPECT_EQ(ping->floor, kStart - 20s);
}

TEST(ClientSessionTest, SendsTheBestKnownOffsetWithEachCommandOfThisBoot)
{
    ClientSession session(identity());
    session.enqueue(row(1, kStart - 1s, id<BootId>(0x41))); // of an earlier life of the tablet
    session.enqueue(row(2, kStart - 1s));
    open(session);

    const auto foreign = next<CommandMessage>(session, kStart);
    const auto own = next<CommandMessage>(session, kStart);

    EXPECT_EQ(foreign->board_boot, std::nullopt);
    ASSERT_TRUE(own->board_boot);
    EXPECT_EQ(*own->board_boot, kBoardBoot);
    EXPECT_EQ(own->offset, 500s);
    EXPECT_EQ(own->sent, kStart);
}

TEST(ClientSessionTest, AStorageFaultFreesTheWindowButKeepsTheRow)
{
    ClientSession session(identity());
    session.enqueue(row(1));
    session.enqueue(row(2));
    say_hello(session);
    Welcome narrow = welcome();
    narrow.receive_max = 1;
    session.on_message(narrow, kStart);
    session.allow_commands();
    ASSERT_EQ(sent_seqs(session, kStart), std::vector<Seq>{1});

    Error fault;
    fault.code = ErrorCode::kStorageFault;
    fault.id = CommandId{kWriter, 1};
    session.on_message(fault, kStart);

    EXPECT_EQ(sent_seqs(session, kStart), std::vector<Seq>{2});
    EXPECT_FALSE(session.over(kStart));
    session.on_disconnected();
    open(session, kStart + 1s);
    EXPECT_EQ(sent_seqs(session, kStart + 1s), (std::vector<Seq>{1, 2}));
}

TEST(ClientSessionTest, EndsTheConnectionOnWhatTheBoardCannotForgive)
{
    for (const ErrorCode code : {ErrorCode::kConflict, ErrorCode::kAuth, ErrorCode::kVersion,
                                 ErrorCode::kReplaced, ErrorCode::kOtherBoard, ErrorCode::kMalformed}) {
        ClientSession session(identity());
        open(session);
        Error error;
        error.code = code;

        session.on_message(error, kStart);

        EXPECT_TRUE(session.over(kStart)) << to_string(code);
        EXPECT_EQ(event<Error>(session)->code, code);
    }
}

TEST(ClientSessionTest, EndsAConnectionOnWhichSomethingElseThanABoardSpeaks)
{
    ClientSession session(identity());
    say_hello(session);

    session.on_message(ack(1), kStart);

    EXPECT_TRUE(session.over(kStart));
    EXPECT_EQ(event<Error>(session)->code, ErrorCode::kMalformed);
}

TEST(ClientSessionTest, R11SendsRenamedRowsUnderTheNewWriter)
{
    ClientSession session(identity());
    session.enqueue(row(5));
    open(session);
    const auto fresh = id<WriterId>(0xB7);
    match::SealedBody renamed = row(1);
    renamed.body.id.writer = fresh;

    session.rename(fresh, {renamed});

    EXPECT_TRUE(session.over(kStart));
    session.on_disconnected();
    session.on_connected({}, kStart, kStart);
    EXPECT_EQ(next<Hello>(session, kStart)->writer, fresh);
    session.on_message(welcome(), kStart);
    session.allow_commands();
    EXPECT_EQ(next<CommandMessage>(session, kStart)->sealed.body.id, (CommandId{fresh, 1}));
}

} // namespace
} // namespace scoreboard::session
