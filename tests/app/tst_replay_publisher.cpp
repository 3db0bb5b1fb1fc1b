#include "app/demo/demo_broker.h"
#include "data/sources/replay_publisher.h"
#include "tests/support/shared_data.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace telltale;

class TestReplayPublisher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyRowArrivesOnce();
    void speedFollowsTheTimes();
    void rebasedRowsAreOfToday();
    void refusedRowsAreSaidAndTheRestGoesOn();
    void stopEndsIt();
    void noBrokerIsSaid();
    void wholeStationAtFullSpeed();

private:
    ReplayOptions optionsFor(const QByteArray &content);
    QTemporaryDir m_folder;
    std::unique_ptr<DemoBroker> m_broker;
};

namespace {

/// Lines of mosquitto_sub: topic and payload.
class Listener
{
public:
    explicit Listener(const DemoBroker &broker)
    {
        m_process.start(QStringLiteral("mosquitto_sub"),
                        {QStringLiteral("-p"), QString::number(broker.port()), QStringLiteral("-v"),
                         QStringLiteral("-q"), QStringLiteral("1"), QStringLiteral("-t"),
                         QStringLiteral("#")});
        MqttPublisher::Options options;
        options.url = broker.url();
        const auto publisher = MqttPublisher::create(options);
        const auto hears = [&] {
            publisher.value()->offer("hello", "x");
            m_process.waitForReadyRead(20);
            return m_process.canReadLine();
        };
        QTRY_VERIFY(hears());
    }
    ~Listener()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    const QStringList &lines()
    {
        m_process.waitForReadyRead(10);
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (!line.startsWith(QLatin1String("hello")))
                m_lines << line;
        }
        return m_lines;
    }

private:
    QProcess m_process;
    QStringList m_lines;
};

struct Run
{
    Outcome outcome;
    ReplayPublisher::Progress progress;
    QStringList notes;
    int told = 0;
};

Run play(const ReplayOptions &options, const std::atomic<bool> &stop)
{
    Run run;
    ReplayPublisher replay(options);
    run.outcome = replay.run(
        [&run](const ReplayPublisher::Progress &) { ++run.told; },
        [&run](const std::string &note) { run.notes << QString::fromStdString(note); }, stop);
    run.progress = replay.progress();
    return run;
}

Run play(const ReplayOptions &options)
{
    const std::atomic<bool> never {false};
    return play(options, never);
}

} // namespace

void TestReplayPublisher::initTestCase()
{
    DemoBroker::Options options;
    options.root = m_folder.path().toStdString();
    auto broker = DemoBroker::start(options);
    if (!broker && broker.error().code == Error::Code::NotFound)
        QSKIP("SKIP_ALL mosquitto is not installed");
    QVERIFY(broker.ok());
    m_broker = std::move(broker).value();
}

