#include "tests/data/alarms/model_rules.h"

namespace telltale::test {
namespace {

AlarmRule ruleOf(AlarmRule::Kind kind, const std::string &id, const std::string &tag, double limit)
{
    AlarmRule rule;
    rule.kind = kind;
    rule.id = id;
    rule.tag = tag;
    rule.limit = limit;
    return rule;
}

AlarmRule limitRule(const std::string &id, const std::string &tag, double limit)
{
    return ruleOf(AlarmRule::Kind::Limit, id, tag, limit);
}

/// Limit rules with every option a limit rule may have.
std::vector<AlarmRule> limitRules()
{
    AlarmRule plain = limitRule("plain", "A", 80);
    plain.group = "first";
    plain.deadband = 3;
    plain.suppressWhen.tag = "M";
    plain.suppressWhen.value = 1.0;
    plain.releaseDelaySeconds = 4;
    plain.notify = {true, true, 25, 40};
    AlarmRule third = limitRule("third", "A", 75);
    third.suppressWhen.alarm = "hi";
    AlarmRule hi = limitRule("hi", "A", 85);
    hi.suppressWhen.alarm = "hihi";
    hi.group = "first";
    AlarmRule hihi = limitRule("hihi", "A", 90);
    hihi.priority = 2;
    hihi.realarmSeconds = 15;
    hihi.notify.repeatSeconds = 20;
    AlarmRule latched = limitRule("latched", "B", 80);
    latched.latch = true;
    latched.group = "first";
    AlarmRule automatic = limitRule("auto", "B", 70);
    automatic.ack = AlarmRule::Ack::AutoReturn;
    automatic.realarmSeconds = 30;
    AlarmRule slow = limitRule("slow", "C", 80);
    slow.onDelaySeconds = 7;
    slow.offDelaySeconds = 5;
    slow.graceSeconds = 1;
    AlarmRule low = limitRule("low", "C", 70);
    low.side = AlarmRule::Side::Low;
    low.latch = true;
    low.onDelaySeconds = 3;
    low.onBad = AlarmRule::OnBad::Alarm;
    low.maxShelveTotalSeconds = 50;
    AlarmRule singly = limitRule("singly", "B", 65);
    singly.side = AlarmRule::Side::Low;
    singly.onBad = AlarmRule::OnBad::Clear;
    singly.priority = 1;
    singly.sound = false;
    singly.group = "second";
    AlarmRule lagging = limitRule("lagging", "L", 80);
    lagging.priority = 1;
    lagging.shelvable = true;
    lagging.suppressWhen.tag = "R";
    lagging.suppressWhen.op = SuppressWhen::Op::GreaterOrEqual;
    lagging.suppressWhen.value = 95.0;
    return {plain, third, hi, hihi, latched, automatic, slow, low, singly, lagging};
}

/// The other kinds.
std::vector<AlarmRule> otherRules()
{
    using Kind = AlarmRule::Kind;
    AlarmRule stale = ruleOf(Kind::Stale, "stale", "C", 0);
    stale.timeoutSeconds = 40;
    stale.priority = 4;
    AlarmRule often = ruleOf(Kind::Count, "often", "M", 0);
    often.alarmWhen = {1.0};
    often.count = 3;
    often.windowSeconds = 90;
    AlarmRule is = ruleOf(Kind::Discrete, "is", "M", 0);
    is.alarmWhen = {1.0, 2.0};
    is.ack = AlarmRule::Ack::None;
    is.group = "second";
    AlarmRule rate = ruleOf(Kind::Rate, "rate", "R", 0.8);
    rate.windowSeconds = 60;
    rate.deadband = 0.3;
    AlarmRule falling = ruleOf(Kind::Rate, "falling", "R", 1);
    falling.windowSeconds = 40;
    falling.direction = AlarmRule::Direction::Falling;
    falling.latch = true;
    AlarmRule off = ruleOf(Kind::Deviation, "off", "P", 0);
    off.setpointTag = "SP";
    off.high = 15;
    off.low = 10;
    off.deadband = 2;
    AlarmRule quality = ruleOf(Kind::Quality, "quality", "Q", 0);
    quality.includeUncertain = true;
    quality.latch = true;
    quality.ack = AlarmRule::Ack::AutoReturn;
    AlarmRule link = ruleOf(Kind::Connection, "link", "", 0);
    link.priority = 2;
    link.onDelaySeconds = 5;
    return {stale, often, is, rate, falling, off, quality, link};
}

} // namespace

std::vector<AlarmRule> modelRules()
{
    std::vector<AlarmRule> rules = limitRules();
    const std::vector<AlarmRule> others = otherRules();
    rules.insert(rules.end(), others.begin(), others.end());
    return rules;
}

const std::vector<AlarmGroup> &modelGroups()
{
    static const std::vector<AlarmGroup> groups {{"first", true}, {"second", false}};
    return groups;
}

const std::vector<std::string> &modelTags()
{
    static const std::vector<std::string> tags {"A", "B", "C", "L", "M", "P", "Q", "R", "SP"};
    return tags;
}

} // namespace telltale::test
