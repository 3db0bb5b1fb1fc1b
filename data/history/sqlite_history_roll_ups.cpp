// What is left of samples of which only roll-ups are kept.

#include "data/history/history_snapshot.h"

namespace telltale {
namespace {

constexpr std::size_t kPartRollUps = 16'384;

/// The roll-ups of a tag in one file: all it has there, or nothing.
class Lane
{
public:
    Lane(HistoryFile &file, TagId tag, TimeRange range)
        : m_file(&file)
        , m_tag(tag)
        , m_from(toMicroseconds(range.from))
        , m_to(toMicroseconds(range.to))
    { }

    Outcome begin(std::optional<std::int64_t> after)
    {
        if (after)
            return take(m_file->chunks().after(m_tag, *after));
        auto found = m_file->chunks().upTo(m_tag, m_from);
        if (found.ok() && (!found.value() || found.value()->summary.last < m_from))
            found = m_file->chunks().after(m_tag, m_from);
        return take(found);
    }
    Outcome advance() { return take(m_file->chunks().after(m_tag, m_current->first)); }
    /// Null at the end.
    const ChunkSummary *current() const { return m_current ? &*m_current : nullptr; }

private:
    Outcome take(const Result<std::optional<StoredChunk>> &found)
    {
        const std::int64_t at = m_current ? m_current->last : m_from;
        m_current.reset();
        if (!found.ok() && isOfFile(found.error()))
            m_file->noteDamage(found.error(), at, m_to - 1);
        else if (!found.ok())
            return found.error();
        if (found.ok() && found.value() && found.value()->isRollUp()
            && found.value()->summary.first < m_to)
            m_current = found.value()->summary;
        return {};
    }

    HistoryFile *m_file;
    TagId m_tag;
    std::int64_t m_from;
    std::int64_t m_to;
    std::optional<ChunkSummary> m_current;
};

Lane *earliestOf(std::vector<Lane> &lanes)
{
    Lane *earliest = nullptr;
    for (Lane &lane : lanes) {
        if (lane.current() && (!earliest || lane.current()->first < earliest->current()->first))
            earliest = &lane;
    }
    return earliest;
}

} // namespace

Outcome SqliteHistoryReader::rollUps(TagId tag, TimeRange range,
                                     const std::function<bool(const ChunkSummary &)> &take,
                                     const CancelFlag *cancel)
{
    std::vector<ChunkSummary> part;
    std::optional<std::int64_t> after;
    for (;;) {
        part.clear();
        const Result<Part> read = readRollUps(tag, range, after, part, cancel);
        if (!read.ok())
            return verdict(read.error(), cancel);
        for (const ChunkSummary &rollUp : part) {
            if (!take(rollUp))
                return {};
        }
        if (read.value() == Part::Ended)
            return {};
        after = part.back().first;
    }
}

Result<SqliteHistoryReader::Part>
SqliteHistoryReader::readRollUps(TagId tag, TimeRange range, std::optional<std::int64_t> after,
                                 std::vector<ChunkSummary> &part, const CancelFlag *cancel)
{
    const Snapshot snapshot(*this);
    if (!snapshot.ok())
        return snapshot.error();
    std::vector<Lane> lanes;
    for (const auto &file : m_files) {
        lanes.emplace_back(*file, tag, range);
        if (Outcome begun = lanes.back().begin(after); !begun.ok())
            return begun.error();
    }
    while (Lane *lane = earliestOf(lanes)) {
        const ChunkSummary &next = *lane->current();
        if (cancel && cancel->isCancelled())
            return Error {Error::Code::Cancelled, "the query was cancelled"};
        // Several of one begin are not parted.
        if (part.size() >= kPartRollUps && next.first > part.back().first)
            return Part::GoesOn;
        part.push_back(next);
        if (Outcome advanced = lane->advance(); !advanced.ok())
            return advanced.error();
    }
    return Part::Ended;
}

} // namespace telltale
