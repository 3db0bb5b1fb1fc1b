#pragma once

#include <QtGlobal>

#include <map>
#include <set>

namespace telltale::test {

/// What the threads of a process do, as /proc tells it: whether one works for nothing is seen by
/// what it does, on a fast machine and on a slow one.
/// Thread  one.
class ThreadWatch
{
public:
    /// All threads of `process`; of the own process all but the calling one.
    explicit ThreadWatch(qint64 process);

    /// Whether each of them was found waiting for something, at one of the calls.
    bool hasSeenAllAsleep();
    /// How often they have been woken since the watch began.
    qint64 wakes() const;

private:
    struct Thread
    {
        bool isAsleep = false;
        qint64 switches = 0; ///< of its own will: it waited, and was woken
    };
    std::map<qint64, Thread> now() const;

    const qint64 m_process;
    const std::map<qint64, Thread> m_before;
    std::set<qint64> m_slept;
};

} // namespace telltale::test
