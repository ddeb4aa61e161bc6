#include "core/match_service.h"

#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

#include "match/correction_effect.h"
#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::AddScore;
using match::Reason;
using match::Side;
using session::Role;

TEST(MatchServiceTest, BeginsAnEmptyLogWithTheBoardsOwnMatch)
{
    MatchService service(options(), empty_log(), Now{kStart, kWall});

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(written[0].rev, 1u);
    EXPECT_EQ(written[0].id(), (match::CommandId{match::writer_of(kLog), 1}));
    EXPECT_EQ(std::get<match::StartMatch>(written[0].command()).ruleset->id, "basketball.fiba.2026");
    EXPECT_EQ(service.committed().rev, 1u);
    EXPECT_EQ(service.committed().state.home.name, "HOME");
    EXPECT_EQ(service.open_match(), written[0].id());
}

TEST(MatchServiceTest, ChainsEntriesAndNotesTheDigestOfTheStateAfterEach)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    give(service, tap(kAnna, 2, AddScore{Side::kHome, 200}));
    commit_all(service);

    match::Hash previous{};
    match::Timeline again(service.timeline().entries().front());
    for (const match::Entry& entry : service.timeline().entries()) {
        if (entry.rev > 1) {
            again.add(entry);
        }
        EXPECT_EQ(entry.chain, wire::chain_hash(previous, entry)) << entry.rev;
        EXPECT_EQ(entry.state_digest, match::digest(again.state(), entry.received)) << entry.rev;
        previous = entry.chain;
    }
    EXPECT_EQ(again.state(), service.committed().state);
}

TEST(MatchServiceTest, R3AnswersAKnownIdFromTheLogWithoutAnotherEntry)
{
    MatchService service = playing_service();
    const auto first = give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    commit_all(service);

    const auto again = give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}), kStart + 5s);
    const auto written = commit_all(service);

    EXPECT_EQ(again.committed_with, first.committed_with);
    EXPECT_FALSE(again.error);
    EXPECT_TRUE(written.empty());
    EXPECT_EQ(home_score(service.committed().state), 2);
}

TEST(MatchServiceTest, R3AnswersARefusedCommandThatComesAgainWithItsRefusal)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, -2}));
    commit_all(service);

    give(service, tap(kAnna, 1, AddScore{Side::kHome, -2}));
    const auto answer = service.answer({kAnna, 1});

    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->outcome.applied);
    EXPECT_EQ(answer->outcome.reason, Reason::kOutOfRange);
    EXPECT_EQ(answer->rev, kFirstFree);
}

TEST(MatchServiceTest, R3RefusesAnotherBodyUnderAKnownIdWithConflict)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    commit_all(service);

    const auto other = give(service, tap(kAnna, 1, AddScore{Side::kHome, 3}));

    ASSERT_TRUE(other.error);
    EXPECT_EQ(other.error->code, session::ErrorCode::kConflict);
    EXPECT_EQ(other.error->id, (match::CommandId{kAnna, 1}));
    EXPECT_TRUE(commit_all(service).empty());
}

TEST(MatchServiceTest, R4MakesDuplicatesAndConflictsWaitForTheCommitOfWhatTheyRepeat)
{
    MatchService service = playing_service();
    const auto first = give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));

    const auto duplicate = give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    const auto conflict = give(service, tap(kAnna, 1, AddScore{Side::kHome, 3}));

    EXPECT_GT(first.committed_with, service.head());
    EXPECT_EQ(duplicate.committed_with, first.committed_with);
    EXPECT_EQ(conflict.committed_with, first.committed_with);
}

TEST(MatchServiceTest, R4WritesALoneCommandAtOnceAndOnlyOneBatchAtATime)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));

    const auto batch = service.take_batch();
    give(service, tap(kAnna, 2, AddScore{Side::kHome, 2}));
    const auto while_writing = service.take_batch();
    service.on_committed();
    const auto next = service.take_batch();

    ASSERT_TRUE(batch);
    EXPECT_EQ(batch->entries.size(), 1u);
    EXPECT_FALSE(while_writing);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->entries.front().id().seq, 2u);
}

TEST(MatchServiceTest, R4CutsWhatWaitsIntoBatchesOf64AndShowsTheStateOfEach)
{
    MatchService service = playing_service();
    for (match::Seq seq = 1; seq <= 130; ++seq) {
        give(service, tap(kAnna, seq, AddScore{Side::kHome, 1}));
    }

    std::vector<std::size_t> sizes;
    std::vector<int> scores;
    while (const auto batch = service.take_batch()) {
        sizes.push_back(batch->entries.size());
        service.on_committed();
        scores.push_back(home_score(service.committed().state));
    }

    EXPECT_EQ(sizes, (std::vector<std::size_t>{64, 64, 2}));
    EXPECT_EQ(scores, (std::vector<int>{64, 128, 130}));
}

