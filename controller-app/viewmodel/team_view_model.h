#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
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
    Q_PROPERTY(QStringList penaltyTimes READ penaltyTimes NOTIFY changed)
    Q_PROPERTY(QStringList penaltyPlayers READ penaltyPlayers NOTIFY changed)
    Q_PROPERTY(int penaltiesRunning READ penaltiesRunning NOTIFY changed)
    Q_PROPERTY(int sets READ sets NOTIFY changed)
    Q_PROPERTY(QList<int> byPeriod READ byPeriod NOTIFY changed)
    Q_PROPERTY(QStringList totalLetters READ totalLetters NOTIFY changed)
    Q_PROPERTY(QList<int> totals READ totals NOTIFY changed)
    Q_PROPERTY(QString attemptsText READ attemptsText NOTIFY changed)
    Q_PROPERTY(QStringList teamKeys READ teamKeys NOTIFY keysChanged)
    Q_PROPERTY(QStringList ownKeys READ ownKeys NOTIFY keysChanged)
    Q_PROPERTY(QStringList allKeys READ allKeys NOTIFY keysChanged)

public:
    struct Keys {
        QStringList team;
        QStringList own;
        QStringList all;

        bool operator==(const Keys&) const = default;
    };

    TeamViewModel(match::Side side, QObject* parent);

    int side() const { return static_cast<int>(side_); }
    QString sideName() const; // "home", "guest": the word of the command line
    QString name() const;     // of the team; HOME or GUEST before any match was met
    QString scoreText() const { return QString::fromStdString(line_.score_text); }
    int fouls() const { return line_.fouls; }
    bool bonus() const { return line_.bonus; }
    int timeoutsLeft() const { return line_.timeouts_left; }
    bool possession() const { return line_.possession; }
    // Those that are not over, the running ones first: what is left, "1:30", and who, "15" or empty.
    QStringList penaltyTimes() const;
    QStringList penaltyPlayers() const;
    int penaltiesRunning() const;
    int sets() const { return line_.sets; } // won
    QList<int> byPeriod() const;            // points of each period that has begun
    // The end of a line score: "R", "H", "E" with their counts. A tally of one word has a letter there.
    QStringList totalLetters() const;
    QList<int> totals() const;
    QString attemptsText() const; // of a shoot-out: "●○●"

    // The names of keys: what every table counts beside the points, …
    QStringList teamKeys() const { return keys_.team; }
    QStringList ownKeys() const { return keys_.own; } // … what this sport alone counts, …
    QStringList allKeys() const { return keys_.all; } // … and everything that the rules know of this side

    void show(const match::TeamLine& line);
    void offer_keys(Keys keys);

signals:
    void keysChanged();
    void changed();

private:
    match::Side side_;
    match::TeamLine line_;
    Keys keys_;
};

} // namespace scoreboard::viewmodel
