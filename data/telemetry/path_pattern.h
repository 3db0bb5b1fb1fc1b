#pragma once

#include "data/telemetry/tag.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

class TagRegistry;

/// A pattern over tag paths, as people write it in rules and on the command line: `*` is any run of
/// characters within a level, `**` across levels; `a/**/b` is also `a/b`. Everything else stands
/// for itself, bytes compared. Paths whose first level starts with `$` are matched only by patterns
/// that start with `$` themselves.
/// Thread  any, const. Matching takes length of path times length of pattern at worst.
class PathPattern
{
public:
    explicit PathPattern(std::string pattern);

    const std::string &text() const { return m_text; }
    /// No wildcard in it: it names one tag.
    bool isExact() const { return m_isExact; }
    bool matches(std::string_view path) const;

private:
    enum class Kind : std::uint8_t {
        Literal,
        WithinLevel, ///< `*`
        AcrossLevels, ///< `**`
        MaybeLevels, ///< the way past the Levels that follow it
        Levels, ///< `**/`: whole levels with their slash
    };
    struct Step
    {
        Kind kind;
        char literal;
    };
    void spread(std::vector<bool> &states) const;
    void advance(const std::vector<bool> &from, char next, std::vector<bool> &to) const;

    std::string m_text;
    std::string m_prefix; ///< what every match begins with
    std::string m_suffix; ///< what every match ends with
    std::vector<Step> m_steps; ///< between the two
    bool m_isExact = true;
};

/// The tags a pattern means, ordered by the bytes of their paths. A tag with exactly this name
/// wins: then it is the only one, whatever wildcards the name contains.
std::vector<TagId> matchingTags(const TagRegistry &registry, const PathPattern &pattern);

} // namespace telltale
