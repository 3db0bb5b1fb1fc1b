#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/tag_registry.h"

#include <string>
#include <string_view>

namespace telltale {

/// The tags of rows by their path, made as they come; that of the row before is at hand.
/// Thread  one.
class TagFinder
{
public:
    static constexpr std::size_t kMostTags = 2'000'000;
    static constexpr std::size_t kPathBytes = 4096;

    explicit TagFinder(TagRegistry &registry)
        : m_registry(&registry)
    { }

    /// Errors  Malformed: no path; LimitExceeded: too many tags.
    Result<TagId> find(std::string_view path);

private:
    TagRegistry *m_registry;
    std::string m_path;
    TagId m_tag;
};

} // namespace telltale
