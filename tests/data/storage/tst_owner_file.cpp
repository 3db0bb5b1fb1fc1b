#include "data/storage/file.h"
#include "data/storage/owner_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace telltale;

/// Secrets are read from files that are their owner's alone.
class TestOwnerFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileOfItsOwnerIsRead();
    void fileOthersMayTouchIsRefused_data();
    void fileOthersMayTouchIsRefused();
    void folderIsRefused();
    void absentFileIsNotFound();
    void secretIsWiped();

private:
    std::string path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }

    QTemporaryDir m_folder;
};

void TestOwnerFile::fileOfItsOwnerIsRead()
{
    QVERIFY(writeFileDurably(path("secret"), "xyzzy\n").ok());
    const Result<std::string> text = readOwnerFile(path("secret"));
    QVERIFY(text.ok());
    QCOMPARE(text.value(), std::string("xyzzy\n"));
}

void TestOwnerFile::fileOthersMayTouchIsRefused_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("group reads") << 0640;
    QTest::newRow("others read") << 0604;
    QTest::newRow("others write") << 0602;
}

void TestOwnerFile::fileOthersMayTouchIsRefused()
{
    QFETCH(int, mode);
    QVERIFY(writeFileDurably(path("open"), "xyzzy").ok());
    QCOMPARE(::chmod(path("open").c_str(), static_cast<mode_t>(mode)), 0);
    const Result<std::string> text = readOwnerFile(path("open"));
    QVERIFY(!text.ok());
    QCOMPARE(text.error().code, Error::Code::NotPermitted);
    QVERIFY(text.error().detail.find("chmod 600") != std::string::npos);
    QVERIFY(text.error().detail.find("xyzzy") == std::string::npos);
}

void TestOwnerFile::folderIsRefused()
{
    const Result<std::string> text = readOwnerFile(m_folder.path().toStdString());
    QVERIFY(!text.ok());
    QCOMPARE(text.error().code, Error::Code::NotPermitted);
}

void TestOwnerFile::absentFileIsNotFound()
{
    const Result<std::string> text = readOwnerFile(path("nothing"));
    QVERIFY(!text.ok());
    QCOMPARE(text.error().code, Error::Code::NotFound);
}

void TestOwnerFile::secretIsWiped()
{
    std::string secret = "xyzzy";
    wipe(secret);
    QVERIFY(secret.empty());
}

QTEST_GUILESS_MAIN(TestOwnerFile)
#include "tst_owner_file.moc"
