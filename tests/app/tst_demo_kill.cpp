#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <set>

using namespace telltale::test;

/// `telltale demo` as a newcomer starts it, and as a power switch ends it.
class TestDemoKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedDemoLeavesNothingBehindButItsHistory();
    void rulesAreWrittenInTheLanguageOfTheProgram();

private:
    static QStringList foldersOf(qint64 process);
    static bool hasBroker(qint64 process);
    static std::size_t assetsIn(const TelltaleProcess &telltale);
};

void TestDemoKill::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

QStringList TestDemoKill::foldersOf(qint64 process)
{
    return QDir::temp().entryList({QStringLiteral("telltale-demo-%1-*").arg(process)},
                                  QDir::AllEntries | QDir::Hidden);
}

/// Whether a broker runs whose command line names the folder of `process`.
bool TestDemoKill::hasBroker(qint64 process)
{
    const QByteArray folder = "telltale-demo-" + QByteArray::number(process) + '-';
    for (const QString &id : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(id));
        if (line.open(QIODevice::ReadOnly) && line.readAll().contains(folder))
            return true;
    }
    return false;
}

/// Assets are what has tags directly below it.
std::size_t TestDemoKill::assetsIn(const TelltaleProcess &telltale)
{
    std::set<std::string> assets;
    for (const auto &[tag, rows] : telltale.exported(QStringLiteral("**")))
        assets.insert(tag.substr(0, tag.rfind('/')));
    return assets.size();
}

void TestDemoKill::killedDemoLeavesNothingBehindButItsHistory()
{
    TelltaleProcess telltale;
    QVERIFY(telltale.start({QStringLiteral("demo")}));
    QTRY_VERIFY_WITH_TIMEOUT(assetsIn(telltale) >= 20, 20'000);
    const qint64 process = telltale.processId();
    QVERIFY(hasBroker(process)); // so that its absence will mean something
    const qint64 stored = telltale.status().value(QStringLiteral("samples")).toInteger();
    QVERIFY(stored > 0);
    telltale.killNine();
    QTRY_VERIFY_WITH_TIMEOUT(!hasBroker(process), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(foldersOf(process), QStringList(), 60'000);

    qint64 exported = 0;
    for (const auto &[tag, rows] : telltale.exported(QStringLiteral("**")))
        exported += static_cast<qint64>(rows.size());
    QVERIFY(exported > 0);
    QVERIFY(telltale.start({QStringLiteral("demo")})); // and once more, on what is there
    const auto samples
        = [&] { return telltale.status().value(QStringLiteral("samples")).toInteger(); };
    QTRY_VERIFY_WITH_TIMEOUT(samples() > exported, 20'000);
    const qint64 again = telltale.processId();
    QCOMPARE(telltale.terminate(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!hasBroker(again), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(foldersOf(again), QStringList(), 60'000);
}

void TestDemoKill::rulesAreWrittenInTheLanguageOfTheProgram()
{
    TelltaleProcess telltale;
    QVERIFY(
        telltale.start({QStringLiteral("demo"), QStringLiteral("--lang"), QStringLiteral("de")}));
    const auto rules = [&telltale] {
        QFile file(telltale.workspace() + QStringLiteral("/rules.json"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(rules().contains(QStringLiteral("Lagertemperatur hoch")), 60'000);
    QVERIFY(!rules().contains(QStringLiteral("Bearing temperature")));
    QCOMPARE(telltale.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestDemoKill)
#include "tst_demo_kill.moc"
