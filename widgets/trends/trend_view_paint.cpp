#include "widgets/trends/trend_view.h"

#include "data/telemetry/clock.h"
#include "models/value_text.h"
#include "widgets/common/theme.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

// How a TrendView draws: kept pictures of what is stored, and on top what changes every frame.

namespace telltale {

/// Everything of a chart that does not change from frame to frame.
void TrendView::paintPicture(Chart &chart)
{
    fit(chart);
    const double ratio = devicePixelRatioF();
    const QSize size(width(), static_cast<int>(chart.plot.height()) + kChartGap);
    chart.picture = QPixmap(size * ratio);
    chart.picture.setDevicePixelRatio(ratio);
    const TrendLook look = TrendLook::ofTheme();
    chart.picture.fill(look.ground);
    QPainter painter(&chart.picture);
    const QRectF plot(chart.plot.left(), kChartGap / 2.0, chart.plot.width(), chart.plot.height());
    TrendPainter drawn(painter, plot, m_window.range(), chart.scale, look);
    const std::vector<TrendTrace> &traces = m_window.traces();
    for (const std::size_t index : chart.traces)
        drawn.bands(m_bands[traces[index].tag]);
    drawn.grid(m_ticks);
    drawn.gaps(traces[chart.traces.front()].data.gaps);
    drawn.valueLabels();
    for (const std::size_t index : chart.traces)
        drawn.limits(m_limits[traces[index].tag]);
    for (const std::size_t index : chart.traces)
        drawn.stored(traces[index], colourOf(index));
    chart.isDirty = false;
}

QColor TrendView::colourOf(std::size_t trace) const
{
    for (const Chart &chart : m_charts) {
        const auto place = std::find(chart.traces.begin(), chart.traces.end(), trace);
        if (place != chart.traces.end())
            return Theme::instance().trace(static_cast<int>(place - chart.traces.begin()));
    }
    return Theme::instance().trace(0);
}

void TrendView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(event->rect(), theme.color(Theme::Role::Surface));
    if (m_charts.empty()) {
        painter.setPen(theme.color(Theme::Role::Second));
        painter.drawText(rect(), Qt::AlignCenter,
                         tr("Nothing to draw yet. Drop tags here, or choose some."));
        return;
    }
    for (Chart &chart : m_charts) {
        if (chart.isDirty || chart.picture.isNull())
            paintPicture(chart);
        painter.drawPixmap(QPointF(0.0, chart.plot.top() - kChartGap / 2.0), chart.picture);
        paintHeader(painter, chart);
        paintLive(painter, chart);
    }
    paintCrosshair(painter);
    paintTimeAxis(painter);
    if (m_drag == Drag::Box && m_hasDragged) {
        const bool isOneChart = chartAt(m_dragFrom) && chartAt(m_dragFrom) == chartAt(m_boxEnd);
        QRectF box = QRectF(m_dragFrom, m_boxEnd).normalized();
        if (!isOneChart) {
            box.setTop(m_charts.front().plot.top());
            box.setBottom(m_charts.back().plot.bottom());
        }
        painter.setPen(QPen(theme.color(Theme::Role::Text), 1.0, Qt::DotLine));
        painter.drawRect(box);
    }
}

/// With the last level of its asset where the tags come from several.
QString TrendView::traceTitle(std::size_t trace) const
{
    const std::vector<TrendTrace> &traces = m_window.traces();
    const std::string asset = assetPath(traces[trace].info.path);
    const bool isAlone
        = std::all_of(traces.begin(), traces.end(), [&asset](const TrendTrace &other) {
              return assetPath(other.info.path) == asset;
          });
    const QString title = tagTitle(traces[trace].info);
    if (isAlone || asset.empty())
        return title;
    return shownText(asset.substr(asset.rfind('/') + 1)) + QLatin1Char(' ') + title;
}

