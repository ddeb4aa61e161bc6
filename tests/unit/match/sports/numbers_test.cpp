#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "match/rule_fields.h"
#include "match/sports/articles.h"

// The numbers that the rule books give, one a row, with the place that says so, which the pages name too. A
// row that breaks means that a new match would be played otherwise; a match that has begun keeps its own.
namespace scoreboard::match {
namespace {

struct Number {
    const char* field; // rule_fields.h
    const char* value;
    const char* article; // "option": unsure, or a competition's choice, and therefore to be set by a venue
};

struct Sheet {
    const char* ruleset;
    std::vector<Number> numbers;
};

std::vector<Sheet> basketball_fiba()
{
    const std::vector<Number> same{
        {"periods.count", "4", "8.1"},
        {"periods.length", "10:00", "8.1"},
        {"periods.overtime", "5:00", "8.7"},
        {"periods.overtimes_max", "0", "8.7: until a side leads"},
        {"periods.interval", "2:00", "8.3"},
        {"periods.half_interval", "15:00", "8.4"},
        {"periods.tenths_below", "1:00", "50 [49]: the last 60 seconds"},
        {"score.increments", "1,2,3", "16"},
        {"shot_clock.full", "0:24", "29"},
        {"shot_clock.short", "0:14", "29"},
        {"shot_clock.tenths_below", "0:05", "option: common practice"},
        {"fouls.player_limit", "5", "41.1 [40]"},
        {"fouls.bonus_from", "5", "42 [41]"},
        {"fouls.overtime_with_last", "true", "42 [41]"},
        {"fouls.interval_with_next", "true", "42 [41]"},
        {"timeouts.length", "1:00", "18.2"},
        {"timeouts.first_half", "2", "18.2"},
        {"timeouts.second_half", "3", "18.2"},
        {"timeouts.late_maximum", "2", "18.2"},
        {"timeouts.late_from", "2:00", "18.2"},
        {"timeouts.overtime", "1", "18.2"},
        {"timeouts.signal_at", "0:50", "50.3 [49.3]"},
        {"periods.basket_stops", "2:00", "50.2 [49.2]"},
        {"periods.basket_stops_before", "0:00", "50.2 [49.2]"},
        {"shot_clock.off_at_end", "true", "29.1"},
    };
    return {{"basketball.fiba.2026", same},
            {"basketball.fiba.2024", same},
            {"basketball.3x3.2026",
             {{"periods.count", "1", "article 5"},
              {"periods.length", "10:00", "article 5"},
              {"periods.overtimes_max", "1", "article 5.4"},
              {"periods.interval", "1:00", "article 5.4: before the overtime"},
              {"periods.tenths_below", "1:00", "the last 60 seconds"},
              {"score.increments", "1,2", "article 4"},
              {"score.wins_at", "21", "article 5.3"},
              {"score.overtime_wins_at", "2", "article 5.4"},
              {"shot_clock.full", "0:12", "article 6"},
              {"fouls.player_limit", "0", "article 7: nobody is out"},
              {"fouls.bonus_from", "7", "article 7"},
              {"fouls.double_from", "10", "article 7"},
              {"timeouts.count", "1", "one a team"},
              {"timeouts.length", "0:30", "30 seconds"},
              {"timeouts.signal_at", "0:20", "20 seconds"}}}};
}

std::vector<Sheet> basketball_in_america()
{
    return {{"basketball.nba.2025",
             {{"periods.count", "4", "rule 5, II"},
              {"periods.length", "12:00", "rule 5, II"},
              {"periods.overtime", "5:00", "rule 5, II"},
              {"periods.interval", "2:30", "rule 5, II"},
              {"periods.half_interval", "15:00", "rule 5, II"},
              {"periods.tenths_below", "1:00", "rule 2"},
              {"score.increments", "1,2,3", "rule 5, I"},
              {"shot_clock.full", "0:24", "rule 7"},
              {"shot_clock.short", "0:14", "rule 7"},
              {"shot_clock.tenths_below", "0:05", "rule 7"},
              {"fouls.player_limit", "6", "rule 12, B"},
              {"fouls.bonus_from", "5", "rule 12, B, V"},
              {"fouls.overtime_from", "4", "rule 12, B, V"},
              {"fouls.late_fouls", "2", "rule 12, B, V"},
              {"fouls.late_from", "2:00", "rule 12, B, V"},
              {"periods.basket_stops", "2:00", "rule 5, V"},
              {"periods.basket_stops_before", "1:00", "rule 5, V"},
              {"timeouts.length", "1:15", "rule 5, VI"},
              {"timeouts.count", "7", "rule 5, VI"},
              {"timeouts.last_period_maximum", "4", "rule 5, VI"},
              {"timeouts.late_maximum", "2", "rule 5, VI"},
              {"timeouts.late_from", "3:00", "rule 5, VI"},
              {"timeouts.overtime", "2", "rule 5, VI"}}},
            {"basketball.ncaa_men.2025",
             {{"periods.count", "2", "rule 5"},
              {"periods.length", "20:00", "rule 5"},
              {"periods.overtime", "5:00", "rule 5"},
              {"periods.half_interval", "15:00", "rule 5"},
              {"periods.before_overtime", "1:00", "rule 5"},
              {"periods.tenths_below", "1:00", "rule 1"},
              {"shot_clock.full", "0:30", "rule 9"},
              {"shot_clock.short", "0:20", "rule 9"},
              {"fouls.player_limit", "5", "rule 4"},
              {"fouls.bonus_from", "7", "rule 8"},
              {"fouls.double_from", "10", "rule 8"},
              {"fouls.overtime_with_last", "true", "rule 5"},
              {"timeouts.length", "1:15", "rule 5"},
              {"timeouts.count", "4", "rule 5"},
              {"timeouts.length.short", "0:30", "rule 5"},
              {"timeouts.count.short", "2", "rule 5"},
              {"periods.basket_stops", "0:59.9", "rule 5"},
              {"timeouts.overtime", "1", "rule 5"}}},
            {"basketball.ncaa_women.2025",
             {{"periods.count", "4", "rule 5"},
              {"periods.length", "10:00", "rule 5"},
              {"periods.overtime", "5:00", "rule 5"},
              {"periods.interval", "1:15", "rule 5"},
              {"periods.half_interval", "15:00", "rule 5"},
              {"periods.before_overtime", "1:00", "rule 5"},
              {"shot_clock.full", "0:30", "rule 9"},
              {"shot_clock.short", "0:20", "rule 9"},
              {"fouls.player_limit", "5", "rule 4"},
              {"fouls.bonus_from", "5", "rule 8"},
              {"timeouts.length", "1:00", "rule 5"},
              {"timeouts.count", "2", "rule 5"},
              {"timeouts.overtime", "0", "rule 5"},
              {"timeouts.length.short", "0:30", "rule 5"},
              {"timeouts.count.short", "3", "rule 5"},
              {"timeouts.overtime.short", "1", "rule 5"},
              {"periods.basket_stops", "0:59.9", "rule 5"}}},
            {"basketball.nfhs.2025",
             {{"periods.count", "4", "option"},
              {"periods.length", "8:00", "option"},
              {"periods.overtime", "4:00", "option"},
              {"periods.interval", "1:00", "option"},
              {"periods.half_interval", "10:00", "option"},
              {"shot_clock.full", "0:35", "option: a state's choice"},
              {"fouls.player_limit", "5", "option"},
              {"fouls.bonus_from", "5", "option"},
              {"timeouts.length", "1:00", "option"},
              {"timeouts.count", "3", "option"},
              {"timeouts.length.short", "0:30", "option"},
              {"timeouts.count.short", "2", "option"},
              {"periods.basket_stops", "0:00", "option: none"}}}};
}

std::vector<Sheet> sets_and_games()
{
    return {
        {"volleyball.fivb.2025",
         {{"rally.points", "25", "6.2"},
          {"rally.lead", "2", "6.2"},
          {"rally.cap", "0", "6.2: none"},
          {"rally.sets_to_win", "3", "6.3"},
          {"rally.last_points", "15", "6.3.2"},
          {"rally.ends_at_last", "8", "18.2.2"},
          {"rally.toss_before_last", "true", "7.1, 12.1.2"},
          {"rally.ends_each_set", "true", "18.2.1"},
          {"rally.breaks", "", "option: technical time-outs at 8 and 16"},
          {"periods.interval", "3:00", "18.1"},
          {"timeouts.count", "2", "15.4.1"},
          {"timeouts.length", "0:30", "15.4.1"},
          {"tallies.maximum.substitution", "6", "15.1"},
          {"tallies.maximum.challenge", "2", "option"}}},
        {"beach_volleyball.fivb.2025",
         {{"rally.points", "21", "option"},
          {"rally.last_points", "15", "option"},
          {"rally.lead", "2", "option"},
          {"rally.sets_to_win", "2", "option"},
          {"rally.ends_every", "7", "option"},
          {"rally.ends_every_last", "5", "option"}}},
        {"badminton.bwf.2024",
         {{"rally.points", "21", "7.2"},
          {"rally.lead", "2", "7.4"},
          {"rally.cap", "30", "7.5: at 29 all the next point wins"},
          {"rally.last_cap", "30", "7.5"},
          {"rally.sets_to_win", "2", "7.1"},
          {"rally.winner_opens", "true", "7.6"},
          {"rally.breaks", "11", "16.2"},
          {"rally.break_length", "1:00", "16.2"},
          {"rally.ends_each_set", "true", "8.1"},
          {"rally.ends_at_last", "11", "8.1.3"},
          {"periods.interval", "2:00", "16.2"}}},
        {"badminton.bwf15.2026",
         {{"rally.points", "15", "option"},
          {"rally.cap", "21", "option"},
          {"rally.ends_at_last", "8", "option"}}},
        {"table_tennis.bo5.2024",
         {{"rally.points", "11", "2.11.1"},
          {"rally.lead", "2", "2.11.1"},
          {"rally.sets_to_win", "3", "2.12.1"},
          {"rally.serve_every", "2", "2.13.3"},
          {"rally.ends_at_last", "5", "2.14.2"},
          {"rally.ends_each_set", "true", "2.14.1"},
          {"timeouts.count", "1", "option: 3.4.4.2"},
          {"timeouts.length", "1:00", "option: 3.4.4.2"}}},
        {"table_tennis.bo7.2024", {{"rally.sets_to_win", "4", "2.12.1: any odd number"}}},
        {"table_tennis.bo5_timed.2024",
         {{"periods.length", "10:00", "2.15.1"}, {"rally.expedite_unless", "18", "2.15.2"}}},
        {"table_tennis.bo7_timed.2024",
         {{"periods.length", "10:00", "2.15.1"}, {"rally.expedite_unless", "18", "2.15.2"}}},
        {"tennis.itf_clock.2026",
         {{"shot_clock.full", "0:25", "option: rule 29, between points"},
          {"shot_clock.more.1", "1:30", "option: rule 29, at a change of ends"},
          {"shot_clock.more.2", "2:00", "option: rule 29, between sets"}}},
        {"tennis.itf_bo3.2026",
         {{"tennis.games", "6", "rule 6"},
          {"tennis.lead", "2", "rule 6"},
          {"tennis.sets_to_win", "2", "rule 7"},
          {"tennis.tiebreak_at", "6", "rule 6"},
          {"tennis.tiebreak_points", "7", "rule 5"},
          {"tennis.no_ad", "false", "option: appendix V"},
          {"tennis.match_tiebreak", "0", "option: appendix V"}}},
        {"tennis.itf_bo5.2026",
         {{"tennis.sets_to_win", "3", "rule 7"}, {"tennis.last_tiebreak_points", "10", "option"}}},
        {"tennis.itf_mtb.2026",
         {{"tennis.no_ad", "true", "appendix V"}, {"tennis.match_tiebreak", "10", "appendix V; option: 7"}}},
        {"tennis.itf_short.2026",
         {{"tennis.games", "4", "appendix V"}, {"tennis.tiebreak_at", "4", "appendix V"}}},
        {"tennis.itf_adv.2026", {{"tennis.tiebreak_at", "0", "rule 6: none"}}}};
}

std::vector<Sheet> handball_football_and_futsal()
{
    const std::vector<Number> handball{
        {"periods.count", "2", "2:1"},
        {"periods.length", "30:00", "2:1"},
        {"periods.half_interval", "10:00", "2:1; option: up to 15"},
        {"periods.overtime", "5:00", "2:2"},
        {"periods.overtimes_max", "4", "2:2: two of two halves"},
        {"periods.before_overtime", "5:00", "2:2"},
        {"periods.within_overtime", "1:00", "2:2"},
        {"timeouts.length", "1:00", "2:10"},
        {"timeouts.signal_at", "0:50", "2:10"},
        {"penalties.length.suspension", "2:00", "16:5"},
        {"penalties.length.disqualification", "2:00", "16:6, 16:8"},
        {"tallies.maximum.yellow card", "3", "16:1: of a team"},
        {"tallies.player_limit.yellow card", "1", "16:1: of a player"},
        {"penalties.player_limit.suspension", "3", "16:6 d"},
        {"penalties.shown_max", "3", "18:2: at least three"},
        {"shootout.rounds", "5", "2:2"},
    };
    return {
        {"handball.ihf.2016", handball},
        {"handball.ihf.2016", {{"timeouts.first_half", "1", "2:10"}, {"timeouts.second_half", "1", "2:10"}}},
        {"handball.ihf_3to.2016", handball},
        {"handball.ihf_3to.2016",
         {{"timeouts.count", "3", "2:10, note"},
          {"timeouts.half_maximum", "2", "2:10, note"},
          {"timeouts.late_maximum", "1", "2:10, note"},
          {"timeouts.late_from", "5:00", "2:10, note"}}},
        {"football.ifab.2026",
         {{"periods.count", "2", "law 7"},
          {"periods.length", "45:00", "law 7"},
          {"periods.half_interval", "15:00", "law 7.2: at most"},
          {"periods.overtime", "15:00", "law 10"},
          {"periods.overtimes_max", "2", "law 10"},
          {"shootout.rounds", "5", "law 10.3"}}},
        {"futsal.fifa.2025",
         {{"periods.count", "2", "law 7"},
          {"periods.length", "20:00", "law 7"},
          {"timeouts.first_half", "1", "law 7.4"},
          {"timeouts.second_half", "1", "law 7.4"},
          {"timeouts.overtime", "0", "law 7.4: none in extra time"},
          {"timeouts.length", "1:00", "law 7.4"},
          {"fouls.bonus_from", "6", "law 13"},
          {"fouls.overtime_with_last", "true", "law 13"},
          {"penalties.length.sending-off", "2:00", "law 3.6"}}}};
}

std::vector<Sheet> hockey_and_water_polo()
{
    return {{"ice_hockey.iihf.2025",
             {{"periods.count", "3", "rule 77"},
              {"periods.length", "20:00", "rule 77"},
              {"periods.interval", "15:00", "rule 77"},
              {"periods.overtime", "5:00", "option: 10:00, 20:00"},
              {"periods.sudden_death", "true", "rule 84"},
              {"shootout.rounds", "5", "rule 84"},
              {"timeouts.count", "1", "rule 87"},
              {"timeouts.length", "0:30", "rule 87"},
              {"penalties.running_max", "2", "rule 26"},
              {"penalties.shown_max", "2", "rule 26"},
              {"penalties.length.minor", "2:00", "rule 16"},
              {"penalties.length.bench minor", "2:00", "rule 17"},
              {"penalties.length.double minor", "2:00", "rule 18: twice"},
              {"penalties.length.major", "5:00", "rule 20"},
              {"penalties.length.misconduct", "10:00", "rule 22"},
              {"penalties.length.match penalty", "5:00", "rule 21"}}},
            {"water_polo.aqua.2025",
             {{"periods.count", "4", "option"},
              {"periods.length", "8:00", "option"},
              {"periods.interval", "2:00", "option"},
              {"periods.half_interval", "5:00", "option"},
              {"shot_clock.full", "0:28", "option"},
              {"shot_clock.short", "0:18", "option"},
              {"penalties.length.exclusion", "0:18", "option"},
              {"penalties.shown_max", "3", "option: up to three"},
              {"timeouts.count", "2", "option"},
              {"timeouts.length", "1:00", "option"},
              {"shootout.rounds", "5", "option"}}},
            {"water_polo.national.2024",
             {{"shot_clock.full", "0:30", "before 2025"},
              {"shot_clock.short", "0:20", "before 2025"},
              {"penalties.length.exclusion", "0:20", "before 2025"}}},
            {"field_hockey.fih.2024",
             {{"periods.count", "4", "5.1"},
              {"periods.length", "15:00", "5.1"},
              {"periods.interval", "2:00", "5.1"},
              {"periods.half_interval", "10:00", "5.1"},
              {"penalties.length.green", "2:00", "14.1"},
              {"penalties.length.yellow", "5:00", "14.1: or more"},
              {"penalties.length.yellow 10", "10:00", "14.1"}}},
            {"floorball.iff.2022",
             {{"periods.count", "3", "201"},
              {"periods.length", "20:00", "201"},
              {"periods.overtime", "10:00", "202"},
              {"penalties.length.minor", "2:00", "605"},
              {"penalties.length.double minor", "2:00", "607: twice"},
              {"penalties.length.bench 5", "5:00", "option: until 2018"},
              {"penalties.length.personal", "10:00", "608"}}},
            {"rink_hockey.ws.2024",
             {{"periods.count", "2", "25 minutes a half"},
              {"periods.length", "25:00", "25 minutes a half"},
              {"fouls.bonus_from", "10", "option"},
              {"penalties.length.blue card", "2:00", "power play"},
              {"penalties.length.red card", "4:00", "power play"}}}};
}

std::vector<Sheet> american_football_baseball_and_derby()
{
    const std::vector<Number> football{
        {"periods.count", "4", "option"},          {"score.increments", "6,1,2,3", "option"},
        {"timeouts.first_half", "3", "option"},    {"timeouts.second_half", "3", "option"},
        {"shot_clock.full", "0:40", "play clock"}, {"shot_clock.short", "0:25", "play clock"},
    };
    return {{"american_football.nfl.2025", football},
            {"american_football.nfl.2025",
             {{"periods.length", "15:00", "option"},
              {"periods.overtime", "10:00", "option"},
              {"periods.warning_at", "2:00", "two-minute warning"}}},
            {"american_football.ncaa.2025", football},
            {"american_football.ncaa.2025", {{"periods.length", "15:00", "option"}}},
            {"american_football.nfhs.2025", football},
            {"american_football.nfhs.2025", {{"periods.length", "12:00", "option"}}},
            {"baseball.mlb.2025",
             {{"periods.count", "9", "7.01"},
              {"innings.balls", "4", "5.05"},
              {"innings.strikes", "3", "5.09"},
              {"innings.outs", "3", "5.09"},
              {"shot_clock.full", "0:30", "between batters"},
              {"shot_clock.short", "0:15", "bases empty"},
              {"shot_clock.more.1", "0:18", "option: with runners"}}},
            {"roller_derby.wftda.2025",
             {{"periods.count", "2", "1.1"},
              {"periods.length", "30:00", "1.1"},
              {"periods.half_interval", "15:00", "1.1"},
              {"jam.length", "2:00", "1.2"},
              {"jam.lineup", "0:30", "1.3"},
              {"timeouts.count", "3", "1.4"},
              {"timeouts.length", "1:00", "1.4"},
              {"penalties.length.penalty", "0:30", "4.2"},
              {"penalties.player_limit.penalty", "7", "4.3"},
              {"tallies.maximum.official review", "2", "1.4: one, and one that is retained"}}}};
}

std::vector<Sheet> the_same_engine()
{
    return {
        {"rugby.union.2026",
         {{"periods.count", "2", "law 5"},
          {"periods.length", "40:00", "law 5"},
          {"score.increments", "5,2,3", "law 8"},
          {"penalties.length.sin bin", "10:00", "law 9"}}},
        {"rugby.sevens.2026",
         {{"periods.length", "7:00", "sevens variation 5"},
          {"penalties.length.sin bin", "2:00", "sevens variation 9"}}},
        {"lacrosse.wl.2025",
         {{"periods.count", "4", "4 x 15:00"},
          {"periods.length", "15:00", "4 x 15:00"},
          {"penalties.length.technical", "0:30", "technical fouls"},
          {"penalties.length.personal 1", "1:00", "personal fouls"},
          {"penalties.length.personal 2", "2:00", "personal fouls"},
          {"penalties.length.personal 3", "3:00", "personal fouls"}}},
        {"netball.wn.2024", {{"periods.count", "4", "4 x 15:00"}, {"periods.length", "15:00", "4 x 15:00"}}},
        {"wrestling.uww.2025",
         {{"periods.count", "2", "two periods"}, {"periods.length", "3:00", "of three minutes"}}},
        {"boxing.rounds3.2025",
         {{"periods.count", "3", "option: 3 to 12"},
          {"periods.length", "3:00", "three minutes"},
          {"periods.interval", "1:00", "one of rest"}}},
        {"boxing.rounds12.2025", {{"periods.count", "12", "option: 3 to 12"}}}};
}

// "2:10, note" → "2:10"; "42 [41]: the fifth" → "42", by the edition of 2024 "41"; "rule 5, II" → itself;
// "two-minute warning" → "", which is no place in a book.
std::string place_of(std::string article, const std::string& ruleset)
{
    for (const char* end : {": ", "; "}) {
        article.resize(std::min(article.find(end), article.size()));
    }
    for (const char* word : {"rule ", "law ", "article ", "appendix ", "sevens variation "}) {
        if (article.rfind(word, 0) == 0) {
            return article;
        }
    }
    const std::size_t bracket = article.find(" [");
    if (bracket != std::string::npos) {
        return ruleset.find(".2024") == std::string::npos
                   ? article.substr(0, bracket)
                   : article.substr(bracket + 2, article.size() - bracket - 3);
    }
    article.resize(std::min(article.find(", "), article.size()));
    return article.find_first_not_of("0123456789.: d") == std::string::npos ? article : "";
}

// The pages of docs/sports name articles line by line: one of the part's must name this one.
bool is_named(const std::string& place, const Ruleset& ruleset, const std::string& part)
{
    for (const sports::Book& book : sports::all_books()) {
        for (const sports::Article& article : book.articles) {
            if (ruleset.id.rfind(book.rulesets, 0) == 0 && article.rule.rfind(part, 0) == 0 &&
                article.place.find(place) != std::string::npos) {
                return true;
            }
        }
    }
    return false;
}

void expect_numbers(const std::vector<Sheet>& sheets)
{
    for (const Sheet& sheet : sheets) {
        const Ruleset* known = find_ruleset(sheet.ruleset);
        ASSERT_NE(known, nullptr) << sheet.ruleset;
        Ruleset ruleset = *known;
        const std::vector<RuleField> fields = rule_fields(ruleset);
        for (const Number& number : sheet.numbers) {
            SCOPED_TRACE(std::string(sheet.ruleset) + " " + number.field + " (" + number.article + ")");
            const auto found = std::find_if(fields.begin(), fields.end(), [&](const RuleField& field) {
                return field.key == number.field;
            });
            if (found == fields.end()) {
                ADD_FAILURE() << "there is no such field";
                continue;
            }
            EXPECT_EQ(text_of(*found), number.value);
            const std::string field = number.field;
            const std::string place = place_of(number.article, sheet.ruleset);
            EXPECT_TRUE(place.empty() || is_named(place, *known, field.substr(0, field.find('.'))))
                << "the sport's books name other articles";
        }
    }
}

TEST(NumbersTest, BasketballIsPlayedByTheNumbersOfFiba)
{
    expect_numbers(basketball_fiba());
}

TEST(NumbersTest, BasketballIsPlayedByTheNumbersOfTheAmericanCodes)
{
    expect_numbers(basketball_in_america());
}

TEST(NumbersTest, SetsAndGamesAreWonByTheNumbersOfTheirRuleBooks)
{
    expect_numbers(sets_and_games());
}

TEST(NumbersTest, HandballFootballAndFutsalArePlayedByTheirNumbers)
{
    expect_numbers(handball_football_and_futsal());
}

TEST(NumbersTest, HockeyAndWaterPoloArePlayedByTheirNumbers)
{
    expect_numbers(hockey_and_water_polo());
}

TEST(NumbersTest, AmericanFootballBaseballAndRollerDerbyArePlayedByTheirNumbers)
{
    expect_numbers(american_football_baseball_and_derby());
}

TEST(NumbersTest, WhateverElseTheSameEnginePlaysHasItsNumbers)
{
    expect_numbers(the_same_engine());
}

} // namespace
} // namespace scoreboard::match
