#pragma once

#include "data/history/history_file.h"
#include "data/history/history_reader.h"

#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace telltale {

/// The samples of one tag in [from, to) in order of time, joined from files and the tail; of
/// several at one time the newest arrival wins, except a redelivery. Memory one chunk a file. A
/// chunk that cannot be read is noted at its file and passed over. Of what is rolled up there are
/// no samples.
class SampleStream
{
public:
    /// False: stop.
    using Take = std::function<bool(const SampleColumns &, std::size_t index)>;

    /// `files` from old to new; `tail` is newer than all of them.
    SampleStream(std::span<const std::unique_ptr<HistoryFile>> files, SampleColumns tail, TagId tag,
                 TimeRange range, const CancelFlag *cancel);

    Outcome run(const Take &take);
    /// Where the sample is that is being taken; null: in the tail.
    const HistoryFile *file() const { return m_taken->file; }
    /// Whether a newer file or the tail has a sample of that time, too: a redelivery.
    bool cameAgain() const;

private:
    struct Lane
    {
        HistoryFile *file = nullptr; ///< null: the tail
        SampleColumns samples;
        std::size_t next = 0;
        std::int64_t loaded = std::numeric_limits<std::int64_t>::min(); ///< begin of its chunk
        bool hasEnded = false;
        std::int64_t time() const { return samples.times[next]; }
    };
    Outcome begin();
    Outcome fill(Lane &lane, Result<std::optional<StoredChunk>> chunk);
    Outcome load(Lane &lane, const StoredChunk &chunk) const;
    Outcome advance(Lane &lane);
    /// The lane whose sample counts at the earliest time, and that time; null at the end.
    Lane *winner();
    /// The earliest time in the other lanes, or m_to: until then `lane` goes on alone.
    std::int64_t aloneUntil(const Lane &lane) const;
    Outcome passOver(std::int64_t time);

    std::vector<Lane> m_lanes; ///< from old to new
    const Lane *m_taken = nullptr; ///< whose sample is being taken
    TagId m_tag;
    std::int64_t m_from;
    std::int64_t m_to;
    const CancelFlag *m_cancel;
};

} // namespace telltale
