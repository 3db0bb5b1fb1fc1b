#include "models/tag_ranking.h"

#include "models/tag_role.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <algorithm>

namespace telltale {
namespace {

/// One machine's tags come in the order people look at them, those of many by rank only.
bool isOneAsset(const Plant &plant, const std::vector<TagId> &tags)
{
    const auto assetOf = [&plant](TagId tag) { return assetPath(plant.tags->path(tag)); };
    return std::all_of(tags.begin(), tags.end(),
                       [&](TagId tag) { return assetOf(tag) == assetOf(tags.front()); });
}

std::size_t placeOf(std::size_t role, const std::vector<std::string> &roles)
{
    if (role < tagRoles().size()) {
        const auto named = std::find(roles.begin(), roles.end(), tagRoles()[role].name);
        if (named != roles.end())
            return static_cast<std::size_t>(named - roles.begin());
    }
    return roles.size() + role;
}

} // namespace

TagRanking::TagRanking(const Plant &plant)
    : m_plant(plant)
{
    const auto snapshot = plant.alarms->snapshot();
    for (const AlarmRow &row : snapshot->rows)
        m_alarmed.insert(row.tag);
    for (const AlarmRule &rule : plant.workspace->rules)
        m_ruled.emplace_back(rule.tag);
}

int TagRanking::of(TagId tag) const
{
    const SampleFlags::Kind kind = m_plant.live->value(tag).sample.flags.kind();
    if (kind == SampleFlags::Kind::Text)
        return kText;
    const TagInfo info = m_plant.tags->info(tag);
    if (m_alarmed.contains(info.path))
        return kAlarm;
    if (kind == SampleFlags::Kind::Boolean)
        return kOnOff;
    const auto means = [&info](const PathPattern &rule) { return rule.matches(info.path); };
    if (std::any_of(m_ruled.begin(), m_ruled.end(), means))
        return 1;
    if (info.low && info.high)
        return 2;
    if (isCounter(info))
        return 5;
    return info.unit.empty() ? 4 : 3;
}

std::vector<RankedTag> rankTags(const Plant &plant, const std::vector<TagId> &tags,
                                const std::vector<std::string> &roles)
{
    const TagRanking ranking(plant);
    const bool hasRoles = isOneAsset(plant, tags);
    const std::size_t none = tagRoles().size();
    std::vector<RankedTag> all;
    for (const TagId tag : tags) {
        const int rank = ranking.of(tag);
        const bool counts = hasRoles && rank < TagRanking::kOnOff;
        all.push_back({tag, rank, placeOf(counts ? roleOf(plant.tags->info(tag)) : none, roles)});
    }
    std::stable_sort(all.begin(), all.end(), [](const RankedTag &one, const RankedTag &other) {
        return std::pair(one.place, one.rank) < std::pair(other.place, other.rank);
    });
    return all;
}

} // namespace telltale
