#include "data/alarms/alarm_engine.h"

#include <QTest>

#include <map>
#include <set>
#include <sstream>

using namespace telltale;

/// The tables of alarms.md 4.1 and 4.2, cell by cell; at the end every pair of a state and an event
/// must have been tried.
class TestAlarmTransitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellIsAsTheTableSays_data();
    void cellIsAsTheTableSays();
    void optionChangesTheCell_data();
    void optionChangesTheCell();
    void everyPairOfStateAndEventWasTried();

private:
    std::set<std::pair<std::string, std::string>> m_tried;
};

namespace {

constexpr AlarmTime kBegin = 1'790'000'000 * kSecond;
const char kLatching[] = "latch";
const char kAutomatic[] = "auto_rtn";
const char kUnasked[] = "none";

using Words = std::vector<std::string>;

/// A line of a table: how the state is reached, and what each event makes of it: the state shown
/// then and the entries, or the reason of the refusal.
struct Line
{
    const char *state; ///< process state, or the flags that are set
    const char *option; ///< of the rule
    const char *way; ///< events that lead there
    std::vector<const char *> cells; ///< in the order of the events
};

const Words kFreeEvents {"ON",       "OFF", "ACK",      "RESET",      "REALARM", "SHELVE",
                         "SUPPRESS", "OOS", "UNSHELVE", "UNSUPPRESS", "RTS"};

const std::vector<Line> &freeLines()
{
    static const char shelve[] = "SHLVD SHELVE";
    static const char suppress[] = "DSUPR SUPPRESS";
    static const char oos[] = "OOSRV OOS";
    static const std::vector<Line> lines {
        {"NORM",
         "",
         "OFF",
         {"UNACK ALARM", "NORM", "NORM !nothing_to_ack", "NORM !nothing_to_reset", "NORM", shelve,
          suppress, oos, "NORM !not_shelved", "NORM", "NORM !not_out_of_service"}},
        {"UNACK",
         "",
         "ON",
         {"UNACK", "RTNUN RTN", "ACKED ACK", "UNACK !condition_active", "UNACK", shelve, suppress,
          oos, "UNACK !not_shelved", "UNACK", "UNACK !not_out_of_service"}},
        {"ACKED",
         "",
         "ON ACK",
         {"ACKED", "NORM RTN", "ACKED !already_acked", "ACKED !condition_active", "UNACK REALARM",
          shelve, suppress, oos, "ACKED !not_shelved", "ACKED", "ACKED !not_out_of_service"}},
        {"RTNUN",
         "",
         "ON OFF",
         {"UNACK ALARM", "RTNUN", "NORM ACK", "RTNUN !nothing_to_reset", "RTNUN", shelve, suppress,
          oos, "RTNUN !not_shelved", "RTNUN", "RTNUN !not_out_of_service"}},
        {"LATUN",
         kLatching,
         "ON OFF",
         {"UNACK ALARM", "LATUN", "LATAK ACK", "LATUN !ack_first", "LATUN", shelve, suppress, oos,
          "LATUN !not_shelved", "LATUN", "LATUN !not_out_of_service"}},
        {"LATAK",
         kLatching,
         "ON ACK OFF",
         {"UNACK ALARM", "LATAK", "LATAK !already_acked", "NORM RESET", "LATAK", shelve, suppress,
          oos, "LATAK !not_shelved", "LATAK", "LATAK !not_out_of_service"}},
    };
    return lines;
}

const Words kHiddenEvents {"ON",  "OFF",      "ACK",    "RESET",      "SHELVE", "SUPPRESS",
                           "OOS", "UNSHELVE", "EXPIRY", "UNSUPPRESS", "RTS"};

const std::vector<Line> &hiddenLines()
{
    static const std::vector<Line> lines {
        {"S",
         "",
         "SHELVE",
         {"SHLVD SUP_ON", "SHLVD SUP_OFF", "SHLVD !suppressed", "SHLVD !suppressed", "SHLVD SHELVE",
          "DSUPR SUPPRESS", "OOSRV OOS", "NORM UNSHELVE", "NORM UNSHELVE", "SHLVD",
          "SHLVD !not_out_of_service"}},
        {"D",
         "",
         "SUPPRESS",
         {"DSUPR SUP_ON", "DSUPR SUP_OFF", "DSUPR !suppressed", "DSUPR !suppressed", "DSUPR SHELVE",
          "DSUPR", "OOSRV OOS", "DSUPR !not_shelved", "DSUPR", "NORM UNSUPPRESS",
          "DSUPR !not_out_of_service"}},
        {"DS",
         "",
         "SHELVE SUPPRESS",
         {"DSUPR SUP_ON", "DSUPR SUP_OFF", "DSUPR !suppressed", "DSUPR !suppressed", "DSUPR SHELVE",
          "DSUPR", "OOSRV OOS", "DSUPR UNSHELVE", "DSUPR UNSHELVE", "SHLVD UNSUPPRESS",
          "DSUPR !not_out_of_service"}},
        {"O",
         "",
         "OOS",
         {"OOSRV SUP_ON", "OOSRV SUP_OFF", "OOSRV !suppressed", "OOSRV !suppressed",
          "OOSRV !out_of_service", "OOSRV SUPPRESS", "OOSRV !already_out_of_service",
          "OOSRV !not_shelved", "OOSRV", "OOSRV", "NORM RTS"}},
        {"OS",
         "",
         "SHELVE OOS",
         {"OOSRV SUP_ON", "OOSRV SUP_OFF", "OOSRV !suppressed", "OOSRV !suppressed",
          "OOSRV !out_of_service", "OOSRV SUPPRESS", "OOSRV !already_out_of_service",
          "OOSRV UNSHELVE", "OOSRV UNSHELVE", "OOSRV", "SHLVD RTS"}},
        {"OD",
         "",
         "SUPPRESS OOS",
         {"OOSRV SUP_ON", "OOSRV SUP_OFF", "OOSRV !suppressed", "OOSRV !suppressed",
          "OOSRV !out_of_service", "OOSRV", "OOSRV !already_out_of_service", "OOSRV !not_shelved",
          "OOSRV", "OOSRV UNSUPPRESS", "DSUPR RTS"}},
        {"ODS",
         "",
         "SHELVE SUPPRESS OOS",
         {"OOSRV SUP_ON", "OOSRV SUP_OFF", "OOSRV !suppressed", "OOSRV !suppressed",
          "OOSRV !out_of_service", "OOSRV", "OOSRV !already_out_of_service", "OOSRV UNSHELVE",
          "OOSRV UNSHELVE", "OOSRV UNSUPPRESS", "DSUPR RTS"}},
    };
    return lines;
}

Words split(const std::string &text)
{
    std::istringstream stream(text);
    Words words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

/// One alarm, and the events of the tables.
class Bench
{
public:
    explicit Bench(const std::string &option)
    {
        AlarmRule rule;
        rule.id = "a";
        rule.tag = "T";
        rule.limit = 80;
        rule.suppressWhen.tag = "M";
        rule.suppressWhen.value = 1.0;
        rule.realarmSeconds = 1'000;
        rule.latch = option == kLatching;
        if (option == kAutomatic)
            rule.ack = AlarmRule::Ack::AutoReturn;
        if (option == kUnasked)
            rule.ack = AlarmRule::Ack::None;
        const std::vector<std::string> tags {"T", "M"};
        const std::vector<SourceId> sources(tags.size());
        m_engine.setRules(m_t, {rule}, {}, nullptr);
        m_engine.addTags(m_t, 0, tags, sources);
    }

    void perform(const std::string &way)
    {
        for (const std::string &event : split(way))
            happen(event);
    }
    void happen(const std::string &event);
    /// The process state, or the flags.
    std::string state() const;
    /// The state shown and the entries since the last call; of refusals the reason.
    std::string takeOutcome();

private:
    static AlarmLimits limits()
    {
        AlarmLimits limits;
        limits.draftsAreEvents = false;
        return limits;
    }
    void sample(std::uint32_t tag, double value)
    {
        AlarmSample sample;
        sample.time = m_t;
        sample.value = value;
        m_engine.sample(m_t, TagId {tag}, sample);
    }

    AlarmEngine m_engine {limits()};
    AlarmTime m_t = kBegin;
};

void Bench::happen(const std::string &event)
{
    const AlarmEngine::Actor eva {"eva", AlarmRole::Engineer, "why"};
    m_t += kSecond;
    if (event == "ON" || event == "OFF")
        sample(0, event == "ON" ? 95 : 20);
    else if (event == "SUPPRESS" || event == "UNSUPPRESS")
        sample(1, event == "SUPPRESS" ? 1 : 0);
    else if (event == "ACK")
        m_engine.acknowledge(m_t, "a", eva, 0);
    else if (event == "RESET")
        m_engine.reset(m_t, "a", eva);
    else if (event == "REALARM")
        m_engine.advanceTo(m_t += 1'000 * kSecond);
    else if (event == "SHELVE" || event == "ONESHOT")
        m_engine.shelve(m_t, "a", eva, 600, event == "ONESHOT");
    else if (event == "EXPIRY")
        m_engine.advanceTo(m_t += 600 * kSecond);
    else if (event == "UNSHELVE")
        m_engine.unshelve(m_t, "a", eva);
    else if (event == "OOS")
        m_engine.takeOutOfService(m_t, "a", eva);
    else if (event == "RTS")
        m_engine.returnToService(m_t, "a", eva);
    else
        QFAIL(("no such event: " + event).c_str());
}

std::string Bench::state() const
{
    const AlarmMemory &memory = m_engine.alarms()[0].memory;
    std::string flags;
    flags += memory.isOutOfService ? "O" : "";
    flags += memory.isSuppressed ? "D" : "";
    flags += memory.isShelved ? "S" : "";
    return flags.empty() ? stateWord(memory.process) : flags;
}

std::string Bench::takeOutcome()
{
    std::string outcome = stateWord(m_engine.alarms()[0].shown());
    for (const AlarmJournalEntry &entry : m_engine.output().journal)
        outcome += ' ' + (entry.type == "REJECT" ? '!' + entry.reason : entry.type);
    m_engine.output().clear();
    return outcome;
}

void addRows(const std::vector<Line> &lines, const Words &events, bool areHidden)
{
    for (const Line &line : lines) {
        QCOMPARE(line.cells.size(), events.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
            // What is off cannot go off: where it would be told, it is on before.
            const bool isOnBefore = areHidden && events[i] == "OFF";
            const std::string way = std::string(line.way) + (isOnBefore ? " ON" : "");
            QTest::addRow("%s, %s", line.state, events[i].c_str())
                << std::string(line.state) << std::string(line.option) << way << events[i]
                << std::string(line.cells[i]);
        }
    }
}

} // namespace

void TestAlarmTransitions::cellIsAsTheTableSays_data()
{
    QTest::addColumn<std::string>("state");
    QTest::addColumn<std::string>("option");
    QTest::addColumn<std::string>("way");
    QTest::addColumn<std::string>("event");
    QTest::addColumn<std::string>("outcome");
    addRows(freeLines(), kFreeEvents, false);
    addRows(hiddenLines(), kHiddenEvents, true);
}

void TestAlarmTransitions::cellIsAsTheTableSays()
{
    QFETCH(const std::string, state);
    QFETCH(const std::string, option);
    QFETCH(const std::string, way);
    QFETCH(const std::string, event);
    QFETCH(const std::string, outcome);
    Bench bench(option);
    bench.perform(way);
    bench.takeOutcome();
    const std::string before = bench.state();
    QCOMPARE(before, state);
    bench.happen(event);
    QCOMPARE(bench.takeOutcome(), outcome);
    m_tried.emplace(before, event);
}

void TestAlarmTransitions::optionChangesTheCell_data()
{
    QTest::addColumn<std::string>("option");
    QTest::addColumn<std::string>("way");
    QTest::addColumn<std::string>("event");
    QTest::addColumn<std::string>("outcome");
    const auto row
        = [](const char *option, const char *way, const char *event, const char *outcome) {
              QTest::addRow("%s: %s, %s", option, way, event)
                  << std::string(option) << std::string(way) << std::string(event)
                  << std::string(outcome);
          };
    row(kAutomatic, "ON", "OFF", "NORM RTN");
    row(kAutomatic, "ON ACK", "OFF", "NORM RTN");
    row(kUnasked, "OFF", "ON", "ACKED ALARM");
    row(kUnasked, "ON", "OFF", "NORM RTN");
    row(kUnasked, "ON", "ACK", "ACKED !already_acked");
    row(kUnasked, "ON", "REALARM", "ACKED");
    row(kLatching, "ON", "OFF", "LATUN RTN");
    row(kLatching, "ON ACK", "OFF", "LATAK RTN");
    // A shelf for one occurrence ends with it, whatever else hides the alarm.
    row("", "ONESHOT ON", "OFF", "NORM SUP_OFF UNSHELVE");
    row("", "ONESHOT SUPPRESS ON", "OFF", "DSUPR SUP_OFF UNSHELVE");
    row("", "ONESHOT OOS ON", "OFF", "OOSRV SUP_OFF UNSHELVE");
    row("", "ONESHOT SHELVE ON", "OFF", "SHLVD SUP_OFF");
    // The last flag goes: what is on comes anew, what latched is there, all else is quiet.
    row("", "ON SHELVE", "UNSHELVE", "UNACK UNSHELVE ALARM");
    row("", "ON SHELVE", "EXPIRY", "UNACK UNSHELVE ALARM");
    row("", "SUPPRESS ON", "UNSUPPRESS", "UNACK UNSUPPRESS ALARM");
    row("", "ON ACK OOS", "RTS", "UNACK RTS ALARM");
    row("", "ON OFF SHELVE", "UNSHELVE", "NORM UNSHELVE");
    row("", "ON SHELVE OOS", "RTS", "SHLVD RTS");
    for (const char *way : {"ON OFF", "ON ACK OFF", "ON OFF SHELVE OFF", "SUPPRESS ON OFF"}) {
        const std::string hidden = std::string(way) + " OOS UNSHELVE UNSUPPRESS";
        row(kLatching, hidden.c_str(), "RTS", "LATUN RTS");
    }
    row(kLatching, "ON SHELVE", "UNSHELVE", "UNACK UNSHELVE ALARM");
    row(kLatching, "OFF SHELVE", "UNSHELVE", "NORM UNSHELVE");
    row(kLatching, "ON OFF SHELVE UNSHELVE ACK RESET SHELVE", "UNSHELVE", "NORM UNSHELVE");
    row(kUnasked, "SUPPRESS ON", "UNSUPPRESS", "ACKED UNSUPPRESS ALARM");
}

void TestAlarmTransitions::optionChangesTheCell()
{
    QFETCH(const std::string, option);
    QFETCH(const std::string, way);
    QFETCH(const std::string, event);
    QFETCH(const std::string, outcome);
    Bench bench(option);
    bench.perform(way);
    bench.takeOutcome();
    bench.happen(event);
    QCOMPARE(bench.takeOutcome(), outcome);
}

void TestAlarmTransitions::everyPairOfStateAndEventWasTried()
{
    const std::map<const Words *, Words> pairs {
        {&kFreeEvents, {"NORM", "UNACK", "ACKED", "RTNUN", "LATUN", "LATAK"}},
        {&kHiddenEvents, {"S", "D", "DS", "O", "OS", "OD", "ODS"}}};
    std::size_t wanted = 0;
    for (const auto &[events, states] : pairs) {
        for (const std::string &state : states) {
            for (const std::string &event : *events) {
                ++wanted;
                const bool isTried = m_tried.contains({state, event});
                QVERIFY2(isTried, (state + ", " + event + " was not tried").c_str());
            }
        }
    }
    QCOMPARE(m_tried.size(), wanted);
    qInfo("%zu of %zu pairs of state and event: 100 %%", m_tried.size(), wanted);
}

QTEST_GUILESS_MAIN(TestAlarmTransitions)
#include "tst_alarm_transitions.moc"
