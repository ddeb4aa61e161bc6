#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>
#include <string>

#include "client/client_view.h"
#include "viewmodel/key_state.h"
#include "viewmodel/match_keys.h"
#include "viewmodel/tap_guard.h"
#include "viewmodel/team_view_model.h"

namespace scoreboard::viewmodel {

class CommandPort;
using TabletNow = std::function<match::TabletTime()>;

// The match as a screen draws it, redrawn by itself while a clock runs, and the keys that change it. It holds
// no rule: what a tap does is the client's to say, in the next view.
class MatchViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(scoreboard::viewmodel::TeamViewModel* home READ home CONSTANT)
    Q_PROPERTY(scoreboard::viewmodel::TeamViewModel* guest READ guest CONSTANT)
    Q_PROPERTY(bool known READ known NOTIFY rulesetChanged)
    Q_PROPERTY(int smallestStep READ smallestStep NOTIFY rulesetChanged)
    Q_PROPERTY(QList<int> largerSteps READ largerSteps NOTIFY rulesetChanged)
    Q_PROPERTY(bool hasScore READ hasScore NOTIFY rulesetChanged)
    Q_PROPERTY(bool hasFouls READ hasFouls NOTIFY rulesetChanged)
    Q_PROPERTY(bool hasTimeouts READ hasTimeouts NOTIFY rulesetChanged)
    Q_PROPERTY(bool hasPossession READ hasPossession NOTIFY rulesetChanged)
    Q_PROPERTY(bool hasClock READ hasClock NOTIFY keysChanged)
    Q_PROPERTY(bool hasShotClock READ hasShotClock NOTIFY rulesetChanged)
    Q_PROPERTY(QString shotName READ shotName NOTIFY rulesetChanged)
    Q_PROPERTY(QList<int> shotValues READ shotValues NOTIFY rulesetChanged)
    Q_PROPERTY(QList<int> addedValues READ addedValues NOTIFY keysChanged)
    Q_PROPERTY(QStringList sharedKeys READ sharedKeys NOTIFY keysChanged)
    Q_PROPERTY(QStringList entries READ entries NOTIFY rulesetChanged)
    Q_PROPERTY(QString rulesName READ rulesName NOTIFY rulesetChanged)
    Q_PROPERTY(QString rulesSource READ rulesSource NOTIFY rulesetChanged)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged)
    Q_PROPERTY(QString addedText READ addedText NOTIFY addedChanged)
    Q_PROPERTY(bool clockRunning READ clockRunning NOTIFY clockChanged)
    Q_PROPERTY(bool hallDiffers READ hallDiffers NOTIFY hallChanged)
    Q_PROPERTY(QString shotText READ shotText NOTIFY shotChanged)
    Q_PROPERTY(bool shotRunning READ shotRunning NOTIFY shotChanged)
    Q_PROPERTY(bool shotHeld READ shotHeld NOTIFY shotChanged)
    Q_PROPERTY(bool displayHeld READ displayHeld NOTIFY displayHeldChanged)
    Q_PROPERTY(QString periodText READ periodText NOTIFY periodChanged)
    Q_PROPERTY(QString setsText READ setsText NOTIFY setsChanged)
    Q_PROPERTY(QString promptText READ promptText NOTIFY setsChanged)
    Q_PROPERTY(QString situationText READ situationText NOTIFY situationChanged)
    Q_PROPERTY(QString situationDetail READ situationDetail NOTIFY situationChanged)
    Q_PROPERTY(bool hasCount READ hasCount NOTIFY rulesetChanged)
    Q_PROPERTY(int innings READ innings NOTIFY rulesetChanged)
    Q_PROPERTY(bool guestBats READ guestBats NOTIFY situationChanged)
    Q_PROPERTY(int balls READ balls NOTIFY situationChanged)
    Q_PROPERTY(int strikes READ strikes NOTIFY situationChanged)
    Q_PROPERTY(int outs READ outs NOTIFY situationChanged)
    Q_PROPERTY(int bases READ bases NOTIFY situationChanged)
    Q_PROPERTY(QString phaseText READ phaseText NOTIFY periodChanged)
    Q_PROPERTY(QString nextPeriodText READ nextPeriodText NOTIFY periodChanged)
    Q_PROPERTY(QString timeoutText READ timeoutText NOTIFY timeoutChanged)
    Q_PROPERTY(QString timeoutTeam READ timeoutTeam NOTIFY timeoutChanged)
    Q_PROPERTY(bool timeoutEnding READ timeoutEnding NOTIFY timeoutChanged)
    Q_PROPERTY(bool hornSounding READ hornSounding NOTIFY hornChanged)
    Q_PROPERTY(QString undoLabel READ undoLabel NOTIFY undoChanged)
    Q_PROPERTY(QString redoLabel READ redoLabel NOTIFY undoChanged)
    Q_PROPERTY(QString refusalText READ refusalText NOTIFY refusalChanged)
    Q_PROPERTY(bool refusalStays READ refusalStays NOTIFY refusalChanged)

