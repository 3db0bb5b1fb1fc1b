#include "data/alarms/alarm_rule.h"

#include <algorithm>

namespace telltale {

bool AlarmRule::isDraft() const
{
    const bool isComplete = !title.empty() && !cause.empty() && !consequence.empty()
        && !action.empty() && respondWithinSeconds > 0.0 && !rationalisedBy.empty()
        && !rationalisedAt.empty() && !alarmClass.empty();
    return !isComplete;
}

const AlarmRule *findRule(const std::vector<AlarmRule> &rules, const std::string &id)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&id](const AlarmRule &rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

std::string ruleOfAlarm(const std::string &alarm)
{
    return alarm.substr(0, alarm.find('@'));
}

} // namespace telltale
