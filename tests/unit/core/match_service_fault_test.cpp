// The single writer while its store cannot record, and after.
#include "core/match_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::AddScore;
using match::Side;
using testing::HasSubstr;

constexpr const char* kFull = "the disk is full";

std::vector<match::Entry> entries_of(const MatchService& service)
{
    const auto entries = service.timeline().entries();
    return {entries.begin(), entries.end()};
}

// A service whose clock runs, with one basket recorded and another that was on its way when the store failed.
class FaultTest : public testing::Test {
protected:
    FaultTest()
    {
        give(service_, tap(kAnna, 1, AddScore{Side::kHome, 2}));
        commit_all(service_);
        recorded_ = entries_of(service_);
        give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));
        service_.take_batch();
        on_its_way_ = entries_of(service_);
        service_.on_storage_fault(kFull);
    }

    void go_live() { service_.on_not_rebuilt(kFull, Now{kStart, kWall}); }
    void rebuild(const std::vector<match::Entry>& log)
    {
        difference_ = service_.on_rebuilt(log_of(log), Now{kStart + 60s, kWall + 60'000});
    }
    void expect_storage_fault(const session::Decision& decision)
    {
        ASSERT_TRUE(decision.error);
        EXPECT_EQ(decision.error->code, session::ErrorCode::kStorageFault);
        EXPECT_THAT(decision.error->text, HasSubstr(kFull));
        EXPECT_TRUE(decision.error->id);
        EXPECT_EQ(decision.committed_with, 0u);
    }

    MatchService service_ = playing_service();
    std::vector<match::Entry> recorded_;   // what was acknowledged
    std::vector<match::Entry> on_its_way_; // with the batch that failed
    std::string difference_;
};

TEST_F(FaultTest, R5DropsHeadAndAllThatWaits)
{
    EXPECT_EQ(service_.recording(), Recording::kFault);
    EXPECT_EQ(service_.head_rev(), service_.head());
    EXPECT_EQ(service_.waiting(), 0u);
    EXPECT_FALSE(service_.take_batch());
    EXPECT_FALSE(service_.answer({kAnna, 2}));
    EXPECT_EQ(service_.storage_fault(), kFull);
}

TEST_F(FaultTest, HoldsThePictureUntilTheFirstRebuildIsTried)
{
    expect_storage_fault(give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3})));

    EXPECT_EQ(home_score(service_.outlook().state), 2);
    EXPECT_EQ(service_.outlook().rev, service_.committed().rev);
    EXPECT_EQ(service_.outlook().unrecorded, 0u);
}

TEST_F(FaultTest, S19AcknowledgesNothingUntilTheLogIsRebuilt)
{
    for (const bool live : {false, true}) {
        if (live) {
            go_live();
        }

        expect_storage_fault(give(service_, tap(kAnna, 1, AddScore{Side::kHome, 2}))); // recorded long ago
        expect_storage_fault(give(service_, tap(kAnna, 1, AddScore{Side::kHome, 1}))); // CONFLICT otherwise
        expect_storage_fault(give(service_, tap(kBert, 2, match::StopClock{})));

        EXPECT_FALSE(service_.take_batch());
    }
}

TEST_F(FaultTest, LiveOnlyTheMatchGoesOnInMemory)
{
    go_live();

    expect_storage_fault(give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3})));

    EXPECT_EQ(service_.recording(), Recording::kLiveOnly);
    EXPECT_EQ(home_score(service_.outlook().state), 5);
    EXPECT_EQ(service_.outlook().unrecorded, 1u);
}

TEST_F(FaultTest, LiveOnlyGivesNoRevAndNoAnswer)
{
    const match::Rev before = service_.head();
    go_live();

    give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));

    EXPECT_EQ(service_.outlook().rev, before);
    EXPECT_EQ(service_.head(), before);
    EXPECT_EQ(service_.entry(before + 1), nullptr);
    EXPECT_FALSE(service_.answer({kAnna, 2}));
    EXPECT_EQ(home_score(service_.snapshot().state), 2);
    EXPECT_EQ(home_score(service_.committed().state), 2);
}

TEST_F(FaultTest, LiveOnlyACommandThatComesAgainCountsOnce)
{
    go_live();
    give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));

    expect_storage_fault(give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}), kStart + 5s));

    EXPECT_EQ(home_score(service_.outlook().state), 5);
    EXPECT_EQ(service_.outlook().unrecorded, 1u);
}

TEST_F(FaultTest, LiveOnlyUndoesWhatIsRecordedAndWhatIsNot)
{
    go_live();
    give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));

    give(service_, tap(kAnna, 3, match::Undo{{kAnna, 2}}));
    give(service_, tap(kAnna, 4, match::Undo{{kAnna, 1}}));

    EXPECT_EQ(home_score(service_.outlook().state), 0);
}

