#include "data/alarms/rule_trial.h"

#include "data/alarms/trial_rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace telltale {
namespace {

/// Of a value as the journal has it.
std::optional<double> numberIn(const std::string &value)
{
    double number = 0.0;
    const char *end = value.data() + value.size();
    const auto [read, status] = std::from_chars(value.data(), end, number);
    const bool isNumber = status == std::errc() && read == end && std::isfinite(number);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

RuleTrial::RuleTrial(TrialSetup setup)
    : m_setup(std::move(setup))
    , m_rules(trialRules(m_setup.forms, m_setup.tags, m_setup.others))
    , m_engine(makeEngine())
    , m_occurrences(m_setup.forms.size())
{
    for (std::size_t form = 0; form < m_setup.forms.size(); ++form) {
        for (std::uint32_t tag = 0; tag < m_setup.tags.size(); ++tag)
            m_alarms[trialId(form, tag)] = {form, tag, {}};
    }
    m_engine->setRules(m_setup.begin, m_rules, {}, nullptr);
    for (std::uint32_t i = 0; i < m_engine->inputCount(); ++i) {
        m_inputs.push_back(m_engine->input(i).path);
        m_sources.push_back(m_setup.sourceOf(m_inputs.back()));
    }
    m_hasSpoken.resize(m_inputs.size());
    for (const std::string &tag : m_setup.tags) {
        const auto input = std::find(m_inputs.begin(), m_inputs.end(), tag);
        m_inputOfTag.push_back(static_cast<std::size_t>(input - m_inputs.begin()));
    }
    m_engine = makeEngine();
    install(*m_engine, m_setup.begin);
}

std::unique_ptr<AlarmEngine> RuleTrial::makeEngine() const
{
    return std::make_unique<AlarmEngine>();
}

/// The inputs are the tags 0, 1, ... of the engine.
void RuleTrial::install(AlarmEngine &engine, AlarmTime t) const
{
    engine.addTags(t, 0, m_inputs, m_sources);
    engine.setRules(t, m_rules, {}, nullptr);
}

void RuleTrial::sample(std::size_t input, const AlarmSample &sample)
{
    programStarts(sample.time);
    m_engine->advanceTo(sample.time);
    drain();
    m_hasSpoken[input] = true;
    m_engine->sample(sample.time, TagId {static_cast<std::uint32_t>(input)}, sample);
    drain();
}

void RuleTrial::linkDown(AlarmTime t, SourceId source)
{
    m_links[source] = &RuleTrial::linkDown;
    if (m_isStopped)
        return;
    m_engine->connection(t, source.value, false, t);
    drain();
}

void RuleTrial::linkOff(AlarmTime t, SourceId source)
{
    m_links[source] = &RuleTrial::linkOff;
    if (m_isStopped)
        return;
    m_engine->linkOff(t, source.value);
    drain();
}

void RuleTrial::linkUp(AlarmTime t, SourceId source)
{
    m_links.erase(source);
    if (m_isStopped)
        return;
    m_engine->connection(t, source.value, true, t);
    drain();
}

/// As the program does when it ends and begins again: what it stores goes to another engine.
void RuleTrial::programStops(AlarmTime t)
{
    if (m_isStopped)
        return;
    m_engine->advanceTo(t);
    drain();
    std::unique_ptr<AlarmEngine> next = makeEngine();
    next->restoreGlobals(m_engine->saveGlobals());
    for (std::uint32_t i = 0; i < m_engine->alarms().size(); ++i)
        next->restoreAlarm(m_engine->alarms()[i].id, m_engine->saveAlarm(i));
    for (std::uint32_t i = 0; i < m_engine->inputCount(); ++i)
        next->restoreInput(m_engine->input(i).path, m_engine->saveInput(i));
    m_engine = std::move(next);
    m_isStopped = true;
}

void RuleTrial::programStarts(AlarmTime t)
{
    if (!m_isStopped)
        return;
    m_isStopped = false;
    install(*m_engine, t);
    m_engine->start(t);
    drain();
    const auto links = m_links;
    for (const auto &[source, tell] : links)
        (this->*tell)(t, source);
}

std::vector<std::vector<TrialOccurrence>> RuleTrial::finish(AlarmTime end)
{
    if (!m_isStopped)
        m_engine->advanceTo(end);
    drain();
    for (std::vector<TrialOccurrence> &occurrences : m_occurrences) {
        for (TrialOccurrence &one : occurrences)
            one.until = one.isOpen ? end : one.until;
        std::erase_if(occurrences, [this](const TrialOccurrence &one) {
            return !one.isOpen && one.until <= m_setup.from;
        });
    }
    return std::exchange(m_occurrences, {});
}

void RuleTrial::drain()
{
    AlarmOutput &output = m_engine->output();
    if (output.isEmpty())
        return;
    for (const AlarmJournalEntry &entry : output.journal) {
        if (const auto alarm = m_alarms.find(entry.alarm); alarm != m_alarms.end())
            note(entry, alarm->second);
    }
    output.clear();
}

void RuleTrial::note(const AlarmJournalEntry &entry, Alarm &alarm)
{
    std::vector<TrialOccurrence> &occurrences = m_occurrences[alarm.form];
    const AlarmTime at = toMicroseconds(entry.eventTime);
    if (entry.type == "ALARM" && !isSilentSoFar(alarm)) {
        alarm.open = occurrences.size();
        occurrences.push_back({alarm.tag, at, at, true, numberIn(entry.value)});
        m_isFull = m_isFull || occurrences.size() >= kMostOccurrences;
    } else if ((entry.type == "RTN" || entry.type == "SUPPRESS") && alarm.open) {
        TrialOccurrence &over = occurrences[*alarm.open];
        over.until = std::max(over.since, at);
        over.isOpen = false;
        alarm.open.reset();
    }
}

/// Before a tag has ever spoken, nothing of it is missing.
bool RuleTrial::isSilentSoFar(const Alarm &alarm) const
{
    const std::size_t input = m_inputOfTag[alarm.tag];
    return input < m_hasSpoken.size() && !m_hasSpoken[input];
}

} // namespace telltale
