#include "data/history/chunk_store.h"

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

constexpr std::size_t kSmallRun = 128; ///< fewer samples join a neighbour that has room
constexpr std::size_t kMaxBlock = 2'560; ///< bytes: larger ones leave pages half empty ...
constexpr std::size_t kFewest = 64; ///< ... but no fewer samples than this

} // namespace

StoredChunk chunkOf(const Statement &row)
{
    StoredChunk chunk;
    ChunkSummary &summary = chunk.summary;
    summary.first = row.integer(0);
    summary.last = row.integer(1);
    summary.count = static_cast<std::uint32_t>(row.integer(2));
    summary.bad = static_cast<std::uint32_t>(row.integer(3));
    summary.firstNumber = row.isNull(4) ? summary.first : row.integer(4);
    summary.lastNumber = row.isNull(5) ? summary.last : row.integer(5);
    summary.firstValue = row.real(6);
    summary.lastValue = row.real(7);
    summary.min = row.real(8);
    summary.max = row.real(9);
    summary.sum = row.real(10);
    chunk.block = row.integer(11);
    return chunk;
}

Result<ChunkStore> ChunkStore::open(Database &database)
{
    ChunkStore store(database);
    const std::string columns = std::string("SELECT ") + kChunkColumns + " FROM chunk WHERE tag=?1";
    const Outcome prepared = database.prepareAll({
        {&store.m_upTo, columns + " AND first<=?2 ORDER BY first DESC LIMIT 1"},
        {&store.m_after, columns + " AND first>?2 ORDER BY first LIMIT 1"},
        {&store.m_loadBlock, "SELECT data FROM block WHERE id=?1"},
        {&store.m_insertBlock, "INSERT INTO block(data) VALUES(?1)"},
        {&store.m_updateBlock, "UPDATE block SET data=?1 WHERE id=?2"},
        {&store.m_insert, "INSERT INTO chunk VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)"},
        {&store.m_remove, "DELETE FROM chunk WHERE tag=?1 AND first=?2"},
    });
    if (!prepared.ok())
        return prepared.error();
    return store;
}

Result<std::size_t> ChunkStore::store(TagId tag, const SampleColumns &samples)
{
    std::size_t common = 0;
    for (std::size_t begin = 0; begin < samples.size();) {
        const std::int64_t time = samples.times[begin];
        const auto before = one(m_upTo, tag, time);
        const auto next = one(m_after, tag, time);
        if (!before.ok() || !next.ok())
            return before.ok() ? next.error() : before.error();
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
        const Result<std::size_t> stored = storeRun(tag, run, host);
        if (!stored.ok())
            return stored;
        common += stored.value();
        begin = end;
    }
    return common;
}

Result<std::optional<StoredChunk>> ChunkStore::newest(TagId tag)
{
    return one(m_upTo, tag, std::numeric_limits<std::int64_t>::max());
}

Result<SampleColumns> ChunkStore::load(const StoredChunk &chunk)
{
    StatementUse use(m_loadBlock);
    const Result<bool> row = use->bind(1, chunk.block).step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error {Error::Code::Damaged, "block " + std::to_string(chunk.block) + " is missing"};
    return decodeChunk(use->blob(0));
}

Result<std::optional<StoredChunk>> ChunkStore::one(Statement &statement, TagId tag,
                                                   std::int64_t time)
{
    StatementUse use(statement);
    const Result<bool> row = use->bind(1, std::int64_t {tag.value}).bind(2, time).step();
    if (!row.ok())
        return row.error();
    return row.value() ? std::optional(chunkOf(statement)) : std::nullopt;
}

Result<std::size_t> ChunkStore::storeRun(TagId tag, const SampleColumns &run,
                                         const std::optional<StoredChunk> &host)
{
    std::size_t common = 0;
    SampleColumns merged;
    if (host) {
        const Result<SampleColumns> stored = load(*host);
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
    if (replaced) {
        m_remove.bind(1, std::int64_t {tag.value}).bind(2, replaced->summary.first);
        if (Outcome removed = m_remove.run(); !removed.ok())
            return removed;
    }
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
        const Result<std::int64_t> block
            = writeBlock(replaced && piece == 0 ? std::optional(replaced->block) : std::nullopt);
        if (!block.ok())
            return block.error();
        if (Outcome done = insert(tag, summarise(samples, begin, end), block.value()); !done.ok())
            return done;
    }
    return {};
}

Outcome ChunkStore::insert(TagId tag, const ChunkSummary &summary, std::int64_t block)
{
    m_insert.bind(1, std::int64_t {tag.value}).bind(2, summary.first).bind(3, summary.last);
    m_insert.bind(4, std::int64_t {summary.count}).bind(5, std::int64_t {summary.bad});
    m_insert.bind(13, block);
    if (summary.numbers() > 0) {
        if (summary.firstNumber != summary.first)
            m_insert.bind(6, summary.firstNumber);
        if (summary.lastNumber != summary.last)
            m_insert.bind(7, summary.lastNumber);
        m_insert.bind(8, summary.firstValue).bind(9, summary.lastValue);
        m_insert.bind(10, summary.min).bind(11, summary.max).bind(12, summary.sum);
    }
    return m_insert.run();
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
