#include "data/history/tag_sizes.h"

#include "data/history/chunk_parts.h"
#include "data/history/history_schema.h"
#include "data/history/pack_store.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr int kTagsPerStep = 5000;

} // namespace

Result<std::unique_ptr<TagSizes>> TagSizes::begin(const std::string &path, std::size_t groups,
                                                  GroupOf groupOf)
{
    Result<Database> database = openHistoryForReading(path);
    if (!database.ok())
        return database.error();
    std::unique_ptr<TagSizes> sizes(new TagSizes(path, groups, std::move(groupOf)));
    sizes->m_database = std::make_unique<Database>(std::move(database).value());
    const Result<std::uint64_t> all = packedBytes(*sizes->m_database);
    if (!all.ok())
        return all.error();
    sizes->m_all = all.value();
    const Outcome prepared = sizes->m_database->prepareAll({
        {&sizes->m_next,
         "SELECT tag, first, block FROM chunk WHERE tag>?1 ORDER BY tag, first LIMIT 1"},
        {&sizes->m_rolledUp, "SELECT sum(length(parts)) FROM chunk WHERE tag=?1"},
    });
    if (!prepared.ok())
        return prepared.error();
    return sizes;
}

TagSizes::TagSizes(std::string path, std::size_t groups, GroupOf groupOf)
    : m_path(std::move(path))
    , m_groups(groups)
    , m_groupOf(std::move(groupOf))
{ }

Result<bool> TagSizes::step()
{
    for (int i = 0; i < kTagsPerStep; ++i) {
        StatementUse use(m_next);
        const Result<bool> row = use->bind(1, m_tag).step();
        if (!row.ok())
            return row;
        if (!row.value()) {
            endTag(m_all);
            return false;
        }
        m_tag = use->integer(0);
        const auto group = m_groupOf({static_cast<std::uint32_t>(m_tag)});
        if (group)
            m_groups[*group].oldest = std::min(m_groups[*group].oldest, use->integer(1));
        const std::int64_t block = use->integer(2);
        if (block == StoredChunk::kRollUp) {
            const Result<std::uint64_t> bytes = group ? rolledUp() : std::uint64_t {0};
            if (!bytes.ok())
                return bytes.error();
            if (group)
                m_groups[*group].bytes += bytes.value();
            continue;
        }
        const std::uint64_t place = isPacked(block) ? placeOfBlock(block) : m_begin;
        endTag(place);
        m_packed = m_tag;
        m_begin = place;
    }
    return true;
}

/// Its chunks end where those of the next one begin.
void TagSizes::endTag(std::uint64_t place)
{
    if (m_packed < 0 || place < m_begin)
        return;
    if (const auto group = m_groupOf({static_cast<std::uint32_t>(m_packed)}))
        m_groups[*group].bytes += place - m_begin;
}

/// Bytes of m_tag.
Result<std::uint64_t> TagSizes::rolledUp()
{
    StatementUse use(m_rolledUp);
    const Result<bool> row = use->bind(1, m_tag).step();
    if (!row.ok())
        return row.error();
    return row.value() ? static_cast<std::uint64_t>(use->integer(0)) : 0;
}

} // namespace telltale
