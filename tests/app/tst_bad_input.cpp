#include "tests/support/mosquitto_broker.h"
#include "tests/support/mqtt_flood.h"
#include "tests/support/telltale_process.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace telltale::test;

/// What devices get wrong, as a user of `collect`, `status` and `export` meets it: a count that
/// adds up, nothing lost that could be kept. The number of topics of the flood is TELLTALE_TOPICS
/// (60 000; 1 000 000 takes minutes).
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void payloadIsKeptOrCounted_data();
    void payloadIsKeptOrCounted();
    void statusIsToldInWords();
    void floodOfTopicsIsLimitedAndKnownOnesGoOn();

private:
    std::unique_ptr<MosquittoBroker> m_broker;
    std::unique_ptr<TelltaleProcess> m_telltale;
    qint64 m_sent = 0; // to m_telltale
};

namespace {

qint64 dropped(const QJsonObject &status, const QString &cause)
{
    return status.value(QStringLiteral("dropped")).toObject().value(cause).toInteger();
}

QByteArray nested(int depth)
{
    return QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray("}").repeated(depth);
}

qint64 ownMemoryBytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    qint64 kilobytes = 0;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                kilobytes += line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return kilobytes * 1024;
}

} // namespace

void TestBadInput::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    m_broker = std::make_unique<MosquittoBroker>();
    QVERIFY(m_broker->start());
    m_telltale = std::make_unique<TelltaleProcess>();
    QVERIFY2(m_telltale->collect(m_broker->port()), m_telltale->errors().constData());
}

void TestBadInput::payloadIsKeptOrCounted_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("cause"); // empty: it is kept
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("quality");
    QTest::addColumn<bool>("timeIsReplaced");
    const auto lost = [](const char *name, const QByteArray &payload, const char *cause) {
        QTest::newRow(name) << payload << QString::fromLatin1(cause) << QByteArray() << QByteArray()
                            << false;
    };
    const auto kept = [](const char *name, const QByteArray &payload, const char *value,
                         const char *quality = "good", bool timeIsReplaced = false) {
        QTest::newRow(name) << payload << QString() << QByteArray(value) << QByteArray(quality)
                            << timeIsReplaced;
    };
    lost("binary", QByteArray::fromHex("80818283f0f1"), "undecodable");
    lost("broken JSON", "{\"a\": 1", "undecodable");
    lost("JSON 1000 deep", nested(1000), "undecodable");
    lost("JSON of 10 001 members", "[" + QByteArray("1,").repeated(10'000) + "1]", "undecodable");
    lost("text of 5 kB", "{\"value\":\"" + QByteArray(5000, 'x') + "\"}", "undecodable");
    lost("payload of 1 MiB", QByteArray(1 << 20, 'x'), "payload_too_large");
    lost("invalid UTF-8", QByteArray::fromHex("fffe41"), "undecodable");
    lost("NUL inside", QByteArray("a\0b", 3), "undecodable");
    lost("NaN in JSON", "{\"value\": NaN}", "undecodable");
    kept("NaN", "NaN", "nan", "bad");
    kept("NaN as text", "{\"value\": \"NaN\"}", "nan", "bad");
    kept("Infinity", "Infinity", "nan", "bad");
    kept("1e400", "1e400", "nan", "bad");
    kept("negative zero", "-0.0", "-0");
    kept("time in 1970", R"({"value": 1, "ts": 0})", "1", "good", true);
    kept("time in 2262", R"({"value": 2, "ts": 9223372036})", "2", "good", true);
    kept("time of 9e18", R"({"value": 3, "ts": 9e18})", "3", "good", true);
    kept("time before 1970", R"({"value": 4, "ts": -5})", "4", "good", true);
    kept("bidi override",
         "\xE2\x80\xAE"
         "abc",
         "\xE2\x80\xAE"
         "abc");
}

void TestBadInput::payloadIsKeptOrCounted()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, cause);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, quality);
    QFETCH(bool, timeIsReplaced);
    const QString topic = QStringLiteral("bad/") + QString::fromLatin1(QTest::currentDataTag());
    const auto received = [&] { return number(m_telltale->status(), "received"); };
    const auto pending = [&] { return number(m_telltale->status(), "journal_pending"); };
    QVERIFY(m_broker->publish(topic, {"7"})); // a tag is there already
    ++m_sent;
    QTRY_COMPARE_WITH_TIMEOUT(received(), m_sent, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, 10'000);
    const QJsonObject before = m_telltale->status();
    QVERIFY(m_broker->publishFile(topic, payload));
    ++m_sent;
    QTRY_COMPARE_WITH_TIMEOUT(received(), m_sent, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, 10'000);
    const QJsonObject after = m_telltale->status();
    QVERIFY(addsUp(before));
    QVERIFY(addsUp(after));
    if (!cause.isEmpty()) {
        QCOMPARE(dropped(after, cause), dropped(before, cause) + 1);
        QCOMPARE(number(after, "decoded"), number(before, "decoded"));
        return;
    }
    QCOMPARE(number(after, "decoded"), number(before, "decoded") + 1);
    QCOMPARE(number(after, "times_replaced"),
             number(before, "times_replaced") + (timeIsReplaced ? 1 : 0));
    const auto rows = [&] { return m_telltale->exported(topic)[topic.toStdString()]; };
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), std::size_t(2), 10'000);
    QCOMPARE(rows()[1].value, value);
    QCOMPARE(rows()[1].quality, quality);
}

