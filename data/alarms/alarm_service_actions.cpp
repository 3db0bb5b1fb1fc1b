// What operators ask of the service: done at once in memory, shown and answered once stored.

#include "data/alarms/local_alarm_service.h"
#include "data/alarms/system_rules.h"

namespace telltale {
namespace {

Outcome outcomeOf(const std::string &refusal)
{
    if (refusal.empty())
        return {};
    const bool isUnknown = refusal.starts_with("unknown");
    const bool isForbidden = refusal == "not_permitted";
    return Error {isUnknown         ? Error::Code::NotFound
                      : isForbidden ? Error::Code::NotPermitted
                                    : Error::Code::Refused,
                  refusal};
}

AlarmAnswer answerOf(const std::string &refusal, std::size_t acknowledged = 0,
                     std::size_t refused = 0)
{
    AlarmAnswer answer(outcomeOf(refusal));
    answer.acknowledged = acknowledged;
    answer.refused = refused;
    return answer;
}

} // namespace

void LocalAlarmService::act(AlarmAction action, AlarmBoard::Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isStopping) {
            if (action.by.empty())
                action.by = m_options.user;
            m_isActing = true;
            AlarmAnswer answer = perform(now(), action);
            collect();
            m_isActing = false;
            publishIfDue(false);
            m_waiting.push_back({std::move(done), std::move(answer)});
            m_storeWork.notify_one();
            return;
        }
    }
    done(Error {Error::Code::NotPermitted, "the alarm engine has ended"});
}

AlarmAnswer LocalAlarmService::perform(AlarmTime t, const AlarmAction &action)
{
    const AlarmEngine::Actor actor {action.by, action.role, action.text};
    switch (action.kind) {
    case AlarmAction::Kind::Silence:
        return answerOf(m_engine.silence(t, actor));
    case AlarmAction::Kind::RecordExport:
        return answerOf(m_engine.recordExport(t, actor));
    case AlarmAction::Kind::Note:
        return answerOf(m_engine.note(t, actor, action.about ? toMicroseconds(*action.about) : t));
    case AlarmAction::Kind::AcknowledgeGroup: {
        const AlarmEngine::GroupAnswer group
            = m_engine.acknowledgeGroup(t, action.group, actor, action.alarms);
        return answerOf(group.refusal, group.acknowledged, group.refused);
    }
    default:
        return performEach(t, action);
    }
}

/// The first refusal is the one that is said.
AlarmAnswer LocalAlarmService::performEach(AlarmTime t, const AlarmAction &action)
{
    const bool isTogether = action.kind == AlarmAction::Kind::AcknowledgeVisible;
    std::string refusal;
    std::size_t acknowledged = 0;
    std::size_t refused = 0;
    for (const auto &[alarm, occurrence] : action.alarms) {
        if (isTogether && !mayBeAcknowledgedWithOthers(alarm))
            continue;
        const std::string one = performOne(t, action, alarm, occurrence);
        refusal = refusal.empty() ? one : refusal;
        refused += one.empty() ? 0 : 1;
        acknowledged += isTogether && one.empty() ? 1 : 0;
    }
    return answerOf(refusal, acknowledged, refused);
}

std::string LocalAlarmService::performOne(AlarmTime t, const AlarmAction &action,
                                          const std::string &alarm, std::uint64_t occurrence)
{
    using Kind = AlarmAction::Kind;
    const AlarmEngine::Actor actor {action.by, action.role, action.text};
    switch (action.kind) {
    case Kind::Acknowledge: {
        const std::string refusal = m_engine.acknowledge(t, alarm, actor, occurrence);
        if (refusal.empty() && alarm == kStateLostAlarm)
            m_engine.connection(t, kStateLostLink, true, t); // it was told: that is all it is for
        return refusal;
    }
    case Kind::AcknowledgeVisible:
        return m_engine.acknowledge(t, alarm, actor, occurrence);
    case Kind::Reset:
        return m_engine.reset(t, alarm, actor);
    case Kind::Comment:
        return m_engine.comment(t, alarm, actor);
    case Kind::Shelve:
        return m_engine.shelve(t, alarm, actor, static_cast<double>(action.shelveFor.count()),
                               action.oneShot);
    case Kind::Unshelve:
        return m_engine.unshelve(t, alarm, actor);
    case Kind::OutOfService:
        return m_engine.takeOutOfService(t, alarm, actor);
    case Kind::ReturnToService:
        return m_engine.returnToService(t, alarm, actor);
    case Kind::Silence:
    case Kind::RecordExport:
    case Kind::AcknowledgeGroup:
    case Kind::Note:
        break;
    }
    return {};
}

/// Priority 1 is confirmed singly; what needs nothing is no refusal among many.
bool LocalAlarmService::mayBeAcknowledgedWithOthers(const std::string &alarm) const
{
    const std::uint32_t index = m_engine.find(alarm);
    if (index == kNoAlarm)
        return false;
    const AlarmInstance &found = m_engine.alarms()[index];
    return needsAcknowledgement(found.shown()) && found.rule->priority != 1;
}

} // namespace telltale
