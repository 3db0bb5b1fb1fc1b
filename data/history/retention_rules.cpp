#include "data/history/retention_rules.h"

#include <algorithm>
#include <string>

namespace telltale {

RetentionRules::RetentionRules(const TagRegistry &registry)
    : m_registry(registry)
{ }

bool RetentionRules::setPolicy(const RetentionPolicy &policy)
{
    if (policy == m_policy)
        return false;
    m_policy = policy;
    m_ruleOf.clear();
    m_patterns.clear();
    for (const RetentionPolicy::Rule &rule : m_policy.rules)
        m_patterns.emplace_back(rule.pattern);
    return true;
}

std::optional<std::size_t> RetentionRules::ruleOf(TagId tag)
{
    if (m_patterns.empty())
        return std::nullopt;
    if (m_ruleOf.size() <= tag.value)
        matchNewTags();
    return tag.value < m_ruleOf.size() ? m_ruleOf[tag.value] : std::nullopt;
}

std::optional<int> RetentionRules::daysOf(TagId tag)
{
    const std::optional<std::size_t> rule = ruleOf(tag);
    return rule ? m_policy.rules[*rule].days : m_policy.days;
}

std::optional<int> RetentionRules::rawDaysOf(TagId tag)
{
    const std::optional<std::size_t> rule = ruleOf(tag);
    return rule ? m_policy.rules[*rule].rawDays : m_policy.rawDays;
}

void RetentionRules::matchNewTags()
{
    for (const std::string &path : m_registry.pathsFrom(m_ruleOf.size())) {
        const auto rule = std::find_if(m_patterns.begin(), m_patterns.end(),
                                       [&path](const auto &each) { return each.matches(path); });
        if (rule == m_patterns.end())
            m_ruleOf.emplace_back();
        else
            m_ruleOf.emplace_back(static_cast<std::size_t>(rule - m_patterns.begin()));
    }
}

} // namespace telltale
