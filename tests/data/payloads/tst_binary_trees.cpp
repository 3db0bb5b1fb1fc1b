#include "data/payloads/time_text.h"
#include "tests/data/payloads/decode_probe.h"

#include <QRandomGenerator>
#include <QTest>

using namespace telltale;
using telltale::test::DecodeProbe;
using Kind = BatchDecoder::MessageOutcome::Kind;

/// CBOR and MessagePack as JSON of the same shape.
class TestBinaryTrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesGiveSamples_data();
    void bytesGiveSamples();
    void bytesAreRefused_data();
    void bytesAreRefused();
    void everyCutIsRefused();
    void changedBytesDoNoHarm();
};

namespace {

/// {"a": 1.5, "b": [true, "x"], "time": 1700000000}
const char *const kCbor = "a3 6161 fb3ff8000000000000 6162 82 f5 6178 6474696d65 1a6553f100";
const char *const kMessagePack = "83 a161 cb3ff8000000000000 a162 92 c3 a178 a474696d65 ce6553f100";

} // namespace

void TestBinaryTrees::bytesGiveSamples_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *name, const char *hex, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(expected) << QByteArray(hex);
    };
    const char *const same = "t/a = 1.5 @2023-11-14T22:13:20.000000Z\n"
                             "t/b/0 = true @2023-11-14T22:13:20.000000Z\n"
                             "t/b/1 = \"x\" @2023-11-14T22:13:20.000000Z";
    row("cbor map", kCbor, same);
    row("cbor of unstated lengths",
        "bf 6161 fb3ff8000000000000 6162 9f f5 7f 6178 ff ff 6474696d65 1a6553f100 ff", same);
    row("cbor self-described", "d9d9f7 a1 6161 01", "t/a = 1");
    row("cbor value", "a1 6576616c7565 18ff", "t = 255");
    row("cbor integer keys", "a4 01 01 20 02 1903e8 03 3903e7 04",
        "t/-1 = 2\nt/-1000 = 4\nt/1 = 1\nt/1000 = 3");
    row("cbor integers",
        "88 00 1b001fffffffffffff 1b0020000000000001 1bffffffffffffffff 20 "
        "3b7fffffffffffffff 3b8000000000000000 3bffffffffffffffff",
        "t/0 = 0\nt/1 = 9007199254740991\nt/2 = 9007199254740993\nt/3 = 18446744073709551615\n"
        "t/4 = -1\nt/5 = -9223372036854775808\nt/6 = -9223372036854775808 uncertain:rounded\n"
        "t/7 = -18446744073709551616");
    row("cbor halves", "86 f90000 f98000 f93c00 f90001 f97bff f9c400",
        "t/0 = 0\nt/1 = -0\nt/2 = 1\nt/3 = 5.960464477539063e-08\nt/4 = 65504\nt/5 = -4");
    row("cbor singles", "81 fa3dcccccd", "t/0 = 0.10000000149011612");
    row("cbor NaN of unknown tag", "82 f97e00 01", "t/1 = 1");
    row("cbor null, undefined, simple, bytes", "85 f6 f7 f8ff 4101 02", "t/4 = 2");
    row("cbor time as tagged text",
        "a2 626474 01 6474696d65 c0 74 323031332d30332d32315432303a30343a30305a",
        "t/dt = 1 @2013-03-21T20:04:00.000000Z");
    row("cbor time as tagged number", "a2 6161 01 627473 c1 1a6553f100",
        "t/a = 1 @2023-11-14T22:13:20.000000Z");
    row("cbor unknown tag is nothing", "a3 6161 c2 4101 6162 c4 82 20 01 6163 05", "t/c = 5");
    row("cbor duplicate key", "a2 6161 01 6161 02", "t/a = 2");
    row("cbor empty", "a0", "");
    row("messagepack map", kMessagePack, same);
    row("messagepack integers",
        "de0008 a161 cc80 a162 cdffff a163 cfffffffffffffffff a164 d080 a165 d1ff00 a166 "
        "d280000000 a167 d38000000000000000 a168 e0",
        "t/a = 128\nt/b = 65535\nt/c = 18446744073709551615\nt/d = -128\nt/e = -256\n"
        "t/f = -2147483648\nt/g = -9223372036854775808\nt/h = -32");
    row("messagepack integer keys", "83 01 01 ff 02 cd03e8 03", "t/-1 = 2\nt/1 = 1\nt/1000 = 3");
    row("messagepack long forms", "dd00000003 d90161 da000162 dc0001 ca3dcccccd",
        "t/0 = \"a\"\nt/1 = \"b\"\nt/2/0 = 0.10000000149011612");
    row("messagepack nil, bytes, extension", "94 c0 c40101 d40500 07", "t/3 = 7");
    row("messagepack timestamp in 32 bits", "82 a161 01 a27473 d6ff6553f100",
        "t/a = 1 @2023-11-14T22:13:20.000000Z");
    row("messagepack timestamp in 64 bits", "82 a161 01 a27473 d7ff 00001f406553f100",
        "t/a = 1 @2023-11-14T22:13:20.000002Z");
    row("messagepack timestamp in 96 bits", "82 a161 01 a27473 c70cff 000007d0 000000006553f100",
        "t/a = 1 @2023-11-14T22:13:20.000002Z");
    row("messagepack timestamp below the top", "82 a161 01 a162 91 d6ff6553f100", "t/a = 1");
}

