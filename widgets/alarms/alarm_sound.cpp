#include "widgets/alarms/alarm_sound.h"

#include "widgets/alarms/sound_worker.h"

namespace telltale {
namespace {

constexpr unsigned long kEndWithinMs = 1'000;

} // namespace

AlarmSound::AlarmSound(Alerts &alerts, OpenSound open, QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_thread(new QThread)
    , m_worker(new SoundWorker(std::move(open)))
{
    m_thread->setObjectName(QStringLiteral("sound"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::started, m_worker, &SoundWorker::begin);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SoundWorker::tested, this,
            [this](const Alerts::Outlet &outlet) { m_alerts.setSound(outlet); });
    connect(&m_alerts, &Alerts::hornChanged, this, &AlarmSound::play);
    m_thread->start();
    if (m_alerts.horn().tone != HornTone::None)
        play();
}

AlarmSound::~AlarmSound()
{
    m_thread->quit();
    if (m_thread->wait(kEndWithinMs))
        delete m_thread;
}

void AlarmSound::play()
{
    const HornTone tone = m_alerts.horn().tone;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, tone] { worker->play(tone); });
}

} // namespace telltale
