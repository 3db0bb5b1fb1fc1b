#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace telltale {

/// How many assets of the plant - paths that own tags - end with the same levels: what tells one
/// from all others by its name. Kept as hashes in one flat table, 8 bytes an ending: two that meet
/// by chance are counted together, which makes a name longer than it need be, never too short.
/// Thread  one at a time.
class AssetPaths
{
public:
    static constexpr std::size_t kMostCounted = (1U << 20) - 1;

    /// Each asset once: another one that has its hash is counted all the same.
    void add(std::string_view asset);
    /// Those whose path is `levels`, or ends with them; more than kMostCounted are so many.
    std::size_t endingWith(std::string_view levels) const;

private:
    void count(std::string_view levels);
    /// Where an ending with this hash is, or is to be: there is always a free place.
    std::size_t placeOf(std::uint64_t hash) const;
    void grow();

    /// The upper 44 bits of the hash, below them the count; 0: free. A power of two, or empty.
    std::vector<std::uint64_t> m_endings;
    std::size_t m_used = 0;
};

} // namespace telltale
