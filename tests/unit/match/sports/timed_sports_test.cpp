#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::play;

TEST(TimedSportsTest, HandballCountsUpOverTheMatchAndPlaysTwoOvertimesOfTwoHalves)
{
    play("handball.ihf.2016",
         {
             {0, "", "PRE-GAME 0:00 0:0", "2:1"},
             {10, "clock start", "H1 0:00 run 0:0", "2:3"},
             {70.9, "add home 1", "H1 1:00 run 1:0", "9:1"},
             {100, "timeout guest", "H1 1:30 1:0 time-out 1:00, left 1:0", "2:10"},
             {150, "", "H1 1:30 1:0 time-out 0:10 signal, left 1:0", "2:10"},
             {155, "timeout end", "H1 1:30 1:0", "2:10"},
             {156, "timeout guest", "refused NO_TIMEOUT_LEFT", "2:10"},
             {160, "clock set 29:59.0", "H1 29:59 1:0", "2:8"},
             {161, "clock start", "H1 29:59 run 1:0", "2:8"},
             {163, "clock start", "refused WRONG_PHASE", "2:3"},
             {164, "count home yellow card", "H1 30:00 1:0 home yellow card 1", "16:1"},
             {165, "period next", "HALF-TIME 10:00 run 1:0 home yellow card 1", "2:1"},
             {800, "period next", "H2 30:00 1:0 home yellow card 1", "2:1"},
             {810, "clock start", "H2 30:00 run 1:0 home yellow card 1", "2:1"},
             {885, "add guest 1", "H2 31:15 run 1:1 home yellow card 1", "9:1"},
             {886, "clock set 60:00.0", "H2 60:00 1:1 home yellow card 1", "2:1"},
             {887, "period next", "H2 END 5:00 run 1:1 home yellow card 1", "2:2"},
             {1200, "period next", "OT1 60:00 1:1 home yellow card 1", "2:2"},
             {1201, "add home 1", "OT1 60:00 2:1 home yellow card 1", "2:2"},
             // Half of an overtime decides nothing.
             {1202, "period next", "OT1 END 1:00 run 2:1 home yellow card 1", "2:2"},
             {1300, "period next", "OT2 65:00 2:1 home yellow card 1", "2:2"},
             {1301, "add guest 1", "OT2 65:00 2:2 home yellow card 1", "2:2"},
             {1302, "period next", "OT2 END 5:00 run 2:2 home yellow card 1", "2:2"},
             {1700, "period next", "OT3 70:00 2:2 home yellow card 1", "2:2"},
             {1701, "add guest 1", "OT3 70:00 2:3 home yellow card 1", "2:2"},
             {1702, "period next", "OT3 END 1:00 run 2:3 home yellow card 1", "2:2"},
             {1800, "period next", "OT4 75:00 2:3 home yellow card 1", "2:2"},
             {1801, "period next", "FINAL 75:00 2:3 home yellow card 1", "2:2"},
         },
         3931191304U);
}

TEST(TimedSportsTest, FootballRunsOnIntoTheTimeThatIsAdded)
{
    play("football.ifab.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "law 7"},
             {100, "count guest corner", "H1 1:40 run 0:0 guest corner 1", "law 17"},
             {2690, "added 2", "H1 44:50 run +2 0:0 guest corner 1", "law 7.3"},
             {2701, "", "H1 45:01 run +2 0:0 guest corner 1", "law 7.3"},
             {2790, "add home 1", "H1 46:30 run +2 1:0 guest corner 1", "law 10"},
             {2820, "period next", "HALF-TIME 15:00 run 1:0 guest corner 1", "law 7"},
             {2821, "added 2", "refused WRONG_PHASE", "law 7.3"},
             {3700, "period next", "H2 45:00 1:0 guest corner 1", "law 7"},
             {3701, "clock start", "H2 45:00 run 1:0 guest corner 1", "law 7"},
             {3800, "clock stop", "H2 46:39 1:0 guest corner 1", "law 7"},
             {3801, "clock set 105:00.0", "H2 105:00 1:0 guest corner 1", "law 7"},
             {3802, "add guest 1", "H2 105:00 1:1 guest corner 1", "law 10"},
             {3803, "period next", "H2 END 5:00 run 1:1 guest corner 1", "law 10.3"},
             {3900, "period next", "OT1 90:00 1:1 guest corner 1", "law 10.3"},
             {3901, "period next", "OT1 END 1:00 run 1:1 guest corner 1", "law 10.3"},
             {3902, "period next", "OT2 105:00 1:1 guest corner 1", "law 10.3"},
             {3903, "match end", "FINAL 105:00 1:1 guest corner 1", "law 10"},
             {3904, "match end", "refused WRONG_PHASE", "law 10"},
         },
         2473259719U);
}

