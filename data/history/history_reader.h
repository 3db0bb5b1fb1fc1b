#pragma once

#include "data/history/history_damage.h"
#include "data/history/history_writer.h"
#include "data/telemetry/cancel_flag.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// What a trend draws of one tag: at most a few points per pixel column.
struct TrendRange
{
    /// One pixel column; count 0: nothing was measured in it.
    struct Column
    {
        double min = 0.0;
        double max = 0.0;
        double first = 0.0;
        double last = 0.0;
        double sum = 0.0;
        std::uint32_t count = 0; ///< samples with a number, good or uncertain
        std::uint32_t bad = 0; ///< samples without a number: bad, text, not finite
        std::int64_t firstTime = 0; ///< µs UTC of first and last
        std::int64_t lastTime = 0;
    };
    TimeRange range;
    std::vector<Column> columns; ///< dense form, one per pixel; empty if sparse
    std::vector<Sample> samples; ///< sparse form, every sample by time; empty if dense
    std::optional<Sample> before; ///< the last sample before range.from, for step lines
    /// That touch the range, as far as samples are missing; also where none can be read, and while
    /// nobody records. By begin, those of one cause in one pixel column joined: joinedIn().
    std::vector<HistoryGap> gaps;
    /// Where only roll-ups are left of samples (RetentionPolicy::rawDays); by time. Each counts as
    /// a whole in the column of its first sample, with the times it has: it may be longer than the
    /// column. None that began before the range counts.
    std::vector<TimeRange> rolledUp;
    bool isDense() const { return !columns.empty(); }
};

struct ChunkSummary;

/// The only door out of history. Its own read-only connection, consistent within one call (a scan:
/// within each of the parts it reads); committed samples and those the writer of this process holds
/// uncommitted.
/// Thread  one at a time; make one per thread.
/// Errors  Cancelled, DiskError, Damaged (of the newest file; what else cannot be read is left out
///         and stands in damages()), NotFound (no history yet: an empty folder is empty, not
///         an error); TimedOut: no call keeps the files' write-ahead logs for more than `patience`.
class HistoryReader
{
public:
    static constexpr std::chrono::milliseconds kPatience {30'000};
    static Result<std::unique_ptr<HistoryReader>>
    open(const std::string &folder, std::chrono::milliseconds patience = kPatience);
    virtual ~HistoryReader() = default;

    /// At most 4 * pixels points of one tag in [from, to).
    virtual Result<TrendRange> range(TagId tag, TimeRange range, int pixels,
                                     const CancelFlag *cancel = nullptr)
        = 0;
    /// Every sample of one tag in [from, to) in time order, streamed in constant memory; the
    /// callback says false to stop, and may take as long as it likes: no file waits for it.
    virtual Outcome scan(TagId tag, TimeRange range,
                         const std::function<bool(const Sample &)> &take,
                         const CancelFlag *cancel = nullptr)
        = 0;
    /// Of what scan() cannot give, because only roll-ups of it are left: each that has to do with
    /// [from, to), by the time of its first sample; in constant memory, as scan().
    virtual Outcome rollUps(TagId tag, TimeRange range,
                            const std::function<bool(const ChunkSummary &)> &take,
                            const CancelFlag *cancel = nullptr)
        = 0;
    /// Counts up when other files are read than before: what scan() and rollUps() said of one time
    /// since then need not fit together.
    virtual std::uint64_t generation() const { return 0; }
    /// The newest stored sample of every tag that has one.
    virtual Result<std::vector<Sample>> lastValues() = 0;
    /// The newest sample at or before `time`; of what is rolled up the last of a roll-up or, within
    /// it, its first, bad if it had no number.
    virtual Result<std::optional<Sample>> valueAt(TagId tag, Timestamp time) = 0;
    /// That are recorded and touch `range`; while nobody records also the one that lasts since:
    /// the next to record will find how long it was.
    virtual Result<std::vector<HistoryGap>> gaps(TimeRange range) = 0;
    /// From the oldest event time stored to 1 µs after the newest: every sample lies in it. Equal
    /// if there is nothing.
    virtual Result<TimeRange> extent() = 0;
    virtual Result<HistoryTotals> totals() = 0;
    /// Puts the stored tags (ids, paths, names, units) into an empty registry, or those that came
    /// since into one filled here before.
    virtual Outcome loadTags(TagRegistry &registry) = 0;
    /// Files and parts of them that had to be left out so far, one entry a file.
    virtual std::vector<HistoryDamage> damages() = 0;
};

} // namespace telltale
