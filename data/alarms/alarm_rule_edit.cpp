// Rule edits: what is journaled of them and how the last good values are judged anew.

#include "data/alarms/alarm_engine.h"
#include "data/alarms/rule_writer.h"

namespace telltale {
namespace {

/// What became of the rule, as far as that is more than other parameters. Null: it was, is, not
/// there.
const char *fateOf(const AlarmRule *was, const AlarmRule *now)
{
    if (!now)
        return kRuleDeleted;
    if (!was || was->enabled == now->enabled)
        return "";
    return now->enabled ? kRuleSwitchedOn : kRuleSwitchedOff;
}

} // namespace

/// No rule watches the tag of the alarm any more: it becomes normal without a sound and keeps its
/// number. That is journaled if it was not normal; the change of the rule is an entry of its own.
void AlarmEngine::retire(std::uint32_t index, const Actor *actor)
{
    AlarmInstance &alarm = m_alarms[index];
    if (actor && alarm.shown() != AlarmState::Normal) {
        AlarmJournalEntry gone = entry(&alarm, "CONFIG", *actor);
        gone.from = stateWord(alarm.shown());
        gone.to = stateWord(AlarmState::Normal);
        gone.reason = actor->text;
        gone.text = fateOf(alarm.rule, findRule(m_rules, alarm.rule->id));
        add(std::move(gone));
    }
    endOccurrence(alarm);
    m_shelved -= alarm.memory.isShelved ? 1 : 0;
    const std::uint64_t occurrence = alarm.memory.occurrence;
    alarm.memory = AlarmMemory();
    alarm.memory.occurrence = occurrence;
    alarm.rate.clear();
    touch(alarm);
    alarm.group = kNoAlarm;
    alarm.rule = nullptr;
}

/// CONFIG for every rule that is gone or new (all of it) or differs (its members that do); then
/// their alarms are judged anew.
void AlarmEngine::recordChanges(const std::vector<AlarmRule> &old, const Actor &actor)
{
    std::unordered_map<std::string, const AlarmRule *> before;
    for (const AlarmRule &rule : old)
        before.emplace(rule.id, &rule);
    std::unordered_set<std::string> changed;
    for (const AlarmRule &rule : m_rules) {
        const auto it = before.find(rule.id);
        const AlarmRule *was = it == before.end() ? nullptr : it->second;
        if (was)
            before.erase(it);
        if (was && changesToJson(rule, *was) == "{}")
            continue;
        journalRule(was, &rule, actor);
        changed.insert(rule.id);
    }
    for (const AlarmRule &rule : old) {
        if (before.contains(rule.id))
            journalRule(&rule, nullptr, actor);
    }
    rejudge(changed);
}

/// CONFIG for every group whose mark of the first alarm is switched on or off.
void AlarmEngine::recordChanges(const std::vector<AlarmGroup> &old, const Actor &actor)
{
    const auto textOf = [](const std::vector<AlarmGroup> &groups, const std::string &id) {
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [&id](const AlarmGroup &group) { return group.id == id; });
        return groupToJson(found == groups.end() ? AlarmGroup {id, false} : *found);
    };
    const std::vector<AlarmGroup> now = groups();
    std::vector<AlarmGroup> all = now;
    all.insert(all.end(), old.begin(), old.end());
    std::unordered_set<std::string> seen;
    for (const AlarmGroup &group : all) {
        if (!seen.insert(group.id).second || textOf(old, group.id) == textOf(now, group.id))
            continue;
        AlarmJournalEntry made = entry(nullptr, "CONFIG", actor);
        made.title = group.id;
        made.set = textOf(now, group.id);
        made.old = textOf(old, group.id);
        made.reason = actor.text;
        add(std::move(made));
    }
}

/// Null: it was, is, not there.
void AlarmEngine::journalRule(const AlarmRule *was, const AlarmRule *now, const Actor &actor)
{
    const AlarmRule &rule = now ? *now : *was;
    const std::uint32_t index = find(rule.id);
    AlarmJournalEntry made = entry(index == kNoAlarm ? nullptr : &m_alarms[index], "CONFIG", actor);
    made.alarm = rule.id;
    made.title = rule.title;
    made.priority = rule.priority;
    if (PathPattern(rule.tag).isExact())
        made.tag = rule.tag;
    if (now)
        made.set = was ? changesToJson(*now, *was) : ruleToJson(*now);
    if (was)
        made.old = now ? changesToJson(*was, *now) : ruleToJson(*was);
    made.reason = actor.text;
    made.text = fateOf(was, now);
    add(std::move(made));
}

void AlarmEngine::rejudge(const std::unordered_set<std::string> &rules)
{
    for (const std::uint32_t index : inRuleOrder()) {
        if (rules.contains(m_alarms[index].rule->id))
            rejudge(index);
    }
    for (const std::uint32_t index : inRuleOrder()) {
        if (m_alarms[index].memory.isSuppressed)
            updateSuppression(index); // what suppressed it may be gone
    }
    advanceTo(m_now);
}

void AlarmEngine::rejudge(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    AlarmMemory &memory = alarm.memory;
    applyVerdict(index, judgeAgain(alarm), m_now);
    restartSilence(index);
    if (memory.delayRuns && !alarm.awaitsSample) {
        const AlarmTime delay = memory.condition ? alarm.offDelay : alarm.onDelay;
        setTimer(index, AlarmTimer::Delay, memory.delayStarted + delay + alarm.grace);
    }
    const bool wasSilent = memory.condition && memory.process == AlarmState::Normal;
    if (wasSilent && !alarm.isInhibited() && !alarm.isEvent) // it was a draft until now
        annunciate(index, m_now, "enabled");
    updateSuppression(index);
    touch(alarm);
}

/// What the last good value says under the parameters of now.
Verdict AlarmEngine::judgeAgain(AlarmInstance &alarm)
{
    if (alarm.input == kNoInput || m_inputs[alarm.input].newest == kNoTime)
        return Verdict::Keep;
    return judge(alarm, std::max(m_inputs[alarm.input].newest, m_now), false, false);
}

} // namespace telltale
