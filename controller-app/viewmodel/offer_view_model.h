#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

#include "client/client_view.h"

namespace scoreboard::viewmodel {

class CommandPort;

// The oldest question, about a clock, a correction or a penalty, that waits for a person: answered with one
// tap, or left as it is.
class OfferViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(bool present READ present NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString value READ value NOTIFY changed)
    Q_PROPERTY(QStringList choices READ choices NOTIFY changed)

public:
    OfferViewModel(CommandPort& port, QObject* parent);

    bool present() const { return offer_.has_value(); }
    QString text() const;
    QString value() const;
    QStringList choices() const; // one of which is the answer; empty: yes is

    Q_INVOKABLE void accept(double tapTime);
    Q_INVOKABLE void choose(int choice, double tapTime);
    Q_INVOKABLE void leave(); // not asked again on this tablet; the board keeps the offer

    void show(const std::vector<client::OfferView>& offers);

signals:
    void changed();

private:
    CommandPort& port_;
    std::vector<client::OfferView> offers_;
    // Not to be asked again: an offer is its number and choices or, without a number, what it would do.
    std::vector<client::OfferView> left_;
    std::optional<client::OfferView> offer_;
};

} // namespace scoreboard::viewmodel
