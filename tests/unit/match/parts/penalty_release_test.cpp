#include <functional>

#include <gtest/gtest.h>

#include "match/correction_effect.h"
#include "match/rule_options.h"
#include "support/test_match.h"

// Goals that end penalties, and what becomes of that when something is put right.
namespace scoreboard::match {
namespace {

using namespace std::chrono_literals;
using support::at;
using support::TestMatch;

constexpr int kMinor = 0; // of ice hockey's kinds
constexpr int kMajor = 3;

// A minor of number 15 at 3:00, and a goal of the guest at 4:30.
TestMatch with_a_goal()
{
    TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
    match.give(at(0), StartClock{});
    match.give(at(180), AddPenalty{Side::kHome, kMinor, 15, false});
    match.give(at(270), AddScore{Side::kGuest, 1});
    return match;
}

// What the home side still has to serve, as "15 1:30".
std::string served(const TestMatch& match, double when)
{
    std::string text;
    for (const PenaltyLine& line : match.line(at(when)).home.penalties) {
        text += (text.empty() ? "" : ", ") + std::to_string(*line.player) + " " + line.text;
    }
    return text;
}

// Number 15 was let go for the goal at 4:40.
struct Released {
    TestMatch match = with_a_goal();
    CommandId goal = match.last();
    CommandId minor = match.line(at(270)).release->candidates.at(0).id;
    CommandId end;

    explicit Released(bool says_goal)
    {
        match.give(at(280), StopClock{});
        EndPenalty command{minor, 0};
        if (says_goal) {
            command.goal = match.line(at(280)).release->goal;
        }
        EXPECT_TRUE(match.give(at(280), command).applied);
        end = match.last();
    }
};

TEST(PenaltyReleaseTest, WhatAGoalEndedStandsAndFallsWithThatGoal)
{
    const char* const kNotEnded = "It ended with a goal that does not end it any more.";
    struct Row {
        const char* what;
        bool says_goal;
        std::function<void(Released&)> correct;
        const char* home; // what it has to serve
        const char* why;  // the end of the penalty has no effect any more
    };
    const Row rows[] = {
        {"nothing is corrected", true, [](Released&) {}, "", ""},
        {"the goal is taken back", true,
         [](Released& played) { played.match.give(at(290), Undo{played.goal}); }, "15 0:20", kNotEnded},
        {"it was the other side's", true,
         [](Released& played) {
             played.match.give(at(290), Edit{played.goal, AddScore{Side::kHome, 1}});
         },
         "15 0:20", kNotEnded},
        {"another player scored it", true,
         [](Released& played) {
             played.match.give(at(290), Edit{played.goal, AddScore{Side::kGuest, 1, 9}});
         },
         "", ""},
        {"it was a major", true,
         [](Released& played) {
             played.match.give(at(290), Edit{played.minor, AddPenalty{Side::kHome, kMajor, 15, false}});
         },
         "15 3:20", kNotEnded},
        {"the goal is taken back, and brought back", true,
         [](Released& played) {
             played.match.give(at(290), Undo{played.goal});
             played.match.give(at(291), Redo{played.match.last()});
         },
         "", ""},
        {"the end is taken back, the goal stands", true,
         [](Released& played) { played.match.give(at(290), Undo{played.end}); }, "15 0:20", ""},
        {"a tap from before goals were named", false,
         [](Released& played) { played.match.give(at(290), Undo{played.goal}); }, "", ""},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        Released played(row.says_goal);

        row.correct(played);

        EXPECT_EQ(served(played.match, 291), row.home);
        EXPECT_EQ(played.match.timeline().lost_sense(played.end), row.why);
    }
}

TEST(PenaltyReleaseTest, ThePreviewOfAGoalTakenBackSaysThatItsPenaltyRunsAgain)
{
    Released played(true);

    const CorrectionEffect effect =
        effect_of(played.match.timeline(), played.match.next(at(290), Undo{played.goal}), at(290));

    EXPECT_EQ(in_words(effect),
              (std::vector<std::string>{"HOME penalties none -> minor #15 0:20", "GUEST 1 -> 0",
                                        "PENALTY ENDS, entry 6, has no effect any more: "
                                        "It ended with a goal that does not end it any more."}));
    EXPECT_TRUE(needs_confirmation(played.match.timeline().ruleset(), effect));
}

TEST(PenaltyReleaseTest, InAnOldMatchANewerGoalAsksInThePlaceOfTheOneBefore)
{
    TestMatch match(support::of_fold_1(*find_ruleset("ice_hockey.iihf.2025")));
    match.give(at(0), StartClock{});
    match.give(at(180), AddPenalty{Side::kHome, kMinor, 15, false});
    match.give(at(270), AddScore{Side::kGuest, 1});
    const PenaltyRef minor = match.line(at(270)).release->candidates.at(0);
    const CommandId older = match.last();
    match.give(at(275), AddScore{Side::kGuest, 1});

    const Outcome outcome = match.give(at(276), EndPenalty{minor.id, minor.part, older});

    EXPECT_EQ(outcome.text, "The board asks about it for another goal: end it once more.");
    EXPECT_TRUE(
        match.give(at(277), EndPenalty{minor.id, minor.part, match.line(at(277)).release->goal}).applied);
}

// Two minors of the home side that end at 2:00 and 2:20, goals of the guest at 1:30 and 1:40.
struct TwoGoals {
    TestMatch match{*find_ruleset("ice_hockey.iihf.2025")};
    CommandId first_goal;
    CommandId second_goal;

