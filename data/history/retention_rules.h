#pragma once

#include "data/telemetry/path_pattern.h"
#include "data/telemetry/retention_policy.h"
#include "data/telemetry/tag_registry.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace telltale {

/// Which rule of a retention policy counts for a tag: the first whose pattern matches its path. A
/// tag is matched once, and tags that come later when they are asked for.
/// Thread  one at a time.
class RetentionRules
{
public:
    explicit RetentionRules(const TagRegistry &registry);

    /// False: it is the one that counts already.
    bool setPolicy(const RetentionPolicy &policy);
    const RetentionPolicy &policy() const { return m_policy; }
    /// Place among the policy's rules; none: no rule matches.
    std::optional<std::size_t> ruleOf(TagId tag);
    /// How long its samples are kept; none: for ever.
    std::optional<int> daysOf(TagId tag);
    /// How long they are kept as they came.
    std::optional<int> rawDaysOf(TagId tag);

private:
    void matchNewTags();

    const TagRegistry &m_registry;
    RetentionPolicy m_policy;
    std::vector<PathPattern> m_patterns; ///< by rule
    std::vector<std::optional<std::size_t>> m_ruleOf; ///< by tag
};

} // namespace telltale
