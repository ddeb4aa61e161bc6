#include "viewmodel/left_match_model.h"

#include <QDateTime>
#include <algorithm>

#include "match/match_name.h"
#include "match/ruleset.h"

namespace scoreboard::viewmodel {

namespace {

QString rules_of(const std::string& id)
{
    const match::Ruleset* ruleset = match::find_ruleset(id);
    return QString::fromStdString(ruleset != nullptr ? ruleset->name : id);
}

// "19:03" of today, else "24.11. 19:03" as the place writes a date.
QString time_of(std::int64_t wall_ms)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(wall_ms);
    const QString time = at.toString(QStringLiteral("HH:mm"));
    return at.date() == QDate::currentDate()
               ? time
               : QLocale().toString(at.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

int LeftMatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(left_.size());
}

QVariant LeftMatchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const session::LeftMatch& match = left_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case MatchRole:
        return QString::fromStdString(match::match_name(match.match));
    case NameRole:
        return tr("%1 %2 : %3 %4")
            .arg(QString::fromStdString(match.home_name))
            .arg(match.home)
            .arg(match.guest)
            .arg(QString::fromStdString(match.guest_name));
    case SourceRole:
        return tr("%1, left at %2, %3")
            .arg(rules_of(match.ruleset), QString::fromStdString(match.period_text), time_of(match.left_ms));
    default:
        return {};
    }
}

QHash<int, QByteArray> LeftMatchModel::roleNames() const
{
    return {{MatchRole, "match"}, {NameRole, "name"}, {SourceRole, "source"}};
}

void LeftMatchModel::show(const std::vector<session::LeftMatch>& left)
{
    if (left != left_) {
        beginResetModel();
        left_ = left;
        endResetModel();
    }
}

std::optional<match::CommandId> LeftMatchModel::find(const QString& match) const
{
    const auto found = std::find_if(left_.begin(), left_.end(), [&match](const session::LeftMatch& left) {
        return QString::fromStdString(match::match_name(left.match)) == match;
    });
    return found == left_.end() ? std::nullopt : std::optional(found->match);
}

} // namespace scoreboard::viewmodel
