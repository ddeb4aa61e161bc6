#include "viewmodel/key_state.h"

#include <gtest/gtest.h>

namespace scoreboard::viewmodel {
namespace {

using client::Level;
using std::chrono::milliseconds;
using std::chrono::seconds;

match::TabletTime at(match::Duration since)
{
    return match::TabletTime(seconds(100) + since);
}

client::TapView tap(Level level)
{
    client::TapView made;
    made.seq = 41;
    made.level = level;
    made.tapped = at(seconds(0));
    made.changed = at(milliseconds(20));
    return made;
}

TEST(KeyStateTest, TellsEachLevelByTheSameWord)
{
    const struct {
        Level level;
        const char* word;
    } rows[] = {{Level::kSaved, "saved"},
                {Level::kRecorded, "recorded"},
                {Level::kShown, "shown"},
                {Level::kRefused, "refused"}};
    for (const auto& row : rows) {
        KeyState key;
        const client::TapView newest = tap(row.level);

        key.follow(&newest, at(milliseconds(30)));

        EXPECT_EQ(key.level().toStdString(), row.word);
        EXPECT_EQ(key.tap(), 41);
    }
}

TEST(KeyStateTest, LetsAShownTapGo)
{
    KeyState key;
    const client::TapView newest = tap(Level::kShown);

    key.follow(&newest, newest.changed + KeyState::kShownFor);

    EXPECT_EQ(key.level(), QString());
}

TEST(KeyStateTest, KeepsASavedTapForAsLongAsItWaits)
{
    KeyState key;
    const client::TapView newest = tap(Level::kSaved);

    key.follow(&newest, at(std::chrono::hours(2)));

    EXPECT_EQ(key.level(), QStringLiteral("saved"));
}

TEST(KeyStateTest, ShowsAFreshRefusalForFourSeconds)
{
    KeyState key;
    client::TapView newest = tap(Level::kRefused);
    newest.reason = "no time-out left";

    key.follow(&newest, newest.changed + milliseconds(3999));
    EXPECT_EQ(key.level(), QStringLiteral("refused"));
    EXPECT_EQ(key.reason(), QStringLiteral("no time-out left"));

    key.follow(&newest, newest.changed + milliseconds(4000));
    EXPECT_EQ(key.level(), QString());
}

TEST(KeyStateTest, KeepsALateRefusalUntilItHasBeenRead)
{
    KeyState key;
    client::TapView newest = tap(Level::kRefused);
    newest.changed = newest.tapped + seconds(12);

    key.follow(&newest, newest.changed + std::chrono::minutes(10));
    EXPECT_EQ(key.level(), QStringLiteral("refused"));

    newest.dismissed = true;
    key.follow(&newest, newest.changed + std::chrono::minutes(10));
    EXPECT_EQ(key.level(), QString());
}

} // namespace
} // namespace scoreboard::viewmodel