TEST(TimedSportsTest, FutsalGivesTheSixthFoulOfAHalfAndCarriesItIntoExtraTime)
{
    play("futsal.fifa.2025",
         {
             {0, "clock start", "H1 20:00 run 0:0", "law 7"},
             {1, "foul home", "H1 19:59 run 0:0 fouls 1:0", "law 13"},
             {2, "foul home", "H1 19:58 run 0:0 fouls 2:0", "law 13"},
             {3, "foul home", "H1 19:57 run 0:0 fouls 3:0", "law 13"},
             {4, "foul home", "H1 19:56 run 0:0 fouls 4:0", "law 13"},
             {5, "foul home", "H1 19:55 run 0:0 fouls 5:0", "law 13"},
             {6, "foul home", "H1 19:54 run 0:0 fouls 6:0 bonus guest", "law 13"},
             {7, "timeout home", "H1 19:53 0:0 fouls 6:0 bonus guest time-out 1:00, left 0:1", "law 7"},
             {70, "period next", "HALF-TIME 15:00 run 0:0 fouls 6:0 bonus guest", "law 7"},
             {900, "period next", "H2 20:00 0:0", "law 13"},
             {901, "foul guest", "H2 20:00 0:0 fouls 0:1", "law 13"},
             {902, "period next", "H2 END 5:00 run 0:0 fouls 0:1", "law 7"},
             {903, "period next", "OT1 5:00 0:0 fouls 0:1", "law 13"},
             {904, "timeout home", "refused NO_TIMEOUT_LEFT", "law 7"},
         },
         2331565354U);
}

TEST(TimedSportsTest, NbaGivesTheSecondFoulOfTheLastTwoMinutes)
{
    play("basketball.nba.2025",
         {
             {0, "clock start", "Q1 12:00 run 0:0", "rule 5, II"},
             {1, "clock set 1:59.0", "Q1 1:59 run 0:0", "rule 12, B, V"},
             {2, "foul home", "Q1 1:58 run 0:0 fouls 1:0", "rule 12, B, V"},
             {3, "foul home", "Q1 1:57 run 0:0 fouls 2:0 bonus guest", "rule 12, B, V"},
             {4, "period next", "Q1 END 2:30 run 0:0 fouls 2:0 bonus guest", "rule 5, II"},
             {5, "period next", "Q2 12:00 0:0 shot 24", "rule 5, II"},
             {6, "period next", "HALF-TIME 15:00 run 0:0", "rule 5, II"},
             {7, "period next", "Q3 12:00 0:0 shot 24", "rule 5, II"},
             {8, "period next", "Q3 END 2:30 run 0:0", "rule 5, II"},
             {9, "period next", "Q4 12:00 0:0 shot 24", "rule 5, II"},
             {10, "timeout home", "Q4 12:00 0:0 shot 24 time-out 1:15, left 3:4",
              "rule 5, VI: four in the fourth"},
             {11, "clock set 3:00.0", "Q4 3:00 0:0 shot 24 time-out 1:14, left 2:2",
              "rule 5, VI: two from 3:00"},
             {12, "period next", "Q4 END 2:30 run 0:0", "rule 5, II"},
             {13, "period next", "OT1 5:00 0:0 shot 24", "rule 5, II"},
             {14, "timeout guest", "OT1 5:00 0:0 shot 24 time-out 1:15, left 2:1",
              "rule 5, VI: two in an overtime"},
             {15, "foul guest", "OT1 5:00 0:0 fouls 0:1 shot 24 time-out 1:14, left 2:1", "rule 12, B, V"},
             {16, "foul guest", "OT1 5:00 0:0 fouls 0:2 shot 24 time-out 1:13, left 2:1", "rule 12, B, V"},
             {17, "foul guest", "OT1 5:00 0:0 fouls 0:3 shot 24 time-out 1:12, left 2:1", "rule 12, B, V"},
             {18, "foul guest", "OT1 5:00 0:0 fouls 0:4 bonus home shot 24 time-out 1:11, left 2:1",
              "rule 12, B, V: the fourth in an overtime"},
         },
         1839305294U);
}

TEST(TimedSportsTest, CollegeMenShootOneAndOneFromTheSeventhAndTwoFromTheTenth)
{
    std::vector<support::PlayedRow> rows{{0, "clock start", "H1 20:00 run 0:0", "rule 5"}};
    const char* const expected[] = {"fouls 1:0",
                                    "fouls 2:0",
                                    "fouls 3:0",
                                    "fouls 4:0",
                                    "fouls 5:0",
                                    "fouls 6:0",
                                    "fouls 7:0 bonus guest",
                                    "fouls 8:0 bonus guest",
                                    "fouls 9:0 bonus guest",
                                    "fouls 10:0 double guest"};
    std::vector<std::string> texts;
    texts.reserve(std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        texts.push_back("H1 20:00 run 0:0 " + std::string(expected[i]));
        rows.push_back({0, "foul home", texts.back().c_str(), "rule 8"});
    }
    play("basketball.ncaa_men.2025", rows, 1218480534U);
}

