#include "models/rules_in_force.h"

#include <algorithm>

namespace telltale {

bool RulesInForce::anyOf(const std::vector<AlarmRule> &rules)
{
    return std::any_of(rules.begin(), rules.end(),
                       [](const AlarmRule &rule) { return rule.isInForce(); });
}

RulesInForce::RulesInForce(const std::vector<AlarmRule> &rules)
{
    for (const AlarmRule &rule : rules) {
        if (rule.isInForce())
            ++m_inForce;
        else if (rule.enabled)
            ++m_drafts;
        else
            ++m_off;
    }
}

QString RulesInForce::title() const
{
    if (m_inForce > 0)
        return tr("No alarms");
    return m_drafts + m_off > 0 ? tr("No rule in force") : tr("No rules yet");
}

QString RulesInForce::hint() const
{
    if (m_inForce > 0)
        return tr("%n rule(s) watch this plant", nullptr, m_inForce);
    if (m_drafts > 0 && m_off > 0)
        return tr("%n rule(s) are drafts or switched off and raise no alarm.", nullptr,
                  m_drafts + m_off);
    if (m_drafts > 0)
        return tr("%n rule(s) are drafts and raise no alarm yet.", nullptr, m_drafts);
    if (m_off > 0)
        return tr("%n rule(s) are switched off and raise no alarm.", nullptr, m_off);
    return tr("Only a lost connection and stopped recording raise an alarm so far.");
}

} // namespace telltale
