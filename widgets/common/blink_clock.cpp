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

MarkerForm BlinkClock::form(AlarmState state) const
{
    switch (state) {
    case AlarmState::Unacked:
        return m_halfSeconds % 2 == 0 ? MarkerForm::Filled : MarkerForm::Outline;
    case AlarmState::Acked:
        return MarkerForm::Filled;
    case AlarmState::ReturnedUnacked:
    case AlarmState::LatchedUnacked:
        return m_halfSeconds / 2 % 2 == 0 ? MarkerForm::Outline : MarkerForm::Dimmed;
    default:
        return MarkerForm::Outline;
    }
}

} // namespace telltale
