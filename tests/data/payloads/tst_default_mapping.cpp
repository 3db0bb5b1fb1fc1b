#include "data/payloads/time_text.h"
#include "tests/data/payloads/decode_probe.h"

#include <QTest>

using namespace telltale;
using telltale::test::DecodeProbe;
using telltale::test::lines;
using telltale::test::nested;
using Kind = BatchDecoder::MessageOutcome::Kind;

/// What the default mapping makes of a message (interfaces.md section 2, payloads.md 1 and 15).
class TestDefaultMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payloadGivesSamples_data();
    void payloadGivesSamples();
    void payloadIsRefused_data();
    void payloadIsRefused();
    void topicIsJudged_data();
    void topicIsJudged();
    void badSampleKeepsKnownTag();
    void laterMemberReplacesEarlierWholly();
    void duplicateInLargeObjectIsFound();
    void shapeMayChangeFromMessageToMessage();
    void emptyPayloadClears();
    void twoPathsThatGiveOneTagAreTold();
    void refusedMessageLeavesBatchAlone();
    void messageFlagsReachSamples();
};

void TestDefaultMapping::payloadGivesSamples_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, QByteArray payload, const char *expected) {
        QTest::newRow(name) << payload << lines(expected);
    };
    row("members", R"({"flow":1.5,"on":true,"mode":"auto"})",
        "t/flow = 1.5\nt/mode = \"auto\"\nt/on = true");
    row("nested members and elements", R"({"a":{"b":[1,{"c":false}]}})",
        "t/a/b/0 = 1\nt/a/b/1/c = false");
    row("array at the top", R"([5,[6],{"time":7}])", "t/0 = 5\nt/1/0 = 6\nt/2/time = 7");
    row("null gives nothing", R"({"a":null,"b":[null,3]})", "t/b/1 = 3");
    row("only nulls", R"({"a":null})", "");
    row("empty object", "{}", "");
    row("slash in a name", R"({"a/b":1})", "t/a%2Fb = 1");
    row("empty name", R"({"":1})", "t/ = 1");
    row("case, spaces, colon and dollar stay", R"({"A b:$":1})", "t/A b:$ = 1");
    row("escaped name", R"({"\u0074emp\n":1})", "t/temp\n = 1");
    row("escapes in a text", R"({"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})",
        "t/a = \"\"\\/\b\f\n\r\té😀\"");
    row("byte order mark", "\xEF\xBB\xBF{\"a\":1}", "t/a = 1");
    row("space around everything", " \r\n\t{ \"a\" : [ 1 , 2 ] } \n", "t/a/0 = 1\nt/a/1 = 2");
    row("duplicate member, last counts", R"({"a":1,"b":2,"a":3})", "t/a = 3\nt/b = 2");
    row("duplicate by escape", R"({"a":1,"\u0061":2})", "t/a = 2");
    row("last of two is null", R"({"a":1,"a":null})", "");
    row("unit member is a text", R"({"t":1,"unit":"C"})", "t/t = 1\nt/unit = \"C\"");
    row("empty text is a value", R"({"a":""})", "t/a = \"\"");
    row("text of digits stays text", R"({"a":"12"})", "t/a = \"12\"");

    row("value is the topic", R"({"value":3})", "t = 3");
    row("v in capitals with time", R"({"V":3,"ts":1700000000})",
        "t = 3 @2023-11-14T22:13:20.000000Z");
    row("value beside another", R"({"value":3,"x":1})", "t/value = 3\nt/x = 1");
    row("value beside null", R"({"value":3,"x":null})", "t/value = 3");
    row("value beside a time that is none", R"({"value":3,"time":"12:30"})",
        "t/time = \"12:30\"\nt/value = 3");
    row("value and v", R"({"value":3,"v":4})", "t/v = 4\nt/value = 3");
    row("value twice", R"({"value":3,"value":4})", "t = 4");
    row("value below the top", R"({"a":{"value":3}})", "t/a/value = 3");
    row("value that is an object", R"({"value":{"x":1}})", "t/x = 1");
    row("value that is text", R"({"value":"on"})", "t = \"on\"");

    row("time in seconds", R"({"time":1700000000,"a":1})", "t/a = 1 @2023-11-14T22:13:20.000000Z");
    row("time in milliseconds", R"({"time":1700000000123,"a":1})",
        "t/a = 1 @2023-11-14T22:13:20.123000Z");
    row("time in microseconds", R"({"time":1700000000123456,"a":1})",
        "t/a = 1 @2023-11-14T22:13:20.123456Z");
    row("time in nanoseconds", R"({"time":1700000000123456789,"a":1})",
        "t/a = 1 @2023-11-14T22:13:20.123456Z");
    row("time with a fraction", R"({"time":1700000000.1234567,"a":1})",
        "t/a = 1 @2023-11-14T22:13:20.123457Z");
    row("time in milliseconds with a fraction", R"({"time":1555745371410.5,"a":1})",
        "t/a = 1 @2019-04-20T07:29:31.410500Z");
    row("time as ISO text", R"({"DateTime":"2026-11-22T12:30:00.1234569+01:00","a":1})",
        "t/a = 1 @2026-11-22T11:30:00.123456Z");
    row("time after the members", R"({"a":1,"Time":1700000000})",
        "t/a = 1 @2023-11-14T22:13:20.000000Z");
    row("timestamp before ts before time", R"({"time":1700000002,"ts":1700000001,"a":1})",
        "t/a = 1 @2023-11-14T22:13:21.000000Z\nt/time = 1700000002 @2023-11-14T22:13:21.000000Z");
    row("first that has the form of a time", R"({"timestamp":"noon","ts":1700000000,"a":1})",
        "t/a = 1 @2023-11-14T22:13:20.000000Z\n"
        "t/timestamp = \"noon\" @2023-11-14T22:13:20.000000Z");
    row("ISO without a zone is a text", R"({"time":"2026-11-22T12:00:00","a":1})",
        "t/a = 1\nt/time = \"2026-11-22T12:00:00\"");
    row("time below the top is a tag", R"({"a":{"time":1700000001}})", "t/a/time = 1700000001");
    row("time in an array is a tag", R"([{"time":1700000001}])", "t/0/time = 1700000001");
    row("boolean is no time", R"({"time":true})", "t/time = true");
    row("nothing but a time", R"({"time":1700000000})", "");
    row("time in 1970", R"({"ts":12,"a":1})", "t/a = 1 replaced");
    row("time 0", R"({"ts":0,"a":1})", "t/a = 1 replaced");
    row("time negative", R"({"ts":-5,"a":1})", "t/a = 1 replaced");
    row("time just before 2000", R"({"ts":"1999-12-31T23:59:59.999999Z","a":1})",
        "t/a = 1 replaced");
    row("time at 2000", R"({"ts":946684800,"a":1})", "t/a = 1 @2000-01-01T00:00:00.000000Z");
    row("time a day ahead", R"({"ts":"2026-11-23T12:00:00Z","a":1})",
        "t/a = 1 @2026-11-23T12:00:00.000000Z");
    row("time more than a day ahead", R"({"ts":"2026-11-23T12:00:00.000001Z","a":1})",
        "t/a = 1 replaced");
    row("time in 2262", R"({"ts":9223372036854775807,"a":1})", "t/a = 1 replaced");
    row("time beyond 64 bits", R"({"ts":18446744073709551615,"a":1})", "t/a = 1 replaced");
    row("time beyond all bounds", R"({"ts":1e400,"a":1})", "t/a = 1 replaced");
    row("time a large double", R"({"ts":1e300,"a":1})", "t/a = 1 replaced");

    row("bare number", "21.5", "t = 21.5");
    row("bare number with plus", "+21.5", "t = 21.5");
    row("bare number with space", " 21.5\r\n", "t = 21.5");
    row("bare plus and minus", "+-5", "t = \"+-5\"");
    row("bare leading zero is text", "007", "t = \"007\"");
    row("bare number with a comma", "21,5", "t = \"21,5\"");
    row("bare point without digits", "5.", "t = \"5.\"");
    row("bare hexadecimal", "0x10", "t = \"0x10\"");
    row("bare true", "true", "t = true");
    row("bare TRUE is text", "TRUE", "t = \"TRUE\"");
    row("bare ON", "ON", "t = \"ON\"");
    row("bare text of two lines", "pump 1\r\nstopped\n", "t = \"pump 1\r\nstopped\"");
    row("bare text with a tab", "pump\t1", "t = \"pump\t1\"");
    row("bare null", "null", "");
    row("bare quoted text", R"("a \u0062")", "t = \"a b\"");
    row("bare quote that does not end", R"("abc)", "t = \"\"abc\"");
    row("bare text with a quote inside", R"("a"b")", "t = \"\"a\"b\"\"");
    row("bare UTF-8", "Grüße", "t = \"Grüße\"");
    row("bare text of spaces", "   ", "t = \"\"");
    row("array in the text", "a[1]", "t = \"a[1]\"");
}

