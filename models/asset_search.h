#pragma once

#include "data/telemetry/tag.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Finds tags by words in their paths: all paths, lower-cased, in one piece of memory that a search
/// runs through once. 100 000 paths take some milliseconds.
/// Thread  one (GUI).
class AssetSearch
{
public:
    struct Found
    {
        std::vector<TagId> tags; ///< in the order they became known, at most the limit
        std::size_t total = 0;
    };

    /// The path of the next tag; ids run from 0 without a hole.
    void add(std::string_view path);
    std::size_t size() const { return m_starts.size(); }
    /// Tags whose path contains every word of `text`, case ignored.
    Found find(std::string_view text, std::size_t limit) const;

private:
    std::string_view line(std::size_t tag) const;

    std::string m_paths; ///< each followed by a newline
    std::vector<std::size_t> m_starts;
};

} // namespace telltale
