#include "viewmodel/history_model.h"

#include <algorithm>

#include "viewmodel/command_port.h"
#include "viewmodel/key_state.h"
#include "viewmodel/tap_time.h"

namespace scoreboard::viewmodel {

namespace {

bool same(const client::HistoryRow& a, const client::HistoryRow& b)
{
    return a.id == b.id && a.rev == b.rev && a.label == b.label && a.who == b.who && a.when == b.when &&
           a.level == b.level && a.reason == b.reason && a.counts_as == b.counts_as && a.voided == b.voided &&
           a.ineffective == b.ineffective && a.can_undo == b.can_undo && a.can_redo == b.can_redo &&
           a.redo_id == b.redo_id && a.counts == b.counts && a.can_add_after == b.can_add_after;
}

} // namespace

HistoryModel::HistoryModel(CommandPort& port, QObject* parent) : QAbstractListModel(parent), port_(port) {}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const client::HistoryRow* row = at(index.row());
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return QString::fromStdString(row->label);
    case WhoRole:
        return QString::fromStdString(row->who);
    case WhenRole:
        return QString::fromStdString(row->when);
    case LevelRole:
        return level_word(row->level);
    case ReasonRole:
        return QString::fromStdString(row->reason);
    case CountsAsRole:
        return QString::fromStdString(row->counts_as);
    case VoidedRole:
        return row->voided;
    case IneffectiveRole:
        return row->ineffective;
    case CanUndoRole:
        return row->can_undo;
    case CanRedoRole:
        return row->can_redo && row->redo_id.has_value();
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{LabelRole, "label"},       {WhoRole, "who"},
            {WhenRole, "when"},         {LevelRole, "level"},
            {ReasonRole, "reason"},     {VoidedRole, "voided"},
            {CountsAsRole, "countsAs"}, {CanUndoRole, "canUndo"},
            {CanRedoRole, "canRedo"},   {IneffectiveRole, "ineffective"}};
}

void HistoryModel::undo(int row, double tapTime)
{
    const client::HistoryRow* entry = at(row);
    if (entry != nullptr && entry->can_undo) {
        port_.undo(entry->id, to_tablet_time(tapTime));
    }
}

void HistoryModel::redo(int row, double tapTime)
{
    const client::HistoryRow* entry = at(row);
    if (entry != nullptr && entry->can_redo && entry->redo_id) {
        port_.redo(*entry->redo_id, to_tablet_time(tapTime));
    }
}

// New rows come at the front and old ones change in place: what a finger rests on does not move away beneath
// it by a reset of the whole list.
void HistoryModel::show(const std::vector<client::HistoryRow>& rows)
{
    const std::size_t old_count = rows_.size();
    std::size_t fresh = 0;
    if (!rows_.empty()) {
        const auto first = std::find_if(rows.begin(), rows.end(), [this](const client::HistoryRow& row) {
            return row.id == rows_.front().id;
        });
        fresh = static_cast<std::size_t>(first - rows.begin());
    }
    const bool continues =
        !rows_.empty() && fresh < rows.size() && rows.size() - fresh <= rows_.size() &&
        std::equal(rows.begin() + static_cast<std::ptrdiff_t>(fresh), rows.end(), rows_.begin(),
                   [](const client::HistoryRow& a, const client::HistoryRow& b) { return a.id == b.id; });
    if (!continues) {
        beginResetModel();
        rows_ = rows;
        endResetModel();
    } else {
        if (fresh > 0) {
            beginInsertRows(QModelIndex(), 0, static_cast<int>(fresh) - 1);
            rows_.insert(rows_.begin(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(fresh));
            endInsertRows();
        }
        if (rows_.size() > rows.size()) {
            beginRemoveRows(QModelIndex(), static_cast<int>(rows.size()), count() - 1);
            rows_.resize(rows.size());
            endRemoveRows();
        }
        for (std::size_t i = fresh; i < rows.size(); ++i) {
            if (!same(rows[i], rows_[i])) {
                rows_[i] = rows[i];
                const QModelIndex changed = index(static_cast<int>(i));
                emit dataChanged(changed, changed);
            }
        }
    }
    if (rows_.size() != old_count) {
        emit countChanged();
    }
}

const client::HistoryRow* HistoryModel::at(int row) const
{
    return row >= 0 && row < count() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

} // namespace scoreboard::viewmodel
