#pragma once

#include "widgets/common/alarm_marker.h"

#include <QObject>
#include <QTimer>

namespace telltale {

/// One beat for all alarm markers, so that they blink in phase: new ones at 1 Hz, returned ones
/// at 0.5 Hz, half of the time each (alarms.md section 10). Where the theme says so none blinks:
/// what is not acknowledged has a second frame instead.
/// Thread  GUI.
class BlinkClock : public QObject
{
    Q_OBJECT

public:
    static BlinkClock &instance();

    /// How the marker of an alarm in `state` is drawn in this half of its beat, if there is one.
    MarkerForm form(AlarmState state) const;

Q_SIGNALS:
    void ticked(); ///< also when blinking begins or ends

private:
    BlinkClock();
    void follow();
    QTimer m_timer;
    unsigned m_halfSeconds = 0;
};

} // namespace telltale
