#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"
#include "tests/support/certificates.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>

using namespace telltale;
using namespace telltale::test;

/// What goes wrong around the recorder, with the real program: it says what and how to mend it,
/// goes on, and loses nothing that could be kept.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDiskStopsRecordingAndTheJournalKeepsEverything();
    void noRoomForTheJournalLeavesMessagesWithTheBroker();
    void fullDiskAtTheStartIsWaitedFor();
    void lostJournalFolderCostsNothingStored();
    void removedHistoryFileIsWrittenAnew();
    void wrongPasswordIsSaidWithoutIt();
    void unknownAuthorityIsRefusedInWords();
};

namespace {

QList<QByteArray> numbers(int first, int count)
{
    QList<QByteArray> values;
    for (int n = first; n < first + count; ++n)
        values.append(QByteArray::number(n));
    return values;
}

/// Files beyond `bytes` cannot be written by this process: what a full disk is to it.
bool limitFiles(qint64 process, rlim_t bytes)
{
    const rlimit limit {bytes, RLIM_INFINITY};
    return ::prlimit(static_cast<pid_t>(process), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

qint64 storedBy(const TelltaleProcess &telltale)
{
    return telltale.status().value(QStringLiteral("stored")).toInteger();
}

bool hasProblem(const QJsonObject &status, const QString &area)
{
    for (const QJsonValue &problem : status.value(QStringLiteral("problems")).toArray()) {
        if (problem[QLatin1String("area")].toString() == area
            && !problem[QLatin1String("remedy")].toString().isEmpty())
            return true;
    }
    return false;
}

/// How often what happened to the alarm "recording stopped", P1.
int recordingEntries(const TelltaleProcess &telltale, const std::string &type)
{
    const auto reader = AlarmReader::open(telltale.data().toStdString());
    if (!reader.ok())
        return -1;
    const auto entries = reader.value()->journal({Timestamp::min(), Timestamp::max()}, 1000);
    if (!entries.ok())
        return -1;
    return static_cast<int>(std::count_if(
        entries.value().begin(), entries.value().end(),
        [&](const AlarmJournalEntry &entry) { return entry.type == type && entry.priority == 1; }));
}

} // namespace

void TestFaults::fullDiskStopsRecordingAndTheJournalKeepsEverything()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(0, 100)));
    QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 100, 10'000);

    QVERIFY(limitFiles(telltale.processId(), 8192));
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(100, 100)));
    QTRY_VERIFY_WITH_TIMEOUT(hasProblem(telltale.status(), QStringLiteral("history")), 10'000);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(200, 100)));
    const auto received
        = [&] { return telltale.status().value(QStringLiteral("received")).toInteger(); };
    QTRY_COMPARE_WITH_TIMEOUT(received(), 300, 10'000);
    QVERIFY(telltale.isRunning());
    QCOMPARE(storedBy(telltale), 100); // not called stored before it is
    QCOMPARE(telltale.status().value(QStringLiteral("recording")).toBool(true), false);

    QVERIFY(limitFiles(telltale.processId(), RLIM_INFINITY));
    QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 300, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!hasProblem(telltale.status(), QStringLiteral("history")), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(recordingEntries(telltale, "ALARM"), 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(recordingEntries(telltale, "RTN"), 1, 60'000); // off-delay 30 s
    QCOMPARE(telltale.terminate(), 0);
    const QByteArray said = telltale.errors();
    QVERIFY2(said.contains("history"), said.constData());
    QVERIFY2(said.count("warning telltale.pipeline: history") <= 3, said.constData());
    QVERIFY2(said.count("warning telltale.pipeline: alarms") <= 3, said.constData());
    QCOMPARE(telltale.exported(QStringLiteral("plant/a"))["plant/a"].size(), std::size_t(300));
}

void TestFaults::noRoomForTheJournalLeavesMessagesWithTheBroker()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData()); // has its session now
    QCOMPARE(telltale.terminate(), 0);
    QVERIFY(QDir(telltale.data() + QStringLiteral("/journal")).removeRecursively());
    const rlimit small {1U << 20U, RLIM_INFINITY};
    rlimit usual {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0); // inherited
    const bool isStarted = telltale.start({QStringLiteral("collect"), QStringLiteral("--broker"),
                                           QString::fromStdString(broker.url())});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(isStarted);
    QTRY_VERIFY_WITH_TIMEOUT(hasProblem(telltale.status(), QStringLiteral("journal")), 10'000);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(0, 100)));
    QCOMPARE(storedBy(telltale), 0);
    QVERIFY(limitFiles(telltale.processId(), RLIM_INFINITY));
    QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 100, 20'000);
    QVERIFY(
        telltale
            .waitForSubscription()); // the session sends before what it is subscribed to is granted
    QCOMPARE(telltale.terminate(), 0);
    QCOMPARE(telltale.exported(QStringLiteral("plant/a"))["plant/a"].size(), std::size_t(100));
    // The outage is on record, although there was no room for it when it began.
    const auto history = HistoryReader::open(telltale.data().toStdString());
    QVERIFY(history.ok());
    const auto gaps = history.value()->gaps({Timestamp::min(), Timestamp::max()});
    QVERIFY(gaps.ok());
    QVERIFY(std::any_of(gaps->begin(), gaps->end(), [](const HistoryGap &gap) {
        return gap.cause == HistoryGap::Cause::SourceDisconnected;
    }));
    const QByteArray said = telltale.run({QStringLiteral("status")}).out;
    QVERIFY2(said.contains("(broker down, ") && !said.contains("source_disconnected"),
             said.constData());
}

void TestFaults::fullDiskAtTheStartIsWaitedFor()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData()); // has its session now
    QCOMPARE(telltale.terminate(), 0);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(0, 100))); // kept by the broker
    const rlimit none {0, RLIM_INFINITY};
    rlimit usual {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0); // inherited
    const bool isStarted = telltale.start({QStringLiteral("collect"), QStringLiteral("--broker"),
                                           QString::fromStdString(broker.url())});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(isStarted);
    QByteArray said;
    const auto saysIt = [&] { return (said += telltale.errors()).contains("recording stopped"); };
    QTRY_VERIFY_WITH_TIMEOUT(saysIt(), 10'000);
    QVERIFY2(said.contains("make room on the disk"), said.constData());
    QVERIFY(telltale.isRunning());
    QVERIFY(limitFiles(telltale.processId(), RLIM_INFINITY));
    QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 100, 20'000);
    QCOMPARE(telltale.terminate(), 0);
    QCOMPARE(telltale.exported(QStringLiteral("plant/a"))["plant/a"].size(), std::size_t(100));
}

