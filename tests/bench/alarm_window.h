#pragma once

#include <optional>

namespace telltale::bench {

class TimedApplication;

/// What a window with the list of alarms showed at rated load; none: could not be measured.
struct AlarmWindowResult
{
    std::optional<double> shownP99; ///< ms from a sample to the end of the paint of its row
    std::optional<double> burstShownP99;
    std::optional<double> burstWorstFrame; ///< ms: the longest event of the GUI thread
    std::optional<double> burstLost; ///< alarms that are not in the journal exactly once
};

/// The main window on the page of alarms while ten alarms a second come, then five thousand within
/// one second.
AlarmWindowResult runAlarmWindow(TimedApplication &application);

} // namespace telltale::bench
