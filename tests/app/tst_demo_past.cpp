#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"
#include "data/telemetry/clock.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/support/telltale_process.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What somebody finds who starts `telltale demo` for the first time, and for the second.
class TestDemoPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void newDemoHasADayBehindIt();
    void alarmsOfThePastAreFewAndOver();
    void firstAlarmComesSoon();
    void secondStartBringsNoOtherPast();
    void metersGoOnOverTheRestart();
    void waterGoesOnOverTheRestart();
    void demoKilledAtItsStartGetsItsPastLater();

private:
    std::unique_ptr<HistoryReader> history() const;
    TagId tag(const char *path) const;
    std::size_t samplesBefore(Timestamp time) const;
    AlarmSnapshot alarms() const;

    TelltaleProcess m_telltale;
    Timestamp m_started {};
    Timestamp m_restarted {};
};

namespace {

constexpr const char *kFlow = "Northfield/Intake/Inlet meter FI-10/flow";

bool isActive(const AlarmRow &row)
{
    return row.state == AlarmState::Unacked || row.state == AlarmState::Acked;
}

std::unique_ptr<HistoryReader> historyOf(const TelltaleProcess &telltale)
{
    Result<std::unique_ptr<HistoryReader>> reader
        = HistoryReader::open(telltale.data().toStdString());
    return reader.ok() ? std::move(reader).value() : nullptr;
}

TagId tagOf(const TelltaleProcess &telltale, const char *path)
{
    TagRegistry tags;
    const auto reader = historyOf(telltale);
    return reader && reader->loadTags(tags).ok() ? tags.find(path) : TagId();
}

/// Of the flow, in the two days before `time`.
std::size_t samplesOf(const TelltaleProcess &telltale, Timestamp time)
{
    std::size_t count = 0;
    const auto reader = historyOf(telltale);
    const TagId flow = tagOf(telltale, kFlow);
    if (!reader || !flow.isValid())
        return 0;
    const Outcome read = reader->scan(flow, {time - 48h, time}, [&count](const Sample &) {
        ++count;
        return true;
    });
    return read.ok() ? count : 0;
}

/// Whether the flow of now is there: what came before it is, too.
bool isUpToDate(const TelltaleProcess &telltale)
{
    const auto reader = historyOf(telltale);
    const TagId flow = tagOf(telltale, kFlow);
    if (!reader || !flow.isValid())
        return false;
    const Timestamp now = Clock::system().now();
    const Result<std::optional<Sample>> newest = reader->valueAt(flow, now);
    return newest.ok() && newest.value() && now - newest.value()->time < 3s;
}

} // namespace

std::unique_ptr<HistoryReader> TestDemoPast::history() const
{
    return historyOf(m_telltale);
}

TagId TestDemoPast::tag(const char *path) const
{
    return tagOf(m_telltale, path);
}

std::size_t TestDemoPast::samplesBefore(Timestamp time) const
{
    return samplesOf(m_telltale, time);
}

AlarmSnapshot TestDemoPast::alarms() const
{
    Result<std::unique_ptr<AlarmReader>> reader
        = AlarmReader::open(m_telltale.data().toStdString());
    if (!reader.ok())
        return {};
    Result<AlarmSnapshot> snapshot = reader.value()->snapshot();
    return snapshot.ok() ? std::move(snapshot).value() : AlarmSnapshot();
}

void TestDemoPast::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_started = Clock::system().now();
    QVERIFY(m_telltale.start({QStringLiteral("demo")}));
}

void TestDemoPast::newDemoHasADayBehindIt()
{
    QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(m_telltale), 60'000);
    QVERIFY(samplesBefore(m_started - 24h) > 100); // one a minute, two hours of them
    QVERIFY(samplesBefore(m_started) > 25 * 60 + 700);
    const auto found = history()->valueAt(tag(kFlow), m_started - 24h);
    QVERIFY(found.ok() && found.value());
    QVERIFY(m_started - 24h - found.value()->time <= 60s);
}

void TestDemoPast::alarmsOfThePastAreFewAndOver()
{
    const AlarmSnapshot snapshot = alarms();
    QVERIFY(!snapshot.flood);
    int over = 0;
    for (const AlarmRow &row : snapshot.rows)
        over += row.since < m_started - 1h ? 1 : 0;
    QCOMPARE(over, 2);
    for (const AlarmRow &row : snapshot.rows)
        QVERIFY2(row.since > m_started || !isActive(row), row.title.c_str());
}

