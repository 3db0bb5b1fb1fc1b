#include "data/history/sample_stream.h"

#include <algorithm>
#include <utility>

namespace telltale {

SampleStream::SampleStream(std::span<const std::unique_ptr<HistoryFile>> files, SampleColumns tail,
                           TagId tag, TimeRange range, const CancelFlag *cancel)
    : m_tag(tag)
    , m_from(toMicroseconds(range.from))
    , m_to(toMicroseconds(range.to))
    , m_cancel(cancel)
{
    m_lanes.resize(files.size() + 1);
    for (std::size_t i = 0; i < files.size(); ++i)
        m_lanes[i].file = files[i].get();
    m_lanes.back().samples = std::move(tail);
}

Outcome SampleStream::run(const Take &take)
{
    if (Outcome begun = begin(); !begun.ok())
        return begun;
    while (Lane *lane = winner()) {
        const std::int64_t time = lane->time();
        m_taken = lane;
        if (time >= m_to || !take(lane->samples, lane->next))
            return {};
        if (Outcome passed = passOver(time); !passed.ok())
            return passed;
        const std::int64_t until = aloneUntil(*lane);
        while (!lane->hasEnded && lane->time() < until) {
            if (!take(lane->samples, lane->next))
                return {};
            if (Outcome advanced = advance(*lane); !advanced.ok())
                return advanced;
        }
    }
    return {};
}

bool SampleStream::cameAgain() const
{
    const auto newer = m_lanes.begin() + (m_taken - m_lanes.data()) + 1;
    return std::any_of(newer, m_lanes.end(), [this](const Lane &lane) {
        return !lane.hasEnded && lane.time() == m_taken->time();
    });
}

Outcome SampleStream::begin()
{
    for (Lane &lane : m_lanes) {
        if (!lane.file) {
            const auto &times = lane.samples.times;
            lane.next = static_cast<std::size_t>(
                std::lower_bound(times.begin(), times.end(), m_from) - times.begin());
            lane.hasEnded = lane.next == lane.samples.size();
            continue;
        }
        auto chunk = lane.file->chunks().upTo(m_tag, m_from);
        if (chunk.ok() && (!chunk.value() || chunk.value()->summary.last < m_from))
            chunk = lane.file->chunks().after(m_tag, m_from);
        if (Outcome filled = fill(lane, chunk); !filled.ok())
            return filled;
    }
    return {};
}

/// With the chunk or, as far as they cannot be read, with the first one after it that can.
Outcome SampleStream::fill(Lane &lane, Result<std::optional<StoredChunk>> chunk)
{
    for (;; chunk = lane.file->chunks().after(m_tag, lane.loaded)) {
        if (m_cancel && m_cancel->isCancelled())
            return Error {Error::Code::Cancelled, "the query was cancelled"};
        if (chunk.ok() && chunk.value() && chunk.value()->summary.first <= lane.loaded)
            chunk = Error {Error::Code::Damaged, "chunks do not follow one another"};
        lane.hasEnded = !chunk.ok() || !chunk.value() || chunk.value()->isRollUp()
            || chunk.value()->summary.first >= m_to;
        if (!chunk.ok() && isOfFile(chunk.error()))
            lane.file->noteDamage(chunk.error(), std::max(lane.loaded, m_from), m_to - 1);
        else if (!chunk.ok())
            return chunk.error();
        if (lane.hasEnded)
            return {};
        const ChunkSummary &summary = chunk.value()->summary;
        lane.loaded = summary.first;
        const Outcome loaded = load(lane, *chunk.value());
        if (loaded.ok() || !isOfFile(loaded.error()))
            return loaded;
        lane.file->noteDamage(loaded.error(), std::max(summary.first, m_from),
                              std::min(summary.last, m_to - 1));
    }
}

Outcome SampleStream::load(Lane &lane, const StoredChunk &chunk) const
{
    Result<SampleColumns> samples = lane.file->chunks().load(chunk);
    if (!samples.ok())
        return samples.error();
    lane.samples = std::move(samples).value();
    const auto &times = lane.samples.times;
    const auto first = std::lower_bound(times.begin(), times.end(), m_from);
    lane.next = static_cast<std::size_t>(first - times.begin());
    if (first != times.end())
        return {};
    return Error {Error::Code::Damaged, "a chunk ends earlier than its summary says"};
}

Outcome SampleStream::advance(Lane &lane)
{
    if (++lane.next < lane.samples.size())
        return {};
    if (lane.file)
        return fill(lane, lane.file->chunks().after(m_tag, lane.loaded));
    lane.hasEnded = true;
    return {};
}

SampleStream::Lane *SampleStream::winner()
{
    Lane *best = nullptr;
    for (Lane &lane : m_lanes) {
        if (lane.hasEnded)
            continue;
        const bool isEarlier = !best || lane.time() < best->time();
        const bool replaces = best && lane.time() == best->time()
            && !lane.samples.flags[lane.next].has(SampleFlags::kRedelivered);
        if (isEarlier || replaces)
            best = &lane;
    }
    return best;
}

std::int64_t SampleStream::aloneUntil(const Lane &lane) const
{
    std::int64_t until = m_to;
    for (const Lane &other : m_lanes) {
        if (&other != &lane && !other.hasEnded)
            until = std::min(until, other.time());
    }
    return until;
}

Outcome SampleStream::passOver(std::int64_t time)
{
    for (Lane &lane : m_lanes) {
        if (lane.hasEnded || lane.time() != time)
            continue;
        if (Outcome advanced = advance(lane); !advanced.ok())
            return advanced;
    }
    return {};
}

} // namespace telltale
