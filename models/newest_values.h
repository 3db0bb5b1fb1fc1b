#pragma once

#include "data/telemetry/timestamp.h"

#include <utility>
#include <vector>

namespace telltale {

/// The last values of a tag that were seen, at most one a second: which way it goes right now,
/// where the columns of a curve are too wide to tell.
/// Thread  one.
/// Shape   at most 24, oldest first, none more than five minutes older than the newest.
class NewestValues
{
public:
    void add(Timestamp time, double value); ///< one that is not newer or no number is left out
    /// The last eight of them go the other way than `slope` (up: above 0), by more than noise.
    bool goAgainst(double slope) const;

private:
    std::vector<std::pair<double, double>> m_points; ///< seconds since m_start, value
    Timestamp m_start {};
};

} // namespace telltale
