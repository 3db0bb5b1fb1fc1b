#include "data/sources/source_ids.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

class TestSourceIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesKeepTheirIdsOverRestarts();
    void damagedFileIsSetAsideAndSaid_data();
    void damagedFileIsSetAsideAndSaid();
};

void TestSourceIds::namesKeepTheirIdsOverRestarts()
{
    const QTemporaryDir folder;
    SourceId first;
    {
        Result<SourceIds> ids = SourceIds::load(folder.path().toStdString());
        QVERIFY(ids.ok());
        first = ids->idOf("plant-a").value();
        QVERIFY(first.value > 0);
        QVERIFY(ids->idOf("plant-b").value() != first);
    }
    const auto names = SourceIds::namesIn(folder.path().toStdString());
    QCOMPARE(names.size(), std::size_t(2));
    QCOMPARE(names.at(first), std::string("plant-a"));
    Result<SourceIds> again = SourceIds::load(folder.path().toStdString());
    QVERIFY(again.ok());
    QVERIFY(again->idOf("plant-a").value() == first);
    QVERIFY(again->idOf("plant-c").value().value > 2);
}

void TestSourceIds::damagedFileIsSetAsideAndSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut short") << QByteArray("{\"plant-a\": ");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no object") << QByteArray("[1, 2]");
    QTest::newRow("no number") << QByteArray("{\"plant-a\": \"one\"}");
    QTest::newRow("one id twice") << QByteArray("{\"plant-a\": 1, \"plant-b\": 1}");
    QTest::newRow("beyond 16 bits") << QByteArray("{\"plant-a\": 65536}");
    QTest::newRow("binary") << QByteArray("\0\xff\x01", 3);
}

void TestSourceIds::damagedFileIsSetAsideAndSaid()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sources.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    Result<SourceIds> ids = SourceIds::load(folder.path().toStdString(), SourceId {7});
    QVERIFY(ids.ok());
    QVERIFY2(ids->setAside().find("sources.json.damaged") != std::string::npos,
             ids->setAside().c_str());
    QFile aside(file.fileName() + QStringLiteral(".damaged"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    QCOMPARE(ids->idOf("plant-a").value().value, std::uint16_t(8)); // history may know 1 to 7
    const Result<SourceIds> again = SourceIds::load(folder.path().toStdString());
    QVERIFY(again.ok());
    QVERIFY(again->setAside().empty());
}

QTEST_GUILESS_MAIN(TestSourceIds)
#include "tst_source_ids.moc"
