#include "data/alarms/rule_kind.h"

#include "data/alarms/rule_kinds.h"

#include <algorithm>

namespace telltale {

std::span<const RuleKind *const> ruleKinds()
{
    return kRuleKinds;
}

const RuleKind &kindOf(AlarmRule::Kind kind)
{
    return *kRuleKinds[static_cast<std::size_t>(kind)];
}

std::optional<AlarmRule::Kind> kindOfWord(std::string_view word)
{
    const auto *const found
        = std::find_if(std::begin(kRuleKinds), std::end(kRuleKinds),
                       [word](const RuleKind *kind) { return kind->word == word; });
    if (found == std::end(kRuleKinds))
        return std::nullopt;
    return static_cast<AlarmRule::Kind>(found - std::begin(kRuleKinds));
}

} // namespace telltale