ReplayOptions TestReplayPublisher::optionsFor(const QByteArray &content)
{
    QFile file(m_folder.filePath(QStringLiteral("pumps.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the test's file");
    ReplayOptions options;
    options.file = file.fileName().toStdString();
    options.url = m_broker->url();
    return options;
}

void TestReplayPublisher::everyRowArrivesOnce()
{
    QByteArray content = "time,station,flow\n";
    for (int i = 0; i < 3000; ++i)
        content += "2020-01-01T00:00:00Z,S" + QByteArray::number(i % 3) + ','
            + QByteArray::number(i) + '\n';
    Listener listener(*m_broker);
    const Run run = play(optionsFor(content));
    QVERIFY(run.outcome.ok());
    QCOMPARE(run.progress.rows, 3000U);
    QCOMPARE(run.progress.acknowledged, 3000U);
    QCOMPARE(run.progress.refused, 0U);
    QCOMPARE(run.progress.total, 3000U);
    QVERIFY(run.told >= 1);
    QVERIFY(run.notes.isEmpty()); // times say their zone
    QTRY_COMPARE(listener.lines().size(), 3000);
    QCOMPARE(listener.lines()[4],
             QStringLiteral(R"(replay/S1 {"time":"2020-01-01T00:00:00Z","flow":4})"));
    QCOMPARE(QSet<QString>(listener.lines().begin(), listener.lines().end()).size(), 3000);
}

void TestReplayPublisher::speedFollowsTheTimes()
{
    ReplayOptions options = optionsFor("time,a\n2020-01-01 00:00:00,1\n2020-01-01 00:01:00,2\n");
    options.speed = 120.0; // a minute in half a second
    QElapsedTimer timer;
    timer.start();
    const Run run = play(options);
    QVERIFY(run.outcome.ok());
    QVERIFY(timer.elapsed() >= 500);
    QCOMPARE(run.notes.size(), 1);
    QVERIFY(run.notes[0].contains(QLatin1String("UTC")));
}

void TestReplayPublisher::rebasedRowsAreOfToday()
{
    Listener listener(*m_broker);
    ReplayOptions options = optionsFor("time,a\n2020-01-01 00:00:00,1\n2020-01-01 01:00:00,2\n");
    options.rebaseNow = true;
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(play(options).outcome.ok());
    const QDateTime after = QDateTime::currentDateTimeUtc();
    QTRY_COMPARE(listener.lines().size(), 2);
    QList<QDateTime> times;
    for (const QString &line : listener.lines())
        times << QDateTime::fromString(line.section(QLatin1Char('"'), 3, 3), Qt::ISODateWithMs);
    QVERIFY(times[1] >= before.addMSecs(-1) && times[1] <= after); // the newest is now
    QCOMPARE(times[0].secsTo(times[1]), 3600);
}

void TestReplayPublisher::refusedRowsAreSaidAndTheRestGoesOn()
{
    QByteArray content = "time,a\n2020-01-01,1\nyesterday,2\n2020-01-03\n2020-01-04,4\n";
    const Run run = play(optionsFor(content));
    QVERIFY(run.outcome.ok());
    QCOMPARE(run.progress.acknowledged, 2U);
    QCOMPARE(run.progress.refused, 2U);
    QVERIFY(run.notes.filter(QStringLiteral("line 3")).size() == 1);
    QVERIFY(run.notes.filter(QStringLiteral("line 4")).size() == 1);
}

void TestReplayPublisher::stopEndsIt()
{
    ReplayOptions options = optionsFor("time,a\n2020-01-01,1\n2021-01-01,2\n");
    options.speed = 1.0; // a year
    std::atomic<bool> stop {false};
    Run run;
    std::thread player([&] { run = play(options, stop); });
    stop = true;
    player.join();
    QVERIFY(!run.outcome.ok());
    QVERIFY(run.outcome.error().code == Error::Code::Cancelled);
}

void TestReplayPublisher::noBrokerIsSaid()
{
    ReplayOptions options = optionsFor("time,a\n2020-01-01,1\n");
    options.url = "mqtt://127.0.0.1:1";
    const Run run = play(options);
    QVERIFY(!run.outcome.ok());
    QVERIFY(run.outcome.error().code == Error::Code::ConnectionRefused);
}

void TestReplayPublisher::wholeStationAtFullSpeed()
{
    const QString path = test::sharedPath(
        QStringLiteral("data/beijing_air/PRSA_Data_Dingling_20130301-20170228.csv.gz"));
    if (path.isEmpty() && !test::mustHaveShared())
        QSKIP(test::kNoSharedData);
    ReplayOptions options;
    options.file = path.toStdString();
    options.url = m_broker->url();
    QElapsedTimer timer;
    timer.start();
    const Run run = play(options);
    QVERIFY(run.outcome.ok());
    QCOMPARE(run.progress.acknowledged, 35'064U);
    qInfo("%.0f messages/s", 35'064.0 * 1000.0 / static_cast<double>(timer.elapsed()));
}

QTEST_GUILESS_MAIN(TestReplayPublisher)
#include "tst_replay_publisher.moc"
