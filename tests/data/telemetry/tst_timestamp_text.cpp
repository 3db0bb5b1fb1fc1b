#include "data/telemetry/timestamp_text.h"

#include <QTest>

using namespace telltale;

class TestTimestampText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreWritten_data();
    void timesAreWritten();
};

void TestTimestampText::timesAreWritten_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("epoch") << qint64 {0} << QByteArray("1970-01-01T00:00:00.000000Z");
    QTest::newRow("now") << qint64 {1795379552123456} << QByteArray("2026-11-22T20:32:32.123456Z");
    QTest::newRow("before 1970") << qint64 {-1} << QByteArray("1969-12-31T23:59:59.999999Z");
    QTest::newRow("leap day") << qint64 {1709164800000000}
                              << QByteArray("2024-02-29T00:00:00.000000Z");
    QTest::newRow("far") << qint64 {253402300800000000}
                         << QByteArray("+10000-01-01T00:00:00.000000Z");
}

void TestTimestampText::timesAreWritten()
{
    QFETCH(qint64, time);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(isoText(timestampFromMicroseconds(time))), expected);
    QVERIFY(!isoText(Timestamp::min()).empty());
}

QTEST_GUILESS_MAIN(TestTimestampText)
#include "tst_timestamp_text.moc"
