// Rules and tags become alarms; edits keep what the alarms remember (alarms.md 3.9).

#include "data/alarms/alarm_engine.h"
#include "data/alarms/rule_check.h"
#include "data/alarms/sibling_path.h"

namespace telltale {

std::string AlarmEngine::setRules(AlarmTime t, std::vector<AlarmRule> rules,
                                  std::vector<AlarmGroup> groups, const Actor *actor)
{
    advanceTo(t);
    if (actor && actor->role < AlarmRole::Engineer)
        return refuse(nullptr, "config", *actor, "not_permitted");
    const std::vector<AlarmRule> oldRules = m_rules;
    const std::vector<AlarmGroup> oldGroups = this->groups();
    install(std::move(rules), std::move(groups), actor);
    if (actor) {
        recordChanges(oldGroups, *actor);
        recordChanges(oldRules, *actor);
    }
    return done();
}

void AlarmEngine::install(std::vector<AlarmRule> rules, std::vector<AlarmGroup> groups,
                          const Actor *actor)
{
    const std::vector<AlarmRule> old = std::exchange(m_rules, std::move(rules));
    std::vector<const AlarmRule *> before(m_alarms.size());
    for (std::size_t i = 0; i < m_alarms.size(); ++i)
        before[i] = std::exchange(m_alarms[i].rule, nullptr);
    m_bound.clear();
    for (const std::size_t rule : ruleOrder(m_rules)) {
        if (m_rules[rule].enabled)
            m_bound.push_back({rule, PathPattern(m_rules[rule].tag)});
    }
    for (std::size_t rank = 0; rank < m_bound.size(); ++rank) {
        if (m_bound[rank].pattern.isExact())
            bind(rank, m_bound[rank].pattern.text());
        else
            bindTags(rank, 0);
    }
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        if (m_alarms[i].rule || !before[i])
            continue;
        m_alarms[i].rule = before[i];
        retire(i, actor);
    }
    installGroups(std::move(groups));
    connect();
    connectTags(0);
}

void AlarmEngine::addTags(AlarmTime t, std::size_t first, std::span<const std::string> paths,
                          std::span<const SourceId> sources)
{
    advanceTo(t);
    m_tagPaths.resize(first);
    m_tagSources.resize(first);
    m_tagPaths.insert(m_tagPaths.end(), paths.begin(), paths.end());
    m_tagSources.insert(m_tagSources.end(), sources.begin(), sources.end());
    m_inputOfTag.resize(m_tagPaths.size(), kNoInput);
    bool isNew = false;
    for (std::size_t rank = 0; rank < m_bound.size(); ++rank) {
        if (!m_bound[rank].pattern.isExact())
            isNew = bindTags(rank, first) || isNew;
    }
    if (isNew)
        connect();
    connectTags(first);
}

void AlarmEngine::setTagSources(std::span<const SourceId> sources)
{
    const std::size_t known = std::min(sources.size(), m_tagSources.size());
    for (std::size_t tag = 0; tag < known; ++tag) {
        m_tagSources[tag] = sources[tag];
        if (m_inputOfTag[tag] != kNoInput)
            m_inputs[m_inputOfTag[tag]].source = sources[tag];
    }
}

bool AlarmEngine::bindTags(std::size_t rank, std::size_t firstTag)
{
    bool isNew = false;
    for (std::size_t tag = firstTag; tag < m_tagPaths.size(); ++tag) {
        if (!m_bound[rank].pattern.matches(m_tagPaths[tag]))
            continue;
        bind(rank, m_tagPaths[tag]);
        isNew = true;
    }
    return isNew;
}

void AlarmEngine::bind(std::size_t rank, const std::string &path)
{
    const BoundRule &bound = m_bound[rank];
    const AlarmRule &rule = m_rules[bound.rule];
    const std::uint32_t index
        = instanceOf(bound.pattern.isExact() ? rule.id : rule.id + '@' + path, rule);
    AlarmInstance &alarm = m_alarms[index];
    alarm.path = path;
    alarm.order = (std::uint64_t {rank} << 32U) | index;
    configure(alarm, rule);
    alarm.input = path.empty() ? kNoInput : inputOf(path);
    alarm.setpointInput = rule.setpointTag.empty()
        ? kNoInput
        : inputOf(siblingPath(rule.tag, path, rule.setpointTag));
    alarm.suppressInput = rule.suppressWhen.tag.empty()
        ? kNoInput
        : inputOf(siblingPath(rule.tag, path, rule.suppressWhen.tag));
}

/// The alarm of that id, with what was stored of it; a new one if there is none.
std::uint32_t AlarmEngine::instanceOf(const std::string &id, const AlarmRule &rule)
{
    const auto [it, isNew] = m_byId.try_emplace(id, static_cast<std::uint32_t>(m_alarms.size()));
    if (!isNew)
        return it->second;
    AlarmInstance &alarm = m_alarms.emplace_back();
    alarm.id = id;
    const auto stored = m_restored.find(id);
    if (stored == m_restored.end())
        return it->second;
    alarm.memory = std::move(stored->second);
    m_restored.erase(stored);
    alarm.due(AlarmTimer::Delay) = kNever; // waits for the first sample
    if (kindOf(rule.kind).watchesSilence) {
        alarm.memory.delayRuns = false;
        alarm.due(AlarmTimer::Clock) = kNever;
    }
    alarm.awaitsSample = true;
    alarm.noted = alarm.shown();
    m_sounding += alarm.memory.isSounding ? 1 : 0;
    m_shelved += alarm.memory.isShelved ? 1 : 0;
    return it->second;
}

