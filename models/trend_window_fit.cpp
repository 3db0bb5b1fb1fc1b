#include "models/trend_window.h"

#include "models/young_history.h"

#include <algorithm>

// A window over young history is as long as fits it.

namespace telltale {

void TrendWindow::followUpTo(std::chrono::microseconds most)
{
    m_most = most;
    m_begins.reset();
    showLast(most);
}

/// Grows with the history of its tags, up to what was asked for.
void TrendWindow::fit(Timestamp now)
{
    if (m_most.count() == 0 || m_traces.empty() || (!m_begins && !findBegin()))
        return;
    const std::chrono::microseconds wanted
        = m_begins ? fittingSpan(now - *m_begins, m_most) : m_most;
    const std::chrono::microseconds most = wanted < m_most ? m_most : std::chrono::microseconds {0};
    if (wanted != span())
        showLast(wanted);
    m_most = most;
}

/// Once all traces have told what they have in the whole range. True: it is known, be it that
/// history is older than that. One that has nothing says nothing.
bool TrendWindow::findBegin()
{
    std::optional<Timestamp> begins;
    for (const TrendTrace &trace : m_traces) {
        if (!trace.isLoaded || trace.error || trace.data.range.from > m_range.from)
            return false;
        if (trace.data.before)
            return true;
        std::optional<Timestamp> one = beginOf(trace.data);
        if (!one && !trace.live.empty())
            one = trace.live.front().time;
        if (one)
            begins = std::min(begins.value_or(*one), *one);
    }
    m_begins = begins;
    return begins.has_value();
}

} // namespace telltale
