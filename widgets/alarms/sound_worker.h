#pragma once

#include "widgets/alarms/sound_output.h"

#include <QTimer>

#include <memory>

class QMediaDevices;

namespace telltale {

/// Plays patterns on a sound device, and finds out whether it can: an effect that is said to play
/// says nothing where there is no device. Every minute it opens the device, plays a moment of
/// silence and looks whether that was taken.
/// Thread  its own, because sound servers may take their time to answer.
class SoundWorker : public QObject
{
    Q_OBJECT

public:
    explicit SoundWorker(OpenSound open);
    ~SoundWorker() override;

    /// Once, on its thread.
    void begin();
    void play(HornTone tone);

Q_SIGNALS:
    void tested(const Alerts::Outlet &outlet);

private:
    void test();
    bool open();
    void close();
    void look();
    void reopen();

    const OpenSound m_open;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<SoundOutput> m_output; ///< while something is played
    QTimer m_test {this}; ///< every minute
    QTimer m_look {this}; ///< while something is played
    qint64 m_taken = 0; ///< microseconds of sound the device took by the last look
    HornTone m_tone = HornTone::None;
};

} // namespace telltale
