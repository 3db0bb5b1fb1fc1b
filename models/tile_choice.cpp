#include "models/tile_choice.h"

#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace telltale {
namespace {

constexpr std::size_t kTagsLookedAt = 4000;
constexpr std::size_t kRuleTiles = 4;

struct Candidate
{
    std::string path;
    int turn = 0; ///< how many of its asset come before it
    int worth = 0;
};

int worthOf(const TagInfo &info)
{
    return (info.unit.empty() ? 0 : 2) + (info.low && info.high ? 1 : 0);
}

bool isCandidate(const LiveValues::Value &value, const TagInfo &info)
{
    return value.sample.tag.isValid() && !value.sample.quality.isBad()
        && value.sample.flags.kind() == SampleFlags::Kind::Number && !info.path.starts_with('$');
}

std::vector<Candidate> candidates(const Plant &plant)
{
    std::vector<Candidate> found;
    const std::size_t known = std::min(plant.tags->size(), kTagsLookedAt);
    for (std::uint32_t i = 0; i < known; ++i) {
        const LiveValues::Value value = plant.live->value({i});
        const TagInfo info = plant.tags->info({i});
        if (isCandidate(value, info))
            found.push_back({info.path, 0, worthOf(info)});
    }
    std::sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return a.worth != b.worth ? a.worth > b.worth : a.path < b.path;
    });
    std::unordered_map<std::string, int> ofAsset;
    for (Candidate &candidate : found)
        candidate.turn = ofAsset[assetPath(candidate.path)]++;
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate &a, const Candidate &b) { return a.turn < b.turn; });
    return found;
}

TileDescription tileOf(const std::string &path)
{
    TileDescription tile;
    tile.tag = path;
    return tile;
}

} // namespace

std::vector<TileDescription> chooseTiles(const Plant &plant, std::vector<TileDescription> already,
                                         std::size_t count)
{
    std::set<std::string, std::less<>> shown;
    for (const TileDescription &tile : already)
        shown.insert(tile.tag);
    const auto take = [&](const std::string &path) {
        if (already.size() < count && shown.insert(path).second)
            already.push_back(tileOf(path));
    };
    if (already.empty()) {
        for (const AlarmRule &rule : plant.workspace->rules) {
            if (already.size() < kRuleTiles && plant.tags->find(rule.tag).isValid())
                take(rule.tag);
        }
    }
    for (const Candidate &candidate : candidates(plant))
        take(candidate.path);
    return already;
}

} // namespace telltale
