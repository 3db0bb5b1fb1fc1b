#include "data/history/tag_store.h"

#include "data/storage/rows.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kTagsPerLook = 5000;

std::size_t hashOf(const TagInfo &info)
{
    const std::hash<std::string> text;
    const std::hash<double> number;
    std::size_t hash = text(info.displayName) * 31U + text(info.unit);
    hash = hash * 31U + (info.low ? number(*info.low) + 1U : 0U);
    hash = hash * 31U + (info.high ? number(*info.high) + 1U : 0U);
    hash = hash * 31U + static_cast<std::size_t>(info.decimals + 1);
    return hash * 31U + info.source.value;
}

TagInfo infoOf(const Statement &row)
{
    TagInfo info;
    info.path = row.text(1);
    info.displayName = row.text(2);
    info.unit = row.text(3);
    if (!row.isNull(4))
        info.low = row.real(4);
    if (!row.isNull(5))
        info.high = row.real(5);
    info.decimals = static_cast<int>(row.integer(6));
    info.source = {static_cast<std::uint16_t>(row.integer(7))};
    return info;
}

/// A stored unit is no word of a person: payloads may still correct it.
void describeAsStored(TagRegistry &registry, TagId tag, TagInfo info)
{
    const std::string unit = std::exchange(info.unit, {});
    registry.describe(tag, info);
    registry.setUnit(tag, unit);
}

} // namespace

Result<TagStore> TagStore::open(Database &database)
{
    TagStore store;
    const Outcome prepared = database.prepareAll(
        {{&store.m_write, "INSERT OR REPLACE INTO tag VALUES(?1,?2,?3,?4,?5,?6,?7,?8)"}});
    if (!prepared.ok())
        return prepared.error();
    const Outcome read
        = forEachRow(database, "SELECT * FROM tag ORDER BY id", [&store](const Statement &row) {
              store.m_hashes.push_back(hashOf(infoOf(row)));
          });
    if (!read.ok())
        return read.error();
    store.m_stored = store.m_hashes.size();
    return store;
}

Outcome TagStore::writeNew(const TagRegistry &registry)
{
    m_hashes.resize(m_stored);
    const std::size_t size = registry.size();
    for (std::size_t i = m_stored; i < size; ++i) {
        const TagId tag {static_cast<std::uint32_t>(i)};
        const TagInfo info = registry.info(tag);
        if (Outcome written = write(tag, info); !written.ok())
            return written;
        m_hashes.push_back(hashOf(info));
    }
    return {};
}

void TagStore::noteCommitted()
{
    m_stored = m_hashes.size();
}

bool TagStore::hasChanges(const TagRegistry &registry) const
{
    return m_revision != registry.revision();
}

Outcome TagStore::writeChanges(const TagRegistry &registry)
{
    if (m_next == 0)
        m_lookingFor = registry.revision();
    const std::size_t end = std::min(m_stored, m_next + kTagsPerLook);
    for (; m_next < end; ++m_next) {
        const TagId tag {static_cast<std::uint32_t>(m_next)};
        const TagInfo info = registry.info(tag);
        const std::size_t hash = hashOf(info);
        if (hash == m_hashes[m_next])
            continue;
        if (Outcome written = write(tag, info); !written.ok())
            return written;
        m_hashes[m_next] = hash;
    }
    if (m_next == m_stored) {
        m_next = 0;
        m_revision = m_lookingFor;
    }
    return {};
}

Outcome TagStore::write(TagId tag, const TagInfo &info)
{
    m_write.bind(1, std::int64_t {tag.value}).bind(2, std::string_view(info.path));
    m_write.bind(3, std::string_view(info.displayName)).bind(4, std::string_view(info.unit));
    if (info.low)
        m_write.bind(5, *info.low);
    if (info.high)
        m_write.bind(6, *info.high);
    m_write.bind(7, std::int64_t {info.decimals}).bind(8, std::int64_t {info.source.value});
    return m_write.run();
}

Outcome loadStoredTags(Database &database, TagRegistry &registry)
{
    Result<Statement> newer = database.prepare("SELECT * FROM tag WHERE id>=?1 ORDER BY id");
    if (!newer.ok())
        return newer.error();
    newer->bind(1, static_cast<std::int64_t>(registry.size()));
    return forEachRow(newer.value(), [&registry](const Statement &row) -> Outcome {
        const TagInfo info = infoOf(row);
        const TagId tag = registry.intern(info.path, info.source);
        if (std::int64_t {tag.value} != row.integer(0))
            return Error {Error::Code::WrongUse,
                          "tag " + info.path + " is not the one stored under its id"};
        describeAsStored(registry, tag, info);
        return {};
    });
}

} // namespace telltale
