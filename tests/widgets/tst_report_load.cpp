#include "models/report_data.h"

#include "tests/widgets/report_bench.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What alarms asked of people is counted for a report as it is for the page of key figures.
class TestReportLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatBeganBeforeThePeriodCounts();
    void longJournalIsCountedToItsEnd();
    void standingAlarmsAreThoseOfTheAsset_data();
    void standingAlarmsAreThoseOfTheAsset();

private:
    KeyFigures load(const std::string &report = "overview") const;

    std::unique_ptr<ReportBench> m_bench;
};

void TestReportLoad::init()
{
    m_bench = std::make_unique<ReportBench>();
    m_bench->journal.entries.clear();
}

KeyFigures TestReportLoad::load(const std::string &report) const
{
    const auto data = gatherReport(m_bench->options(report), *m_bench->history, &m_bench->journal,
                                   m_bench->plant.tags(), m_bench->plant.workspace());
    return data.ok() ? data->alarmLoad.value_or(KeyFigures()) : KeyFigures();
}

/// An acknowledgement of an alarm that came before, and a flood that ran already.
void TestReportLoad::whatBeganBeforeThePeriodCounts()
{
    const Timestamp begin = m_bench->hour.from;
    for (int i = 0; i < 12; ++i)
        m_bench->journal.entries.push_back(
            entry("ALARM", ("a" + std::to_string(i)).c_str(), begin - 2min + i * 1s));
    m_bench->journal.entries.push_back(entry("ACK", "a3", begin + 1min));
    const KeyFigures figures = load();
    QCOMPARE(figures.annunciated, std::uint64_t {0});
    QCOMPARE(figures.acknowledged[0].count, std::uint64_t {1});
    QCOMPARE(figures.acknowledged[0].medianSeconds, 177.0);
    QVERIFY(figures.inFlood > 0s);
}

/// The list of alarms in a report has an end, the count has none.
void TestReportLoad::longJournalIsCountedToItsEnd()
{
    constexpr int kEntries = 21'000;
    for (int i = 0; i < kEntries; ++i)
        m_bench->journal.entries.push_back(entry("ALARM", "often", m_bench->hour.from + i * 100ms));
    QCOMPARE(load().annunciated, static_cast<std::uint64_t>(kEntries));
}

void TestReportLoad::standingAlarmsAreThoseOfTheAsset_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<int>("standing");
    QTest::newRow("the plant") << QByteArray("overview") << 2;
    QTest::newRow("an asset") << QByteArray("asset:") + kPump << 1;
}

void TestReportLoad::standingAlarmsAreThoseOfTheAsset()
{
    QFETCH(const QByteArray, report);
    QFETCH(const int, standing);
    AlarmRow row;
    row.id = "old";
    row.tag = kBearing;
    row.state = AlarmState::Acked;
    row.since = m_bench->hour.from - 72h;
    m_bench->journal.list.rows.push_back(row);
    row.id = "other";
    row.tag = "Northfield/elsewhere/level";
    m_bench->journal.list.rows.push_back(row);
    const KeyFigures figures = load(report.toStdString());
    QVERIFY(figures.now);
    QCOMPARE(figures.now->standing, static_cast<std::uint64_t>(standing));
    QCOMPARE(figures.stale, static_cast<std::uint64_t>(standing));
}

QTEST_MAIN(TestReportLoad)
#include "tst_report_load.moc"
