#pragma once

#include "data/alarms/rule_kind.h"

namespace telltale {

/// By the rule's policy for bad values.
Verdict judgeBad(const AlarmRule &rule);
/// What is said where there is no number to compare: a bad value goes by the policy, and where that
/// is to hold the last good number counts against new parameters. Nothing: goodNumber counts.
std::optional<Verdict> judgeWithoutNumber(const RuleCase &given);
/// On from `limit` on, off below it by more than the deadband.
Verdict judgeAbove(double value, double limit, double deadband);
/// The input's newest value is in the list of a discrete or count rule.
bool isListed(const AlarmRule &rule, const AlarmInput &input);

std::optional<RuleFault> ruleFault(const char *member, const char *reason);
std::optional<RuleFault> noFault(const AlarmRule &rule);
/// `member` must be above 0.
std::optional<RuleFault> faultUnlessPositive(const char *member, double value);

std::string plainNumber(double value);
/// "1, 2, open".
std::string listText(const std::vector<AlarmValue> &values);

} // namespace telltale