void TestDemoPast::firstAlarmComesSoon()
{
    const auto hasCome = [this] {
        const AlarmSnapshot snapshot = alarms();
        return std::any_of(snapshot.rows.begin(), snapshot.rows.end(),
                           [](const AlarmRow &row) { return row.priority == 1 && isActive(row); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasCome(), 90'000);
    QVERIFY(Clock::system().now() - m_started > 10s);
}

void TestDemoPast::secondStartBringsNoOtherPast()
{
    QCOMPARE(m_telltale.terminate(), 0);
    const Timestamp ended = Clock::system().now();
    m_restarted = ended;
    const std::size_t before = samplesBefore(ended);
    QVERIFY(m_telltale.start({QStringLiteral("demo")}));
    const auto goesOn = [&] { return samplesBefore(Clock::system().now() + 1s) > before + 2; };
    QTRY_VERIFY_WITH_TIMEOUT(goesOn(), 60'000);
    QCOMPARE(samplesBefore(ended), before);
    const auto gaps = history()->gaps({ended - 1s, Clock::system().now()});
    QVERIFY(gaps.ok());
    QVERIFY(std::any_of(gaps->begin(), gaps->end(), [](const HistoryGap &gap) {
        return gap.cause == HistoryGap::Cause::ProgramOff;
    }));
    QCOMPARE(m_telltale.terminate(), 0);
}

void TestDemoPast::metersGoOnOverTheRestart()
{
    const auto reader = history();
    QVERIFY(reader);
    for (const char *path : {"Northfield/Pump station 2/Pump P-203/hours",
                             "Northfield/Intake/Raw water pump P-101/hours",
                             "Northfield/Pump station 2/Energy meter EM-2/energy"}) {
        double last = 0.0;
        bool hasFallen = false;
        std::size_t after = 0;
        const TimeRange all {m_started - 48h, Clock::system().now()};
        QVERIFY(reader
                    ->scan(tag(path), all,
                           [&](const Sample &sample) {
                               hasFallen = hasFallen || sample.value < last;
                               last = sample.value;
                               after += sample.time > m_restarted ? 1 : 0;
                               return true;
                           })
                    .ok());
        QVERIFY2(!hasFallen, path);
        QVERIFY2(after > 0, path);
    }
}

/// What moves slowly has not moved in the seconds between.
void TestDemoPast::waterGoesOnOverTheRestart()
{
    const auto reader = history();
    QVERIFY(reader);
    const std::map<const char *, double> steps {
        {"Northfield/Reservoirs/Reservoir R-1/level", 0.3},
        {"Northfield/Pump station 2/Tank T-21/level", 0.6},
        {"Northfield/Pump station 2/Pump P-203/wear", 0.01}};
    for (const auto &[path, step] : steps) {
        std::vector<double> around; // the last before, the first after
        const TimeRange all {m_started, Clock::system().now()};
        QVERIFY(reader
                    ->scan(tag(path), all,
                           [&](const Sample &sample) {
                               if (sample.time <= m_restarted)
                                   around.clear();
                               around.push_back(sample.value);
                               return around.size() < 2;
                           })
                    .ok());
        QCOMPARE(around.size(), std::size_t(2));
        const double moved = std::abs(around[1] - around[0]);
        QVERIFY2(moved <= step,
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(path)).arg(moved)));
    }
}

/// Not even a day behind it, and no hole in it.
void TestDemoPast::demoKilledAtItsStartGetsItsPastLater()
{
    TelltaleProcess demo;
    const Timestamp started = Clock::system().now();
    QVERIFY(demo.start({QStringLiteral("demo")}));
    QTRY_VERIFY_WITH_TIMEOUT(samplesOf(demo, started) > 0, 60'000);
    demo.killNine();
    QVERIFY(demo.start({QStringLiteral("demo")}));
    QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(demo), 60'000);
    QVERIFY(samplesOf(demo, started) > 25 * 60 + 700);
    const auto reader = historyOf(demo);
    QVERIFY(reader);
    Timestamp last {};
    std::chrono::microseconds longest {};
    const TimeRange past {started - 48h, started};
    QVERIFY(reader
                ->scan(tagOf(demo, kFlow), past,
                       [&](const Sample &sample) {
                           if (last != Timestamp {})
                               longest = std::max(longest, sample.time - last);
                           last = sample.time;
                           return true;
                       })
                .ok());
    QVERIFY(longest <= 2min);
    QCOMPARE(demo.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestDemoPast)
#include "tst_demo_past.moc"