public:
    enum Side { Home = 0, Guest = 1 };
    Q_ENUM(Side)

    // A clock command on its way is no difference yet.
    static constexpr match::Duration kHallAfter = std::chrono::seconds(1);

    MatchViewModel(CommandPort& port, TabletNow now, QObject* parent);

    TeamViewModel* home() { return &home_; }
    TeamViewModel* guest() { return &guest_; }
    bool known() const { return view_.have_match; } // false: no board was ever met, there is no match to show
    int smallestStep() const;                       // points that one tap adds: the biggest key
    QList<int> largerSteps() const;                 // the keys beside it
    bool hasScore() const { return rules().score.has_value(); }
    bool hasFouls() const { return rules().fouls.has_value(); }
    bool hasTimeouts() const { return rules().timeouts.has_value(); }
    bool hasPossession() const { return rules().possession; }
    bool hasClock() const { return keys_known_.find("clock start") != nullptr; }
    bool hasShotClock() const { return rules().shot_clock.has_value(); }
    QString shotName() const;       // "SHOT"; of a clock that runs by itself "PLAY", "PITCH"
    QList<int> shotValues() const;  // seconds that the shot clock is set to with one tap
    QList<int> addedValues() const; // minutes that can be announced; empty: this sport adds no time
    QStringList sharedKeys() const { return shared_keys_; } // everything that the rules know of no side
    // What is typed in numbers, and has no key of its own: "set home", "batter", "down".
    QStringList entries() const;
    QString rulesName() const { return QString::fromStdString(rules().name); }
    QString rulesSource() const { return QString::fromStdString(rules().source); }
    QString clockText() const { return QString::fromStdString(line_.game.text); }
    QString addedText() const { return QString::fromStdString(line_.added_time); } // "+2"; empty: none
    bool clockRunning() const { return line_.game.running; }
    bool hallDiffers() const { return hall_differs_; } // the hall's clock was last known to do the opposite
    QString shotText() const { return QString::fromStdString(line_.shot.text); } // empty: blank
    bool shotRunning() const { return line_.shot.running; }
    bool shotHeld() const { return view_.state.shot.held; }
    bool displayHeld() const { return view_.state.display_held; } // the hall does not see what changes
    QString periodText() const { return QString::fromStdString(line_.period_text); }
    QString setsText() const;   // "2 : 1", home first; empty: the match has no sets
    QString promptText() const; // what the table has to do now: "CHANGE ENDS"; empty: nothing
    // What the play stands at beside the clock: "3 & 7", the time of a jam; empty: the sport has no such
    // thing.
    QString situationText() const;
    QString situationDetail() const; // "ball on 35", "JAM 2", "LINE-UP"
    bool hasCount() const { return rules().innings.has_value(); }
    int innings() const { return rules().innings ? rules().periods.regular : 0; } // that a match has
    bool guestBats() const { return line_.count && line_.count->half == "TOP"; }  // first, in every inning
    int balls() const { return line_.count ? line_.count->balls : 0; }
    int strikes() const { return line_.count ? line_.count->strikes : 0; }
    int outs() const { return line_.count ? line_.count->outs : 0; }
    int bases() const { return line_.count ? static_cast<int>(line_.count->bases) : 0; } // bit 0: first base
    QString phaseText() const;
    QString nextPeriodText() const; // what the period key does now
    QString timeoutText() const;    // "0:42"; empty: none runs
    QString timeoutTeam() const;
    bool timeoutEnding() const; // the warning signal has been due
    bool hornSounding() const { return line_.horn; }
    QString undoLabel() const { return QString::fromStdString(view_.undo_label); }
    QString redoLabel() const { return QString::fromStdString(view_.redo_label); }
    QString refusalText() const { return refusal_text_; } // of the newest refusal not read yet
    bool refusalStays() const { return refusal_stays_; }  // until it is dismissed

    // The state of a key, by its name on the command line; owned by the view model, the same one each time.
    Q_INVOKABLE scoreboard::viewmodel::KeyState* key(const QString& name);

    // Gives what the key of that name gives now, whatever the sport.
    Q_INVOKABLE void act(const QString& name, double tapTime);
    // `tapTime` is TapClock.now() at the press. A bounce changes nothing but the key's `bounces`.
    Q_INVOKABLE void addPoints(int side, int points, double tapTime);
    Q_INVOKABLE void addFoul(int side, double tapTime);
    Q_INVOKABLE void startTimeout(int side, double tapTime);
    Q_INVOKABLE void givePossession(int side, double tapTime);
    Q_INVOKABLE void startOrStopClock(double tapTime); // as the face stood when the finger came down
    Q_INVOKABLE void nudgeClock(int seconds, double tapTime);
    Q_INVOKABLE bool setClock(const QString& value, double tapTime); // false: not a clock value
    Q_INVOKABLE QString entryLabel(const QString& entry) const;      // "SCORE HAWKS"
    Q_INVOKABLE QStringList entryFields(const QString& entry) const; // what its numbers are called
    Q_INVOKABLE QStringList entryNow(const QString& entry) const;    // … and stand at
    // False: so many numbers are not what it takes.
    Q_INVOKABLE bool enter(const QString& entry, const QStringList& numbers, double tapTime);
    // Those that are not empty, and not what the teams are called now.
    Q_INVOKABLE void nameTeams(const QString& home, const QString& guest, double tapTime);
    Q_INVOKABLE void resetShotClock(int seconds, double tapTime);
    Q_INVOKABLE void holdOrRunShotClock(double tapTime);
    Q_INVOKABLE void blankShotClock(double tapTime);
    Q_INVOKABLE void nextPeriod(double tapTime);
    // Another match by those rules; an empty name is the side's word.
    Q_INVOKABLE void openMatch(const QString& ruleset, const QString& home, const QString& guest,
                               double tapTime);
    void resumeMatch(const match::CommandId& match, double tapTime);
    Q_INVOKABLE void soundHorn(double tapTime);
    Q_INVOKABLE void undo(double tapTime);
    Q_INVOKABLE void redo(double tapTime);
    Q_INVOKABLE void dismissRefusal();

    void show(const client::ClientView& view);

