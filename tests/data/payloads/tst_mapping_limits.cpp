#include "data/payloads/known_topics.h"
#include "tests/data/payloads/decode_probe.h"

#include <QRandomGenerator>
#include <QTest>

using namespace telltale;
using telltale::test::DecodeProbe;
using telltale::test::lines;
using telltale::test::nested;
using Kind = BatchDecoder::MessageOutcome::Kind;

/// What one sender may cost: sizes, depths, how many tags and how fast they come.
class TestMappingLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oversizedPayloadIsDropped();
    void deepNestingCostsNothing();
    void tagLimitRefusesNewTagsOnly();
    void newTagsAreRationedByArrival();
    void rationSurvivesAClockSetBack();
    void floodOfTopicsIsHeldOff();
    void pathBeyondItsLimitIsRefused();
    void randomBytesDoNoHarm();
};

void TestMappingLimits::oversizedPayloadIsDropped()
{
    DecodeProbe probe;
    const std::string inside = '"' + std::string(4000, 'x') + '"' + std::string(258'142, ' ');
    QCOMPARE(inside.size(), std::size_t {256 * 1024});
    QCOMPARE(probe.decode("t", inside).size(), 1);
    QCOMPARE(probe.decode("t", inside + ' ').size(), 0);
    QCOMPARE(probe.outcome().kind, Kind::Dropped);
    QCOMPARE(probe.outcome().cause, "payload_too_large");
}

void TestMappingLimits::deepNestingCostsNothing()
{
    BatchDecoder::Limits limits;
    limits.payloadBytes = 8U << 20U;
    DecodeProbe probe(limits);
    QCOMPARE(probe.decode("t", nested(32)).size(), 1);
    QCOMPARE(probe.decode("t", nested(1'000'000)), QStringList());
    QCOMPARE(probe.outcome().kind, Kind::Undecodable);
    std::string objects;
    for (int i = 0; i < 200'000; ++i)
        objects += "{\"a\":";
    QCOMPARE(probe.decode("t", objects), QStringList());
    QCOMPARE(probe.outcome().kind, Kind::Undecodable);
}

void TestMappingLimits::tagLimitRefusesNewTagsOnly()
{
    BatchDecoder::Limits limits;
    limits.tagsPerSource = 3;
    DecodeProbe probe(limits);
    QCOMPARE(probe.decode("t", R"({"a":1,"b":2,"c":3,"d":4})"), lines("t/a = 1\nt/b = 2\nt/c = 3"));
    QCOMPARE(probe.outcome().kind, Kind::Decoded);
    QCOMPARE(probe.outcome().samplesRefused, 1U);
    QCOMPARE(probe.decode("u", "1"), QStringList());
    QCOMPARE(probe.outcome().kind, Kind::Dropped);
    QCOMPARE(probe.outcome().cause, "tag_limit");
    QCOMPARE(probe.decode("t", R"({"a":5})"), lines("t/a = 5"));
    QCOMPARE(probe.outcome().samplesRefused, 0U);
}

void TestMappingLimits::newTagsAreRationedByArrival()
{
    BatchDecoder::Limits limits;
    limits.freeTagsPerSource = 2;
    limits.newTagsPerMinute = 2;
    DecodeProbe probe(limits);
    const Timestamp start = probe.arrival();
    QCOMPARE(probe.decode("t", "[1,1,1]").size(), 3);
    probe.setArrival(start + std::chrono::seconds(30));
    QCOMPARE(probe.decode("t", "[1,1,1,1,1]").size(), 4);
    probe.setArrival(start + std::chrono::seconds(60));
    QCOMPARE(probe.decode("t", "[1,1,1,1,1,1]").size(), 5);
    QCOMPARE(probe.outcome().samplesRefused, 1U);
    probe.setArrival(start + std::chrono::seconds(90));
    QCOMPARE(probe.decode("t", "[1,1,1,1,1,1]").size(), 6);
}

void TestMappingLimits::rationSurvivesAClockSetBack()
{
    BatchDecoder::Limits limits;
    limits.freeTagsPerSource = 0;
    limits.newTagsPerMinute = 1;
    DecodeProbe probe(limits);
    QCOMPARE(probe.decode("t", "[1,1]").size(), 1);
    probe.setArrival(probe.arrival() - std::chrono::hours(1));
    QCOMPARE(probe.decode("t", "[1,1,1]").size(), 2);
    QCOMPARE(probe.outcome().samplesRefused, 1U);
}

void TestMappingLimits::floodOfTopicsIsHeldOff()
{
    BatchDecoder::Limits limits;
    limits.tagsPerSource = 1'000;
    DecodeProbe probe(limits);
    int refused = 0;
    for (int i = 0; i < 100'000; ++i) {
        probe.decode("flood/" + std::to_string(i), "1");
        refused += probe.outcome().kind == Kind::Dropped ? 1 : 0;
    }
    QCOMPARE(refused, 99'000);
    QCOMPARE(probe.registry().size(), std::size_t {1'000});
    QCOMPARE(probe.decode("flood/999", "2"), lines("flood/999 = 2"));

    KnownTopics topics(limits);
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(topics.find("flood/" + std::to_string(i)) != nullptr);
    QVERIFY2(topics.size() <= 20'000, "topics without a tag are forgotten");
}

void TestMappingLimits::pathBeyondItsLimitIsRefused()
{
    DecodeProbe probe;
    const std::string name(5'000, 'n');
    QCOMPARE(probe.decode("t", "{\"" + name + "\":1,\"a\":2}"), lines("t/a = 2"));
    QCOMPARE(probe.outcome().samplesRefused, 1U);
}

void TestMappingLimits::randomBytesDoNoHarm()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const std::string_view alphabet = "{}[]:,\"\\u0d8tfnrue1234.-+eE \x01\xC3\xA4\xFF";
    DecodeProbe probe;
    for (int round = 0; round < 100'000; ++round) {
        std::string payload;
        const int size = random.bounded(0, 40);
        const bool isWild = random.bounded(4) == 0;
        for (int i = 0; i < size; ++i)
            payload += isWild ? static_cast<char>(random.bounded(256))
                              : alphabet[random.bounded(static_cast<quint32>(alphabet.size()))];
        // A copy of exactly this size, so that a sanitizer sees a byte read too far.
        const std::vector<char> exact(payload.begin(), payload.end());
        probe.decode("r", {exact.data(), exact.size()});
        if (probe.outcome().kind != Kind::Decoded)
            QCOMPARE(probe.batch().size(), std::size_t {0});
    }
}

QTEST_GUILESS_MAIN(TestMappingLimits)
#include "tst_mapping_limits.moc"
