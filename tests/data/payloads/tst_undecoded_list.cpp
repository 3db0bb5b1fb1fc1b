#include "data/payloads/refused_topics.h"
#include "data/payloads/time_text.h"
#include "data/payloads/undecoded_list.h"
#include "data/telemetry/payload_remedy.h"

#include <QString>
#include <QTest>

using namespace telltale;

/// The lists of what could not be taken in.
class TestUndecodedList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasARemedy();
    void whatIsRefusedHasItsRemedy_data();
    void whatIsRefusedHasItsRemedy();
    void payloadLooksLikeWhatItIs_data();
    void payloadLooksLikeWhatItIs();
    void sameTopicAndShapeIsOneGroup();
    void whatWasNotReadIsListedByItsCause();
    void listIsBoundedAndKeepsTheNewest();
    void sampleIsCut();
    void listOfAnEarlierRunGoesOn();
    void refusedTopicsAreDifferentAndBounded();
};

namespace {

RawMessage message(std::string_view topic, std::string_view payload, std::int64_t microseconds)
{
    return {topic, payload, timestampFromMicroseconds(microseconds), SourceId {1}};
}

} // namespace

void TestUndecodedList::payloadLooksLikeWhatItIs_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("one byte") << QByteArray("\x01") << QStringLiteral("1 byte, binary");
    QTest::newRow("bytes") << QByteArray(24, '\xFF') << QStringLiteral("24 bytes, binary");
    QTest::newRow("broken JSON") << QByteArray("{\"a\":1, b}")
                                 << QStringLiteral("JSON, broken at byte 8");
    QTest::newRow("deep JSON") << QByteArray(40, '[')
                               << QStringLiteral("JSON, beyond a limit at byte 32");
    QTest::newRow("text") << QByteArray("hello") << QStringLiteral("5 bytes, text");
}

void TestUndecodedList::payloadLooksLikeWhatItIs()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(looksLike(payload.toStdString())), words);
}

void TestUndecodedList::sameTopicAndShapeIsOneGroup()
{
    UndecodedList list;
    list.add(message("a", "{broken", 10), "first");
    list.add(message("b", "{broken", 20), "other topic");
    list.add(message("a", "{\"x\":broken", 30), "second");
    list.add(message("a", "\x01\x02", 40), "other shape");
    const auto groups = list.all();
    QCOMPARE(groups.size(), std::size_t {3});
    QCOMPARE(groups[0].reason, "other shape");
    QCOMPARE(groups[1].topic, "a");
    QCOMPARE(groups[1].count, std::uint64_t {2});
    QCOMPARE(groups[1].reason, "second");
    QCOMPARE(groups[1].looksLike, "JSON, broken at byte 5");
    QCOMPARE(toMicroseconds(groups[1].first), 10);
    QCOMPARE(toMicroseconds(groups[1].last), 30);
    QCOMPARE(groups[2].topic, "b");
}

void TestUndecodedList::whatWasNotReadIsListedByItsCause()
{
    UndecodedList list;
    list.addUnread(message("plant/camera", "payload_too_large", 1), "payload too large");
    list.addUnread(message("plant/camera", "payload_too_large", 5),
                   "payload too large: 300000 bytes, at most 262144");
    QCOMPARE(list.all().size(), std::size_t(1));
    const UndecodedPayload payload = list.all().front();
    QCOMPARE(payload.topic, std::string("plant/camera"));
    QCOMPARE(payload.reason, std::string("payload too large: 300000 bytes, at most 262144"));
    QCOMPARE(payload.count, 2U);
    QVERIFY(payload.sample.empty());
    QCOMPARE(toMicroseconds(payload.last), 5);
}

void TestUndecodedList::listIsBoundedAndKeepsTheNewest()
{
    UndecodedList list;
    list.add(message("kept", "{", 0), "r");
    for (int i = 0; i < 1000; ++i) {
        list.add(message("t" + std::to_string(i), "{", i), "r");
        list.add(message("kept", "{", i), "r");
    }
    const auto groups = list.all();
    QCOMPARE(groups.size(), std::size_t {200});
    QCOMPARE(groups[0].topic, "kept");
    QCOMPARE(groups[0].count, std::uint64_t {1001});
    QCOMPARE(groups[1].topic, "t999");
    QCOMPARE(groups.back().topic, "t801");
}

void TestUndecodedList::sampleIsCut()
{
    UndecodedList list;
    list.add(message("a", std::string(1000, '{'), 0), "r");
    QCOMPARE(list.all().front().sample, std::string(256, '{'));
}

