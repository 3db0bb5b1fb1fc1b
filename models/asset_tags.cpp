#include "models/asset_tags.h"

#include "models/asset_tree.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>
#include <map>
#include <set>

namespace telltale {
namespace {

constexpr std::size_t kTagsInChart = 6;
constexpr int kTextRank = 9;
constexpr int kOnOffRank = 5;

SampleFlags::Kind kindOf(const Plant &plant, TagId tag)
{
    return plant.live->value(tag).sample.flags.kind();
}

/// 0 is the most interesting.
class Ranking
{
public:
    explicit Ranking(const Plant &plant)
        : m_plant(plant)
    {
        const auto snapshot = plant.alarms->snapshot();
        for (const AlarmRow &row : snapshot->rows)
            m_alarmed.insert(row.tag);
        for (const AlarmRule &rule : plant.workspace->rules)
            m_ruled.emplace_back(rule.tag);
    }
    int of(TagId tag) const
    {
        const SampleFlags::Kind kind = kindOf(m_plant, tag);
        if (kind == SampleFlags::Kind::Text)
            return kTextRank;
        if (kind == SampleFlags::Kind::Boolean)
            return kOnOffRank;
        const TagInfo info = m_plant.tags->info(tag);
        if (m_alarmed.contains(info.path))
            return 0;
        const auto means = [&info](const PathPattern &rule) { return rule.matches(info.path); };
        if (std::any_of(m_ruled.begin(), m_ruled.end(), means))
            return 1;
        if (info.low && info.high)
            return 2;
        return info.unit.empty() ? 4 : 3;
    }

private:
    const Plant &m_plant;
    std::set<std::string> m_alarmed;
    std::vector<PathPattern> m_ruled;
};

/// Tags with their ranks, best first, otherwise in the order given.
std::vector<std::pair<int, TagId>> ranked(const Plant &plant, const std::vector<TagId> &tags)
{
    const Ranking ranking(plant);
    std::vector<std::pair<int, TagId>> all;
    all.reserve(tags.size());
    for (const TagId tag : tags)
        all.emplace_back(ranking.of(tag), tag);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    return all;
}

} // namespace

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

std::vector<TagId> trendTagsOf(const Plant &plant, const std::vector<TagId> &tags,
                               std::size_t charts)
{
    std::map<std::string, std::size_t> inChart; // by unit; tags without one are alone
    std::size_t count = 0;
    std::vector<TagId> chosen;
    for (const auto &[rank, tag] : ranked(plant, tags)) {
        if (rank == kTextRank)
            continue;
        const std::string unit = plant.tags->info(tag).unit;
        const bool isNew = unit.empty() || !inChart.contains(unit);
        if ((isNew && count == charts) || (!isNew && inChart[unit] == kTagsInChart))
            continue;
        count += isNew ? 1 : 0;
        ++inChart[unit];
        chosen.push_back(tag);
    }
    return chosen;
}

std::vector<TagId> tileTagsOf(const Plant &plant, const std::vector<TagId> &tags, std::size_t count)
{
    std::set<TagId> best;
    for (const auto &[rank, tag] : ranked(plant, tags)) {
        if (best.size() < count && rank < kOnOffRank)
            best.insert(tag);
    }
    std::vector<TagId> chosen;
    std::copy_if(tags.begin(), tags.end(), std::back_inserter(chosen),
                 [&best](TagId tag) { return best.contains(tag); });
    return chosen;
}

} // namespace telltale
