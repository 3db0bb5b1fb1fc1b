#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

Verdict judge(const RuleCase &given)
{
    const bool isUncertain = given.input.quality == Quality::Status::Uncertain;
    const bool isMeant = given.input.isBad() || (isUncertain && given.rule.includeUncertain);
    return isMeant ? Verdict::On : Verdict::Off;
}

std::string condition(const AlarmRule &rule, double)
{
    return rule.includeUncertain ? "quality not good" : "bad quality";
}

} // namespace

const RuleKind kQualityRule = {.word = "quality",
                               .members = {"include_uncertain"},
                               .check = noFault,
                               .judge = judge,
                               .condition = condition};

} // namespace telltale
