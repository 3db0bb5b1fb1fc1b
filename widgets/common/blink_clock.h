#pragma once

#include "data/alarms/alarm_types.h"

#include <QObject>

namespace telltale {

/// One beat for all alarm markers, so that they blink in phase: new ones at 1 Hz, returned ones
/// at 0.5 Hz, half of the time each (alarms.md section 10).
/// Thread  GUI.
class BlinkClock : public QObject
{
    Q_OBJECT

public:
    static BlinkClock &instance();

    static bool blinks(AlarmState state);
    /// Whether the marker of an alarm in `state` is filled in this half of its beat.
    bool isFilled(AlarmState state) const;

Q_SIGNALS:
    void ticked();

private:
    BlinkClock();
    unsigned m_halfSeconds = 0;
};

} // namespace telltale
