#include "models/backtest_words.h"
#include "models/history_job.h"
#include "models/rule_backtest.h"
#include "models/trend_key.h"

#include "tests/support/fake_plant.h"
#include "tests/support/stored_values.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <thread>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kHeat = "works/p1/heat";

AlarmRule limitRule(const std::string &tag, double limit)
{
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Hot";
    rule.tag = tag;
    rule.limit = limit;
    return rule;
}

} // namespace

/// A rule on stored history.
class TestRuleBacktest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_works.reset(); }
    void whatWouldHaveComeIsCounted();
    void whatIsStoredIsComparedWith();
    void nothingIsRaisedWhereSamplesAreMissing();
    void alarmThatStoodBeforeIsNotCountedAgain();
    void samplesOfManyTagsComeInOrderOfTime();
    void patternsTakeTheFirstTags();
    void nothingStoredIsSaid();
    void whatIsRolledUpIsSaid();
    void rowsLeadToTheirTrend();
    void assetsOfOneNameAreToldApart();
    void whatWouldBeMissedStandsFirst();
    void aJobCanBeCancelled();

private:
    HistoryTrialResult tried(RuleBacktest &asked)
    {
        asked.chooseTags(m_works->tags());
        auto reader = HistoryReader::open(m_works->plant().dataFolder).value();
        return tryOnHistory(*reader, m_works->tags(), asked.trial, {}, [](double) {}).value();
    }
    RuleBacktest asking(const AlarmRule &typed, const AlarmRule &stored = {},
                        std::chrono::hours back = 24h)
    {
        return {typed, stored, {}, {m_now - back, m_now}};
    }
    QString told(const RuleBacktest &asked, const HistoryTrialResult &found)
    {
        return BacktestWords::sentences(asked, found, m_works->plant()).join(QLatin1Char('\n'));
    }

    std::unique_ptr<FakePlant> m_works;
    Timestamp m_now;
};

void TestRuleBacktest::init()
{
    m_works = std::make_unique<FakePlant>(FakePlant::Content::Empty);
    m_now = m_works->clock().now();
}

/// Twelve short peaks an hour apart, one of them lasting half an hour.
void TestRuleBacktest::whatWouldHaveComeIsCounted()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 12h; time < m_now; time += 10s) {
        const auto into = (time - (m_now - 12h)) % 1h;
        const auto hour = (time - (m_now - 12h)) / 1h;
        stored.add(kHeat, time, into < (hour == 5 ? 30min : 30s) ? 90.0 : 70.0);
    }
    stored.commit();
    AlarmRule rule = limitRule(kHeat, 80.0);
    rule.onDelaySeconds = 60.0;
    RuleBacktest asked = asking(rule);
    const HistoryTrialResult found = tried(asked);
    QCOMPARE(found.samples, 4320U);
    QCOMPARE(found.occurrences[RuleBacktest::Typed].size(), 1U);
    QCOMPARE(found.occurrences[RuleBacktest::Compared].size(), 12U);
    const QString words = told(asked, found);
    QVERIFY2(
        words.contains(QStringLiteral("In 11 h 59 min it would have come 1 time(s); that is 2")),
        qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("Without deadband and delays: 12 time(s)")),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("None that lasted 1 min or longer would be missed")),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("History begins")), qPrintable(words));
}

void TestRuleBacktest::whatIsStoredIsComparedWith()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 2h; time < m_now; time += 10s)
        stored.add(kHeat, time, (time - (m_now - 2h)) % 1h < 5min ? 90.0 : 70.0);
    stored.commit();
    const AlarmRule before = limitRule(kHeat, 80.0);
    AlarmRule after = before;
    after.onDelaySeconds = 600.0;
    RuleBacktest asked = asking(after, before);
    QVERIFY(asked.comparesStored);
    const HistoryTrialResult found = tried(asked);
    const QString words = told(asked, found);
    QVERIFY2(words.contains(QStringLiteral("As stored: 2 time(s)")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("2 that lasted 1 min or longer would be missed")),
             qPrintable(words));
    const std::vector<TableRow> rows = BacktestWords::rows(asked, found, m_works->plant());
    QCOMPARE(rows.size(), 2U);
    for (const TableRow &row : rows)
        QCOMPARE(row.cells[BacktestWords::RemarkColumn].text, QStringLiteral("missed"));
}

void TestRuleBacktest::nothingIsRaisedWhereSamplesAreMissing()
{
    StoredValues stored(*m_works);
    const auto isMissing = [this](Timestamp time) {
        return (time > m_now - 9h && time < m_now - 8h) || (time > m_now - 5h && time < m_now - 4h)
            || (time > m_now - 2h && time < m_now - 1h);
    };
    for (Timestamp time = m_now - 10h; time < m_now; time += 10s) {
        if (!isMissing(time))
            stored.add(kHeat, time, 1.0);
    }
    using Cause = HistoryGap::Cause;
    stored.gap(Cause::ProgramOff, {}, {m_now - 9h, m_now - 8h});
    stored.gap(Cause::SourceDisconnected, SourceId {1}, {m_now - 5h, m_now - 4h});
    stored.commit(); // and nothing says why the third hour is missing
    AlarmRule rule = limitRule(kHeat, 0.0);
    rule.kind = AlarmRule::Kind::Stale;
    rule.timeoutSeconds = 60.0;
    RuleBacktest asked = asking(rule);
    const HistoryTrialResult found = tried(asked);
    const std::vector<TrialOccurrence> &raised = found.occurrences[RuleBacktest::Typed];
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised.front().until, toMicroseconds(m_now - 1h));
}

