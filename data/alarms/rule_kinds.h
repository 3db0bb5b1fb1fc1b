#pragma once

#include "data/alarms/rule_kind.h"

namespace telltale {

extern const RuleKind kLimitRule, kDeviationRule, kRateRule, kDiscreteRule, kCountRule, kStaleRule,
    kQualityRule, kConnectionRule;

/// In the order of AlarmRule::Kind.
inline constexpr const RuleKind *kRuleKinds[]
    = {&kLimitRule, &kDeviationRule, &kRateRule,    &kDiscreteRule,
       &kCountRule, &kStaleRule,     &kQualityRule, &kConnectionRule};

} // namespace telltale
