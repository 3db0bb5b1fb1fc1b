#include "data/alarms/rule_check.h"

#include "data/alarms/rule_kind_tools.h"

#include <algorithm>
#include <unordered_map>

namespace telltale {
namespace {

using Fault = std::optional<RuleFault>;
using IndexOf = std::unordered_map<std::string, std::size_t>;

Fault checkTimes(const AlarmRule &rule)
{
    const std::pair<const char *, double> times[]
        = {{"on_delay_s", rule.onDelaySeconds},
           {"off_delay_s", rule.offDelaySeconds},
           {"grace_s", rule.graceSeconds},
           {"realarm_s", rule.realarmSeconds},
           {"release_delay_s", rule.releaseDelaySeconds},
           {"max_shelve_s", rule.maxShelveSeconds},
           {"max_shelve_total_s", rule.maxShelveTotalSeconds},
           {"respond_within_s", rule.respondWithinSeconds}};
    constexpr double kLongest = 10.0 * 366.0 * 86'400.0;
    for (const auto &[member, seconds] : times) {
        if (seconds < 0.0 || seconds > kLongest)
            return ruleFault(member, "must be from 0 to ten years");
    }
    return std::nullopt;
}

Fault checkOne(const AlarmRule &rule, RuleOrigin origin)
{
    if (rule.id.empty())
        return ruleFault("id", "is missing");
    if (origin == RuleOrigin::Workspace && ruleOfAlarm(rule.id) != rule.id)
        return ruleFault("id", "must not contain @");
    if (rule.tag.empty() && kindOf(rule.kind).readsTag)
        return ruleFault("tag", "is missing");
    if (rule.priority < 1 || rule.priority > 4)
        return ruleFault("priority", "must be from 1 to 4");
    if (rule.deadband < 0.0)
        return ruleFault("deadband", "must not be negative");
    if (const Fault times = checkTimes(rule))
        return times;
    return kindOf(rule.kind).check(rule);
}

bool isInCircle(const std::vector<AlarmRule> &rules, const IndexOf &indexOf, std::size_t start)
{
    std::size_t at = start;
    for (std::size_t steps = 0; steps <= rules.size(); ++steps) {
        const auto next = indexOf.find(rules[at].suppressWhen.alarm);
        if (next == indexOf.end())
            return false;
        at = next->second;
        if (at == start)
            return true;
    }
    return false;
}

} // namespace

std::optional<RuleFault> findFault(const std::vector<AlarmRule> &rules, RuleOrigin origin)
{
    IndexOf indexOf;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        Fault found = checkOne(rules[i], origin);
        if (!found && !indexOf.emplace(rules[i].id, i).second)
            found = ruleFault("id", "is used twice");
        if (found) {
            found->rule = i;
            return found;
        }
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string &alarm = rules[i].suppressWhen.alarm;
        if (alarm.empty())
            continue;
        if (!indexOf.contains(alarm))
            return RuleFault {i, "suppress_when", "names no rule of this set"};
        if (isInCircle(rules, indexOf, i))
            return RuleFault {i, "suppress_when", "suppresses itself in a circle"};
    }
    return std::nullopt;
}

std::vector<std::size_t> ruleOrder(const std::vector<AlarmRule> &rules)
{
    IndexOf indexOf;
    for (std::size_t i = 0; i < rules.size(); ++i)
        indexOf.emplace(rules[i].id, i);
    std::vector<std::size_t> order;
    std::vector<bool> placed(rules.size(), false);
    std::vector<std::size_t> chain;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        chain.clear();
        for (std::size_t at = i; !placed[at];) {
            placed[at] = true; // also ends a circle
            chain.push_back(at);
            const auto next = indexOf.find(rules[at].suppressWhen.alarm);
            if (next == indexOf.end())
                break;
            at = next->second;
        }
        order.insert(order.end(), chain.rbegin(), chain.rend());
    }
    return order;
}

} // namespace telltale
