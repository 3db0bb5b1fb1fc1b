#include "widgets/alarms/alarm_sound.h"
#include "widgets/alarms/tone_stream.h"

#include "models/alerts.h"

#include "data/alarms/alarm_board.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cmath>
#include <cstring>

using namespace telltale;
using State = Alerts::Outlet::State;

/// From the pattern to the device, as far as there is one.
class TestAlarmSound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamSpeaksTheFormOfTheDevice_data();
    void streamSpeaksTheFormOfTheDevice();
    void streamNeverEnds();
    void deviceIsTestedWithoutWaiting();
    void quietDeviceIsFoundAtOnce();
    void silenceEndsTheTone();
};

namespace {

constexpr int kRate = 44'100;

QAudioFormat formatOf(QAudioFormat::SampleFormat sample, int channels)
{
    QAudioFormat format;
    format.setSampleRate(kRate);
    format.setChannelCount(channels);
    format.setSampleFormat(sample);
    return format;
}

/// A device that takes all it is given, and what became of it.
struct FakeDevice
{
    std::atomic<int> opened = 0;
    std::atomic<int> closed = 0;
    std::atomic<HornTone> tone = HornTone::None;

    OpenSound open();
};

class FakeOutput final : public SoundOutput
{
public:
    explicit FakeOutput(FakeDevice &device)
        : m_device(device)
    {
        ++m_device.opened;
    }
    ~FakeOutput() override { ++m_device.closed; }
    void begin(HornTone tone) override { m_device.tone = tone; }
    qint64 taken() const override { return ++m_taken; }
    bool isRunning() const override { return true; }
    QString trouble() const override { return {}; }

private:
    FakeDevice &m_device;
    mutable qint64 m_taken = 0;
};

OpenSound FakeDevice::open()
{
    return [this](Alerts::Outlet &) { return std::make_unique<FakeOutput>(*this); };
}

/// From -1 to 1.
double valueAt(const QByteArray &bytes, const QAudioFormat &format, qsizetype index)
{
    return format.normalizedSampleValue(bytes.constData() + index * format.bytesPerSample());
}

} // namespace

void TestAlarmSound::streamSpeaksTheFormOfTheDevice_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<int>("channels");
    const auto row = [](const char *name, QAudioFormat::SampleFormat sample, int channels) {
        QTest::newRow(name) << static_cast<int>(sample) << channels;
    };
    row("16 bit", QAudioFormat::Int16, 1);
    row("16 bit, stereo", QAudioFormat::Int16, 2);
    row("8 bit", QAudioFormat::UInt8, 1);
    row("32 bit, 6 channels", QAudioFormat::Int32, 6);
    row("float", QAudioFormat::Float, 2);
}

void TestAlarmSound::streamSpeaksTheFormOfTheDevice()
{
    QFETCH(int, sample);
    QFETCH(int, channels);
    const QAudioFormat format = formatOf(static_cast<QAudioFormat::SampleFormat>(sample), channels);
    QVERIFY(ToneStream::knows(format));
    ToneStream stream(format);
    stream.begin(HornTone::Critical);
    ToneGenerator generator(kRate);
    generator.begin(HornTone::Critical);
    std::vector<float> wanted(1000);
    generator.fill(wanted);
    const QByteArray got = stream.read(1000 * format.bytesPerFrame());
    QCOMPARE(got.size(), qsizetype(1000) * format.bytesPerFrame());
    for (qsizetype frame = 0; frame < 1000; ++frame) {
        for (int channel = 0; channel < channels; ++channel) {
            const double value = valueAt(got, format, frame * channels + channel);
            QVERIFY2(std::abs(value - double(wanted[static_cast<std::size_t>(frame)])) < 0.02,
                     qPrintable(QString::number(value)));
        }
    }
}

void TestAlarmSound::streamNeverEnds()
{
    ToneStream stream(formatOf(QAudioFormat::Int16, 2));
    QVERIFY(stream.isSequential());
    for (int i = 0; i < 100; ++i) {
        QVERIFY(stream.bytesAvailable() > 0);
        const QByteArray silence = stream.read(4001); // no whole number of frames
        QCOMPARE(silence.size(), qsizetype(4000));
        QVERIFY(silence.count('\0') == silence.size());
    }
}

/// Whatever this computer has: it is known soon, and this thread did not wait for it.
void TestAlarmSound::deviceIsTestedWithoutWaiting()
{
    AlarmBoard board;
    Alerts alerts(board);
    QElapsedTimer took;
    took.start();
    {
        const AlarmSound sound(alerts);
        QVERIFY(took.elapsed() < 5'000);
        QTRY_VERIFY_WITH_TIMEOUT(alerts.sound().state != State::Untested, 20'000);
        QCOMPARE(alerts.isAudible(), alerts.sound().state == State::Works);
        took.start();
    }
    QVERIFY(took.elapsed() < 5'000);
}

/// Nothing sounds at the start: the first test ends with what it found, and does not wait a minute.
void TestAlarmSound::quietDeviceIsFoundAtOnce()
{
    FakeDevice device;
    AlarmBoard board;
    Alerts alerts(board);
    const AlarmSound sound(alerts, device.open());
    QTRY_VERIFY(alerts.sound().state == State::Works);
    QTRY_COMPARE(device.closed.load(), device.opened.load());
}

void TestAlarmSound::silenceEndsTheTone()
{
    AlarmRow row;
    row.id = "high";
    row.priority = 1;
    row.state = AlarmState::Unacked;
    row.isSounding = true;
    auto snapshot = std::make_shared<AlarmSnapshot>();
    snapshot->rows = {row};
    snapshot->horn = true;
    snapshot->version = 1;
    AlarmBoard board;
    board.publish(snapshot);
    Alerts alerts(board);
    alerts.look();
    FakeDevice device;
    const AlarmSound sound(alerts, device.open()); // it sounded before
    QTRY_VERIFY(device.tone == HornTone::Critical);
    QTRY_VERIFY(alerts.sound().state == State::Works);
    QVERIFY(device.closed < device.opened);
    alerts.silenceHere();
    QTRY_COMPARE(device.closed.load(), device.opened.load());
}

QTEST_MAIN(TestAlarmSound)
#include "tst_alarm_sound.moc"
