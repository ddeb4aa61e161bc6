#include "viewmodel/team_view_model.h"

#include <algorithm>
#include <utility>

namespace scoreboard::viewmodel {

namespace {

bool same(const match::TeamLine& a, const match::TeamLine& b)
{
    return a.name == b.name && a.score_text == b.score_text && a.fouls == b.fouls && a.bonus == b.bonus &&
           a.timeouts_left == b.timeouts_left && a.possession == b.possession && a.sets == b.sets &&
           a.by_period == b.by_period && a.attempts == b.attempts &&
           std::equal(a.tallies.begin(), a.tallies.end(), b.tallies.begin(), b.tallies.end(),
                      [](const match::TallyLine& one, const match::TallyLine& other) {
                          return one.name == other.name && one.count == other.count;
                      }) &&
           std::equal(a.penalties.begin(), a.penalties.end(), b.penalties.begin(), b.penalties.end(),
                      [](const match::PenaltyLine& one, const match::PenaltyLine& other) {
                          return one.text == other.text && one.player == other.player &&
                                 one.running == other.running;
                      });
}

bool has_letter(const match::TallyLine& tally)
{
    return !tally.name.empty() && tally.name.find(' ') == std::string::npos;
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

QStringList TeamViewModel::penaltyTimes() const
{
    QStringList times;
    for (const match::PenaltyLine& penalty : line_.penalties) {
        times.append(QString::fromStdString(penalty.text));
    }
    return times;
}

QStringList TeamViewModel::penaltyPlayers() const
{
    QStringList players;
    for (const match::PenaltyLine& penalty : line_.penalties) {
        players.append(penalty.player ? QString::number(*penalty.player) : QString());
    }
    return players;
}

int TeamViewModel::penaltiesRunning() const
{
    return static_cast<int>(std::count_if(line_.penalties.begin(), line_.penalties.end(),
                                          [](const match::PenaltyLine& penalty) { return penalty.running; }));
}

QList<int> TeamViewModel::byPeriod() const
{
    return {line_.by_period.begin(), line_.by_period.end()};
}

QStringList TeamViewModel::totalLetters() const
{
    QStringList letters{tr("R")};
    for (const match::TallyLine& tally : line_.tallies) {
        if (has_letter(tally)) {
            letters.append(QString::fromStdString(tally.name).first(1).toUpper());
        }
    }
    return letters;
}

QList<int> TeamViewModel::totals() const
{
    QList<int> totals{line_.score};
    for (const match::TallyLine& tally : line_.tallies) {
        if (has_letter(tally)) {
            totals.append(tally.count);
        }
    }
    return totals;
}

QString TeamViewModel::attemptsText() const
{
    QString text;
    for (const bool scored : line_.attempts) {
        text += scored ? QStringLiteral("●") : QStringLiteral("○");
    }
    return text;
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
