#include "data/history/history_check.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

// What the check asks of chunks and of the rows that lead to them.

namespace telltale {
namespace {

constexpr std::int64_t kFirstTime = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLastTime = std::numeric_limits<std::int64_t>::max();

TimeRange rangeOf(const ChunkSummary &summary)
{
    return {timestampFromMicroseconds(summary.first), timestampFromMicroseconds(summary.last)};
}

/// A sum beyond all numbers is stored as none.
bool isSameSum(double stored, double is)
{
    return stored == is || std::isnan(is);
}

/// -0 and 0 are the same here: SQLite keeps no sign.
bool isSame(const ChunkSummary &stored, const ChunkSummary &is)
{
    if (stored.first != is.first || stored.last != is.last || stored.count != is.count
        || stored.bad != is.bad)
        return false;
    return is.numbers() == 0
        || (stored.firstNumber == is.firstNumber && stored.lastNumber == is.lastNumber
            && stored.firstValue == is.firstValue && stored.lastValue == is.lastValue
            && stored.min == is.min && stored.max == is.max && isSameSum(stored.sum, is.sum));
}

/// Whether what is left of samples can be true of any.
bool canBe(const ChunkSummary &said)
{
    if (said.last < said.first || said.count == 0 || said.bad > said.count || said.texts > said.bad
        || said.uncertain > said.count)
        return false;
    if (said.numbers() == 0)
        return true;
    const double mean = said.sum / said.numbers();
    const double rounding = 1e-9 * (std::fabs(said.min) + std::fabs(said.max));
    const auto isWithin = [&said](double value) { return said.min <= value && value <= said.max; };
    return said.first <= said.firstNumber && said.firstNumber <= said.lastNumber
        && said.lastNumber <= said.last && isWithin(said.firstValue) && isWithin(said.lastValue)
        && (!std::isfinite(mean) || (mean >= said.min - rounding && mean <= said.max + rounding));
}

bool isAscending(const std::vector<std::int64_t> &times)
{
    return std::adjacent_find(times.begin(), times.end(), std::greater_equal<>()) == times.end();
}

} // namespace

void HistoryCheck::checkChunks()
{
    std::int64_t after = -1;
    while (!isCancelled()) {
        Outcome done = m_file->begin(kNoDeadline);
        Result<std::optional<TagId>> tag = done.ok() ? nextTag(after) : done.error();
        if (tag.ok() && tag.value())
            done = checkChunksOfTag(*tag.value());
        m_file->end();
        if (!tag.ok())
            return tell("chunks after those of tag " + std::to_string(after)
                        + " are out of reach: " + tag.error().detail);
        if (!tag.value())
            return;
        after = tag.value()->value;
        if (!done.ok())
            tell(done.error().detail, *tag.value());
    }
}

Result<std::optional<TagId>> HistoryCheck::nextTag(std::int64_t after)
{
    Result<Statement> least = m_file->database().prepare("SELECT min(tag) FROM chunk WHERE tag>?1");
    if (!least.ok())
        return least.error();
    const Result<bool> row = least->bind(1, after).step();
    if (!row.ok())
        return row.error();
    if (!row.value() || least->isNull(0))
        return std::optional<TagId>();
    const std::int64_t tag = least->integer(0);
    if (tag <= after || tag >= std::int64_t {TagId::kNone})
        return Error {Error::Code::Damaged, "there is no tag " + std::to_string(tag)};
    return std::optional(TagId {static_cast<std::uint32_t>(tag)});
}

Outcome HistoryCheck::checkChunksOfTag(TagId tag)
{
    if (!isKnown(tag) && tag.value >= m_paths.size()) {
        // It may have come since the tags were read.
        m_paths.clear();
        if (Outcome read = checkTags(); !read.ok())
            return read;
        if (!isKnown(tag))
            tell("chunks of a tag that is not in the table of tags", tag);
    }
    m_isFirstChunk = true;
    return m_file->chunks().rows(
        tag, kFirstTime, kLastTime, [this, tag](const ChunkIndex::Row &row) -> Result<bool> {
            if (Outcome checked = checkRow(tag, row); !checked.ok())
                tell(checked.error().detail, tag, rangeOf(row.whole.summary));
            return !isCancelled();
        });
}

Outcome HistoryCheck::checkRow(TagId tag, const ChunkIndex::Row &row)
{
    std::vector<StoredChunk> parts {row.whole};
    if (!row.parts.empty()) {
        Result<std::vector<StoredChunk>> read = decodeParts(row.parts);
        if (!read.ok())
            return read.error();
        parts = std::move(read).value();
        const StoredChunk whole = summarise(parts);
        if (!isSame(row.whole.summary, whole.summary) || row.whole.block != whole.block)
            tell("a row of the index does not say what its chunks do", tag,
                 rangeOf(row.whole.summary));
    }
    if (row.parts.empty() && row.whole.isRollUp())
        tell("a row of roll-ups does not have them", tag, rangeOf(row.whole.summary));
    for (const StoredChunk &part : parts)
        checkChunk(tag, part);
    return {};
}

void HistoryCheck::checkChunk(TagId tag, const StoredChunk &chunk)
{
    const ChunkSummary &summary = chunk.summary;
    if (m_isFirstChunk)
        m_isRolledUp = chunk.isRollUp();
    else if (m_isRolledUp != chunk.isRollUp())
        tell("a tag has both samples and roll-ups in one file", tag, rangeOf(summary));
    if (!m_isFirstChunk && summary.first <= m_chunkEnd)
        tell("a chunk begins before the one before it ends", tag, rangeOf(summary));
    m_isFirstChunk = false;
    m_chunkEnd = summary.last;
    m_extent = {std::min(m_extent.first, summary.first), std::max(m_extent.second, summary.last)};
    if (chunk.isRollUp())
        return checkRollUp(tag, summary);
    ++m_counts.chunks;
    checkBlockUse(tag, chunk);
    const Result<SampleColumns> samples = m_file->chunks().load(chunk);
    advance(summary.count);
    m_counts.samples += summary.count;
    if (!samples.ok())
        return tell(samples.error().detail + " (block " + std::to_string(chunk.block) + ")", tag,
                    rangeOf(summary));
    if (!isAscending(samples->times))
        tell("the times of a chunk do not ascend", tag, rangeOf(summary));
    else if (!isSame(summary, summarise(samples.value(), 0, samples->size())))
        tell("the index does not say what the chunk holds", tag, rangeOf(summary));
    noteNewest(tag, samples.value());
}

/// There are no samples to compare it with.
void HistoryCheck::checkRollUp(TagId tag, const ChunkSummary &rollUp)
{
    advance(rollUp.count);
    m_counts.rolledUp += rollUp.count;
    if (!canBe(rollUp))
        tell("a roll-up says what cannot be", tag, rangeOf(rollUp));
    Newest last;
    last.time = rollUp.last;
    last.isRolledUp = true;
    noteNewest(tag, last);
}

void HistoryCheck::checkBlockUse(TagId tag, const StoredChunk &chunk)
{
    const auto block = static_cast<std::uint64_t>(chunk.block);
    if (block >= m_isUsed.size())
        return; // newer than the begin of the check, or missing: the load tells
    if (m_isUsed[block])
        tell("block " + std::to_string(block) + " belongs to two chunks", tag,
             rangeOf(chunk.summary));
    m_isUsed[block] = true;
}

void HistoryCheck::noteNewest(TagId tag, const SampleColumns &samples)
{
    if (samples.isEmpty())
        return;
    const Sample last = samples.sample(tag, samples.size() - 1);
    noteNewest(tag,
               Newest {toMicroseconds(last.time), std::bit_cast<std::uint64_t>(last.value),
                       last.quality, last.flags, last.side, false});
}

/// Files come from old to new: at one time the newer arrival counts, except a redelivery.
void HistoryCheck::noteNewest(TagId tag, Newest last)
{
    if (!m_looksForNewest || !isKnown(tag))
        return;
    if (m_newest.size() < m_paths.size())
        m_newest.resize(m_paths.size());
    std::optional<Newest> &newest = m_newest[tag.value];
    const bool gives = newest
        && (last.time < newest->time
            || (last.time == newest->time && last.flags.has(SampleFlags::kRedelivered)));
    if (!gives)
        newest = std::move(last);
}

} // namespace telltale
