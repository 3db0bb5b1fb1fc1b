#include "tests/models/stored_journal.h"

#include "models/alarm_words.h"
#include "models/journal_model.h"
#include "models/journal_query.h"
#include "models/journal_words.h"
#include "models/plant.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <future>
#include <memory>
#include <optional>
#include <thread>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What is looked for in the alarm journal, and how it is found.
class TestJournalSearch : public QObject
{
    Q_OBJECT

public:
    TestJournalSearch()
    {
        m_plant.clock = &m_clock;
        m_plant.tags = &m_tags;
        m_plant.zone = QTimeZone::utc();
    }

private Q_SLOTS:
    void filterReadsOnUntilItHasEnough();
    void anotherFilterEndsASearch();
    void anotherFilterCancelsWhatRuns();
    void endCancelsASearch();
    void rowsAreLimited();
    void wordsFindWhatIsShown();
    void reasonsAreFoundAsTheyAreShown_data();
    void reasonsAreFoundAsTheyAreShown();
    void alarmsOfTheProgramAreFoundByTheirTitles_data();
    void alarmsOfTheProgramAreFoundByTheirTitles();
    void everyKindHasANameOfItsOwn();

private:
    ManualClock m_clock {kNow};
    TagRegistry m_tags;
    Plant m_plant;
};

namespace {

/// Translates everything, and is gone with its end.
class ToGerman : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QLatin1String("de-") + QString::fromUtf8(text);
    }
};

} // namespace

void TestJournalSearch::filterReadsOnUntilItHasEnough()
{
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 4500; ++i) {
        AlarmJournalEntry one = entry(i, kNow - std::chrono::minutes(4501 - i), "ALARM");
        one.tag = i == 3 ? "works/Pump P-203/Flow" : "works/Pump P-202/Flow";
        entries->add(one);
    }
    AlarmJournal journal(sourceOf(entries), searchOf(entries));
    JournalModel model(m_plant, journal);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy searching(&model, &JournalModel::searching);
    model.refresh();
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(searching.count(), 0);
    const auto look = [&model](const char *words, const char *tag = "") {
        JournalFilter filter;
        filter.words = JournalQuery::words(QString::fromUtf8(words));
        filter.tag = tag;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 0); // what does not fit is gone at once
        QTRY_VERIFY(model.isLoaded());
    };
    look("p-203 alarm");
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).sequence, 3U);
    QCOMPARE(searching.count(), 4); // and the fifth stretch was the last
    QVERIFY(!model.canFetchMore({}));
    look("p-204");
    QCOMPARE(model.rowCount(), 0);
    look("", "works/*/Flow");
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(model.canFetchMore({}));
    entries->add(entry(4501, kNow, "ACK")); // has no tag
    AlarmJournalEntry newer = entry(4502, kNow, "RTN");
    newer.tag = "works/Pump P-202/Flow";
    entries->add(newer);
    model.refresh();
    QTRY_COMPARE(model.row(0).sequence, 4502U);
    QCOMPARE(model.row(1).sequence, 4500U);
    QVERIFY(model.rowCount() >= 201); // the tester fetches more
}

