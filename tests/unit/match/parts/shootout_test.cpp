#include "match/model/shootout.h"

#include "match/rule_options.h"
#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::at;
using support::play;
using support::TestMatch;

TEST(ShootoutTest, IsDecidedAsSoonAsNobodyCanCatchUp)
{
    struct Row {
        std::vector<bool> home, guest;
        bool decided;
    };
    const Row rows[] = {
        {{}, {}, false},
        {{true, true, true}, {false, false}, false},
        {{true, true, true}, {false, false, false}, true},
        {{true, true, true, true, true}, {true, true, true, true}, false},
        {{true, true, true, true, true}, {true, true, true, true, false}, true},
        {{true, true, true, true, true}, {true, true, true, true, true}, false},
        {{true, true, true, true, true, true}, {true, true, true, true, true}, false},
        {{true, true, true, true, true, true}, {true, true, true, true, true, false}, true},
        {{false, false, false}, {true, true, true}, true},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(is_decided(ShootoutRules{5}, Shootout{row.home, row.guest}), row.decided)
            << row.home.size() << " and " << row.guest.size() << " attempts";
    }
}

TEST(ShootoutTest, FollowsExtraTimeAndIsKeptApartFromTheScore)
{
    play("football.ifab.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "law 7"},
             {1, "attempt home goal", "refused WRONG_PHASE", "law 10"},
             {2, "period next", "HALF-TIME 15:00 run 0:0", "law 7"},
             {3, "period next", "H2 45:00 0:0", "law 7"},
             {4, "period next", "H2 END 5:00 run 0:0", "law 10"},
             {5, "period next", "OT1 90:00 0:0", "law 10"},
             {6, "period next", "OT1 END 1:00 run 0:0", "law 10"},
             {7, "period next", "OT2 105:00 0:0", "law 10"},
             {8, "period next", "SHOOT-OUT 0:0 (0:0)", "law 10"},
             {9, "attempt home goal", "SHOOT-OUT 0:0 (1:0)", "law 10"},
             {10, "attempt home goal", "refused WRONG_PHASE", "law 10: in turn"},
             {11, "attempt guest miss", "SHOOT-OUT 0:0 (1:0)", "law 10"},
             {12, "attempt guest miss", "SHOOT-OUT 0:0 (1:0)", "law 10"},
             {13, "attempt home goal", "SHOOT-OUT 0:0 (2:0)", "law 10"},
             {14, "attempt home goal", "SHOOT-OUT 0:0 (3:0)", "law 10"},
             {15, "period next", "refused WRONG_PHASE", "law 10: the guest can still draw level"},
             {16, "attempt guest miss", "SHOOT-OUT 0:0 (3:0) END THE MATCH", "law 10"},
             {17, "attempt guest goal", "refused WRONG_PHASE", "law 10: decided"},
             {18, "add home 1", "refused WRONG_PHASE", "law 10"},
             {19, "period next", "FINAL 105:00 0:0 (3:0)", "law 10"},
         },
         3491734633U);
}

TEST(ShootoutTest, ItSaysWhyThereIsNoneNow)
{
    struct Row {
        const char* ruleset;
        std::vector<const char*> before;
        const char* text;
    };
    const char* const kNotYet = "A shoot-out follows the last period, or a whole overtime.";
    const char* const kUndo =
        "An overtime comes next: undo the end of the period, then ask for the shoot-out.";
    const Row rows[] = {
        {"football.ifab.2026", {}, "The match has not begun: start the clock."},
        {"football.ifab.2026", {"clock start"}, kNotYet},
        {"football.ifab.2026", {"clock start", "period next"}, kNotYet},
        {"football.ifab.2026",
         {"clock start", "period next", "period next", "add home 1"},
         "A side leads: there is nothing to shoot out."},
        {"football.ifab.2026", {"clock start", "period next", "period next", "period next"}, kUndo},
        {"football.ifab.2026",
         {"clock start", "period next", "period next", "period next", "period next"},
         kNotYet},
        {"football.ifab.2026",
         {"clock start", "period next", "period next", "period shootout"},
         "A shoot-out is taking place already."},
        {"football.ifab.2026", {"clock start", "match end"}, "The match is over."},
    };
    for (const Row& row : rows) {
        TestMatch match(*find_ruleset(row.ruleset));
        for (const char* action : row.before) {
            ASSERT_TRUE(match.give(at(1), *support::command_named(match, action)).applied) << action;
        }

        const Outcome outcome = match.give(at(2), *support::command_named(match, "period shootout"));

        EXPECT_EQ(outcome.text, row.text) << row.before.size();
    }
}

TEST(ShootoutTest, WithoutExtraTimeTheEndOfTheMatchLeadsStraightToIt)
{
    for (const char* ruleset : {"football.ifab.2026", "futsal.fifa.2025", "handball.ihf.2016",
                                "ice_hockey.iihf.2025", "floorball.iff.2022", "rink_hockey.ws.2024"}) {
        const std::vector<RuleOption> options{{"periods.no_overtime", "true"}};
        const Altered rules = altered(*find_ruleset(ruleset), options);
        ASSERT_EQ(rules.problem, "") << ruleset;
        TestMatch match(rules.ruleset);
        match.give(at(0), StartClock{});
        for (int i = 0; i < 2 * rules.ruleset.periods.regular - 1; ++i) {
            ASSERT_TRUE(match.give(at(1 + i), NextPeriod{}).applied) << ruleset;
        }

        EXPECT_EQ(match.state().at.phase, Phase::kShootout) << ruleset;
    }
}

TEST(ShootoutTest, ACompetitionMayLeaveOutTheOvertime)
{
    play("football.ifab.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "law 7"},
             {1, "period shootout", "refused STALE", "law 10"},
             {2, "period next", "HALF-TIME 15:00 run 0:0", "law 7"},
             {3, "period next", "H2 45:00 0:0", "law 7"},
             {4, "period shootout", "SHOOT-OUT 0:0 (0:0)", "law 10"},
         },
         955613872U);
}

TEST(ShootoutTest, TheGoalOfItsWinnerHasAPlaceHoweverManyOvertimesTheRulesAllow)
{
    Ruleset rules = *find_ruleset("ice_hockey.iihf.2025");
    rules.periods.overtimes_max = 64;
    TestMatch match(rules);
    match.give(at(0), StartClock{});
    for (int i = 0; i < 4; ++i) {
        match.give(at(1 + i), NextPeriod{});
    }
    match.give(at(10), NextPeriod{std::nullopt, PeriodPhase{3, Phase::kShootout}});
    for (int i = 0; i < 3; ++i) {
        match.give(at(11 + i), AddAttempt{Side::kHome, true});
        match.give(at(11 + i), AddAttempt{Side::kGuest, false});
    }

    ASSERT_TRUE(match.give(at(20), NextPeriod{}).applied);

    EXPECT_EQ(score(match.state(), Side::kHome), 1);
}

} // namespace
} // namespace scoreboard::match
