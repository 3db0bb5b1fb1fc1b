#include "data/telemetry/asset_paths.h"

#include <functional>

namespace telltale {
namespace {

std::size_t hashOf(std::string_view levels)
{
    return std::hash<std::string_view> {}(levels);
}

} // namespace

void AssetPaths::add(std::string_view tagPath)
{
    const auto slash = tagPath.rfind('/');
    if (slash == std::string_view::npos)
        return;
    const std::string_view asset = tagPath.substr(0, slash);
    if (asset == m_last && !m_known.empty())
        return;
    m_last = asset;
    if (!m_known.insert(hashOf(asset)).second)
        return;
    ++m_ending[hashOf(asset)];
    for (auto level = asset.find('/'); level != std::string_view::npos;
         level = asset.find('/', level + 1))
        ++m_ending[hashOf(asset.substr(level + 1))];
}

std::size_t AssetPaths::endingWith(std::string_view levels) const
{
    const auto found = m_ending.find(hashOf(levels));
    return found == m_ending.end() ? 0 : found->second;
}

} // namespace telltale
