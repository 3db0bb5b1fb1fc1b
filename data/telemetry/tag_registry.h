#pragma once

#include "data/telemetry/asset_paths.h"
#include "data/telemetry/device_index.h"
#include "data/telemetry/sample.h"
#include "data/telemetry/tag.h"

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace telltale {

/// Every tag the program knows: path to dense id and back, and what is known of each.
/// Thread  any. Looking a path up takes a lock: the decoder keeps its own cache per topic.
/// Shape   ids run 0 .. size()-1 and are never reused or removed; paths are unique, UTF-8 bytes.
class TagRegistry
{
public:
    TagRegistry() = default;
    TagRegistry(const TagRegistry &) = delete;
    TagRegistry &operator=(const TagRegistry &) = delete;

    std::size_t size() const { return m_size.load(std::memory_order_acquire); }
    /// The id of `path`; created if new, with `source` as where it comes from. A known tag without
    /// a source gets it.
    TagId intern(std::string_view path, SourceId source = {});
    /// The id of `path`, or an invalid one.
    TagId find(std::string_view path) const;
    /// A copy; empty path if there is no such tag.
    TagInfo info(TagId tag) const;
    std::string path(TagId tag) const;
    /// Paths of the tags first .. size()-1, in id order: what came since somebody last looked.
    std::vector<std::string> pathsFrom(std::size_t first) const;
    /// The same without a copy of each, `most` at most: views that stay good as long as the
    /// registry, since a path never changes.
    std::vector<std::string_view> viewPaths(std::size_t first, std::size_t most) const;
    /// Tags of one source, for its limit.
    std::size_t countOf(SourceId source) const;

    std::vector<TagId> tagsOf(SourceId source) const;
    /// Which source a tag belongs to; 0: nobody has brought it yet.
    SourceId source(TagId tag) const;
    /// It belongs to this one from now on.
    void setSource(TagId tag, SourceId source);
    /// The source of every tag, in id order.
    std::vector<SourceId> sources() const;
    /// Counts up when a known tag came to another source.
    std::uint64_t sourceRevision() const
    {
        return m_sourceRevision.load(std::memory_order_acquire);
    }
    /// The largest id of a source that has a tag; 0: none has.
    SourceId largestSource() const;
    /// Tags whose path is `asset` or lies below it, in order of ids; takes no longer than there are
    /// such tags.
    std::vector<TagId> tagsBelow(std::string_view asset) const;

    /// How many paths own tags; counts up.
    std::size_t assets() const;
    /// How many of them are `levels`, or end with them: 1 tells an asset from all others.
    std::size_t assetsEndingWith(std::string_view levels) const;

    /// Name, unit, range and format a person gave; path and source are kept.
    void describe(TagId tag, const TagInfo &info);
    /// The same by path; a tag that is not there yet is described when it comes.
    void describe(std::string_view path, const TagInfo &info);
    /// A unit that a payload stated; never overrides one a person gave.
    void setUnit(TagId tag, std::string_view unit);
    /// The family of the payload that brought it; a name that lives as long as the program.
    void setFamily(TagId tag, std::string_view family);
    /// What is known of a tag beyond its path.
    struct Known
    {
        std::string_view family; ///< empty: it has not spoken since the program started
        bool hasUnit = false;
    };
    std::vector<Known> known(std::span<const TagId> tags) const;
    /// Counts up with every description that changed; views compare it once a frame.
    std::uint64_t revision() const { return m_revision.load(std::memory_order_acquire); }

private:
    struct Entry
    {
        TagInfo info;
        bool unitIsGiven = false;
        std::string_view family;
    };

    void adopt(Entry &entry, SourceId source);
    void describeLocked(Entry &entry, const TagInfo &info);

    mutable std::mutex m_mutex;
    std::map<std::string, TagInfo, std::less<>> m_awaited; ///< described, not come yet
    std::deque<Entry> m_entries;
    std::unordered_map<std::string_view, std::uint32_t> m_byPath; ///< keys live in m_entries
    DeviceIndex m_devices {
        [this](std::uint32_t tag) -> std::string_view { return m_entries[tag].info.path; }};
    AssetPaths m_assets; ///< those are the devices
    std::vector<std::size_t> m_countOf;
    std::atomic<std::size_t> m_size = 0;
    std::atomic<std::uint64_t> m_revision = 0;
    std::atomic<std::uint64_t> m_sourceRevision = 0;
};

} // namespace telltale
