#include "tests/models/stored_journal.h"

#include "models/alarm_journal.h"
#include "models/alarm_words.h"
#include "models/journal_model.h"
#include "models/journal_words.h"
#include "models/row_table_model.h"

#include "data/alarms/alarm_service.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <thread>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

/// What a run of the alarm engine leaves in its folder.
void storeARun(const std::string &folder)
{
    TagRegistry tags;
    ManualClock clock(kNow);
    AlarmBoard board;
    auto service = AlarmService::open({folder, "ada", "test"}, tags, clock, board);
    QVERIFY(service.ok());
    service.value()->stop();
}

} // namespace

class TestAlarmJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingBackwardsGivesNewestFirst();
    void crowdedWindowsAreNotCutOff();
    void oldEntriesAreFoundAcrossYears();
    void walkVisitsEveryEntryOnce();
    void walkEndsWhenItIsCancelled();
    void storedJournalIsCancelledRowByRow();
    void endCancelsWhatIsAsked();
    void modelShowsPagesAndWhatComesLater();
    void failureIsTold();
    void whatFailedIsReadAgain();
    void anotherStoreOfTheFolderIsRead();
    void aLineStandsAlone();
    void everyTypeHasWords();
    void whatHidesAnAlarmIsSaidInWords();
};

void TestAlarmJournal::readingBackwardsGivesNewestFirst()
{
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 500; ++i)
        entries->add(entry(i, kNow - std::chrono::minutes(501 - i), "ALARM"));
    const auto page = readBackwards(sourceOf(entries), kNow, 100);
    QVERIFY(page.ok());
    QVERIFY(page->entries.size() >= 100);
    QVERIFY(!page->reachesBeginning);
    QCOMPARE(page->entries.front().sequence, 500U);
    for (std::size_t i = 1; i < page->entries.size(); ++i)
        QCOMPARE(page->entries[i].sequence, page->entries[i - 1].sequence - 1);
}

void TestAlarmJournal::crowdedWindowsAreNotCutOff()
{
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 5000; ++i)
        entries->add(entry(i, kNow - 10s, "ALARM"));
    const auto page = readBackwards(sourceOf(entries), kNow, 10);
    QVERIFY(page.ok());
    QCOMPARE(page->entries.size(), 5000U);
    QCOMPARE(page->entries.front().sequence, 5000U);
}

void TestAlarmJournal::oldEntriesAreFoundAcrossYears()
{
    auto entries = std::make_shared<StoredJournal>();
    entries->add(entry(1, kNow - 24h * 365 * 6, "START"));
    const auto page = readBackwards(sourceOf(entries), kNow, 10);
    QVERIFY(page.ok());
    QCOMPARE(page->entries.size(), 1U);
    QVERIFY(page->reachesBeginning);
    QVERIFY2(entries->asked() < 20, qPrintable(QString::number(entries->asked())));
}

