#include "data/history/column_builder.h"

#include <algorithm>

namespace telltale {
namespace {

/// Microseconds times pixels need more than 64 bits.
__extension__ using Wide = unsigned __int128;

std::uint64_t distance(std::int64_t from, std::int64_t to)
{
    return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
}

} // namespace

ColumnBuilder::ColumnBuilder(TimeRange range, int pixels)
    : m_from(toMicroseconds(range.from))
    , m_to(toMicroseconds(range.to))
    , m_columns(static_cast<std::size_t>(pixels))
{ }

void ColumnBuilder::add(std::int64_t time, double value, Quality quality, SampleFlags flags)
{
    if (!m_current || time < m_currentFrom || time >= m_currentTo)
        enter(time);
    TrendRange::Column &column = *m_current;
    if (!hasNumber(value, quality, flags)) {
        ++column.bad;
        return;
    }
    if (column.count == 0) {
        column.min = column.max = column.first = value;
        column.firstTime = time;
    }
    column.min = std::min(column.min, value);
    column.max = std::max(column.max, value);
    column.sum += value;
    column.last = value;
    column.lastTime = time;
    ++column.count;
}

bool ColumnBuilder::isWithinOne(const ChunkSummary &chunk) const
{
    return chunk.first >= m_from && chunk.last < m_to
        && columnOf(chunk.first) == columnOf(chunk.last);
}

void ColumnBuilder::add(const ChunkSummary &chunk)
{
    TrendRange::Column &column = m_columns[columnOf(chunk.first)];
    column.bad += chunk.bad;
    if (chunk.numbers() == 0)
        return;
    if (column.count == 0) {
        column.min = chunk.min;
        column.max = chunk.max;
    }
    if (column.count == 0 || chunk.firstNumber < column.firstTime) {
        column.first = chunk.firstValue;
        column.firstTime = chunk.firstNumber;
    }
    if (column.count == 0 || chunk.lastNumber > column.lastTime) {
        column.last = chunk.lastValue;
        column.lastTime = chunk.lastNumber;
    }
    column.min = std::min(column.min, chunk.min);
    column.max = std::max(column.max, chunk.max);
    column.sum += chunk.sum;
    column.count += chunk.numbers();
}

std::size_t ColumnBuilder::columnOf(std::int64_t time) const
{
    return static_cast<std::size_t>(Wide {distance(m_from, time)} * m_columns.size()
                                    / distance(m_from, m_to));
}

/// Column c takes times from ceil(c * span / pixels) on.
std::int64_t ColumnBuilder::beginOf(std::size_t column) const
{
    const Wide span = distance(m_from, m_to);
    const auto offset
        = static_cast<std::uint64_t>((span * column + m_columns.size() - 1) / m_columns.size());
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(m_from) + offset);
}

std::int64_t ColumnBuilder::endOfColumn(std::int64_t time) const
{
    return beginOf(columnOf(time) + 1);
}

void ColumnBuilder::enter(std::int64_t time)
{
    const std::size_t column = columnOf(time);
    m_current = &m_columns[column];
    m_currentFrom = beginOf(column);
    m_currentTo = beginOf(column + 1);
}

} // namespace telltale
