#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

/// It comes and goes with its link (AlarmEngine::connection).
Verdict judge(const RuleCase &)
{
    return Verdict::Keep;
}

std::string condition(const AlarmRule &, double)
{
    return "link down";
}

} // namespace

const RuleKind kConnectionRule = {.word = "connection",
                                  .readsTag = false,
                                  .check = noFault,
                                  .judge = judge,
                                  .condition = condition};

} // namespace telltale
