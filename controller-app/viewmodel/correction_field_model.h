#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

#include "viewmodel/correction_fields.h"

namespace scoreboard::viewmodel {

// What a person may put right in an entry, a row each.
class CorrectionFieldModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CorrectionViewModel owns it")

public:
    enum Role { TitleRole = Qt::UserRole + 1, OptionsRole, ChosenRole, TypedRole, TextRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    // Fields of the same kind change in place: the key that a finger rests on stays.
    void show(std::vector<CorrectionField> fields);
    const std::vector<CorrectionField>& fields() const { return fields_; }

private:
    std::vector<CorrectionField> fields_;
};

} // namespace scoreboard::viewmodel
