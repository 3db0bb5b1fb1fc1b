#pragma once

#include "data/history/chunk_codec.h"
#include "data/history/history_reader.h"

#include <vector>

namespace telltale {

/// Gathers samples into pixel columns: time t falls into column
/// floor((t - from) * pixels / (to - from)).
class ColumnBuilder
{
public:
    /// pixels >= 1, range not empty.
    ColumnBuilder(TimeRange range, int pixels);

    /// In order of time, within the range.
    void add(std::int64_t time, double value, Quality quality, SampleFlags flags);
    /// The first time that falls into another column than `time`, which is within the range.
    std::int64_t endOfColumn(std::int64_t time) const;
    /// Whether all samples of a chunk fall into the range and into one column.
    bool isWithinOne(const ChunkSummary &chunk) const;
    /// The same of two times within the range.
    bool areWithinOne(std::int64_t one, std::int64_t other) const
    {
        return columnOf(one) == columnOf(other);
    }
    /// To the column of its first sample, whatever is in it already.
    void add(const ChunkSummary &chunk);
    std::vector<TrendRange::Column> take() { return std::move(m_columns); }

private:
    std::size_t columnOf(std::int64_t time) const;
    std::int64_t beginOf(std::size_t column) const;
    void enter(std::int64_t time);

    std::int64_t m_from;
    std::int64_t m_to;
    std::vector<TrendRange::Column> m_columns;
    TrendRange::Column *m_current = nullptr;
    std::int64_t m_currentFrom = 0; ///< times that fall into m_current
    std::int64_t m_currentTo = 0;
};

} // namespace telltale
