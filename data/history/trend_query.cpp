#include "data/history/trend_query.h"

#include "data/history/sample_stream.h"

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

constexpr std::size_t kSamplesPerPixel = 2; ///< up to so many are shown as they are

/// Whether a chunk's samples begin and end where its summary says.
bool isAsSaid(const SampleColumns &samples, const ChunkSummary &summary)
{
    return samples.size() == summary.count && !samples.isEmpty()
        && samples.times.front() == summary.first && samples.times.back() == summary.last;
}

} // namespace

TrendQuery::TrendQuery(std::span<const std::unique_ptr<HistoryFile>> files,
                       const SampleColumns &tail, TagId tag, TimeRange range, int pixels,
                       const CancelFlag *cancel)
    : m_files(files)
    , m_tail(tail)
    , m_tag(tag)
    , m_range(range)
    , m_sparseLimit(kSamplesPerPixel * static_cast<std::size_t>(pixels))
    , m_cancel(cancel)
    , m_columns(range, pixels)
{ }

Outcome TrendQuery::run(TrendRange &answer)
{
    if (Outcome found = findChunks(); !found.ok())
        return found;
    if (!isSurelyDense()) {
        const Result<bool> taken = takeSamples(answer);
        if (!taken.ok())
            return taken.error();
        if (taken.value())
            return {};
    }
    return takeColumns(answer);
}

Outcome TrendQuery::findChunks()
{
    const std::int64_t from = toMicroseconds(m_range.from);
    const std::int64_t to = toMicroseconds(m_range.to);
    for (const auto &file : m_files) {
        std::size_t inside = 0;
        const Outcome read = file->chunks().rows(
            m_tag, from, to, [this, &inside, &file](const ChunkIndex::Row &row) -> Result<bool> {
                const ChunkSummary &whole = row.whole.summary;
                if (row.parts.empty() || m_columns.isWithinOne(whole)) {
                    inside += take({whole, file.get(), row.whole.block, row.parts.empty()});
                    return !m_cancel || !m_cancel->isCancelled();
                }
                const Result<std::vector<StoredChunk>> parts = decodeParts(row.parts);
                if (!parts.ok())
                    return parts.error();
                inside += takeParts(*file, parts.value());
                return !m_cancel || !m_cancel->isCancelled();
            });
        if (!read.ok() && !isOfFile(read.error()))
            return read;
        if (!read.ok())
            file->noteDamage(read.error(), from, to - 1);
        m_inside.push_back(inside);
    }
    if (m_cancel && m_cancel->isCancelled())
        return Error {Error::Code::Cancelled, "the query was cancelled"};
    const auto isEarlier = [](const Found &left, const Found &right) {
        return left.summary.first < right.summary.first;
    };
    if (!std::is_sorted(m_chunks.begin(), m_chunks.end(), isEarlier))
        std::stable_sort(m_chunks.begin(), m_chunks.end(), isEarlier);
    return {};
}

bool TrendQuery::isWhole(const ChunkSummary &chunk) const
{
    return chunk.first >= toMicroseconds(m_range.from) && chunk.last < toMicroseconds(m_range.to);
}

std::size_t TrendQuery::take(const Found &found)
{
    const ChunkSummary &chunk = found.summary;
    if (chunk.last < toMicroseconds(m_range.from) || chunk.first >= toMicroseconds(m_range.to))
        return 0;
    m_chunks.push_back(found);
    return isWhole(chunk) ? chunk.count : 0;
}

std::size_t TrendQuery::takeParts(HistoryFile &file, std::span<const StoredChunk> parts)
{
    const std::int64_t from = toMicroseconds(m_range.from);
    const std::int64_t to = toMicroseconds(m_range.to);
    std::size_t inside = 0;
    while (!parts.empty()) {
        const std::int64_t first = parts.front().summary.first;
        const std::int64_t end = first >= from && first < to ? m_columns.endOfColumn(first) : first;
        const auto beyond
            = std::find_if(parts.begin(), parts.end(),
                           [end](const StoredChunk &part) { return part.summary.last >= end; });
        const auto together
            = std::max<std::size_t>(1, static_cast<std::size_t>(beyond - parts.begin()));
        const StoredChunk chunk = summarise(parts.first(together));
        inside += take({chunk.summary, &file, chunk.block, together == 1});
        parts = parts.subspan(together);
    }
    return inside;
}

