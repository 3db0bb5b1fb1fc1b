#include "models/rule_backtest.h"

#include "models/rule_draft.h"

#include "data/alarms/rule_kind.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {
namespace {

AlarmRule bare(AlarmRule rule)
{
    rule.deadband = 0.0;
    rule.onDelaySeconds = 0.0;
    rule.offDelaySeconds = 0.0;
    return rule;
}

/// A deadband as wide as the band of a deviation would never let it return.
AlarmRule usual(AlarmRule rule, const TagInfo &tag)
{
    const RuleDraft::Advice advice = RuleDraft::adviceFor(RuleDraft::signalOf(tag));
    rule.onDelaySeconds = advice.onDelaySeconds;
    rule.offDelaySeconds = advice.offDelaySeconds;
    const std::optional<double> deadband = RuleDraft::deadbandOf(advice, tag);
    const bool isOfRate = rule.kind == AlarmRule::Kind::Rate;
    if (!deadband || !RuleBacktest::hasDeadband(rule) || isOfRate)
        return rule;
    const bool hasRoom
        = rule.kind != AlarmRule::Kind::Deviation || *deadband < std::min(rule.high, rule.low);
    rule.deadband = hasRoom ? *deadband : rule.deadband;
    return rule;
}

} // namespace

RuleBacktest::RuleBacktest(const AlarmRule &typed, const AlarmRule &stored, const TagInfo &tag,
                           TimeRange range)
    : comparesStored(!stored.id.empty() && !isSameCondition(typed, stored))
{
    trial.forms = {typed, comparesStored ? stored : bare(typed), usual(typed, tag)};
    trial.range = range;
}

void RuleBacktest::chooseTags(const TagRegistry &tags)
{
    const AlarmRule &rule = trial.forms[Typed];
    trial.tags.clear();
    tagsInAll = 1;
    if (!kindOf(rule.kind).readsTag) {
        trial.tags = {std::string()};
        return;
    }
    const std::vector<TagId> found = matchingTags(tags, PathPattern(rule.tag));
    tagsInAll = found.size();
    for (std::size_t i = 0; i < std::min(found.size(), kMostTags); ++i)
        trial.tags.push_back(tags.path(found[i]));
}

AlarmTime RuleBacktest::realTime(const AlarmRule &rule)
{
    return rule.respondWithinSeconds > 0.0 ? toAlarmTime(rule.respondWithinSeconds) : 60 * kSecond;
}

bool RuleBacktest::hasDeadband(const AlarmRule &rule)
{
    const auto &members = kindOf(rule.kind).members;
    return std::find(members.begin(), members.end(), "deadband") != members.end();
}

bool RuleBacktest::isSameCondition(const AlarmRule &one, const AlarmRule &other)
{
    const auto condition = [](AlarmRule rule) {
        for (std::string AlarmRule::*text :
             {&AlarmRule::id, &AlarmRule::title, &AlarmRule::cause, &AlarmRule::consequence,
              &AlarmRule::action, &AlarmRule::rationalisedBy, &AlarmRule::rationalisedAt,
              &AlarmRule::alarmClass})
            (rule.*text).clear();
        rule.priority = 0;
        return rule;
    };
    return condition(one) == condition(other);
}

} // namespace telltale