TEST(MatchServiceTest, R4DecidesEachCommandOnWhatTheCommandBeforeItLeft)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    give(service, tap(kAnna, 2, AddScore{Side::kHome, -2}));
    give(service, tap(kAnna, 3, AddScore{Side::kHome, -1}));

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 3u);
    EXPECT_TRUE(written[1].outcome.applied);
    EXPECT_EQ(written[2].outcome.reason, Reason::kOutOfRange);
}

TEST(MatchServiceTest, R5ShowsNothingOfADecisionBeforeItIsCommitted)
{
    MatchService service = playing_service();
    const match::Rev head = service.head();

    const auto decision = give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    const auto batch = service.take_batch();

    ASSERT_TRUE(batch);
    EXPECT_EQ(service.head(), head);
    EXPECT_EQ(service.head_rev(), decision.committed_with);
    EXPECT_EQ(service.entry(decision.committed_with), nullptr);
    EXPECT_FALSE(service.answer({kAnna, 1}));
    EXPECT_EQ(home_score(service.committed().state), 0);
    EXPECT_EQ(home_score(service.snapshot().state), 0);
    service.on_committed();
    EXPECT_NE(service.entry(decision.committed_with), nullptr);
    EXPECT_EQ(home_score(service.committed().state), 2);
}

TEST(MatchServiceTest, R9RefusesACommandForAMatchThatIsNotOpen)
{
    MatchService service = playing_service();
    auto stray = tap(kAnna, 1, AddScore{Side::kHome, 2});
    stray.sealed.body.seen = match::Seen{.match = {kBert, 99}, .at = {}};
    stray.sealed = wire::seal(stray.sealed.body);

    give(service, stray);
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(written[0].outcome.reason, Reason::kOtherMatch);
    EXPECT_FALSE(written[0].outcome.text.empty());
}

struct RefusedRow {
    const char* name;
    match::Command command;
    Role role;
    match::Duration age;
    Reason reason;
};

void PrintTo(const RefusedRow& row, std::ostream* out)
{
    *out << row.name;
}

class RefusedTest : public testing::TestWithParam<RefusedRow> {};

TEST_P(RefusedTest, R3RecordsARefusalAsAnEntryAndGoesOn)
{
    MatchService service = playing_service();
    const match::MatchState before = service.committed().state;

    give(service, tap(kAnna, 1, GetParam().command, kStart + 10s - GetParam().age), kStart + 10s,
         GetParam().role);
    give(service, tap(kAnna, 2, AddScore{Side::kGuest, 1}, kStart + 10s), kStart + 10s);
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 2u);
    EXPECT_FALSE(written[0].outcome.applied);
    EXPECT_EQ(written[0].outcome.reason, GetParam().reason) << written[0].outcome.text;
    EXPECT_FALSE(written[0].outcome.text.empty());
    EXPECT_EQ(home_score(service.committed().state), home_score(before));
    EXPECT_TRUE(written[1].outcome.applied) << written[1].outcome.text;
}

INSTANTIATE_TEST_SUITE_P(
    Refusals, RefusedTest,
    testing::Values(
        RefusedRow{"kind only the board writes", match::Note{"x"}, Role::kReferee, 0s, Reason::kBoardOnly},
        RefusedRow{"viewer", AddScore{Side::kHome, 2}, Role::kViewer, 0s, Reason::kRole},
        RefusedRow{"clock desk scores", AddScore{Side::kHome, 2}, Role::kClock, 0s, Reason::kRole},
        RefusedRow{"scorer stops", match::StopClock{}, Role::kScorer, 0s, Reason::kRole},
        RefusedRow{"below zero", AddScore{Side::kHome, -1}, Role::kReferee, 0s, Reason::kOutOfRange},
        RefusedRow{"already running", match::StartClock{}, Role::kReferee, 0s, Reason::kAlreadyRunning},
        RefusedRow{"undo of nothing", match::Undo{{kAnna, 77}}, Role::kReferee, 0s, Reason::kNoTarget},
        RefusedRow{"edit of another's entry", match::Edit{{kBert, 1}, AddScore{}}, Role::kScorer, 0s,
                   Reason::kRole},
        RefusedRow{"insert behind another's entry", match::Insert{{kBert, 1}, AddScore{}}, Role::kScorer, 0s,
                   Reason::kRole},
        RefusedRow{"undo of another's entry", match::Undo{{kBert, 1}}, Role::kClock, 0s, Reason::kRole},
        RefusedRow{"S20 expired horn", match::SoundHorn{}, Role::kReferee, 3001ms, Reason::kExpired}));

