#include "models/asset_tags.h"

#include "models/asset_tree.h"

#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {

std::vector<TagId> tagsOfAsset(const Plant &plant, const std::string &asset, std::size_t most)
{
    struct Found
    {
        TagId tag;
        std::string path;
        std::ptrdiff_t depth;
    };
    std::vector<Found> found;
    for (const TagId tag : plant.tags->tagsBelow(asset)) {
        std::string path = plant.tags->path(tag);
        const auto depth = std::count(path.begin(), path.end(), '/');
        found.push_back({tag, std::move(path), depth});
    }
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), end, found.end(), [](const Found &one, const Found &other) {
        return one.depth != other.depth ? one.depth < other.depth
                                        : naturalLess(one.path, other.path);
    });
    std::vector<TagId> tags;
    std::transform(found.begin(), end, std::back_inserter(tags),
                   [](const Found &one) { return one.tag; });
    return tags;
}

} // namespace telltale