signals:
    void rulesetChanged();
    void keysChanged();
    void clockChanged();
    void addedChanged();
    void hallChanged();
    void displayHeldChanged();
    void shotChanged();
    void periodChanged();
    void setsChanged();
    void situationChanged();
    void timeoutChanged();
    void hornChanged();
    void undoChanged();
    void refusalChanged();

private:
    // Until a board was met: those that a new board begins with.
    const match::Ruleset& rules() const;
    void list_keys();
    KeyState::Face face_of(const MatchKeys::Key& key) const;
    void issue(const match::Command& command, double tap_time);
    bool guard(const std::string& key, double tap_time);
    match::TabletTime redraw();
    void follow_keys(match::TabletTime now);
    void follow_refusal(match::TabletTime now);
    void follow_hall(match::TabletTime now);
    void plan_next_redraw(match::TabletTime now);

    CommandPort& port_;
    TabletNow now_;
    client::ClientView view_;
    match::Scoreline line_; // of view_, at the last redraw
    TeamViewModel home_;
    TeamViewModel guest_;
    TapGuard tap_guard_;
    MatchKeys keys_known_;
    QStringList shared_keys_;
    std::map<std::string, KeyState*> keys_;
    match::Seq refusal_seq_ = 0;
    QString refusal_text_;
    bool refusal_stays_ = false;
    bool hall_differs_ = false;
    QTimer timer_;
};

} // namespace scoreboard::viewmodel