TEST(MatchServiceTest, R3RecordsAKindThatThisBuildDoesNotKnow)
{
    MatchService service = playing_service();
    auto message = tap(kAnna, 1, AddScore{Side::kHome, 2});
    message.sealed.body.command = match::UnknownCommand{.kind = 4711};

    give(service, message);
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(written[0].outcome.reason, Reason::kUnknownKind);
}

TEST(MatchServiceTest, S20LetsAHornLiveForThreeSecondsByItsClaimedAgeToo)
{
    MatchService service = playing_service();
    auto fresh = tap(kAnna, 1, match::SoundHorn{});
    fresh.sealed.body.tap.board_boot.reset();
    fresh.sent = fresh.sealed.body.tap.at + 3s;
    auto stale = tap(kAnna, 2, match::SoundHorn{});
    stale.sealed.body.tap.board_boot.reset();
    stale.sent = stale.sealed.body.tap.at + 3001ms;

    give(service, fresh, kStart + 60s);
    give(service, stale, kStart + 60s);
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 2u);
    EXPECT_TRUE(written[0].outcome.applied);
    EXPECT_EQ(written[1].outcome.reason, Reason::kExpired);
}

TEST(MatchServiceTest, PutsTheClockBackToTheTapOfALateStop)
{
    MatchService service = playing_service();
    const match::Duration length = service.ruleset().periods.length;

    give(service, tap(kAnna, 1, match::StopClock{}, kStart + 20s), kStart + 28s);
    const auto written = commit_all(service);

    ASSERT_TRUE(written.at(0).verdict);
    EXPECT_EQ(written[0].verdict->effect, match::Effect::kAt);
    EXPECT_EQ(match::value_at(service.committed().state, match::ClockId::kGame, kStart + 40s), length - 20s);
}

TEST(MatchServiceTest, LetsTheRefereeUndoAnotherDesksEntry)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    give(service, tap(kBert, 2, match::Undo{{kAnna, 1}}));

    commit_all(service);

    EXPECT_EQ(home_score(service.committed().state), 0);
}

// Method: the same undo of a NEXT PERIOD is given as a tablet would that showed nothing, something else, and
// the right thing.
TEST(MatchServiceTest, CarriesOutACorrectionThatGoesFarOnlyAsItWasShown)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, match::StopClock{}, kStart + 10s), kStart + 10s);
    give(service, tap(kAnna, 2, match::NextPeriod{}, kStart + 20s), kStart + 20s);
    const auto undo = [](match::Seq seq, std::optional<match::ShownEffect> shown) {
        session::CommandMessage message = tap(kAnna, seq, match::Undo{{kAnna, 2}}, kStart + 30s);
        match::Body body = message.sealed.body;
        body.shown = std::move(shown);
        message.sealed = wire::seal(body);
        return message;
    };
    match::Entry preview;
    preview.sealed = undo(3, std::nullopt).sealed;
    preview.received = kStart + 30s;
    const match::ShownEffect right =
        match::shown_of(match::effect_of(service.timeline(), preview, kStart + 30s));
    match::ShownEffect wrong = right;
    wrong.game.value -= 1s;

    give(service, undo(3, std::nullopt), kStart + 30s);
    give(service, undo(4, wrong), kStart + 30s);
    give(service, undo(5, right), kStart + 30s);
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 5u);
    EXPECT_EQ(written[2].outcome.reason, Reason::kNeedsConfirm);
    EXPECT_EQ(written[3].outcome.reason, Reason::kNeedsConfirm);
    EXPECT_NE(written[2].outcome.text.find("period"), std::string::npos);
    EXPECT_TRUE(written[4].outcome.applied) << written[4].outcome.text;
    EXPECT_EQ(service.committed().state.at, (match::PeriodPhase{1, match::Phase::kPlay}));
}

TEST(MatchServiceTest, NeverLetsTheReceivedTimeGoBack)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}), kStart + 5s);
    give(service, tap(kAnna, 2, AddScore{Side::kHome, 2}), kStart + 4s);

    const auto written = commit_all(service);

    EXPECT_EQ(written.at(1).received, kStart + 5s);
}

