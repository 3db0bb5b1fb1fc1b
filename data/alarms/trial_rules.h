#pragma once

#include "data/alarms/alarm_rule.h"

#include <cstddef>
#include <string>
#include <vector>

namespace telltale {

/// One rule in several forms, each bound to each of some tags, as rules of one tag each that can be
/// tried together: annunciated although drafts, and without what leaves the program. The rules that
/// suppress them are among them.
/// Shape   the alarm of form `f` on tag `t` has the id trialId(f, t).
/// `tags`  paths; of a rule that reads none one empty path.
/// `others` the rules there are.
std::vector<AlarmRule> trialRules(const std::vector<AlarmRule> &forms,
                                  const std::vector<std::string> &tags,
                                  const std::vector<AlarmRule> &others);

std::string trialId(std::size_t form, std::size_t tag);

} // namespace telltale
