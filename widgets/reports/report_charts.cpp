#include "widgets/reports/report_charts.h"

#include "widgets/common/theme.h"
#include "widgets/reports/report_canvas.h"
#include "widgets/trends/trend_painter.h"

#include "models/value_text.h"

#include "data/telemetry/path_pattern.h"
#include "data/workspace/workspace.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr std::size_t kMostLines = 6; ///< in one chart: as many as there are colours
constexpr double kHeader = 20.0;
constexpr double kHeaderGap = 7.0; ///< for half of the uppermost label
constexpr double kPlot = 132.0;
constexpr double kLowPlot = 28.0; ///< of two-valued tags
constexpr double kTimeAxis = 26.0;
constexpr double kAxisWidth = 48.0;
constexpr double kSwatch = 14.0;
constexpr double kNameGap = 10.0;
constexpr double kRoom = kHeader * 2 + kHeaderGap + kTimeAxis; ///< of a chart beside its plot
constexpr double kPixelsPerTimeTick = 95.0;
constexpr double kPixelsPerValueTick = 30.0;
constexpr double kLeastOfValue = 0.01; ///< what the axis shows at least
constexpr double kLeastOfRange = 0.2;
constexpr double kReach = 0.5; ///< of the values' height: limits so near are shown

TrendLook paperLook()
{
    const auto colour = [](Theme::Role role) { return Theme::colorOf(Theme::Mode::Light, role); };
    TrendLook look;
    look.ground = Qt::white;
    look.grid = ReportCanvas::faintColour();
    look.text = colour(Theme::Role::Text);
    look.second = colour(Theme::Role::Second);
    look.hatch = colour(Theme::Role::Hatch);
    look.axisFont = ReportCanvas::font(ReportCanvas::Size::Small);
    look.lineWidth = 1.0;
    return look;
}

/// So that noise does not fill a chart: at least a part of the normal range, or of the value.
void widen(double &low, double &high, const std::vector<const ReportTag *> &members)
{
    double least = std::max(std::fabs(low), std::fabs(high)) * kLeastOfValue;
    for (const ReportTag *tag : members) {
        const TagInfo &info = tag->trace.info;
        if (info.low && info.high)
            least = std::max(least, (*info.high - *info.low) * kLeastOfRange);
    }
    const double missing = std::max(0.0, least - (high - low));
    low -= missing / 2;
    high += missing / 2;
}

QColor lineColour(std::size_t index)
{
    return Theme::traceOf(Theme::Mode::Light, static_cast<int>(index));
}

} // namespace

ReportCharts::ReportCharts(ReportCanvas &canvas, const ReportData &data, const Workspace &workspace)
    : m_canvas(canvas)
    , m_data(data)
    , m_workspace(workspace)
{ }

void ReportCharts::paint()
{
    for (const Members &members : charts()) {
        if (m_canvas.isCancelled())
            return;
        paintChart(members);
    }
}

double ReportCharts::roomOfOne()
{
    return kRoom + kPlot;
}

/// Tags of one unit share a chart while there are colours - of an overview only those that measure
/// the same in one area; two-valued ones stand alone, last.
std::vector<ReportCharts::Members> ReportCharts::charts() const
{
    std::vector<Members> numbers;
    std::vector<Members> states;
    for (const ReportTag &tag : m_data.tags) {
        if (tag.figures.samples == 0)
            continue;
        if (tag.trace.isOnOff) {
            states.push_back({&tag});
            continue;
        }
        const auto same = std::find_if(numbers.begin(), numbers.end(), [&](const Members &one) {
            return one.size() < kMostLines && belongTogether(*one.front(), tag);
        });
        if (same == numbers.end())
            numbers.push_back({&tag});
        else
            same->push_back(&tag);
    }
    numbers.insert(numbers.end(), states.begin(), states.end());
    return numbers;
}

bool ReportCharts::belongTogether(const ReportTag &one, const ReportTag &other) const
{
    const TagInfo &first = one.trace.info;
    const TagInfo &second = other.trace.info;
    if (first.unit.empty() || first.unit != second.unit)
        return false;
    return !m_data.asset.empty()
        || (tagTitle(first) == tagTitle(second)
            && assetPath(assetPath(first.path)) == assetPath(assetPath(second.path)));
}

void ReportCharts::paintChart(const Members &members)
{
    const bool isState = members.front()->trace.isOnOff;
    const double height = isState ? kLowPlot : kPlot;
    m_canvas.require(kRoom + height - (members.size() == 1 ? kHeader : 0.0));
    paintHeader(members);
    const std::vector<TrendLimit> limits = limitsOf(members);
    const TrendLook look = paperLook();
    const AxisScale scale = scaleOf(members, limits);
    const QFontMetricsF metrics(look.axisFont, m_canvas.painter().device());
    const double axis = std::max(kAxisWidth, TrendPainter::axisWidth(scale, metrics));
    const QRectF plot(m_canvas.left() + axis, m_canvas.top(), m_canvas.width() - axis, height);
    TrendPainter painter(m_canvas.painter(), plot, m_data.options.range, scale, look);
    const std::vector<TimeTick> ticks
        = timeTicks(m_data.options.range, static_cast<int>(plot.width() / kPixelsPerTimeTick),
                    m_data.options.zone);
    painter.bands(bandsOf(members));
    painter.grid(ticks);
    std::vector<const TrendTrace *> traces;
    for (const ReportTag *member : members)
        traces.push_back(&member->trace);
    const std::vector<HistoryGap> gaps = gapsOf(traces);
    painter.gaps(gaps);
    painter.gapLabels(gaps, traces);
    painter.valueLabels();
    painter.timeLabels(ticks, m_canvas.paper());
    painter.limits(limits, traces);
    for (std::size_t i = 0; i < members.size(); ++i)
        painter.stored(members[i]->trace, lineColour(i));
    m_canvas.skip(height + kTimeAxis);
}