QString TrendView::valueWords(const TrendTrace &trace, Timestamp at) const
{
    const std::optional<double> value = valueAtCursor(trace, at);
    if (!value)
        return QStringLiteral("–");
    if (trace.isOnOff)
        return *value > 0.5 ? tr("on") : tr("off");
    return numberText(*value, trace.info.decimals, QLocale());
}

void TrendView::paintHeader(QPainter &painter, const Chart &chart)
{
    const Theme &theme = Theme::instance();
    const std::vector<TrendTrace> &traces = m_window.traces();
    QRectF room = chart.header.adjusted(theme.measure(14), 0, -theme.measure(kRightMargin), 0);
    const auto write = [&](Theme::Type type, Theme::Role role, const QString &words, double gap) {
        painter.setFont(theme.font(type));
        painter.setPen(theme.color(role));
        const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight,
                                                               static_cast<int>(room.width()));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(shown) + gap);
    };
    const bool isSingle = chart.traces.size() == 1;
    if (isSingle)
        write(Theme::Type::Strong, Theme::Role::Text, traceTitle(chart.traces.front()), 12.0);
    if (!chart.unit.isEmpty())
        write(Theme::Type::Label, Theme::Role::Second, chart.unit, 16.0);
    const Timestamp at = m_mouse ? timeAt(*m_mouse) : m_window.range().to;
    for (const std::size_t index : chart.traces) {
        if (room.width() < theme.measure(60))
            break;
        painter.fillRect(QRectF(room.left(), std::round(room.center().y()) - 1.0, 14.0, 3.0),
                         colourOf(index));
        room.setLeft(room.left() + 20.0);
        if (!isSingle)
            write(Theme::Type::Label, Theme::Role::Second, traceTitle(index), 6.0);
        write(Theme::Type::Label, Theme::Role::Text, valueWords(traces[index], at), 16.0);
    }
}

void TrendView::paintLive(QPainter &painter, const Chart &chart)
{
    TrendPainter drawn(painter, chart.plot, m_window.range(), chart.scale, TrendLook::ofTheme());
    const Timestamp now = std::min(m_plant.clock->now(), m_window.range().to);
    for (const std::size_t index : chart.traces)
        drawn.live(m_window.traces()[index], colourOf(index), now);
}

/// Below the last chart, or at the lower edge of what is visible while that is scrolled away.
void TrendView::paintTimeAxis(QPainter &painter)
{
    const Theme &theme = Theme::instance();
    const double height = theme.measure(kTimeAxis);
    const QRectF &first = m_charts.front().plot;
    const double below = m_charts.back().plot.bottom() + 1.0;
    const QRect visible = visibleRegion().boundingRect();
    const double lowest = visible.isEmpty() ? below : visible.bottom() + 1 - height;
    const double top = std::min(below, lowest);
    if (lowest < below)
        painter.fillRect(QRectF(0.0, top, width(), height), theme.color(Theme::Role::Surface));
    const QRectF plot(first.left(), top - first.height(), first.width(), first.height());
    TrendPainter(painter, plot, m_window.range(), m_charts.front().scale, TrendLook::ofTheme())
        .timeLabels(m_ticks);
}

void TrendView::paintLine(QPainter &painter, Timestamp at, const QColor &colour)
{
    const double x = std::round(plotX(at)) + 0.5;
    painter.setPen(QPen(colour, 1.0));
    for (const Chart &chart : m_charts) {
        if (x >= chart.plot.left() && x <= chart.plot.right())
            painter.drawLine(QPointF(x, chart.plot.top()), QPointF(x, chart.plot.bottom()));
    }
}

void TrendView::paintCrosshair(QPainter &painter)
{
    const Theme &theme = Theme::instance();
    if (m_mouse && m_drag != Drag::Box)
        paintLine(painter, timeAt(*m_mouse), theme.color(Theme::Role::Text));
    for (const std::optional<Timestamp> &cursor : {m_firstCursor, m_secondCursor}) {
        if (cursor)
            paintLine(painter, *cursor, theme.color(Theme::Role::Live));
    }
}

} // namespace telltale
