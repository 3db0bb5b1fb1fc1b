#pragma once

#include "data/telemetry/timestamp.h"

#include <algorithm>
#include <cstdint>

namespace telltale {

/// Counts what comes within stretches of the clock of one length: ten minutes that begin at :00,
/// :10, :20 ..., hours that begin at :00 (UTC). The first and the last may be cut by the period.
/// Shape   constant; times are given in their order.
class ClockBins
{
public:
    /// `limit`: a bin with more than this is over it.
    ClockBins(std::chrono::microseconds length, std::uint64_t limit)
        : m_length(length.count())
        , m_limit(limit)
    { }

    void add(Timestamp time)
    {
        const std::int64_t bin = binOf(toMicroseconds(time));
        if (bin != m_bin)
            close();
        m_bin = bin;
        ++m_count;
    }

    std::uint64_t most() const { return std::max(m_most, m_count); }
    std::uint64_t over() const { return m_over + (m_count > m_limit ? 1 : 0); }
    /// How many there are in `range`, whether anything came in them or not; at least one.
    std::uint64_t within(TimeRange range) const
    {
        const std::int64_t first = binOf(toMicroseconds(range.from));
        const std::int64_t last = binOf(toMicroseconds(range.to) - 1);
        return static_cast<std::uint64_t>(std::max<std::int64_t>(1, last - first + 1));
    }

private:
    std::int64_t binOf(std::int64_t time) const
    {
        return time / m_length - (time % m_length < 0 ? 1 : 0);
    }
    void close()
    {
        m_over = over();
        m_most = most();
        m_count = 0;
    }

    const std::int64_t m_length; ///< microseconds
    const std::uint64_t m_limit;
    std::int64_t m_bin = 0;
    std::uint64_t m_count = 0; ///< in the present bin
    std::uint64_t m_most = 0; ///< in those before
    std::uint64_t m_over = 0; ///< of those before
};

} // namespace telltale