void TestDefaultMapping::payloadGivesSamples()
{
    QFETCH(QByteArray, payload);
    QFETCH(QStringList, expected);
    DecodeProbe probe;
    const std::string_view bytes(payload.constData(), static_cast<std::size_t>(payload.size()));
    // Twice: the second time the shape is known, and that must make no difference.
    for (int i = 0; i < 2; ++i) {
        const QStringList samples = probe.decode("t", bytes);
        QCOMPARE(samples.join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
        QCOMPARE(probe.outcome().kind, Kind::Decoded);
        QCOMPARE(probe.outcome().samples, static_cast<std::uint32_t>(samples.size()));
        const auto replaced = samples.filter(QStringLiteral(" replaced")).size();
        QCOMPARE(probe.outcome().timesReplaced, static_cast<std::uint32_t>(replaced));
        QCOMPARE(probe.events(), QStringList());
    }
}

void TestDefaultMapping::payloadIsRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &payload, const char *detail) {
        QTest::newRow(name) << payload << QString::fromLatin1(detail);
    };
    const char *const malformed = "malformed";
    row("object that ends early", R"({"a":1)", malformed);
    row("array that ends early", "[1,2", malformed);
    row("only a brace", "{", malformed);
    row("only a bracket", " [", malformed);
    row("bytes after the end", R"({"a":1} x)", malformed);
    row("second document", R"({"a":1}{"a":2})", malformed);
    row("NaN", R"({"a":NaN})", malformed);
    row("Infinity", R"({"a":-Infinity})", malformed);
    row("leading zero", R"({"a":01})", malformed);
    row("leading plus", R"({"a":+1})", malformed);
    row("point without digits", R"({"a":1.})", malformed);
    row("point first", R"({"a":.5})", malformed);
    row("exponent without digits", R"({"a":1e+})", malformed);
    row("minus alone", R"({"a":-})", malformed);
    row("trailing comma in an object", R"({"a":1,})", malformed);
    row("trailing comma in an array", "[1,]", malformed);
    row("comma first", "[,1]", malformed);
    row("two commas", "[1,,2]", malformed);
    row("missing comma", "[1 2]", malformed);
    row("missing colon", R"({"a" 1})", malformed);
    row("name without quotes", "{a:1}", malformed);
    row("single quotes", "{'a':1}", malformed);
    row("wrong closing", R"({"a":1])", malformed);
    row("word that is none", R"({"a":tru})", malformed);
    row("word in capitals", R"({"a":True})", malformed);
    row("number runs into letters", R"({"a":12abc})", malformed);
    row("comment", "{/* */}", malformed);
    row("high surrogate alone", R"({"a":"\ud83d"})", malformed);
    row("low surrogate alone", R"({"a":"\ude00"})", malformed);
    row("two high surrogates", R"({"a":"\ud83d\ud83d"})", malformed);
    row("surrogate alone in a name", R"({"\ud83d":1})", malformed);
    row("escape that is none", R"({"a":"\x"})", malformed);
    row("hexadecimal cut short", R"({"a":"\u12"})", malformed);
    row("line break in a text", "{\"a\":\"x\ny\"}", malformed);
    row("text that does not end", R"({"a":"x)", malformed);
    row("NUL after the end", QByteArray("{}\0", 3), malformed);
    row("text in braces", "{not json}", malformed);
    row("latin-1 in JSON", "{\"a\":\"gr\xFC\xDF\"}", malformed);
    row("form feed as space", "[\f1]", malformed);
    row("33 levels", QByteArray::fromStdString(nested(33)), "limit");
    row("1000 levels", QByteArray::fromStdString(nested(1000)), "limit");
    row("10,001 members", '[' + QByteArray("1,").repeated(10'000) + "1]", "limit");
    row("string of 64 KiB and more", "{\"" + QByteArray(70'000, 'x') + "\":1}", "limit");
    row("text above 4 KiB", "{\"a\":\"" + QByteArray(4097, 'x') + "\"}", "limit");
    row("bare text above 4 KiB", QByteArray(4097, 'x'), "limit");
    row("invalid UTF-8", "abc\xFF", "no_layout");
    row("control character",
        QByteArray("ab\x01"
                   "c"),
        "no_layout");
    row("escape character", "\x1B[31mred\x1B[0m", "no_layout");
    row("NUL", QByteArray("a\0b", 3), "no_layout");
    row("C1 control character", "a\xC2\x85z", "no_layout");
    row("surrogate in UTF-8", "a\xED\xA0\x80z", "no_layout");
    row("overlong UTF-8", "a\xC0\xAFz", "no_layout");
    row("bytes", QByteArray("\x00\x01\x02\x03", 4), "no_layout");
}

void TestDefaultMapping::payloadIsRefused()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, detail);
    DecodeProbe probe;
    const QStringList samples
        = probe.decode("t", {payload.constData(), static_cast<std::size_t>(payload.size())});
    QCOMPARE(samples, QStringList());
    QCOMPARE(probe.outcome().kind, Kind::Undecodable);
    QCOMPARE(probe.outcome().cause, "undecodable");
    QVERIFY2(QString::fromStdString(probe.outcome().reason).startsWith(detail),
             probe.outcome().reason.c_str());
    QCOMPARE(probe.events(), QStringList {QStringLiteral("error t ") + detail});
    QCOMPARE(probe.registry().size(), std::size_t {0});
}

void TestDefaultMapping::topicIsJudged_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QString>("expected"); ///< a sample line, "nothing", or the cause of the drop
    const auto row = [](const char *name, const QByteArray &topic, const char *expected) {
        QTest::newRow(name) << topic << QString::fromUtf8(expected);
    };
    row("levels", "a/b/c", "a/b/c = 1");
    row("empty levels", "/a//b/", "/a//b/ = 1");
    row("UTF-8", "größe", "größe = 1");
    row("of the broker", "$SYS/broker/uptime", "nothing");
    row("dollar below the first level", "a/$b", "a/$b = 1");
    row("wildcard", "a/+/b", "topic_invalid");
    row("wildcard at the end", "a/#", "topic_invalid");
    row("NUL", QByteArray("a\0b", 3), "topic_invalid");
    row("empty", "", "topic_invalid");
    row("invalid UTF-8", "a/\xFF", "topic_invalid");
    row("1024 bytes", QByteArray(1024, 'x'), QByteArray(1024, 'x') + " = 1");
    row("1025 bytes", QByteArray(1025, 'x'), "topic_too_long");
    row("32 levels", QByteArray("/").repeated(31), QByteArray("/").repeated(31) + " = 1");
    row("33 levels", QByteArray("/").repeated(32), "topic_invalid");
}

