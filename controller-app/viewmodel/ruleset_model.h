#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "session/messages.h"

namespace scoreboard::viewmodel {

// The rules that a match can be played by: those of the venue, then sport by sport in the order of the
// alphabet.
class RulesetModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")

public:
    enum Role { RulesRole = Qt::UserRole, SportRole, NameRole, SourceRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const std::vector<session::VenueRuleset>& own);

private:
    std::vector<session::VenueRuleset> own_;
};

} // namespace scoreboard::viewmodel
