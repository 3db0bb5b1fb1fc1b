#include "data/pipeline/source_ids.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

class TestSourceIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesKeepTheirIdsOverRestarts();
    void brokenFileIsSaidAndNotReplaced();
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
    Result<SourceIds> again = SourceIds::load(folder.path().toStdString());
    QVERIFY(again.ok());
    QVERIFY(again->idOf("plant-a").value() == first);
    QVERIFY(again->idOf("plant-c").value().value > 2);
}

void TestSourceIds::brokenFileIsSaidAndNotReplaced()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sources.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"plant-a\": ");
    file.close();
    const Result<SourceIds> ids = SourceIds::load(folder.path().toStdString());
    QVERIFY(!ids.ok());
    QVERIFY(ids.error().code == Error::Code::Damaged);
    QVERIFY(ids.error().detail.find("sources.json") != std::string::npos);
    QVERIFY(file.size() > 0);
}

QTEST_GUILESS_MAIN(TestSourceIds)
#include "tst_source_ids.moc"
