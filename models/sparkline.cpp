#include "models/sparkline.h"

#include "models/silence.h"
#include "models/slope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace telltale {
namespace {

constexpr int kOldestInTrend = Sparkline::kColumns / 3; ///< columns
constexpr std::size_t kMostInTrend = 12;
constexpr std::size_t kNewest = 5; ///< of them, which say whether it still goes that way
constexpr std::size_t kBeforeNewest = 3; ///< whose middle the newest one must not fall short of
constexpr double kNoisesToTurn = 1.5;
constexpr double kNoisesToGoOn = 2.0;

/// How many of the newest points, and how much more than noise a change over them must be: fewer
/// points make a line by chance more easily.
struct TrendWindow
{
    std::size_t points;
    double noises;
};
constexpr std::array kTrendWindows {TrendWindow {kMostInTrend, 3.0}, TrendWindow {8, 4.0}};

struct Line
{
    double slope = 0.0; ///< per column
    double change = 0.0; ///< from its first point to its last
    double noise = 0.0; ///< how far points lie from it, root of the mean square
};

Line lineThrough(SlopePoints points)
{
    const double slope = medianSlope(points);
    std::vector<double> starts;
    for (const auto &[x, y] : points)
        starts.push_back(y - slope * x);
    const double start = medianOf(starts);
    double squares = 0.0;
    for (const auto &[x, y] : points)
        squares += std::pow(y - start - slope * x, 2) / static_cast<double>(points.size());
    return {slope, slope * (points.back().first - points.front().first),
            std::max(std::sqrt(squares), roundingOf(points))};
}

/// The newest value is on the way back, whatever those before it do.
bool hasTurned(SlopePoints points, double slope)
{
    std::vector<double> before;
    for (const auto &[x, y] : points.last(kBeforeNewest + 1).first(kBeforeNewest))
        before.push_back(y);
    const double back = medianOf(before) - points.back().second;
    return std::copysign(1.0, slope) * back > kNoisesToTurn * stepNoise(points);
}

} // namespace

Sparkline::Sparkline(std::chrono::microseconds span)
    : m_width(span / kColumns)
    , m_columns(kColumns)
{ }

TimeRange Sparkline::range() const
{
    const std::int64_t from = m_first * m_width.count();
    return {timestampFromMicroseconds(from), timestampFromMicroseconds(from) + span()};
}

Sparkline::Points Sparkline::recentPoints() const
{
    Points points;
    for (int i = kColumns - 1; i >= kColumns - kOldestInTrend && points.size() < kMostInTrend;
         --i) {
        const Column &column = m_columns[static_cast<std::size_t>(i)];
        if (column.hasValue && std::isfinite(column.last))
            points.emplace_back(i, column.last);
    }
    std::reverse(points.begin(), points.end());
    return points;
}

double Sparkline::slopePerMinute(double said) const
{
    const Points recent = recentPoints();
    if (recent.size() < kNewest)
        return 0.0;
    const std::span points(recent);
    const double newest = medianSlope(points.last(kNewest));
    for (const TrendWindow &window : kTrendWindows) {
        const Line line = lineThrough(points.last(std::min(window.points, points.size())));
        const bool goesOn = said * line.slope > 0.0;
        const double noises = goesOn ? kNoisesToGoOn : window.noises;
        const double least = goesOn ? 0.0 : std::fabs(line.slope) / 2.0;
        const bool isSameWay = newest * line.slope > 0.0 && std::fabs(newest) >= least
            && !hasTurned(points, line.slope);
        if (isSameWay && std::fabs(line.change) > noises * line.noise
            && !m_newestValues.goAgainst(line.slope))
            return line.slope / (static_cast<double>(m_width.count()) / 60e6);
    }
    return 0.0;
}

