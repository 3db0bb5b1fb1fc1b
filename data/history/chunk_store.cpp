#include "data/history/chunk_store.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::size_t kSmallRun = 128; ///< fewer samples join a neighbour that has room
constexpr std::size_t kMaxBlock = 3'260; ///< bytes: larger ones leave pages half empty ...
constexpr std::size_t kFewest = 64; ///< ... but no fewer samples than this

} // namespace

Result<ChunkStore> ChunkStore::open(Database &database)
{
    Result<ChunkIndex> index = ChunkIndex::open(database);
    if (!index.ok())
        return index.error();
    ChunkStore store(database, std::move(index).value());
    const Outcome prepared = database.prepareAll({
        {&store.m_insertBlock, "INSERT INTO block(data) VALUES(?1)"},
        {&store.m_updateBlock, "UPDATE block SET data=?1 WHERE id=?2"},
        {&store.m_writeRow,
         "INSERT OR REPLACE INTO chunk VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)"},
        {&store.m_removeRow, "DELETE FROM chunk WHERE tag=?1 AND first=?2"},
    });
    if (!prepared.ok())
        return prepared.error();
    return store;
}

Result<CommonSamples> ChunkStore::store(TagId tag, const SampleColumns &samples)
{
    CommonSamples common;
    for (std::size_t begin = 0; begin < samples.size();) {
        const std::int64_t time = samples.times[begin];
        m_index.forget(); // what was kept may be of a transaction that failed
        const auto before = m_index.upTo(tag, time);
        const auto next = m_index.after(tag, time);
        if (!before.ok() || !next.ok())
            return before.ok() ? next.error() : before.error();
        if ((before.value() && before.value()->isRollUp())
            || (next.value() && next.value()->isRollUp()))
            return Error {Error::Code::Damaged, "only roll-ups are left of the samples in it"};
        const auto limit = next.value()
            ? std::lower_bound(samples.times.begin(), samples.times.end(),
                               next.value()->summary.first)
            : samples.times.end();
        const auto end = static_cast<std::size_t>(limit - samples.times.begin());
        std::optional<StoredChunk> host = before.value() ? before.value() : next.value();
        const bool overlaps = before.value() && time <= before.value()->summary.last;
        const bool joins = host && end - begin < kSmallRun && host->summary.count < kChunkSize;
        if (!overlaps && !joins)
            host.reset();
        SampleColumns run;
        run.append(samples, begin, end);
        const Result<CommonSamples> stored = storeRun(tag, run, host);
        if (!stored.ok())
            return stored;
        common += stored.value();
        begin = end;
    }
    return common;
}

Result<CommonSamples> ChunkStore::storeRun(TagId tag, const SampleColumns &run,
                                           const std::optional<StoredChunk> &host)
{
    CommonSamples common;
    SampleColumns merged;
    if (host) {
        const Result<SampleColumns> stored = m_index.load(*host);
        if (!stored.ok())
            return stored.error();
        merged = merge(stored.value(), run, &common);
    }
    const Outcome written = write(tag, host ? merged : run, host);
    if (!written.ok())
        return written.error();
    return common;
}

Outcome ChunkStore::write(TagId tag, const SampleColumns &samples,
                          const std::optional<StoredChunk> &replaced)
{
    std::vector<StoredChunk> chunks;
    std::size_t pieces = std::max<std::size_t>(1, (samples.size() + kChunkSize / 2) / kChunkSize);
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const std::size_t begin = samples.size() * piece / pieces;
        std::size_t end = samples.size() * (piece + 1) / pieces;
        encodeChunk(samples, begin, end, m_blob);
        if (piece == 0 && m_blob.size() > kMaxBlock && end > kFewest) {
            pieces *= (m_blob.size() + kMaxBlock - 1) / kMaxBlock;
            end = samples.size() / pieces;
            encodeChunk(samples, begin, end, m_blob);
        }
        const bool takesPlace = replaced && piece == 0 && !isPacked(replaced->block);
        const Result<std::int64_t> block
            = writeBlock(takesPlace ? std::optional(replaced->block) : std::nullopt);
        if (!block.ok())
            return block.error();
        chunks.push_back({summarise(samples, begin, end), block.value()});
    }
    return enter(tag, chunks, replaced);
}

Outcome ChunkStore::enter(TagId tag, const std::vector<StoredChunk> &chunks,
                          const std::optional<StoredChunk> &replaced)
{
    const std::int64_t at = (replaced ? *replaced : chunks.front()).summary.first;
    Result<std::vector<StoredChunk>> row = m_index.rowAt(tag, at);
    if (!row.ok())
        return row.error();
    std::vector<StoredChunk> parts = std::move(row).value();
    const auto begin = parts.empty() ? std::nullopt : std::optional(parts.front().summary.first);
    if (replaced)
        std::erase_if(parts, [at](const StoredChunk &part) { return part.summary.first == at; });
    const auto place = std::find_if(parts.begin(), parts.end(), [&chunks](const auto &part) {
        return part.summary.first > chunks.front().summary.first;
    });
    parts.insert(place, chunks.begin(), chunks.end());
    if (begin && *begin != parts.front().summary.first) {
        m_removeRow.bind(1, std::int64_t {tag.value}).bind(2, *begin);
        if (Outcome removed = m_removeRow.run(); !removed.ok())
            return removed;
    }
    for (std::span<const StoredChunk> left(parts); !left.empty();) {
        const std::size_t size = std::min(left.size(), kPartsOfRow);
        if (Outcome written = writeRow(tag, left.first(size)); !written.ok())
            return written;
        left = left.subspan(size);
    }
    return {};
}

Outcome ChunkStore::writeRow(TagId tag, std::span<const StoredChunk> parts)
{
    const StoredChunk whole = summarise(parts);
    const ChunkSummary &summary = whole.summary;
    m_writeRow.bind(1, std::int64_t {tag.value}).bind(2, summary.first).bind(3, summary.last);
    m_writeRow.bind(4, std::int64_t {summary.count}).bind(5, std::int64_t {summary.bad});
    m_writeRow.bind(13, whole.block);
    if (summary.numbers() > 0) {
        if (summary.firstNumber != summary.first)
            m_writeRow.bind(6, summary.firstNumber);
        if (summary.lastNumber != summary.last)
            m_writeRow.bind(7, summary.lastNumber);
        m_writeRow.bind(8, summary.firstValue).bind(9, summary.lastValue);
        m_writeRow.bind(10, summary.min).bind(11, summary.max).bind(12, summary.sum);
    }
    if (parts.size() > 1 || whole.isRollUp()) {
        encodeParts(parts, m_blob);
        m_writeRow.bindBlob(14, m_blob.bytes());
    }
    return m_writeRow.run();
}

Result<std::int64_t> ChunkStore::writeBlock(std::optional<std::int64_t> block)
{
    Statement &statement = block ? m_updateBlock : m_insertBlock;
    statement.bindBlob(1, m_blob.bytes());
    if (block)
        statement.bind(2, *block);
    if (const Outcome written = statement.run(); !written.ok())
        return written.error();
    return block ? *block : m_database->lastRowId();
}

} // namespace telltale