void TestJournalSearch::anotherFilterEndsASearch()
{
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 60'000; ++i)
        entries->add(entry(i, kNow - std::chrono::seconds(60'001 - i), "ALARM"));
    AlarmJournal journal(sourceOf(entries), searchOf(entries));
    JournalModel model(m_plant, journal);
    QSignalSpy searching(&model, &JournalModel::searching);
    JournalFilter nowhere;
    nowhere.words = JournalQuery::words(QStringLiteral("nowhere"));
    model.setFilter(nowhere);
    model.refresh();
    QVERIFY(searching.wait());
    QVERIFY(searching.wait());
    QVERIFY(model.reached() < kNow - 1000s);
    model.setFilter({});
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.row(0).sequence, 60'000U);
    const int asked = entries->asked();
    QVERIFY2(asked < 10, qPrintable(QString::number(asked))); // of 60 stretches
}

namespace {

/// What is looked for by words is not found until nobody wants it.
JournalSearch searchWithoutEnd(std::shared_ptr<StoredJournal> stored, std::promise<void> &asked)
{
    return [stored, &asked](const JournalFilter &filter, JournalCursor cursor, std::size_t wanted,
                            const CancelFlag *cancel) -> Result<JournalFound> {
        if (filter.words.empty())
            return stored->search(filter, cursor, wanted);
        asked.set_value();
        const auto end = std::chrono::steady_clock::now() + 30s;
        while (!cancel->isCancelled() && std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        return cancel->isCancelled() ? Error {Error::Code::Cancelled, "cancelled"}
                                     : Error {Error::Code::TimedOut, "nobody cancelled it"};
    };
}

} // namespace

/// A letter typed does not wait for what the letters before it looked for.
void TestJournalSearch::anotherFilterCancelsWhatRuns()
{
    auto entries = std::make_shared<StoredJournal>();
    entries->add(entry(1, kNow, "ALARM"));
    std::promise<void> asked;
    AlarmJournal journal(sourceOf(entries), searchWithoutEnd(entries, asked));
    JournalModel model(m_plant, journal);
    QSignalSpy failed(&model, &JournalModel::failed);
    JournalFilter nowhere;
    nowhere.words = JournalQuery::words(QStringLiteral("nowhere"));
    model.setFilter(nowhere);
    model.refresh();
    asked.get_future().wait();
    model.setFilter({});
    QTRY_VERIFY(model.isLoaded()); // in less time than the search would take
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(failed.count(), 0);
}

void TestJournalSearch::endCancelsASearch()
{
    auto entries = std::make_shared<StoredJournal>();
    std::promise<void> asked;
    auto journal
        = std::make_unique<AlarmJournal>(sourceOf(entries), searchWithoutEnd(entries, asked));
    std::optional<Error::Code> told;
    JournalFilter nowhere;
    nowhere.words = JournalQuery::words(QStringLiteral("nowhere"));
    journal->search(nowhere, {}, 10, this,
                    [&told](const Result<JournalFound> &found) { told = found.error().code; });
    asked.get_future().wait();
    journal.reset();
    QTRY_VERIFY(told);
    QCOMPARE(*told, Error::Code::Cancelled);
}

void TestJournalSearch::rowsAreLimited()
{
    auto entries = std::make_shared<StoredJournal>();
    for (std::uint64_t i = 1; i <= 15'000; ++i)
        entries->add(entry(i, kNow - std::chrono::seconds(15'001 - i), "ALARM"));
    AlarmJournal journal(sourceOf(entries), searchOf(entries));
    JournalModel model(m_plant, journal);
    model.refresh();
    QTRY_VERIFY(model.isLoaded());
    while (!model.isFull()) {
        const int before = model.rowCount();
        QTRY_VERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_VERIFY(model.rowCount() > before);
    }
    QCOMPARE(model.rowCount(), 10'000);
    QTRY_VERIFY(!model.canFetchMore({}));
    entries->add(entry(15'001, kNow, "ACK"));
    model.refresh();
    QTRY_COMPARE(model.row(0).sequence, 15'001U);
    QCOMPARE(model.rowCount(), 10'000); // the oldest gave way
}

/// Words are looked for as they are shown.
void TestJournalSearch::wordsFindWhatIsShown()
{
    AlarmJournalEntry one = entry(1, kNow, "RTN", "hot@works/Öl pump/Flow", 1, 2);
    one.tag = "works/Öl pump/Flow";
    one.title = "Pump Hot";
    one.from = "UNACK";
    one.to = "RTNUN";
    one.by = "ada";
    const auto has = [&one](const char *words) {
        JournalFilter filter;
        filter.words = JournalQuery::words(QString::fromUtf8(words));
        return JournalMatcher(filter).matches(textsOf(one));
    };
    for (const char *words :
         {"pump", "HOT pump", "Returned to", "high", "ADA", "öl", "ÖL", "new", "works/"})
        QVERIFY2(has(words), words);
    for (const char *words : {"pump valve", "Acknowledged", "crit", "äl", "shelved"})
        QVERIFY2(!has(words), words);
    AlarmJournalEntry lost = entry(2, kNow, "ALARM", "$source/plant-a");
    lost.title = {};
    JournalFilter source;
    source.words = JournalQuery::words(QStringLiteral("down"));
    QVERIFY(JournalMatcher(source).matches(textsOf(lost)));
    QVERIFY(!JournalMatcher(source).matches(textsOf(one)));
    JournalFilter some;
    some.types = {"ACK", "RTN"};
    some.tag = "PUMP/fl";
    QVERIFY(JournalMatcher(some).matches(textsOf(one)));
    QVERIFY(!JournalMatcher(some).matches(textsOf(lost)));
    QCOMPARE(JournalQuery::told(some), std::string("types ACK, RTN; tag PUMP/fl"));
    QCOMPARE(JournalQuery::told({}), std::string("all"));
    JournalFilter open;
    open.range = TimeRange {timestampFromMicroseconds(0), Timestamp::max()};
    QCOMPARE(JournalQuery::told(open), std::string("from 1970-01-01T00:00:00.000000Z"));
}

void TestJournalSearch::reasonsAreFoundAsTheyAreShown_data()
{
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<std::string>("action");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *shown, const char *type, const char *reason,
                        const char *action = "", const char *text = "") {
        QTest::newRow(shown) << std::string(type) << std::string(reason) << std::string(action)
                             << std::string(text) << QString::fromLatin1(shown);
    };
    row("by hand", "UNSHELVE", "operator");
    row("its time was over", "UNSHELVE", "expired");
    row("the alarm returned to normal", "UNSHELVE", "one_shot");
    row("was on when it was hidden no longer", "ALARM", "unsuppressed");
    row("was on when its rule came into force", "ALARM", "enabled");
    row("its rule is a draft", "SUP_OFF", "draft");
    row("the file was edited", "CONFIG", "file_edited");
    row("the rule was switched off", "CONFIG", "spare", "", "switched_off");
    row("take out of service", "REJECT", "reason_required", "oos");
    row("it is acknowledged already", "REJECT", "already_acked", "ack");
}

/// In the language of the window, and only where they are shown.
void TestJournalSearch::reasonsAreFoundAsTheyAreShown()
{
    QFETCH(const std::string, type);
    QFETCH(const std::string, reason);
    QFETCH(const std::string, action);
    QFETCH(const std::string, text);
    QFETCH(const QString, shown);
    AlarmJournalEntry its = entry(1, kNow, type.c_str());
    its.reason = reason;
    its.action = action;
    its.text = text;
    AlarmJournalEntry other = its; // there the same words are those of people
    other.type = "COMMENT";
    const auto has = [](const AlarmJournalEntry &one, const QString &words) {
        JournalFilter filter;
        filter.words = JournalQuery::words(words);
        return JournalMatcher(filter).matches(textsOf(one));
    };
    QVERIFY(JournalWords::of(its, kNow, QTimeZone::utc()).contains(shown));
    QVERIFY(has(its, shown));
    QVERIFY(has(its, shown.toUpper()));
    QVERIFY(!has(its, shown + QStringLiteral(" nothing-like-it")));
    QVERIFY(!has(other, shown));
    ToGerman german;
    QCoreApplication::installTranslator(&german);
    const bool isFound = has(its, QStringLiteral("de-") + shown);
    QCoreApplication::removeTranslator(&german);
    QVERIFY(isFound);
}

void TestJournalSearch::alarmsOfTheProgramAreFoundByTheirTitles_data()
{
    QTest::addColumn<std::string>("alarm");
    for (const char *alarm : {"$recording", "$alarm-state", "$source/plant-a", "$channel/pager"})
        QTest::newRow(alarm) << std::string(alarm);
}

/// In the language of the window: the journal has none.
void TestJournalSearch::alarmsOfTheProgramAreFoundByTheirTitles()
{
    QFETCH(std::string, alarm);
    const AlarmJournalEntry its = entry(1, kNow, "ALARM", alarm.c_str(), 1, 1);
    const AlarmJournalEntry other = entry(2, kNow, "ALARM", "hot@works/Flow");
    ToGerman german;
    for (const bool isGerman : {false, true}) {
        if (isGerman)
            QCoreApplication::installTranslator(&german);
        JournalFilter filter;
        filter.words = JournalQuery::words(AlarmWords::title(alarm, {}));
        const JournalMatcher matcher(filter);
        QVERIFY(!filter.words.empty());
        QVERIFY(matcher.matches(textsOf(its)));
        QVERIFY(!matcher.matches(textsOf(other)));
    }
}

void TestJournalSearch::everyKindHasANameOfItsOwn()
{
    QStringList names;
    for (const JournalQuery::Kind &kind : JournalQuery::kinds())
        names << kind.name;
    const auto count = names.size();
    QVERIFY(JournalQuery::kinds().front().types.empty());
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(count >= 25);
}

QTEST_GUILESS_MAIN(TestJournalSearch)
#include "tst_journal_search.moc"