TEST(TimedSportsTest, ThreeOnThreePlaysItsOvertimeWithoutAClock)
{
    play("basketball.3x3.2026",
         {
             {0, "clock start", "P1 10:00 run 0:0", "article 5"},
             {1, "shot 12", "P1 9:59 run 0:0 shot 12 run", "article 6"},
             {2, "add home 2", "P1 9:58 run 2:0 shot 11 run", "article 4"},
             {3, "add guest 2", "P1 9:57 run 2:2 shot 10 run", "article 4"},
             {4, "period next", "P1 END 1:00 run 2:2", "article 5.4"},
             {70, "period next", "OT1 2:2 shot 12", "article 5.4"},
             {71, "clock start", "refused WRONG_PHASE", "article 5.4: not timed"},
             {72, "add guest 2", "OT1 2:4 shot 12 END THE MATCH", "article 5.4"},
             {73, "period next", "FINAL 2:4", "article 5.4"},
         },
         4072443888U);
}

TEST(TimedSportsTest, BoxingHasRoundsAndNoScore)
{
    play("boxing.rounds3.2025",
         {
             {0, "clock start", "RD 1 3:00 run", "rounds"},
             {10, "count home knock-down", "RD 1 2:50 run home knock-down 1", "rounds"},
             {180, "period next", "RD 1 END 1:00 run home knock-down 1", "rounds"},
             {240, "period next", "RD 2 3:00 home knock-down 1", "rounds"},
             {241, "period next", "RD 2 END 1:00 run home knock-down 1", "rounds"},
             {300, "period next", "RD 3 3:00 home knock-down 1", "rounds"},
             {301, "clock start", "RD 3 3:00 run home knock-down 1", "rounds"},
             {302, "period next", "FINAL 2:59 home knock-down 1", "rounds"},
         },
         3785775628U);
}

TEST(TimedSportsTest, RugbyCountsTriesAndRunsUntilTheBallIsDead)
{
    play("rugby.union.2026",
         {
             {0, "clock start", "H1 0:00 run 0:0", "law 5"},
             {60, "add home 5", "H1 1:00 run 5:0", "law 8"},
             {90, "add home 2", "H1 1:30 run 7:0", "law 8"},
             {2405, "", "H1 40:05 run 7:0", "law 5"},
             {2410, "period next", "HALF-TIME 15:00 run 7:0", "law 5"},
             {3000, "period next", "H2 40:00 7:0", "law 5"},
             {3001, "add guest 3", "H2 40:00 7:3", "law 8"},
             {3002, "period next", "FINAL 40:00 7:3", "law 5"},
         },
         3125776527U);
}

TEST(TimedSportsTest, AMatchWithoutOvertimeEndsLevel)
{
    play("wrestling.uww.2025",
         {
             {0, "clock start", "P1 3:00 run 0:0", "periods"},
             {5, "add home 4", "P1 2:55 run 4:0", "points"},
             {180, "period next", "HALF-TIME 0:30 run 4:0", "break"},
             {210, "period next", "P2 3:00 4:0", "periods"},
             {211, "add guest 4", "P2 3:00 4:4", "points"},
             {212, "period next", "FINAL 3:00 4:4", "criteria decide"},
         },
         107177697U);
}

TEST(TimedSportsTest, WhatASportDoesNotHaveIsRefusedWithASentence)
{
    const auto refusal = [](const char* ruleset, Command command) {
        support::TestMatch match(*find_ruleset(ruleset));
        return match.give(support::at(1), std::move(command));
    };

    EXPECT_EQ(refusal("handball.ihf.2016", BlankShotClock{}).text, "Handball has no shot clock.");
    EXPECT_EQ(refusal("handball.ihf.2016", AddFoul{}).text, "Handball has no team fouls.");
    EXPECT_EQ(refusal("football.ifab.2026", StartTimeout{}).text, "Football has no time-outs.");
    EXPECT_EQ(refusal("boxing.rounds3.2025", AddScore{Side::kHome, 1}).text, "Boxing has no score.");
    EXPECT_EQ(refusal("boxing.rounds3.2025", SetPossession{}).text, "Boxing has no possession.");
    EXPECT_EQ(refusal("basketball.fiba.2026", SetAddedTime{2}).text, "Basketball has no added time.");
    EXPECT_EQ(refusal("basketball.fiba.2026", AddTally{}).reason, Reason::kNoSuchPart);
    EXPECT_EQ(refusal("basketball.fiba.2026", SetLamp{}).reason, Reason::kNoSuchPart);
}

} // namespace
} // namespace scoreboard::match
