#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace telltale::test;

/// What the commands make of a recording that has ended.
class TestRecorded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void statusSaysThatNothingRuns();
    void logTellsOfTheRun();
    void noFilesOfARunningDatabaseStay();
    void endOfTheAlarmJournalIsSigned();
    void backupTellsItsWarningsInJson();
    void answerThatCannotBeWrittenIsAFailure_data();
    void answerThatCannotBeWrittenIsAFailure();
    void severalTagsAreOneExport();
    void textsOfTwoLinesAreValues();
    void fifoIsWrittenThrough_data();
    void fifoIsWrittenThrough();
    void fullDiskLeavesNoFile();
    void readOnlyDiskCanBeRead_data();
    void readOnlyDiskCanBeRead();
    void damagedOlderFileIsSaidAndTheRestGiven();
    void damagedOlderFileIsRepaired();
    void messagesDecodedAgainChangeNothing();
    void picturesShowThen();

private:
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    TelltaleProcess m_telltale;
};

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestRecorded::initTestCase()
{
    MosquittoBroker broker;
    QVERIFY(broker.start());
    QVERIFY2(m_telltale.collect(broker.port()), m_telltale.errors().constData());
    QVERIFY(broker.publish(QStringLiteral("plant/b"),
                           {R"({"time":"2026-01-01T00:00:00Z","value":20})",
                            R"({"time":"2026-01-01T01:00:00Z","value":30})"}));
    QVERIFY(broker.publish(QStringLiteral("plant/a"),
                           {R"({"time":"2026-01-01T00:30:00Z","value":1})"}));
    QVERIFY(broker.publishFile(QStringLiteral("plant/note"), "two\nlines\tand a tab\n"));
    const auto stored
        = [this] { return m_telltale.status().value(QStringLiteral("stored")).toInteger(); };
    QTRY_COMPARE_WITH_TIMEOUT(stored(), 4, 10'000);
    QVERIFY(m_telltale.status().value(QStringLiteral("recording")).toBool());
    QCOMPARE(m_telltale.terminate(), 0);
}

void TestRecorded::statusSaysThatNothingRuns()
{
    const QJsonObject status = m_telltale.status();
    QCOMPARE(status.value(QStringLiteral("recording")).toBool(true), false);
    QCOMPARE(status.value(QStringLiteral("owner")).toString(), QString());
    QCOMPARE(status.value(QStringLiteral("journal_pending")).toInteger(-1), 0);
    QVERIFY(status.value(QStringLiteral("connections")).toArray().isEmpty());
    QVERIFY(status.value(QStringLiteral("tags")).toInteger() >= 3);
    const QByteArray said = m_telltale.run(words("status")).out;
    QVERIFY2(said.startsWith("not running\n"), said.constData());
    QVERIFY2(said.contains("\ntags "), said.constData());
}

void TestRecorded::logTellsOfTheRun()
{
    const QByteArray log = contentOf(m_telltale.data() + QStringLiteral("/logs/telltale.log"));
    const qsizetype start = log.indexOf(" start: telltale ");
    const qsizetype subscribed = log.indexOf("subscribed to # qos 1");
    const qsizetype stop = log.indexOf(": stop\n");
    QVERIFY2(start > 0 && subscribed > start && stop > subscribed, log.constData());
}

void TestRecorded::noFilesOfARunningDatabaseStay()
{
    QCOMPARE(m_telltale.run(words("export --tag ** -o /dev/null")).code, 0);
    m_telltale.status();
    const QStringList left
        = QDir(m_telltale.data()).entryList({QStringLiteral("*-wal"), QStringLiteral("*-shm")});
    QCOMPARE(left, QStringList());
}

void TestRecorded::endOfTheAlarmJournalIsSigned()
{
    const auto checked = m_telltale.run(words("verify --json"));
    QCOMPARE(checked.code, 0);
    const QJsonObject found = QJsonDocument::fromJson(checked.out).object();
    QVERIFY2(found.value(QStringLiteral("signed_heads")).toInteger() > 0, checked.out.constData());
    const QJsonObject head = found.value(QStringLiteral("newest_head")).toObject();
    const qint64 entries = found.value(QStringLiteral("alarm_entries")).toInteger();
    QVERIFY(entries > 0);
    QCOMPARE(head.value(QStringLiteral("seq")).toInteger(), entries);
    QCOMPARE(head.value(QStringLiteral("key")).toString().size(), 16);
}

void TestRecorded::backupTellsItsWarningsInJson()
{
    const auto backup = [this](const TelltaleProcess &telltale, const char *name) {
        const auto answer
            = telltale.run({QStringLiteral("backup"), file(name), QStringLiteral("--json")});
        const QJsonValue warnings
            = QJsonDocument::fromJson(answer.out).object().value(QStringLiteral("warnings"));
        return answer.code == 0 && warnings.isArray() ? warnings
                                                      : QJsonValue(QString::fromUtf8(answer.err));
    };
    const QJsonValue none = backup(m_telltale, "whole");
    QVERIFY2(none.isArray() && none.toArray().isEmpty(), qPrintable(none.toString()));
    const TelltaleProcess anew;
    QVERIFY(QDir().mkpath(anew.data()));
    QVERIFY(QFile::copy(m_telltale.data() + QStringLiteral("/alarms-heads.jsonl"),
                        anew.data() + QStringLiteral("/alarms-heads.jsonl")));
    anew.run(words("collect --broker mqtt://127.0.0.1:1 --for 0.3")); // begins another alarms.db
    const QJsonValue told = backup(anew, "anew");
    QVERIFY2(told.isArray(), qPrintable(told.toString()));
    QCOMPARE(told.toArray().size(), 1);
    QVERIFY2(told.toArray().at(0).toString().startsWith(
                 QLatin1String("alarms.db: alarms.db is not the file whose head was signed")),
             qPrintable(told.toArray().at(0).toString()));
}

void TestRecorded::answerThatCannotBeWrittenIsAFailure_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("backup") << QStringLiteral("backup") << QByteArray();
    QTest::newRow("import") << QStringLiteral("import")
                            << QByteArray("tag,time,value\nplant/c,2026-01-01T00:00:00Z,1\n");
    QTest::newRow("replay") << QStringLiteral("replay")
                            << QByteArray("time,a\n2026-01-01T00:00:00Z,1\n");
}

