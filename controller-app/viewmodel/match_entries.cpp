// What MatchViewModel takes in numbers: fields that no list of keys could name.

#include "viewmodel/match_view_model.h"

namespace scoreboard::viewmodel {

namespace {

const QString kHome = QStringLiteral("set home");
const QString kGuest = QStringLiteral("set guest");
const QString kBatter = QStringLiteral("batter");
const QString kDown = QStringLiteral("down");

} // namespace

QStringList MatchViewModel::entries() const
{
    QStringList entries;
    if (rules().score && !rules().rally && !rules().tennis) { // there it is counted from points
        entries << kHome << kGuest;
    }
    if (rules().innings) {
        entries << kBatter;
    }
    if (rules().downs) {
        entries << kDown;
    }
    return entries;
}

QString MatchViewModel::entryLabel(const QString& entry) const
{
    if (entry == kBatter) {
        return tr("BATTER");
    }
    if (entry == kDown) {
        return tr("DOWN");
    }
    return tr("SCORE %1").arg(entry == kHome ? home_.name() : guest_.name());
}

QStringList MatchViewModel::entryFields(const QString& entry) const
{
    if (entry == kDown) {
        return {tr("Down"), tr("Yards to go"), tr("Ball on")};
    }
    return {entry == kBatter ? tr("Number") : tr("Score")};
}

QStringList MatchViewModel::entryNow(const QString& entry) const
{
    if (entry == kDown) {
        const match::Downs downs = line_.downs ? line_.downs->downs : match::Downs{};
        return {QString::number(downs.down), QString::number(downs.to_go), QString::number(downs.ball_on)};
    }
    if (entry == kBatter) {
        return {QString::number(line_.count ? line_.count->batter : 0)};
    }
    return {QString::number(entry == kHome ? line_.home.score : line_.guest.score)};
}

bool MatchViewModel::enter(const QString& entry, const QStringList& numbers, double tapTime)
{
    QList<int> values;
    for (const QString& number : numbers) {
        bool whole = false;
        values.append(number.toInt(&whole));
        if (!whole) {
            return false;
        }
    }
    if (values.size() != entryFields(entry).size() || !entries().contains(entry)) {
        return false;
    }
    if (entry == kDown) {
        issue(match::SetDowns{{values[0], values[1], values[2]}}, tapTime);
    } else if (entry == kBatter) {
        issue(match::SetBatter{values[0]}, tapTime);
    } else {
        const match::Side side = entry == kHome ? match::Side::kHome : match::Side::kGuest;
        issue(match::SetScore{side, values[0], std::nullopt}, tapTime);
    }
    return true;
}

} // namespace scoreboard::viewmodel
