#include "widgets/trends/trend_view.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "models/history_queries.h"
#include "models/value_text.h"
#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <memory>
#include <numeric>

// What a TrendView says where nothing was measured.

namespace telltale {
namespace {

constexpr int kSamplesShown = 100; ///< of the newest data, at its own cadence
constexpr int kRoomAfterNewest = 20; ///< the span divided by this

/// Something to draw, or a value that is bad: both are data.
bool hasData(const TrendTrace &trace, TimeRange range)
{
    const auto isInside = [&range](const Sample &sample) {
        return range.from <= sample.time && sample.time < range.to;
    };
    const std::int64_t from = toMicroseconds(range.from);
    const std::int64_t to = toMicroseconds(range.to);
    const TrendRange &data = trace.data;
    return std::any_of(data.columns.begin(), data.columns.end(),
                       [&](const TrendRange::Column &column) {
                           return column.count + column.bad > 0 && column.lastTime >= from
                               && column.firstTime < to;
                       })
        || std::any_of(data.samples.begin(), data.samples.end(), isInside)
        || std::any_of(trace.live.begin(), trace.live.end(), isInside);
}

} // namespace

/// While something is being loaded, a chart stays what it was. What has just come is on its way.
void TrendView::findEmpty()
{
    const std::vector<TrendTrace> &traces = m_window.traces();
    const bool isLoaded = m_window.isComplete()
        && std::none_of(traces.begin(), traces.end(),
                        [](const auto &one) { return one.isPending; });
    for (Chart &chart : m_charts) {
        const bool has = chart.isText
            || std::any_of(chart.traces.begin(), chart.traces.end(), [&](std::size_t index) {
                             return hasData(traces[index], m_window.range());
                         });
        const std::optional<Timestamp> last = newest(chart.traces);
        const TimeRange range = m_window.range();
        const bool isComing = last && range.from <= *last && *last < range.to;
        chart.isEmpty = !has && !isComing && (isLoaded || chart.isEmpty);
    }
    placeToNewest();
}

/// By event time; none if nothing has ever come.
std::optional<Timestamp> TrendView::newest(const std::vector<std::size_t> &traces) const
{
    std::optional<Timestamp> newest;
    for (const std::size_t index : traces) {
        const LiveValues::Value value = m_plant.live->value(m_window.traces()[index].tag);
        if (value.sample.tag.isValid())
            newest = std::max(newest.value_or(value.sample.time), value.sample.time);
    }
    return newest;
}

QString TrendView::emptyWords(const std::vector<std::size_t> &traces) const
{
    const std::optional<Timestamp> last = newest(traces);
    if (!last)
        return tr("No data in this period");
    return tr("No data in this period; latest data: %1")
        .arg(shortTimeText(*last, m_plant.clock->now(), m_plant.zone, QLocale()));
}

QString TrendView::emptyText() const
{
    const bool isEmpty = !m_charts.empty()
        && std::all_of(m_charts.begin(), m_charts.end(),
                       [](const Chart &one) { return one.isEmpty; });
    if (!isEmpty)
        return {};
    return emptyWords(allTraces());
}

/// Where no chart has data, that is said once.
QString TrendView::emptyWords(const Chart &chart) const
{
    const QString ofAll = emptyText();
    if (ofAll.isEmpty())
        return chart.isEmpty ? emptyWords(chart.traces) : QString();
    return &chart == &m_charts.front() ? ofAll : QString();
}

std::vector<std::size_t> TrendView::allTraces() const
{
    std::vector<std::size_t> all(m_window.traces().size());
    std::iota(all.begin(), all.end(), std::size_t(0));
    return all;
}

/// As much as the cadence of the data asks for, if that is more than what is shown. What was not
/// heard in this run has its cadence in history only.
void TrendView::showNewest()
{
    const std::optional<Timestamp> last = newest(allTraces());
    if (!last)
        return;
    auto cadence = std::make_shared<std::chrono::microseconds>(0);
    TagId tag;
    for (const TrendTrace &trace : m_window.traces()) {
        const LiveValues::Value value = m_plant.live->value(trace.tag);
        *cadence = std::max(*cadence, std::chrono::microseconds(value.cadence));
        if (value.sample.time == *last)
            tag = trace.tag;
    }
    m_plant.history->run(
        [cadence, tag, at = *last](HistoryReader &reader, const CancelFlag &) {
            const auto before = reader.valueAt(tag, at - std::chrono::microseconds(1));
            if (cadence->count() == 0 && before.ok() && before.value())
                *cadence = at - before.value()->time;
        },
        this, [this, cadence, at = *last] { showEnd(at, *cadence * kSamplesShown); });
}

/// Of the data, at least as much of them as is shown now.
void TrendView::showEnd(Timestamp last, std::chrono::microseconds least)
{
    const std::chrono::microseconds span = std::max(m_window.span(), least);
    if (last > m_plant.clock->now() - span)
        return m_navigator.follow(span);
    const Timestamp to = last + span / kRoomAfterNewest;
    m_navigator.show({to - span, to});
}

/// The line in the middle of a chart that its words and, in the first, the button stand on.
QRectF TrendView::emptyRoom(const Chart &chart) const
{
    const Theme &theme = Theme::instance();
    const QFontMetricsF metrics(theme.font(Theme::Type::Text));
    const bool hasButton = &chart == &m_charts.front() && m_toNewest->isVisibleTo(this);
    const double button = hasButton ? Theme::kGap + m_toNewest->sizeHint().width() : 0.0;
    const double words = metrics.horizontalAdvance(emptyWords(chart)) + 2.0 * Theme::kGrid;
    const double wide = std::min(words + button, chart.plot.width());
    QRectF room(0.0, 0.0, wide, theme.measure(Theme::kButtonHeight));
    room.moveCenter(chart.plot.center());
    return room;
}

void TrendView::placeToNewest()
{
    m_toNewest->setVisible(!m_isCompact && !emptyText().isEmpty() && newest(allTraces()));
    if (!m_toNewest->isVisibleTo(this))
        return;
    const QSize size(m_toNewest->sizeHint().width(),
                     Theme::instance().measure(Theme::kButtonHeight));
    const QRect room = emptyRoom(m_charts.front()).toRect();
    m_toNewest->setGeometry(QRect(QPoint(room.right() - size.width(), room.top()), size));
}

void TrendView::paintEmpty(QPainter &painter, const Chart &chart)
{
    const QString words = emptyWords(chart);
    if (words.isEmpty())
        return;
    const Theme &theme = Theme::instance();
    QRectF room = emptyRoom(chart);
    if (&chart == &m_charts.front() && m_toNewest->isVisibleTo(this))
        room.setRight(m_toNewest->geometry().left() - Theme::kGap);
    painter.setFont(theme.font(Theme::Type::Text));
    painter.fillRect(room, theme.color(Theme::Role::Surface));
    painter.setPen(theme.color(Theme::Role::Text));
    painter.drawText(
        room, Qt::AlignCenter,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(room.width())));
}

} // namespace telltale
