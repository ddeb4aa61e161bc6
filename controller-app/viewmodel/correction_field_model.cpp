#include "viewmodel/correction_field_model.h"

#include <algorithm>
#include <utility>

namespace scoreboard::viewmodel {

int CorrectionFieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(fields_.size());
}

QVariant CorrectionFieldModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) {
        return {};
    }
    const CorrectionField& field = fields_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return field.title;
    case OptionsRole:
        return field.options;
    case ChosenRole:
        return field.chosen;
    case TypedRole:
        return field.typed;
    case TextRole:
        return field.text;
    default:
        return {};
    }
}

QHash<int, QByteArray> CorrectionFieldModel::roleNames() const
{
    return {{TitleRole, "title"},
            {OptionsRole, "options"},
            {ChosenRole, "chosen"},
            {TypedRole, "typed"},
            {TextRole, "text"}};
}

void CorrectionFieldModel::show(std::vector<CorrectionField> fields)
{
    const bool same = std::equal(fields.begin(), fields.end(), fields_.begin(), fields_.end(),
                                 [](const CorrectionField& one, const CorrectionField& other) {
                                     return one.title == other.title && one.options == other.options;
                                 });
    if (!same) {
        beginResetModel();
        fields_ = std::move(fields);
        endResetModel();
        return;
    }
    fields_ = std::move(fields);
    if (!fields_.empty()) {
        emit dataChanged(index(0), index(rowCount() - 1), {ChosenRole, TextRole});
    }
}

} // namespace scoreboard::viewmodel