void TestDefaultMapping::topicIsJudged()
{
    QFETCH(QByteArray, topic);
    QFETCH(QString, expected);
    DecodeProbe probe;
    const QStringList samples
        = probe.decode({topic.constData(), static_cast<std::size_t>(topic.size())}, "1");
    if (expected.endsWith(QLatin1String(" = 1"))) {
        QCOMPARE(samples, QStringList {expected});
        QCOMPARE(probe.outcome().kind, Kind::Decoded);
    } else {
        QCOMPARE(samples, QStringList());
        const bool isDropped = expected.startsWith(QLatin1String("topic_"));
        QCOMPARE(probe.outcome().kind, isDropped ? Kind::Dropped : Kind::Decoded);
        QCOMPARE(QString::fromLatin1(probe.outcome().cause), isDropped ? expected : QString());
        if (expected == QLatin1String("topic_too_long"))
            QCOMPARE(probe.outcome().reason,
                     std::string("topic too long: 1025 bytes, at most 1024"));
    }
}

void TestDefaultMapping::badSampleKeepsKnownTag()
{
    DecodeProbe probe;
    const char *const texts[] = {"NaN", "-nan", "inf", "+Infinity", "-INF"};
    QCOMPARE(probe.decode("t", R"({"a":"NaN"})"), QStringList());
    QCOMPARE(probe.outcome().unknownBad, 1U);
    QCOMPARE(probe.registry().size(), std::size_t {0});
    probe.decode("t", R"({"a":1,"b":1})");
    for (const char *text : texts) {
        const std::string payload = std::string(R"({"a":")") + text + R"(","b":2})";
        QCOMPARE(probe.decode("t", payload), lines("t/a = null bad:not_a_number\nt/b = 2"));
    }
    QCOMPARE(probe.decode("t", R"({"a":"Unavailable","b":"unavailable "})"),
             lines("t/a = null bad:unavailable\nt/b = \"unavailable \""));
    QCOMPARE(probe.decode("t/a", "NaN"), lines("t/a = null bad:not_a_number"));
    QCOMPARE(probe.decode("t/a", "\"inf\""), lines("t/a = null bad:not_a_number"));
}

void TestDefaultMapping::laterMemberReplacesEarlierWholly()
{
    DecodeProbe probe;
    QCOMPARE(probe.decode("t", R"({"a":{"x":1,"y":2},"a":{"y":3},"ts":5,"ts":1700000000})"),
             lines("t/a/y = 3 @2023-11-14T22:13:20.000000Z"));
    QCOMPARE(probe.outcome().duplicateMembers, 2U);
}

void TestDefaultMapping::duplicateInLargeObjectIsFound()
{
    std::string payload = "{";
    for (int i = 0; i < 100; ++i)
        payload += "\"m" + std::to_string(i % 50) + "\":" + std::to_string(i) + ',';
    payload.back() = '}';
    DecodeProbe probe;
    const QStringList samples = probe.decode("t", payload);
    QCOMPARE(samples.size(), 50);
    QVERIFY(samples.contains(QStringLiteral("t/m0 = 50")));
    QCOMPARE(probe.outcome().duplicateMembers, 50U);
}

void TestDefaultMapping::shapeMayChangeFromMessageToMessage()
{
    DecodeProbe probe;
    QCOMPARE(probe.decode("t", R"({"a":1,"b":2,"c":3})"), lines("t/a = 1\nt/b = 2\nt/c = 3"));
    QCOMPARE(probe.decode("t", R"({"c":4,"a":5})"), lines("t/a = 5\nt/c = 4"));
    QCOMPARE(probe.decode("t", R"({"b":{"a":6},"d":7})"), lines("t/b/a = 6\nt/d = 7"));
    QCOMPARE(probe.decode("t", "8"), lines("t = 8"));
    QCOMPARE(probe.decode("t", R"({"a":"x","b":9})"), lines("t/a = \"x\"\nt/b = 9"));
    QCOMPARE(probe.registry().size(), std::size_t {6});
}

void TestDefaultMapping::emptyPayloadClears()
{
    DecodeProbe probe;
    QCOMPARE(probe.decode("a/b", ""), QStringList());
    QCOMPARE(probe.outcome().kind, Kind::Decoded);
    QCOMPARE(probe.events(), lines("metadata a/b cleared"));
}

void TestDefaultMapping::twoPathsThatGiveOneTagAreTold()
{
    DecodeProbe probe;
    QCOMPARE(probe.decode("t", R"({"a/b":1,"a%2Fb":2})"), lines("t/a%2Fb = 1\nt/a%2Fb = 2"));
    QCOMPARE(probe.events(), lines("error t/a%2Fb two paths give one tag"));
    QCOMPARE(probe.decode("t", R"({"a/b":1,"a%2Fb":2})").size(), 2);
    QCOMPARE(probe.events(), QStringList());
    probe.decode("p", R"({"x":1})");
    QCOMPARE(probe.events(), QStringList());
    QCOMPARE(probe.decode("p/x", "2"), lines("p/x = 2"));
    QCOMPARE(probe.events(), lines("error p/x two paths give one tag"));
    QCOMPARE(probe.outcome().kind, Kind::Decoded);
}

void TestDefaultMapping::refusedMessageLeavesBatchAlone()
{
    TagRegistry registry;
    const auto decoder = BatchDecoder::create(registry, {});
    SampleBatch batch;
    const Timestamp arrival = *readIsoTime("2026-11-22T12:00:00Z");
    QCOMPARE(decoder->decode({"t", "1", arrival, SourceId {1}}, batch).samples, 1U);
    const auto outcome = decoder->decode({"u", R"({"a":1,"b":})", arrival, SourceId {1}}, batch);
    QCOMPARE(outcome.kind, Kind::Undecodable);
    QCOMPARE(batch.size(), std::size_t {1});
    QCOMPARE(registry.size(), std::size_t {1});
}

void TestDefaultMapping::messageFlagsReachSamples()
{
    TagRegistry registry;
    const auto decoder = BatchDecoder::create(registry, {});
    SampleBatch batch;
    const Timestamp arrival = *readIsoTime("2026-11-22T12:00:00Z");
    decoder->decode({"t", "1", arrival, SourceId {1}, SampleFlags::kRetained}, batch);
    decoder->decode({"t", R"({"v":1,"ts":1700000000})", arrival, SourceId {1}}, batch);
    QVERIFY(batch.flags()[0].has(SampleFlags::kRetained));
    QVERIFY(batch.flags()[0].has(SampleFlags::kNoSourceTime));
    QCOMPARE(batch.flags()[1].bits, std::uint8_t {0});
}

QTEST_GUILESS_MAIN(TestDefaultMapping)
#include "tst_default_mapping.moc"
