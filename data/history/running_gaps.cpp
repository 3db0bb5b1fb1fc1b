#include "data/history/running_gaps.h"

namespace telltale {
namespace {

constexpr Timestamp kStillRunning = Timestamp::max();
constexpr std::size_t kMostEnded = 1000;

} // namespace

Outcome RunningGaps::load(Database &database)
{
    const auto running
        = readGaps(database, {kStillRunning - std::chrono::microseconds(1), kStillRunning});
    if (!running.ok())
        return running.error();
    m_gaps.clear();
    m_ended.clear();
    note(running.value());
    return {};
}

void RunningGaps::note(std::span<const HistoryGap> committed)
{
    for (const HistoryGap &gap : committed) {
        const auto key = std::tuple(gap.cause, gap.source, gap.tag, gap.range.from);
        if (gap.range.to == kStillRunning) {
            m_gaps.insert_or_assign(key, gap);
            continue;
        }
        m_gaps.erase(key);
        m_ended.push_back(gap);
        if (m_ended.size() > kMostEnded)
            m_ended.pop_front();
    }
}

/// They are counted already.
Outcome RunningGaps::writeTo(Database &database, LogStore &log) const
{
    Outcome done = database.begin();
    GapTotals counted;
    for (auto gap = m_gaps.begin(); gap != m_gaps.end() && done.ok(); ++gap)
        done = log.writeGap(gap->second, counted);
    for (auto gap = m_ended.begin(); gap != m_ended.end() && done.ok(); ++gap)
        done = log.writeGap(*gap, counted);
    if (done.ok())
        done = database.commit();
    if (!done.ok())
        database.rollback();
    return done;
}

} // namespace telltale
