#include "viewmodel/history_model.h"

#include <gtest/gtest.h>

#include "recording_port.h"

namespace scoreboard::viewmodel {
namespace {

client::HistoryRow row(match::Seq seq, client::Level level = client::Level::kShown)
{
    client::HistoryRow made;
    made.id.seq = seq;
    made.label = "+2 HOME";
    made.level = level;
    made.can_undo = true;
    return made;
}

struct Counter {
    explicit Counter(HistoryModel& model)
    {
        QObject::connect(&model, &QAbstractItemModel::modelReset, [this] { ++resets; });
        QObject::connect(&model, &QAbstractItemModel::rowsInserted,
                         [this](const QModelIndex&, int first, int last) { inserted += last - first + 1; });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved,
                         [this](const QModelIndex&, int first, int last) { removed += last - first + 1; });
        QObject::connect(&model, &QAbstractItemModel::dataChanged, [this] { ++changed; });
    }
    int resets = 0;
    int inserted = 0;
    int removed = 0;
    int changed = 0;
};

TEST(HistoryModelTest, PutsNewRowsInFrontWithoutTouchingTheOthers)
{
    RecordingPort port;
    HistoryModel model(port, nullptr);
    model.show({row(2), row(1)});
    const Counter counter(model);

    model.show({row(4), row(3), row(2), row(1)});

    EXPECT_EQ(model.count(), 4);
    EXPECT_EQ(counter.inserted, 2);
    EXPECT_EQ(counter.resets + counter.removed + counter.changed, 0);
}

TEST(HistoryModelTest, ChangesARowInItsPlace)
{
    RecordingPort port;
    HistoryModel model(port, nullptr);
    model.show({row(2, client::Level::kSaved), row(1)});
    const Counter counter(model);

    model.show({row(2, client::Level::kRecorded), row(1)});

    EXPECT_EQ(counter.changed, 1);
    EXPECT_EQ(counter.resets + counter.inserted + counter.removed, 0);
    EXPECT_EQ(model.data(model.index(0), HistoryModel::LevelRole).toString(), QStringLiteral("recorded"));
}

TEST(HistoryModelTest, DropsTheOldestWhenTheViewIsFull)
{
    RecordingPort port;
    HistoryModel model(port, nullptr);
    model.show({row(3), row(2), row(1)});
    const Counter counter(model);

    model.show({row(4), row(3), row(2)});

    EXPECT_EQ(model.count(), 3);
    EXPECT_EQ(counter.inserted, 1);
    EXPECT_EQ(counter.removed, 1);
    EXPECT_EQ(counter.resets, 0);
}

TEST(HistoryModelTest, BeginsAnewForAnotherMatch)
{
    RecordingPort port;
    HistoryModel model(port, nullptr);
    model.show({row(3), row(2)});
    const Counter counter(model);

    model.show({row(9)});

    EXPECT_EQ(model.count(), 1);
    EXPECT_EQ(counter.resets, 1);
}

TEST(HistoryModelTest, UndoesTheRowThatWasTapped)
{
    RecordingPort port;
    HistoryModel model(port, nullptr);
    model.show({row(5), row(4)});

    model.undo(1, 1000.0);
    model.undo(7, 1000.0);
    model.redo(0, 1000.0);

    EXPECT_EQ(port.asked, std::vector<std::string>{"undo 4"});
}

} // namespace
} // namespace scoreboard::viewmodel
