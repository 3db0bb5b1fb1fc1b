#include "models/rule_matches.h"

#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {

RuleMatches::RuleMatches(const TagRegistry &tags)
    : m_tags(tags)
{ }

void RuleMatches::setPatterns(const std::set<std::string> &patterns)
{
    std::erase_if(m_counts, [&](const auto &known) { return !patterns.contains(known.first); });
    for (const std::string &pattern : patterns)
        m_counts.try_emplace(pattern, Count {PathPattern(pattern), {}, {}, 0});
}

bool RuleMatches::update()
{
    std::size_t looked = 0;
    for (auto &[pattern, count] : m_counts) {
        if (looked < kAtOnce)
            looked += goOn(count, kAtOnce - looked);
    }
    return looked > 0;
}

RuleMatches::Match RuleMatches::of(const std::string &pattern) const
{
    const auto found = m_counts.find(pattern);
    if (found == m_counts.end())
        return {};
    Match match = found->second.match;
    match.isWhole = found->second.seen >= m_tags.size();
    return match;
}

/// Returns how many it looked at.
std::size_t RuleMatches::goOn(Count &count, std::size_t most) const
{
    const std::size_t end = m_tags.size();
    if (count.seen >= end)
        return 0;
    const TagId exact = m_tags.find(count.pattern.text());
    if (!exact.isValid() && !count.pattern.isExact())
        return look(count, most);
    count.match = {exact.isValid() ? 1U : 0U, exact, false}; // this name and no other
    count.seen = end;
    return 1;
}

std::size_t RuleMatches::look(Count &count, std::size_t most) const
{
    const std::vector<std::string_view> paths = m_tags.viewPaths(count.seen, most);
    for (const std::string_view path : paths) {
        const TagId tag {static_cast<std::uint32_t>(count.seen++)};
        if (!count.pattern.matches(path))
            continue;
        if (count.match.tags++ == 0 || path < count.firstPath) {
            count.match.first = tag;
            count.firstPath = path;
        }
    }
    return paths.size();
}

} // namespace telltale
