#include "data/alarms/rule_check.h"

#include <algorithm>
#include <unordered_map>

namespace telltale {
namespace {

using Fault = std::optional<RuleFault>;
using IndexOf = std::unordered_map<std::string, std::size_t>;

Fault fault(const char *member, const char *reason)
{
    return RuleFault {0, member, reason};
}

Fault checkDeviation(const AlarmRule &rule)
{
    if (rule.setpoint.has_value() == !rule.setpointTag.empty())
        return fault("setpoint", "either a setpoint or a setpoint_tag is needed");
    if (rule.high <= 0.0 || rule.low <= 0.0)
        return fault("high", "high and low must be above 0");
    if (rule.deadband >= std::min(rule.high, rule.low))
        return fault("deadband", "must be less than high and low");
    return std::nullopt;
}

Fault checkKind(const AlarmRule &rule)
{
    switch (rule.kind) {
    case AlarmRule::Kind::Deviation:
        return checkDeviation(rule);
    case AlarmRule::Kind::Rate:
        return rule.windowSeconds > 0.0 ? Fault() : fault("window_s", "must be above 0");
    case AlarmRule::Kind::Discrete:
        return rule.alarmWhen.empty() ? fault("alarm_when", "names no value") : Fault();
    case AlarmRule::Kind::Count:
        if (rule.alarmWhen.empty())
            return fault("alarm_when", "names no value");
        if (rule.count < 1 || rule.count > 10'000)
            return fault("n", "must be from 1 to 10000");
        return rule.windowSeconds > 0.0 ? Fault() : fault("window_s", "must be above 0");
    case AlarmRule::Kind::Stale:
        return rule.timeoutSeconds > 0.0 ? Fault() : fault("timeout_s", "must be above 0");
    case AlarmRule::Kind::Limit:
    case AlarmRule::Kind::Quality:
    case AlarmRule::Kind::Connection:
        break;
    }
    return std::nullopt;
}

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
            return fault(member, "must be from 0 to ten years");
    }
    return std::nullopt;
}

Fault checkOne(const AlarmRule &rule)
{
    if (rule.id.empty())
        return fault("id", "is missing");
    if (rule.tag.empty() && rule.kind != AlarmRule::Kind::Connection)
        return fault("tag", "is missing");
    if (rule.priority < 1 || rule.priority > 4)
        return fault("priority", "must be from 1 to 4");
    if (rule.deadband < 0.0)
        return fault("deadband", "must not be negative");
    if (const Fault times = checkTimes(rule))
        return times;
    return checkKind(rule);
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

std::optional<RuleFault> findFault(const std::vector<AlarmRule> &rules)
{
    IndexOf indexOf;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        Fault found = checkOne(rules[i]);
        if (!found && !indexOf.emplace(rules[i].id, i).second)
            found = fault("id", "is used twice");
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
