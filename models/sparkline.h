#pragma once

#include "models/newest_values.h"

#include "data/history/history_reader.h"

#include <chrono>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace telltale {

/// The small curve of a tile: a stretch of time before now in a fixed number of columns, filled
/// from history once and from live samples after that.
/// Thread  one.
/// Shape   columns() has kColumns entries, oldest first; the last one holds now.
class Sparkline
{
public:
    static constexpr int kColumns = 144;
    struct Column
    {
        double min = 0.0;
        double max = 0.0;
        double last = 0.0;
        bool hasValue = false;
        bool isGap = false; ///< its device was silent, or history says why nothing was measured
    };

    explicit Sparkline(std::chrono::microseconds span);

    std::chrono::microseconds span() const { return m_width * kColumns; }
    /// What to ask history for, with kColumns pixels.
    TimeRange range() const;
    std::span<const Column> columns() const { return m_columns; }
    /// Change per minute over the last twelve columns that have a value, none of them older than a
    /// third of the span, as the median of the slopes between them; over the last eight if those
    /// twelve are no line. 0 where that is no more than its noise, where the last five columns do
    /// not go the same way, or where the newest one is on the way back by more than noise: behind a
    /// peak nothing rises. Nor where the newest values that were added, closer together than
    /// columns, go the other way. `said` is what was answered before: it takes more to begin a
    /// trend than to go on with it.
    double slopePerMinute(double said) const;

    void moveTo(Timestamp now); ///< never backwards
    void add(Timestamp time, double value);
    void take(const TrendRange &history); ///< what is live already stays
    void take(const Sparkline &history); ///< of the same span; what is live already stays
    void put(int column, const Column &content)
    {
        m_columns[static_cast<std::size_t>(column)] = content;
    }

private:
    using Points = std::vector<std::pair<double, double>>; ///< column, value

    Points recentPoints() const;
    int columnAt(std::int64_t time) const; ///< may be outside
    void merge(int column, double min, double max, double last); ///< newer than what is there
    void markGap(TimeRange gap);
    void addLive(const std::vector<Column> &live);
    void markSilences(const TrendRange &history);
    void comesAt(Timestamp time);

    std::chrono::microseconds m_width;
    std::int64_t m_first = 0; ///< number of the first column since 1970
    std::vector<Column> m_columns;
    NewestValues m_newestValues; ///< that were added
    std::chrono::microseconds m_patience {std::chrono::minutes(5)}; ///< longer: silent meanwhile
    std::optional<Timestamp> m_newest;
};

} // namespace telltale