/// Also of thousands at one time, more than are read at once.
void TestAlarmJournal::walkVisitsEveryEntryOnce()
{
    auto stored = std::make_shared<StoredJournal>();
    std::uint64_t sequence = 0;
    for (int i = 0; i < 3'000; ++i)
        stored->add(entry(++sequence, kNow + i * 1ms, "ALARM"));
    for (int i = 0; i < 12'000; ++i)
        stored->add(entry(++sequence, kNow + 3s, "ALARM"));
    for (int i = 0; i < 7'000; ++i)
        stored->add(entry(++sequence, kNow + 4s + i * 1ms, "ALARM"));
    stored->add(entry(++sequence, kNow + 1h, "ALARM")); // behind the range
    std::uint64_t last = 0;
    const Outcome walked
        = walkJournal(sourceOf(stored), {kNow, kNow + 1h}, {},
                      [&last](const AlarmJournalEntry &one) { QCOMPARE(one.sequence, ++last); });
    QVERIFY(walked.ok());
    QCOMPARE(last, std::uint64_t(22'000));
}

void TestAlarmJournal::walkEndsWhenItIsCancelled()
{
    auto stored = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 20'000; ++i)
        stored->add(entry(i, kNow + std::chrono::milliseconds(i), "ALARM"));
    CancelFlag cancel;
    const Outcome walked = walkJournal(sourceOf(stored), {kNow, kNow + 1h}, cancel,
                                       [&cancel](const AlarmJournalEntry &) { cancel.cancel(); });
    QVERIFY(!walked.ok());
    QCOMPARE(walked.error().code, Error::Code::Cancelled);
    QCOMPARE(stored->asked(), 1);
}

/// A page that closes waits for its thread: on a slow disk five thousand rows take minutes.
void TestAlarmJournal::storedJournalIsCancelledRowByRow()
{
    const QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    storeARun(folder);
    const JournalSource source = journalOfFolder(folder);
    CancelFlag cancel;
    QVERIFY(source({Timestamp::min(), Timestamp::max()}, 100, &cancel).ok());
    cancel.cancel();
    const Result<Entries> cancelled = source({Timestamp::min(), Timestamp::max()}, 100, &cancel);
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
    QVERIFY(source({Timestamp::min(), Timestamp::max()}, 100, nullptr).ok());
}

void TestAlarmJournal::endCancelsWhatIsAsked()
{
    std::promise<void> asked;
    auto journal = std::make_unique<AlarmJournal>(
        [&asked](TimeRange, std::size_t, const CancelFlag *cancel) -> Result<Entries> {
            asked.set_value();
            const auto end = std::chrono::steady_clock::now() + 30s;
            while (!cancel->isCancelled() && std::chrono::steady_clock::now() < end)
                std::this_thread::yield();
            return Error {Error::Code::Cancelled, "cancelled"};
        });
    journal->pageBefore(kNow, 10, this, [](const Result<JournalPage> &) {});
    asked.get_future().wait();
    const auto begun = std::chrono::steady_clock::now();
    journal.reset();
    QVERIFY(std::chrono::steady_clock::now() - begun < 20s);
}

void TestAlarmJournal::modelShowsPagesAndWhatComesLater()
{
    ManualClock clock(kNow);
    TagRegistry tags;
    Plant plant;
    plant.clock = &clock;
    plant.tags = &tags;
    plant.zone = QTimeZone::utc();
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 1000; ++i)
        entries->add(entry(i, kNow - std::chrono::minutes(1001 - i), "ALARM"));
    AlarmJournal journal(sourceOf(entries), searchOf(entries));
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
    entries->add(entry(1001, kNow, "ACK"));
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 1001);
    QCOMPARE(model.index(0, JournalModel::TypeColumn).data().toString(),
             QStringLiteral("Acknowledged"));
}

void TestAlarmJournal::failureIsTold()
{
    ManualClock clock(kNow);
    TagRegistry tags;
    Plant plant;
    plant.clock = &clock;
    plant.tags = &tags;
    plant.zone = QTimeZone::utc();
    AlarmJournal journal({},
                         [](const JournalFilter &, JournalCursor, std::size_t,
                            const CancelFlag *) -> Result<JournalFound> {
                             return Error {Error::Code::DiskError, "cannot read"};
                         });
    JournalModel model(plant, journal);
    QSignalSpy failed(&model, &JournalModel::failed);
    model.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!model.canFetchMore({}));
}

void TestAlarmJournal::whatFailedIsReadAgain()
{
    ManualClock clock(kNow);
    TagRegistry tags;
    Plant plant;
    plant.clock = &clock;
    plant.tags = &tags;
    plant.zone = QTimeZone::utc();
    std::atomic<bool> isBroken = true;
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 1000; ++i)
        entries->add(entry(i, kNow - std::chrono::hours(1001 - i), "ALARM"));
    AlarmJournal journal({},
                         [&](const JournalFilter &filter, JournalCursor cursor, std::size_t wanted,
                             const CancelFlag *) -> Result<JournalFound> {
                             if (isBroken)
                                 return Error {Error::Code::DiskError, "cannot read"};
                             return entries->search(filter, cursor, wanted);
                         });
    JournalModel model(plant, journal);
    QSignalSpy failed(&model, &JournalModel::failed);
    model.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!model.isLoaded());
    isBroken = false;
    model.refresh();
    QTRY_VERIFY(model.isLoaded());
    const int newest = model.rowCount();
    QVERIFY(newest >= 200 && newest < 1000);
    isBroken = true;
    model.fetchMore({});
    QTRY_COMPARE(failed.count(), 2);
    isBroken = false;
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_VERIFY(model.rowCount() > newest);
}

void TestAlarmJournal::anotherStoreOfTheFolderIsRead()
{
    QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    const JournalSource source = journalOfFolder(folder);
    const auto count = [&source] {
        const Result<Entries> read = source({Timestamp::min(), Timestamp::max()}, 100, nullptr);
        return read.ok() ? static_cast<int>(read->size()) : -1;
    };
    QCOMPARE(count(), 0); // no alarm was ever evaluated
    storeARun(folder);
    const int first = count();
    QVERIFY(first > 0);
    QDir dir(place.path());
    for (const QString &file : dir.entryList({QStringLiteral("alarms.db*")}, QDir::Files))
        QVERIFY(dir.rename(file, QStringLiteral("away-") + file));
    QCOMPARE(count(), 0);
    storeARun(folder);
    storeARun(folder);
    QVERIFY(count() > first);
}