/// What the journal brings once more is in it already.
void TestUndecodedList::listOfAnEarlierRunGoesOn()
{
    UndecodedList before;
    before.addUnread(message("camera", "", 10), "payload too large: 300000 bytes, at most 262144");
    before.add(message("a", "{broken", 20), "first");
    before.add(message("a", "{\"x\":broken", 30), "second");
    UndecodedList list;
    list.adopt(before.all());
    QCOMPARE(list.all().size(), std::size_t {2});
    QCOMPARE(list.all().front().reason, "second");
    QCOMPARE(list.all().front().sample, "{\"x\":broken");
    list.add(message("a", "{\"x\":broken", 30), "second");
    QCOMPARE(list.all().front().count, std::uint64_t {2});
    list.add(message("a", "{no", 40), "third");
    list.addUnread(message("camera", "", 50), "payload too large: 400000 bytes, at most 262144");
    const auto groups = list.all();
    QCOMPARE(groups.size(), std::size_t {2});
    QCOMPARE(groups[0].count, std::uint64_t {2});
    QCOMPARE(toMicroseconds(groups[0].first), 10);
    QCOMPARE(groups[1].count, std::uint64_t {3});
    QCOMPARE(toMicroseconds(groups[1].first), 20);
}

void TestUndecodedList::refusedTopicsAreDifferentAndBounded()
{
    RefusedTopics topics;
    topics.add("a");
    topics.add("a");
    QCOMPARE(topics.all(), std::vector<std::string> {"a"});
    for (int i = 0; i < 300; ++i)
        topics.add("t" + std::to_string(i));
    QCOMPARE(topics.all().size(), std::size_t {200});
    QCOMPARE(topics.all().front(), "t100");
    QCOMPARE(topics.all().back(), "t299");
}

void TestUndecodedList::everyReasonHasARemedy()
{
    const auto says = [](const char *reason, const char *words) {
        return std::string(remedyOf(reason)).find(words) != std::string::npos;
    };
    QVERIFY(says("payload too large: 300000 bytes, at most 262144", "less in one message"));
    QVERIFY(says("topic too long: 1106 bytes, at most 1024", "a shorter topic"));
    QVERIFY(says("topic invalid", "without wildcards"));
    QVERIFY(says("limit: it is more than 32 levels deep (byte 32)", "flatter"));
    QVERIFY(says("limit: it has more than 10,000 members (byte 9)", "several messages"));
    QVERIFY(says("limit: a text is longer than 4 KiB (byte 4096)", "shorter texts"));
    QVERIFY(says("malformed: its text is not valid UTF-8 (byte 0)", "as UTF-8"));
    QVERIFY(says("no_layout: bytes nobody described", "JSON, CBOR or MessagePack"));
    QVERIFY(says("malformed: no value (byte 10)", "no NaN and no Infinity"));
    QVERIFY(says("unsupported_member: senml", "that are supported"));
    // Words of a fault inside other words are none.
    QVERIFY(says("malformed: the members of UTF-8 (byte 1)", "no NaN and no Infinity"));
    QVERIFY(says("malformed: unsupported", "no NaN and no Infinity"));
}

void TestUndecodedList::whatIsRefusedHasItsRemedy_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *name, const QByteArray &payload, const char *remedy) {
        QTest::newRow(name) << payload << QString::fromLatin1(remedy);
    };
    const QByteArray longText(5000, 'a');
    row("too large", QByteArray(300'000, 'a'), "less in one message");
    row("deep JSON", QByteArray(40, '['), "flatter");
    row("deep CBOR", QByteArray(40, '\x81'), "flatter");
    row("many members", '[' + QByteArray("1,").repeated(10'001) + "1]", "several messages");
    row("a long bare text", longText, "shorter texts");
    row("a long text", "{\"a\":\"" + longText + "\"}", "shorter texts");
    row("a long string", "{\"" + QByteArray(70'000, 'a') + "\":1}", "shorter texts");
    row("JSON that is no UTF-8", "{\"a\":\"\xFF\"}", "as UTF-8");
    row("bytes", QByteArray(24, '\xFF'), "JSON, CBOR or MessagePack");
    row("broken", "{\"a\":1, b}", "no NaN and no Infinity");
}

/// The words of the decoder are those the remedies are found by.
void TestUndecodedList::whatIsRefusedHasItsRemedy()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, remedy);
    TagRegistry registry;
    SampleBatch batch;
    const auto decoder = BatchDecoder::create(registry, {});
    const std::string bytes = payload.toStdString();
    const BatchDecoder::MessageOutcome outcome = decoder->decode(message("a", bytes, 0), batch);
    QVERIFY(outcome.kind != BatchDecoder::MessageOutcome::Kind::Decoded);
    QVERIFY2(QString::fromLatin1(remedyOf(outcome.reason)).contains(remedy),
             outcome.reason.c_str());
}

QTEST_GUILESS_MAIN(TestUndecodedList)
#include "tst_undecoded_list.moc"
