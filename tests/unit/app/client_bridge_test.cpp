#include "client_bridge.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include "journal/sqlite_journal.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::app {
namespace {

// Goal: a tap goes from the screens to the journal and comes back to its key, with every real part but the
// board.
class ClientBridgeTest : public testing::Test {
protected:
    ~ClientBridgeTest() override { bridge.stop(); }

    void start()
    {
        auto opened =
            journal::SqliteJournal::open(folder.filePath(QStringLiteral("journal.sqlite")).toStdString());
        ASSERT_TRUE(opened.has_value()) << opened.error();
        bridge.start({}, std::move(*opened), screens);
    }

    double now() const { return viewmodel::to_tap_time(link::tablet_now()); }

    // Lets the screens' events run until the key shows `level`, at most 10 s.
    bool comes_to(viewmodel::KeyState* key, const QString& level)
    {
        QEventLoop loop;
        QTimer::singleShot(10'000, &loop, [&loop] { loop.exit(1); });
        const auto check = [key, level, &loop] {
            if (key->level() == level) {
                loop.exit(0);
            }
        };
        QObject::connect(key, &viewmodel::KeyState::changed, &loop, check);
        QTimer::singleShot(0, &loop, check);
        return loop.exec() == 0;
    }

    // … or until what the card shows makes `is_so` true.
    template <class Condition>
    bool comes_true(viewmodel::CorrectionViewModel& correction, Condition is_so)
    {
        QEventLoop loop;
        QTimer::singleShot(10'000, &loop, [&loop] { loop.exit(1); });
        const auto check = [&] {
            if (is_so()) {
                loop.exit(0);
            }
        };
        QObject::connect(&correction, &viewmodel::CorrectionViewModel::changed, &loop, check);
        QTimer::singleShot(0, &loop, check);
        return loop.exec() == 0;
    }

    int argc = 1;
    char name[5] = "test";
    char* argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
    QTemporaryDir folder;
    ClientBridge bridge;
    viewmodel::ControllerViewModel screens{bridge, link::tablet_now,
                                           folder.filePath(QStringLiteral("preferences.ini"))};
};

TEST_F(ClientBridgeTest, ATapWithoutABoardIsSavedAndSaysSo)
{
    start();

    screens.match()->addPoints(viewmodel::MatchViewModel::Home, 2, now());

    EXPECT_TRUE(comes_to(screens.match()->key(QStringLiteral("add home 2")), QStringLiteral("saved")));
    EXPECT_EQ(screens.strip()->state(), QStringLiteral("offline"));
}

TEST_F(ClientBridgeTest, ASavedTapIsThereAfterTheAppWasStartedAgain)
{
    start();
    screens.match()->addPoints(viewmodel::MatchViewModel::Guest, 3, now());
    ASSERT_TRUE(comes_to(screens.match()->key(QStringLiteral("add guest 3")), QStringLiteral("saved")));
    bridge.stop();

    start();

    EXPECT_TRUE(comes_to(screens.match()->key(QStringLiteral("score guest")), QStringLiteral("saved")));
}

TEST_F(ClientBridgeTest, AnEntryIsPutRightWithoutABoardOnceItsEffectIsThere)
{
    start();
    screens.match()->addPoints(viewmodel::MatchViewModel::Home, 2, now());
    ASSERT_TRUE(comes_to(screens.match()->key(QStringLiteral("add home 2")), QStringLiteral("saved")));
    viewmodel::CorrectionViewModel& correction = *screens.correction();
    screens.correct(0);
    correction.take(QStringLiteral("undo"));
    EXPECT_FALSE(correction.ready());
    ASSERT_TRUE(comes_true(correction, [&correction] { return correction.ready(); }));

    correction.confirm(now());

    viewmodel::MatchViewModel& match = *screens.match();
    EXPECT_TRUE(comes_to(match.key(QStringLiteral("undo")), QStringLiteral("saved")));
    EXPECT_EQ(match.home()->scoreText(), QStringLiteral("0"));
}

TEST_F(ClientBridgeTest, WithoutAJournalATapGoesNowhere)
{
    screens.match()->addPoints(viewmodel::MatchViewModel::Home, 1, now());
    screens.match()->undo(now());

    EXPECT_EQ(screens.match()->key(QStringLiteral("add home 1"))->level(), QString());
}

} // namespace
} // namespace scoreboard::app
