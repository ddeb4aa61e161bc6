#include "viewmodel/preferences.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace scoreboard::viewmodel {
namespace {

TEST(PreferencesTest, RemembersTheNewestBoardsFirstAndEachOnce)
{
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("p.ini")));

    for (const char* url : {"tcp://a:1", "tcp://b:1", "tcp://a:1"}) {
        preferences.remember_board(QString::fromUtf8(url));
    }

    EXPECT_EQ(preferences.recentBoards(),
              QStringList({QStringLiteral("tcp://a:1"), QStringLiteral("tcp://b:1")}));
}

TEST(PreferencesTest, ForgetsTheOldestBoardBeyondItsLimit)
{
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("p.ini")));

    for (int i = 0; i <= Preferences::kRecentMax; ++i) {
        preferences.remember_board(QStringLiteral("tcp://board-%1:7410").arg(i));
    }

    EXPECT_EQ(preferences.recentBoards().size(), Preferences::kRecentMax);
    EXPECT_FALSE(preferences.recentBoards().contains(QStringLiteral("tcp://board-0:7410")));
}

TEST(PreferencesTest, SurvivesTheEndOfTheApp)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.ini"));
    {
        Preferences preferences(path);
        preferences.setBright(true);
        preferences.setHomeOnRight(true);
    }

    const Preferences again(path);

    EXPECT_TRUE(again.bright());
    EXPECT_TRUE(again.homeOnRight());
}

} // namespace
} // namespace scoreboard::viewmodel
