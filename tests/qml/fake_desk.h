#pragma once

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QtQml/qqmlregistration.h>

#include <vector>

#include "client/client_view.h"
#include "viewmodel/command_port.h"
#include "viewmodel/controller_view_model.h"

namespace scoreboard::qml_test {

// A controller without a client: hands the screens views made by hand and keeps what they ask for. Its match
// is late in the third quarter, 54 : 49.
class FakeDesk : public QObject, public viewmodel::CommandPort {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(scoreboard::viewmodel::ControllerViewModel* controller READ controller CONSTANT)
    Q_PROPERTY(QStringList asked READ asked NOTIFY askedChanged)

public:
    explicit FakeDesk(QObject* parent = nullptr);

    viewmodel::ControllerViewModel* controller() { return &controller_; }
    QStringList asked() const { return asked_; } // "add home 2", "undo": oldest first

    // A match in its second period, by other rules.
    Q_INVOKABLE void playBy(const QString& ruleset);
    Q_INVOKABLE QStringList rulesets() const;
    // The board has left HAWKS 12 : 9 TIGERS for the match that is open.
    Q_INVOKABLE void leaveMatch();
    Q_INVOKABLE void runClock(bool running);
    Q_INVOKABLE void expireClock();
    // Top of the fifth: 0 1 0 2 1 for the guest, 0 0 3 0 at home, 6 hits and an error there.
    Q_INVOKABLE void playInnings();
    Q_INVOKABLE void blankShotClock();
    Q_INVOKABLE void startTimeout();
    Q_INVOKABLE void bringBonus();
    Q_INVOKABLE void setStrip(const QString& state, const QString& words);
    Q_INVOKABLE void setLabels(const QString& undo, const QString& redo);
    Q_INVOKABLE void setOffer(const QString& text, const QString& value);
    // One of them answers.
    Q_INVOKABLE void setChoices(const QString& text, const QStringList& choices);
    // A foul of the home side that nobody has been named for, saved just now.
    Q_INVOKABLE void foulAtHome();
    Q_INVOKABLE void setNotice(const QString& notice);
    Q_INVOKABLE void setTrouble(const QString& trouble);
    Q_INVOKABLE void setWarning(const QString& warning);
    Q_INVOKABLE void setProblem(const QString& problem);
    // The newest tap of that kind comes to `level`: "saved", "recorded", "shown", "refused".
    Q_INVOKABLE void setLevel(const QString& key, const QString& level, const QString& reason = QString());
    Q_INVOKABLE void fillHistory();
    // What the correction that is looked at would change, or why it would be refused.
    Q_INVOKABLE void tellEffect(const QStringList& lines, bool possible = true);
    // Microseconds between a press as the port got it and TapClock's now.
    Q_INVOKABLE double lastTapTime() const { return last_tap_time_; }
    Q_INVOKABLE void forget();

    void issue(match::Command command, match::TabletTime tapped) override;
    void look_at(std::optional<match::Command> correction) override;
    void issue_seen(match::Command correction, std::optional<client::SeenEffect> seen,
                    match::TabletTime tapped) override;
    void undo_newest(match::TabletTime tapped) override;
    void redo_newest(match::TabletTime tapped) override;
    void undo(match::CommandId target, match::TabletTime tapped) override;
    void redo(match::CommandId target, match::TabletTime tapped) override;
    void dismiss(match::Seq seq) override;
    void connect_to(std::string board_url) override;

signals:
    void askedChanged();

private:
    void ask(const std::string& what, match::TabletTime tapped);
    void publish();

    QTemporaryDir settings_;
    viewmodel::ControllerViewModel controller_;
    client::ClientView view_;
    std::optional<match::Command> looked_at_;
    match::Seq next_seq_ = 1;
    QStringList asked_;
    double last_tap_time_ = 0;
};

} // namespace scoreboard::qml_test
