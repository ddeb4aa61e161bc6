#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

#include "client/client_view.h"

namespace scoreboard::viewmodel {

// What a key shows of its own: how far its newest tap came, why it was refused, and whether the rules offer
// it now.
class KeyState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("MatchViewModel::key() hands them out")
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(double tap READ tap NOTIFY changed)
    Q_PROPERTY(bool offered READ offered NOTIFY offeredChanged)
    Q_PROPERTY(QString label READ label NOTIFY faceChanged)
    Q_PROPERTY(QString part READ part NOTIFY faceChanged)
    Q_PROPERTY(int figure READ figure NOTIFY faceChanged)
    Q_PROPERTY(bool lit READ lit NOTIFY faceChanged)
    Q_PROPERTY(bool wantsHold READ wantsHold NOTIFY faceChanged)
    Q_PROPERTY(int bounces READ bounces NOTIFY bouncesChanged)

public:
    // A refusal stands so long; that of a tap older than kStickyAge until a person has read it.
    static constexpr match::Duration kRefusedFor = std::chrono::seconds(4);
    static constexpr match::Duration kStickyAge = std::chrono::seconds(3);
    // Two seconds at full strength and the time it takes to fade.
    static constexpr match::Duration kShownFor = std::chrono::milliseconds(2600);

    // What stands on a key that the rules alone know of.
    struct Face {
        QString label;    // "YELLOW CARD"
        QString part;     // "fouls", "timeouts", "possession", "tallies", …; empty: no control of its own
        int figure = -1;  // what the key has counted; negative: it counts nothing
        bool lit = false; // what it gives is so already
        bool wants_hold = false;

        bool operator==(const Face&) const = default;
    };

    using QObject::QObject;

    QString level() const
    {
        return level_;
    } // "saved", "recorded", "shown", "refused"; empty: nothing to tell
    QString reason() const { return reason_; }
    double tap() const { return static_cast<double>(seq_); } // its seq: tells a new tap of the same level
    bool offered() const { return offered_; }
    QString label() const { return face_.label; }
    QString part() const { return face_.part; }
    int figure() const { return face_.figure; }
    bool lit() const { return face_.lit; }
    bool wantsHold() const { return face_.wants_hold; }
    int bounces() const { return bounces_; } // presses that were taken for the tap before

    // `newest` is this key's newest tap, or null.
    void follow(const client::TapView* newest, match::TabletTime now);
    void offer(bool offered);
    void wear(const Face& face);
    void count_bounce();

    // When what a tap shows changes by itself; none: not until another view comes.
    static std::optional<match::TabletTime> expires_at(const client::TapView& tap);

signals:
    void changed();
    void offeredChanged();
    void faceChanged();
    void bouncesChanged();

private:
    QString level_;
    QString reason_;
    match::Seq seq_ = 0;
    bool offered_ = true;
    Face face_;
    int bounces_ = 0;
};

// The word for a level, the same on every screen and in every log.
QString level_word(client::Level level);

} // namespace scoreboard::viewmodel
