#pragma once

#include "data/alarms/alarm_time.h"

#include <optional>
#include <vector>

namespace telltale {

/// The evaluated samples of a rate rule within its window, oldest first.
/// Shape   at most 4096 points: then every second one is given up, never the newest.
class RateWindow
{
public:
    static constexpr std::size_t kMostPoints = 4096;

    void clear();
    /// Takes the sample in and forgets what is older than `window`. The rate in unit per second
    /// from the oldest point on; nothing while less than half the window is covered.
    std::optional<double> add(AlarmTime te, double value, AlarmTime window);

private:
    struct Point
    {
        AlarmTime te;
        double value;
    };
    void thin();

    std::vector<Point> m_points;
    std::size_t m_first = 0;
};

} // namespace telltale
