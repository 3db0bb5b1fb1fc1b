#include "data/payloads/number_text.h"
#include "data/payloads/time_text.h"
#include "tests/data/payloads/decode_probe.h"

#include <QTest>

using namespace telltale;

/// Times as texts and as numbers.
class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isoTextIsRead_data();
    void isoTextIsRead();
    void otherTextIsNoTime_data();
    void otherTextIsNoTime();
    void numberIsReadByMagnitude_data();
    void numberIsReadByMagnitude();
    void plausibleRangeIncludesItsEnds();
};

void TestTimeText::isoTextIsRead_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(expected);
    };
    row("2026-11-22T20:32:32Z", "2026-11-22T20:32:32.000000Z");
    row("2026-11-22t20:32:32z", "2026-11-22T20:32:32.000000Z");
    row("2026-11-22T20:32:32.1Z", "2026-11-22T20:32:32.100000Z");
    row("2026-11-22T20:32:32,5Z", "2026-11-22T20:32:32.500000Z");
    row("2026-11-22T20:32:32.123456Z", "2026-11-22T20:32:32.123456Z");
    row("2026-11-22T20:32:32.123456999999Z", "2026-11-22T20:32:32.123456Z");
    row("2026-11-22T20:32Z", "2026-11-22T20:32:00.000000Z");
    row("2026-11-22T20:32:32+01:00", "2026-11-22T19:32:32.000000Z");
    row("2026-11-22T20:32:32-05:30", "2026-11-23T02:02:32.000000Z");
    row("2026-11-22T20:32:32+0100", "2026-11-22T19:32:32.000000Z");
    row("2026-11-22T20:32:32+01", "2026-11-22T19:32:32.000000Z");
    row("2026-11-22T20:32:32-00:00", "2026-11-22T20:32:32.000000Z");
    row("20261122T203232.25Z", "2026-11-22T20:32:32.250000Z");
    row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000000Z");
    row("2026-11-22T24:00:00Z", "2026-11-23T00:00:00.000000Z");
    row("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000Z");
    row("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.500000Z");
    row("2017-01-01T05:29:60+05:30", "2017-01-01T00:00:00.000000Z");
    row("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z");
}

void TestTimeText::isoTextIsRead()
{
    QFETCH(QString, expected);
    const auto time = readIsoTime(QTest::currentDataTag());
    QVERIFY(time.has_value());
    if (time->time_since_epoch().count() >= 0) // the words of the probe begin in 1970
        QCOMPARE(test::timeText(*time), expected);
    else
        QCOMPARE(toMicroseconds(*time), -1);
}

void TestTimeText::otherTextIsNoTime_data()
{
    QTest::addColumn<bool>("isIso");
    for (const char *text : {"",
                             "12:30",
                             "noon",
                             "1700000000",
                             "2026-11-22",
                             "2026-11-22T20:32:32",
                             "2026-11-22 20:32:32",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-11-31T00:00:00Z",
                             "2026-11-00T00:00:00Z",
                             "2026-11-22T24:00:01Z",
                             "2026-11-22T24:00:00.1Z",
                             "2026-11-22T25:00:00Z",
                             "2026-11-22T20:60:00Z",
                             "2026-11-22T20:32:61Z",
                             "2026-11-22T20:32:60Z",
                             "2026-11-22T20:32:32.Z",
                             "2026-11-22T20:32:32ZZ",
                             "2026-11-22T20:32:32 Z",
                             "2026-11-22T20:32:32+1",
                             "2026-11-22T20:32:32+24:00",
                             "2026-11-22T20:32:32+01:60",
                             "2026-11-22T20:32:32+01:",
                             "2026-11-22T20:32:32+01:00x",
                             "2026-1-2T20:32:32Z",
                             "26-11-22T20:32:32Z",
                             "2026-W47-7T20:32:32Z",
                             "+2026-11-22T20:32:32Z",
                             "@0.06s",
                             "2026-11-22T20Z",
                             "2026-1122T20:32:32Z",
                             "-2026-11-22T20:32:32Z"})
        QTest::newRow(text) << false;
}

void TestTimeText::otherTextIsNoTime()
{
    QFETCH(bool, isIso);
    QCOMPARE(readIsoTime(QTest::currentDataTag()).has_value(), isIso);
}

void TestTimeText::numberIsReadByMagnitude_data()
{
    QTest::addColumn<qint64>("microseconds");
    const auto row
        = [](const char *text, qint64 microseconds) { QTest::newRow(text) << microseconds; };
    row("1700000000", 1'700'000'000'000'000);
    row("1700000000.5", 1'700'000'000'500'000);
    row("1700000000.123456", 1'700'000'000'123'456);
    row("99999999999", 99'999'999'999'000'000);
    row("100000000000", 100'000'000'000'000);
    row("99999999999999", 99'999'999'999'999'000);
    row("100000000000000", 100'000'000'000'000);
    row("99999999999999999", 99'999'999'999'999'999);
    row("100000000000000000", 100'000'000'000'000);
    row("1700000000123456789", 1'700'000'000'123'456);
    row("-1700000000123456789", -1'700'000'000'123'457);
    row("18446744073709551615", 18'446'744'073'709'551);
    row("1.7e18", 1'700'000'000'000'000);
    row("-5", -5'000'000);
    row("1e300", std::numeric_limits<qint64>::max());
    row("-1e300", std::numeric_limits<qint64>::min());
    row("1e400", std::numeric_limits<qint64>::max());
}

void TestTimeText::numberIsReadByMagnitude()
{
    QFETCH(qint64, microseconds);
    const std::string_view text = QTest::currentDataTag();
    TreeValue value;
    QCOMPARE(readNumber(text.data(), text.data() + text.size(), value), text.data() + text.size());
    const auto time = readNumberTime(value);
    QVERIFY(time.has_value());
    QCOMPARE(toMicroseconds(*time), microseconds);
}

void TestTimeText::plausibleRangeIncludesItsEnds()
{
    const Timestamp arrival = *readIsoTime("2026-11-22T12:00:00Z");
    const std::chrono::microseconds step(1);
    const Timestamp first = *readIsoTime("2000-01-01T00:00:00Z");
    const Timestamp last = *readIsoTime("2026-11-23T12:00:00Z");
    QVERIFY(isPlausibleTime(first, arrival));
    QVERIFY(!isPlausibleTime(first - step, arrival));
    QVERIFY(isPlausibleTime(last, arrival));
    QVERIFY(!isPlausibleTime(last + step, arrival));
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
