#include "viewmodel/correction_fields.h"

#include <gtest/gtest.h>

namespace scoreboard::viewmodel {
namespace {

using match::Correction;
using match::Side;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::vector<CorrectionField> fields_of(const Correction& entry, const std::string& rules)
{
    match::MatchState state;
    state.home.name = "LIONS";
    return correction_fields(entry, *match::find_ruleset(rules), state);
}

// A line a field: "Team: [LIONS] GUEST", "Player: 7".
std::string lines_of(const Correction& entry, const std::string& rules)
{
    std::string lines;
    for (const CorrectionField& field : fields_of(entry, rules)) {
        lines += field.title.toStdString() + ":";
        for (int i = 0; i < field.options.size(); ++i) {
            const std::string option = field.options[i].toStdString();
            lines += i == field.chosen ? " [" + option + "]" : " " + option;
        }
        lines += (field.typed ? " " + field.text.toStdString() : "") + "\n";
    }
    return lines;
}

TEST(CorrectionFieldsTest, AnEntryHasTheFieldsOfItsKindAndItsRules)
{
    struct Row {
        Correction entry;
        const char* rules;
        const char* fields;
    };
    const Row rows[] = {
        {match::AddScore{Side::kHome, 2, 7}, "basketball.fiba.2026",
         "Team: [LIONS] GUEST\nPoints: +1 [+2] +3\nPlayer: 7\n"},
        {match::AddScore{Side::kGuest, -1}, "ice_hockey.iihf.2025", "Team: LIONS [GUEST]\nPlayer: \n"},
        {match::SetScore{Side::kHome, 54, {}}, "basketball.fiba.2026", "Team: [LIONS] GUEST\nScore: 54\n"},
        {match::AddFoul{Side::kGuest}, "basketball.fiba.2026", "Team: LIONS [GUEST]\nPlayer: \n"},
        {match::StartTimeout{Side::kGuest}, "basketball.fiba.2026", "Team: LIONS [GUEST]\n"},
        {match::SetClock{match::ClockId::kGame, seconds(462)}, "basketball.fiba.2026", "Clock: 7:42.0\n"},
        {match::SetClock{match::ClockId::kShot, seconds(14)}, "basketball.fiba.2026", "Shot clock: 14.0\n"},
        {match::ResetShotClock{seconds(14)}, "basketball.fiba.2026", "Seconds: 24 [14]\n"},
        {match::AddTally{Side::kHome, 1, 1}, "baseball.mlb.2025",
         "Team: [LIONS] GUEST\nWhat: HIT [ERROR] LEFT ON BASE\nPlayer: \n"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(lines_of(row.entry, row.rules), row.fields)
            << match::describe(match::as_command(row.entry));
    }
}

TEST(CorrectionFieldsTest, ATimeOutIsOfAKindWhereTheRulesKnowSeveral)
{
    match::Ruleset rules = *match::find_ruleset("basketball.fiba.2026");
    rules.timeouts->more = {{"short", seconds(30), seconds(20), 2, 0}};

    const auto fields = correction_fields(match::StartTimeout{Side::kHome, 1}, rules, match::MatchState());

    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[1].options, (QStringList{"TIME-OUT", "SHORT"}));
    EXPECT_EQ(fields[1].chosen, 1);
    EXPECT_EQ(fields[1].become[0], Correction(match::StartTimeout{Side::kHome, 0}));
}

TEST(CorrectionFieldsTest, EachOptionChangesItsOwnPartOnly)
{
    const auto fields = fields_of(match::AddScore{Side::kHome, 2, 7}, "basketball.fiba.2026");

    EXPECT_EQ(fields[0].become[1], Correction(match::AddScore{Side::kGuest, 2, 7}));
    EXPECT_EQ(fields[1].become[2], Correction(match::AddScore{Side::kHome, 3, 7}));
}

TEST(CorrectionFieldsTest, TheOtherSidesScoreIsSetWhateverItHasBeen)
{
    const match::SetScore set{Side::kHome, 54, match::CommandId{{}, 9}};
    const auto fields = fields_of(set, "basketball.fiba.2026");

    EXPECT_EQ(fields[0].become[1], Correction(match::SetScore{Side::kGuest, 54, std::nullopt}));
}

TEST(CorrectionFieldsTest, DigitsAreAValueOrNone)
{
    const Correction clock = match::SetClock{match::ClockId::kGame, seconds(1)};
    const Correction shot = match::SetClock{match::ClockId::kShot, seconds(14)};
    const Correction foul = match::AddFoul{Side::kHome, 1, 4};

    EXPECT_EQ(with_digits(clock, "7425"),
              Correction(match::SetClock{match::ClockId::kGame, milliseconds(462'500)}));
    EXPECT_EQ(with_digits(clock, "5"), Correction(match::SetClock{match::ClockId::kGame, milliseconds(500)}));
    EXPECT_EQ(with_digits(clock, "0750"), std::nullopt) << "75 seconds";
    EXPECT_EQ(shown_digits(clock, "7425").toStdString(), "7:42.5");
    EXPECT_EQ(with_digits(shot, "143"),
              Correction(match::SetClock{match::ClockId::kShot, milliseconds(14'300)}));
    EXPECT_EQ(shown_digits(shot, "143").toStdString(), "14.3");
    EXPECT_EQ(shown_digits(shot, "3").toStdString(), "0.3");
    EXPECT_EQ(digits_at_most(shot), 3);
    EXPECT_EQ(with_digits(foul, "12"), Correction(match::AddFoul{Side::kHome, 1, 12}));
    EXPECT_EQ(with_digits(foul, ""), Correction(match::AddFoul{Side::kHome, 1, std::nullopt}));
    EXPECT_EQ(with_digits(match::SetScore{Side::kHome, 54, {}}, ""), std::nullopt);
    EXPECT_EQ(digits_at_most(match::StartTimeout{Side::kHome}), 0);
}

} // namespace
} // namespace scoreboard::viewmodel