void TestFaults::lostJournalFolderCostsNothingStored()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    for (int life = 0; life < 3; ++life) {
        QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
        QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(life * 100, 100)));
        QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 100 * (life + 1), 10'000);
        QCOMPARE(telltale.terminate(), 0);
        QVERIFY(QDir(telltale.data() + QStringLiteral("/journal")).removeRecursively());
    }
    const QJsonObject status = telltale.status();
    QCOMPARE(status.value(QStringLiteral("received")).toInteger(), 300);
    QVERIFY(status.value(QStringLiteral("dropped")).toObject().isEmpty());
    QCOMPARE(telltale.exported(QStringLiteral("plant/a"))["plant/a"].size(), std::size_t(300));
}

/// While it records; the raw journal's folder stays.
void TestFaults::removedHistoryFileIsWrittenAnew()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(0, 1000)));
    QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 1000, 10'000);
    QVERIFY(QFile::remove(telltale.data() + QStringLiteral("/history-0001.db")));
    QVERIFY(broker.publish(QStringLiteral("plant/a"), numbers(1000, 100)));
    QTRY_COMPARE_WITH_TIMEOUT(storedBy(telltale), 1100, 10'000);
    QCOMPARE(telltale.status().value(QStringLiteral("recording")).toBool(false), true);
    QCOMPARE(telltale.exported(QStringLiteral("plant/a"))["plant/a"].size(), std::size_t(1100));
    QCOMPARE(telltale.terminate(), 0);
    QVERIFY(telltale.errors().contains("history-0001.db (taken away): was removed"));
    QCOMPARE(telltale.exported(QStringLiteral("plant/a"))["plant/a"].size(), std::size_t(1100));
}

void TestFaults::wrongPasswordIsSaidWithoutIt()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("reader"), QStringLiteral("right-one")}});
    QVERIFY(broker.start());
    const TelltaleProcess telltale;
    qputenv("TELLTALE_MQTT_USER", "reader");
    qputenv("TELLTALE_MQTT_PASSWORD", "wrong-one");
    const auto answer = telltale.run({QStringLiteral("collect"), QStringLiteral("--broker"),
                                      QString::fromStdString(broker.url()), QStringLiteral("--for"),
                                      QStringLiteral("2")});
    qunsetenv("TELLTALE_MQTT_USER");
    qunsetenv("TELLTALE_MQTT_PASSWORD");
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("password"), answer.err.constData());
    QVERIFY2(!answer.err.contains("wrong-one"), answer.err.constData());
    QDir data(telltale.data());
    for (const QString &name : data.entryList(QDir::Files)) {
        QFile file(data.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("wrong-one"), qPrintable(name));
    }
}

void TestFaults::unknownAuthorityIsRefusedInWords()
{
    QTemporaryDir folder;
    const Certificates authority(folder.path(), QStringLiteral("authority"));
    const auto server = authority.server(QStringLiteral("server"), QStringLiteral("IP:127.0.0.1"));
    MosquittoBroker broker;
    broker.setTls(server.certificate, server.key);
    QVERIFY(broker.start());
    const TelltaleProcess telltale;
    const auto answer = telltale.run({QStringLiteral("collect"), QStringLiteral("--broker"),
                                      QStringLiteral("mqtts://127.0.0.1:%1").arg(broker.port()),
                                      QStringLiteral("--for"), QStringLiteral("2")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("certificate"), answer.err.constData());
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
