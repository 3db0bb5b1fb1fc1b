#pragma once

#include "widgets/alarms/sound_output.h"

#include <QObject>
#include <QThread>

namespace telltale {

class SoundWorker;

/// The horn: plays what Alerts says, and tells it whether that can be heard.
/// Thread  GUI, which never waits for a sound server.
class AlarmSound : public QObject
{
    Q_OBJECT

public:
    explicit AlarmSound(Alerts &alerts, OpenSound open = openSystemSound,
                        QObject *parent = nullptr);
    ~AlarmSound() override;

private:
    void play();

    Alerts &m_alerts;
    QThread *m_thread; ///< left to itself if a sound server does not let it end
    SoundWorker *m_worker; ///< goes with its thread
};

} // namespace telltale
