#include "widgets/trends/trend_view.h"

#include "models/value_text.h"
#include "widgets/common/theme.h"

#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr int kUnderLegend = 6;
constexpr int kAxisWidth = 56;
constexpr int kTop = 4;
constexpr int kLeastPlot = 46;
constexpr int kOnOffPlot = 32;
constexpr int kWantedPlot = 72;
constexpr double kPixelsPerTimeTick = 130.0;
constexpr double kPixelsPerValueTick = 26.0;
constexpr double kMostTicks = 6.0;

} // namespace

TrendView::TrendView(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_window(plant)
    , m_navigator(m_window)
    , m_toNewest(new QPushButton(tr("Show it (N)"), this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Trend"));
    m_toNewest->setAutoDefault(false);
    m_toNewest->setAccessibleName(tr("Show the newest data"));
    m_toNewest->hide();
    connect(m_toNewest, &QPushButton::clicked, this, &TrendView::showNewest);
    connect(&m_window, &TrendWindow::changed, this, &TrendView::dataChanged);
    connect(&m_window, &TrendWindow::described, this, [this] {
        group();
        dataChanged();
        layOut();
    });
    connect(&m_window, &TrendWindow::movedOn, this, &TrendView::movedOn);
    connect(&m_window, &TrendWindow::liveTaken, this, &TrendView::liveTaken);
    connect(&m_window, &TrendWindow::rangeChanged, this, &TrendView::viewChanged);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        takeLegends(true);
        layOut();
        update();
    });
}

void TrendView::setTags(const std::vector<TagId> &tags)
{
    m_charts.clear(); // they point at the traces of before
    m_window.setTags(tags);
    group();
    dataChanged();
    layOut();
}

void TrendView::setTitle(TagId tag, const QString &title)
{
    m_titles[tag] = title;
    update();
}

void TrendView::setLimits(TagId tag, const std::vector<TrendLimit> &limits)
{
    m_limits[tag] = limits;
    dataChanged();
}

void TrendView::setBands(TagId tag, const std::vector<TrendBand> &bands)
{
    m_bands[tag] = bands;
    dataChanged();
}

void TrendView::setCompact(bool compact)
{
    m_isCompact = compact;
    layOut();
}

/// One chart per unit, in the order the tags were given; tags without a unit stand alone.
void TrendView::group()
{
    m_charts.clear();
    m_axisWidth = 0.0;
    const std::vector<TrendTrace> &traces = m_window.traces();
    for (std::size_t i = 0; i < traces.size(); ++i) {
        const QString unit = shownText(traces[i].info.unit);
        const auto same
            = std::find_if(m_charts.begin(), m_charts.end(), [&unit](const Chart &chart) {
                  return !unit.isEmpty() && chart.unit == unit;
              });
        Chart &chart = same == m_charts.end() ? m_charts.emplace_back() : *same;
        chart.unit = unit;
        chart.key = unit.isEmpty() ? traces[i].info.path : traces[i].info.unit;
        chart.traces.push_back(i);
    }
}

int TrendView::wantedHeight() const
{
    const Theme &theme = Theme::instance();
    int height = kTop + theme.measure(kTimeAxis);
    for (const Chart &chart : m_charts)
        height += static_cast<int>(legendRoom(chart))
            + theme.measure((chart.isOnOff ? kOnOffPlot : kWantedPlot) + kChartGap);
    return height;
}

QSize TrendView::sizeHint() const
{
    return {800, wantedHeight()};
}

/// Charts of two-valued tags are low; the others share the height.
void TrendView::layOut()
{
    const Theme &theme = Theme::instance();
    const double low = theme.measure(kOnOffPlot);
    const auto lowCharts = static_cast<double>(std::count_if(
        m_charts.begin(), m_charts.end(), [](const Chart &chart) { return chart.isOnOff; }));
    const double others = std::max(1.0, static_cast<double>(m_charts.size()) - lowCharts);
    const double left = std::max<double>(theme.measure(kAxisWidth), m_axisWidth);
    const double right = width() - theme.measure(m_isCompact ? kChartGap : kRightMargin);
    double room = height() - theme.measure(kTimeAxis) - kTop - low * lowCharts;
    for (const Chart &chart : m_charts)
        room -= legendRoom(chart) + chartGap();
    const double each = std::floor(std::max<double>(theme.measure(kLeastPlot), room / others));
    double top = kTop;
    for (Chart &chart : m_charts) {
        const double legend = legendRoom(chart);
        chart.header = QRectF(0.0, top, width(), legend);
        chart.plot
            = QRectF(left, top + legend, std::max(1.0, right - left), chart.isOnOff ? low : each);
        chart.isDirty = true;
        top = chart.plot.bottom() + chartGap();
    }
    placeToNewest();
    if (wantedHeight() != m_wantedHeight)
        Q_EMIT heightWanted(m_wantedHeight = wantedHeight());
    m_window.setPixels(m_charts.empty() ? 0 : static_cast<int>(std::max(1.0, right - left)));
}

