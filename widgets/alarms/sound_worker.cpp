#include "widgets/alarms/sound_worker.h"

#include "widgets/alarms/tone_stream.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>

namespace telltale {
namespace {

using State = Alerts::Outlet::State;

constexpr int kSamplesPerSecond = 48'000;
constexpr std::chrono::minutes kTestEvery {1};
constexpr std::chrono::seconds kLookEvery {1};

/// What the device likes best of what the stream can make.
QAudioFormat formatFor(const QAudioDevice &device)
{
    QAudioFormat simple;
    simple.setSampleRate(kSamplesPerSecond);
    simple.setChannelCount(1);
    simple.setSampleFormat(QAudioFormat::Int16);
    return device.isFormatSupported(simple) ? simple : device.preferredFormat();
}

QString words(QAudio::Error error)
{
    switch (error) {
    case QAudio::OpenError:
        return QStringLiteral("the device cannot be opened");
    case QAudio::IOError:
        return QStringLiteral("the device takes no sound");
    case QAudio::FatalError:
        return QStringLiteral("the device cannot be used");
    case QAudio::UnderrunError:
    case QAudio::NoError:
        break;
    }
    return QStringLiteral("the device takes no sound");
}

} // namespace

SoundWorker::SoundWorker() = default;
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

void SoundWorker::play(HornTone tone)
{
    m_tone = tone;
    if (tone == HornTone::None)
        return close();
    if (m_sink || open())
        m_stream->begin(tone);
}

/// While the horn plays, look() watches it.
void SoundWorker::test()
{
    if (!m_sink)
        open();
}

bool SoundWorker::open()
{
    close();
    m_look.start(); // and tries again, if there is something to play
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        tell(State::Absent);
        return false;
    }
    const QAudioFormat format = formatFor(device);
    if (!ToneStream::knows(format)) {
        tell(State::Failed, QStringLiteral("the device takes no form of sound that is known here"));
        return false;
    }
    m_stream = std::make_unique<ToneStream>(format);
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_taken = 0;
    m_sink->start(m_stream.get());
    return true;
}

void SoundWorker::close()
{
    m_look.stop();
    if (m_sink)
        m_sink->stop();
    m_sink.reset();
    m_stream.reset();
}

/// A second after it was opened, and every second while the horn plays: sound must have gone.
void SoundWorker::look()
{
    if (!m_sink)
        return m_tone == HornTone::None ? m_look.stop() : reopen();
    const qint64 taken = m_sink->processedUSecs();
    const bool isTaken = taken > m_taken && m_sink->state() != QAudio::StoppedState;
    m_taken = taken;
    if (!isTaken) {
        tell(State::Failed, words(m_sink->error()));
        return m_tone == HornTone::None ? close() : reopen();
    }
    tell(State::Works);
    if (m_tone == HornTone::None)
        close();
}

void SoundWorker::reopen()
{
    if (open() && m_tone != HornTone::None)
        m_stream->begin(m_tone);
}

void SoundWorker::tell(State state, const QString &detail)
{
    Q_EMIT tested({state, detail.toStdString()});
}

} // namespace telltale