    TwoGoals()
    {
        match.give(at(0), StartClock{});
        match.give(at(0), AddPenalty{Side::kHome, kMinor, 15, false});
        match.give(at(20), AddPenalty{Side::kHome, kMinor, 23, false});
        match.give(at(90), AddScore{Side::kGuest, 1});
        first_goal = match.last();
        match.give(at(100), AddScore{Side::kGuest, 1});
        second_goal = match.last();
    }

    // Ends what is asked about, for the goal that it is asked for.
    Outcome confirm(double when)
    {
        const Release release = match.line(at(when)).release.value();
        const PenaltyRef& ref = release.candidates.at(0);
        return match.give(at(when), EndPenalty{ref.id, ref.part, release.goal});
    }
};

TEST(PenaltyReleaseTest, AGoalIsAskedAboutAfterTheOneBeforeItAndEachEndsAPenalty)
{
    TwoGoals played;
    EXPECT_EQ(played.match.line(at(105)).release->goal, played.first_goal);
    EXPECT_EQ(served(played.match, 105), "15 0:15, 23 0:35");

    EXPECT_TRUE(played.confirm(105).applied);

    EXPECT_EQ(served(played.match, 106), "23 0:34");
    EXPECT_EQ(played.match.line(at(106)).release->goal, played.second_goal);
    EXPECT_TRUE(played.confirm(107).applied);
    EXPECT_EQ(served(played.match, 108), "");
    EXPECT_FALSE(played.match.line(at(108)).release);
}

TEST(PenaltyReleaseTest, WhatWasGivenAfterAGoalChangesNothingOfWhatItMayEnd)
{
    TwoGoals played;
    played.match.give(at(100), StopClock{});
    played.match.give(at(101), AddPenalty{Side::kGuest, kMinor, 4, false});
    played.match.give(at(102), AddPenalty{Side::kGuest, kMinor, 5, false});

    EXPECT_TRUE(played.confirm(103).applied);

    EXPECT_EQ(played.match.line(at(104)).release->goal, played.second_goal);
}

TEST(PenaltyReleaseTest, APenaltyThatWasGivenAfterAGoalIsNotEndedByIt)
{
    TestMatch match = with_a_goal();
    match.give(at(275), AddScore{Side::kGuest, 1}); // the first goal is not answered yet
    match.give(at(275), StopClock{});
    match.give(at(276), AddPenalty{Side::kHome, kMinor, 23, false});
    const Release asked = match.line(at(277)).release.value();

    match.give(at(278), EndPenalty{asked.candidates.at(0).id, 0, asked.goal});

    EXPECT_EQ(served(match, 279), "23 2:00");
    EXPECT_FALSE(match.line(at(279)).release);
}

TEST(PenaltyReleaseTest, AGoalThatNobodyAnswersAsksNoLongerThanItsPenaltyLasts)
{
    TwoGoals played; // number 15 is free at 2:00; it was the one that both goals may end

    EXPECT_TRUE(played.match.line(at(119)).release);
    EXPECT_FALSE(played.match.line(at(121)).release);
    played.match.give(at(130), AddScore{Side::kGuest, 1});
    EXPECT_EQ(played.match.line(at(131)).release->goal, played.match.last());
}

TEST(PenaltyReleaseTest, NothingIsAskedOnceTheMatchIsOver)
{
    TwoGoals played;

    played.match.give(at(110), EndMatch{});

    EXPECT_FALSE(played.match.line(at(111)).release);
}

TEST(PenaltyReleaseTest, AGoalThatIsCountedBackAsksNoMore)
{
    TestMatch match = with_a_goal();
    match.give(at(271), AddScore{Side::kGuest, -1});
    EXPECT_FALSE(match.line(at(272)).release);

    TwoGoals played;
    played.match.give(at(105), AddScore{Side::kGuest, -1});
    EXPECT_TRUE(played.confirm(106).applied);
    EXPECT_FALSE(played.match.line(at(107)).release) << "one goal, one penalty";
}

TEST(PenaltyReleaseTest, AGoalTakenBackIsNotAskedAboutAndTheNextOneIs)
{
    TwoGoals played;

    played.match.give(at(105), Undo{played.first_goal});

    EXPECT_EQ(played.match.line(at(106)).release->goal, played.second_goal);
    EXPECT_EQ(played.match.line(at(106)).release->candidates.size(), 1U);
}

TEST(PenaltyReleaseTest, WhoWasLetGoStaysSoWhenTheClockIsPutBack)
{
    struct Row {
        bool keeps_ended;
        const char* home;
    };
    // An older tap does not say it, and what it did stays what it was.
    for (const Row& row : {Row{true, ""}, Row{false, "15 0:05"}}) {
        TestMatch match(*find_ruleset("ice_hockey.iihf.2025"));
        match.give(at(0), StartClock{});
        match.give(at(10), AddPenalty{Side::kHome, kMinor, 15, false});
        const CommandId minor = match.last();
        match.give(at(30), EndPenalty{minor, 0});
        match.give(at(35), StopClock{});

        match.give(at(36), AdjustPenalties{10s, row.keeps_ended});

        EXPECT_EQ(served(match, 36), row.home) << row.keeps_ended;
    }
}

TEST(PenaltyReleaseTest, AGoalStillEndsAPenaltyOnceTheClockWasPutBackBehindIt)
{
    TestMatch match = with_a_goal();
    const PenaltyRef minor = match.line(at(270)).release->candidates.at(0);
    match.give(at(275), StopClock{});
    match.give(at(276), AdjustPenalties{10s, true});

    match.give(at(277), EndPenalty{minor.id, minor.part, match.line(at(277)).release->goal});

    EXPECT_EQ(served(match, 277), "");
}

TEST(PenaltyReleaseTest, ItIsForTheRulesToSayWhichPenaltiesAGoalMayEnd)
{
    struct Row {
        const char* ruleset;
        std::vector<RuleOption> options;
        bool guest_short; // as well
        bool ends;
    };
    const Row rows[] = {
        {"ice_hockey.iihf.2025", {}, false, true},
        {"ice_hockey.iihf.2025", {}, true, false},
        {"ice_hockey.iihf.2025", {{"penalties.at_any_strength", "true"}}, true, true},
        {"ice_hockey.iihf.2025", {{"penalties.releasable.minor", "false"}}, false, false},
        {"water_polo.aqua.2025", {}, false, true},
        {"water_polo.aqua.2025", {}, true, true}, // whoever else is excluded
        {"water_polo.national.2024", {}, true, true},
        {"water_polo.aqua.2025", {{"penalties.at_any_strength", "false"}}, true, false},
        {"water_polo.aqua.2025", {{"penalties.releasable.exclusion", "false"}}, false, false},
        {"futsal.fifa.2025", {}, false, true},
        {"futsal.fifa.2025", {{"penalties.releasable.sending-off", "false"}}, false, false},
        {"floorball.iff.2022", {{"penalties.releasable.minor", "false"}}, false, false},
        {"rink_hockey.ws.2024", {{"penalties.releasable.blue card", "false"}}, false, false},
        {"lacrosse.wl.2025", {{"penalties.releasable.technical", "false"}}, false, false},
        {"handball.ihf.2016", {}, false, false},
        {"handball.ihf.2016", {{"penalties.releasable.suspension", "true"}}, false, true},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.ruleset) + (row.options.empty() ? "" : " " + row.options[0].key));
        const Altered rules = altered(*find_ruleset(row.ruleset), row.options);
        ASSERT_EQ(rules.problem, "");
        TestMatch match(rules.ruleset);
        match.give(at(0), StartClock{});
        match.give(at(1), AddPenalty{Side::kHome, 0, 3, false});
        if (row.guest_short) {
            match.give(at(2), AddPenalty{Side::kGuest, 0, 4, false});
        }

        match.give(at(3), AddScore{Side::kGuest, 1});

        EXPECT_EQ(match.line(at(3)).release.has_value(), row.ends);
    }
}

} // namespace
} // namespace scoreboard::match
