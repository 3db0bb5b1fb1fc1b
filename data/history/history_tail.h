#pragma once

#include "data/history/sample_columns.h"

#include <deque>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// The samples that are not in chunks yet, by tag: what the log holds and the running group.
/// The writer of a folder owns one and fills it; readers of the same process look into it; a reader
/// of another process fills one of its own from the log.
/// Thread  any: one lock, held for a batch or for one tag.
/// Shape   the samples of a tag are ordered; a time occurs once, the newest arrival having won.
class HistoryTail
{
public:
    enum class Role { Owner, Follower };
    /// What of a batch changed something.
    struct Taken
    {
        std::size_t added = 0; ///< of a tag and time that was not here
        std::size_t corrected = 0; ///< had another value than the one they replaced
        TagId correctedTag; ///< of the last of them
    };
    /// Only an owner's tail notes which tags wait for sealing.
    explicit HistoryTail(Role role)
        : m_role(role)
    { }
    /// Makes the tail of a folder known to this process until it dies.
    static void publish(const std::string &folder, const std::shared_ptr<HistoryTail> &tail);
    /// The tail of the writer of this process, or null.
    static std::shared_ptr<HistoryTail> find(const std::string &folder);

    /// Takes what log row `row` holds, or will hold; samples of rows that are in chunks are passed
    /// over. `log`, if given, gets those that change something, in order of arrival.
    Taken append(const SampleBatch &batch, std::int64_t row, SampleBatch *log);
    /// Samples of `tag` that came with rows up to `row` are in chunks.
    void markSealed(TagId tag, std::int64_t row);
    /// Log rows before `row` are gone, and so all they held is in chunks.
    void dropBefore(std::int64_t row);

    /// Samples of one tag in [from, to).
    SampleColumns samples(TagId tag, std::int64_t from, std::int64_t to) const;
    SampleColumns samples(TagId tag) const;
    /// The newest sample of `tag` at or before `time`.
    std::optional<Sample> newestAt(TagId tag, std::int64_t time) const;
    std::vector<Sample> newestOfAll() const;
    /// Oldest and newest time appended here since restartExtent(); from > to if none.
    std::pair<std::int64_t, std::int64_t> extent() const;
    /// From now on only what waits counts.
    void restartExtent();

    // What the writer decides by.
    std::size_t size() const;
    std::size_t count(TagId tag) const;
    /// A tag whose samples fill a chunk and came with rows up to `row`; it is asked about once.
    TagId takeFull(std::int64_t row);
    /// Asks about it again.
    void giveBack(TagId tag);
    /// The tags that have waited longest and came with rows up to `row`; at least `samples`
    /// together.
    std::vector<TagId> oldest(std::int64_t row, std::size_t samples) const;
    /// Rows before this one hold nothing that is not in chunks.
    std::int64_t firstNeededRow(std::int64_t next);

private:
    /// One sample; row, quality and flags share a word, so that it takes 24 bytes.
    struct Entry
    {
        std::int64_t time;
        double value;
        std::uint64_t marks;
        static std::uint64_t pack(std::int64_t row, Quality quality, SampleFlags flags)
        {
            return (static_cast<std::uint64_t>(row) << 16U)
                | (static_cast<std::uint64_t>(quality.bits) << 8U) | flags.bits;
        }
        std::int64_t row() const { return static_cast<std::int64_t>(marks >> 16U); }
        Quality quality() const { return {static_cast<std::uint8_t>(marks >> 8U)}; }
        SampleFlags flags() const { return {static_cast<std::uint8_t>(marks)}; }
    };
    using Sides = std::vector<std::pair<std::int64_t, SideValue>>; ///< by time
    struct TagTail
    {
        std::vector<Entry> entries;
        std::unique_ptr<Sides> sides;
        std::int64_t firstRow = 0; ///< of the oldest entry that waits
        std::int64_t newestRow = 0;
        std::int64_t sealedRow = -1;
    };
    enum class Change { None, Confirmed, Corrected, Added };

    TagTail &tailOf(TagId tag);
    void fetchAhead(TagId far, TagId near) const;
    const TagTail *known(TagId tag) const;
    Change take(TagTail &tail, const SampleBatch &batch, std::size_t index, const Entry &entry);
    static Change takeLate(TagTail &tail, const SampleBatch &batch, std::size_t index,
                           const Entry &entry);
    void noteAdded(TagId tag, TagTail &tail, std::int64_t row);
    void forget(TagTail &tail, std::int64_t row);
    static bool isSame(const TagTail &tail, const Entry &stored, const SampleBatch &batch,
                       std::size_t index);
    static void setSide(TagTail &tail, std::int64_t time, const SideValue *side);
    static const SideValue *sideOf(const TagTail &tail, std::int64_t time);
    static Sample sampleOf(TagId tag, const TagTail &tail, const Entry &entry);
    static SampleColumns columnsOf(const TagTail &tail, std::size_t begin, std::size_t end);

    mutable std::mutex m_mutex;
    std::vector<TagTail> m_tags;
    std::size_t m_size = 0;
    Role m_role;
    std::int64_t m_oldest = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_newest = std::numeric_limits<std::int64_t>::min();
    std::deque<std::pair<std::int64_t, TagId>> m_waiting; ///< (row, tag) as samples began to wait
    std::deque<TagId> m_full;
};

} // namespace telltale
