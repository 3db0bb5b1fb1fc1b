#include "data/telemetry/device_index.h"

#include <algorithm>
#include <string>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kMostOfBlock = 512;

} // namespace

/// Of one of several levels.
std::string_view DeviceIndex::deviceOf(std::uint32_t tag) const
{
    const std::string_view path = m_pathOf(tag);
    return path.substr(0, path.rfind('/'));
}

bool DeviceIndex::add()
{
    const auto tag = static_cast<std::uint32_t>(m_next.size());
    m_next.push_back(TagId::kNone);
    if (m_pathOf(tag).find('/') == std::string_view::npos)
        return false;
    const std::string_view device = deviceOf(tag);
    if (m_latest == TagId::kNone || deviceOf(m_latest) != device) {
        const Place place = placeOf(device);
        if (place.block == m_blocks.size() || deviceOf(m_blocks[place.block][place.at]) != device) {
            insert(place, tag);
            m_latest = tag;
            return true;
        }
        m_latest = m_blocks[place.block][place.at];
    }
    m_next[tag] = std::exchange(m_next[m_latest], tag);
    return false;
}

DeviceIndex::Place DeviceIndex::placeOf(std::string_view path) const
{
    const auto isBefore
        = [this](std::uint32_t first, std::string_view bound) { return deviceOf(first) < bound; };
    const auto block
        = std::partition_point(m_blocks.begin(), m_blocks.end(),
                               [&](const Block &each) { return isBefore(each.back(), path); });
    if (block == m_blocks.end())
        return {m_blocks.size(), 0};
    const auto at = std::lower_bound(block->begin(), block->end(), path, isBefore);
    return {static_cast<std::size_t>(block - m_blocks.begin()),
            static_cast<std::size_t>(at - block->begin())};
}

void DeviceIndex::insert(Place place, std::uint32_t first)
{
    ++m_devices;
    if (m_blocks.empty())
        m_blocks.emplace_back();
    if (place.block == m_blocks.size())
        place = {m_blocks.size() - 1, m_blocks.back().size()};
    Block &block = m_blocks[place.block];
    block.insert(block.begin() + static_cast<std::ptrdiff_t>(place.at), first);
    if (block.size() <= kMostOfBlock)
        return;
    // Those that come in order leave full blocks behind.
    const bool isLast = place.block + 1 == m_blocks.size() && place.at + 1 == block.size();
    const auto middle = isLast ? block.end() - 1 : block.begin() + kMostOfBlock / 2;
    Block rest(middle, block.end());
    block.erase(middle, block.end());
    m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(place.block) + 1,
                    std::move(rest));
}

/// Between the device itself and those below it there may be others: "a-b" comes before "a/".
std::vector<TagId> DeviceIndex::tagsBelow(std::string_view asset) const
{
    std::vector<TagId> tags;
    const Place itself = placeOf(asset);
    if (itself.block < m_blocks.size() && deviceOf(m_blocks[itself.block][itself.at]) == asset)
        addTagsOf(m_blocks[itself.block][itself.at], tags);
    const std::string below = std::string(asset) + '/';
    Place place = placeOf(below);
    while (place.block < m_blocks.size()) {
        const std::uint32_t first = m_blocks[place.block][place.at];
        if (!deviceOf(first).starts_with(below))
            break;
        addTagsOf(first, tags);
        if (++place.at == m_blocks[place.block].size())
            place = {place.block + 1, 0};
    }
    std::sort(tags.begin(), tags.end());
    return tags;
}

void DeviceIndex::addTagsOf(std::uint32_t first, std::vector<TagId> &tags) const
{
    for (std::uint32_t tag = first; tag != TagId::kNone; tag = m_next[tag])
        tags.push_back({tag});
}

} // namespace telltale
