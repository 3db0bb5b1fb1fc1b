#include "models/tag_spread.h"

#include "models/tag_role.h"
#include "models/tag_voice.h"
#include "models/value_text.h"

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

namespace telltale {
namespace {

constexpr std::size_t kTagsLookedAt = 4000;
constexpr std::size_t kRuleTiles = 4;

int worthOf(const TagInfo &info)
{
    return (info.unit.empty() ? 0 : 2) + (info.low && info.high ? 1 : 0);
}

/// A number that may get a tile.
struct Candidate
{
    TagId tag;
    std::string path;
    int worth = 0;
    int turn = 0; ///< how many of its asset come before it
    bool isCounter = false;
    TagVoice::Is voice = TagVoice::Is::Speaking;
};

std::vector<Candidate> candidates(const TagRegistry &registry, const LiveValues &live,
                                  const std::vector<TagId> &tags, const TagVoice &voice)
{
    std::vector<Candidate> found;
    for (const TagId tag : tags) {
        const Sample sample = live.value(tag).sample;
        if (!sample.tag.isValid() || sample.quality.isBad()
            || sample.flags.kind() != SampleFlags::Kind::Number)
            continue;
        const TagInfo info = registry.info(tag);
        found.push_back({tag, info.path, worthOf(info), 0, isCounter(info), voice.of(tag)});
    }
    return found;
}

std::vector<TagId> spread(std::vector<Candidate> all)
{
    std::sort(all.begin(), all.end(), [](const Candidate &one, const Candidate &other) {
        return std::tuple(one.voice, one.isCounter, -one.worth, std::string_view(one.path))
            < std::tuple(other.voice, other.isCounter, -other.worth, std::string_view(other.path));
    });
    std::unordered_map<std::string, int> ofAsset;
    for (Candidate &candidate : all)
        candidate.turn = ofAsset[assetPath(candidate.path)]++;
    std::stable_sort(all.begin(), all.end(), [](const Candidate &one, const Candidate &other) {
        return std::tuple(one.voice, one.isCounter, one.turn)
            < std::tuple(other.voice, other.isCounter, other.turn);
    });
    std::vector<TagId> order;
    for (const Candidate &candidate : all)
        order.push_back(candidate.tag);
    return order;
}

} // namespace

std::vector<TagId> tagsOfPlant(const TagRegistry &registry)
{
    std::vector<TagId> tags;
    for (std::uint32_t i = 0; i < std::min(registry.size(), kTagsLookedAt); ++i) {
        if (!registry.path({i}).starts_with('$'))
            tags.push_back({i});
    }
    return tags;
}

std::vector<TagId> spreadOverAssets(const TagRegistry &registry, const LiveValues &live,
                                    const std::vector<AlarmRule> &rules,
                                    const std::vector<TagId> &tags, Timestamp now)
{
    const std::set<TagId> known(tags.begin(), tags.end());
    const TagVoice voice(live, tags, now);
    std::vector<TagId> order;
    std::vector<TagId> silent;
    for (const AlarmRule &rule : rules) {
        const TagId tag = registry.find(rule.tag);
        if (!tag.isValid() || !known.contains(tag))
            continue;
        if (voice.of(tag) == TagVoice::Is::Silent)
            silent.push_back(tag);
        else if (order.size() < kRuleTiles)
            order.push_back(tag);
    }
    for (const TagId tag : spread(candidates(registry, live, tags, voice)))
        order.push_back(tag);
    order.insert(order.end(), silent.begin(), silent.end());
    return order;
}

} // namespace telltale
