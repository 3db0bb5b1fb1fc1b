#include "data/alarms/timer_heap.h"

namespace telltale {

void TimerHeap::lower(std::uint32_t alarm, std::uint64_t order, AlarmTime due)
{
    if (due == kNever)
        return;
    if (alarm >= m_place.size())
        m_place.resize(alarm + 1, kAbsent);
    const std::uint32_t at = m_place[alarm];
    if (at == kAbsent) {
        m_entries.emplace_back();
        siftUp(m_entries.size() - 1, {due, order, alarm});
    } else if (due < m_entries[at].due) {
        siftUp(at, {due, order, alarm});
    }
}

void TimerHeap::rekeyTop(AlarmTime due)
{
    Entry entry = m_entries.front();
    if (due == kNever) {
        m_place[entry.alarm] = kAbsent;
        entry = m_entries.back();
        m_entries.pop_back();
        if (m_entries.empty())
            return;
    } else {
        entry.due = due;
    }
    siftDown(0, entry);
}

void TimerHeap::clear()
{
    m_entries.clear();
    m_place.clear();
}

void TimerHeap::place(std::size_t at, const Entry &entry)
{
    m_entries[at] = entry;
    m_place[entry.alarm] = static_cast<std::uint32_t>(at);
}

void TimerHeap::siftUp(std::size_t at, Entry entry)
{
    while (at > 0) {
        const std::size_t parent = (at - 1) / 2;
        if (!isEarlier(entry, m_entries[parent]))
            break;
        place(at, m_entries[parent]);
        at = parent;
    }
    place(at, entry);
}

void TimerHeap::siftDown(std::size_t at, Entry entry)
{
    for (;;) {
        std::size_t child = 2 * at + 1;
        if (child >= m_entries.size())
            break;
        if (child + 1 < m_entries.size() && isEarlier(m_entries[child + 1], m_entries[child]))
            ++child;
        if (!isEarlier(m_entries[child], entry))
            break;
        place(at, m_entries[child]);
        at = child;
    }
    place(at, entry);
}

} // namespace telltale
