#include "data/alarms/alarm_types.h"

namespace telltale {

const char *stateWord(AlarmState state)
{
    constexpr const char *kWords[]
        = {"NORM", "UNACK", "ACKED", "RTNUN", "LATUN", "LATAK", "SHLVD", "DSUPR", "OOSRV"};
    return kWords[static_cast<std::size_t>(state)];
}

bool needsAcknowledgement(AlarmState state)
{
    return state == AlarmState::Unacked || state == AlarmState::ReturnedUnacked
        || state == AlarmState::LatchedUnacked;
}

} // namespace telltale
