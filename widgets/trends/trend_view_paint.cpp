#include "widgets/trends/trend_view.h"

#include "data/telemetry/clock.h"
#include "models/area_names.h"
#include "models/value_text.h"
#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

// How a TrendView draws: kept pictures of what is stored, and on top what changes every frame.

namespace telltale {
namespace {

constexpr double kMostSkew = 0.05; ///< of a pixel, in a picture that is shifted
constexpr double kLineReach = 2.0; ///< of a line beyond its points
constexpr int kLegendMargin = 14;

/// Moves what is in `part`, pixels of the image, to the left; what was there last stays at the end.
void moveLeft(QImage &image, const QRect &part, int by)
{
    constexpr qsizetype kBytes = sizeof(QRgb);
    for (int row = part.top(); row <= part.bottom(); ++row) {
        uchar *first = image.scanLine(row) + part.left() * kBytes;
        std::memmove(first, first + by * kBytes,
                     static_cast<std::size_t>((part.width() - by) * kBytes));
    }
}

} // namespace

QRectF TrendView::plotInPicture(const Chart &chart) const
{
    return {chart.plot.left(), chartGap() / 2.0, chart.plot.width(), chart.plot.height()};
}

/// With room for legends and for the longest label of all charts. It does not become less, so that
/// plots keep their places while values come.
void TrendView::refreshAll()
{
    if (m_charts.empty())
        return;
    if (takeLegends(false)) {
        layOut();
        update();
    }
    const QFontMetricsF metrics(TrendLook::ofTheme().axisFont, this);
    const double room = m_charts.front().plot.left();
    double wanted = room;
    for (Chart &chart : m_charts) {
        refresh(chart);
        if (!chart.isText)
            wanted = std::max(wanted, TrendPainter::axisWidth(chart.scale, metrics));
    }
    if (wanted == room)
        return;
    m_axisWidth = wanted;
    layOut();
    for (Chart &chart : m_charts)
        refresh(chart);
    update(); // more has moved than may be painted now
}

/// What the picture of a chart covers for certain, wherever parts of pixels are rounded to.
QRect TrendView::coveredBy(const Chart &chart) const
{
    const double top = std::ceil(chart.plot.top() - chartGap() / 2.0) + 1.0;
    const double bottom = std::floor(chart.plot.bottom() + chartGap() / 2.0) - 1.0;
    return {QPoint(0, static_cast<int>(top)), QPoint(width() - 2, static_cast<int>(bottom) - 1)};
}

/// Brings the picture of a chart up to date: by a shift if its range moved on, or drawn anew.
void TrendView::refresh(Chart &chart)
{
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(width(), chart.plot.height() + chartGap()) * ratio).toSize();
    const bool fits = chart.picture.size() == size && chart.picture.devicePixelRatio() == ratio;
    if (fits && !chart.isDirty && chart.shown == m_window.range())
        return;
    const AxisScale before = chart.scale;
    fit(chart);
    if (fits && !chart.isDirty && chart.scale == before && shift(chart))
        return;
    if (!fits) {
        chart.picture = QImage(size, QImage::Format_RGB32);
        chart.picture.setDevicePixelRatio(ratio);
    }
    paintPicture(chart, QRectF(0.0, 0.0, width(), chart.plot.height() + chartGap()));
    chart.isDirty = false;
}

/// Moves the plot of a picture by whole pixels and draws what came in; false if that does not do.
bool TrendView::shift(Chart &chart)
{
    const TimeRange &range = m_window.range();
    const double ratio = chart.picture.devicePixelRatio();
    const double pixels = static_cast<double>((range.from - chart.shown.from).count())
        / static_cast<double>(m_window.span().count()) * chart.plot.width();
    const double moved = std::round(pixels * ratio);
    const bool isWhole
        = std::floor(ratio) == ratio && std::fabs(pixels * ratio - moved) <= kMostSkew;
    const bool isSameSpan = range.to - range.from == chart.shown.to - chart.shown.from;
    if (!isWhole || !isSameSpan || moved <= 0.0 || pixels >= chart.plot.width())
        return false;
    // The grid draws on the right edge, too.
    const QRectF plot(chart.plot.left(), 0.0, chart.plot.width() + 1.0,
                      chart.plot.height() + chartGap());
    const QRect within(QPointF(plot.topLeft() * ratio).toPoint(), (plot.size() * ratio).toSize());
    moveLeft(chart.picture, within, static_cast<int>(moved));
    const double came = moved / ratio + 1.0;
    paintPicture(chart, QRectF(plot.right() - came, 0.0, came, plot.height()));
    return true;
}

