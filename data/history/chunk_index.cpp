#include "data/history/chunk_index.h"

#include "data/storage/rows.h"

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

constexpr int kPartsColumn = 12;
constexpr std::int64_t kSchemaWithParts = 2; ///< only readers meet files of before

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

/// The first part that begins after `time`.
auto partAfter(const std::vector<StoredChunk> &parts, std::int64_t time)
{
    return std::upper_bound(
        parts.begin(), parts.end(), time,
        [](std::int64_t at, const StoredChunk &part) { return at < part.summary.first; });
}

} // namespace

Result<ChunkIndex> ChunkIndex::open(Database &database)
{
    ChunkIndex index;
    const Result<std::int64_t> version = database.userVersion();
    if (!version.ok())
        return version.error();
    const std::string parts = version.value() < kSchemaWithParts ? "NULL" : "parts";
    const std::string columns
        = "SELECT first, last, count, bad, first_number, last_number, first_value, last_value, min,"
          " max, sum, block, "
        + parts + " FROM chunk WHERE tag=?1";
    const Outcome prepared = database.prepareAll({
        {&index.m_upTo, columns + " AND first<=?2 ORDER BY first DESC LIMIT 1"},
        {&index.m_after, columns + " AND first>?2 ORDER BY first LIMIT 1"},
        {&index.m_between, columns + " AND first>=?2 AND first<?3 ORDER BY first"},
        {&index.m_load, "SELECT data FROM block WHERE id=?1"},
    });
    if (!prepared.ok())
        return prepared.error();
    const Result<bool> packed = hasPack(database);
    if (!packed.ok())
        return packed.error();
    if (packed.value()) {
        Result<PackReader> pack = PackReader::open(database);
        if (!pack.ok())
            return pack.error();
        index.m_pack = std::move(pack).value();
    }
    return index;
}

Result<std::optional<StoredChunk>> ChunkIndex::upTo(TagId tag, std::int64_t time)
{
    if (!holds(tag, time)) {
        const Result<bool> found = look(m_upTo, tag, time);
        if (!found.ok())
            return found.error();
        if (!found.value())
            return std::optional<StoredChunk>();
    }
    return std::optional(*std::prev(partAfter(m_parts, time)));
}

Result<std::optional<StoredChunk>> ChunkIndex::after(TagId tag, std::int64_t time)
{
    if (!holds(tag, time)) {
        const Result<bool> found = look(m_upTo, tag, time);
        if (!found.ok())
            return found.error();
    }
    if (holds(tag, time)) {
        if (const auto next = partAfter(m_parts, time); next != m_parts.end())
            return std::optional(*next);
    }
    const Result<bool> found = look(m_after, tag, time);
    if (!found.ok())
        return found.error();
    return found.value() ? std::optional(m_parts.front()) : std::nullopt;
}

Outcome ChunkIndex::rows(TagId tag, std::int64_t from, std::int64_t to,
                         const std::function<Result<bool>(const Row &)> &take)
{
    const auto before = upTo(tag, from);
    if (!before.ok())
        return before.error();
    // Chunks of a tag do not overlap: only the last that begins before may reach into the range.
    const bool reaches = before.value() && m_parts.back().summary.last >= from;
    StatementUse use(m_between);
    use->bind(1, std::int64_t {tag.value}).bind(3, to);
    use->bind(2, reaches ? m_parts.front().summary.first : from);
    return forEachRow(m_between, [&take](const Statement &row) {
        return take({chunkOf(row), row.blob(kPartsColumn)});
    });
}

Result<std::vector<StoredChunk>> ChunkIndex::rowAt(TagId tag, std::int64_t time)
{
    for (Statement *statement : {&m_upTo, &m_after}) {
        const Result<bool> found = look(*statement, tag, time);
        if (!found.ok())
            return found.error();
        if (found.value())
            return m_parts;
    }
    return std::vector<StoredChunk>();
}

Result<SampleColumns> ChunkIndex::load(const StoredChunk &chunk)
{
    if (isPacked(chunk.block) && m_pack)
        return m_pack->load(chunk.block);
    StatementUse use(m_load);
    const Result<bool> row = use->bind(1, chunk.block).step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error {Error::Code::Damaged, "block " + std::to_string(chunk.block) + " is missing"};
    return decodeChunk(use->blob(0));
}

bool ChunkIndex::holds(TagId tag, std::int64_t time) const
{
    return !m_parts.empty() && tag == m_tag && m_parts.front().summary.first <= time
        && time <= m_parts.back().summary.last;
}

Result<bool> ChunkIndex::look(Statement &statement, TagId tag, std::int64_t time)
{
    StatementUse use(statement);
    const Result<bool> row = use->bind(1, std::int64_t {tag.value}).bind(2, time).step();
    if (!row.ok() || !row.value())
        return row;
    if (use->isNull(kPartsColumn)) {
        m_parts.assign(1, chunkOf(statement));
    } else {
        Result<std::vector<StoredChunk>> parts = decodeParts(use->blob(kPartsColumn));
        if (!parts.ok())
            return parts.error();
        m_parts = std::move(parts).value();
    }
    m_tag = tag;
    return true;
}

} // namespace telltale
