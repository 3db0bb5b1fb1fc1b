#pragma once

#include <cstdint>
#include <string>

namespace telltale::bench {

class TimedApplication;

/// The whole path in a process that shows ten charts of 1000x400, drawn 10 times a second; prints
/// as runRiver() does. What is measured is the time the window is open: like the connection, it
/// stands before the first message comes. Fails if the charts were not painted as often.
int runCharts(TimedApplication &application, std::uint16_t port, std::uint64_t count,
              const std::string &folder);

/// What a window under load showed.
struct WindowResult
{
    std::uint64_t received = 0;
    double worstEvent = 0.0; ///< ms
    std::uint64_t alarmsShown = 0; ///< of probes
    double alarmP99 = 0.0; ///< ms from the probe's publishing to the end of the paint of its row
};

/// The desktop's own window (plant session, main window on `page`) under load; prints "ready" and
/// a WindowResult. A sample over 50 on bench/probe/... is an alarm.
int runWindow(TimedApplication &application, std::uint16_t port, std::uint64_t count,
              const std::string &folder, const std::string &page);

} // namespace telltale::bench