/// Everything of a chart that moves with its range, and the value axis, as far as it is in `part`.
void TrendView::paintPicture(Chart &chart, const QRectF &part)
{
    const TrendLook look = TrendLook::ofTheme();
    QPainter painter(&chart.picture);
    painter.setClipRect(part);
    painter.fillRect(part, look.ground);
    TrendPainter drawn(painter, plotInPicture(chart), m_window.range(), chart.scale, look);
    const std::vector<TrendTrace> &traces = m_window.traces();
    for (const std::size_t index : chart.traces)
        drawn.bands(m_bands[traces[index].tag]);
    if (!chart.isText)
        drawn.grid(m_ticks);
    drawn.gaps(chart.gaps);
    if (part.left() < chart.plot.left() && !chart.isText)
        drawn.valueLabels();
    for (const std::size_t index : chart.traces)
        drawn.stored(traces[index], colourOf(index));
    chart.shown = m_window.range();
}

/// What keeps its place while the picture moves: the words of gaps, and limits, which a dense
/// trace must not hide.
void TrendView::paintFixed(QPainter &painter, const Chart &chart)
{
    TrendPainter drawn(painter, chart.plot, m_window.range(), chart.scale, TrendLook::ofTheme());
    const std::vector<TrendTrace> &traces = m_window.traces();
    std::vector<const TrendTrace *> shown;
    for (const std::size_t index : chart.traces)
        shown.push_back(&traces[index]);
    drawn.gapLabels(chart.gaps, shown);
    if (chart.isText)
        paintText(painter, chart);
    paintEmpty(painter, chart);
    for (const std::size_t index : chart.traces)
        drawn.limits(m_limits[traces[index].tag], shown);
}

/// Texts have no height: the newest stands in full where the line would be.
void TrendView::paintText(QPainter &painter, const Chart &chart)
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.font(Theme::Type::Text));
    painter.setPen(theme.color(Theme::Role::Second));
    QRectF room = chart.plot.adjusted(Theme::kGap, Theme::kGap, -Theme::kGap, -Theme::kGap);
    for (const std::size_t index : chart.traces) {
        const QString words = textWords(m_window.traces()[index]);
        QRectF used;
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere, words, &used);
        room.setTop(used.bottom() + Theme::kGap);
    }
}

/// Charts of one unit are compared with each other: what has none has a chart of its own, and goes
/// on with the colours.
QColor TrendView::colourOf(std::size_t trace) const
{
    std::map<QString, int> taken;
    for (const Chart &chart : m_charts) {
        const auto place = std::find(chart.traces.begin(), chart.traces.end(), trace);
        if (place != chart.traces.end())
            return Theme::instance().trace(taken[chart.unit]
                                           + static_cast<int>(place - chart.traces.begin()));
        taken[chart.unit] += static_cast<int>(chart.traces.size());
    }
    return Theme::instance().trace(0);
}

