#pragma once

#include "tests/bench/timed_application.h"

#include <QElapsedTimer>

#include <set>

namespace telltale {
class MainWindow;
}

namespace telltale::bench {

/// Watches the paints of the desktop program's window: says "complete <ns>" (monotonic clock) after
/// the first one with all tags in the tree and a stored value on every tile, and 2 s later "blank
/// <n>", the paints since in which a tile was without a value; then ends the program.
/// Thread  GUI.
class FirstPaint
{
public:
    /// `nodes`: how many the tree has when all tags are in it.
    FirstPaint(TimedApplication &application, std::size_t nodes);

private:
    void handled(QObject *receiver, QEvent::Type type);
    void judge();
    bool isComplete(const MainWindow &window) const;

    const TimedApplication &m_application;
    const std::size_t m_nodes;
    std::set<const QObject *> m_painted; ///< by their last paint events
    QElapsedTimer m_sinceComplete;
    int m_blank = 0;
};

} // namespace telltale::bench
