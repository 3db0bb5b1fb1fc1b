#include "data/alarms/alarm_engine.h"

#include <algorithm>

namespace telltale {
namespace {

std::string numberText(double value)
{
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

const char *qualityWord(Quality::Status status)
{
    return statusWord(Quality::make(status, Quality::Reason::None));
}

} // namespace

AlarmEngine::AlarmEngine(AlarmLimits limits)
    : m_limits(limits)
    , m_future(toAlarmTime(limits.futureSeconds))
    , m_past(toAlarmTime(limits.pastSeconds))
    , m_late(toAlarmTime(limits.lateSeconds))
    , m_tolerance(toAlarmTime(limits.outageToleranceSeconds))
{
    m_globals.flood.setLimits(limits.flood);
}

std::uint32_t AlarmEngine::find(const std::string &alarm) const
{
    const auto it = m_byId.find(alarm);
    const bool isThere = it != m_byId.end() && m_alarms[it->second].rule;
    return isThere ? it->second : kNoAlarm;
}

void AlarmEngine::connection(AlarmTime t, int link, bool isUp, AlarmTime te)
{
    advanceTo(t);
    te = std::min(te, m_now);
    const bool wasOff = std::erase(m_linksOff, link) > 0;
    const bool changes = isUp != isLinkUp(link);
    const bool isNew = changes || wasOff;
    if (changes && isUp)
        std::erase(m_linksDown, link);
    else if (changes)
        m_linksDown.push_back(link);
    for (const std::uint32_t index : inRuleOrder())
        applyLink(index, link, isNew, te);
    endStep();
    endInput();
}

void AlarmEngine::linkOff(AlarmTime t, int link)
{
    connection(t, link, true, t);
    m_linksOff.push_back(link);
    for (const std::uint32_t index : inRuleOrder()) {
        if (!isOverLink(m_alarms[index], link))
            continue;
        restartSilence(index);
        if (m_alarms[index].kind->watchesSilence)
            applyVerdict(index, Verdict::Off, m_now);
    }
    endStep();
    endInput();
}

/// A stored alarm may differ from the link even where the link is no news.
void AlarmEngine::applyLink(std::uint32_t index, int link, bool isNew, AlarmTime te)
{
    AlarmInstance &alarm = m_alarms[index];
    if (isNew && isOverLink(alarm, link))
        restartSilence(index);
    const bool watchesAny = alarm.rule->link == AlarmRule::kAnyLink && link >= 0;
    if (!alarm.kind->ofLink || (alarm.rule->link != link && !watchesAny))
        return;
    const Verdict verdict = alarm.kind->ofLink(isLinkUp(alarm.rule->link));
    if (alarm.awaitsSample)
        return creditDelay(index, verdict, te, kNoTime);
    completeDelay(index, te);
    applyVerdict(index, verdict, te);
}

bool AlarmEngine::isLinkUp(int link) const
{
    const auto isMeant
        = [link](int down) { return link == AlarmRule::kAnyLink ? down >= 0 : down == link; };
    return std::none_of(m_linksDown.begin(), m_linksDown.end(), isMeant);
}

bool AlarmEngine::isOverLink(const AlarmInstance &alarm, int link) const
{
    return alarm.input != kNoInput && m_inputs[alarm.input].source.value == link;
}

void AlarmEngine::clockStepped(AlarmTime t, AlarmTime by)
{
    const auto shift = [by](AlarmTime &time) {
        if (time != kNever && time != kNoTime)
            time += by;
    };
    advanceTo(t - by);
    m_now = t;
    m_timers.clear();
    m_globals.flood.shift(by);
    shift(m_globals.digestDue);
    for (AlarmInstance &alarm : m_alarms) {
        AlarmMemory &memory = alarm.memory;
        for (AlarmTime *time : {&memory.delayStarted, &memory.shelvedFirst, &memory.annunciated[0],
                                &memory.annunciated[1], &alarm.silentSince})
            shift(*time);
        for (AlarmTime &time : memory.due)
            shift(time);
        for (AlarmTime &time : memory.count.arrived)
            shift(time);
        m_timers.lower(indexOf(alarm), alarm.order, alarm.nextDue());
        markUnsaved(alarm);
    }
    AlarmJournalEntry step = entry(nullptr, "CLOCK");
    step.text = numberText(static_cast<double>(by) / static_cast<double>(kSecond)) + " s";
    add(std::move(step));
}

std::vector<std::uint32_t> AlarmEngine::inRuleOrder() const
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_alarms.size(); ++i) {
        if (m_alarms[i].rule)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_alarms[a].order < m_alarms[b].order;
    });
    return order;
}

