// Goal: one match after the other, each with its own rules, and none of them is lost.
#include <gtest/gtest.h>
#include <string>

#include "core/match_service.h"
#include "support/taps.h"

namespace scoreboard::core {
namespace {

using namespace support;
using match::AddScore;
using match::Reason;
using match::Side;

TEST(MatchServiceMatchesTest, OpensAnotherMatchOnceEverythingOfTheOneBeforeIsCommitted)
{
    MatchService service = playing_service();
    const match::CommandId first = service.open_match();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    give(service, tap(kAnna, 2, match::OpenMatch{"handball.ihf.2016", "HAWKS", "TIGERS"}));
    give(service, tap(kAnna, 3, AddScore{Side::kHome, 2}));

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 4u);
    EXPECT_TRUE(written[1].outcome.applied);
    EXPECT_EQ(written[2].outcome.reason,
              Reason::kOtherMatch); // it came too late for the one, too early for the other
    EXPECT_EQ(std::get<match::StartMatch>(written[3].command()).ruleset->id, "handball.ihf.2016");
    EXPECT_EQ(service.ruleset().id, "handball.ihf.2016");
    EXPECT_EQ(service.committed().state.home.name, "HAWKS");
    EXPECT_EQ(home_score(service.committed().state), 0);
    EXPECT_NE(service.open_match(), first);
    ASSERT_EQ(service.ended()->size(), 1u);
    EXPECT_EQ(service.ended()->front().match, first);
    EXPECT_EQ(service.ended()->front().home, 2);
    EXPECT_EQ(service.ended()->front().last + 1, service.match_start());
    EXPECT_EQ(service.open_summary()->match, service.open_match());
    EXPECT_EQ(service.open_summary()->home_name, "HAWKS");
    // Whoever followed the match before reads on, and a resend gets the answer it had.
    ASSERT_NE(service.entry(kFirstFree + 1), nullptr);
    EXPECT_EQ(*service.entry(kFirstFree + 1), written[1]);
    EXPECT_TRUE(service.answer(match::CommandId{kAnna, 1})->outcome.applied);
    EXPECT_EQ(give(service, tap(kAnna, 1, AddScore{Side::kHome, 2})).committed_with, kFirstFree);
    give(service, tap(kAnna, 4, AddScore{Side::kGuest, 1}));
    commit_all(service);
    EXPECT_EQ(match::score(service.committed().state, Side::kGuest), 1);
}

TEST(MatchServiceMatchesTest, OpensTheMatchThatWasAskedForWhenThePowerWentInBetween)
{
    MatchService before = playing_service();
    give(before, tap(kAnna, 1, match::OpenMatch{"handball.ihf.2016", "", ""}));
    const auto entries = before.timeline().entries();

    MatchService service(options(kNextBoot), log_of(entries), Now{kStart, kWall});
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(std::get<match::StartMatch>(written[0].command()).ruleset->id, "handball.ihf.2016");
    EXPECT_EQ(service.committed().state.guest.name, "GUEST");
}

TEST(MatchServiceMatchesTest, RefusesAMatchByRulesThatItDoesNotHave)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, match::OpenMatch{"quidditch.iqa.2030", "", ""}));

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(written[0].outcome.reason, Reason::kOutOfRange);
    EXPECT_EQ(service.ruleset().id, "basketball.fiba.2026");
}

TEST(MatchServiceMatchesTest, RefusesAMatchOfTeamsWithoutANameThatCanBeShown)
{
    for (const char* name : {"   ", "HAWKS\nTIGERS", "\x7F", "\u00A0", "\u2003\u200B", "\u202Eabc"}) {
        MatchService service = playing_service();
        give(service, tap(kAnna, 1, match::OpenMatch{"basketball.fiba.2026", "HAWKS", name}));

        const auto written = commit_all(service);

        ASSERT_EQ(written.size(), 1u);
        EXPECT_EQ(written[0].outcome.text, "A team's name has letters, and no line breaks.") << name;
    }
}

MatchService::Options with_venue_rules()
{
    MatchService::Options made = options();
    match::Ruleset youth = match::default_ruleset();
    youth.id = "venue.u14";
    youth.periods.length = std::chrono::minutes(8);
    made.venue_rulesets = {youth};
    return made;
}

TEST(MatchServiceMatchesTest, OpensAMatchByTheVenuesOwnRulesAndTellsControllersOfThem)
{
    MatchService service(with_venue_rules(), empty_log(), Now{kStart, kWall});
    commit_all(service);
    give(service, tap(kAnna, 1, match::OpenMatch{"venue.u14", "HAWKS", "TIGERS"}));

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 2u);
    EXPECT_EQ(*std::get<match::StartMatch>(written[1].command()).ruleset,
              with_venue_rules().venue_rulesets[0]);
    ASSERT_EQ(service.facts().venue_rulesets.size(), 1u);
    EXPECT_EQ(service.facts().venue_rulesets[0].id, "venue.u14");
}

TEST(MatchServiceMatchesTest, AMatchMaySetSomeOfItsRulesOtherwise)
{
    MatchService service = playing_service();
    give(service,
         tap(kAnna, 1, match::OpenMatch{"basketball.fiba.2026", "", "", {{"periods.length", "8:00"}}}));

    commit_all(service);

    EXPECT_EQ(service.ruleset().id, "basketball.fiba.2026");
    EXPECT_EQ(service.ruleset().periods.length, std::chrono::minutes(8));
}

