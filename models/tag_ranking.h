#pragma once

#include "models/plant.h"

#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag.h"

#include <set>
#include <string>
#include <vector>

namespace telltale {

/// How interesting tags are at this moment, 0 is the most: in alarm, with a rule, with a normal
/// range, with a unit, other numbers, counters, on-off tags, texts.
/// Thread  GUI.
class TagRanking
{
public:
    static constexpr int kAlarm = 0;
    static constexpr int kOnOff = 6; ///< from here on no measured quantity
    static constexpr int kText = 9;

    explicit TagRanking(const Plant &plant);
    int of(TagId tag) const;

private:
    const Plant &m_plant;
    std::set<std::string> m_alarmed;
    std::vector<PathPattern> m_ruled;
};

struct RankedTag
{
    TagId tag;
    int rank = 0;
    std::size_t place = 0; ///< of its role; the same for all where tags are of several assets
};

/// Tags in the order of their roles - those named in `roles` first, the others as in tagRoles() -
/// and of one role the best first, otherwise in the order given.
std::vector<RankedTag> rankTags(const Plant &plant, const std::vector<TagId> &tags,
                                const std::vector<std::string> &roles = {});

} // namespace telltale
