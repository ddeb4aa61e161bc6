#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include "client/client_view.h"

namespace scoreboard::viewmodel {

// The status strip: one state at a time, as a word that names colour and shape, and the words beside it.
class StripViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ControllerViewModel owns it")
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)

public:
    explicit StripViewModel(QObject* parent);

    // "offline", "storage-fault", "panel-fault", "slow", "working", "no-panel", "shown"
    QString state() const { return state_; }
    QString headline() const { return headline_; } // "OFFLINE"
    QString detail() const { return detail_; }     // "3 waiting · oldest 12 s"

    void show(const client::ClientView& view);

signals:
    void changed();

private:
    QString state_;
    QString headline_;
    QString detail_;
};

} // namespace scoreboard::viewmodel