AlarmJournalEntry AlarmEngine::entry(const AlarmInstance *alarm, const char *type) const
{
    AlarmJournalEntry made;
    made.type = type;
    made.time = timestampFromMicroseconds(m_now);
    made.eventTime = made.time;
    if (!alarm)
        return made;
    made.alarm = alarm->id;
    made.tag = alarm->path;
    made.title = alarm->rule->title;
    made.occurrence = alarm->memory.occurrence;
    made.priority = alarm->rule->priority;
    if (alarm->kind->hasLimit)
        made.limit = alarm->rule->limit;
    if (alarm->input == kNoInput || m_inputs[alarm->input].newest == kNoTime)
        return made;
    const AlarmInput &input = m_inputs[alarm->input];
    made.value = input.type == AlarmSample::Type::Text ? input.text : numberText(input.value);
    made.quality = qualityWord(input.quality);
    return made;
}

AlarmJournalEntry AlarmEngine::entry(const AlarmInstance *alarm, const char *type,
                                     const Actor &actor) const
{
    AlarmJournalEntry made = entry(alarm, type);
    made.by = actor.by;
    made.role = roleWord(actor.role);
    return made;
}

/// Event times of one alarm never go backwards in the journal.
void AlarmEngine::stampEventTime(AlarmInstance &alarm, AlarmJournalEntry &entry, AlarmTime et)
{
    alarm.memory.lastEventTime = std::max(alarm.memory.lastEventTime, et);
    entry.eventTime = timestampFromMicroseconds(alarm.memory.lastEventTime);
    entry.hasEventTime = true;
    entry.late = m_now - alarm.memory.lastEventTime > m_late;
}

void AlarmEngine::touch(AlarmInstance &alarm)
{
    markUnsaved(alarm);
    alarm.memory.changed = m_now;
    if (alarm.isTouched)
        return;
    alarm.isTouched = true;
    m_touched.push_back(indexOf(alarm));
}

void AlarmEngine::markUnsaved(AlarmInstance &alarm)
{
    if (alarm.isUnsaved)
        return;
    alarm.isUnsaved = true;
    m_unsaved.push_back(indexOf(alarm));
}

/// Notes the shown states that differ after the step, in rule order.
void AlarmEngine::endStep()
{
    if (m_touched.empty())
        return;
    std::sort(m_touched.begin(), m_touched.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_alarms[a].order < m_alarms[b].order;
    });
    for (const std::uint32_t index : m_touched) {
        AlarmInstance &alarm = m_alarms[index];
        alarm.isTouched = false;
        if (alarm.shown() == alarm.noted)
            continue;
        alarm.noted = alarm.shown();
        m_output.states.push_back({m_now, index, alarm.noted});
    }
    m_touched.clear();
}

void AlarmEngine::endInput()
{
    const bool isOn = m_sounding > 0;
    if (isOn == m_globals.hornIsOn)
        return;
    m_globals.hornIsOn = isOn;
    m_output.horn.push_back({m_now, isOn});
}

std::vector<std::uint32_t> AlarmEngine::takeUnsavedAlarms()
{
    std::vector<std::uint32_t> taken;
    taken.swap(m_unsaved);
    for (const std::uint32_t index : taken)
        m_alarms[index].isUnsaved = false;
    return taken;
}

void AlarmEngine::markInputsUnsaved()
{
    for (AlarmInput &input : m_inputs)
        input.isUnsaved = true;
}

std::vector<std::uint32_t> AlarmEngine::takeUnsavedInputs()
{
    std::vector<std::uint32_t> taken;
    for (std::uint32_t i = 0; i < m_inputs.size(); ++i) {
        if (std::exchange(m_inputs[i].isUnsaved, false))
            taken.push_back(i);
    }
    return taken;
}

} // namespace telltale
