#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"
#include "tests/support/telltale_process.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace telltale::test;

/// Switches say the same again and again: what a broker repeats after a kill must be told from what
/// it says anew. TELLTALE_SEED for other moments.
class TestRedelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killsLoseNoEqualMessage_data();
    void killsLoseNoEqualMessage();
};

namespace {

constexpr std::uint64_t kTopics = 20;
constexpr std::uint64_t kPart = 500;
constexpr std::uint64_t kSeconds = 3; ///< of publishing, at the least
constexpr int kKills = 4;

/// Every valve opens and closes in turn; without a time of its own.
void makeMessage(std::uint64_t n, MqttFlood::Message &message)
{
    message.topic = "plant/valve" + std::to_string(n % kTopics);
    message.payload = n / kTopics % 2 == 0 ? "1" : "0";
}

} // namespace

void TestRedelivery::killsLoseNoEqualMessage_data()
{
    QTest::addColumn<int>("qos");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>(
        "perSecond"); // the library searches what is half delivered from the start
    QTest::newRow("QoS 1, MQTT 5") << 1 << 5 << 4'000;
    QTest::newRow("QoS 1, MQTT 3.1.1") << 1 << 4 << 4'000;
    QTest::newRow("QoS 2, MQTT 5") << 2 << 5 << 1'000;
    QTest::newRow("QoS 2, MQTT 3.1.1") << 2 << 4 << 1'000;
}

void TestRedelivery::killsLoseNoEqualMessage()
{
    QFETCH(int, qos);
    QFETCH(int, protocol);
    QFETCH(int, perSecond);
    bool isNumber = false;
    const int given = qEnvironmentVariableIntValue("TELLTALE_SEED", &isNumber);
    const quint32 seed
        = isNumber ? static_cast<quint32>(given) : QRandomGenerator::global()->bounded(1U << 30U);
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    MosquittoBroker broker({QStringLiteral("upgrade_outgoing_qos true")}); // to ours
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY(telltale.writeConnection(
        {{QStringLiteral("name"), QStringLiteral("plant")},
         {QStringLiteral("url"), QString::fromStdString(broker.url())},
         {QStringLiteral("filters"), QJsonArray {QStringLiteral("plant/#")}},
         {QStringLiteral("qos"), qos},
         {QStringLiteral("protocol"), protocol}}));
    QVERIFY2(telltale.record({}), telltale.errors().constData());

    std::atomic<bool> isKilledEnough = false;
    std::uint64_t published = 0;
    std::string failure;
    std::thread publisher([&] {
        MqttFlood flood(broker.port());
        bool isSent = flood.connect();
        const std::uint64_t least = kSeconds * static_cast<std::uint64_t>(perSecond);
        while (isSent && (published < least || !isKilledEnough)) {
            isSent = flood.publish(published, kPart, 1, perSecond, makeMessage);
            published += kPart;
        }
        failure = flood.failure();
    });
    bool isAlive = true;
    for (int kill = 0; kill < kKills && isAlive; ++kill) {
        QTest::qWait(100 + static_cast<int>(random.bounded(400)));
        telltale.killNine();
        isAlive = telltale.record({});
    }
    isKilledEnough = true;
    publisher.join();
    QVERIFY2(isAlive, telltale.errors().constData());
    QCOMPARE(QString::fromStdString(failure), QString());
    const auto samples
        = [&telltale] { return telltale.status().value(QStringLiteral("samples")).toInteger(); };
    QTRY_VERIFY_WITH_TIMEOUT(samples() >= static_cast<qint64>(published), 60'000);
    QCOMPARE(telltale.terminate(), 0);

    std::map<std::string, std::pair<qint64, qint64>> wanted; // closed, open
    for (std::uint64_t n = 0; n < published; ++n) {
        MqttFlood::Message message;
        makeMessage(n, message);
        auto &counts = wanted[message.topic];
        ++(message.payload == "1" ? counts.second : counts.first);
    }
    for (const auto &[tag, rows] : telltale.exported(QStringLiteral("plant/**"))) {
        const auto open = std::count_if(rows.begin(), rows.end(),
                                        [](const auto &row) { return row.value == "1"; });
        const auto all = static_cast<qint64>(rows.size());
        QVERIFY2(wanted.contains(tag), tag.c_str());
        QCOMPARE(qint64 {open}, wanted.at(tag).second);
        QCOMPARE(all - qint64 {open}, wanted.at(tag).first);
        wanted.erase(tag);
    }
    QVERIFY(wanted.empty());
}

QTEST_GUILESS_MAIN(TestRedelivery)
#include "tst_redelivery.moc"
