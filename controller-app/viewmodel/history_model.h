#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

#include "client/client_view.h"

namespace scoreboard::viewmodel {

class CommandPort;

// The rows of the history screen, newest first.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        WhoRole,
        WhenRole,
        LevelRole,
        ReasonRole,
        CountsAsRole,
        VoidedRole,
        IneffectiveRole,
        CanUndoRole,
        CanRedoRole,
    };

    HistoryModel(CommandPort& port, QObject* parent);

    int count() const { return static_cast<int>(rows_.size()); }
    int rowCount(const QModelIndex& parent = QModelIndex()) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    // Takes the entry at `row` back, or lets it count again. A row that cannot is left alone.
    Q_INVOKABLE void undo(int row, double tapTime);
    Q_INVOKABLE void redo(int row, double tapTime);

    const client::HistoryRow* at(int row) const; // null: there is none
    void show(const std::vector<client::HistoryRow>& rows);

signals:
    void countChanged();

private:
    CommandPort& port_;
    std::vector<client::HistoryRow> rows_;
};

} // namespace scoreboard::viewmodel