bool TrendQuery::isSurelyDense() const
{
    return std::any_of(m_inside.begin(), m_inside.end(),
                       [this](std::size_t samples) { return samples > m_sparseLimit; });
}

Result<bool> TrendQuery::takeSamples(TrendRange &answer)
{
    SampleStream stream(m_files, m_tail, m_tag, m_range, m_cancel);
    const Outcome done
        = stream.run([this, &answer](const SampleColumns &samples, std::size_t index) {
              answer.samples.push_back(samples.sample(m_tag, index));
              return answer.samples.size() <= m_sparseLimit;
          });
    if (!done.ok())
        return done.error();
    if (answer.samples.size() <= m_sparseLimit)
        return true;
    answer.samples.clear();
    return false;
}

Outcome TrendQuery::takeColumns(TrendRange &answer)
{
    std::int64_t done = toMicroseconds(m_range.from); // all before is in the columns
    std::int64_t reach = std::numeric_limits<std::int64_t>::min();
    bool hasSkipped = false;
    for (std::size_t i = 0; i < m_chunks.size(); ++i) {
        const ChunkSummary &chunk = m_chunks[i].summary;
        const bool alone = standsAlone(i, reach);
        reach = std::max(reach, chunk.last);
        if (alone && (hasSkipped || tailMeets(done, chunk.first))) {
            if (Outcome added = addSamples(done, chunk.first); !added.ok())
                return added;
            hasSkipped = false;
            done = chunk.first;
        }
        const Result<bool> taken = alone ? takeAlone(m_chunks[i]) : Result<bool>(false);
        if (!taken.ok())
            return taken.error();
        hasSkipped = hasSkipped || !taken.value();
        if (taken.value())
            done = chunk.last + 1;
    }
    if (Outcome added = addSamples(done, toMicroseconds(m_range.to)); !added.ok())
        return added;
    answer.columns = m_columns.take();
    return {};
}

Result<bool> TrendQuery::takeAlone(const Found &found)
{
    if (m_columns.isWithinOne(found.summary)) {
        m_columns.add(found.summary);
        return true;
    }
    if (!found.isOne || !isWhole(found.summary))
        return false;
    if (m_cancel && m_cancel->isCancelled())
        return Error {Error::Code::Cancelled, "the query was cancelled"};
    const Result<SampleColumns> samples = found.file->chunks().load({found.summary, found.block});
    if (!samples.ok() || !isAsSaid(samples.value(), found.summary))
        return false; // whoever looks for its samples says what is wrong
    for (std::size_t i = 0; i < samples->size(); ++i)
        m_columns.add(samples->times[i], samples->values[i], samples->qualities[i],
                      samples->flags[i]);
    return true;
}

bool TrendQuery::standsAlone(std::size_t index, std::int64_t reach) const
{
    const ChunkSummary &chunk = m_chunks[index].summary;
    const bool meetsNext
        = index + 1 < m_chunks.size() && m_chunks[index + 1].summary.first <= chunk.last;
    return chunk.first > reach && !meetsNext && !tailMeets(chunk.first, chunk.last + 1);
}

bool TrendQuery::tailMeets(std::int64_t from, std::int64_t to) const
{
    const auto at = std::lower_bound(m_tail.times.begin(), m_tail.times.end(), from);
    return at != m_tail.times.end() && *at < to;
}

Outcome TrendQuery::addSamples(std::int64_t from, std::int64_t to)
{
    const TimeRange range {timestampFromMicroseconds(from), timestampFromMicroseconds(to)};
    SampleStream stream(m_files, m_tail, m_tag, range, m_cancel);
    return stream.run([this](const SampleColumns &samples, std::size_t index) {
        m_columns.add(samples.times[index], samples.values[index], samples.qualities[index],
                      samples.flags[index]);
        return true;
    });
}

} // namespace telltale