void TestRuleBacktest::alarmThatStoodBeforeIsNotCountedAgain()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 72h; time < m_now; time += 60s)
        stored.add(kHeat, time, time < m_now - 23h ? 90.0 : 70.0);
    stored.commit();
    RuleBacktest asked = asking(limitRule(kHeat, 80.0));
    const HistoryTrialResult found = tried(asked);
    QCOMPARE(found.occurrences[RuleBacktest::Typed].size(), 1U);
    const QString words = told(asked, found);
    QVERIFY2(words.contains(QStringLiteral("would have come 0 time(s)")), qPrintable(words));
    const std::vector<TableRow> rows = BacktestWords::rows(asked, found, m_works->plant());
    QCOMPARE(rows.front().cells[BacktestWords::RemarkColumn].text, QStringLiteral("was on before"));
}

/// The set-point moves with its value, a second before it.
void TestRuleBacktest::samplesOfManyTagsComeInOrderOfTime()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 20h; time < m_now; time += 10s) {
        const double value = 50.0 + 40.0 * std::sin(double((time - m_now) / 10s) / 50.0);
        stored.add("works/p1/wanted", time, value);
        stored.add(kHeat, time + 1s, value);
    }
    stored.commit();
    AlarmRule rule = limitRule(kHeat, 0.0);
    rule.kind = AlarmRule::Kind::Deviation;
    rule.setpointTag = "works/p1/wanted";
    rule.high = rule.low = 5.0;
    RuleBacktest asked = asking(rule);
    QVERIFY(tried(asked).occurrences[RuleBacktest::Typed].empty());
}

void TestRuleBacktest::patternsTakeTheFirstTags()
{
    StoredValues stored(*m_works);
    for (int pump = 0; pump < 60; ++pump)
        stored.add("works/p" + std::to_string(100 + pump) + "/heat", m_now - 1h, 90.0);
    stored.add("works/p0/flow", m_now - 30min, 90.0);
    stored.commit();
    RuleBacktest asked = asking(limitRule("works/*/heat", 80.0));
    const HistoryTrialResult found = tried(asked);
    QCOMPARE(asked.trial.tags.size(), RuleBacktest::kMostTags);
    QCOMPARE(found.occurrences[RuleBacktest::Typed].size(), RuleBacktest::kMostTags);
    const QString words = told(asked, found);
    QVERIFY2(words.contains(QStringLiteral("first 50 of 60 tags")), qPrintable(words));
}

void TestRuleBacktest::nothingStoredIsSaid()
{
    RuleBacktest asked = asking(limitRule(kHeat, 80.0));
    QVERIFY(told(asked, tried(asked)).contains(QStringLiteral("No tag of this name")));
    StoredValues stored(*m_works);
    stored.add(kHeat, m_now - 240h, 90.0);
    stored.commit();
    const HistoryTrialResult found = tried(asked);
    QVERIFY(told(asked, found).contains(QStringLiteral("Nothing is stored of this time")));
    QVERIFY(BacktestWords::rows(asked, found, m_works->plant()).empty());
}

/// An hour of one sample a second twenty days ago, and one sample of today.
void TestRuleBacktest::whatIsRolledUpIsSaid()
{
    const Timestamp begin = m_now - 480h;
    const TagId tag = m_works->tags().intern(kHeat, SourceId {1});
    const auto writer
        = HistoryWriter::open({m_works->plant().dataFolder, 1}, m_works->tags()).value();
    const auto maintain = [&writer] {
        Result<bool> more = true;
        while (more.ok() && more.value())
            more = writer->maintain();
        return more.ok();
    };
    std::uint64_t position = 0;
    const auto write = [&](Timestamp from, int count) {
        auto batch = std::make_shared<SampleBatch>();
        for (int i = 0; i < count; ++i)
            batch->append(tag, from + std::chrono::seconds(i), 70.0, Quality::good(), {});
        return writer->append(batch).ok() && writer->commit({++position}, {}).ok() && maintain();
    };
    QVERIFY(write(begin, 3600) && write(m_now - 1h, 1));
    RuleBacktest whole = asking(limitRule(kHeat, 80.0), {}, 720h);
    QVERIFY(!tried(whole).rolledUp);
    RetentionPolicy policy;
    policy.rawDays = 3;
    writer->retain(policy, Timestamp::max());
    QVERIFY(maintain());
    const HistoryTrialResult found = tried(whole);
    QVERIFY(found.rolledUp.has_value());
    QCOMPARE(found.rolledUp->from, begin);
    QCOMPARE(found.rolledUp->to, begin + 3599s);
    const QString words = told(whole, found);
    QVERIFY2(words.contains(QStringLiteral("only roll-ups are left")), qPrintable(words));
    RuleBacktest today = asking(limitRule(kHeat, 80.0));
    QVERIFY(!tried(today).rolledUp);
}

