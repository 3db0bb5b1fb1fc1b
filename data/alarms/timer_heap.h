#pragma once

#include "data/alarms/alarm_time.h"

#include <vector>

namespace telltale {

/// Which alarm's timers are due next. Keys may be earlier than the truth: whoever takes the top
/// looks at the alarm's own times and puts it back with the right one. Moving a time later costs
/// nothing, so a stale timer that every sample restarts stays cheap.
/// Shape   one entry for each alarm with a timer; ties go to the lower order.
/// Thread  that of the engine.
class TimerHeap
{
public:
    struct Entry
    {
        AlarmTime due = kNever;
        std::uint64_t order = 0;
        std::uint32_t alarm = 0;
    };

    bool isEmpty() const { return m_entries.empty(); }
    const Entry &top() const { return m_entries.front(); }
    /// Makes sure that `alarm` is looked at no later than `due`.
    void lower(std::uint32_t alarm, std::uint64_t order, AlarmTime due);
    /// Gives the top entry its true time; kNever takes it out.
    void rekeyTop(AlarmTime due);
    void clear();

private:
    static constexpr std::uint32_t kAbsent = 0xFFFFFFFFU;
    static bool isEarlier(const Entry &a, const Entry &b)
    {
        return a.due != b.due ? a.due < b.due : a.order < b.order;
    }
    void place(std::size_t at, const Entry &entry);
    void siftUp(std::size_t at, Entry entry);
    void siftDown(std::size_t at, Entry entry);

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_place; ///< by alarm
};

} // namespace telltale
