#include "data/history/running_gaps.h"

namespace telltale {
namespace {

constexpr Timestamp kStillRunning = Timestamp::max();

} // namespace

Outcome RunningGaps::load(Database &database)
{
    const auto running
        = readGaps(database, {kStillRunning - std::chrono::microseconds(1), kStillRunning});
    if (!running.ok())
        return running.error();
    m_gaps.clear();
    note(running.value());
    return {};
}

void RunningGaps::note(std::span<const HistoryGap> committed)
{
    for (const HistoryGap &gap : committed) {
        const auto key = std::tuple(gap.cause, gap.source, gap.tag, gap.range.from);
        if (gap.range.to == kStillRunning)
            m_gaps.insert_or_assign(key, gap);
        else
            m_gaps.erase(key);
    }
}

/// They are counted already.
Outcome RunningGaps::writeTo(Database &database, LogStore &log) const
{
    Outcome done = database.begin();
    GapTotals counted;
    for (auto gap = m_gaps.begin(); gap != m_gaps.end() && done.ok(); ++gap)
        done = log.writeGap(gap->second, counted);
    if (done.ok())
        done = database.commit();
    if (!done.ok())
        database.rollback();
    return done;
}

} // namespace telltale
