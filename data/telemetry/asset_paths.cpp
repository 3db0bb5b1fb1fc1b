#include "data/telemetry/asset_paths.h"

#include <functional>
#include <utility>

namespace telltale {
namespace {

constexpr int kCountBits = 20;
constexpr std::size_t kFirstPlaces = 64;

static_assert(AssetPaths::kMostCounted == (std::size_t {1} << kCountBits) - 1);

/// Without the bits that the count takes.
std::uint64_t hashOf(std::string_view levels)
{
    return std::hash<std::string_view> {}(levels) >> kCountBits;
}

} // namespace

void AssetPaths::add(std::string_view asset)
{
    count(asset);
    for (auto level = asset.find('/'); level != std::string_view::npos;
         level = asset.find('/', level + 1))
        count(asset.substr(level + 1));
}

void AssetPaths::count(std::string_view levels)
{
    if (m_used >= m_endings.size() / 4 * 3)
        grow();
    const std::uint64_t hash = hashOf(levels);
    std::uint64_t &ending = m_endings[placeOf(hash)];
    if (ending == 0) {
        ending = hash << kCountBits;
        ++m_used;
    }
    if ((ending & kMostCounted) < kMostCounted)
        ++ending;
}

std::size_t AssetPaths::placeOf(std::uint64_t hash) const
{
    const std::size_t mask = m_endings.size() - 1;
    std::size_t place = hash & mask;
    while (m_endings[place] != 0 && m_endings[place] >> kCountBits != hash)
        place = (place + 1) & mask;
    return place;
}

void AssetPaths::grow()
{
    const std::size_t places = m_endings.empty() ? kFirstPlaces : 2 * m_endings.size();
    const std::vector<std::uint64_t> old
        = std::exchange(m_endings, std::vector<std::uint64_t>(places));
    for (const std::uint64_t ending : old) {
        if (ending != 0)
            m_endings[placeOf(ending >> kCountBits)] = ending;
    }
}

std::size_t AssetPaths::endingWith(std::string_view levels) const
{
    return m_endings.empty() ? 0 : m_endings[placeOf(hashOf(levels))] & kMostCounted;
}

} // namespace telltale