void AlarmEngine::configure(AlarmInstance &alarm, const AlarmRule &rule)
{
    alarm.rule = &rule;
    alarm.kind = &kindOf(rule.kind);
    alarm.onDelay = toAlarmTime(rule.onDelaySeconds);
    alarm.offDelay = toAlarmTime(rule.offDelaySeconds);
    alarm.grace = toAlarmTime(rule.graceSeconds);
    alarm.timeout = toAlarmTime(rule.timeoutSeconds);
    alarm.window = toAlarmTime(rule.windowSeconds);
    alarm.isEvent = m_limits.draftsAreEvents && rule.isDraft();
    if (alarm.isEvent && alarm.memory.process != AlarmState::Normal)
        endOccurrence(alarm);
}

/// Readers, groups, suppressors and timers anew from the alarms.
void AlarmEngine::connect()
{
    for (AlarmInput &input : m_inputs)
        input.readers.clear();
    for (Group &group : m_groups) {
        group.members.clear();
        group.notNormal = 0;
    }
    for (AlarmInstance &alarm : m_alarms)
        alarm.suppresses.clear();
    m_timers.clear();
    for (const std::uint32_t index : inRuleOrder()) {
        AlarmInstance &alarm = m_alarms[index];
        connectReaders(index);
        joinGroup(index);
        alarm.suppressor = suppressorOf(alarm);
        if (alarm.suppressor != kNoAlarm)
            m_alarms[alarm.suppressor].suppresses.push_back(index);
        m_timers.lower(index, alarm.order, alarm.nextDue());
        if (alarm.due(AlarmTimer::Clock) == kNever)
            restartSilence(index);
    }
}

void AlarmEngine::connectReaders(std::uint32_t index)
{
    const AlarmInstance &alarm = m_alarms[index];
    const std::pair<std::uint32_t, AlarmInput::Use> uses[]
        = {{alarm.input, AlarmInput::Use::Value},
           {alarm.setpointInput, AlarmInput::Use::Setpoint},
           {alarm.suppressInput, AlarmInput::Use::Suppressor}};
    for (const auto &[input, use] : uses) {
        if (input != kNoInput)
            m_inputs[input].readers.push_back({index, use});
    }
}

/// Tags from `first` on find the inputs that rules made of their paths.
void AlarmEngine::connectTags(std::size_t first)
{
    for (std::size_t tag = first; tag < m_tagPaths.size(); ++tag) {
        const auto it = m_inputByPath.find(m_tagPaths[tag]);
        if (it == m_inputByPath.end())
            continue;
        m_inputOfTag[tag] = it->second;
        m_inputs[it->second].source = m_tagSources[tag];
    }
}

std::uint32_t AlarmEngine::inputOf(const std::string &path)
{
    const auto [it, isNew]
        = m_inputByPath.try_emplace(path, static_cast<std::uint32_t>(m_inputs.size()));
    if (isNew)
        m_inputs.emplace_back().path = path;
    return it->second;
}

std::uint32_t AlarmEngine::suppressorOf(const AlarmInstance &alarm) const
{
    const std::string &rule = alarm.rule->suppressWhen.alarm;
    if (rule.empty())
        return kNoAlarm;
    const std::uint32_t ofSameTag = find(rule + '@' + alarm.path);
    return ofSameTag != kNoAlarm ? ofSameTag : find(rule);
}

void AlarmEngine::installGroups(std::vector<AlarmGroup> groups)
{
    const std::vector<Group> old = std::exchange(m_groups, {});
    for (const AlarmInstance &alarm : m_alarms) {
        if (!alarm.rule || alarm.rule->group.empty())
            continue;
        const std::string &id = alarm.rule->group;
        if (std::none_of(groups.begin(), groups.end(),
                         [&id](const AlarmGroup &group) { return group.id == id; }))
            groups.push_back({id, false});
    }
    for (AlarmGroup &group : groups) {
        Group &made = m_groups.emplace_back();
        made.description = std::move(group);
        const std::string &id = made.description.id;
        made.isMarked = std::erase(m_globals.marks, id) > 0;
        for (const Group &one : old)
            made.isMarked = made.isMarked || (one.isMarked && one.description.id == id);
    }
}

std::vector<AlarmGroup> AlarmEngine::groups() const
{
    std::vector<AlarmGroup> all;
    for (const Group &group : m_groups)
        all.push_back(group.description);
    return all;
}

void AlarmEngine::joinGroup(std::uint32_t index)
{
    AlarmInstance &alarm = m_alarms[index];
    alarm.group = kNoAlarm;
    for (std::uint32_t i = 0; i < m_groups.size(); ++i) {
        if (alarm.rule->group.empty() || m_groups[i].description.id != alarm.rule->group)
            continue;
        alarm.group = i;
        m_groups[i].members.push_back(index);
        m_groups[i].notNormal += alarm.memory.process != AlarmState::Normal ? 1 : 0;
    }
}

} // namespace telltale
