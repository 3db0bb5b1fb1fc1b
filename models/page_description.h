#pragma once

#include "data/telemetry/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// What a kind of tile needs; how it looks is its line in widgets/tiles/tile_table.cpp.
struct TileKind
{
    enum class Source {
        Tag, ///< one tag
        TagOrJoined, ///< one tag, or a pattern with an aggregate
        Pattern ///< the tags of a pattern
    };
    std::string_view name;
    Source source = Source::Tag;
    bool hasTarget = false;
};

std::span<const TileKind> tileKinds();
/// Null if there is none of that name.
const TileKind *findTileKind(std::string_view name);

/// One tile of a page. It says in exactly one way what it shows: `tag`, `role` or `name`.
struct TileDescription
{
    std::string kind = "value"; ///< of tileKinds()
    std::string tag; ///< whole path, or a pattern (PathPattern)
    std::string role; ///< of tagRoles(): the asset's best tag of that role not shown yet
    std::string name; ///< of a tag below the asset; `*` is any run of characters
    std::string aggregate; ///< with a pattern: sum, mean, min, max
    std::string title; ///< empty: from the tag
    std::optional<double> target;
    bool operator==(const TileDescription &) const = default;
};

/// What a page shows, and which assets it is for. Values only: read from a file of
/// resources/pages or of the workspace, bound to tags by bindTiles() and bindTrends().
struct PageDescription
{
    enum class Scope { Asset, Area, Overview };
    std::string file; ///< its name without folder and ending
    Scope scope = Scope::Asset;
    /// Conditions an asset has to meet, all that are given.
    std::vector<std::string> types; ///< any of these: the text of its tag `type` or `model`
    std::vector<std::string> roles; ///< each of these among its tags
    std::vector<std::string> names; ///< each of these among its tags
    std::vector<TileDescription> tiles;
    std::string fill; ///< how the room that is left is filled: of fillRules(); empty: not at all
    std::vector<std::string> trends; ///< roles in the order of their charts; others come behind
    int rows = 0; ///< of tiles; 0: as the page has room
    bool operator==(const PageDescription &) const = default;
};

/// Reads the page of a file; `file` is its name without folder and ending, `overview` the overview.
/// Errors  Malformed, NewerVersion, LimitExceeded, with the line or the member and the reason.
Result<PageDescription> readPage(const std::string &file, std::string_view text);

} // namespace telltale
