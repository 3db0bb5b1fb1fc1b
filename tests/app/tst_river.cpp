#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"
#include "tests/support/telltale_process.h"
#include "tests/support/thread_watch.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace telltale::test;

/// The whole river with the real program and a real broker: what was published is in history, once.
/// TELLTALE_RIVER_MESSAGES (20 000) and TELLTALE_RIVER_KILLS (5) set the size of the kill run.
class TestRiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAgainAndAgainLosesNothingAndStoresNothingTwice();
    void countersAddUpWithHostilePayloads();
    void whatWasNotUnderstoodOutlivesAKill();
    void secondCollectorIsRefusedNamingTheFirst();
    void idleCollectorSleeps();
    void neverSubscribedIsAFailure();
};

namespace {

constexpr qint64 kBaseMs = 1'700'000'000'000;
constexpr std::uint64_t kTopics = 100;
constexpr qint64 kIdleWakes = 200; ///< take a second at the least
constexpr int kIdleWatchMs = 10'000; ///< fewer in that time are as good

/// Half of the topics carry a time of their own, half leave it to the arrival.
void makeMessage(std::uint64_t n, MqttFlood::Message &message)
{
    const std::uint64_t topic = n % kTopics;
    const std::string number = std::to_string(n);
    if (topic % 2 == 0) {
        message.topic = "timed/a" + std::to_string(topic);
        message.payload = "{\"ts\":" + std::to_string(kBaseMs + static_cast<qint64>(n))
            + ",\"value\":" + number + "}";
    } else {
        message.topic = "bare/a" + std::to_string(topic);
        message.payload = number;
    }
}

int environmentNumber(const char *name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

constexpr std::uint64_t kPart = 500; ///< of the messages, published in one go

} // namespace

void TestRiver::killedAgainAndAgainLosesNothingAndStoresNothingTwice()
{
    const int messages = environmentNumber("TELLTALE_RIVER_MESSAGES", 20'000);
    const int kills = environmentNumber("TELLTALE_RIVER_KILLS", 5);
    const quint32 seed = static_cast<quint32>(environmentNumber(
        "TELLTALE_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1U << 30U))));
    qInfo("seed %u, %d messages, %d kills", seed, messages, kills);
    QRandomGenerator random(seed);

    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());

    std::atomic<bool> isKilledEnough = false;
    std::uint64_t published = 0;
    std::atomic<std::uint64_t> sent = 0;
    std::string failure;
    const auto send = [&sent](std::uint64_t n, MqttFlood::Message &message) {
        makeMessage(n, message);
        sent = n + 1;
    };
    std::thread publisher([&] {
        MqttFlood flood(broker.port());
        const double rate = 4000.0;
        const auto wanted = static_cast<std::uint64_t>(messages);
        bool isSent = flood.connect();
        while (isSent && (published < wanted || !isKilledEnough)) { // a slow machine: some more
            isSent = flood.publish(published, kPart, 1, rate, send);
            published += kPart;
        }
        failure = flood.failure();
    });
    bool isAlive = true;
    const int pauseMs = messages / 8 / (kills + 1); // half of the time it takes to publish them
    int inFlight = 0; // kills while something was on its way, the only ones that count
    for (int kill = 0; inFlight < kills && kill < 2 * kills && isAlive; ++kill) {
        QTest::qWait(pauseMs / 2 + static_cast<int>(random.bounded(static_cast<quint32>(pauseMs))));
        const std::uint64_t sentBefore = sent;
        telltale.killNine();
        const qint64 stored = telltale.status().value(QStringLiteral("samples")).toInteger();
        inFlight += stored < static_cast<qint64>(sentBefore) ? 1 : 0;
        isAlive = telltale.collect(broker.port());
    }
    isKilledEnough = true;
    publisher.join();
    QVERIFY2(isAlive, telltale.errors().constData());
    QCOMPARE(inFlight, kills);
    QCOMPARE(QString::fromStdString(failure), QString());

    QTRY_VERIFY_WITH_TIMEOUT(telltale.status().value(QStringLiteral("samples")).toInteger()
                                 >= static_cast<qint64>(published),
                             60'000);
    QCOMPARE(telltale.terminate(), 0);

    std::vector<int> seen(published);
    std::vector<QByteArray> where(seen.size());
    for (const auto &[tag, rows] : telltale.exported(QStringLiteral("**"))) {
        for (const TelltaleProcess::Row &row : rows) {
            const auto n = static_cast<std::size_t>(row.value.toDouble()); // 100000 is "1e+05"
            QVERIFY(n < seen.size());
            ++seen[n];
            where[n] += ' ' + QByteArray::fromStdString(tag) + '@' + row.time;
        }
    }
    for (std::size_t n = 0; n < seen.size(); ++n) {
        if (seen[n] != 1)
            qInfo("message %zu is there %d times%s", n, seen[n], where[n].constData());
    }
    const auto lost = std::count(seen.begin(), seen.end(), 0);
    const auto twice = std::count_if(seen.begin(), seen.end(), [](int times) { return times > 1; });
    qInfo("%zu messages, %d kills with messages in flight: %lld lost, %lld twice", seen.size(),
          inFlight, static_cast<long long>(lost), static_cast<long long>(twice));
    QCOMPARE(lost, 0);
    QCOMPARE(twice, 0);
}

void TestRiver::countersAddUpWithHostilePayloads()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const std::vector<MqttFlood::Message> hostile {
        {"good/a", "{\"value\": 1}"},
        {"good/b", "21.5"},
        {"bad/broken", "{\"value\": "},
        {"bad/binary", std::string("\xff\xfe\x00\x01", 4)},
        {"bad/deep", std::string(1000, '[') + std::string(1000, ']')},
        {"bad/large", std::string(300 * 1024, 'x')},
        {"bad/megabyte", std::string(1 << 20, 'x')},
        {"odd/nan", "NaN"},
        {"odd/empty", ""},
        {"odd/1970", "{\"ts\": 5, \"value\": 2}"},
        {"odd/2262", "{\"ts\": 9223372036854775807, \"value\": 2}"},
        {"odd/unicode", "{\"v\": \"\\ud800\"}"},
        {std::string(2000, 't'), "1"}};
    MqttFlood flood(broker.port());
    QVERIFY(flood.connect());
    QVERIFY2(
        flood.publish(0, hostile.size(), 1, 0.0,
                      [&](std::uint64_t n, MqttFlood::Message &message) { message = hostile[n]; }),
        flood.failure().c_str());
    const auto received
        = [&] { return telltale.status().value(QStringLiteral("received")).toInteger(); };
    QTRY_COMPARE_WITH_TIMEOUT(received(), qint64(hostile.size()), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        telltale.status().value(QStringLiteral("journal_pending")).toInteger(), 0, 15'000);
    const QJsonObject status = telltale.status();
    QVERIFY(addsUp(status));
    const QJsonObject dropped = status.value(QStringLiteral("dropped")).toObject();
    QCOMPARE(dropped.value(QStringLiteral("payload_too_large")).toInteger(), 2);
    QCOMPARE(dropped.value(QStringLiteral("topic_too_long")).toInteger(), 1);
    QVERIFY(dropped.value(QStringLiteral("undecodable")).toInteger() >= 3);
    QTRY_VERIFY(!telltale.status().value(QStringLiteral("undecoded")).toArray().isEmpty());
    QVERIFY(telltale.isRunning());
    QCOMPARE(telltale.terminate(), 0);
    QVERIFY(addsUp(telltale.status())); // nobody runs: the same sums
    QCOMPARE(number(telltale.status(), "received"), qint64(hostile.size()));
}

/// The list of it, not only its number: also of what came right before the end.
void TestRiver::whatWasNotUnderstoodOutlivesAKill()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const auto publish = [&broker](const std::string &payload) {
        MqttFlood flood(broker.port());
        return flood.connect()
            && flood.publish(0, 3, 1, 0.0, [&payload](std::uint64_t, MqttFlood::Message &message) {
                   message = {"bad/cut", payload};
               });
    };
    const auto group = [&telltale] {
        return telltale.status().value(QStringLiteral("undecoded")).toArray().first().toObject();
    };
    const auto isTold = [&](qint64 messages) { return number(group(), "count") == messages; };
    const auto isReceived
        = [&](qint64 messages) { return number(telltale.status(), "received") == messages; };
    QVERIFY(publish("{\"a\": 12"));
    QTRY_VERIFY_WITH_TIMEOUT(isTold(3), 15'000);
    const QJsonObject before = group();
    telltale.killNine();
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    QVERIFY(publish("7"));
    QTRY_VERIFY_WITH_TIMEOUT(isReceived(6), 15'000);
    QCOMPARE(group(), before);
    QVERIFY(publish("{\"b\": "));
    QTRY_VERIFY_WITH_TIMEOUT(isReceived(9), 15'000);
    QCOMPARE(telltale.terminate(), 0);
    QVERIFY(isTold(6));
    QCOMPARE(group().value(QStringLiteral("first_us")), before.value(QStringLiteral("first_us")));
}

void TestRiver::secondCollectorIsRefusedNamingTheFirst()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    const auto second = telltale.run({QStringLiteral("collect"), QStringLiteral("--broker"),
                                      QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port())});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains("process "), second.err.constData());
    QVERIFY2(second.err.contains("--data"), second.err.constData());
    QVERIFY(telltale.isRunning());
}

void TestRiver::idleCollectorSleeps()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    ThreadWatch start(telltale.processId());
    QTRY_VERIFY_WITH_TIMEOUT(start.hasSeenAllAsleep(), 30'000);
    QElapsedTimer timer;
    timer.start();
    const ThreadWatch idle(telltale.processId());
    (void)QTest::qWaitFor([&idle] { return idle.wakes() >= kIdleWakes; }, kIdleWatchMs);
    qInfo("idle: %lld wakes in %lld ms", idle.wakes(), timer.elapsed());
    QVERIFY(timer.elapsed() >= 1'000);
    ThreadWatch end(telltale.processId()); // a thread that spins is never woken, nor asleep
    QTRY_VERIFY_WITH_TIMEOUT(end.hasSeenAllAsleep(), 30'000);
    QCOMPARE(telltale.terminate(), 0);
}

void TestRiver::neverSubscribedIsAFailure()
{
    const TelltaleProcess telltale;
    const auto answer = telltale.run({QStringLiteral("collect"), QStringLiteral("--broker"),
                                      QStringLiteral("mqtt://127.0.0.1:1"), QStringLiteral("--for"),
                                      QStringLiteral("1")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("127.0.0.1"), answer.err.constData());
}

QTEST_GUILESS_MAIN(TestRiver)
#include "tst_river.moc"