void TestRuleBacktest::rowsLeadToTheirTrend()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 2h; time < m_now; time += 10s)
        stored.add(kHeat, time, time >= m_now - 1h && time < m_now - 30min ? 90.0 : 70.0);
    stored.commit();
    RuleBacktest asked = asking(limitRule(kHeat, 80.0));
    const HistoryTrialResult found = tried(asked);
    const std::vector<TableRow> rows = BacktestWords::rows(asked, found, m_works->plant());
    QCOMPARE(rows.size(), 1U);
    const QString place = QString::fromStdString(rows.front().key);
    const qsizetype end = TrendKey::end(place);
    QCOMPARE(TrendKey::paths(place.first(end)), QStringList(QLatin1String(kHeat)));
    const std::optional<TimeRange> range = TrendKey::rangeOf(place.mid(end + 1));
    QVERIFY(range.has_value());
    QVERIFY(range->from < m_now - 1h && range->to > m_now - 30min);
    QCOMPARE(rows.front().cells[BacktestWords::LastedColumn].text, QStringLiteral("30 min"));
}

void TestRuleBacktest::assetsOfOneNameAreToldApart()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 2h; time < m_now; time += 10s) {
        const bool isOn = (time - (m_now - 2h)) % 2h > 1h;
        stored.add("works/Line 1/oven/heat", time, isOn ? 90.0 : 70.0);
        stored.add("works/Line 2/oven/heat", time, isOn ? 90.0 : 70.0);
    }
    stored.commit();
    RuleBacktest asked = asking(limitRule("works/*/oven/heat", 80.0));
    const HistoryTrialResult found = tried(asked);
    QStringList assets;
    for (const TableRow &row : BacktestWords::rows(asked, found, m_works->plant()))
        assets << row.cells[BacktestWords::AssetColumn].text;
    assets.sort();
    QCOMPARE(assets,
             QStringList({QStringLiteral("Line 1 › oven"), QStringLiteral("Line 2 › oven")}));
}

/// A peak of 90 for ten minutes three hours ago, later many short ones of 99.
void TestRuleBacktest::whatWouldBeMissedStandsFirst()
{
    StoredValues stored(*m_works);
    for (Timestamp time = m_now - 4h; time < m_now; time += 10s) {
        const auto into = time - (m_now - 4h);
        const bool isReal = into >= 1h && into < 70min;
        const bool isPeak = into > 2h && into % 600s < 20s;
        stored.add(kHeat, time, isReal ? 90.0 : isPeak ? 99.0 : 70.0);
    }
    stored.commit();
    RuleBacktest asked = asking(limitRule(kHeat, 95.0), limitRule(kHeat, 80.0));
    const HistoryTrialResult found = tried(asked);
    const std::vector<TableRow> rows = BacktestWords::rows(asked, found, m_works->plant());
    QVERIFY(rows.size() > 5);
    const auto text = [&rows](std::size_t row, int column) {
        return rows[row].cells[static_cast<std::size_t>(column)].text;
    };
    QCOMPARE(text(0, BacktestWords::RemarkColumn), QStringLiteral("missed"));
    QCOMPARE(text(0, BacktestWords::ValueColumn), QStringLiteral("90"));
    QCOMPARE(text(0, BacktestWords::LastedColumn), QStringLiteral("10 min"));
    QVERIFY(!rows[0].cells[BacktestWords::CameColumn].isQuiet);
    QCOMPARE(text(1, BacktestWords::ValueColumn), QStringLiteral("99"));
    QVERIFY(rows[1].cells[BacktestWords::CameColumn].value.toLongLong()
            > rows[2].cells[BacktestWords::CameColumn].value.toLongLong());
}

void TestRuleBacktest::aJobCanBeCancelled()
{
    HistoryJob job(m_works->plant().dataFolder);
    std::atomic<bool> isStarted = false;
    std::atomic<bool> isStopped = false;
    int answers = 0;
    job.run(
        [&](HistoryReader &, HistoryJob::Progress &progress) -> Outcome {
            isStarted = true;
            while (!progress.cancel.isCancelled())
                std::this_thread::yield();
            isStopped = true;
            return Error {Error::Code::Cancelled, "not wanted any more"};
        },
        [&answers](const Outcome &) { ++answers; });
    QVERIFY(job.isRunning());
    QTRY_VERIFY(isStarted);
    job.cancel();
    QVERIFY(!job.isRunning());
    QTRY_VERIFY(isStopped);
    job.run([](HistoryReader &, HistoryJob::Progress &) { return Outcome(); },
            [&answers](const Outcome &) { answers += 10; });
    QTRY_COMPARE(answers, 10);
}

QTEST_GUILESS_MAIN(TestRuleBacktest)
#include "tst_rule_backtest.moc"
