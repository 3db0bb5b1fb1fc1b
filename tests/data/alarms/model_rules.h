#pragma once

#include "data/alarms/alarm_rule.h"

#include <string>
#include <vector>

namespace telltale::test {

/// A plant in which every kind of rule and every option of alarms.md section 2 is at work, small
/// enough that random events meet each other. The rules `plain` and `latched` have no delay.
std::vector<AlarmRule> modelRules();
const std::vector<AlarmGroup> &modelGroups();
/// Their tags: numbers; of `M` the event time must be the time it comes.
const std::vector<std::string> &modelTags();

} // namespace telltale::test
