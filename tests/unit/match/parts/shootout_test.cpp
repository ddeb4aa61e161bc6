#include "match/model/shootout.h"

#include "support/played_match.h"

namespace scoreboard::match {
namespace {

using support::play;

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
             {16, "attempt guest miss", "SHOOT-OUT 0:0 (3:0)", "law 10"},
             {17, "attempt guest goal", "refused WRONG_PHASE", "law 10: decided"},
             {18, "add home 1", "refused WRONG_PHASE", "law 10"},
             {19, "period next", "FINAL 105:00 0:0 (3:0)", "law 10"},
         },
         3491734633U);
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

} // namespace
} // namespace scoreboard::match
