#pragma once

#include "data/telemetry/tag.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale {

/// Devices - paths without their last level - in order of their paths, and the tags of each. Keeps
/// no path: those of the tags tell. About 10 bytes a tag, where each is its own device.
/// Thread  one at a time.
class DeviceIndex
{
public:
    /// The path of a tag that was added, or is being added; it stays where it is.
    using PathOf = std::function<std::string_view(std::uint32_t tag)>;

    explicit DeviceIndex(PathOf pathOf)
        : m_pathOf(std::move(pathOf))
    { }
    /// The next tag, in order of ids. True: its device is new.
    bool add();
    std::size_t devices() const { return m_devices; }
    /// Tags whose path lies below `asset`, in order of ids; takes no longer than there are such
    /// tags.
    std::vector<TagId> tagsBelow(std::string_view asset) const;

private:
    using Block = std::vector<std::uint32_t>; ///< first tags of devices
    struct Place
    {
        std::size_t block;
        std::size_t at;
    };

    std::string_view deviceOf(std::uint32_t tag) const;
    /// Where the first device is that does not come before `path`; behind the last block: none.
    Place placeOf(std::string_view path) const;
    void insert(Place place, std::uint32_t first);
    void addTagsOf(std::uint32_t first, std::vector<TagId> &tags) const;

    PathOf m_pathOf;
    std::vector<Block> m_blocks; ///< none empty
    std::vector<std::uint32_t> m_next; ///< by tag: another one of its device, or kNone
    std::uint32_t m_latest = TagId::kNone; ///< most tags come beside another one of their device
    std::size_t m_devices = 0;
};

} // namespace telltale
