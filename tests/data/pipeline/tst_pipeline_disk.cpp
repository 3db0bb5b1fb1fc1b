#include "data/alarms/system_rules.h"
#include "tests/data/pipeline/river.h"
#include "tests/support/faulty_vfs.h"
#include "tests/support/mosquitto_broker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <sys/resource.h>

using namespace telltale;
using namespace telltale::test;

/// What is said and done where the disk takes nothing more.
class TestPipelineDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reserveOfTheDiskIsGivenToTheAlarms();
    void journalThatCannotBeWrittenStopsRecording();
    void sourceWithoutAJournalIsDown();
    void historyFileTakenAwayIsAProblemIfSomethingMayBeMissing_data();
    void historyFileTakenAwayIsAProblemIfSomethingMayBeMissing();

private:
    MosquittoBroker m_broker;
};

namespace {

/// While it lives files of this process end at so many bytes.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(std::uint64_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // a write fails instead
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { lift(); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;
    void lift() const { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before {};
};

} // namespace

void TestPipelineDisk::initTestCase()
{
    FaultyVfs::install();
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    QVERIFY(m_broker.start());
}

void TestPipelineDisk::reserveOfTheDiskIsGivenToTheAlarms()
{
    const QTemporaryDir folder;
    const QString reserve = folder.filePath(QStringLiteral("reserve"));
    River river(folder.path());
    QVERIFY(river.openAlone({}));
    QTRY_VERIFY(QFile::exists(reserve));
    FaultyVfs::plan(FaultyVfs::Fault::DiskFull, 0, FaultyVfs::kForEver);
    river.pipeline->alarms().setRules({{}, {}}, "test"); // goes into the alarm journal
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(reserve), 20'000);
    FaultyVfs::heal();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(reserve), 20'000); // there is room again
}

/// No file may be as large as a segment of the journal; the history's are smaller.
void TestPipelineDisk::journalThatCannotBeWrittenStopsRecording()
{
    QTemporaryDir folder;
    const FileSizeLimit limit(std::uint64_t {32} << 20U);
    River river(folder.path());
    QVERIFY(river.openAlone({}));
    const auto hasAlarm = [&river] {
        const auto alarms = river.alarms.snapshot();
        return std::any_of(alarms->rows.begin(), alarms->rows.end(), [](const AlarmRow &row) {
            return row.id == kRecordingAlarm && row.priority == 1;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasAlarm(), 30'000);
    const auto isRecording = [&river] { return river.status.status().recording; };
    QTRY_VERIFY_WITH_TIMEOUT(!isRecording(), 30'000);
    limit.lift();
    QTRY_VERIFY_WITH_TIMEOUT(isRecording(), 30'000);
    river.pipeline->stop();
}

/// What a connection says goes through the journal; its alarm comes without one, too.
void TestPipelineDisk::sourceWithoutAJournalIsDown()
{
    QTemporaryDir folder;
    const FileSizeLimit limit(std::uint64_t {32} << 20U);
    River river(folder.path());
    QVERIFY(river.open(m_broker));
    const auto hasState = [&river](bool active) {
        const auto alarms = river.alarms.snapshot();
        return std::any_of(alarms->rows.begin(), alarms->rows.end(), [&](const AlarmRow &row) {
            return row.id == kSourceAlarmPrefix + std::string("test") && row.priority == 2
                && (row.state == AlarmState::Unacked) == active;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasState(true), 30'000);
    limit.lift();
    QTRY_VERIFY_WITH_TIMEOUT(river.isConnected(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(hasState(false), 30'000);
    river.pipeline->stop();
}

void TestPipelineDisk::historyFileTakenAwayIsAProblemIfSomethingMayBeMissing_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("all of it was copied") << false;
    QTest::newRow("it was closed after a fault of the disk") << true;
}

void TestPipelineDisk::historyFileTakenAwayIsAProblemIfSomethingMayBeMissing()
{
    QFETCH(const bool, isClosed);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("history-0001.db"));
    const QString next = folder.filePath(QStringLiteral("history-0002.db"));
    River river(folder.path());
    QVERIFY(river.openAlone({}));
    const auto samples = [&river] { return river.status.status().counters.samples; };
    QTRY_VERIFY_WITH_TIMEOUT(samples() > 0, 20'000); // its own tags
    if (isClosed) {
        FaultyVfs::plan(FaultyVfs::Fault::SyncError, 0, FaultyVfs::kForEver);
        QTRY_VERIFY_WITH_TIMEOUT(!river.status.status().recording, 20'000);
    }
    QVERIFY(QFile::rename(file, folder.filePath(QStringLiteral("away"))));
    FaultyVfs::heal();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(next), 30'000);
    const std::uint64_t before = samples();
    QTRY_VERIFY_WITH_TIMEOUT(samples() > before && river.status.status().recording, 30'000);
    river.pipeline->stop(); // publishes what is known then
    const std::vector<Problem> problems = river.status.status().problems;
    const bool isThere = std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.subject.ends_with("(taken away)");
    });
    QCOMPARE(isThere, isClosed);
}

QTEST_GUILESS_MAIN(TestPipelineDisk)
#include "tst_pipeline_disk.moc"