double TrendView::legendRoom(const Chart &chart) const
{
    return chart.legendLines * TrendLegend::lineHeight() + Theme::instance().measure(kUnderLegend);
}

double TrendView::chartGap() const
{
    return Theme::instance().measure(kChartGap);
}

void TrendView::takeTicks()
{
    const int count = static_cast<int>(std::max(2.0, (width() - kAxisWidth) / kPixelsPerTimeTick));
    m_ticks = timeTicks(m_window.range(), count, m_plant.zone);
}

/// The pictures go along with the range.
void TrendView::movedOn()
{
    takeTicks();
    findEmpty();
    if (m_mouse)
        Q_EMIT crosshairMoved(); // it stands, and time runs below it
    update();
}

void TrendView::dataChanged()
{
    takeTicks();
    bool isOther = false;
    for (Chart &chart : m_charts) {
        const bool isOnOff
            = std::all_of(chart.traces.begin(), chart.traces.end(),
                          [this](std::size_t index) { return m_window.traces()[index].isOnOff; });
        isOther = isOther || isOnOff != chart.isOnOff;
        chart.isOnOff = isOnOff;
        chart.isText
            = std::all_of(chart.traces.begin(), chart.traces.end(),
                          [this](std::size_t index) { return isText(m_window.traces()[index]); });
        std::vector<const TrendTrace *> shared;
        for (const std::size_t index : chart.traces)
            shared.push_back(&m_window.traces()[index]);
        chart.gaps = gapsOf(shared);
        chart.isDirty = true;
    }
    if (isOther)
        layOut();
    findEmpty();
    update();
}

/// The pictures stay, unless a value leaves its scale.
void TrendView::liveTaken()
{
    for (Chart &chart : m_charts) {
        for (const std::size_t index : chart.traces) {
            const std::vector<Sample> &live = m_window.traces()[index].live;
            const bool isInside = live.empty()
                || (live.back().value >= chart.scale.low && live.back().value <= chart.scale.high);
            chart.isDirty = chart.isDirty || !isInside;
        }
    }
    findEmpty();
    update();
}

void TrendView::takeOver(const TrendView &other)
{
    m_firstCursor = other.m_firstCursor;
    m_secondCursor = other.m_secondCursor;
    m_navigator.takeOver(other.m_navigator);
    dataChanged();
    Q_EMIT cursorsMoved();
}

void TrendView::standAt(Timestamp time)
{
    m_isThen = true;
    m_window.setRange({time - m_window.span(), time});
}

void TrendView::frame(Timestamp now)
{
    m_window.frame(now);
}

/// The scale holds all traces, and their limits if those are near.
void TrendView::fit(Chart &chart)
{
    if (chart.isOnOff) {
        chart.scale = onOffScale();
        return;
    }
    const int ticks
        = static_cast<int>(std::clamp(chart.plot.height() / kPixelsPerValueTick, 2.0, kMostTicks));
    const auto held = m_navigator.scales().find(chart.key);
    if (held != m_navigator.scales().end()) {
        chart.scale = exactScale(held->second.low, held->second.high, ticks);
        chart.hasScale = false;
        return;
    }
    std::optional<ValueRange> range = tracesExtent(chart);
    if (!range)
        return;
    includeLimits(chart, *range);
    if (chart.unit == QLatin1String("%"))
        widenPercent(range->low, range->high);
    chart.scale = fitScale(range->low, range->high, ticks, chart.hasScale ? &chart.scale : nullptr);
    chart.hasScale = true;
}

std::optional<TrendView::ValueRange> TrendView::tracesExtent(const Chart &chart) const
{
    std::optional<ValueRange> all;
    for (const std::size_t index : chart.traces) {
        ValueRange trace;
        if (!valueExtent(m_window.traces()[index], m_window.range(), trace.low, trace.high))
            continue;
        all = all ? ValueRange {std::min(all->low, trace.low), std::max(all->high, trace.high)}
                  : trace;
    }
    return all;
}

void TrendView::includeLimits(const Chart &chart, ValueRange &range)
{
    const double reach = (range.high - range.low) * 0.5;
    const ValueRange near {range.low - reach, range.high + reach};
    for (const std::size_t index : chart.traces) {
        for (const TrendLimit &limit : m_limits[m_window.traces()[index].tag]) {
            if (limit.value <= near.low || limit.value >= near.high)
                continue;
            range.low = std::min(range.low, limit.value);
            range.high = std::max(range.high, limit.value);
        }
    }
}

Timestamp TrendView::timeAt(double x) const
{
    const QRectF &plot = m_charts.front().plot;
    const double part = std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0);
    return m_window.range().from
        + std::chrono::microseconds(
               static_cast<std::int64_t>(part * static_cast<double>(m_window.span().count())));
}

double TrendView::plotX(Timestamp time) const
{
    const QRectF &plot = m_charts.front().plot;
    const double part = static_cast<double>((time - m_window.range().from).count())
        / static_cast<double>(m_window.span().count());
    return plot.left() + part * plot.width();
}

} // namespace telltale
