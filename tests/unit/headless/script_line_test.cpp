#include "headless/script_line.h"

#include <gtest/gtest.h>

namespace scoreboard::headless {
namespace {

using namespace std::chrono_literals;
using match::ClockId;
using match::Side;

TEST(ScriptLineTest, ReadsEveryKindOfLine)
{
    struct Row {
        const char* line;
        match::Command command;
    };
    const Row rows[] = {
        {R"({"cmd":"add","side":"home","value":2})", match::AddScore{Side::kHome, 2}},
        {R"({"cmd":"add","side":"guest","value":-1})", match::AddScore{Side::kGuest, -1}},
        {R"({"cmd":"add home 3"})", match::AddScore{Side::kHome, 3}},
        {R"({"cmd":"set","side":"guest","value":40})", match::SetScore{Side::kGuest, 40, std::nullopt}},
        {R"({"cmd":"foul","side":"guest"})", match::AddFoul{Side::kGuest, 1}},
        {R"({"cmd":"timeout","side":"home"})", match::StartTimeout{Side::kHome}},
        {R"({"cmd":"possession","side":"home"})", match::SetPossession{Side::kHome, std::nullopt}},
        {R"({"cmd":"clock","do":"start"})", match::StartClock{ClockId::kGame}},
        {R"({"cmd":"clock","do":"stop"})", match::StopClock{ClockId::kGame}},
        {R"({"cmd":"clock","set":"7:42.0"})", match::SetClock{ClockId::kGame, 7min + 42s}},
        {R"({"cmd":"shot","value":"24"})", match::ResetShotClock{24s}},
        {R"({"cmd":"shot","value":14})", match::ResetShotClock{14s}},
        {R"({"cmd":"shot","value":"blank"})", match::BlankShotClock{}},
        {R"({"cmd":"horn"})", match::SoundHorn{}},
        {R"({"cmd":"period"})", match::NextPeriod{}},
    };
    for (const Row& row : rows) {
        const auto step = parse_script_line(row.line);

        ASSERT_TRUE(step.has_value()) << row.line << ": " << step.error().what;
        EXPECT_EQ(std::get<match::Command>(step->tap), row.command) << row.line;
        EXPECT_FALSE(step->at) << row.line;
    }
    EXPECT_TRUE(std::holds_alternative<UndoKey>(parse_script_line(R"({"cmd":"undo"})")->tap));
    EXPECT_TRUE(std::holds_alternative<RedoKey>(parse_script_line(R"({"cmd":"redo"})")->tap));
    EXPECT_TRUE(
        std::holds_alternative<AcceptKey>(parse_script_line(R"({"cmd":"clock","do":"accept"})")->tap));
}

TEST(ScriptLineTest, ReadsWhenTheTapIs)
{
    EXPECT_EQ(parse_script_line(R"({"cmd":"horn","at_ms":1500})")->at, 1500ms);
    EXPECT_EQ(parse_script_line(R"({"cmd":"horn","at_ms":0.5})")->at, 500us);
    EXPECT_TRUE(parse_script_line(R"({"cmd":"horn","at_ms":-1})").has_error());
    EXPECT_TRUE(parse_script_line(R"({"cmd":"horn","at_ms":"soon"})").has_error());
    EXPECT_TRUE(parse_script_line(R"({"cmd":"horn","at_ms":1e300})").has_error());
}

TEST(ScriptLineTest, SaysWhatItDidNotUnderstand)
{
    for (const char* line :
         {"horn", "[]", "{}", R"({"cmd":7})", R"({"cmd":"add"})", R"({"cmd":"shot","value":-3})",
          R"({"cmd":"add","side":"home","value":1.5})", R"({"cmd":"add","side":"home","value":2)",
          R"({"cmd":"clock"})", R"({"cmd":"clock","set":"soon"})"}) {
        const auto step = parse_script_line(line);

        ASSERT_TRUE(step.has_error()) << line;
        EXPECT_FALSE(step.error().what.empty()) << line;
    }
}

TEST(ScriptLineTest, WritesWhatBecameOfACommand)
{
    const match::TabletTime began{100s};

    EXPECT_EQ(level_line({41, client::Level::kSaved, 0, "", began + 1500ms}, began),
              R"({"seq":41,"level":"saved","t_ms":1500.0})");
    EXPECT_EQ(level_line({41, client::Level::kRecorded, 907, "", began + 1502300us}, began),
              R"({"seq":41,"level":"recorded","rev":907,"t_ms":1502.3})");
    EXPECT_EQ(level_line({42, client::Level::kRefused, 908, "below \"0\"", began}, began),
              R"({"seq":42,"level":"refused","rev":908,"t_ms":0.0,"reason":"below \"0\""})");
}

} // namespace
} // namespace scoreboard::headless
