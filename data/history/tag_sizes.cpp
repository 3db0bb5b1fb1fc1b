#include "data/history/tag_sizes.h"

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
    Result<Statement> next = sizes->m_database->prepare(
        "SELECT tag, first, block FROM chunk WHERE tag>?1 ORDER BY tag, first LIMIT 1");
    if (!next.ok())
        return next.error();
    sizes->m_next = std::move(next).value();
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
        const std::int64_t block = use->integer(2);
        const std::uint64_t place = isPacked(block) ? placeOfBlock(block) : m_begin;
        endTag(place);
        m_tag = use->integer(0);
        m_begin = place;
        if (const auto group = m_groupOf({static_cast<std::uint32_t>(m_tag)}))
            m_groups[*group].oldest = std::min(m_groups[*group].oldest, use->integer(1));
    }
    return true;
}

/// Its chunks end where those of the next one begin.
void TagSizes::endTag(std::uint64_t place)
{
    if (m_tag < 0 || place < m_begin)
        return;
    if (const auto group = m_groupOf({static_cast<std::uint32_t>(m_tag)}))
        m_groups[*group].bytes += place - m_begin;
}

} // namespace telltale
