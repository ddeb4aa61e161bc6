#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace scoreboard::controls {

// Stamps a press: microseconds of the clock that runs through suspend, read before anything else happens.
class TapClock : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE double now() const;
};

} // namespace scoreboard::controls