/// Title and unit of one line; unit, swatch and name of each of several, in as many rows as needed.
void ReportCharts::paintHeader(const Members &members)
{
    double left = m_canvas.left();
    const auto write = [&](const QString &text, ReportCanvas::Size size, bool isQuiet) {
        const double width = std::min(m_canvas.widthOf(text, size), m_canvas.width());
        m_canvas.cell({left, m_canvas.top(), width, kHeader}, text, size, Qt::AlignLeft, isQuiet);
        left += width + kNameGap;
    };
    const bool isAlone = members.size() == 1;
    if (isAlone)
        write(nameOf(*members.front()), ReportCanvas::Size::Strong, false);
    if (!members.front()->trace.info.unit.empty())
        write(shownText(members.front()->trace.info.unit), ReportCanvas::Size::Text, true);
    for (std::size_t i = 0; !isAlone && i < members.size(); ++i) {
        const QString name = nameOf(*members[i]);
        const double right
            = left + kSwatch + kNameGap + m_canvas.widthOf(name, ReportCanvas::Size::Text);
        if (right > m_canvas.left() + m_canvas.width() && left > m_canvas.left()) {
            left = m_canvas.left();
            m_canvas.skip(kHeader * 0.8);
        }
        m_canvas.painter().fillRect(QRectF(left, m_canvas.top() + kHeader / 2 - 1.0, kSwatch, 2.0),
                                    lineColour(i));
        left += kSwatch + 4.0;
        write(name, ReportCanvas::Size::Text, false);
    }
    m_canvas.skip(kHeader + kHeaderGap);
}

AxisScale ReportCharts::scaleOf(const Members &members, const std::vector<TrendLimit> &limits) const
{
    if (members.front()->trace.isOnOff)
        return onOffScale();
    double low = 0.0;
    double high = 0.0;
    bool isAny = false;
    for (const ReportTag *tag : members) {
        double least = 0.0;
        double most = 0.0;
        if (!valueExtent(tag->trace, m_data.options.range, least, most))
            continue;
        low = isAny ? std::min(low, least) : least;
        high = isAny ? std::max(high, most) : most;
        isAny = true;
    }
    widen(low, high, members);
    const double reach = (high - low) * kReach;
    const double floor = low - reach;
    const double ceiling = high + reach;
    for (const TrendLimit &limit : limits) {
        if (limit.value < floor || limit.value > ceiling)
            continue;
        low = std::min(low, limit.value);
        high = std::max(high, limit.value);
    }
    return fitScale(low, high, static_cast<int>(kPlot / kPixelsPerValueTick));
}

std::vector<TrendLimit> ReportCharts::limitsOf(const Members &members) const
{
    std::vector<TrendLimit> limits;
    for (const ReportTag *tag : members) {
        const TagInfo &info = tag->trace.info;
        for (const AlarmRule &rule : m_workspace.rules) {
            const bool isMeant = rule.tag == info.path || PathPattern(rule.tag).matches(info.path);
            if (!rule.enabled || rule.kind != AlarmRule::Kind::Limit || !isMeant)
                continue;
            const QString words = rule.side == AlarmRule::Side::High ? tr("high %1") : tr("low %1");
            const QString value = numberText(rule.limit, info.decimals, m_data.options.locale);
            const bool isKnown
                = std::any_of(limits.begin(), limits.end(), [&rule](const TrendLimit &limit) {
                      return limit.value == rule.limit;
                  });
            if (!isKnown)
                limits.push_back({rule.limit, words.arg(value), rule.priority});
        }
    }
    return limits;
}

std::vector<TrendBand> ReportCharts::bandsOf(const Members &members) const
{
    std::vector<TrendBand> bands;
    const TimeRange &range = m_data.options.range;
    for (const AlarmOccurrence &alarm : m_data.alarms) {
        const bool isMeant
            = std::any_of(members.begin(), members.end(), [&alarm](const ReportTag *tag) {
                  return tag->trace.info.path == alarm.tag;
              });
        if (isMeant)
            bands.push_back({{alarm.since.value_or(range.from), alarm.returned.value_or(range.to)},
                             alarm.priority});
    }
    return bands;
}

/// Below the asset of the report; with its own asset otherwise.
QString ReportCharts::nameOf(const ReportTag &tag) const
{
    const TagInfo &info = tag.trace.info;
    if (tag.asset.empty() || assetPath(info.path) == m_data.asset)
        return tagTitle(info);
    return QString::fromStdString(tag.asset) + QStringLiteral(" · ") + tagTitle(info);
}

} // namespace telltale
