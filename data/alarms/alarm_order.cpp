#include "data/alarms/alarm_order.h"

#include <tuple>

namespace telltale {
namespace {

int groupOf(AlarmState state)
{
    switch (state) {
    case AlarmState::Unacked:
        return 0;
    case AlarmState::LatchedUnacked:
    case AlarmState::ReturnedUnacked:
        return 1;
    case AlarmState::Acked:
        return 2;
    case AlarmState::LatchedAcked:
        return 3;
    default:
        return 4;
    }
}

} // namespace

bool comesBefore(const AlarmRow &one, const AlarmRow &other)
{
    const auto rank = [](const AlarmRow &row) {
        return std::make_tuple(groupOf(row.state), row.priority, -toMicroseconds(row.since));
    };
    const auto first = rank(one);
    const auto second = rank(other);
    if (first != second)
        return first < second;
    return one.occurrence != other.occurrence ? one.occurrence > other.occurrence
                                              : one.id < other.id;
}

} // namespace telltale
