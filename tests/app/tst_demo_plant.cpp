#include "app/demo/demo_plant.h"
#include "app/demo/demo_workspace.h"
#include "app/demo/host_readings.h"
#include "app/demo/plant_file.h"
#include "data/telemetry/clock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>

using namespace telltale;

class TestDemoPlant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsThisComputer();
    void ratesComeFromTwoReadings();
    void absentReadingsAreNoMembers();
    void bothAssetsComeOverRealMqtt();
    void pastWaitsForAListenerAndLeadsIntoNow();
    void plantGoesOnAfterAPause_data();
    void plantGoesOnAfterAPause();
};

namespace {

const Timestamp kStart = timestampFromMicroseconds(1'795'575'000'000'000);

QJsonObject parsed(const DemoMessage &message)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(message.payload)).object();
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// The next message of a topic.
QJsonObject heard(const DemoPlant &demo, const QString &topic)
{
    const std::string url = demo.url();
    QProcess listener;
    listener.start(QStringLiteral("mosquitto_sub"),
                   {QStringLiteral("-p"), QString::fromStdString(url.substr(url.rfind(':') + 1)),
                    QStringLiteral("-C"), QStringLiteral("1"), QStringLiteral("-t"), topic});
    listener.waitForFinished();
    return QJsonDocument::fromJson(listener.readAllStandardOutput()).object();
}

} // namespace

void TestDemoPlant::readsThisComputer()
{
    HostReadings readings;
    QVERIFY(readings.cores() >= 1);
    readings.message(kStart);
    const DemoMessage message = readings.message(kStart + std::chrono::seconds(1));
    QCOMPARE(message.topic, "This computer/" + readings.host());
    const QJsonObject values = parsed(message);
    std::set<std::string> known;
    for (const TagInfo &tag : hostTags(readings.host(), readings.cores()))
        known.insert(tag.path);
    for (const QString &name : values.keys()) {
        if (name != QLatin1String("ts"))
            QVERIFY2(known.count(message.topic + '/' + name.toStdString()), qPrintable(name));
    }
    for (const char *name : {"processor_load", "core_0_load", "memory_used", "memory_available",
                             "disk_used", "disk_free", "load_average", "uptime"})
        QVERIFY2(values.contains(QLatin1String(name)), name);
    const double disk = values.value(QLatin1String("disk_used")).toDouble();
    QVERIFY(disk > 0.0 && disk <= 100.0);
    QCOMPARE(values.value(QLatin1String("ts")).toDouble(), 1'795'575'001'000.0);
}

void TestDemoPlant::ratesComeFromTwoReadings()
{
    const QTemporaryDir folder;
    const QString proc = folder.filePath(QStringLiteral("proc"));
    const QString sys = folder.filePath(QStringLiteral("sys"));
    write(proc + QStringLiteral("/stat"),
          "cpu  100 0 100 800 0 0 0 0 0 0\n"
          "cpu0 50 0 50 400 0 0 0 0 0 0\n"
          "cpu1 50 0 50 400 0 0 0 0 0 0\nintr 1\n");
    write(proc + QStringLiteral("/net/dev"),
          "Inter-| Receive\n face |bytes\n"
          "    lo: 9999 0 0 0 0 0 0 0 9999 0\n"
          "  eth0: 1000 1 0 0 0 0 0 0 500 2\n");
    write(sys + QStringLiteral("/class/thermal/thermal_zone0/temp"), "47500\n");
    HostReadings readings(proc.toStdString(), sys.toStdString());
    QCOMPARE(readings.cores(), 2);
    QVERIFY(!parsed(readings.message(kStart)).contains(QLatin1String("network_received")));

    write(proc + QStringLiteral("/stat"),
          "cpu  150 0 150 900 0 0 0 0 0 0\n"
          "cpu0 150 0 50 400 0 0 0 0 0 0\n"
          "cpu1 50 0 50 475 25 0 0 0 0 0\nintr 1\n");
    write(proc + QStringLiteral("/net/dev"),
          "Inter-| Receive\n face |bytes\n"
          "    lo: 99999 0 0 0 0 0 0 0 99999 0\n"
          "  eth0: 21000 1 0 0 0 0 0 0 4500 2\n");
    const QJsonObject values = parsed(readings.message(kStart + std::chrono::seconds(2)));
    QCOMPARE(values.value(QLatin1String("processor_load")).toDouble(), 50.0);
    QCOMPARE(values.value(QLatin1String("core_0_load")).toDouble(), 100.0);
    QCOMPARE(values.value(QLatin1String("core_1_load")).toDouble(), 0.0);
    QCOMPARE(values.value(QLatin1String("network_received")).toDouble(), 10.0); // kB/s
    QCOMPARE(values.value(QLatin1String("network_sent")).toDouble(), 2.0);
    QCOMPARE(values.value(QLatin1String("processor_temperature")).toDouble(), 47.5);
}

void TestDemoPlant::absentReadingsAreNoMembers()
{
    HostReadings readings("/nowhere", "/nowhere");
    const QJsonObject values = parsed(readings.message(kStart));
    QVERIFY(values.contains(QLatin1String("ts")));
    QVERIFY(!values.contains(QLatin1String("processor_load")));
    QVERIFY(!values.contains(QLatin1String("memory_used")));
    QVERIFY(!values.contains(QLatin1String("processor_temperature")));
}

