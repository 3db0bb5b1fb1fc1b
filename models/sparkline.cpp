#include "models/sparkline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale {
namespace {

constexpr int kSlopeColumns = Sparkline::kColumns / 12;
constexpr double kNoises = 3.0; ///< less of a change happens by chance
constexpr double kRounding = 1e-12; ///< of the values: what sums of doubles may be off

struct Line
{
    double slope = 0.0; ///< per column
    double noise = 0.0; ///< how far points lie from it, root of the mean square
};

/// Least squares; of at least two points.
Line lineThrough(const std::vector<std::pair<double, double>> &points)
{
    const auto count = static_cast<double>(points.size());
    double meanX = 0.0;
    double meanY = 0.0;
    for (const auto &[x, y] : points) {
        meanX += x / count;
        meanY += y / count;
    }
    double xx = 0.0;
    double xy = 0.0;
    for (const auto &[x, y] : points) {
        xx += (x - meanX) * (x - meanX);
        xy += (x - meanX) * (y - meanY);
    }
    Line line {xy / xx, 0.0};
    double squares = 0.0;
    for (const auto &[x, y] : points)
        squares += std::pow(y - meanY - line.slope * (x - meanX), 2) / count;
    line.noise = std::max(std::sqrt(squares), kRounding * std::fabs(meanY));
    return line;
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

std::optional<double> Sparkline::slopePerMinute() const
{
    std::vector<std::pair<double, double>> points; // column, value
    for (int i = kColumns - kSlopeColumns; i < kColumns; ++i) {
        const Column &column = m_columns[static_cast<std::size_t>(i)];
        if (column.hasValue && std::isfinite(column.last))
            points.emplace_back(i, column.last);
    }
    if (points.size() < 2 || points.back().first - points.front().first < kSlopeColumns / 2.0)
        return std::nullopt;
    const Line line = lineThrough(points);
    const double change = line.slope * (points.back().first - points.front().first);
    if (std::fabs(change) <= kNoises * line.noise)
        return 0.0;
    return line.slope / (static_cast<double>(m_width.count()) / 60e6);
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
    merge(columnAt(toMicroseconds(time)), value, value, value);
}

void Sparkline::take(const TrendRange &history)
{
    const std::vector<Column> live = std::exchange(m_columns, std::vector<Column>(kColumns));
    if (history.before && !history.before->quality.isBad())
        add(range().from, history.before->value);
    for (std::size_t i = 0; i < history.columns.size(); ++i) {
        const TrendRange::Column &column = history.columns[i];
        const std::int64_t from
            = toMicroseconds(history.range.from) + static_cast<std::int64_t>(i) * m_width.count();
        if (column.count > 0)
            merge(columnAt(from), column.min, column.max, column.last);
    }
    for (const Sample &sample : history.samples) {
        if (!sample.quality.isBad())
            add(sample.time, sample.value);
    }
    for (const HistoryGap &gap : history.gaps)
        markGap(gap.range);
    addLive(live);
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

void Sparkline::addLive(const std::vector<Column> &live)
{
    for (int i = 0; i < kColumns; ++i) {
        if (const Column &column = live[static_cast<std::size_t>(i)]; column.hasValue)
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
