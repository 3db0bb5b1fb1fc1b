#include "data/alarms/alarm_types.h"

namespace telltale {

const char *stateWord(AlarmState state)
{
    constexpr const char *kWords[]
        = {"NORM", "UNACK", "ACKED", "RTNUN", "LATUN", "LATAK", "SHLVD", "DSUPR", "OOSRV"};
    return kWords[static_cast<std::size_t>(state)];
}

const char *roleWord(AlarmRole role)
{
    constexpr const char *kWords[] = {"viewer", "operator", "engineer", "program"};
    return kWords[static_cast<std::size_t>(role)];
}

bool needsAcknowledgement(AlarmState state)
{
    return state == AlarmState::Unacked || state == AlarmState::ReturnedUnacked
        || state == AlarmState::LatchedUnacked;
}

} // namespace telltale