void TestDemoPlant::bothAssetsComeOverRealMqtt()
{
    const QTemporaryDir folder;
    DemoPlant::Options options;
    options.broker.root = folder.path().toStdString();
    options.seed = 4;
    const auto demo = DemoPlant::start(options);
    if (!demo && demo.error().code == Error::Code::NotFound)
        QSKIP("mosquitto is not installed");
    QVERIFY(demo.ok());
    const std::string url = demo.value()->url();
    QProcess listener;
    listener.start(QStringLiteral("mosquitto_sub"),
                   {QStringLiteral("-p"), QString::fromStdString(url.substr(url.rfind(':') + 1)),
                    QStringLiteral("-v"), QStringLiteral("-t"), QStringLiteral("Northfield/#"),
                    QStringLiteral("-t"), QStringLiteral("This computer/#")});
    QByteArray text;
    const auto hears = [&](const char *topic) {
        listener.waitForReadyRead(20);
        text += listener.readAllStandardOutput();
        return text.contains(topic);
    };
    QTRY_VERIFY(hears("Northfield/Pump station 2/Pump P-203 {\"ts\":"));
    QTRY_VERIFY(hears("Northfield/Treatment/Valve V-311/position "));
    QTRY_VERIFY(hears("This computer/"));
    QVERIFY(demo.value()->tags().size() > demoTags().size());
    listener.kill();
    listener.waitForFinished();
}

void TestDemoPlant::pastWaitsForAListenerAndLeadsIntoNow()
{
    const QTemporaryDir folder;
    std::atomic<bool> isHeard = false;
    DemoPlant::Options options;
    options.broker.root = folder.path().toStdString();
    options.beginning = [](Timestamp) { return DemoPlant::Beginning {std::chrono::hours(2), {}}; };
    options.isHeard = [&isHeard] { return isHeard.load(); };
    const Timestamp started = Clock::system().now();
    const auto demo = DemoPlant::start(options);
    if (!demo && demo.error().code == Error::Code::NotFound)
        QSKIP("mosquitto is not installed");
    QVERIFY(demo.ok());
    const std::string url = demo.value()->url();
    QProcess listener;
    listener.start(QStringLiteral("mosquitto_sub"),
                   {QStringLiteral("-p"), QString::fromStdString(url.substr(url.rfind(':') + 1)),
                    QStringLiteral("-F"), QStringLiteral("%p"), QStringLiteral("-t"),
                    QStringLiteral("Northfield/Network/Zone 1"), QStringLiteral("-t"),
                    QStringLiteral("This computer/#")});
    QTRY_VERIFY((listener.waitForReadyRead(20), listener.bytesAvailable() > 0));
    isHeard = true;
    std::vector<double> times; // s before the start
    const auto take = [&] {
        listener.waitForReadyRead(20);
        while (listener.canReadLine()) {
            const QJsonObject zone = QJsonDocument::fromJson(listener.readLine()).object();
            if (!zone.contains(QLatin1String("pressure")))
                continue;
            times.push_back(static_cast<double>(toMicroseconds(started)) / 1e6
                            - zone.value(QLatin1String("ts")).toDouble() / 1e3);
        }
        return !times.empty() && times.back() < -3.0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(take(), 20'000);
    QVERIFY(times.front() > 7100.0);
    QVERIFY(std::is_sorted(times.rbegin(), times.rend()));
    for (std::size_t i = 1; i < times.size(); ++i)
        QVERIFY(times[i - 1] - times[i] <= (times[i - 1] > 3600.0 ? 60.5 : 10.0));
    listener.kill();
    listener.waitForFinished();
}

void TestDemoPlant::plantGoesOnAfterAPause_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("started again at once") << 0 << true;
    QTest::newRow("off for some hours") << 5 << true;
    QTest::newRow("off for more than a week") << 7 * 24 + 1 << false;
}

/// Its water stands where it would stand now; after long it is another plant.
void TestDemoPlant::plantGoesOnAfterAPause()
{
    QFETCH(int, hours);
    QFETCH(bool, goesOn);
    constexpr double kEnergy = 5'000'000.0;
    const QTemporaryDir folder;
    DemoPlant::Options options;
    options.broker.root = folder.path().toStdString();
    options.plantFile = folder.filePath(QStringLiteral("plant")).toStdString();
    const PlantFile file(options.plantFile);
    const Timestamp ended = Clock::system().now() - std::chrono::hours(hours);
    WaterPlant plant(12, ended - std::chrono::hours(3));
    plant.setCounters({{}, kEnergy});
    plant.step(3.0 * 3600.0);
    file.save(plant);
    const auto demo = DemoPlant::start(options);
    if (!demo && demo.error().code == Error::Code::NotFound)
        QSKIP("mosquitto is not installed");
    QVERIFY(demo.ok());
    const QJsonObject tank
        = heard(*demo.value(), QStringLiteral("Northfield/Reservoirs/Reservoir R-1"));
    const Timestamp now = Clock::system().now();
    plant.step(std::chrono::duration<double>(now - plant.now()).count());
    const double off
        = std::abs(tank.value(QLatin1String("level")).toDouble() - plant.reservoirs()[0].level());
    QVERIFY2(!goesOn || off < 0.1, qPrintable(QString::number(off)));
    const QJsonObject meter
        = heard(*demo.value(), QStringLiteral("Northfield/Pump station 2/Energy meter EM-2"));
    QCOMPARE(meter.value(QLatin1String("energy")).toDouble() > kEnergy, goesOn);
    const auto isKept = [&] {
        const std::optional<WaterPlant> kept = file.load();
        return kept && kept->now() > now;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 20'000);
}

QTEST_GUILESS_MAIN(TestDemoPlant)
#include "tst_demo_plant.moc"
