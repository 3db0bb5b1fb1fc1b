#include "widgets/common/verdict_marker.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace telltale {
namespace {

constexpr double kLine = 0.13; ///< of the height

/// Points given in parts of the square.
QPolygonF placed(const QRectF &rect, const QPolygonF &parts)
{
    QPolygonF points;
    for (const QPointF &part : parts)
        points << QPointF(rect.left() + part.x() * rect.width(),
                          rect.top() + part.y() * rect.height());
    return points;
}

void paintAct(QPainter &painter, const QRectF &rect, Theme::Mode mode)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colorOf(mode, Theme::Role::Text));
    painter.drawRect(rect);
    painter.setBrush(Theme::colorOf(mode, Theme::Role::Surface));
    const double bar = 0.16 * rect.width();
    const double left = rect.center().x() - bar / 2;
    painter.drawRect(QRectF(left, rect.top() + 0.18 * rect.height(), bar, 0.38 * rect.height()));
    painter.drawRect(QRectF(left, rect.top() + 0.68 * rect.height(), bar, bar));
}

} // namespace

void paintVerdictMarker(QPainter &painter, const QRectF &rect, FigureVerdict verdict,
                        Theme::Mode mode)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(Theme::colorOf(mode, Theme::Role::Second), std::max(1.25, kLine * rect.height()));
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    switch (verdict) {
    case FigureVerdict::Within:
        painter.drawPolyline(placed(rect, {{0.12, 0.55}, {0.4, 0.82}, {0.9, 0.2}}));
        break;
    case FigureVerdict::Off:
        pen.setColor(Theme::colorOf(mode, Theme::Role::Text));
        painter.setPen(pen);
        painter.drawPolyline(placed(rect, {{0.12, 0.72}, {0.5, 0.28}, {0.88, 0.72}}));
        break;
    case FigureVerdict::Act:
        paintAct(painter, rect, mode);
        break;
    case FigureVerdict::NotMeaningful:
        painter.drawPolyline(placed(rect, {{0.2, 0.5}, {0.8, 0.5}}));
        break;
    case FigureVerdict::Unjudged:
        break;
    }
    painter.restore();
}

} // namespace telltale
