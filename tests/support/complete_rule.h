#pragma once

#include "data/alarms/alarm_rule.h"

namespace telltale::test {

/// A rule that is no draft: everything an alarm needs is said.
inline AlarmRule completeRule()
{
    AlarmRule rule;
    rule.title = "Too hot";
    rule.cause = "cause";
    rule.consequence = "consequence";
    rule.action = "action";
    rule.respondWithinSeconds = 600;
    rule.rationalisedBy = "ann";
    rule.rationalisedAt = "2026-11-25";
    rule.alarmClass = "process";
    return rule;
}

} // namespace telltale::test
