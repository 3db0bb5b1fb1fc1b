#include "data/history/file_rewrite.h"
#include "data/history/history_schema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

class TestFileRewrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagThatIsMissingIsDamage_data();
    void tagThatIsMissingIsDamage();
};

/// Ids up to a flipped one are not made up: there may be thousands of millions of them.
void TestFileRewrite::tagThatIsMissingIsDamage_data()
{
    QTest::addColumn<qint64>("third"); // id of the third tag
    QTest::addColumn<bool>("isWhole");

    QTest::newRow("all there") << qint64 {2} << true;
    QTest::newRow("one missing") << qint64 {3} << false;
    QTest::newRow("high bit flipped") << qint64 {0x8000'0002} << false;
    QTest::newRow("beyond all ids") << qint64 {0x8000'0000'0002} << false;
    QTest::newRow("negative") << qint64 {-2} << false;
}

void TestFileRewrite::tagThatIsMissingIsDamage()
{
    QFETCH(const qint64, third);
    QFETCH(const bool, isWhole);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("history-0001.db")).toStdString();
    {
        Result<Database> file = openHistoryForWriting(path);
        QVERIFY(file.ok());
        for (const qint64 id : {qint64 {0}, qint64 {1}, third})
            QVERIFY(file->execute("INSERT INTO tag VALUES(" + std::to_string(id)
                                  + ",'plant/pump/flow','','',NULL,NULL,-1,0)")
                        .ok());
    }
    auto rewrite = FileRewrite::begin(path, [](TagId) { return FileRewrite::Kept {}; });
    QVERIFY(rewrite.ok());
    const Result<bool> more = rewrite.value()->step();
    QVERIFY(more.ok() && !more.value());
    const Outcome finished = rewrite.value()->finish();
    QCOMPARE(finished.ok(), isWhole);
    if (!isWhole)
        QCOMPARE(static_cast<int>(finished.error().code), static_cast<int>(Error::Code::Damaged));
}

QTEST_GUILESS_MAIN(TestFileRewrite)
#include "tst_file_rewrite.moc"
