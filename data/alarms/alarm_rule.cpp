#include "data/alarms/alarm_rule.h"

namespace telltale {

bool AlarmRule::isDraft() const
{
    const bool isComplete = !title.empty() && !cause.empty() && !consequence.empty()
        && !action.empty() && respondWithinSeconds > 0.0 && !rationalisedBy.empty()
        && !rationalisedAt.empty() && !alarmClass.empty();
    return !isComplete;
}

} // namespace telltale
