#include "widgets/reports/report_charts.h"

#include "widgets/common/theme.h"
#include "widgets/reports/report_canvas.h"
#include "widgets/trends/trend_painter.h"

#include "models/value_text.h"

#include "data/telemetry/path_pattern.h"
#include "data/workspace/workspace.h"

#include <algorithm>

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
constexpr double kPixelsPerTimeTick = 95.0;
constexpr double kPixelsPerValueTick = 30.0;
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
    const std::vector<Members> all = charts();
    if (all.empty())
        return;
    m_canvas.heading(tr("Trends"));
    for (const Members &members : all)
        paintChart(members);
}

/// Tags of one unit share a chart while there are colours; two-valued ones stand alone, last.
std::vector<ReportCharts::Members> ReportCharts::charts() const
{
    std::vector<Members> numbers;
    std::vector<Members> states;
    for (const ReportTag &tag : m_data.tags) {
        if (tag.figures.samples == 0 && !tag.trace.data.before)
            continue;
        if (tag.trace.isOnOff) {
            states.push_back({&tag});
            continue;
        }
        const auto same = std::find_if(numbers.begin(), numbers.end(), [&tag](const Members &one) {
            return !tag.trace.info.unit.empty() && one.size() < kMostLines
                && one.front()->trace.info.unit == tag.trace.info.unit;
        });
        if (same == numbers.end())
            numbers.push_back({&tag});
        else
            same->push_back(&tag);
    }
    numbers.insert(numbers.end(), states.begin(), states.end());
    return numbers;
}

void ReportCharts::paintChart(const Members &members)
{
    const bool isState = members.front()->trace.isOnOff;
    const double height = isState ? kLowPlot : kPlot;
    m_canvas.require(kHeader + kHeaderGap + height + kTimeAxis);
    paintHeader(members);
    const std::vector<TrendLimit> limits = limitsOf(members);
    const TrendLook look = paperLook();
    const QRectF plot(m_canvas.left() + kAxisWidth, m_canvas.top(), m_canvas.width() - kAxisWidth,
                      height);
    TrendPainter painter(m_canvas.painter(), plot, m_data.options.range, scaleOf(members, limits),
                         look);
    const std::vector<TimeTick> ticks
        = timeTicks(m_data.options.range, static_cast<int>(plot.width() / kPixelsPerTimeTick),
                    m_data.options.zone);
    painter.bands(bandsOf(members));
    painter.grid(ticks);
    painter.gaps(members.front()->trace.data.gaps);
    painter.valueLabels();
    painter.timeLabels(ticks);
    painter.limits(limits);
    for (std::size_t i = 0; i < members.size(); ++i)
        painter.stored(members[i]->trace, lineColour(i));
    m_canvas.skip(height + kTimeAxis);
}

void ReportCharts::paintHeader(const Members &members)
{
    const double top = m_canvas.top();
    double left = m_canvas.left();
    const auto write = [&](const QString &text, ReportCanvas::Size size, bool isQuiet) {
        const double room = m_canvas.left() + m_canvas.width() - left;
        const double wanted = m_canvas.widthOf(text, size);
        const double width = std::min(wanted, std::max(0.0, room));
        m_canvas.cell({left, top, width, kHeader}, text, size, Qt::AlignLeft, isQuiet);
        left += width + 10.0;
    };
    const QString unit = shownText(members.front()->trace.info.unit);
    if (members.size() == 1)
        write(nameOf(*members.front()), ReportCanvas::Size::Strong, false);
    if (!unit.isEmpty())
        write(unit, ReportCanvas::Size::Text, true);
    for (std::size_t i = 0; members.size() > 1 && i < members.size(); ++i) {
        m_canvas.painter().fillRect(QRectF(left, top + kHeader / 2 - 1.0, kSwatch, 2.0),
                                    lineColour(i));
        left += kSwatch + 4.0;
        write(nameOf(*members[i]), ReportCanvas::Size::Text, false);
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
    TagInfo above;
    above.path = assetPath(info.path);
    if (above.path == m_data.asset || above.path.empty())
        return tagTitle(info);
    return tagTitle(above) + QStringLiteral(" · ") + tagTitle(info);
}

} // namespace telltale
