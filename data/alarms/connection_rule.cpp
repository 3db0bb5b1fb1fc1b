#include "data/alarms/rule_kind_tools.h"
#include "data/alarms/rule_kinds.h"

namespace telltale {
namespace {

/// No sample says anything of a link.
Verdict judge(const RuleCase &)
{
    return Verdict::Keep;
}

Verdict ofLink(bool isUp)
{
    return isUp ? Verdict::Off : Verdict::On;
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
                                  .ofLink = ofLink,
                                  .condition = condition};

} // namespace telltale
