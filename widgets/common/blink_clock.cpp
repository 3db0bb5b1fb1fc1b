#include "widgets/common/blink_clock.h"

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kBeat {500};

MarkerForm stillForm(AlarmState state)
{
    switch (state) {
    case AlarmState::Unacked:
        return MarkerForm::FilledFramed;
    case AlarmState::Acked:
        return MarkerForm::Filled;
    case AlarmState::ReturnedUnacked:
    case AlarmState::LatchedUnacked:
        return MarkerForm::OutlineFramed;
    default:
        return MarkerForm::Outline;
    }
}

} // namespace

BlinkClock &BlinkClock::instance()
{
    static BlinkClock clock;
    return clock;
}

BlinkClock::BlinkClock()
    : m_timer(this)
{
    m_timer.setInterval(kBeat);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        ++m_halfSeconds;
        Q_EMIT ticked();
    });
    connect(&Theme::instance(), &Theme::changed, this, &BlinkClock::follow);
    if (Theme::instance().isBlinking())
        m_timer.start();
}

void BlinkClock::follow()
{
    const bool isBlinking = Theme::instance().isBlinking();
    if (m_timer.isActive() == isBlinking)
        return;
    if (isBlinking)
        m_timer.start();
    else
        m_timer.stop();
    Q_EMIT ticked();
}

MarkerForm BlinkClock::form(AlarmState state) const
{
    if (!Theme::instance().isBlinking())
        return stillForm(state);
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