void TestBinaryTrees::bytesGiveSamples()
{
    QFETCH(QByteArray, hex);
    QFETCH(QString, expected);
    DecodeProbe probe;
    const QStringList samples = probe.decode("t", QByteArray::fromHex(hex).toStdString());
    QVERIFY2(probe.outcome().kind == Kind::Decoded, probe.outcome().reason.c_str());
    QCOMPARE(samples.join(QLatin1Char('\n')), expected);
}

void TestBinaryTrees::bytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("event");
    const auto row = [](const char *name, const QByteArray &bytes, const char *detail) {
        QTest::newRow(name) << bytes << QStringLiteral("error t ") + QLatin1String(detail);
    };
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    row("cbor scalar", hex("1864"), "no_layout");
    row("cbor with a byte behind", hex("a1616101ff"), "no_layout");
    row("cbor text not UTF-8", hex("a16161 61ff"), "no_layout");
    row("cbor part of another type", hex("9f 7f 4101 ff ff"), "no_layout");
    row("cbor break in a stated length", hex("82 01 ff"), "no_layout");
    row("cbor odd number of items in a map", hex("bf 6161 ff"), "no_layout");
    row("cbor length that does not exist", hex("9f 1c ff"), "no_layout");
    row("cbor simple value below 32 in two bytes", hex("82 f805 01"), "no_layout");
    row("cbor key that is a list", hex("a1 80 01"), "no_layout");
    row("cbor count beyond the bytes", hex("9bffffffffffffffff"), "no_layout");
    row("cbor 33 levels", QByteArray(33, '\x81') + '\x01', "limit");
    row("cbor a million levels", QByteArray(200'000, '\x81'), "limit");
    row("messagepack code that does not exist", hex("92c101"), "no_layout");
    row("messagepack 33 levels", QByteArray(33, '\x91') + '\x01', "limit");
    row("cbor text above 4 KiB", hex("81 791001") + QByteArray(4097, 'x'), "limit");
    row("cbor 10,001 elements", hex("992711") + QByteArray(10'001, '\x01'), "limit");
}

void TestBinaryTrees::bytesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, event);
    DecodeProbe probe;
    QCOMPARE(probe.decode("t", bytes.toStdString()), QStringList());
    QCOMPARE(probe.outcome().kind, Kind::Undecodable);
    QCOMPARE(probe.events(), QStringList {event});
}

void TestBinaryTrees::everyCutIsRefused()
{
    for (const char *whole : {kCbor, kMessagePack}) {
        const QByteArray bytes = QByteArray::fromHex(whole);
        for (int size = 1; size < bytes.size(); ++size) {
            const std::vector<char> exact(bytes.begin(), bytes.begin() + size);
            DecodeProbe probe;
            probe.decode("t", {exact.data(), exact.size()});
            QCOMPARE(probe.outcome().kind, Kind::Undecodable);
        }
    }
}

void TestBinaryTrees::changedBytesDoNoHarm()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    DecodeProbe probe;
    for (int round = 0; round < 100'000; ++round) {
        QByteArray bytes = QByteArray::fromHex(round % 2 == 0 ? kCbor : kMessagePack);
        for (int i = random.bounded(1, 4); i > 0; --i)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        const std::vector<char> exact(bytes.begin(), bytes.end());
        probe.decode("t", {exact.data(), exact.size()});
        if (probe.outcome().kind != Kind::Decoded)
            QCOMPARE(probe.batch().size(), std::size_t {0});
    }
}

QTEST_GUILESS_MAIN(TestBinaryTrees)
#include "tst_binary_trees.moc"