void TestAlarmJournal::aLineStandsAlone()
{
    ManualClock clock(kNow);
    TagRegistry tags;
    const char *path = "Northfield/Pump station 2/Pump P-203/Vibration";
    TagInfo info;
    info.decimals = 2;
    tags.describe(tags.intern(path, SourceId {1}), info);
    Plant plant;
    plant.clock = &clock;
    plant.tags = &tags;
    plant.zone = QTimeZone::utc();
    auto entries = std::make_shared<StoredJournal>();
    AlarmJournalEntry vibration = entry(1, kNow - 2min, "RTN", "vibration@a");
    vibration.tag = path;
    vibration.from = "UNACK";
    vibration.to = "RTNUN";
    vibration.value = "2.401";
    vibration.unit = "mm/s";
    entries->add(vibration);
    AlarmJournalEntry source = entry(2, kNow - 1min, "ALARM", "$source/plant-a", 1, 2);
    source.title = "in the words of whoever stored it";
    entries->add(source);
    AlarmJournal journal(sourceOf(entries), searchOf(entries));
    JournalModel model(plant, journal);
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 2);
    const auto cell = [&model](int row, JournalModel::Column column) {
        return model.index(row, column).data().toString();
    };
    for (const int row : {0, 1})
        QVERIFY(!model.index(row, 0).data(RowTableModel::QuietRole).toBool());
    QCOMPARE(cell(0, JournalModel::AssetColumn), QStringLiteral("plant-a"));
    QCOMPARE(cell(0, JournalModel::TitleColumn), QStringLiteral("Source down: plant-a"));
    QCOMPARE(cell(1, JournalModel::AssetColumn), QStringLiteral("Pump P-203 · Pump station 2"));
    QCOMPARE(cell(1, JournalModel::ChangeColumn), QStringLiteral("NEW → RETURNED"));
    QCOMPARE(cell(1, JournalModel::ValueColumn), QStringLiteral("2.40 mm/s"));
}

/// The types of data/alarms: none is shown as the word the journal has for it.
void TestAlarmJournal::everyTypeHasWords()
{
    for (const char *type : {"ALARM",       "RTN",       "ACK",      "RESET",      "COMMENT",
                             "SILENCE",     "REJECT",    "CONFIG",   "START",      "STOP",
                             "FLOOD_START", "FLOOD_END", "CLOCK",    "CHATTER_ON", "CHATTER_OFF",
                             "SUP_ON",      "SUP_OFF",   "SHELVE",   "UNSHELVE",   "OOS",
                             "RTS",         "REALARM",   "SUPPRESS", "UNSUPPRESS", "EXPORT"})
        QVERIFY2(AlarmWords::journalType(type) != QLatin1String(type), type);
    QCOMPARE(AlarmWords::state(std::string("LATAK")), AlarmWords::state(AlarmState::LatchedAcked));
    QCOMPARE(AlarmWords::state(std::string("other")), QStringLiteral("other"));
}

void TestAlarmJournal::whatHidesAnAlarmIsSaidInWords()
{
    const auto words = [](const char *type, const char *reason, const char *action = "") {
        AlarmJournalEntry one = entry(1, kNow, type);
        one.reason = reason;
        one.action = action;
        return JournalWords::of(one, kNow, QTimeZone::utc());
    };
    QCOMPARE(words("UNSHELVE", "expired"), QStringLiteral("its time was over"));
    QCOMPARE(words("UNSHELVE", "operator"), QStringLiteral("by hand"));
    QCOMPARE(words("ALARM", "unsuppressed"), QStringLiteral("was on when it was hidden no longer"));
    QCOMPARE(words("CONFIG", "file_edited"), QStringLiteral("the file was edited"));
    QCOMPARE(words("OOS", "operator"), QStringLiteral("operator")); // what a person wrote
    QCOMPARE(words("REJECT", "not_shelved", "unshelve"),
             QStringLiteral("unshelve: it is not shelved"));
    QCOMPARE(words("REJECT", "tag is missing"), QStringLiteral("tag is missing"));
    AlarmJournalEntry removed = entry(1, kNow, "CONFIG");
    removed.reason = "sensor was removed";
    removed.text = kRuleDeleted;
    QCOMPARE(JournalWords::of(removed, kNow, QTimeZone::utc()),
             QStringLiteral("sensor was removed · the rule was removed"));
    AlarmJournalEntry shelf = entry(1, kNow, "SHELVE");
    shelf.reason = "sensor is exchanged";
    shelf.until = kNow + 1h;
    const QString said = JournalWords::of(shelf, kNow, QTimeZone::utc());
    QVERIFY2(said.startsWith(QStringLiteral("until ")), qPrintable(said));
    QVERIFY2(said.endsWith(QStringLiteral("sensor is exchanged")), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestAlarmJournal)
#include "tst_alarm_journal.moc"
