#include "viewmodel/ruleset_model.h"

#include <algorithm>
#include <vector>

#include "match/ruleset.h"

namespace scoreboard::viewmodel {

namespace {

// Within a sport the table's own order stays: it begins with what is played most.
std::vector<const match::Ruleset*> by_sport()
{
    std::vector<const match::Ruleset*> sorted;
    for (const match::Ruleset& ruleset : match::all_rulesets()) {
        sorted.push_back(&ruleset);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const match::Ruleset* a, const match::Ruleset* b) { return a->sport < b->sport; });
    return sorted;
}

const std::vector<const match::Ruleset*>& rows()
{
    static const std::vector<const match::Ruleset*> kRows = by_sport();
    return kRows;
}

// "field_hockey" → "FIELD HOCKEY"
QString heading(const std::string& sport)
{
    return QString::fromStdString(sport).replace(u'_', u' ').toUpper();
}

QVariant data_of(const session::VenueRuleset& ruleset, int role)
{
    switch (role) {
    case RulesetModel::RulesRole:
        return QString::fromStdString(ruleset.id);
    case RulesetModel::SportRole:
        return RulesetModel::tr("THIS VENUE");
    case RulesetModel::NameRole:
        return QString::fromStdString(ruleset.name);
    case RulesetModel::SourceRole:
        return QString::fromStdString(ruleset.id);
    default:
        return {};
    }
}

} // namespace

int RulesetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(own_.size() + rows().size());
}

QVariant RulesetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (row < own_.size()) {
        return data_of(own_[row], role);
    }
    const match::Ruleset& ruleset = *rows()[row - own_.size()];
    switch (role) {
    case RulesRole:
        return QString::fromStdString(ruleset.id);
    case SportRole:
        return heading(ruleset.sport);
    case NameRole:
        return QString::fromStdString(ruleset.name);
    case SourceRole:
        return QString::fromStdString(ruleset.source);
    default:
        return {};
    }
}

void RulesetModel::show(const std::vector<session::VenueRuleset>& own)
{
    if (own != own_) {
        beginResetModel();
        own_ = own;
        endResetModel();
    }
}

QHash<int, QByteArray> RulesetModel::roleNames() const
{
    return {{RulesRole, "rules"}, {SportRole, "sport"}, {NameRole, "name"}, {SourceRole, "source"}};
}

} // namespace scoreboard::viewmodel
