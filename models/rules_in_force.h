#pragma once

#include "data/alarms/alarm_rule.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace telltale {

/// How many rules watch a plant, and why the others do not: what an empty list of alarms is worth.
/// Thread  any.
class RulesInForce
{
    Q_DECLARE_TR_FUNCTIONS(RulesInForce)

public:
    /// Whether there is one; of many rules without counting them.
    static bool anyOf(const std::vector<AlarmRule> &rules);
    explicit RulesInForce(const std::vector<AlarmRule> &rules);

    int inForce() const { return m_inForce; }
    QString title() const; ///< above a list without alarms
    QString hint() const;

private:
    int m_inForce = 0;
    int m_drafts = 0; ///< switched on
    int m_off = 0;
};

} // namespace telltale
