#include "models/asset_tags.h"

#include "models/asset_tree.h"
#include "models/tag_role.h"
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
constexpr int kAlarmRank = 0;
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
            return kAlarmRank;
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

/// One machine's tags come in the order people look at them, those of many by rank only.
bool isOneAsset(const Plant &plant, const std::vector<TagId> &tags)
{
    const auto assetOf = [&plant](TagId tag) { return assetPath(plant.tags->path(tag)); };
    return std::all_of(tags.begin(), tags.end(),
                       [&](TagId tag) { return assetOf(tag) == assetOf(tags.front()); });
}

struct Ranked
{
    TagId tag;
    int rank = 0;
    int role = 0;
    bool operator<(const Ranked &other) const
    {
        return std::pair(role, rank) < std::pair(other.role, other.rank);
    }
};

/// Tags with their ranks, in the order of their roles and then the best first, otherwise in the
/// order given.
std::vector<Ranked> ranked(const Plant &plant, const std::vector<TagId> &tags)
{
    const Ranking ranking(plant);
    const bool hasRoles = isOneAsset(plant, tags);
    std::vector<Ranked> all;
    for (const TagId tag : tags) {
        const int rank = ranking.of(tag);
        const TagRole role
            = hasRoles && rank < kOnOffRank ? roleOf(plant.tags->info(tag)) : TagRole::Other;
        all.push_back({tag, rank, static_cast<int>(role)});
    }
    std::stable_sort(all.begin(), all.end());
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
    std::vector<Ranked> order = ranked(plant, tags);
    std::stable_partition(order.begin(), order.end(),
                          [](const Ranked &one) { return one.rank == kAlarmRank; });
    std::map<std::string, std::size_t> inChart; // by unit; tags without one are alone
    std::size_t count = 0;
    std::vector<TagId> chosen;
    for (const Ranked &one : order) {
        if (one.rank == kTextRank)
            continue;
        const std::string unit = plant.tags->info(one.tag).unit;
        const bool isNew = unit.empty() || !inChart.contains(unit);
        if ((isNew && count == charts) || (!isNew && inChart[unit] == kTagsInChart))
            continue;
        count += isNew ? 1 : 0;
        ++inChart[unit];
        chosen.push_back(one.tag);
    }
    return chosen;
}

std::vector<TagId> tileTagsOf(const Plant &plant, const std::vector<TagId> &tags, std::size_t count)
{
    std::vector<Ranked> order = ranked(plant, tags);
    std::erase_if(order, [](const Ranked &one) { return one.rank >= kOnOffRank; });
    std::vector<Ranked> chosen(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min(count, order.size())));
    for (const Ranked &one : order) { // who is in alarm takes the place of the last who is not
        const bool isThere = std::any_of(chosen.begin(), chosen.end(),
                                         [&](const Ranked &other) { return other.tag == one.tag; });
        const auto last = std::find_if(chosen.rbegin(), chosen.rend(), [](const Ranked &other) {
            return other.rank != kAlarmRank;
        });
        if (one.rank == kAlarmRank && !isThere && last != chosen.rend())
            *last = one;
    }
    std::stable_sort(chosen.begin(), chosen.end());
    std::vector<TagId> result;
    for (const Ranked &one : chosen)
        result.push_back(one.tag);
    return result;
}

} // namespace telltale
