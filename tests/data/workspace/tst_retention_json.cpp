#include "data/workspace/retention_json.h"
#include "data/workspace/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

class TestRetentionJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsRead();
    void daysOfRawSamplesAreRead();
    void nothingSaidIsForEver();
    void wrongTextIsRefusedWithItsReason_data();
    void wrongTextIsRefusedWithItsReason();
    void workspaceReadsIt();
};

void TestRetentionJson::everyMemberIsRead()
{
    RetentionPolicy policy;
    const Outcome read = readRetention(R"({"version": 1, "days": 3650, "gigabytes": 1.5,
        "tags": [{"pattern": "plant/**/raw", "days": 30}, {"pattern": "lab/*", "days": 7, "gigabytes": 2},
                 {"pattern": "test/*", "gigabytes": 0.5}]})",
                                       policy);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QCOMPARE(policy.days, std::optional(3650));
    QCOMPARE(policy.bytes, std::optional<std::uint64_t>(1'500'000'000));
    QCOMPARE(policy.rules.size(), std::size_t {3});
    QCOMPARE(policy.rules[0].pattern, std::string("plant/**/raw"));
    QVERIFY(!policy.rules[0].bytes);
    QCOMPARE(policy.rules[1].days, std::optional(7));
    QCOMPARE(policy.rules[1].bytes, std::optional<std::uint64_t>(2'000'000'000));
    QVERIFY(!policy.rules[2].days);
    QCOMPARE(policy.rules[2].bytes, std::optional<std::uint64_t>(500'000'000));
    QVERIFY(!policy.rawDays && !policy.rules[0].rawDays);
}

void TestRetentionJson::daysOfRawSamplesAreRead()
{
    RetentionPolicy policy;
    const Outcome read = readRetention(R"({"version": 1, "raw_days": 365,
        "tags": [{"pattern": "lab/*", "days": 30, "raw_days": 7}, {"pattern": "a", "raw_days": 1}]})",
                                       policy);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QCOMPARE(policy.rawDays, std::optional(365));
    QVERIFY(!policy.days);
    QCOMPARE(policy.rules[0].rawDays, std::optional(7));
    QCOMPARE(policy.rules[1].rawDays, std::optional(1));
    QVERIFY(!policy.rules[1].days);
}

void TestRetentionJson::nothingSaidIsForEver()
{
    RetentionPolicy policy;
    policy.days = 3;
    QVERIFY(readRetention(R"({"version": 1})", policy).ok());
    QVERIFY(policy == RetentionPolicy {});
}

void TestRetentionJson::wrongTextIsRefusedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("syntax") << QByteArray("{\"version\": 1,\n\"days\": }") << QByteArray("line 2");
    QTest::newRow("days") << QByteArray("{\"version\":1,\"days\":0}") << QByteArray("\"days\"");
    QTest::newRow("half a day") << QByteArray("{\"version\":1,\"days\":1.5}")
                                << QByteArray("whole number from 1");
    QTest::newRow("gigabytes") << QByteArray("{\"version\":1,\"gigabytes\":0}")
                               << QByteArray("\"gigabytes\" should be from 0.1");
    QTest::newRow("misspelt") << QByteArray("{\"version\":1,\"dais\":10}")
                              << QByteArray("\"dais\" is unknown");
    QTest::newRow("tags") << QByteArray("{\"version\":1,\"tags\":{}}")
                          << QByteArray("\"tags\" should be a list");
    QTest::newRow("rule") << QByteArray(
        "{\"version\":1,\"tags\":[{\"pattern\":\"a\",\"days\":1},4]}")
                          << QByteArray("tags 2 should be an object");
    QTest::newRow("no pattern") << QByteArray("{\"version\":1,\"tags\":[{\"days\":1}]}")
                                << QByteArray("tags 1: \"pattern\" is missing");
    QTest::newRow("no limit") << QByteArray("{\"version\":1,\"tags\":[{\"pattern\":\"a\"}]}")
                              << QByteArray(
                                     "tags 1: \"days\", \"raw_days\" or \"gigabytes\" is missing");
    QTest::newRow("raw for as long") << QByteArray("{\"version\":1,\"days\":7,\"raw_days\":7}")
                                     << QByteArray("\"raw_days\" should be less than \"days\"");
    QTest::newRow("raw of a rule")
        << QByteArray("{\"version\":1,\"tags\":[{\"pattern\":\"a\",\"raw_days\":0}]}")
        << QByteArray("\"raw_days\"");
    QTest::newRow("gigabytes of a rule")
        << QByteArray("{\"version\":1,\"tags\":[{\"pattern\":\"a\",\"gigabytes\":0}]}")
        << QByteArray("tags 1: \"gigabytes\" should be from 0.1");
    QTest::newRow("newer") << QByteArray("{\"version\":2}") << QByteArray("newer program");
}

void TestRetentionJson::wrongTextIsRefusedWithItsReason()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    RetentionPolicy policy;
    policy.days = 3;
    const Outcome read
        = readRetention({text.data(), static_cast<std::size_t>(text.size())}, policy);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().detail.find(reason.toStdString()) != std::string::npos,
             read.error().detail.c_str());
    QCOMPARE(policy.days, std::optional(3));
}

void TestRetentionJson::workspaceReadsIt()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("retention.json")));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("{\"version\":1,\"days\":400}") > 0);
    file.close();
    QCOMPARE(Workspace::load(folder.path().toStdString())->retention.days, std::optional(400));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("{\"version\":1,\"days\":-400}") > 0);
    file.close();
    const Result<Workspace> broken = Workspace::load(folder.path().toStdString());
    QCOMPARE(broken->retention.days, std::optional(400)); // as it was good
    QCOMPARE(broken->problems().size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestRetentionJson)
#include "tst_retention_json.moc"
