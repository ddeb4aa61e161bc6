#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace scoreboard::controls {

// A sign drawn from lines and arcs, sharp at every size and the same on every device: level marks, the shapes
// of the status strip, the pictures on keys, the ring of a key that is held.
class Glyph : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString shape READ shape WRITE setShape NOTIFY shapeChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
    Q_PROPERTY(double progress READ progress WRITE setProgress NOTIFY progressChanged)

public:
    explicit Glyph(QQuickItem* parent = nullptr);

    QString shape() const { return shape_; }
    void setShape(const QString& shape);
    QColor color() const { return color_; }
    void setColor(const QColor& color);
    double progress() const { return progress_; } // of "progress": 0 … 1, clockwise from the top
    void setProgress(double progress);

    void paint(QPainter* painter) override;

signals:
    void shapeChanged();
    void colorChanged();
    void progressChanged();

private:
    QString shape_;
    QColor color_ = Qt::white;
    double progress_ = 0.0;
};

} // namespace scoreboard::controls