void TestRecorded::answerThatCannotBeWrittenIsAFailure()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, rows);
    const QTemporaryDir other;
    const bool isBackup = rows.isEmpty();
    QFile table(other.filePath(QStringLiteral("rows.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write(rows) == rows.size());
    table.close();
    MosquittoBroker broker;
    QStringList arguments {command,
                           isBackup ? file("unsaid") : table.fileName(),
                           QStringLiteral("--workspace"),
                           m_telltale.workspace(),
                           QStringLiteral("--data"),
                           isBackup ? m_telltale.data() : other.filePath(QStringLiteral("data"))};
    if (command == QLatin1String("replay")) {
        QVERIFY(broker.start());
        arguments << QStringLiteral("--broker") << QString::fromStdString(broker.url());
    }
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(binFolder() + QStringLiteral("/telltale"), arguments);
    QVERIFY(process.waitForFinished(20'000));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(said.contains("standard output: cannot be written"), said.constData());
}

void TestRecorded::severalTagsAreOneExport()
{
    const auto answer
        = m_telltale.run(words("export --tag plant/b --tag plant/* --to 2026-01-02 -o -"));
    QCOMPARE(answer.out,
             QByteArray("tag,time,value,quality\n"
                        "plant/a,2026-01-01T00:30:00.000000Z,1,good\n"
                        "plant/b,2026-01-01T00:00:00.000000Z,20,good\n"
                        "plant/b,2026-01-01T01:00:00.000000Z,30,good\n"));
}

void TestRecorded::textsOfTwoLinesAreValues()
{
    const auto answer = m_telltale.run(words("export --tag plant/note -o -"));
    QVERIFY2(answer.out.endsWith(",\"two\nlines\tand a tab\",good\n"), answer.out.constData());
}

void TestRecorded::fifoIsWrittenThrough_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("export") << words("export --tag ** -o") << QByteArray("tag,time");
    QTest::newRow("report") << words("report overview -o") << QByteArray("%PDF");
    QTest::newRow("hand-over") << words("report handover -o") << QByteArray("%PDF");
    QTest::newRow("shot") << words("shot overview --size 400x300 -o") << QByteArray("\x89PNG");
}

void TestRecorded::fifoIsWrittenThrough()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, begin);
    const QString path = file("fifo");
    QFile::remove(path);
    QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
    const int reader = ::open(qPrintable(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    QCOMPARE(::fcntl(reader, F_SETPIPE_SZ, 1 << 20), 1 << 20); // takes all of it unread
    const auto answer = m_telltale.run(arguments + QStringList {path});
    QByteArray got(4, '\0');
    const ssize_t read = ::read(reader, got.data(), 4);
    ::close(reader);
    QVERIFY2(answer.code == 0, answer.err.constData());
    QCOMPARE(read, ssize_t(4));
    QVERIFY2(begin.startsWith(got), got.constData());
    struct stat there = {};
    QCOMPARE(::lstat(qPrintable(path), &there), 0);
    QVERIFY(S_ISFIFO(there.st_mode));
}

/// Files end at 40 KiB: what a full disk is to the program.
void TestRecorded::fullDiskLeavesNoFile()
{
    const QDir folder(file("full"));
    QVERIFY(QDir().mkpath(folder.path()));
    const QString path = folder.filePath(QStringLiteral("a.png"));
    QProcess process;
    process.start(QStringLiteral("/bin/bash"),
                  {QStringLiteral("-c"), QStringLiteral("ulimit -f 40; exec \"$@\""),
                   QStringLiteral("bash"), binFolder() + QStringLiteral("/telltale"),
                   QStringLiteral("shot"), QStringLiteral("overview"), QStringLiteral("--size"),
                   QStringLiteral("3840x2160"), QStringLiteral("-o"), path,
                   QStringLiteral("--workspace"), m_telltale.workspace(), QStringLiteral("--data"),
                   m_telltale.data()});
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(said.contains("make room") && said.contains("nothing was written"), said.constData());
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestRecorded::readOnlyDiskCanBeRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("export") << words("export --tag plant/** -o -");
    QTest::newRow("status") << words("status");
    QTest::newRow("report") << words("report overview -o /dev/null");
    QTest::newRow("shot") << words("shot overview --size 400x300 -o /dev/null");
}

void TestRecorded::readOnlyDiskCanBeRead()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    const QString script
        = QStringLiteral("mount --bind \"$0\" \"$0\" && "
                         "mount -o remount,bind,ro \"$0\" || exit 77; exec \"$@\"");
    process.start(QStringLiteral("unshare"),
                  QStringList {QStringLiteral("-rm"), QStringLiteral("/bin/bash"),
                               QStringLiteral("-c"), script, m_telltale.data(),
                               binFolder() + QStringLiteral("/telltale")}
                      + arguments
                      + QStringList {QStringLiteral("--workspace"), m_telltale.workspace(),
                                     QStringLiteral("--data"), m_telltale.data()});
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardError();
    if (process.exitCode() == 77 || said.startsWith("unshare:"))
        QSKIP("this computer lets nobody mount");
    QVERIFY2(process.exitCode() == 0, said.constData());
    QVERIFY2(!said.contains("telltale:"), said.constData());
}

/// The tile of plant/b shows 20 at first and 30 later; long after that it is the same picture,
/// older.
void TestRecorded::damagedOlderFileIsSaidAndTheRestGiven()
{
    const QString whole = m_telltale.data() + QStringLiteral("/history-0002.db");
    QFile damaged(m_telltale.data() + QStringLiteral("/history-0001.db"));
    QVERIFY(QFile::rename(damaged.fileName(), whole));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(40'000, 'x')) > 0);
    damaged.close();
    const auto samples = m_telltale.run(words("export --tag plant/b -o -"));
    QCOMPARE(samples.code, 1);
    QVERIFY2(samples.out.endsWith("plant/b,2026-01-01T01:00:00.000000Z,30,good\n"), samples.out);
    QVERIFY2(samples.err.contains("history-0001.db") && samples.err.contains("are missing")
                 && samples.err.contains("telltale verify"),
             samples.err);
    const auto report = m_telltale.run(words("report overview --from 2025-12-31 -o -"));
    QCOMPARE(report.code, 1);
    QVERIFY(report.out.startsWith("%PDF"));
    QVERIFY2(report.err.contains("history-0001.db"), report.err);
    const auto picture = m_telltale.run(words("shot trend:plant/b --size 1280x720 -o -"));
    QVERIFY2(picture.code == 0 && picture.out.startsWith("\x89PNG"), picture.err);
    const QJsonArray problems = m_telltale.status().value(QStringLiteral("problems")).toArray();
    QVERIFY(std::any_of(problems.begin(), problems.end(), [&damaged](const QJsonValue &problem) {
        return problem.toObject().value(QStringLiteral("subject")) == damaged.fileName();
    }));
    QVERIFY(damaged.remove() && QFile::rename(whole, damaged.fileName()));
}

/// What nothing can be read of is set aside, and all commands go on without it.
void TestRecorded::damagedOlderFileIsRepaired()
{
    const QString whole = m_telltale.data() + QStringLiteral("/history-0002.db");
    QFile damaged(m_telltale.data() + QStringLiteral("/history-0001.db"));
    QVERIFY(QFile::rename(damaged.fileName(), whole));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(40'000, 'x')) > 0);
    damaged.close();
    const auto checked = m_telltale.run(words("verify"));
    QCOMPARE(checked.code, 1);
    QVERIFY2(checked.out.contains("--repair"), checked.out);
    const auto repaired = m_telltale.run(words("verify --repair"));
    QVERIFY2(repaired.code == 0, repaired.out + repaired.err);
    QVERIFY2(repaired.out.contains("set aside as " + damaged.fileName().toUtf8() + ".damaged-")
                 && repaired.out.contains("nothing of it can be read"),
             repaired.out);
    const auto samples = m_telltale.run(words("export --tag plant/b -o -"));
    QVERIFY2(samples.code == 0, samples.err);
    QVERIFY2(samples.out.endsWith("plant/b,2026-01-01T01:00:00.000000Z,30,good\n"), samples.out);
    QCOMPARE(m_telltale.run(words("verify")).code, 0);
    const QDir data(m_telltale.data());
    const QStringList aside = data.entryList({QStringLiteral("*.damaged-*")}, QDir::Files);
    QCOMPARE(aside.size(), qsizetype {2}); // and what was done with it
    for (const QString &name : aside)
        QVERIFY(QFile::remove(data.filePath(name)));
    QVERIFY(damaged.remove() && QFile::rename(whole, damaged.fileName()));
}

void TestRecorded::messagesDecodedAgainChangeNothing()
{
    const auto before = m_telltale.run(words("export --tag plant/* -o -"));
    const auto answer = m_telltale.run(words("redecode --json"));
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject said = QJsonDocument::fromJson(answer.out).object();
    QCOMPARE(said.value(QStringLiteral("messages")).toInteger(), 4);
    QCOMPARE(said.value(QStringLiteral("samples")).toInteger(), 4);
    QCOMPARE(said.value(QStringLiteral("added")).toInteger(-1), 0);
    QCOMPARE(said.value(QStringLiteral("corrected")).toInteger(-1), 0);
    QCOMPARE(m_telltale.run(words("export --tag plant/* -o -")).out, before.out);
}

void TestRecorded::picturesShowThen()
{
    const auto picture = [this](const char *page, const char *at) {
        const QString path = file("shot.png");
        const auto answer = m_telltale.run(
            words("shot")
            + QStringList {QLatin1String(page), QStringLiteral("--at"), QLatin1String(at),
                           QStringLiteral("--size"), QStringLiteral("1280x720"),
                           QStringLiteral("-o"), path});
        return answer.code == 0 ? QImage(path) : QImage();
    };
    for (const char *page : {"overview", "alarms", "asset:plant", "trend:plant/b"}) {
        const QImage first = picture(page, "2026-01-01T00:30:30Z");
        QVERIFY2(!first.isNull(), page);
        QCOMPARE(picture(page, "2026-01-01T00:30:30Z"), first); // it depends on nothing else
    }
    QVERIFY(picture("overview", "2026-01-01T00:30:30Z")
            != picture("overview", "2026-01-01T01:00:10Z"));
    QVERIFY(picture("trend:plant/b", "2026-01-01T00:30:30Z")
            != picture("trend:plant/b", "2026-01-01T01:00:10Z"));
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"