TEST(MatchServiceTest, GoesOnAfterACrashInTheSameBootWithClocksRunning)
{
    MatchService before = playing_service();
    give(before, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    commit_all(before);

    MatchService after(options(), log_of(before.timeline().entries()), Now{kStart + 30s, kWall});
    const auto written = commit_all(after);

    EXPECT_TRUE(written.empty());
    EXPECT_EQ(after.committed().state, before.committed().state);
    EXPECT_TRUE(match::runs(after.committed().state, match::ClockId::kGame, kStart + 30s));
    EXPECT_EQ(after.answer({kAnna, 1}), before.answer({kAnna, 1}));
}

TEST(MatchServiceTest, S17StandsEveryClockAtTheLastClockEntryAfterANewBoot)
{
    MatchService before = playing_service();
    const match::Duration length = before.ruleset().periods.length;
    const match::Duration full = before.ruleset().shot_clock->full;
    give(before, tap(kAnna, 1, match::ResetShotClock{full}, kStart + 12s), kStart + 12s);
    give(before, tap(kAnna, 2, AddScore{Side::kHome, 2}, kStart + 20s), kStart + 20s);
    commit_all(before);
    constexpr match::BoardTime kPowerBack{7s}; // another boot counts from another moment

    MatchService after(options(kNextBoot), log_of(before.timeline().entries()), Now{kPowerBack, kWall});
    const auto written = commit_all(after);

    ASSERT_EQ(written.size(), 1u);
    const auto& boot = std::get<match::BoardBoot>(written[0].command());
    EXPECT_EQ(boot.game_value, length - 12s);
    EXPECT_EQ(boot.shot_value, full);
    EXPECT_EQ(written[0].id(), (match::CommandId{match::writer_of(kLog), 2}));
    EXPECT_EQ(written[0].received, kPowerBack);
    EXPECT_FALSE(match::runs(after.committed().state, match::ClockId::kGame, kPowerBack + 60s));
    EXPECT_EQ(match::value_at(after.committed().state, match::ClockId::kGame, kPowerBack + 60s),
              length - 12s);
    EXPECT_EQ(home_score(after.committed().state), 2);
    EXPECT_TRUE(after.outlook().power_was_lost);

    give(after, tap(kAnna, 3, match::SetClock{match::ClockId::kGame, length - 13s}, kPowerBack + 70s),
         kPowerBack + 70s);
    commit_all(after);
    EXPECT_FALSE(after.outlook().power_was_lost) << "somebody has put it right";
}

TEST(MatchServiceTest, R8WritesUnderTheNewNameOfItsLog)
{
    MatchService service = playing_service();
    const auto renamed = id_of<match::LogId>(0x11);
    const auto generation = service.panel_generation();

    service.on_new_log(renamed);

    EXPECT_EQ(service.facts().log, renamed);
    EXPECT_EQ(service.panel().log, renamed);
    EXPECT_GT(service.panel_generation(), generation);
}

// Notes what it was told, in order.
class RecordingNote final : public IntentNote {
public:
    void begin(const Intent& intent) override { begun.push_back(intent); }
    void end() override { ++ended; }

    std::vector<Intent> begun;
    int ended = 0;
};

TEST(MatchServiceTest, R13NotesEveryNewCommandWhileItIsDecided)
{
    RecordingNote note;
    MatchService::Options noting = options();
    noting.intent_note = &note;
    MatchService service(noting, empty_log(), Now{kStart, kWall});
    const auto points = tap(kAnna, 1, AddScore{Side::kHome, 2});

    give(service, points);
    give(service, points);

    EXPECT_EQ(note.begun, std::vector<Intent>{(Intent{{kAnna, 1}, points.sealed.hash})});
    EXPECT_EQ(note.ended, 1);
}

TEST(MatchServiceTest, R13RefusesTheCommandThatEndedTheDaemonTwice)
{
    const auto poison = tap(kAnna, 1, AddScore{Side::kHome, 2});
    MatchService::Options warned = options();
    warned.poisonous = Intent{{kAnna, 1}, poison.sealed.hash};
    MatchService service(warned, empty_log(), Now{kStart, kWall});

    give(service, poison);
    give(service, tap(kAnna, 2, match::StartClock{}));
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 3u);
    EXPECT_EQ(written[1].outcome.reason, Reason::kInternal);
    EXPECT_TRUE(written[2].outcome.applied);
}

TEST(MatchServiceTest, TellsAChangeOfThePanelOnce)
{
    MatchService service = playing_service();
    const auto generation = service.panel_generation();

    service.on_panel_shown(2, kStart);
    service.on_panel_shown(2, kStart + 1s);
    service.on_panel_status(session::PanelStatus::kOk, "");
    service.on_panel_status(session::PanelStatus::kOk, "");

    EXPECT_EQ(service.panel_generation(), generation + 2);
    EXPECT_EQ(service.panel().shown, 2u);
    EXPECT_EQ(service.panel().shown_at, kStart);
}

} // namespace
} // namespace scoreboard::core
