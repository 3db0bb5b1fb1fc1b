#include "widgets/common/blink_clock.h"

#include <QTimer>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kBeat {500};

} // namespace

BlinkClock &BlinkClock::instance()
{
    static BlinkClock clock;
    return clock;
}

BlinkClock::BlinkClock()
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        ++m_halfSeconds;
        Q_EMIT ticked();
    });
    timer->start(kBeat);
}

bool BlinkClock::blinks(AlarmState state)
{
    return state == AlarmState::Unacked || state == AlarmState::ReturnedUnacked
        || state == AlarmState::LatchedUnacked;
}

bool BlinkClock::isFilled(AlarmState state) const
{
    switch (state) {
    case AlarmState::Unacked:
        return m_halfSeconds % 2 == 0;
    case AlarmState::Acked:
        return true;
    default:
        return false;
    }
}

} // namespace telltale
