#include "viewmodel/preferences.h"

namespace scoreboard::viewmodel {

namespace {

const QString kBoards = QStringLiteral("boards");
const QString kBright = QStringLiteral("bright");
const QString kHomeOnRight = QStringLiteral("home_on_right");
const QString kAsksNumbers = QStringLiteral("asks_numbers");

} // namespace

Preferences::Preferences(const QString& path, QObject* parent)
    : QObject(parent), settings_(path.isEmpty() ? QSettings().fileName() : path, QSettings::IniFormat)
{
}

QStringList Preferences::recentBoards() const
{
    return settings_.value(kBoards).toStringList();
}

void Preferences::remember_board(const QString& url)
{
    QStringList boards = recentBoards();
    boards.removeAll(url);
    boards.prepend(url);
    while (boards.size() > kRecentMax) {
        boards.removeLast();
    }
    set(kBoards, boards);
    emit recentBoardsChanged();
}

void Preferences::forgetBoard(const QString& url)
{
    QStringList boards = recentBoards();
    if (boards.removeAll(url) > 0) {
        set(kBoards, boards);
        emit recentBoardsChanged();
    }
}

bool Preferences::bright() const
{
    return settings_.value(kBright, false).toBool();
}

void Preferences::setBright(bool bright)
{
    if (bright != this->bright()) {
        set(kBright, bright);
        emit brightChanged();
    }
}

bool Preferences::homeOnRight() const
{
    return settings_.value(kHomeOnRight, false).toBool();
}

void Preferences::setHomeOnRight(bool homeOnRight)
{
    if (homeOnRight != this->homeOnRight()) {
        set(kHomeOnRight, homeOnRight);
        emit homeOnRightChanged();
    }
}

bool Preferences::asksNumbers() const
{
    return settings_.value(kAsksNumbers, false).toBool();
}

void Preferences::setAsksNumbers(bool asksNumbers)
{
    if (asksNumbers != this->asksNumbers()) {
        set(kAsksNumbers, asksNumbers);
        emit asksNumbersChanged();
    }
}

void Preferences::set(const QString& key, const QVariant& value)
{
    settings_.setValue(key, value);
    settings_.sync();
}

} // namespace scoreboard::viewmodel
