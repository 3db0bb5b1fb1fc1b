#pragma once

#include "models/page_description.h"
#include "models/plant.h"

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <string_view>
#include <vector>

namespace telltale {

class LiveValues;
class TagRegistry;
struct AlarmRule;

/// What a page is of.
struct PageSubject
{
    std::string asset; ///< empty: the whole plant
    std::vector<TagId> tags; ///< at and below the asset, its own first
};

/// How a page fills the room its described tiles leave. One line in the table of page_binding.cpp.
struct FillRule
{
    std::string_view name;
    /// The tags worth a tile, the best first.
    std::vector<TagId> (*order)(const Plant &plant, const PageSubject &subject);
    bool keepsPlaces = false; ///< else a tag in alarm takes the place of the last that is not
};

/// Null if there is none of that name.
const FillRule *findFillRule(std::string_view name);
std::vector<std::string_view> fillRuleNames();

/// The tiles of a page, each with the path of its tag (or its pattern) in `tag`: those described
/// first, in their order - without those for a role or a name the asset has not -, then the page's
/// fill. `already` is what was bound before, for a fill that keeps places. At most `room`.
/// Thread  GUI; looks at no more than some thousand tags.
std::vector<TileDescription> bindTiles(const Plant &plant, const PageDescription &page,
                                       const PageSubject &subject,
                                       const std::vector<TileDescription> &already,
                                       std::size_t room);

/// Which of an asset's tags its page draws: those in alarm first, then by role in the order of the
/// page, those with a rule, a normal range, a unit before others; texts never. At most `charts`
/// units and on-off tags, six tags in each. Where the tags are of several assets, roles do not
/// count.
std::vector<TagId> bindTrends(const Plant &plant, const PageDescription &page,
                              const std::vector<TagId> &tags, std::size_t charts);

/// What of `tags` is worth a tile where nothing else is asked for, the best first: tags with a rule
/// of their own, then numbers, one of each asset and turn, those with a unit and a normal range
/// before others, otherwise by path; those that fell silent while others went on come last.
/// Thread  any.
std::vector<TagId> spreadOverAssets(const TagRegistry &registry, const LiveValues &live,
                                    const std::vector<AlarmRule> &rules,
                                    const std::vector<TagId> &tags, Timestamp now);

/// Every tag of the plant that may be chosen: not those of the program itself.
std::vector<TagId> tagsOfPlant(const TagRegistry &registry);

} // namespace telltale
