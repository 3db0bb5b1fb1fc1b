#pragma once

#include "data/history/gap.h"

#include <algorithm>
#include <map>
#include <vector>

namespace telltale {

/// Gaps made ready to be asked many times which of them touch a range.
/// Thread  any, const.
class GapsByTime
{
public:
    explicit GapsByTime(const std::vector<HistoryGap> &gaps);

    /// Whether `is` says so of one of `cause` that overlaps `range`.
    template <typename Is> bool hasAny(HistoryGap::Cause cause, TimeRange range, const Is &is) const
    {
        const auto found = m_ofCause.find(cause);
        if (found == m_ofCause.end())
            return false;
        const std::vector<Place> &places = found->second;
        auto next
            = std::partition_point(places.begin(), places.end(), [&range](const Place &place) {
                  return place.reach <= range.from;
              });
        for (; next != places.end() && next->gap.range.from < range.to; ++next) {
            if (next->gap.range.to > range.from && is(next->gap))
                return true;
        }
        return false;
    }

private:
    struct Place
    {
        HistoryGap gap;
        Timestamp reach; ///< the latest end so far
    };
    std::map<HistoryGap::Cause, std::vector<Place>> m_ofCause; ///< by begin
};

} // namespace telltale
