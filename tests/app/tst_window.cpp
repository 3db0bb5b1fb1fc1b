#include "data/alarms/alarm_service.h"
#include "data/storage/file.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

namespace {

constexpr int kPatience = 60'000; ///< milliseconds, of a slow machine

} // namespace

/// The window of the real program on a display of its own.
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sigtermIsAnOrderlyStop();
    void besideARecorderItIsAViewAndNoDemo();
    void itRecordsOnceTheFolderCanBeWritten();

private:
    static QStringList window(const MosquittoBroker &broker);
    static QStringList journaled(const TelltaleProcess &telltale);

    QProcess m_display;
};

void TestWindow::initTestCase()
{
    const QString server = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
    if (server.isEmpty() || !hasMosquitto())
        QSKIP("SKIP_ALL Xvfb or mosquitto is not installed");
    m_display.start(server,
                    {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                     QStringLiteral("0"), QStringLiteral("1280x800x24"),
                     QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    QVERIFY(m_display.waitForReadyRead(kPatience));
    qputenv("DISPLAY", ':' + m_display.readLine().trimmed());
    qputenv("QT_QPA_PLATFORM", "xcb"); // with its thread, which offscreen has not
}

void TestWindow::cleanupTestCase()
{
    m_display.terminate();
    m_display.waitForFinished(kPatience);
}

QStringList TestWindow::window(const MosquittoBroker &broker)
{
    return {QStringLiteral("--broker"), QString::fromStdString(broker.url()),
            QStringLiteral("--topic"), QStringLiteral("plant/#")};
}

QStringList TestWindow::journaled(const TelltaleProcess &telltale)
{
    QStringList types;
    const auto reader = AlarmReader::open(telltale.data().toStdString());
    if (!reader.ok())
        return types;
    const auto entries = reader.value()->journal({Timestamp {}, Timestamp::max()}, 1000);
    if (!entries.ok())
        return types;
    for (const AlarmJournalEntry &entry : entries.value())
        types << QString::fromStdString(entry.type);
    return types;
}

void TestWindow::sigtermIsAnOrderlyStop()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY(telltale.start(window(broker)));
    QTRY_VERIFY_WITH_TIMEOUT(
        !telltale.status().value(QStringLiteral("connections")).toArray().isEmpty(), kPatience);
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(telltale.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    QCOMPARE(telltale.terminate(), 0);
    QVERIFY2(journaled(telltale).contains(QStringLiteral("STOP")),
             qPrintable(journaled(telltale).join(QLatin1Char(' '))));
    const QSettings kept(telltale.data() + QStringLiteral("/window.ini"), QSettings::IniFormat);
    QVERIFY(kept.contains(QStringLiteral("geometry")));
}

void TestWindow::itRecordsOnceTheFolderCanBeWritten()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    const QString lock = telltale.data() + QStringLiteral("/owner.lock");
    QVERIFY(QDir().mkpath(lock)); // cannot be opened for writing
    QVERIFY(telltale.start(window(broker)));
    const QString said = telltale.data() + QStringLiteral("/logs/telltale.log");
    const auto hasSaid = [&said] {
        QFile log(said);
        return log.open(QIODevice::ReadOnly) && log.readAll().contains("recording stopped");
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(), kPatience);
    QVERIFY(telltale.isRunning());
    QVERIFY(QDir().rmdir(lock));
    QTRY_VERIFY_WITH_TIMEOUT(
        !telltale.status().value(QStringLiteral("connections")).toArray().isEmpty(), kPatience);
    QCOMPARE(telltale.terminate(), 0);
}

/// A recorder that has its broker from the command line leaves no connection in the workspace.
void TestWindow::besideARecorderItIsAViewAndNoDemo()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess recorder;
    QVERIFY2(recorder.collect(broker.port()), recorder.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/a"), {"1"}));
    QTRY_COMPARE_WITH_TIMEOUT(recorder.status().value(QStringLiteral("stored")).toInteger(), 1,
                              kPatience);
    QProcess view;
    view.start(binFolder() + QStringLiteral("/telltale"),
               {QStringLiteral("--workspace"), recorder.workspace(), QStringLiteral("--data"),
                recorder.data()});
    QVERIFY(view.waitForStarted(kPatience));
    const QString layout = recorder.data() + QStringLiteral("/window.ini");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(layout), kPatience); // it stands
    QVERIFY(!QFile::exists(recorder.workspace() + QStringLiteral("/rules.json")));
    QVERIFY(!QFile::exists(recorder.workspace() + QStringLiteral("/workspace.json")));
    view.terminate();
    QVERIFY(view.waitForFinished(kPatience));
    QCOMPARE(view.exitCode(), 0);
    QCOMPARE(recorder.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