TEST_F(FaultTest, LiveOnlyKeepsTheNewestReasonForPeople)
{
    go_live();

    service_.on_not_rebuilt("the disk is gone", Now{kStart, kWall});

    EXPECT_EQ(service_.storage_fault(), "the disk is gone");
    EXPECT_EQ(service_.recording(), Recording::kLiveOnly);
}

TEST_F(FaultTest, GoesOnWithARebuiltLogAsIfNothingHadHappened)
{
    rebuild(recorded_);

    EXPECT_EQ(service_.recording(), Recording::kOn);
    EXPECT_EQ(service_.storage_fault(), "");
    EXPECT_EQ(difference_, "");
    const auto again = give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));
    const auto written = commit_all(service_);
    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(written[0].rev, recorded_.back().rev + 1);
    EXPECT_EQ(again.committed_with, written[0].rev);
    EXPECT_EQ(written[0].chain, wire::chain_hash(recorded_.back().chain, written[0]));
    EXPECT_EQ(home_score(service_.committed().state), 5);
}

TEST_F(FaultTest, S1ABatchThatWasDurableAfterAllIsNotRecordedTwice)
{
    rebuild(on_its_way_);

    const auto again = give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));

    EXPECT_EQ(again.committed_with, on_its_way_.back().rev);
    EXPECT_FALSE(again.error);
    EXPECT_TRUE(commit_all(service_).empty());
    EXPECT_EQ(home_score(service_.committed().state), 5);
}

TEST_F(FaultTest, ForgetsWhatWasInMemoryAndRecordsItOnceWhenItComesAgain)
{
    go_live();
    give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));
    give(service_, tap(kAnna, 3, AddScore{Side::kHome, 1}));

    rebuild(recorded_);
    EXPECT_EQ(home_score(service_.outlook().state), 2);
    give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));
    give(service_, tap(kAnna, 3, AddScore{Side::kHome, 1}));
    commit_all(service_);

    EXPECT_EQ(home_score(service_.committed().state), 6);
    EXPECT_EQ(service_.outlook().unrecorded, 0u);
    EXPECT_TRUE(service_.answer({kAnna, 3}));
}

TEST_F(FaultTest, TheLogGetsANoteOfWhatWasSeenWithoutARecord)
{
    go_live();
    give(service_, tap(kAnna, 2, AddScore{Side::kHome, 3}));

    rebuild(recorded_);
    const auto written = commit_all(service_);

    ASSERT_EQ(written.size(), 1u);
    const auto* note = std::get_if<match::Note>(&written[0].command());
    ASSERT_NE(note, nullptr);
    EXPECT_EQ(note->text, difference_);
    EXPECT_THAT(note->text, HasSubstr("1 command counted without a record, up to HOME 5 : 0 GUEST"));
    EXPECT_THAT(note->text, HasSubstr("goes on from HOME 2 : 0 GUEST"));
}

TEST_F(FaultTest, KeepsWhatThePanelConfirmed)
{
    service_.on_panel_shown(2, kStart);
    const auto generation = service_.panel_generation();

    rebuild(recorded_);

    EXPECT_EQ(service_.panel().shown, 2u);
    EXPECT_GT(service_.panel_generation(), generation);
}

TEST(FaultAtTheStartTest, AMatchWhoseVeryStartIsNotRecordedWaitsForTheStore)
{
    MatchService service(options(), empty_log(), Now{kStart, kWall});
    service.take_batch();

    service.on_storage_fault(kFull);
    service.on_not_rebuilt(kFull, Now{kStart, kWall});

    EXPECT_EQ(service.recording(), Recording::kFault);
    EXPECT_EQ(service.outlook().rev, 0u);
    EXPECT_LT(service.head(), service.match_start());
    service.on_rebuilt(empty_log(), Now{kStart, kWall});
    EXPECT_EQ(commit_all(service).size(), 1u);
    EXPECT_EQ(service.outlook().rev, 1u);
}

TEST(FaultAtTheStartTest, S17NoClockOfAnotherBootIsSeenAndLiveOnlyStandsEveryClock)
{
    const MatchService before = playing_service();
    MatchService service(options(kNextBoot), log_of(before.timeline().entries()), Now{kStart, kWall});
    service.take_batch();

    service.on_storage_fault(kFull);
    EXPECT_EQ(service.outlook().rev, 0u);
    service.on_not_rebuilt(kFull, Now{kStart, kWall});

    EXPECT_EQ(service.outlook().rev, before.head());
    EXPECT_FALSE(match::runs(service.outlook().state, match::ClockId::kGame, kStart + 1s));
    EXPECT_EQ(service.outlook().unrecorded, 0u);
}

} // namespace
} // namespace scoreboard::core
