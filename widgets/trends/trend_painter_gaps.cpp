#include "widgets/trends/trend_painter.h"

#include "models/gap_words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

// How a TrendPainter shows why there is nothing.

namespace telltale {
namespace {

constexpr double kHatchDistance = 8.0;
constexpr std::size_t kMostLabels = 20;
constexpr double kLabelEdge = 4.0; ///< from the upper edge, where bands have their bar

/// The longest ones, longest first. What holds for all charts of a page comes before what holds for
/// the devices of one, so that its words stand at the same edge in all of them.
std::vector<const HistoryGap *> inOrder(const std::vector<HistoryGap> &gaps)
{
    std::vector<const HistoryGap *> order;
    for (const HistoryGap &gap : gaps)
        order.push_back(&gap);
    const auto length = [](const HistoryGap *gap) { // the ends of time may be its own
        return static_cast<double>(toMicroseconds(gap->range.to))
            - static_cast<double>(toMicroseconds(gap->range.from));
    };
    std::stable_sort(
        order.begin(), order.end(), [length](const HistoryGap *a, const HistoryGap *b) {
            if (length(a) != length(b))
                return length(a) > length(b);
            return std::tie(a->cause, a->range.from) < std::tie(b->cause, b->range.from);
        });
    order.resize(std::min(order.size(), kMostLabels));
    std::stable_partition(order.begin(), order.end(),
                          [](const HistoryGap *gap) { return !gap->isOfDevice(); });
    return order;
}

/// When only roll-ups of any of the traces are left.
std::vector<TimeRange> rolledUpOf(const std::vector<const TrendTrace *> &traces)
{
    std::vector<TimeRange> ranges;
    for (const TrendTrace *trace : traces)
        ranges.insert(ranges.end(), trace->data.rolledUp.begin(), trace->data.rolledUp.end());
    return united(std::move(ranges));
}

bool isTaken(const std::vector<QRectF> &taken, const QRectF &at)
{
    return std::any_of(taken.begin(), taken.end(),
                       [&at](const QRectF &other) { return other.intersects(at); });
}

} // namespace

/// Where a gap is drawn; empty if it is less than a pixel wide.
QRectF TrendPainter::areaOf(const TimeRange &range) const
{
    const double left = std::max(m_plot.left(), x(toMicroseconds(range.from)));
    const double right
        = std::min(m_plot.right(), x(toMicroseconds(std::min(range.to, m_range.to))));
    if (right - left < 1.0)
        return {};
    return {left, m_plot.top(), right - left, m_plot.height()};
}

void TrendPainter::gaps(const std::vector<HistoryGap> &gaps)
{
    for (const HistoryGap &gap : gaps) {
        const QRectF area = areaOf(gap.range);
        if (area.isEmpty())
            continue;
        const double begin = x(toMicroseconds(gap.range.from)); // the lines move with the gap
        const double lines = std::floor((area.left() - area.height() - begin) / kHatchDistance);
        m_painter.save();
        m_painter.setClipRect(area, Qt::IntersectClip);
        m_painter.setPen(QPen(m_look.hatch, 1.0));
        for (double start = begin + lines * kHatchDistance; start < area.right();
             start += kHatchDistance)
            m_painter.drawLine(QPointF(start, area.bottom()),
                               QPointF(start + area.height(), area.top()));
        m_painter.restore();
    }
}

/// Where there is room: each at the lower edge or else at the upper one, on no curve and no other
/// label. The others are told by the crosshair.
void TrendPainter::gapLabels(const std::vector<HistoryGap> &gaps,
                             const std::vector<const TrendTrace *> &traces)
{
    m_painter.save();
    m_painter.setClipRect(m_plot, Qt::IntersectClip);
    m_painter.setFont(m_look.axisFont);
    m_painter.setPen(m_look.second);
    const QFontMetricsF metrics(m_look.axisFont, m_painter.device());
    std::vector<QRectF> taken;
    for (const HistoryGap *gap : inOrder(gaps)) {
        const QRectF area = areaOf(gap->range);
        if (area.isEmpty())
            continue;
        const QString words = gapWords(*gap, m_range.to);
        const double width = metrics.horizontalAdvance(words) + 4.0;
        const double left = std::clamp(area.center().x() - width / 2, m_plot.left(),
                                       std::max(m_plot.left(), m_plot.right() - width));
        for (const double top : {area.bottom() - metrics.height() - 2.0, area.top() + kLabelEdge}) {
            const QRectF at(left, top, width, metrics.height());
            if (isTaken(taken, at) || (width > area.width() && isCrossed(at, traces)))
                continue;
            taken.push_back(at);
            m_painter.fillRect(at, m_look.ground);
            m_painter.drawText(at, Qt::AlignCenter, words);
            break;
        }
    }
    for (const TimeRange &range : rolledUpOf(traces))
        rollUpLabel(range, traces, taken);
    m_painter.restore();
}

/// There are curves all along it: its words may find no room, its line always has some.
void TrendPainter::rollUpLabel(const TimeRange &range,
                               const std::vector<const TrendTrace *> &traces,
                               std::vector<QRectF> &taken)
{
    const QRectF area = areaOf(range);
    if (area.isEmpty())
        return;
    const double line = area.bottom() - 1.0;
    m_painter.setPen(QPen(m_look.second, 2.0, Qt::DotLine));
    m_painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
    m_painter.setPen(m_look.second);
    const QFontMetricsF metrics(m_look.axisFont, m_painter.device());
    const QString words = rollUpWords();
    const double width = metrics.horizontalAdvance(words) + 4.0;
    for (const double top : {line - metrics.height() - 2.0, area.top() + kLabelEdge}) {
        const QRectF at(area.left() + 2.0, top, width, metrics.height());
        if (width + 2.0 > area.width() || isTaken(taken, at) || isCrossed(at, traces))
            continue;
        taken.push_back(at);
        m_painter.fillRect(at, m_look.ground);
        m_painter.drawText(at, Qt::AlignCenter, words);
        return;
    }
}

/// Whether a curve runs through `area`.
bool TrendPainter::isCrossed(const QRectF &area,
                             const std::vector<const TrendTrace *> &traces) const
{
    return std::any_of(traces.begin(), traces.end(), [&](const TrendTrace *trace) {
        const TrendJoins joins(*trace);
        QRectF last; // from the lowest to the highest of what came before
        std::int64_t before = 0;
        const auto meets = [&](std::int64_t from, std::int64_t to, double high, double low) {
            const QRectF one(QPointF(x(from), y(high)), QPointF(x(to) + 1.0, y(low) + 1.0));
            const bool isOneLine = before != 0 && joins.isJoined(before, from);
            const QRectF reach = isOneLine ? one.united(last) : one;
            last = one;
            before = to;
            return reach.intersects(area);
        };
        const auto meetsSample = [&](const Sample &sample) {
            const std::int64_t time = toMicroseconds(sample.time);
            return isDrawn(sample) && meets(time, time, sample.value, sample.value);
        };
        return std::any_of(trace->data.columns.begin(), trace->data.columns.end(),
                           [&](const TrendRange::Column &column) {
                               return column.count > 0
                                   && meets(column.firstTime, column.lastTime, column.max,
                                            column.min);
                           })
            || std::any_of(trace->data.samples.begin(), trace->data.samples.end(), meetsSample)
            || std::any_of(trace->live.begin(), trace->live.end(), meetsSample);
    });
}

} // namespace telltale
