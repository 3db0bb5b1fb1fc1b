#pragma once

#include "data/history/gap.h"
#include "data/telemetry/gap_total.h"
#include "data/telemetry/result.h"
#include "data/telemetry/retention_policy.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <chrono>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace telltale {

/// Counters that are committed with the samples they count, so that a kill changes no sum.
struct HistoryTotals
{
    /// The one of `counters` that is known here: when the newest record behind what is stored
    /// arrived, us UTC.
    static constexpr const char *kLastArrival = "last_arrival_us";

    JournalPosition position; ///< everything before it is in history
    std::uint64_t messages = 0; ///< decoded messages behind the stored samples
    std::uint64_t samples = 0; ///< stored, duplicates not counted
    /// Stored ones that gave way to a newer arrival: same tag and time, another value.
    std::uint64_t corrected = 0;
    TagId correctedTag; ///< of the newest of them since open(); not stored
    GapTotals gaps; ///< recorded ever
    std::map<std::string, std::uint64_t> counters; ///< the pipeline's own
};

/// What became of a file of history beside what it records.
struct HistoryNote
{
    std::string file; ///< full path
    std::string words; ///< English, as they follow its name
    enum class Kind {
        Done,
        Damage, ///< samples in it cannot be read
        Gone ///< somebody took it away while it was written
    };
    Kind kind = Kind::Done;
    std::string remedy; ///< English, of what is to be done; empty: nothing
};

/// The only door into history. Opens (creates, migrates) the files under `folder`.
/// Thread  one: the history thread. Stores the tags of the registry beside the samples.
/// Errors  DiskFull, DiskError, Damaged, NewerVersion; after a failed commit() nothing of that
///         group is stored, and the same batches may be given again.
class HistoryWriter
{
public:
    struct Options
    {
        std::string folder; ///< the data folder; files are history-*.db
        std::uint64_t rotateAt = std::uint64_t {4} << 30U; ///< bytes of a file: the next begins
        /// Bytes of the write-ahead log, beyond which it is emptied as soon as no reader needs it.
        std::uint64_t walLimit = std::uint64_t {256} << 20U;
    };
    static Result<std::unique_ptr<HistoryWriter>> open(const Options &options,
                                                       TagRegistry &registry);
    virtual ~HistoryWriter() = default;

    /// Takes a batch into the running group; visible to readers at once, durable after commit().
    virtual Outcome append(const SampleBatchPtr &batch) = 0;
    /// Makes the group durable, with its gaps, the position and the counters, in one transaction.
    virtual Outcome commit(JournalPosition position, const HistoryTotals &counted) = 0;
    /// Takes a gap into the running group: one with the cause, source, tag and begin of another
    /// takes its place. There for readers after commit().
    virtual Outcome recordGap(const HistoryGap &gap) = 0;
    /// What open() had to set aside to begin anew, in words; empty: nothing.
    virtual std::string setAside() const { return {}; }
    /// As of the last commit. A sample that comes late is counted when it is taken; if sealing
    /// finds its tag and time stored before, it is taken off again.
    virtual HistoryTotals totals() const = 0;
    /// A bounded step of the work behind the scenes (sealing, checkpoints); call between commits
    /// until it says false.
    virtual Result<bool> maintain() = 0;
    /// Before an orderly end: seals all that is committed and gives the log's pages back, in steps
    /// until it is done or the time is over. Without it the next start finds a longer log.
    virtual Outcome settle(std::chrono::milliseconds atMost) = 0;
    virtual std::uint64_t bytesOnDisk() const = 0;
    /// As HistoryReader::extent(), without asking the disk.
    virtual TimeRange extent() const { return {}; }
    /// What maintain() may delete of files that are complete, ages counted from `now` or, if that
    /// is earlier, the newest sample: a clock that is wrong deletes nothing.
    virtual void retain(const RetentionPolicy &, Timestamp) { }
    /// What maintain() and settle() did with files and what they could not do, since it was asked
    /// last.
    virtual std::vector<HistoryNote> takeNotes() { return {}; }
};

} // namespace telltale
