#include "data/pipeline/gap_tracker.h"

namespace telltale {

void GapTracker::adopt(const HistoryGap &gap)
{
    if (gap.cause != HistoryGap::Cause::SourceDisconnected || gap.tag.isValid())
        return;
    if (gap.range.to == kStillRunning)
        m_running.insert_or_assign(gap.source, gap);
    else
        m_running.erase(gap.source);
}

std::vector<HistoryGap> GapTracker::take(const JournalRecord &record, std::int64_t lastArrival)
{
    std::vector<HistoryGap> gaps;
    const auto end = [&](std::map<SourceId, HistoryGap>::iterator running) {
        running->second.range.to = record.arrival;
        gaps.push_back(running->second);
        return m_running.erase(running);
    };
    switch (record.kind) {
    case JournalRecord::Kind::ProgramStart:
        for (auto running = m_running.begin(); running != m_running.end();)
            running = end(running);
        if (lastArrival > 0 && timestampFromMicroseconds(lastArrival) < record.arrival)
            gaps.push_back({HistoryGap::Cause::ProgramOff,
                            {},
                            {},
                            {timestampFromMicroseconds(lastArrival), record.arrival}});
        break;
    case JournalRecord::Kind::SourceDown: {
        HistoryGap gap {HistoryGap::Cause::SourceDisconnected,
                        record.source,
                        {},
                        {record.arrival, kStillRunning}};
        if (m_running.emplace(record.source, gap).second)
            gaps.push_back(gap);
        break;
    }
    case JournalRecord::Kind::SourceUp:
        if (const auto running = m_running.find(record.source); running != m_running.end())
            end(running);
        break;
    case JournalRecord::Kind::Message:
    case JournalRecord::Kind::Refused:
    case JournalRecord::Kind::ProgramStop:
    case JournalRecord::Kind::OwnSample:
        break;
    }
    return gaps;
}

} // namespace telltale
