#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace telltale {

/// The assets of the plant - paths that own tags -, and how many of them end with the same levels:
/// what tells one from all others by its name. Kept as hashes: two that meet by chance make a name
/// longer than it need be, never wrong.
/// Thread  one at a time.
class AssetPaths
{
public:
    void add(std::string_view tagPath);
    std::size_t size() const { return m_known.size(); }
    /// Those whose path is `levels`, or ends with them.
    std::size_t endingWith(std::string_view levels) const;

private:
    std::string m_last; ///< most tags come beside another one of their asset
    std::unordered_set<std::size_t> m_known;
    std::unordered_map<std::size_t, std::uint32_t> m_ending;
};

} // namespace telltale
