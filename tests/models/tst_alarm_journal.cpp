#include "models/alarm_figures.h"
#include "models/alarm_journal.h"
#include "models/journal_model.h"

#include "data/telemetry/clock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kNow = timestampFromMicroseconds(1'764'000'000'000'000);
using Entries = std::vector<AlarmJournalEntry>;

AlarmJournalEntry entry(std::uint64_t sequence, Timestamp time, const char *type,
                        const char *alarm = "a", std::uint64_t occurrence = 1, int priority = 3)
{
    AlarmJournalEntry entry;
    entry.sequence = sequence;
    entry.time = time;
    entry.type = type;
    entry.alarm = alarm;
    entry.title = std::string(alarm) + " title";
    entry.occurrence = occurrence;
    entry.priority = priority;
    return entry;
}

/// A source over `entries`, oldest first, that counts how often it was asked.
JournalSource sourceOf(std::shared_ptr<Entries> entries, std::shared_ptr<int> asked)
{
    return [entries, asked](TimeRange range, std::size_t limit) -> Result<Entries> {
        ++*asked;
        Entries found;
        for (const AlarmJournalEntry &one : *entries) {
            if (one.time >= range.from && one.time < range.to && found.size() < limit)
                found.push_back(one);
        }
        return found;
    };
}

} // namespace

class TestAlarmJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingBackwardsGivesNewestFirst();
    void crowdedWindowsAreNotCutOff();
    void oldEntriesAreFoundAcrossYears();
    void modelShowsPagesAndWhatComesLater();
    void failureIsTold();
    void figuresCountAndMeasure();
};

void TestAlarmJournal::readingBackwardsGivesNewestFirst()
{
    auto entries = std::make_shared<Entries>();
    for (std::uint64_t i = 1; i <= 500; ++i)
        entries->push_back(entry(i, kNow - std::chrono::minutes(501 - i), "ALARM"));
    const auto page = readBackwards(sourceOf(entries, std::make_shared<int>(0)), kNow, 100);
    QVERIFY(page.ok());
    QVERIFY(page->entries.size() >= 100);
    QVERIFY(!page->reachesBeginning);
    QCOMPARE(page->entries.front().sequence, 500U);
    for (std::size_t i = 1; i < page->entries.size(); ++i)
        QCOMPARE(page->entries[i].sequence, page->entries[i - 1].sequence - 1);
}

void TestAlarmJournal::crowdedWindowsAreNotCutOff()
{
    auto entries = std::make_shared<Entries>();
    for (std::uint64_t i = 1; i <= 5000; ++i)
        entries->push_back(entry(i, kNow - 10s, "ALARM"));
    const auto page = readBackwards(sourceOf(entries, std::make_shared<int>(0)), kNow, 10);
    QVERIFY(page.ok());
    QCOMPARE(page->entries.size(), 5000U);
    QCOMPARE(page->entries.front().sequence, 5000U);
}

void TestAlarmJournal::oldEntriesAreFoundAcrossYears()
{
    auto entries = std::make_shared<Entries>();
    entries->push_back(entry(1, kNow - 24h * 365 * 6, "START"));
    auto asked = std::make_shared<int>(0);
    const auto page = readBackwards(sourceOf(entries, asked), kNow, 10);
    QVERIFY(page.ok());
    QCOMPARE(page->entries.size(), 1U);
    QVERIFY(page->reachesBeginning);
    QVERIFY2(*asked < 20, qPrintable(QString::number(*asked)));
}

void TestAlarmJournal::modelShowsPagesAndWhatComesLater()
{
    ManualClock clock(kNow);
    Plant plant;
    plant.clock = &clock;
    plant.zone = QTimeZone::utc();
    auto entries = std::make_shared<Entries>();
    for (std::uint64_t i = 1; i <= 1000; ++i)
        entries->push_back(entry(i, kNow - std::chrono::minutes(1001 - i), "ALARM"));
    AlarmJournal journal(sourceOf(entries, std::make_shared<int>(0)));
    JournalModel model(plant, journal);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    QTRY_VERIFY(model.isLoaded());
    const int first = model.rowCount();
    QVERIFY(first >= 200);
    QCOMPARE(model.row(0).sequence, 1000U);
    while (model.rowCount() < 1000) {
        const int before = model.rowCount();
        QTRY_VERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_VERIFY(model.rowCount() > before);
    }
    if (model.canFetchMore({}))
        model.fetchMore({}); // what comes while it reads is not forgotten
    entries->push_back(entry(1001, kNow, "ACK"));
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 1001);
    QCOMPARE(model.index(0, JournalModel::TypeColumn).data().toString(),
             QStringLiteral("Acknowledged"));
}

void TestAlarmJournal::failureIsTold()
{
    ManualClock clock(kNow);
    Plant plant;
    plant.clock = &clock;
    plant.zone = QTimeZone::utc();
    AlarmJournal journal([](TimeRange, std::size_t) -> Result<Entries> {
        return Error {Error::Code::DiskError, "cannot read"};
    });
    JournalModel model(plant, journal);
    QSignalSpy failed(&model, &JournalModel::failed);
    model.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!model.canFetchMore({}));
}

void TestAlarmJournal::figuresCountAndMeasure()
{
    const Entries entries {entry(1, kNow - 2h, "ALARM", "slow", 1, 1),
                           entry(2, kNow - 2h + 40s, "ACK", "slow", 1, 1),
                           entry(3, kNow - 30min, "ALARM", "chat", 1),
                           entry(4, kNow - 30min + 20s, "ALARM", "chat", 2),
                           entry(5, kNow - 30min + 50s, "ALARM", "chat", 3),
                           entry(6, kNow - 29min, "ACK", "chat", 3),
                           entry(7, kNow - 5min, "ALARM", "late", 1),
                           entry(8, kNow - 5min + 90s, "ACK", "late", 1),
                           entry(9, kNow - 4min, "RTN", "late", 1)};
    const AlarmFigures figures = figuresOf(entries, kNow);
    QCOMPARE(figures.lastTenMinutes, 1);
    QCOMPARE(figures.perHour, 2.5);
    QCOMPARE(figures.chattering, 1);
    QCOMPARE(figures.worstChattering, std::string("chat title"));
    QVERIFY(figures.acknowledgeMedian);
    QCOMPARE(figures.acknowledgeMedian->count(), std::chrono::microseconds(40s).count());
    QCOMPARE(figures.acknowledgeMedianCritical->count(), std::chrono::microseconds(40s).count());
    QVERIFY(!figuresOf({}, kNow).acknowledgeMedian);
}

QTEST_GUILESS_MAIN(TestAlarmJournal)
#include "tst_alarm_journal.moc"
