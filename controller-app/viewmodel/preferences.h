#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace scoreboard::viewmodel {

// What this tablet remembers from one match day to the next; nothing of a match is among it.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(QStringList recentBoards READ recentBoards NOTIFY recentBoardsChanged)
    Q_PROPERTY(bool bright READ bright WRITE setBright NOTIFY brightChanged)
    Q_PROPERTY(bool homeOnRight READ homeOnRight WRITE setHomeOnRight NOTIFY homeOnRightChanged)
    Q_PROPERTY(bool asksNumbers READ asksNumbers WRITE setAsksNumbers NOTIFY asksNumbersChanged)

public:
    static constexpr int kRecentMax = 5;

    // An empty path: the platform's own place for settings.
    explicit Preferences(const QString& path = QString(), QObject* parent = nullptr);

    QStringList recentBoards() const; // newest first
    void remember_board(const QString& url);
    Q_INVOKABLE void forgetBoard(const QString& url);

    bool bright() const; // the theme for a sunlit hall
    void setBright(bool bright);
    bool homeOnRight() const; // which end the home team plays at, as seen from the table
    void setHomeOnRight(bool homeOnRight);
    bool asksNumbers() const; // whose a foul, a penalty or a basket was, after the tap; not unless wanted
    void setAsksNumbers(bool asksNumbers);

signals:
    void recentBoardsChanged();
    void brightChanged();
    void homeOnRightChanged();
    void asksNumbersChanged();

private:
    void set(const QString& key, const QVariant& value);

    QSettings settings_;
};

} // namespace scoreboard::viewmodel
