#pragma once

#include "data/history/gap.h"
#include "data/sources/raw_journal.h"

#include <map>
#include <utility>
#include <vector>

namespace telltale {

/// Turns the journal's marks - program started, source down, up, off - into gaps of history. What
/// was switched off stays so while the program is off. A silent connection is noticed late: its gap
/// begins at its last sign of life, if that came within kUnnoticed before.
/// Thread  one. A running gap ends at the largest time; its end comes as the same gap again.
class GapTracker
{
public:
    static constexpr Timestamp kStillRunning = Timestamp::max();
    /// Two keep-alive intervals, and the time to see that they have passed.
    static constexpr std::chrono::seconds kUnnoticed {20};

    /// A gap that somebody else found, of before the next record: its end will be seen here.
    void adopt(const HistoryGap &gap);
    /// When each source was heard last, by its number: two trackers that know the same give one gap
    /// the same beginning.
    const std::vector<Timestamp> &lastSigns() const { return m_lastSign; }
    void adoptSigns(std::vector<Timestamp> lastSigns) { m_lastSign = std::move(lastSigns); }
    /// `lastArrival` is of the newest record before this one, us UTC; 0: there was none.
    std::vector<HistoryGap> take(const JournalRecord &record, std::int64_t lastArrival);

private:
    void begin(std::vector<HistoryGap> &gaps, SourceId source, Timestamp at,
               HistoryGap::Cause cause);
    void end(std::vector<HistoryGap> &gaps, SourceId source, Timestamp at);

    void noteSign(const JournalRecord &record);
    /// When the connection that `down` tells the end of fell silent.
    Timestamp silentSince(const JournalRecord &down) const;

    std::map<SourceId, HistoryGap> m_running;
    std::vector<Timestamp> m_lastSign; ///< of life, of this run of the program; by source
};

} // namespace telltale
