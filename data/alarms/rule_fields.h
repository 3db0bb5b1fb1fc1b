#pragma once

#include "data/alarms/alarm_rule.h"

#include <array>

namespace telltale {

/// Word of an enumeration in the file; the position is the numeric value.
template <typename Enum> struct RuleWords;

template <> struct RuleWords<AlarmRule::Side>
{
    static constexpr std::array kWords = {"high", "low"};
};
template <> struct RuleWords<AlarmRule::Direction>
{
    static constexpr std::array kWords = {"rising", "falling", "both"};
};
template <> struct RuleWords<AlarmRule::Ack>
{
    static constexpr std::array kWords = {"required", "auto_rtn", "none"};
};
template <> struct RuleWords<AlarmRule::OnBad>
{
    static constexpr std::array kWords = {"hold", "alarm", "clear"};
};
template <> struct RuleWords<SuppressWhen::Op>
{
    static constexpr std::array kWords = {"==", "!=", "<", ">", "<=", ">="};
};

/// Every member of a rule with its name in the file, for reading and writing alike.
/// Shape   `fields` takes (name, member) for plain members and has nested() for objects.
template <typename Fields, typename Rule> void visitRule(Fields &fields, Rule &rule)
{
    fields("id", rule.id);
    fields("title", rule.title);
    fields("tag", rule.tag);
    fields("kind", rule.kind);
    fields("priority", rule.priority);
    fields("enabled", rule.enabled);
    fields("side", rule.side);
    fields("limit", rule.limit);
    fields("deadband", rule.deadband);
    fields("timeout_s", rule.timeoutSeconds);
    fields("setpoint", rule.setpoint);
    fields("setpoint_tag", rule.setpointTag);
    fields("high", rule.high);
    fields("low", rule.low);
    fields("window_s", rule.windowSeconds);
    fields("direction", rule.direction);
    fields("alarm_when", rule.alarmWhen);
    fields("n", rule.count);
    fields("include_uncertain", rule.includeUncertain);
    fields("on_delay_s", rule.onDelaySeconds);
    fields("off_delay_s", rule.offDelaySeconds);
    fields("grace_s", rule.graceSeconds);
    fields("latch", rule.latch);
    fields("ack", rule.ack);
    fields("on_bad", rule.onBad);
    fields("realarm_s", rule.realarmSeconds);
    fields("group", rule.group);
    fields("suppress_when", rule.suppressWhen);
    fields("release_delay_s", rule.releaseDelaySeconds);
    fields("shelvable", rule.shelvable);
    fields("max_shelve_s", rule.maxShelveSeconds);
    fields("max_shelve_total_s", rule.maxShelveTotalSeconds);
    fields("sound", rule.sound);
    fields("notify", rule.notify);
    fields("cause", rule.cause);
    fields("consequence", rule.consequence);
    fields("action", rule.action);
    fields("respond_within_s", rule.respondWithinSeconds);
    fields("rationalised_by", rule.rationalisedBy);
    fields("rationalised_at", rule.rationalisedAt);
    fields("class", rule.alarmClass);
}

template <typename Fields, typename When> void visitSuppressWhen(Fields &fields, When &when)
{
    fields("tag", when.tag);
    fields("op", when.op);
    fields("value", when.value);
    fields("alarm", when.alarm);
}

template <typename Fields, typename Options> void visitNotify(Fields &fields, Options &options)
{
    fields("raise", options.raise);
    fields("clear", options.clear);
    fields("repeat_s", options.repeatSeconds);
    fields("escalate_s", options.escalateSeconds);
}

} // namespace telltale
