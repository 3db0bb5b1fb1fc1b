#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {

TagId TagRegistry::intern(std::string_view path, SourceId source)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byPath.find(path); found != m_byPath.end()) {
        if (m_entries[found->second].info.source == SourceId {} && source != SourceId {}) {
            adopt(m_entries[found->second], source);
            m_sourceRevision.fetch_add(1, std::memory_order_acq_rel);
        }
        return {found->second};
    }
    const auto id = static_cast<std::uint32_t>(m_entries.size());
    Entry &entry = m_entries.emplace_back();
    entry.info.path = path;
    m_byPath.emplace(entry.info.path, id);
    if (m_devices.add())
        m_assets.add(path.substr(0, path.rfind('/')));
    if (const auto awaited = m_awaited.find(path); awaited != m_awaited.end()) {
        describeLocked(entry, awaited->second);
        m_awaited.erase(awaited);
    }
    adopt(entry, source);
    m_size.store(m_entries.size(), std::memory_order_release);
    return {id};
}

void TagRegistry::adopt(Entry &entry, SourceId source)
{
    entry.info.source = source;
    if (m_countOf.size() <= source.value)
        m_countOf.resize(source.value + 1U);
    if (source != SourceId {})
        ++m_countOf[source.value];
}

TagId TagRegistry::find(std::string_view path) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byPath.find(path);
    return found == m_byPath.end() ? TagId {} : TagId {found->second};
}

TagInfo TagRegistry::info(TagId tag) const
{
    const std::lock_guard lock(m_mutex);
    return tag.value < m_entries.size() ? m_entries[tag.value].info : TagInfo {};
}

std::string TagRegistry::path(TagId tag) const
{
    const std::lock_guard lock(m_mutex);
    return tag.value < m_entries.size() ? m_entries[tag.value].info.path : std::string();
}

std::vector<std::string> TagRegistry::pathsFrom(std::size_t first) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> paths;
    for (std::size_t i = first; i < m_entries.size(); ++i)
        paths.push_back(m_entries[i].info.path);
    return paths;
}

std::vector<std::string_view> TagRegistry::viewPaths(std::size_t first, std::size_t most) const
{
    const std::lock_guard lock(m_mutex);
    const std::size_t known = m_entries.size() - std::min(first, m_entries.size());
    std::vector<std::string_view> paths;
    paths.reserve(std::min(known, most));
    for (std::size_t i = 0; i < std::min(known, most); ++i)
        paths.push_back(m_entries[first + i].info.path);
    return paths;
}

std::size_t TagRegistry::countOf(SourceId source) const
{
    const std::lock_guard lock(m_mutex);
    return source.value < m_countOf.size() ? m_countOf[source.value] : 0;
}

std::vector<TagId> TagRegistry::tagsOf(SourceId source) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TagId> tags;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].info.source == source)
            tags.push_back({static_cast<std::uint32_t>(i)});
    }
    return tags;
}

SourceId TagRegistry::source(TagId tag) const
{
    const std::lock_guard lock(m_mutex);
    return tag.value < m_entries.size() ? m_entries[tag.value].info.source : SourceId {};
}

void TagRegistry::setSource(TagId tag, SourceId source)
{
    const std::lock_guard lock(m_mutex);
    if (tag.value >= m_entries.size() || m_entries[tag.value].info.source == source)
        return;
    Entry &entry = m_entries[tag.value];
    if (entry.info.source != SourceId {})
        --m_countOf[entry.info.source.value];
    adopt(entry, source);
    m_sourceRevision.fetch_add(1, std::memory_order_acq_rel);
    m_revision.fetch_add(1, std::memory_order_acq_rel); // history keeps it with the description
}

void TagRegistry::setFamily(TagId tag, std::string_view family)
{
    const std::lock_guard lock(m_mutex);
    if (tag.value < m_entries.size())
        m_entries[tag.value].family = family;
}

std::vector<TagRegistry::Known> TagRegistry::known(std::span<const TagId> tags) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Known> known(tags.size());
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (tags[i].value < m_entries.size())
            known[i]
                = {m_entries[tags[i].value].family, !m_entries[tags[i].value].info.unit.empty()};
    }
    return known;
}

std::vector<SourceId> TagRegistry::sources() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<SourceId> sources;
    sources.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        sources.push_back(entry.info.source);
    return sources;
}

SourceId TagRegistry::largestSource() const
{
    SourceId largest;
    for (const SourceId source : sources())
        largest.value = std::max(largest.value, source.value);
    return largest;
}

std::vector<TagId> TagRegistry::tagsBelow(std::string_view asset) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TagId> tags = m_devices.tagsBelow(asset);
    if (const auto itself = m_byPath.find(asset); itself != m_byPath.end()) {
        const TagId tag {itself->second};
        tags.insert(std::lower_bound(tags.begin(), tags.end(), tag), tag);
    }
    return tags;
}

std::size_t TagRegistry::assets() const
{
    const std::lock_guard lock(m_mutex);
    return m_devices.devices();
}

std::size_t TagRegistry::assetsEndingWith(std::string_view levels) const
{
    const std::lock_guard lock(m_mutex);
    return m_assets.endingWith(levels);
}

void TagRegistry::describe(TagId tag, const TagInfo &info)
{
    const std::lock_guard lock(m_mutex);
    if (tag.value < m_entries.size())
        describeLocked(m_entries[tag.value], info);
}

void TagRegistry::describe(std::string_view path, const TagInfo &info)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byPath.find(path); found != m_byPath.end())
        describeLocked(m_entries[found->second], info);
    else
        m_awaited.insert_or_assign(std::string(path), info);
}

/// The map's key is a view of the path inside the entry: path and source stay as they are.
void TagRegistry::describeLocked(Entry &entry, const TagInfo &info)
{
    entry.unitIsGiven = !info.unit.empty();
    entry.info.displayName = info.displayName;
    if (entry.unitIsGiven)
        entry.info.unit = info.unit;
    entry.info.low = info.low;
    entry.info.high = info.high;
    entry.info.decimals = info.decimals;
    m_revision.fetch_add(1, std::memory_order_acq_rel);
}

void TagRegistry::setUnit(TagId tag, std::string_view unit)
{
    const std::lock_guard lock(m_mutex);
    if (tag.value >= m_entries.size())
        return;
    Entry &entry = m_entries[tag.value];
    if (entry.unitIsGiven || entry.info.unit == unit)
        return;
    entry.info.unit = unit;
    m_revision.fetch_add(1, std::memory_order_acq_rel);
}

} // namespace telltale
