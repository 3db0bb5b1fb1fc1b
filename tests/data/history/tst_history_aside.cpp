#include "data/history/history_schema.h"
#include "data/storage/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

using namespace telltale;
namespace fs = std::filesystem;

/// A damaged file is set aside together with its write-ahead log, which SQLite would apply to
/// whatever has its name next.
class TestHistoryAside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logGoesAsideWithItsFile();
    void fileWhoseLogCannotGoStays();
    void repairCutOffBeforeTheLogIsFinished();
    void logGoesToTheFileSetAsideLast();
    void logThatIsInTheWayGetsAFreeName();
    void logThatLiesAboutStopsNothing();
    void logThatCannotGoKeepsTheNewFileOut();

private:
    void write(const std::string &suffix, const std::string &content) const;
    std::string read(const std::string &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestHistoryAside::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("history-0003.db")).toStdString();
}

void TestHistoryAside::write(const std::string &suffix, const std::string &content) const
{
    QVERIFY(writeFileDurably(m_path + suffix, content).ok());
}

/// Empty: it is not there.
std::string TestHistoryAside::read(const std::string &path) const
{
    const Result<std::string> content = readFile(path, 1000);
    return content.ok() ? content.value() : std::string();
}

void TestHistoryAside::logGoesAsideWithItsFile()
{
    write("", "file");
    write("-wal", "log");
    const Result<std::string> aside = setHistoryAside(m_path);
    QVERIFY(aside.ok());
    QCOMPARE(read(aside.value()), std::string("file"));
    QCOMPARE(read(aside.value() + "-wal"), std::string("log"));
    QVERIFY(!fs::exists(m_path) && !fs::exists(m_path + "-wal"));
}

/// The new name of the file is as long as names may be, that of the log too long.
void TestHistoryAside::fileWhoseLogCannotGoStays()
{
    constexpr std::size_t kLongest = 255;
    const std::size_t added = std::string_view(".damaged-20260102T030405Z").size();
    m_path.append(kLongest - added - fs::path(m_path).filename().string().size(), 'x');
    write("", "file");
    const Result<std::string> alone = setHistoryAside(m_path);
    QVERIFY(alone.ok()); // it is the log that is in the way
    fs::remove(alone.value());
    write("", "file");
    write("-wal", "log");
    const Result<std::string> aside = setHistoryAside(m_path);
    QVERIFY(!aside.ok());
    QCOMPARE(static_cast<int>(aside.error().code), static_cast<int>(Error::Code::DiskError));
    QCOMPARE(read(m_path), std::string("file"));
    QCOMPARE(read(m_path + "-wal"), std::string("log"));
}

void TestHistoryAside::repairCutOffBeforeTheLogIsFinished()
{
    write(".damaged-20260102T030405Z", "damaged");
    write("-wal", "its log");
    write(".new", "repaired");
    QVERIFY(finishRepairs(m_folder->path().toStdString()).ok());
    QCOMPARE(read(m_path), std::string("repaired"));
    QVERIFY(!fs::exists(m_path + "-wal") && !fs::exists(m_path + ".new"));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z"), std::string("damaged"));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z-wal"), std::string("its log"));
}

void TestHistoryAside::logGoesToTheFileSetAsideLast()
{
    write(".damaged-20260102T030405Z", "first");
    write(".damaged-20260102T030405Z-wal", "log of the first");
    write(".damaged-20260102T030405Z.txt", "note");
    write(".damaged-20260103T030405Z", "second");
    write("-wal", "log of the second");
    QVERIFY(finishRepairs(m_folder->path().toStdString()).ok());
    QVERIFY(!fs::exists(m_path) && !fs::exists(m_path + "-wal"));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z-wal"), std::string("log of the first"));
    QCOMPARE(read(m_path + ".damaged-20260103T030405Z-wal"), std::string("log of the second"));
}

void TestHistoryAside::logThatIsInTheWayGetsAFreeName()
{
    write(".damaged-20260102T030405Z", "damaged");
    write(".damaged-20260102T030405Z-wal", "its log");
    write("-wal", "another log");
    write(".new", "repaired");
    QVERIFY(finishRepairs(m_folder->path().toStdString()).ok());
    QCOMPARE(read(m_path), std::string("repaired"));
    QVERIFY(!fs::exists(m_path + "-wal") && !fs::exists(m_path + ".new"));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z-wal"), std::string("its log"));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z-again-wal"), std::string("another log"));
}

void TestHistoryAside::logThatLiesAboutStopsNothing()
{
    write(".damaged-20260102T030405Z", "damaged");
    write(".damaged-20260102T030405Z-wal", "its log");
    write("-wal", "another log");
    for (int start = 0; start < 2; ++start)
        QVERIFY(finishRepairs(m_folder->path().toStdString()).ok());
    QVERIFY(!fs::exists(m_path));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z-wal"), std::string("its log"));
    QCOMPARE(read(m_path + ".damaged-20260102T030405Z-again-wal"), std::string("another log"));
}

/// The file set aside has a name as long as names may be, that of its log is too long.
void TestHistoryAside::logThatCannotGoKeepsTheNewFileOut()
{
    constexpr std::size_t kLongest = 255;
    const std::string aside = m_path + ".damaged-20260102T030405Z";
    const std::size_t length = fs::path(aside).filename().string().size();
    const std::string longest = aside + std::string(kLongest - length, 'x');
    write(".made", "damaged"); // a durable write needs a longer name for a moment
    fs::rename(m_path + ".made", longest);
    write("-wal", "its log");
    QVERIFY(finishRepairs(m_folder->path().toStdString()).ok()); // nothing is to be put there
    write(".new", "repaired");
    const Outcome finished = finishRepairs(m_folder->path().toStdString());
    QVERIFY(!finished.ok());
    QCOMPARE(static_cast<int>(finished.error().code), static_cast<int>(Error::Code::DiskError));
    QVERIFY(!fs::exists(m_path));
    QCOMPARE(read(m_path + ".new"), std::string("repaired"));
    QCOMPARE(read(m_path + "-wal"), std::string("its log"));
}

QTEST_GUILESS_MAIN(TestHistoryAside)
#include "tst_history_aside.moc"
