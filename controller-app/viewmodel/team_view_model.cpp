#include "viewmodel/team_view_model.h"

#include <utility>

namespace scoreboard::viewmodel {

namespace {

bool same(const match::TeamLine& a, const match::TeamLine& b)
{
    return a.name == b.name && a.score_text == b.score_text && a.fouls == b.fouls && a.bonus == b.bonus &&
           a.timeouts_left == b.timeouts_left && a.possession == b.possession;
}

} // namespace

TeamViewModel::TeamViewModel(match::Side side, QObject* parent) : QObject(parent), side_(side) {}

QString TeamViewModel::sideName() const
{
    return side_ == match::Side::kHome ? QStringLiteral("home") : QStringLiteral("guest");
}

QString TeamViewModel::name() const
{
    if (!line_.name.empty()) {
        return QString::fromStdString(line_.name);
    }
    return side_ == match::Side::kHome ? tr("HOME") : tr("GUEST");
}

void TeamViewModel::show(const match::TeamLine& line)
{
    if (same(line, line_)) {
        return;
    }
    line_ = line;
    emit changed();
}

void TeamViewModel::offer_keys(Keys keys)
{
    if (keys == keys_) {
        return;
    }
    keys_ = std::move(keys);
    emit keysChanged();
}

} // namespace scoreboard::viewmodel
