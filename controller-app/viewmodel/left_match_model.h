#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <vector>

#include "session/messages.h"

namespace scoreboard::viewmodel {

// The matches that the board can go on with, newest first.
class LeftMatchModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")

public:
    // MatchRole names one to ControllerViewModel::resumeMatch.
    enum Role { MatchRole = Qt::UserRole, NameRole, SourceRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const std::vector<session::LeftMatch>& left);
    std::optional<match::CommandId> find(const QString& match) const;

private:
    std::vector<session::LeftMatch> left_;
};

} // namespace scoreboard::viewmodel
