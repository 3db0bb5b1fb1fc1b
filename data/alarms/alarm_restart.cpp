// What is stored of the engine, and how it begins again (alarms.md section 7).

#include "data/alarms/alarm_engine.h"
#include "data/alarms/state_codec.h"

namespace telltale {

std::string AlarmEngine::saveAlarm(std::uint32_t alarm) const
{
    StateWriter writer;
    AlarmMemory memory = m_alarms[alarm].memory;
    if (m_alarms[alarm].kind->watchesSilence)
        memory.due[static_cast<std::size_t>(AlarmTimer::Clock)] = kNever;
    memory.visit(writer);
    return writer.take();
}

std::string AlarmEngine::saveInput(std::uint32_t input) const
{
    StateWriter writer;
    AlarmInput copy = m_inputs[input];
    copy.visit(writer);
    return writer.take();
}

std::string AlarmEngine::saveGlobals() const
{
    StateWriter writer;
    AlarmGlobals globals = m_globals;
    globals.marks.clear();
    for (const Group &group : m_groups) {
        if (group.isMarked)
            globals.marks.push_back(group.description.id);
    }
    globals.visit(writer);
    return writer.take();
}

bool AlarmEngine::restoreAlarm(const std::string &id, std::string_view bytes)
{
    StateReader reader(bytes);
    AlarmMemory memory;
    memory.visit(reader);
    const bool isKnown = memory.process <= AlarmState::LatchedAcked;
    if (!reader.isOk() || !isKnown)
        return false;
    m_restored[id] = std::move(memory);
    m_waitsForStart = true;
    return true;
}

bool AlarmEngine::restoreInput(const std::string &path, std::string_view bytes)
{
    StateReader reader(bytes);
    AlarmInput input;
    input.visit(reader);
    if (!reader.isOk())
        return false;
    input.path = path;
    m_inputs[inputOf(path)] = std::move(input);
    return true;
}

bool AlarmEngine::restoreGlobals(std::string_view bytes)
{
    StateReader reader(bytes);
    AlarmGlobals globals;
    globals.visit(reader);
    if (!reader.isOk())
        return false;
    m_globals = std::move(globals);
    m_globals.flood.setLimits(m_limits.flood);
    m_waitsForStart = true;
    return true;
}

void AlarmEngine::start(AlarmTime t)
{
    m_waitsForStart = false;
    m_now = std::max(m_now, t);
    add(entry(nullptr, "START"));
    advanceTo(t);
}

} // namespace telltale
