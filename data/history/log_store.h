#pragma once

#include "data/history/history_writer.h"
#include "data/history/sample_columns.h"
#include "data/storage/database.h"

#include <functional>
#include <optional>
#include <span>

namespace telltale {

/// Row `state` and the counters: what is committed with each group.
struct HistoryState
{
    HistoryTotals totals;
    std::int64_t logRow = 0; ///< the newest row ever written
    std::int64_t oldest = 0; ///< event times; oldest > newest: there is none
    std::int64_t newest = -1;
    std::int64_t begun = 0; ///< arrival of the file's first samples; 0: not known
};

/// Tables `log`, `state`, `counter` and `gap`.
/// Thread  that of the database. The caller holds the transaction.
class LogStore
{
public:
    static Result<LogStore> open(Database &database);

    Outcome append(std::int64_t row, std::span<const std::uint8_t> blob);
    Outcome removeBefore(std::int64_t row);
    Outcome writeState(const HistoryState &state);
    /// Takes samples off that turned out to be there before.
    Outcome countLess(const CommonSamples &common);
    /// When a gap ends by what stands elsewhere; none: it does not.
    using EndElsewhere = std::function<std::optional<Timestamp>(const HistoryGap &)>;
    /// Counts it in `totals`, as far as it was not there before, or elsewhere.
    Outcome writeGap(const HistoryGap &gap, GapTotals &totals, const EndElsewhere &elsewhere = {});

private:
    LogStore() = default;
    Outcome writeCounters(const HistoryState &state);
    Outcome count(const HistoryGap &gap, GapTotals &totals, const EndElsewhere &elsewhere);

    Statement m_append;
    Statement m_remove;
    Statement m_state;
    Statement m_less;
    Statement m_corrected;
    Statement m_counter;
    Statement m_gap;
    Statement m_gapEnd;
};

Result<HistoryState> readState(Database &database);
/// Log rows from `first` on, in order; the callback's failure ends it.
Outcome
readLog(Database &database, std::int64_t first,
        const std::function<Outcome(std::int64_t row, std::span<const std::uint8_t>)> &take);
/// Gaps that touch `range`, by begin.
Result<std::vector<HistoryGap>> readGaps(Database &database, TimeRange range);
/// Of them those of everything, of `source`, of `tag`, and of its device, whose first tag is
/// `first`.
Result<std::vector<HistoryGap>> readGapsOf(Database &database, TimeRange range, SourceId source,
                                           TagId tag, TagId first);
/// Whether there is a gap of a device.
Result<bool> hasDeviceGaps(Database &database);

/// Looks for many gaps in one file.
/// Thread  that of the database.
class GapLookup
{
public:
    static Result<GapLookup> open(Database &database);
    /// The end of the one of the same cause, source, tag and begin; none: there is no such gap.
    Result<std::optional<Timestamp>> endOf(const HistoryGap &gap);

private:
    GapLookup() = default;
    Statement m_find;
};

} // namespace telltale