void Sparkline::moveTo(Timestamp now)
{
    const std::int64_t first = toMicroseconds(now) / m_width.count() - kColumns + 1;
    if (first <= m_first)
        return;
    const std::int64_t steps = std::min<std::int64_t>(first - m_first, kColumns);
    m_columns.erase(m_columns.begin(), m_columns.begin() + static_cast<std::ptrdiff_t>(steps));
    m_columns.resize(kColumns);
    m_first = first;
}

void Sparkline::add(Timestamp time, double value)
{
    comesAt(time);
    m_newestValues.add(time, value);
    merge(columnAt(toMicroseconds(time)), value, value, value);
}

void Sparkline::comesAt(Timestamp time)
{
    if (m_newest && *m_newest < time - m_patience)
        markGap({*m_newest, time});
    m_newest = std::max(m_newest, std::optional(time));
}

void Sparkline::take(const TrendRange &history)
{
    const std::vector<Column> live = std::exchange(m_columns, std::vector<Column>(kColumns));
    m_patience = patienceOf(history);
    if (joinsBefore(history) && !history.before->quality.isBad())
        merge(0, history.before->value, history.before->value, history.before->value);
    for (std::size_t i = 0; i < history.columns.size(); ++i) {
        const TrendRange::Column &column = history.columns[i];
        const std::int64_t from
            = toMicroseconds(history.range.from) + static_cast<std::int64_t>(i) * m_width.count();
        if (column.count > 0)
            merge(columnAt(from), column.min, column.max, column.last);
    }
    for (const Sample &sample : history.samples) {
        if (!sample.quality.isBad())
            merge(columnAt(toMicroseconds(sample.time)), sample.value, sample.value, sample.value);
    }
    for (const HistoryGap &gap : history.gaps)
        markGap(gap.range);
    markSilences(history);
    addLive(live);
}

/// The last one only once it is over all of a column: the last column may have just begun.
void Sparkline::markSilences(const TrendRange &history)
{
    for (const HistoryGap &silence : silencesIn(history))
        markGap(silence.range);
    m_newest = newestOf(history);
    if (m_newest && *m_newest < range().to - m_width - m_patience)
        markGap({*m_newest, Timestamp::max()});
}

void Sparkline::take(const Sparkline &history)
{
    const std::vector<Column> live = std::exchange(m_columns, std::vector<Column>(kColumns));
    for (int i = 0; i < kColumns; ++i) {
        const std::int64_t from = i + m_first - history.m_first;
        if (from >= 0 && from < kColumns)
            m_columns[static_cast<std::size_t>(i)]
                = history.m_columns[static_cast<std::size_t>(from)];
    }
    addLive(live);
}

/// The first column begins with what came before it, which may have been something else when
/// history was asked before all of it had come: the newer answer counts alone.
void Sparkline::addLive(const std::vector<Column> &live)
{
    for (int i = m_columns.front().hasValue ? 1 : 0; i < kColumns; ++i) {
        const Column &column = live[static_cast<std::size_t>(i)];
        if (!column.hasValue)
            continue;
        comesAt(timestampFromMicroseconds((m_first + i) * m_width.count()));
        merge(i, column.min, column.max, column.last);
    }
}

void Sparkline::markGap(TimeRange gap)
{
    const int last = gap.to >= range().to ? kColumns - 1 : columnAt(toMicroseconds(gap.to)) - 1;
    for (int i = std::max(0, columnAt(toMicroseconds(gap.from)) + 1); i <= last; ++i)
        m_columns[static_cast<std::size_t>(i)].isGap = true;
}

int Sparkline::columnAt(std::int64_t time) const
{
    const std::int64_t column = time / m_width.count() - m_first;
    return static_cast<int>(std::clamp<std::int64_t>(column, -1, kColumns));
}

void Sparkline::merge(int column, double min, double max, double last)
{
    if (column < 0 || column >= kColumns)
        return;
    Column &into = m_columns[static_cast<std::size_t>(column)];
    if (!into.hasValue) {
        into = {min, max, last, true, false};
        return;
    }
    into.min = std::min(into.min, min);
    into.max = std::max(into.max, max);
    into.last = last;
}

} // namespace telltale
