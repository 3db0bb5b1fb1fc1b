#include "data/storage/output_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace telltale;

class TestOutputFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileAppearsWhenItIsWhole();
    void unfinishedLeavesWhatWasThere();
    void modeOfAReplacedFileStays();
    void linksAreFollowed_data();
    void linksAreFollowed();
    void ringOfLinksIsRefused();
    void fifoIsWrittenAndStays();
    void deviceIsWrittenAndStays();
    void whatCannotBeWrittenIsExplained_data();
    void whatCannotBeWrittenIsExplained();
    void fullDiskLeavesNothing();
};

namespace {

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

QStringList all(const QTemporaryDir &folder)
{
    return QDir(folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

Outcome writeWhole(const QString &path, std::string_view content)
{
    Result<OutputFile> file = OutputFile::open(path.toStdString());
    if (!file.ok())
        return file.error();
    if (Outcome written = file->write(content); !written.ok())
        return written;
    return file->finish();
}

} // namespace

void TestOutputFile::fileAppearsWhenItIsWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    Result<OutputFile> file = OutputFile::open(path.toStdString());
    QVERIFY(file.ok());
    QVERIFY(!file->isStream());
    QVERIFY(file->write("one\n").ok());
    QVERIFY(!QFile::exists(path));
    QVERIFY(file->finish().ok());
    QCOMPARE(contentOf(path), QByteArray("one\n"));
    QVERIFY(writeWhole(path, "two\n").ok());
    QCOMPARE(contentOf(path), QByteArray("two\n"));
    QCOMPARE(all(folder), QStringList {QStringLiteral("a.csv")});
}

void TestOutputFile::unfinishedLeavesWhatWasThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    put(path, "old");
    {
        Result<OutputFile> file = OutputFile::open(path.toStdString());
        QVERIFY(file.ok());
        QVERIFY(file->write("half").ok());
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(all(folder), QStringList {QStringLiteral("a.csv")});
}

void TestOutputFile::modeOfAReplacedFileStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    put(path, "old");
    QCOMPARE(::chmod(qPrintable(path), 0640), 0);
    QVERIFY(writeWhole(path, "new").ok());
    struct stat now = {};
    QCOMPARE(::stat(qPrintable(path), &now), 0);
    QCOMPARE(now.st_mode & 0777U, 0640U);
}

void TestOutputFile::linksAreFollowed_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<bool>("isRelative");
    QTest::newRow("to a file") << true << false;
    QTest::newRow("to nothing yet") << false << false;
    QTest::newRow("relative") << true << true;
    QTest::newRow("relative, to nothing yet") << false << true;
}

void TestOutputFile::linksAreFollowed()
{
    QFETCH(bool, isThere);
    QFETCH(bool, isRelative);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("deep")));
    const QString target = folder.filePath(QStringLiteral("deep/a.csv"));
    const QString link = folder.filePath(QStringLiteral("link"));
    const QString second = folder.filePath(QStringLiteral("deep/second"));
    if (isThere)
        put(target, "old");
    const QByteArray to = isRelative ? QByteArray("deep/second") : second.toLocal8Bit();
    QCOMPARE(::symlink(to.constData(), qPrintable(link)), 0);
    QCOMPARE(::symlink("a.csv", qPrintable(second)), 0);
    QVERIFY(writeWhole(link, "new").ok());
    QCOMPARE(contentOf(target), QByteArray("new"));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(QFileInfo(second).isSymLink());
    QCOMPARE(all(folder).size(), 2);
}

void TestOutputFile::ringOfLinksIsRefused()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("link"));
    QCOMPARE(::symlink("link", qPrintable(link)), 0);
    const Outcome written = writeWhole(link, "x");
    QVERIFY(!written.ok());
    QVERIFY(written.error().detail.starts_with(link.toStdString()));
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestOutputFile::fifoIsWrittenAndStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fifo"));
    QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
    const int reader = ::open(qPrintable(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    {
        Result<OutputFile> stream = OutputFile::open(path.toStdString());
        QVERIFY(stream.ok());
        QVERIFY(stream->isStream());
        QVERIFY(stream->write("through").ok());
        QVERIFY(stream->finish().ok());
    }
    char got[16] = {};
    QCOMPARE(::read(reader, got, sizeof got), ssize_t(7));
    ::close(reader);
    QCOMPARE(QByteArray(got), QByteArray("through"));
    struct stat there = {};
    QCOMPARE(::lstat(qPrintable(path), &there), 0);
    QVERIFY(S_ISFIFO(there.st_mode));
    QCOMPARE(all(folder).size(), 1);
}

void TestOutputFile::deviceIsWrittenAndStays()
{
    const QTemporaryDir folder; // a link, so that a mistake replaces that
    const QString link = folder.filePath(QStringLiteral("null"));
    QCOMPARE(::symlink("/dev/null", qPrintable(link)), 0);
    QVERIFY(writeWhole(link, "gone").ok());
    struct stat there = {};
    QCOMPARE(::stat(qPrintable(link), &there), 0);
    QVERIFY(S_ISCHR(there.st_mode));
}

void TestOutputFile::whatCannotBeWrittenIsExplained_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("full device") << QByteArray("/dev/full") << int(Error::Code::DiskFull)
                                 << QByteArray("make room");
    QTest::newRow("folder") << QByteArray("/tmp") << int(Error::Code::DiskError)
                            << QByteArray("name of a file");
    QTest::newRow("no such folder") << QByteArray("/nowhere/a.csv") << int(Error::Code::NotFound)
                                    << QByteArray("the folder must be there");
}

void TestOutputFile::whatCannotBeWrittenIsExplained()
{
    QFETCH(QByteArray, path);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    const Outcome written = writeWhole(QString::fromLatin1(path), "x");
    QVERIFY(!written.ok());
    QCOMPARE(int(written.error().code), code);
    const QByteArray detail = QByteArray::fromStdString(written.error().detail);
    QVERIFY2(detail.startsWith(path) && detail.contains(said), detail.constData());
}

void TestOutputFile::fullDiskLeavesNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small {4096, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Outcome written = writeWhole(path, std::string(100'000, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!written.ok());
    QVERIFY(written.error().code == Error::Code::DiskFull);
    QVERIFY(written.error().detail.find("nothing was written") != std::string::npos);
    QCOMPARE(all(folder), QStringList());
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_output_file.moc"
