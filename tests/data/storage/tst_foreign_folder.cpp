#include "data/storage/database.h"
#include "tests/support/folder_reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using telltale::test::FolderReader;

namespace {

std::int64_t countIn(Database &database)
{
    Result<Statement> statement = database.prepare("SELECT count(*) FROM note");
    if (!statement.ok())
        return -1;
    const Result<bool> row = statement->step();
    return row.ok() && row.value() ? statement->integer(0) : -1;
}

} // namespace

/// A folder that belongs to somebody else: what it holds can be read, and nothing be put there.
class TestForeignFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void closedFileIsRead();
    void whoeverWritesItIsNoticed();
    void ownFileIsNeverOutdated();

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("a.db")).toStdString(); }
    Result<Database> openAsReader() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestForeignFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    Result<Database> database = Database::open(path(), Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    QVERIFY(database->execute("CREATE TABLE note(text); INSERT INTO note VALUES('a')").ok());
}

Result<Database> TestForeignFolder::openAsReader() const
{
    const FolderReader reader(m_folder->path().toStdString());
    if (!reader.isReader())
        return Error {Error::Code::NotPermitted, "no reader"};
    return Database::open(path(), Database::Mode::ReadOnly);
}

void TestForeignFolder::closedFileIsRead()
{
    const FolderReader reader(m_folder->path().toStdString());
    QVERIFY(reader.isReader());
    Result<Database> database = Database::open(path(), Database::Mode::ReadOnly);
    QVERIFY2(database.ok(), database.ok() ? "" : database.error().detail.c_str());
    QCOMPARE(countIn(database.value()), std::int64_t(1));
    QVERIFY(!database->hasChangedUnseen());
}

/// While somebody writes, and after.
void TestForeignFolder::whoeverWritesItIsNoticed()
{
    const Result<Database> seen = openAsReader();
    QVERIFY2(seen.ok(), seen.ok() ? "" : seen.error().detail.c_str());
    {
        Result<Database> writer = Database::open(path(), Database::Mode::ReadWrite);
        QVERIFY(writer.ok());
        QVERIFY(writer->execute("INSERT INTO note VALUES(zeroblob(20000))").ok());
        QVERIFY(seen->hasChangedUnseen());
        const FolderReader reader(m_folder->path().toStdString());
        Result<Database> beside = Database::open(path(), Database::Mode::ReadOnly);
        QVERIFY2(beside.ok(), beside.ok() ? "" : beside.error().detail.c_str());
        QCOMPARE(countIn(beside.value()), std::int64_t(2)); // with its log
        QVERIFY(!beside->hasChangedUnseen());
    }
    QVERIFY(seen->hasChangedUnseen());
    Result<Database> again = openAsReader();
    QVERIFY(again.ok());
    QCOMPARE(countIn(again.value()), std::int64_t(2));
}

void TestForeignFolder::ownFileIsNeverOutdated()
{
    Result<Database> reader = Database::open(path(), Database::Mode::ReadOnly);
    QVERIFY(reader.ok());
    Result<Database> writer = Database::open(path(), Database::Mode::ReadWrite);
    QVERIFY(writer->execute("INSERT INTO note VALUES('b')").ok());
    QVERIFY(!reader->hasChangedUnseen());
    QCOMPARE(countIn(reader.value()), std::int64_t(2));
}

QTEST_GUILESS_MAIN(TestForeignFolder)
#include "tst_foreign_folder.moc"
