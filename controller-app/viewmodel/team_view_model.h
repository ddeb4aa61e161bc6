#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include "match/scoreline.h"

namespace scoreboard::viewmodel {

// One side of the scoreline.
class TeamViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("MatchViewModel owns its two teams")
    Q_PROPERTY(int side READ side CONSTANT)
    Q_PROPERTY(QString sideName READ sideName CONSTANT)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString scoreText READ scoreText NOTIFY changed)
    Q_PROPERTY(int fouls READ fouls NOTIFY changed)
    Q_PROPERTY(bool bonus READ bonus NOTIFY changed)
    Q_PROPERTY(int timeoutsLeft READ timeoutsLeft NOTIFY changed)
    Q_PROPERTY(bool possession READ possession NOTIFY changed)

public:
    TeamViewModel(match::Side side, QObject* parent);

    int side() const { return static_cast<int>(side_); }
    QString sideName() const; // "home", "guest": the word of the command line
    QString name() const;     // of the team; HOME or GUEST before any match was met
    QString scoreText() const { return QString::number(line_.score); }
    int fouls() const { return line_.fouls; }
    bool bonus() const { return line_.bonus; }
    int timeoutsLeft() const { return line_.timeouts_left; }
    bool possession() const { return line_.possession; }

    void show(const match::TeamLine& line);

signals:
    void changed();

private:
    match::Side side_;
    match::TeamLine line_;
};

} // namespace scoreboard::viewmodel
