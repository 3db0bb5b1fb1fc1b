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
    joinRollUps();
    answer.rolledUp = united(std::move(m_rolledUp));
    if (m_rollUps.empty() && !isSurelyDense()) {
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
        TimeRange rolledUp {Timestamp::max(), Timestamp::min()};
        const Outcome read = file->chunks().rows(
            m_tag, from, to, [&, this](const ChunkIndex::Row &row) -> Result<bool> {
                const ChunkSummary &whole = row.whole.summary;
                if (row.whole.isRollUp()) {
                    const Outcome taken = takeRollUps(row, rolledUp);
                    return taken.ok() ? Result<bool>(!m_cancel || !m_cancel->isCancelled())
                                      : taken.error();
                }
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
        if (rolledUp.from < rolledUp.to)
            m_rolledUp.push_back(rolledUp);
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

Outcome TrendQuery::takeRollUps(const ChunkIndex::Row &row, TimeRange &rolledUp)
{
    const std::int64_t from = toMicroseconds(m_range.from);
    const std::int64_t to = toMicroseconds(m_range.to);
    std::vector<StoredChunk> parts {row.whole};
    if (!m_columns.isWithinOne(row.whole.summary)) {
        Result<std::vector<StoredChunk>> decoded = decodeParts(row.parts);
        if (!decoded.ok())
            return decoded.error();
        parts = std::move(decoded).value();
    }
    for (const StoredChunk &part : parts) {
        const ChunkSummary &rollUp = part.summary;
        if (rollUp.first >= to || rollUp.last < from)
            continue;
        rolledUp.from
            = std::min(rolledUp.from, timestampFromMicroseconds(std::max(rollUp.first, from)));
        rolledUp.to
            = std::max(rolledUp.to, timestampFromMicroseconds(std::min(rollUp.last, to - 1) + 1));
        if (rollUp.first >= from)
            m_rollUps.push_back(rollUp);
    }
    return {};
}

void TrendQuery::joinRollUps()
{
    std::sort(m_rollUps.begin(), m_rollUps.end(),
              [](const ChunkSummary &left, const ChunkSummary &right) {
                  return left.first < right.first;
              });
    std::vector<ChunkSummary> apart;
    for (const ChunkSummary &rollUp : m_rollUps) {
        const bool meets = !apart.empty() && rollUp.first <= apart.back().last;
        if (meets && m_columns.areWithinOne(apart.back().first, rollUp.first)) {
            join(apart.back(), rollUp);
            continue;
        }
        if (meets) // each stays in the column where it begins
            apart.back().last = rollUp.first - 1;
        apart.push_back(rollUp);
    }
    m_rollUps = std::move(apart);
}

ChunkSummary *TrendQuery::rollUpAt(std::int64_t time)
{
    const auto after = std::upper_bound(
        m_rollUps.begin(), m_rollUps.end(), time,
        [](std::int64_t at, const ChunkSummary &rollUp) { return at < rollUp.first; });
    if (after == m_rollUps.begin() || std::prev(after)->last < time)
        return nullptr;
    return &*std::prev(after);
}

bool TrendQuery::rollUpMeets(std::int64_t first, std::int64_t last) const
{
    const auto next = std::lower_bound(
        m_rollUps.begin(), m_rollUps.end(), first,
        [](const ChunkSummary &rollUp, std::int64_t at) { return rollUp.last < at; });
    return next != m_rollUps.end() && next->first <= last;
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
    for (const ChunkSummary &rollUp : m_rollUps)
        m_columns.add(rollUp);
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
    return chunk.first > reach && !meetsNext && !tailMeets(chunk.first, chunk.last + 1)
        && !rollUpMeets(chunk.first, chunk.last);
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
        if (ChunkSummary *rollUp = rollUpAt(samples.times[index]))
            join(*rollUp, summarise(samples, index, index + 1));
        else
            m_columns.add(samples.times[index], samples.values[index], samples.qualities[index],
                          samples.flags[index]);
        return true;
    });
}

} // namespace telltale