/// Of the payloads of the rows above.
void TestBadInput::statusIsToldInWords()
{
    QVERIFY(dropped(m_telltale->status(), QStringLiteral("undecodable")) > 0);
    const QByteArray said = m_telltale->run({QStringLiteral("status")}).out;
    QVERIFY2(said.contains("(not understood)"), said.constData());
    QVERIFY2(said.contains("bytes nobody described"), said.constData());
    for (const char *code : {"undecodable", "no_layout", "payload_too_large"})
        QVERIFY2(!said.contains(code), said.constData());
}

void TestBadInput::floodOfTopicsIsLimitedAndKnownOnesGoOn()
{
    constexpr qint64 kAtOnce = 50'000; // then at most 1 000 new ones a minute
#ifdef __SANITIZE_ADDRESS__
    constexpr qint64 kMemory = 512LL << 20; // what was freed is kept for a while
#else
    constexpr qint64 kMemory = 128LL << 20;
#endif
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("TELLTALE_TOPICS", &isNumber);
    const int topics = isNumber ? wanted : 60'000;
    MosquittoBroker broker;
    QVERIFY(broker.start());
    TelltaleProcess telltale;
    QVERIFY2(telltale.collect(broker.port()), telltale.errors().constData());
    MqttFlood flood(broker.port());
    QVERIFY2(flood.connect(), flood.failure().c_str());
    QVERIFY(flood.publish(0, static_cast<std::uint64_t>(topics), 1, 0.0,
                          [](std::uint64_t n, MqttFlood::Message &message) {
                              message.topic = "flood/" + std::to_string(n);
                              message.payload = std::to_string(n);
                          }));
    const auto lookedAt = [&] {
        const QJsonObject status = telltale.status();
        return number(status, "received") - number(status, "journal_pending");
    };
    QTRY_COMPARE_WITH_TIMEOUT(lookedAt(), topics, 60'000);
    QVERIFY(broker.publish(QStringLiteral("flood/0"), {"4711"}));
    QTRY_COMPARE_WITH_TIMEOUT(lookedAt(), topics + 1, 10'000);
    const QJsonObject status = telltale.status();
    QVERIFY(addsUp(status));
    QVERIFY2(number(status, "decoded") > kAtOnce, "fewer tags than allowed");
    QVERIFY2(dropped(status, QStringLiteral("tag_limit")) > 0, "no limit");
    QVERIFY(!status.value(QStringLiteral("refused_topics")).toArray().isEmpty());
    const qint64 memory = ownMemoryBytes(telltale.processId());
    qInfo("%d topics: %lld kept, %.1f MB", topics,
          static_cast<long long>(number(status, "decoded")), static_cast<double>(memory) / 1e6);
    QVERIFY2(memory < kMemory, qPrintable(QString::number(memory)));
    const auto rows = [&] { return telltale.exported(QStringLiteral("flood/0"))["flood/0"]; };
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), std::size_t(2), 10'000);
    QCOMPARE(rows()[1].value, QByteArray("4711"));
    QCOMPARE(telltale.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
