#pragma once

#include "data/telemetry/path_pattern.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace telltale {

/// How many tags each pattern of the rules means, and which is the first of them.
/// Thread  GUI. Looks at some thousand paths per update, so that many rules over very many tags
///         never hold a frame up.
class RuleMatches
{
public:
    struct Match
    {
        std::size_t tags = 0;
        TagId first; ///< by the bytes of the paths
        bool isWhole = false; ///< all tags were looked at
    };
    static constexpr std::size_t kAtOnce = 5'000;

    explicit RuleMatches(const TagRegistry &tags);
    /// Those that were there before keep what is known of them.
    void setPatterns(const std::set<std::string> &patterns);
    /// Goes on, also with tags that came since. True if there was anything to look at.
    bool update();
    Match of(const std::string &pattern) const;

private:
    struct Count
    {
        PathPattern pattern;
        Match match;
        std::string_view firstPath;
        std::size_t seen = 0;
    };
    std::size_t goOn(Count &count, std::size_t most) const;
    std::size_t look(Count &count, std::size_t most) const;

    const TagRegistry &m_tags;
    std::map<std::string, Count> m_counts;
};

} // namespace telltale
