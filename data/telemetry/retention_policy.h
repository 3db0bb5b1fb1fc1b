#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// How long history is kept. Without anything said: for ever.
struct RetentionPolicy
{
    struct Rule
    {
        std::string pattern; ///< tags, as PathPattern reads it
        std::optional<int> days; ///< after the newest sample of a file
        std::optional<std::uint64_t>
            bytes; ///< of all its tags together, in files that are complete
        bool operator==(const Rule &) const = default;
    };
    std::vector<Rule> rules; ///< the first that matches a tag counts
    std::optional<int> days; ///< of tags that no rule matches
    std::optional<std::uint64_t> bytes; ///< of all history files
    bool operator==(const RetentionPolicy &) const = default;
};

} // namespace telltale
