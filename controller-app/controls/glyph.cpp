#include "controls/glyph.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace scoreboard::controls {

namespace {

// Every shape is drawn into the unit square, whose side is the smaller one of the item.
using Draw = void (*)(QPainter&, const QColor&, double progress);

QPen line(const QColor& color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void ring(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.14));
    painter.drawEllipse(QRectF(0.1, 0.1, 0.8, 0.8));
}

void half_disc(QPainter& painter, const QColor& color, double progress)
{
    ring(painter, color, progress);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(QRectF(0.1, 0.1, 0.8, 0.8), 180 * 16, 180 * 16);
}

void disc(QPainter& painter, const QColor& color, double)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(0.03, 0.03, 0.94, 0.94));
}

void cross(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.17));
    painter.drawLine(QPointF(0.15, 0.15), QPointF(0.85, 0.85));
    painter.drawLine(QPointF(0.85, 0.15), QPointF(0.15, 0.85));
}

void triangle(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.1));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{0.5, 0.12}, {0.93, 0.86}, {0.07, 0.86}}));
}

void dash(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.2));
    painter.drawLine(QPointF(0.14, 0.5), QPointF(0.86, 0.5));
}

void progress_ring(QPainter& painter, const QColor& color, double progress)
{
    painter.setPen(line(color, 0.1));
    painter.drawArc(QRectF(0.06, 0.06, 0.88, 0.88), 90 * 16, -static_cast<int>(progress * 360 * 16));
}

void play(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.08));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{0.22, 0.1}, {0.88, 0.5}, {0.22, 0.9}}));
}

void stop(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.08));
    painter.setBrush(color);
    painter.drawRect(QRectF(0.16, 0.16, 0.68, 0.68));
}

void arrow_left(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.06));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {{0.04, 0.5}, {0.5, 0.08}, {0.5, 0.33}, {0.95, 0.33}, {0.95, 0.67}, {0.5, 0.67}, {0.5, 0.92}}));
}

void mirrored(QPainter& painter)
{
    painter.translate(1.0, 0.0);
    painter.scale(-1.0, 1.0);
}

void arrow_right(QPainter& painter, const QColor& color, double progress)
{
    mirrored(painter);
    arrow_left(painter, color, progress);
}

void back(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.13));
    painter.drawPolyline(QPolygonF({{0.62, 0.14}, {0.26, 0.5}, {0.62, 0.86}}));
}

void undo(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.11));
    QPainterPath path(QPointF(0.12, 0.34));
    path.lineTo(0.6, 0.34);
    path.arcTo(QRectF(0.36, 0.34, 0.5, 0.5), 90, -180);
    path.lineTo(0.3, 0.84);
    painter.drawPath(path);
    painter.drawPolyline(QPolygonF({{0.34, 0.1}, {0.1, 0.34}, {0.34, 0.58}}));
}

void redo(QPainter& painter, const QColor& color, double progress)
{
    mirrored(painter);
    undo(painter, color, progress);
}

void horn(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.08));
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF({{0.06, 0.38}, {0.22, 0.38}, {0.5, 0.14}, {0.5, 0.86}, {0.22, 0.62}, {0.06, 0.62}}));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(line(color, 0.09));
    painter.drawArc(QRectF(0.42, 0.3, 0.32, 0.4), -60 * 16, 120 * 16);
    painter.drawArc(QRectF(0.4, 0.12, 0.54, 0.76), -58 * 16, 116 * 16);
}

void more(QPainter& painter, const QColor& color, double)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const double x : {0.18, 0.5, 0.82}) {
        painter.drawEllipse(QPointF(x, 0.5), 0.1, 0.1);
    }
}

void next(QPainter& painter, const QColor& color, double)
{
    painter.setPen(line(color, 0.08));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{0.14, 0.14}, {0.66, 0.5}, {0.14, 0.86}}));
    painter.drawRect(QRectF(0.78, 0.14, 0.06, 0.72));
}

const QHash<QString, Draw>& shapes()
{
    static const QHash<QString, Draw> table = {
        {QStringLiteral("ring"), ring},
        {QStringLiteral("half"), half_disc},
        {QStringLiteral("disc"), disc},
        {QStringLiteral("cross"), cross},
        {QStringLiteral("triangle"), triangle},
        {QStringLiteral("dash"), dash},
        {QStringLiteral("progress"), progress_ring},
        {QStringLiteral("play"), play},
        {QStringLiteral("stop"), stop},
        {QStringLiteral("arrow-left"), arrow_left},
        {QStringLiteral("arrow-right"), arrow_right},
        {QStringLiteral("back"), back},
        {QStringLiteral("undo"), undo},
        {QStringLiteral("redo"), redo},
        {QStringLiteral("horn"), horn},
        {QStringLiteral("more"), more},
        {QStringLiteral("next"), next},
    };
    return table;
}

} // namespace

Glyph::Glyph(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void Glyph::setShape(const QString& shape)
{
    if (shape != shape_) {
        shape_ = shape;
        emit shapeChanged();
        update();
    }
}

void Glyph::setColor(const QColor& color)
{
    if (color != color_) {
        color_ = color;
        emit colorChanged();
        update();
    }
}

void Glyph::setProgress(double progress)
{
    progress = qBound(0.0, progress, 1.0);
    if (!qFuzzyCompare(progress + 1.0, progress_ + 1.0)) {
        progress_ = progress;
        emit progressChanged();
        update();
    }
}

void Glyph::paint(QPainter* painter)
{
    const Draw draw = shapes().value(shape_, nullptr);
    if (draw == nullptr) {
        return;
    }
    const double side = qMin(width(), height());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate((width() - side) / 2, (height() - side) / 2);
    painter->scale(side, side);
    painter->setBrush(Qt::NoBrush);
    draw(*painter, color_, progress_);
}

} // namespace scoreboard::controls
