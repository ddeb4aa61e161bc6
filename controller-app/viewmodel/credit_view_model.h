#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

#include "client/client_view.h"

namespace scoreboard::viewmodel {

class CommandPort;

// Asks for a while whose the newest tap was. The tap is saved and counts meanwhile; the shirt number goes
// after it, as an edit of that entry.
class CreditViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(bool present READ present NOTIFY changed)
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(QString digits READ digits NOTIFY changed)

public:
    static constexpr std::chrono::milliseconds kFor{4000}; // from the tap, or the last digit
    static constexpr int kDigitsMax = 3;

    CreditViewModel(CommandPort& port, std::function<match::TabletTime()> now, QObject* parent);

    bool present() const { return asked_.has_value(); }
    QString label() const; // "+2 HOME": what was tapped
    QString digits() const { return digits_; }

    Q_INVOKABLE void press(const QString& digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void give(double tapTime); // what is typed; nothing: nobody's
    Q_INVOKABLE void leave();
    void expire(); // nobody has touched it for a while: what is typed counts

    void show(const client::ClientView& view);

signals:
    void changed();

private:
    struct Asked {
        match::CommandId id;
        QString label;
        match::Correction counts; // without a player
    };

    std::optional<Asked> asked_about(const client::ClientView& view, match::Seq seq) const;
    void ask(std::optional<Asked> about);

    CommandPort& port_;
    std::function<match::TabletTime()> now_;
    std::optional<match::Seq> newest_; // of this tablet's taps, as far as it was looked at
    std::optional<Asked> asked_;
    QString digits_;
    QTimer timer_;
};

} // namespace scoreboard::viewmodel
