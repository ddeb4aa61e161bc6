// Every sport on the panel: a match is played by the words of the command line, and what a person reads on
// the panel is compared field by field. A sport that has no row fails.
#include <algorithm>

#include <gtest/gtest.h>

#include "read_panel.h"
#include "support/played_match.h"

namespace scoreboard::renderer {
namespace {

using support::at;

struct Tap {
    double when; // the board's time, in seconds
    const char* action;
};
struct SportRow {
    const char* ruleset;
    std::vector<Tap> taps;
    double now;
    const char* large;    // what multisport-large shows
    const char* captions; // … lit on it
    const char* dots;     // what the dot matrix shows
};
void PrintTo(const SportRow& row, std::ostream* out)
{
    *out << row.ruleset;
}

std::vector<Tap> rallies(int home, int guest)
{
    std::vector<Tap> taps;
    for (int i = 0; i < std::max(home, guest); ++i) {
        if (i < home) {
            taps.push_back({10.0 + i, "add home 1"});
        }
        if (i < guest) {
            taps.push_back({10.5 + i, "add guest 1"});
        }
    }
    return taps;
}

std::vector<Tap> operator+(std::vector<Tap> first, const std::vector<Tap>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<SportRow> sport_rows()
{
    return {
        SportRow{"american_football.nfl.2025",
                 {{0, "possession home"},
                  {1, "clock start"},
                  {2, "shot 40"},
                  {3, "down first"},
                  {4, "down next"},
                  {5, "lamp flag"}},
                 10,
                 "home.score=0 guest.score=0 clock=14:51 period=1 shot=32 home.timeouts=3 "
                 "guest.timeouts=3 down=2 to_go=10 ball_on=0 [possession.home] [lamp.flag]",
                 "period play timeouts downs",
                 "home.score=0 guest.score=0 clock=14:51 shot=32 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"Q1\" home.info=\"2&10 @0 T3\" guest.info=\"T-O "
                 "3\" [possession.home]"},
        SportRow{"badminton.bwf.2024",
                 std::vector<Tap>{{0, "possession home"}, {1, "period next"}} + rallies(5, 3), 60,
                 "home.score=5 guest.score=3 period=1 home.sets=0 guest.sets=0 "
                 "[possession.home]",
                 "set sets",
                 "home.score=5 guest.score=3 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"SET 1\" home.info=\"SETS 0\" guest.info=\"SETS 0\" [possession.home]"},
        SportRow{"baseball.mlb.2025",
                 {{0, "period next"},
                  {1, "pitch out"},
                  {2, "pitch ball"},
                  {3, "pitch strike"},
                  {4, "base 2"},
                  {5, "count guest hit"},
                  {6, "count home error"}},
                 10,
                 "home.score=0 guest.score=0 period=1 home.hits=0 home.errors=1 guest.hits=1 "
                 "guest.errors=0 balls=1 strikes=1 outs=1 [half.top] [base.2]",
                 "inning pitch hits errors count",
                 "home.score=0 guest.score=0 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"TOP 1\" home.info=\"ON2 H0 E1\" guest.info=\"B1 S1 O1 H1\""},
        SportRow{"basketball.fiba.2026",
                 {{0, "possession home"},
                  {1, "clock start"},
                  {2, "add home 3"},
                  {3, "foul guest"},
                  {4, "shot 14"},
                  {5, "timeout home"}},
                 6,
                 "home.score=3 guest.score=0 clock=9:56 period=1 shot=13 home.fouls=0 "
                 "home.timeouts=1* guest.fouls=1 guest.timeouts=2 [possession.home] "
                 "[timeout.home]",
                 "period shot fouls timeouts",
                 "home.score=3 guest.score=0 clock=9:56 shot=13 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"Q1\" home.info=\"T-O 0:59\" guest.info=\"FOULS "
                 "1 T2\" [possession.home] [timeout.home]"},
        SportRow{"basketball.fiba.2026",
                 {{0, "clock start"}, {1, "clock stop"}, {2, "clock set 0:42.3"}},
                 6,
                 "home.score=0 guest.score=0 clock=42.3 period=1 home.fouls=0 home.timeouts=2 "
                 "guest.fouls=0 guest.timeouts=2",
                 "period shot fouls timeouts",
                 "home.score=0 guest.score=0 clock=42.3 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"Q1\" home.info=\"FOULS 0 T2\" guest.info=\"FOULS 0 T2\""},
        SportRow{"beach_volleyball.fivb.2025",
                 std::vector<Tap>{{0, "possession home"}, {1, "period next"}} + rallies(2, 1), 60,
                 "home.score=2 guest.score=1 period=1 home.sets=0 home.timeouts=1 guest.sets=0 "
                 "guest.timeouts=1 [possession.home]",
                 "set sets timeouts",
                 "home.score=2 guest.score=1 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"SET 1\" home.info=\"SETS 0 T1\" guest.info=\"SETS 0 T1\" "
                 "[possession.home]"},
        SportRow{"boxing.rounds12.2025",
                 {{0, "clock start"}, {200, "period next"}, {300, "period next"}},
                 301,
                 "clock=3:00 period=2",
                 "round",
                 "clock=3:00 home.name=\"HOME\" guest.name=\"GUEST\" period=\"RD 2\""},
        SportRow{"field_hockey.fih.2024",
                 {{0, "clock start"}, {10, "penalty guest yellow #7"}},
                 40,
                 "home.score=0 guest.score=0 clock=14:20 period=1 guest.penalty1.player=7 "
                 "guest.penalty1.time=4:30",
                 "period penalties",
                 "home.score=0 guest.score=0 clock=14:20 guest.penalty1.player=7 "
                 "guest.penalty1.time=4:30 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"Q1\""},
        SportRow{"floorball.iff.2022",
                 {{0, "clock start"}, {10, "penalty home minor #12"}, {11, "count home shot"}},
                 40,
                 "home.score=0 guest.score=0 clock=19:20 period=1 home.shots=1 home.timeouts=1 "
                 "guest.shots=0 guest.timeouts=1 home.penalty1.player=12 "
                 "home.penalty1.time=1:30",
                 "period shots timeouts penalties",
                 "home.score=0 guest.score=0 clock=19:20 home.penalty1.player=12 "
                 "home.penalty1.time=1:30 home.name=\"HOME\" guest.name=\"GUEST\" period=\"P1\" "
                 "home.info=\"SHOTS 1 T1\" guest.info=\"SHOTS 0 T1\""},
        SportRow{"football.ifab.2026",
                 {{0, "clock start"}, {10, "add guest 1"}, {2690, "added 4"}},
                 2765,
                 "home.score=0 guest.score=1 clock=46:05 period=1 added=4",
                 "period added",
                 "home.score=0 guest.score=1 clock=46:05 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"H1 +4\""},
        SportRow{"free.any.1",
                 {{0, "clock start"}, {1, "add home 10"}},
                 5,
                 "home.score=10 guest.score=0 clock=98:55 period=1",
                 "period",
                 "home.score=10 guest.score=0 clock=98:55 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"P1\""},
        SportRow{"futsal.fifa.2025",
                 {{0, "clock start"}, {1, "foul home"}, {2, "penalty guest sending-off #4"}},
                 5,
                 "home.score=0 guest.score=0 clock=19:55 period=1 home.fouls=1 home.timeouts=1 "
                 "guest.fouls=0 guest.timeouts=1 guest.penalty1.player=4 "
                 "guest.penalty1.time=1:57",
                 "period fouls timeouts penalties",
                 "home.score=0 guest.score=0 clock=19:55 guest.penalty1.player=4 "
                 "guest.penalty1.time=1:57 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"H1\" home.info=\"FOULS 1 T1\" guest.info=\"FOULS 0 T1\""},
        SportRow{"handball.ihf.2016",
                 {{0, "clock start"},
                  {10, "penalty home suspension #4"},
                  {20, "penalty home suspension #11"},
                  {30, "penalty home suspension #23"},
                  {31, "add guest 1"}},
                 40,
                 "home.score=0 guest.score=1 clock=0:40 period=1 home.timeouts=1 "
                 "guest.timeouts=1 home.penalty1.player=4 home.penalty1.time=1:30 "
                 "home.penalty2.player=11 home.penalty2.time=1:40 home.penalty3.player=23 "
                 "home.penalty3.time=1:50",
                 "period timeouts penalties",
                 "home.score=0 guest.score=1 clock=0:40 home.penalty1.player=4 "
                 "home.penalty1.time=1:30 home.penalty2.player=11 home.penalty2.time=1:40 "
                 "home.name=\"HOME\" guest.name=\"GUEST\" period=\"H1\" home.info=\"23 1:50\" "
                 "guest.info=\"T-O 1\""},
        SportRow{"ice_hockey.iihf.2025",
                 {{0, "clock start"},
                  {10, "penalty home minor #15"},
                  {20, "penalty home major #23"},
                  {25, "penalty home minor #9"},
                  {30, "penalty guest misconduct #4"},
                  {31, "count guest shot"}},
                 40,
                 "home.score=0 guest.score=0 clock=19:20 period=1 home.shots=0 home.timeouts=1 "
                 "guest.shots=1 guest.timeouts=1 home.penalty1.player=15 "
                 "home.penalty1.time=1:30 home.penalty2.player=23 home.penalty2.time=4:40 "
                 "guest.penalty1.player=4 guest.penalty1.time=9:50",
                 "period shots timeouts penalties",
                 "home.score=0 guest.score=0 clock=19:20 home.penalty1.player=15 "
                 "home.penalty1.time=1:30 home.penalty2.player=23 home.penalty2.time=4:40 "
                 "guest.penalty1.player=4 guest.penalty1.time=9:50 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"P1\" home.info=\"SHOTS 0 T1\" "
                 "guest.info=\"SHOTS 1 T1\""},
        SportRow{"lacrosse.wl.2025",
                 {{0, "clock start"}, {10, "penalty home technical #4"}},
                 20,
                 "home.score=0 guest.score=0 clock=14:40 period=1 home.timeouts=2 "
                 "guest.timeouts=2 home.penalty1.player=4 home.penalty1.time=0:20",
                 "period timeouts penalties",
                 "home.score=0 guest.score=0 clock=14:40 home.penalty1.player=4 "
                 "home.penalty1.time=0:20 home.name=\"HOME\" guest.name=\"GUEST\" period=\"Q1\" "
                 "home.info=\"T-O 2\" guest.info=\"T-O 2\""},
        SportRow{"netball.wn.2024",
                 {{0, "possession guest"}, {1, "clock start"}, {2, "add home 1"}},
                 3,
                 "home.score=1 guest.score=0 clock=14:58 period=1 [possession.guest]",
                 "period",
                 "home.score=1 guest.score=0 clock=14:58 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"Q1\" [possession.guest]"},
        SportRow{"rink_hockey.ws.2024",
                 {{0, "clock start"}, {1, "shot 45"}, {2, "foul guest"}, {10, "penalty guest blue card #5"}},
                 20,
                 "home.score=0 guest.score=0 clock=24:40 period=1 shot=26 home.fouls=0 "
                 "home.timeouts=1 guest.fouls=1 guest.timeouts=1 guest.penalty1.player=5 "
                 "guest.penalty1.time=1:50",
                 "period shot fouls timeouts penalties",
                 "home.score=0 guest.score=0 clock=24:40 shot=26 guest.penalty1.player=5 "
                 "guest.penalty1.time=1:50 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"H1\" home.info=\"FOULS 0 T1\" guest.info=\"FOULS 1 T1\""},
        SportRow{"roller_derby.wftda.2025",
                 {{0, "clock start"}, {1, "jam start"}, {2, "lamp lead home"}, {3, "add home 4"}},
                 30,
                 "home.score=4 guest.score=0 clock=29:30 period=1 jam.clock=1:31 jam=1 "
                 "home.timeouts=3 guest.timeouts=3 [lamp.lead home]",
                 "period jam timeouts",
                 "home.score=4 guest.score=0 clock=29:30 jam.clock=1:31 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"P1 JAM 1\" home.info=\"T-O 3\" guest.info=\"T-O "
                 "3\""},
        SportRow{"roller_derby.wftda.2025",
                 {{0, "jam start"}, {10, "penalty home penalty #13"}, {20, "jam end"}, {25, "jam start"}},
                 30,
                 "home.score=0 guest.score=0 clock=29:30 period=1 jam.clock=1:55 jam=2 home.timeouts=3 "
                 "guest.timeouts=3 home.penalty1.player=13 home.penalty1.time=0:15",
                 "period jam timeouts penalties",
                 "home.score=0 guest.score=0 clock=29:30 jam.clock=1:55 home.penalty1.player=13 "
                 "home.penalty1.time=0:15 home.name=\"HOME\" guest.name=\"GUEST\" period=\"P1 JAM 2\" "
                 "home.info=\"T-O 3\" guest.info=\"T-O 3\""},
        SportRow{"table_tennis.bo5.2024",
                 {{0, "possession home"}, {1, "add home 1"}, {2, "lamp expedite"}},
                 10,
                 "home.score=1 guest.score=0 period=1 home.sets=0 home.timeouts=1 guest.sets=0 "
                 "guest.timeouts=1 [possession.home]",
                 "set sets timeouts",
                 "home.score=1 guest.score=0 home.name=\"HOME\" guest.name=\"GUEST\" period=\"SET 1 EXP\" "
                 "home.info=\"SETS 0 T1\" guest.info=\"SETS 0 T1\" [possession.home]"},
        SportRow{"rugby.union.2026",
                 {{0, "clock start"}, {10, "add home 5"}, {11, "penalty guest sin bin #8"}},
                 20,
                 "home.score=5 guest.score=0 clock=0:20 period=1 guest.penalty1.player=8 "
                 "guest.penalty1.time=9:51",
                 "period penalties",
                 "home.score=5 guest.score=0 clock=0:20 guest.penalty1.player=8 "
                 "guest.penalty1.time=9:51 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"H1\""},
        SportRow{"table_tennis.bo5.2024",
                 std::vector<Tap>{{0, "possession home"}, {1, "period next"}} + rallies(11, 9) +
                     std::vector<Tap>{{30, "period next"}, {31, "timeout guest"}},
                 32,
                 "home.score=0 guest.score=0 period=2 home.sets=1 home.timeouts=1 guest.sets=0 "
                 "guest.timeouts=0* home.set1=11 guest.set1=9 [possession.guest] "
                 "[timeout.guest]",
                 "set sets timeouts by_set",
                 "home.score=0 guest.score=0 home.set1=11 guest.set1=9 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"SET 2\" home.info=\"SETS 1 T1\" "
                 "guest.info=\"T-O 0:59\" [possession.guest] [timeout.guest]"},
        SportRow{"tennis.itf_bo3.2026",
                 std::vector<Tap>{{0, "possession home"}, {1, "period next"}} + rallies(4, 0) + rallies(4, 3),
                 60,
                 "home.score=0 guest.score=0 period=1 home.sets=0 guest.sets=0 home.set1=2 "
                 "guest.set1=0 [possession.home]",
                 "set sets by_set",
                 "home.score=0 guest.score=0 home.set1=2 guest.set1=0 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"SET 1\" home.info=\"SETS 0\" guest.info=\"SETS "
                 "0\" [possession.home]"},
        SportRow{"volleyball.fivb.2025",
                 std::vector<Tap>{{0, "possession home"}, {1, "period next"}} + rallies(25, 20) +
                     std::vector<Tap>{{70, "period next"}, {71, "add guest 1"}},
                 80,
                 "home.score=0 guest.score=1 period=2 home.sets=1 home.timeouts=2 guest.sets=0 "
                 "guest.timeouts=2 home.set1=25 guest.set1=20 [possession.guest]",
                 "set sets timeouts by_set",
                 "home.score=0 guest.score=1 home.set1=25 guest.set1=20 home.name=\"HOME\" "
                 "guest.name=\"GUEST\" period=\"SET 2\" home.info=\"SETS 1 T2\" "
                 "guest.info=\"SETS 0 T2\" [possession.guest]"},
        SportRow{
            "water_polo.aqua.2025",
            {{0, "possession home"}, {1, "clock start"}, {2, "shot 28"}, {3, "penalty guest exclusion #3"}},
            10,
            "home.score=0 guest.score=0 clock=7:51 period=1 shot=20 home.timeouts=2 "
            "guest.timeouts=2 guest.penalty1.player=3 guest.penalty1.time=0:11 "
            "[possession.home]",
            "period shot timeouts penalties",
            "home.score=0 guest.score=0 clock=7:51 shot=20 guest.penalty1.player=3 "
            "guest.penalty1.time=0:11 home.name=\"HOME\" guest.name=\"GUEST\" "
            "period=\"Q1\" home.info=\"T-O 2\" guest.info=\"T-O 2\" [possession.home]"},
        SportRow{"wrestling.uww.2025",
                 {{0, "clock start"}, {1, "add home 4"}},
                 5,
                 "home.score=4 guest.score=0 clock=2:55 period=1",
                 "period",
                 "home.score=4 guest.score=0 clock=2:55 home.name=\"HOME\" guest.name=\"GUEST\" "
                 "period=\"P1\""},
    };
}

// A time that no slot runs is text: the board draws it anew each second.
TEST(DotMatrixTest, AsksToBeCalledWhenATimeInItsTextChanges)
{
    support::TestMatch match(*match::find_ruleset("volleyball.fivb.2025"));
    for (const Tap& tap : {Tap{0, "period next"}, Tap{1.25, "timeout home"}}) {
        match.see(match.state().at);
        ASSERT_TRUE(match.give(at(tap.when), *support::command_named(match, tap.action)).applied);
    }
    const auto next_change = [&match](const char* layout) {
        return render(*panel::find_layout(layout), match.timeline().ruleset(), match.state(), at(2))
            .next_change;
    };

    EXPECT_EQ(next_change("dotmatrix"), at(2.25));
    EXPECT_GT(next_change("multisport-large"), at(10));
}

class SportsOnThePanelTest : public testing::TestWithParam<SportRow> {};

INSTANTIATE_TEST_SUITE_P(AllSports, SportsOnThePanelTest, testing::ValuesIn(sport_rows()),
                         [](const auto& row) {
                             std::string name = row.param.ruleset;
                             std::replace(name.begin(), name.end(), '.', '_');
                             return name + "_" + std::to_string(row.index);
                         });

support::TestMatch played(const SportRow& row)
{
    support::TestMatch match(*match::find_ruleset(row.ruleset));
    for (const Tap& tap : row.taps) {
        match.see(match.state().at);
        const auto command = support::command_named(match, tap.action);
        EXPECT_TRUE(command) << tap.action;
        EXPECT_TRUE(command && match.give(at(tap.when), *command).applied) << tap.action;
    }
    return match;
}

TEST_P(SportsOnThePanelTest, ShowsWhatItsRulesHave)
{
    const SportRow& row = GetParam();
    const support::TestMatch match = played(row);
    const panel::Layout& layout = *panel::find_layout("multisport-large");

    const panel::Picture picture =
        render(layout, match.timeline().ruleset(), match.state(), at(row.now)).picture;

    EXPECT_EQ(read_panel(layout, picture, at(row.now)), row.large);
    EXPECT_EQ(read_captions(layout, picture), row.captions);
    const panel::Layout& dots = *panel::find_layout("dotmatrix");
    const panel::Picture dotted =
        render(dots, match.timeline().ruleset(), match.state(), at(row.now)).picture;
    EXPECT_EQ(read_panel(dots, dotted, at(row.now)), row.dots);
}

TEST(SportsTest, EverySportHasARow)
{
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        const std::vector<SportRow> rows = sport_rows();
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&ruleset](const SportRow& row) {
            return match::find_ruleset(row.ruleset)->sport == ruleset.sport;
        })) << ruleset.sport;
    }
}

} // namespace
} // namespace scoreboard::renderer
