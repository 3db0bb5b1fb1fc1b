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
        /// Like `days`: samples go then, and only roll-ups of them stay.
        std::optional<int> rawDays = std::nullopt;
        bool operator==(const Rule &) const = default;
    };
    std::vector<Rule> rules; ///< the first that matches a tag counts
    std::optional<int> days; ///< of tags that no rule matches; so are the next
    std::optional<int> rawDays;
    std::optional<std::uint64_t> bytes; ///< of all history files
    bool operator==(const RetentionPolicy &) const = default;
};

} // namespace telltale
