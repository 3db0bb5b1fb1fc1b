#pragma once

#include "models/page_description.h"
#include "models/plant.h"

#include "data/telemetry/tag.h"

#include <string_view>
#include <vector>

namespace telltale {

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
    /// Only the tag in the worst alarm takes a place, the last; else each in alarm takes that of
    /// the last that is not.
    bool keepsPlaces = false;
};

/// Null if there is none of that name.
const FillRule *findFillRule(std::string_view name);
std::vector<std::string_view> fillRuleNames();

/// The tiles of a page, each with the path of its tag (or its pattern) in `tag` and a title that
/// tells it from the others: those described first, in their order - without those for a role or a
/// name the asset has not -, then the page's fill. `already` is what was bound before, for a fill
/// that keeps places: only what was not heard since the program began gives its own to what speaks.
/// At most `room`.
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

} // namespace telltale
