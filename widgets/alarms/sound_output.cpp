#include "widgets/alarms/sound_output.h"

#include "widgets/alarms/tone_stream.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>

namespace telltale {
namespace {

using State = Alerts::Outlet::State;

constexpr int kSamplesPerSecond = 48'000;

/// What the device likes best of what the stream can make.
QAudioFormat formatFor(const QAudioDevice &device)
{
    QAudioFormat simple;
    simple.setSampleRate(kSamplesPerSecond);
    simple.setChannelCount(1);
    simple.setSampleFormat(QAudioFormat::Int16);
    return device.isFormatSupported(simple) ? simple : device.preferredFormat();
}

class SystemSound final : public SoundOutput
{
public:
    SystemSound(const QAudioDevice &device, const QAudioFormat &format)
        : m_stream(format)
        , m_sink(device, format)
    {
        m_sink.start(&m_stream);
    }
    ~SystemSound() override { m_sink.stop(); }
    void begin(HornTone tone) override { m_stream.begin(tone); }
    qint64 taken() const override { return m_sink.processedUSecs(); }
    bool isRunning() const override { return m_sink.state() != QAudio::StoppedState; }
    QString trouble() const override;

private:
    ToneStream m_stream; ///< outlives the sink
    QAudioSink m_sink;
};

QString SystemSound::trouble() const
{
    switch (m_sink.error()) {
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

std::unique_ptr<SoundOutput> openSystemSound(Alerts::Outlet &why)
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        why = {State::Absent, {}};
        return nullptr;
    }
    const QAudioFormat format = formatFor(device);
    if (!ToneStream::knows(format)) {
        why = {State::Failed, "the device takes no form of sound that is known here"};
        return nullptr;
    }
    return std::make_unique<SystemSound>(device, format);
}

} // namespace telltale