void TrendView::paintEvent(QPaintEvent *event)
{
    refreshAll();
    QRegion bare(event->rect());
    for (const Chart &chart : m_charts)
        bare -= coveredBy(chart);
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    for (const QRect &part : bare)
        painter.fillRect(part, theme.color(Theme::Role::Surface));
    if (m_charts.empty()) {
        painter.setPen(theme.color(Theme::Role::Second));
        painter.drawText(rect(), Qt::AlignCenter,
                         tr("Nothing to draw yet. Drop tags here, or choose some."));
        return;
    }
    for (const Chart &chart : m_charts) {
        painter.drawImage(QPointF(0.0, chart.plot.top() - chartGap() / 2.0), chart.picture);
        paintLive(painter, chart);
        paintFixed(painter, chart);
        chart.legend.paint(painter, QPointF(theme.measure(kLegendMargin), chart.header.top()));
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

/// With the last level of its asset where the tags come from several, or where the tag's own name
/// says too little.
QString TrendView::traceTitle(std::size_t trace) const
{
    const std::vector<TrendTrace> &traces = m_window.traces();
    if (const auto given = m_titles.find(traces[trace].tag); given != m_titles.end())
        return given->second;
    const std::string asset = assetPath(traces[trace].info.path);
    const bool isAlone
        = std::all_of(traces.begin(), traces.end(), [&asset](const TrendTrace &other) {
              return assetPath(other.info.path) == asset;
          });
    if (isAlone || asset.empty())
        return tagTitleOn(asset, traces[trace].info);
    return assetName(*m_plant.tags, asset) + QLatin1Char(' ') + tagTitle(traces[trace].info);
}

/// Without a crosshair the newest value, as the tiles have it: a range moves on by whole pixels.
QString TrendView::valueWords(const TrendTrace &trace) const
{
    const std::optional<double> value = m_mouse ? valueAtCursor(trace, timeAt(*m_mouse))
        : m_window.isLive()                     ? newestValue(trace)
                                                : valueAtCursor(trace, m_window.range().to);
    if (!value)
        return QStringLiteral("–");
    if (trace.isOnOff)
        return *value > 0.5 ? tr("on") : tr("off");
    return numberOf(trace, *value);
}

TrendLegend TrendView::legendOf(const Chart &chart) const
{
    const std::vector<TrendTrace> &traces = m_window.traces();
    const bool isSingle = chart.traces.size() == 1;
    std::vector<TrendLegend::Entry> entries;
    for (const std::size_t index : chart.traces)
        entries.push_back({colourOf(index), isSingle ? QString() : traceTitle(index),
                           chart.isEmpty ? QStringLiteral("–") : valueWords(traces[index]),
                           figuresText(index)});
    const Theme &theme = Theme::instance();
    const double room = width() - theme.measure(kLegendMargin) - theme.measure(kRightMargin);
    return {isSingle ? traceTitle(chart.traces.front()) : QString(), chart.unit, entries, room};
}

/// Whether that changes their lines. Without `isAnew` those do not become fewer, so that plots keep
/// their places while values come.
bool TrendView::takeLegends(bool isAnew)
{
    bool isOther = false;
    for (Chart &chart : m_charts) {
        chart.legend = legendOf(chart);
        const int before = std::exchange(chart.legendLines, chart.legend.lines());
        if (!isAnew)
            chart.legendLines = std::max(chart.legendLines, before);
        isOther = isOther || chart.legendLines != before;
    }
    return isOther;
}

/// What came since the picture was drawn, over a copy of the end of it.
void TrendView::paintLive(QPainter &painter, const Chart &chart)
{
    double left = chart.plot.right();
    for (const std::size_t index : chart.traces) {
        const TrendTrace &trace = m_window.traces()[index];
        if (trace.isStep || !trace.live.empty())
            left = std::min(left, plotX(timestampFromMicroseconds(newestStored(trace))));
    }
    if (left >= chart.plot.right())
        return;
    left = std::max(left - kLineReach, chart.plot.left());
    const double ratio = chart.picture.devicePixelRatio();
    const int from = static_cast<int>(std::floor(left * ratio));
    const int to = static_cast<int>(std::ceil(chart.plot.right() * ratio));
    QImage end = chart.picture.copy(from, 0, to - from, chart.picture.height());
    QPainter over(&end);
    over.translate(-from / ratio, 0.0);
    TrendPainter drawn(over, plotInPicture(chart), m_window.range(), chart.scale,
                       TrendLook::ofTheme());
    const Timestamp now = std::min(m_plant.clock->now(), m_window.range().to);
    for (const std::size_t index : chart.traces)
        drawn.live(m_window.traces()[index], colourOf(index), now);
    over.end();
    painter.drawImage(QPointF(from / ratio, chart.plot.top() - chartGap() / 2.0), end);
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
        .timeLabels(m_ticks, rect());
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
