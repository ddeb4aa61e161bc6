#pragma once

#include <QObject>
#include <QQuickWindow>
#include <QSize>
#include <QString>
#include <QTimer>

#include <vector>

#include "viewmodel/controller_view_model.h"

namespace scoreboard::app {

// Draws every page, and the ways of putting an entry right, at every size with what the board says now,
// writes the pictures into a folder, and ends the program: 0, or 1 when a picture could not be written.
class Screenshots : public QObject {
    Q_OBJECT

public:
    Screenshots(QQuickWindow& window, viewmodel::ControllerViewModel& screens, QString folder,
                QObject* parent = nullptr);

private:
    struct Picture {
        QString name;
        QString page;
        QSize size;
        bool bright = false;
        QString way{}; // of a correction, over the history
    };

    void wait_for_match();
    void arrange();
    void correct(const QString& way);
    void take();

    QQuickWindow& window_;
    viewmodel::ControllerViewModel& screens_;
    QString folder_;
    std::vector<Picture> pictures_;
    std::size_t next_ = 0;
    int waited_ms_ = 0;
    QTimer timer_;
};

} // namespace scoreboard::app
