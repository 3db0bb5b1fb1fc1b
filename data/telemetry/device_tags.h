#pragma once

#include "data/telemetry/tag.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace telltale {

/// Which tags are of one device: those whose paths differ in the last level only. The first of them
/// stands for all, in the history, too: ids are never used again.
/// Thread  one.
class DeviceTags
{
public:
    /// The next tag, in order of ids.
    void add(std::string_view path);
    /// Tags added.
    std::size_t size() const { return m_firstOf.size(); }
    /// The first tag of the same device; `tag` itself if it was not added.
    TagId firstOf(TagId tag) const
    {
        return tag.value < m_firstOf.size() ? TagId {m_firstOf[tag.value]} : tag;
    }

private:
    std::vector<std::uint32_t> m_firstOf; ///< by tag
    std::unordered_map<std::uint64_t, std::uint32_t> m_devices; ///< hash of the path to its first
};

} // namespace telltale
