#include "widgets/alarms/sound_worker.h"

#include <QMediaDevices>

#include <utility>

namespace telltale {
namespace {

using State = Alerts::Outlet::State;

constexpr std::chrono::minutes kTestEvery {1};
constexpr std::chrono::seconds kLookEvery {1};

} // namespace

SoundWorker::SoundWorker(OpenSound open)
    : m_open(std::move(open))
{ }

SoundWorker::~SoundWorker() = default;

void SoundWorker::begin()
{
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &SoundWorker::reopen);
    m_test.setInterval(kTestEvery);
    m_look.setInterval(kLookEvery);
    connect(&m_test, &QTimer::timeout, this, &SoundWorker::test);
    connect(&m_look, &QTimer::timeout, this, &SoundWorker::look);
    m_test.start();
    test();
}

/// Where nothing sounds and nothing should, a test may be under way: it is let be.
void SoundWorker::play(HornTone tone)
{
    if (std::exchange(m_tone, tone) == HornTone::None && tone == HornTone::None)
        return;
    if (tone == HornTone::None)
        return close();
    if (m_output || open())
        m_output->begin(tone);
}

/// While the horn plays, look() watches it.
void SoundWorker::test()
{
    if (!m_output)
        open();
}

bool SoundWorker::open()
{
    close();
    m_look.start(); // and tries again, if there is something to play
    Alerts::Outlet why;
    m_output = m_open(why);
    if (!m_output)
        Q_EMIT tested(why);
    m_taken = 0;
    return m_output != nullptr;
}

void SoundWorker::close()
{
    m_look.stop();
    m_output.reset();
}

/// A second after it was opened, and every second while the horn plays: sound must have gone.
void SoundWorker::look()
{
    if (!m_output)
        return m_tone == HornTone::None ? m_look.stop() : reopen();
    const qint64 taken = m_output->taken();
    const bool isTaken = taken > m_taken && m_output->isRunning();
    m_taken = taken;
    if (!isTaken) {
        Q_EMIT tested({State::Failed, m_output->trouble().toStdString()});
        return m_tone == HornTone::None ? close() : reopen();
    }
    Q_EMIT tested({State::Works, {}});
    if (m_tone == HornTone::None)
        close();
}

void SoundWorker::reopen()
{
    if (open() && m_tone != HornTone::None)
        m_output->begin(m_tone);
}

} // namespace telltale
