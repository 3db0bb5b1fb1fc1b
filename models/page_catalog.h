#pragma once

#include "models/page_description.h"
#include "models/plant.h"

#include "data/telemetry/tag.h"

#include <map>
#include <string>
#include <vector>

namespace telltale {

/// All page descriptions: the built-in ones of resources/pages, and those of the workspace, which
/// take the place of a built-in page of the same name and otherwise come before them.
/// Thread  any, const.
class PageCatalog
{
public:
    /// `own`: texts of the workspace's page files by name; one that cannot be read is left out.
    explicit PageCatalog(const std::map<std::string, std::string> &own = {});

    const PageDescription &overview() const { return page("overview"); }
    /// The page for an asset: of those whose conditions it meets the one with most conditions, a
    /// type counting more than any number of roles and names. `tags`: at and below the asset;
    /// `type`: see assetType(). An asset without tags of its own is an area. Titles of built-in
    /// pages are in the language of the program.
    PageDescription forAsset(const Plant &plant, const std::string &asset,
                             const std::vector<TagId> &tags, const std::string &type) const;
    const std::vector<PageDescription> &pages() const { return m_pages; }

private:
    const PageDescription &page(const std::string &file) const;

    std::vector<PageDescription> m_pages; ///< the workspace's first,
    std::size_t m_ours = 0; ///< so many
};

/// What a workspace asks before it takes a page file.
Outcome checkPageFile(const std::string &file, std::string_view text);

/// The text of the asset's own tag `type` or `model`, whichever it has said; empty: neither.
std::string assetType(const Plant &plant, const std::string &asset, const std::vector<TagId> &tags);

} // namespace telltale