TEST(MatchServiceMatchesTest, RefusesAMatchWhoseOptionsTheRulesDoNotHave)
{
    MatchService service = playing_service();
    give(service,
         tap(kAnna, 1, match::OpenMatch{"basketball.fiba.2026", "", "", {{"periods.lenght", "8:00"}}}));

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 1u);
    EXPECT_EQ(written[0].outcome.reason, Reason::kOutOfRange);
    EXPECT_EQ(written[0].outcome.text,
              "No match can begin: there is no periods.lenght in basketball.fiba.2026; "
              "did you mean periods.length?");
}

// The file of the rules was taken away while the power was off, between the request and the match.
TEST(MatchServiceMatchesTest, GoesOnByTheRulesOfItsConfigurationWhenThoseAskedForAreGone)
{
    MatchService before(with_venue_rules(), empty_log(), Now{kStart, kWall});
    commit_all(before);
    give(before, tap(kAnna, 1, match::OpenMatch{"venue.u14", "HAWKS", ""}));

    MatchService service(options(kNextBoot), log_of(before.timeline().entries()), Now{kStart, kWall});
    commit_all(service);

    EXPECT_EQ(service.ruleset().id, match::default_ruleset().id);
    EXPECT_EQ(service.committed().state.home.name, "HAWKS");
}

match::CommandId left_for_handball(MatchService& service)
{
    const match::CommandId first = service.open_match();
    give(service, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    give(service, tap(kAnna, 2, match::OpenMatch{"handball.ihf.2016", "HAWKS", "TIGERS"}));
    commit_all(service);
    return first;
}

TEST(MatchServiceMatchesTest, GoesOnWithAMatchThatWasLeft)
{
    MatchService service = playing_service();
    const match::CommandId first = left_for_handball(service);
    ASSERT_EQ(service.left_matches().matches.size(), 1u);
    EXPECT_EQ(service.left_matches().matches[0].match, first);
    EXPECT_EQ(service.left_matches().matches[0].home, 2);
    const std::uint64_t told = service.left_generation();

    give(service, tap(kAnna, 3, match::ResumeMatch{first}, kStart + 60s), kStart + 60s);
    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 2u);
    EXPECT_EQ(std::get<match::StartMatch>(written[1].command()).goes_on->match, first);
    EXPECT_EQ(service.ruleset().id, "basketball.fiba.2026");
    EXPECT_EQ(home_score(service.committed().state), 2);
    EXPECT_FALSE(match::runs(service.committed().state, match::ClockId::kGame, kStart + 61s));
    EXPECT_EQ(service.open_summary()->from, first);
    // The handball match had not begun, and the first goes on: nothing is left.
    EXPECT_TRUE(service.left_matches().matches.empty());
    EXPECT_NE(service.left_generation(), told);
    EXPECT_EQ(give(service, tap(kAnna, 1, AddScore{Side::kHome, 2})).committed_with, kFirstFree);
}

TEST(MatchServiceMatchesTest, TheMatchThatWasAskedForGoesOnAfterThePowerWent)
{
    MatchService before = playing_service();
    give(before, tap(kAnna, 1, AddScore{Side::kHome, 2}));
    commit_all(before);
    match::LeftMatches left;
    left.add(before.timeline());
    const match::CommandId first = before.open_match();
    give(before, tap(kAnna, 2, match::OpenMatch{"handball.ihf.2016", "HAWKS", "TIGERS"}));
    commit_all(before);
    give(before, tap(kAnna, 3, match::ResumeMatch{first}));
    RecoveredLog log = log_of(before.timeline().entries());
    log.left = left;

    MatchService service(options(kNextBoot), std::move(log), Now{kStart, kWall});
    commit_all(service);

    EXPECT_EQ(service.ruleset().id, "basketball.fiba.2026");
    EXPECT_EQ(home_score(service.committed().state), 2);
}

TEST(MatchServiceMatchesTest, RefusesToGoOnWithWhatWasNotLeft)
{
    MatchService service = playing_service();
    give(service, tap(kAnna, 1, match::ResumeMatch{service.open_match()}));
    give(service, tap(kAnna, 2, match::ResumeMatch{{kBert, 1}}));

    const auto written = commit_all(service);

    ASSERT_EQ(written.size(), 2u);
    EXPECT_EQ(written[0].outcome.reason, Reason::kAlready);
    EXPECT_EQ(written[0].outcome.text, "That match is open.");
    EXPECT_EQ(written[1].outcome.reason, Reason::kNoTarget);
}

TEST(MatchServiceMatchesTest, AnswersForMatchesThatWereOpenBefore)
{
    RecoveredLog log = empty_log();
    log.head = 40;
    const auto old = tap(kAnna, 1, AddScore{Side::kHome, 2});
    log.older.push_back(StoredDecision{.id = {kAnna, 1},
                                       .hash = old.sealed.hash,
                                       .rev = 12,
                                       .outcome = {.applied = true, .reason = Reason::kNone, .text = {}},
                                       .verdict = std::nullopt});
    MatchService service(options(), std::move(log), Now{kStart, kWall});

    const auto again = give(service, old);
    const auto answer = service.answer({kAnna, 1});

    EXPECT_EQ(again.committed_with, 12u);
    EXPECT_FALSE(again.error);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->rev, 12u);
    EXPECT_EQ(service.match_start(), 41u);
}

} // namespace
} // namespace scoreboard::core
