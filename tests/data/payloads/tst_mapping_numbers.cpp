#include "tests/data/payloads/decode_probe.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <cstring>

using namespace telltale;
using telltale::test::DecodeProbe;
using telltale::test::lines;

/// Numbers of payloads come back as they were written, to the last bit.
class TestMappingNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberComesBackBitExact_data();
    void numberComesBackBitExact();
    void integerKindKeepsExactValue();
    void roundedIntegerIsMarked_data();
    void roundedIntegerIsMarked();
    void randomDocumentsComeBackAsBuilt();
};

void TestMappingNumbers::numberComesBackBitExact_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("expected");
    QTest::addColumn<bool>("overflows");
    const auto row = [](const char *text, double expected, bool overflows = false) {
        QTest::newRow(text) << QByteArray(text) << expected << overflows;
    };
    row("0", 0.0);
    row("-0", -0.0);
    row("-0.0", -0.0);
    row("-0e5", -0.0);
    row("0.1", 0.1);
    row("-17.25e-3", -17.25e-3);
    row("1E2", 100.0);
    row("5e-324", 5e-324);
    row("2.5e-324", 5e-324);
    row("2.4e-324", 0.0);
    row("-1e-400", -0.0);
    row("2.2250738585072011e-308", 2.2250738585072011e-308);
    row("1.7976931348623157e308", 1.7976931348623157e308);
    row("-1.7976931348623157e308", -1.7976931348623157e308);
    row("9007199254740992", 9007199254740992.0);
    row("9007199254740993.0", 9007199254740992.0);
    row("18446744073709551616", 18446744073709551616.0);
    row("0.30000000000000004", 0.30000000000000004);
    row("8.41e21", 8.41e21);
    row("9214843084008499e5", 9214843084008499e5);
    row("1e22", 1e22);
    row("1e23", 1e23);
    row("0.000000000000000000000000000000000000001e39", 1.0);
    row("1e400", 0.0, true);
    row("-1e400", 0.0, true);
    row("1e99999999999999999999", 0.0, true);
    row("0e99999999999999999999", 0.0);
    row("1e-99999999999999999999", 0.0);
    QTest::newRow("400 digits") << QByteArray(400, '7') << 0.0 << true;
}

void TestMappingNumbers::numberComesBackBitExact()
{
    QFETCH(QByteArray, text);
    QFETCH(double, expected);
    QFETCH(bool, overflows);
    DecodeProbe probe;
    probe.decode("n", "1"); // overflow has no value and would create no tag
    probe.decode("o/n", "1");
    for (const QByteArray &payload : {text, "{\"n\":" + text + '}'}) {
        const bool isBare = payload == text;
        probe.decode(isBare ? "n" : "o", payload.toStdString());
        QCOMPARE(probe.batch().size(), std::size_t {1});
        const Sample sample = probe.batch().sample(0);
        QCOMPARE(sample.quality,
                 overflows ? Quality::bad(Quality::Reason::Overflow) : Quality::good());
        if (!overflows) {
            QCOMPARE(sample.flags.kind(), SampleFlags::Kind::Number);
            QCOMPARE(std::memcmp(&sample.value, &expected, sizeof expected), 0);
        }
    }
}

void TestMappingNumbers::integerKindKeepsExactValue()
{
    DecodeProbe probe;
    QCOMPARE(probe.decode("t",
                          "[9007199254740993,-9007199254740993,9223372036854775807,"
                          "-9223372036854775808,18446744073709551615]"),
             lines("t/0 = 9007199254740993\nt/1 = -9007199254740993\nt/2 = 9223372036854775807\n"
                   "t/3 = -9223372036854775808\nt/4 = 18446744073709551615"));
    for (const SampleFlags flags : probe.batch().flags())
        QCOMPARE(flags.kind(), SampleFlags::Kind::Integer);
    QCOMPARE(probe.batch().values().back(), 18446744073709551616.0);
}

void TestMappingNumbers::roundedIntegerIsMarked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRounded");
    const auto row = [](const QByteArray &text, bool isRounded) {
        QTest::newRow(text.left(40).constData()) << text << isRounded;
    };
    row("18446744073709551615", false); // kept in 64 bits
    row("18446744073709551616", false); // a power of two: the double is it
    row("18446744073709551617", true);
    row("-9223372036854775808", false);
    row("-9223372036854775809", true);
    row("-18446744073709551615", true);
    row("-18446744073709551616", false);
    row("123456789012345678901234567890", true);
    row("100000000000000000000", false);
    row(QByteArray(300, '7'), true);
    row("123456789012345678901234567890.0", false); // not an integer: the nearest, as any other
}

void TestMappingNumbers::roundedIntegerIsMarked()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRounded);
    DecodeProbe probe;
    for (const QByteArray &payload : {text, "{\"n\":" + text + '}'}) {
        probe.decode(payload == text ? "n" : "o", payload.toStdString());
        QCOMPARE(probe.batch().size(), std::size_t {1});
        const Sample sample = probe.batch().sample(0);
        QCOMPARE(sample.quality,
                 isRounded ? Quality::uncertain(Quality::Reason::Rounded) : Quality::good());
        QCOMPARE(sample.value, std::strtod(text.constData(), nullptr));
    }
}

void TestMappingNumbers::randomDocumentsComeBackAsBuilt()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    DecodeProbe probe;
    for (int round = 0; round < 2000; ++round) {
        std::string payload = "{";
        QStringList expected;
        const int members = random.bounded(1, 30);
        for (int i = 0; i < members; ++i) {
            quint64 bits = random.generate64();
            double number = 0.0;
            std::memcpy(&number, &bits, sizeof number);
            if (!std::isfinite(number))
                number = 1.0;
            const std::string name = "m" + std::to_string(i) + std::string(1, '"');
            payload += '"' + name + ':' + QByteArray::number(number, 'e', 16).toStdString() + ',';
            Sample sample;
            sample.value = number;
            expected.append(
                QStringLiteral("r/m%1 = %2").arg(QString::number(i), test::valueText(sample)));
        }
        payload.back() = '}';
        expected.sort();
        QCOMPARE(probe.decode("r", payload), expected);
    }
}

QTEST_GUILESS_MAIN(TestMappingNumbers)
#include "tst_mapping_numbers.moc"
