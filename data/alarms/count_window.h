#pragma once

#include "data/alarms/alarm_time.h"

#include <vector>

namespace telltale {

/// The newest `n` entries of a count rule into its list of values: whether all lie in the window.
/// Shape   entries oldest first, at most n: older ones decide nothing.
struct CountWindow
{
    std::vector<AlarmTime> entered; ///< event times
    std::vector<AlarmTime> arrived; ///< processing times
    bool isInside = false; ///< the newest value is in the list

    void add(AlarmTime te, AlarmTime t, std::size_t n)
    {
        while (entered.size() >= n) {
            entered.erase(entered.begin());
            arrived.erase(arrived.begin());
        }
        entered.push_back(te);
        arrived.push_back(t);
    }
    bool isReached(AlarmTime te, AlarmTime window, std::size_t n) const
    {
        return entered.size() >= n && entered[entered.size() - n] > te - window;
    }
    /// When the n-th newest entry leaves the window: by event time and by the clock.
    AlarmTime leavesAt(AlarmTime window, std::size_t n) const
    {
        return entered.size() >= n ? entered[entered.size() - n] + window : kNever;
    }
    AlarmTime dueAt(AlarmTime window, std::size_t n) const
    {
        return arrived.size() >= n ? arrived[arrived.size() - n] + window : kNever;
    }
};

} // namespace telltale
