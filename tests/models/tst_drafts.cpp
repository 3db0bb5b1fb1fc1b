#include "models/area_names.h"
#include "models/connection_draft.h"
#include "models/connection_rows.h"
#include "models/rule_draft.h"
#include "models/rule_matches.h"
#include "models/rule_parameters.h"
#include "models/rule_table.h"
#include "models/speaker_census.h"
#include "models/status_rows.h"

#include "data/alarms/rule_check.h"
#include "data/alarms/rule_kind.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <QTest>

#include <set>

using namespace telltale;

class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signalIsKnownByUnitOrName_data();
    void signalIsKnownByUnitOrName();
    void adviceIsThatOfTheSpecification();
    void delaysOfOneThatChattersAreLonger();
    void idsAreFree();
    void rulesReadAsRows();
    void filtersAreChecked_data();
    void filtersAreChecked();
    void exposureDependsOnTheWay();
    void namesTellBrokersOfOneHostApart_data();
    void namesTellBrokersOfOneHostApart();
    void counterRowsAddUp();
    void valuesThatMadeNoTagAreSaid();
    void inboxRatesAreWords();
    void censusCountsByArea();
    void censusTellsFamilyAndCompleteness();
    void levelsWithoutANameSaySo();
    void censusListsSoManyAreas();
    void matchesAreCountedInParts();
    void matchIsThatOfThePattern();
    void everyMemberOfAKindHasItsParameter();
    void formFindsTheFaultsOfTheEngine_data();
    void formFindsTheFaultsOfTheEngine();
    void anotherFormForgetsTheConditionBefore();
    void valuesAreReadAsTheyAreWritten();
};

void TestDrafts::signalIsKnownByUnitOrName_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("signal");
    const auto row = [](const char *path, const char *unit, RuleDraft::Signal signal) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromUtf8(unit)
                            << static_cast<int>(signal);
    };
    row("p/bearing", "°C", RuleDraft::Signal::Temperature);
    row("p/temp_in", "", RuleDraft::Signal::Temperature);
    row("p/discharge", "bar", RuleDraft::Signal::Pressure);
    row("p/inflow", "m³/h", RuleDraft::Signal::Flow);
    row("p/vibration", "mm/s", RuleDraft::Signal::Other);
    row("p/level", "%", RuleDraft::Signal::Level);
    row("p/current", "A", RuleDraft::Signal::Other);
}

void TestDrafts::signalIsKnownByUnitOrName()
{
    QFETCH(QString, path);
    QFETCH(QString, unit);
    QFETCH(int, signal);
    TagInfo tag;
    tag.path = path.toStdString();
    tag.unit = unit.toStdString();
    QCOMPARE(static_cast<int>(RuleDraft::signalOf(tag)), signal);
}

void TestDrafts::adviceIsThatOfTheSpecification()
{
    const RuleDraft::Advice pressure = RuleDraft::adviceFor(RuleDraft::Signal::Pressure);
    QCOMPARE(pressure.deadbandPercent, 2.0);
    QCOMPARE(pressure.onDelaySeconds, 15.0);
    TagInfo tag;
    QVERIFY(!RuleDraft::deadbandOf(pressure, tag));
    tag.low = 2.0;
    tag.high = 12.0;
    QCOMPARE(*RuleDraft::deadbandOf(pressure, tag), 0.2);
    QCOMPARE(RuleDraft::adviceFor(RuleDraft::Signal::Level).onDelaySeconds, 60.0);
}

void TestDrafts::delaysOfOneThatChattersAreLonger()
{
    TagInfo tag;
    tag.unit = "bar";
    AlarmRule rule;
    rule = RuleDraft::slower(rule, tag);
    QCOMPARE(rule.onDelaySeconds, 15.0);
    QCOMPARE(rule.offDelaySeconds, 15.0);
    rule = RuleDraft::slower(rule, tag);
    QCOMPARE(rule.onDelaySeconds, 30.0);
    rule.respondWithinSeconds = 80.0;
    rule = RuleDraft::slower(rule, tag);
    QCOMPARE(rule.onDelaySeconds, 40.0); // half the time to respond
    QCOMPARE(rule.offDelaySeconds, 60.0);
    rule.onDelaySeconds = 50.0;
    QCOMPARE(RuleDraft::slower(rule, tag).onDelaySeconds, 50.0);
}

void TestDrafts::idsAreFree()
{
    AlarmRule taken;
    taken.id = "level_low";
    QCOMPARE(RuleDraft::freeId("Level low!", {}), std::string("level_low"));
    QCOMPARE(RuleDraft::freeId("Level low", {taken}), std::string("level_low_2"));
    QCOMPARE(RuleDraft::freeId("Level low @ night", {}), std::string("level_low_night"));
    QCOMPARE(RuleDraft::freeId("水位", {}), std::string("rule"));
}

void TestDrafts::rulesReadAsRows()
{
    TagRegistry tags;
    tags.intern("a/P-1/temp");
    tags.intern("a/P-2/temp");
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Hot\u202Eevil";
    rule.tag = "a/*/temp";
    rule.limit = 85.0;
    rule.priority = 2;
    RuleMatches matches(tags);
    matches.setPatterns({rule.tag});
    QCOMPARE(RuleTable::rows({rule}, matches, tags)[0].cells[RuleTable::TagsColumn].text,
             QStringLiteral("…"));
    QVERIFY(matches.update());
    const std::vector<TableRow> rows = RuleTable::rows({rule}, matches, tags);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].cells[RuleTable::PriorityColumn].text, QStringLiteral("2 HIGH"));
    QVERIFY(rows[0].cells[RuleTable::TitleColumn].text.contains(QStringLiteral("\\u202E")));
    QCOMPARE(rows[0].cells[RuleTable::TagsColumn].text, QStringLiteral("2"));
    QCOMPARE(rows[0].cells[RuleTable::StateColumn].text, QStringLiteral("draft"));
    QVERIFY(!rows[0].tip.isEmpty());
}

void TestDrafts::filtersAreChecked_data()
{
    QTest::addColumn<QString>("filters");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("everything") << QStringLiteral("#") << true;
    QTest::newRow("two") << QStringLiteral("a/+/b\nc/#") << true;
    QTest::newRow("hash in the middle") << QStringLiteral("a/#/b") << false;
    QTest::newRow("hash within a level") << QStringLiteral("a/b#") << false;
    QTest::newRow("plus within a level") << QStringLiteral("a/b+") << false;
    QTest::newRow("none") << QStringLiteral(" , ") << false;
}

void TestDrafts::filtersAreChecked()
{
    QFETCH(QString, filters);
    QFETCH(bool, isRight);
    ConnectionConfig connection;
    connection.name = "x";
    connection.url = "mqtt://x";
    connection.filters = ConnectionDraft::filtersFrom(filters);
    QCOMPARE(ConnectionDraft::faults(connection, {}).isEmpty(), isRight);
    QVERIFY(!ConnectionDraft::faults(connection, {"x"}).isEmpty());
}

void TestDrafts::exposureDependsOnTheWay()
{
    ConnectionConfig connection;
    connection.url = "mqtt://10.1.2.3";
    QVERIFY(ConnectionDraft::isExposed(connection));
    connection.url = "mqtts://10.1.2.3";
    QVERIFY(!ConnectionDraft::isExposed(connection));
    connection.url = "mqtt://localhost";
    QVERIFY(!ConnectionDraft::isExposed(connection));
}

void TestDrafts::counterRowsAddUp()
{
    Counters counters;
    counters.received = 100;
    counters.decoded = 90;
    counters.journalPending = 3;
    counters.dropped = {{"payload_too_large", 5}, {"something_new", 2}};
    qulonglong received = 0;
    qulonglong rest = 0;
    for (const TableRow &row : ConnectionRows::counters(counters)) {
        const qulonglong count = row.cells[1].value.toULongLong();
        if (row.key == "received")
            received = count;
        else if (row.key != "stored")
            rest += count;
    }
    QCOMPARE(received, 100ULL);
    QCOMPARE(rest, received);
    QCOMPARE(ConnectionRows::dropCause("something_new"), QStringLiteral("something new"));
    QCOMPARE(ConnectionRows::reason("malformed: it ends too early (byte 4)"),
             QStringLiteral("malformed: it ends too early (byte 4)"));
    QCOMPARE(ConnectionRows::reason("malformed: tasmota"), QStringLiteral("malformed (tasmota)"));
    QCOMPARE(ConnectionRows::reason("topic invalid"), QStringLiteral("topic is not valid text"));
    QCOMPARE(ConnectionRows::reason("no_layout: bytes nobody described"),
             QStringLiteral("bytes nobody described"));
    QCOMPARE(ConnectionRows::reason("limit: 65 levels"),
             QStringLiteral("beyond a limit (65 levels)"));
    QCOMPARE(ConnectionRows::reason("payload too large: 300000 bytes, at most 262144"),
             QStringLiteral("payload too large: 300\u2009000 bytes, at most 262\u2009144"));
}

/// Their messages count as stored, and nothing of them is seen elsewhere.
void TestDrafts::valuesThatMadeNoTagAreSaid()
{
    const auto rowOf = [](const std::vector<TableRow> &rows) {
        const auto found = std::find_if(rows.begin(), rows.end(),
                                        [](const auto &row) { return row.key == "without-tag"; });
        return found == rows.end() ? TableRow() : *found;
    };
    PlantStatus status;
    QVERIFY(rowOf(ConnectionRows::counters(status, nullptr)).cells.empty());
    QCOMPARE(rowOf(StatusRows::storage(status, {}, QTimeZone::utc())).cells[1].text,
             QStringLiteral("0"));
    status.counters.samplesWithoutTag = 7;
    const TableRow counter = rowOf(ConnectionRows::counters(status, nullptr));
    QCOMPARE(counter.cells.size(), std::size_t(2));
    QVERIFY(counter.cells[0].text.contains(QStringLiteral("no tag is made")));
    QCOMPARE(counter.cells[1].text, QStringLiteral("7"));
    QVERIFY(rowOf(StatusRows::storage(status, {}, QTimeZone::utc()))
                .cells[1]
                .text.contains(QStringLiteral("no tag is made")));
}

void TestDrafts::inboxRatesAreWords()
{
    QCOMPARE(ConnectionRows::rate(0.0), QStringLiteral("–"));
    QCOMPARE(ConnectionRows::rate(12.2), QStringLiteral("12 per s"));
    QCOMPARE(ConnectionRows::rate(0.2), QStringLiteral("12 per min"));
    QCOMPARE(ConnectionRows::rate(0.001), QStringLiteral("4 per h"));
}

void TestDrafts::censusCountsByArea()
{
    TagRegistry tags;
    LiveValues live;
    SpeakerCensus census(tags);
    for (int pump = 0; pump < 3; ++pump) {
        tags.intern("site/a/P-" + std::to_string(pump) + "/flow", SourceId {1});
        tags.intern("site/a/P-" + std::to_string(pump) + "/speed", SourceId {1});
    }
    tags.intern("site/b/T-1/level", SourceId {1});
    tags.intern("other/x/y", SourceId {2});
    while (census.update()) { }
    const SpeakerCensus::Totals totals = census.totals(SourceId {1});
    QCOMPARE(totals.areas, 2U);
    QCOMPARE(totals.assets, 4U);
    QCOMPARE(totals.tags, 7U);
    const std::vector<TableRow> rows = census.rows(SourceId {1}, live, Clock::system().now());
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].cells[0].text, QStringLiteral("site/a"));
    QCOMPARE(rows[0].cells[4].text, QStringLiteral("6"));
    const auto assets = [&](const std::optional<std::string> &area) {
        QStringList names;
        for (const TableRow &row :
             census.assetRows(SourceId {1}, area, live, Clock::system().now()))
            names << row.cells[0].text + QLatin1Char(' ') + row.cells[2].text;
        return names.join(QLatin1Char('|'));
    };
    QCOMPARE(assets({}), QStringLiteral("P-0 2|P-1 2|P-2 2|T-1 1"));
    QCOMPARE(assets("site/b"), QStringLiteral("T-1 1"));
    QCOMPARE(assets("site/c"), QString());
    tags.intern("site/b/T-2/level", SourceId {1});
    QVERIFY(census.update());
    QCOMPARE(census.totals(SourceId {1}).tags, 8U);
}

/// A state needs no unit; what has not spoken yet may be a number.
void TestDrafts::censusTellsFamilyAndCompleteness()
{
    TagRegistry tags;
    LiveValues live;
    SpeakerCensus census(tags);
    const TagId flow = tags.intern("site/P-1/flow", SourceId {1});
    const TagId runs = tags.intern("site/P-1/running", SourceId {1});
    tags.intern("site/P-1/speed", SourceId {1});
    const auto row = [&] {
        while (census.update()) { }
        return census.rows(SourceId {1}, live, Clock::system().now()).front();
    };
    QCOMPARE(row().cells[1].text, QStringLiteral("–"));
    QCOMPARE(row().cells[5].text, QStringLiteral("0/3"));
    tags.setFamily(flow, "json");
    tags.setFamily(runs, "bare");
    tags.setUnit(flow, "m³/h");
    SampleBatch batch;
    batch.append(runs, Clock::system().now(), 1.0, Quality::good(),
                 SampleFlags::make(SampleFlags::Kind::Boolean));
    live.apply(batch);
    QCOMPARE(row().cells[1].text, QStringLiteral("JSON, Plain values"));
    QCOMPARE(row().cells[5].text, QStringLiteral("2/3"));
    for (int i = 0; i < 300; ++i)
        tags.intern("site/P-2/raw" + std::to_string(i), SourceId {1});
    QCOMPARE(row().cells[5].text, QStringLiteral("≈ 1 %")); // of the first ones
}

void TestDrafts::levelsWithoutANameSaySo()
{
    TagRegistry tags;
    LiveValues live;
    SpeakerCensus census(tags);
    tags.intern("plant/flow", SourceId {1});
    tags.intern("level", SourceId {1});
    while (census.update()) { }
    const std::vector<TableRow> rows = census.rows(SourceId {1}, live, Clock::system().now());
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].cells[3].text, QStringLiteral("(no name), plant"));
    QCOMPARE(placeName(tags, {}), QString());
    QCOMPARE(placeName(tags, "/pump"), QStringLiteral("pump · (no name)"));
    QCOMPARE(placeName(tags, "plant/"), QStringLiteral("plant › (no name)"));
}

/// However many there are: the page is shown anew every few seconds.
void TestDrafts::censusListsSoManyAreas()
{
    TagRegistry tags;
    LiveValues live;
    SpeakerCensus census(tags);
    constexpr std::size_t kAreas = SpeakerCensus::kMostAreas + 100;
    for (std::size_t area = 0; area < kAreas; ++area)
        tags.intern("site/" + std::to_string(area) + "/pump/flow", SourceId {1});
    while (census.update()) { }
    QCOMPARE(census.totals(SourceId {1}).areas, kAreas);
    QCOMPARE(census.rows(SourceId {1}, live, Clock::system().now()).size(),
             SpeakerCensus::kMostAreas);
}

/// Rules times tags are never looked at in one go.
void TestDrafts::matchesAreCountedInParts()
{
    TagRegistry tags;
    for (std::size_t i = 0; i < RuleMatches::kAtOnce; ++i)
        tags.intern("site/" + std::to_string(i) + "/flow");
    RuleMatches matches(tags);
    matches.setPatterns({"**/flow", "site/1*/flow"});
    QVERIFY(matches.update());
    QVERIFY(matches.of("**/flow").isWhole);
    QCOMPARE(matches.of("**/flow").tags, RuleMatches::kAtOnce);
    QVERIFY(!matches.of("site/1*/flow").isWhole);
    QVERIFY(matches.update());
    QCOMPARE(matches.of("site/1*/flow").tags, 1U + 10U + 100U + 1000U);
    QVERIFY(!matches.update());
    tags.intern("site/new/flow");
    QVERIFY(!matches.of("**/flow").isWhole);
    QVERIFY(matches.update());
    QCOMPARE(matches.of("**/flow").tags, RuleMatches::kAtOnce + 1);
    QCOMPARE(matches.of("never asked").tags, 0U);
}

void TestDrafts::matchIsThatOfThePattern()
{
    TagRegistry tags;
    const TagId late = tags.intern("a/z/flow");
    const TagId early = tags.intern("a/b/flow");
    RuleMatches matches(tags);
    const auto of = [&](const std::string &pattern) {
        matches.setPatterns({pattern});
        while (matches.update()) { }
        return matches.of(pattern);
    };
    QCOMPARE(of("a/*/flow").first, early);
    QCOMPARE(of("a/z/flow").first, late);
    QCOMPARE(of("a/none").tags, 0U);
    QVERIFY(of("a/none").isWhole);
    QCOMPARE(of("a/*/flow").tags, 2U);
    const TagId starred = tags.intern("a/*/flow"); // its own name comes first
    QCOMPARE(of("a/*/flow").tags, 1U);
    QCOMPARE(of("a/*/flow").first, starred);
}

void TestDrafts::everyMemberOfAKindHasItsParameter()
{
    const std::vector<RuleParameter> all = RuleParameters::all();
    std::set<AlarmRule::Kind> offered;
    for (const RuleParameters::Form &form : RuleParameters::forms())
        offered.insert(form.kind);
    for (std::size_t i = 0; i < ruleKinds().size(); ++i) {
        const RuleKind &kind = *ruleKinds()[i];
        for (const std::string_view member : kind.members) {
            const bool isAsked
                = std::any_of(all.begin(), all.end(), [member](const RuleParameter &parameter) {
                      return member == parameter.member;
                  });
            QVERIFY2(member.empty() || member == "side" || isAsked, kind.word);
        }
        const auto number = static_cast<AlarmRule::Kind>(i);
        QCOMPARE(offered.contains(number), number != AlarmRule::Kind::Connection);
    }
}

void TestDrafts::formFindsTheFaultsOfTheEngine_data()
{
    using Kind = AlarmRule::Kind;
    QTest::addColumn<AlarmRule>("rule");
    QTest::addColumn<bool>("isRight");
    const auto row = [](const char *name, Kind kind, bool isRight, auto change) {
        AlarmRule rule;
        rule.id = "a";
        rule.title = "A";
        rule.tag = "works/a";
        rule.kind = kind;
        change(rule);
        QTest::newRow(name) << rule << isRight;
    };
    row("limit", Kind::Limit, true, [](AlarmRule &) {});
    row("deadband below 0", Kind::Limit, false, [](AlarmRule &rule) { rule.deadband = -1.0; });
    row("no timeout", Kind::Stale, false, [](AlarmRule &) {});
    row("timeout", Kind::Stale, true, [](AlarmRule &rule) { rule.timeoutSeconds = 30.0; });
    const auto deviation = [](AlarmRule &rule) {
        rule.setpoint = 5.0;
        rule.high = rule.low = 2.0;
    };
    row("deviation", Kind::Deviation, true, deviation);
    row("no set-point", Kind::Deviation, false, [&](AlarmRule &rule) {
        deviation(rule);
        rule.setpoint.reset();
    });
    row("two set-points", Kind::Deviation, false, [&](AlarmRule &rule) {
        deviation(rule);
        rule.setpointTag = "works/b";
    });
    row("set-point of a tag", Kind::Deviation, true, [&](AlarmRule &rule) {
        deviation(rule);
        rule.setpoint.reset();
        rule.setpointTag = "works/b";
    });
    row("no distance", Kind::Deviation, false, [&](AlarmRule &rule) {
        deviation(rule);
        rule.low = 0.0;
    });
    row("deadband as wide as a distance", Kind::Deviation, false, [&](AlarmRule &rule) {
        deviation(rule);
        rule.deadband = 2.0;
    });
    row("rate", Kind::Rate, true, [](AlarmRule &rule) { rule.windowSeconds = 60.0; });
    row("rate without window", Kind::Rate, false, [](AlarmRule &) {});
    row("discrete", Kind::Discrete, true, [](AlarmRule &rule) { rule.alarmWhen = {true}; });
    row("discrete without values", Kind::Discrete, false, [](AlarmRule &) {});
    const auto count = [](AlarmRule &rule) {
        rule.alarmWhen = {1.0};
        rule.count = 3;
        rule.windowSeconds = 60.0;
    };
    row("count", Kind::Count, true, count);
    row("count of none", Kind::Count, false, [&](AlarmRule &rule) {
        count(rule);
        rule.count = 0;
    });
    row("count of too many", Kind::Count, false, [&](AlarmRule &rule) {
        count(rule);
        rule.count = 10'001;
    });
    row("quality", Kind::Quality, true, [](AlarmRule &) {});
}

void TestDrafts::formFindsTheFaultsOfTheEngine()
{
    QFETCH(AlarmRule, rule);
    QFETCH(bool, isRight);
    QCOMPARE(!findFault({rule}), isRight);
    const auto faults = RuleDraft::faults(rule);
    QVERIFY2(faults.empty() == isRight,
             qPrintable(faults.empty() ? QString() : faults.begin()->second));
}

void TestDrafts::anotherFormForgetsTheConditionBefore()
{
    AlarmRule rule;
    rule.side = AlarmRule::Side::Low;
    rule.limit = 5.0;
    rule.deadband = 1.0;
    rule.priority = 2;
    rule.latch = true;
    for (const RuleParameters::Form &form : RuleParameters::forms()) {
        if (form.kind == AlarmRule::Kind::Rate)
            RuleParameters::setForm(rule, form);
    }
    AlarmRule expected;
    expected.kind = AlarmRule::Kind::Rate;
    expected.priority = 2;
    expected.latch = true;
    QVERIFY(rule == expected);
}

void TestDrafts::valuesAreReadAsTheyAreWritten()
{
    using Values = std::vector<AlarmValue>;
    const Values all {true,
                      false,
                      1.5,
                      -2.0,
                      std::string("fault"),
                      std::string("1"),
                      std::string("true"),
                      std::string("a, b"),
                      std::string("say \"no\""),
                      std::string(),
                      std::string("nan"),
                      std::string(" blank ")};
    const QString written = RuleParameters::valuesText(all);
    QVERIFY2(RuleParameters::valuesOf(written) == all, qPrintable(written));
    QVERIFY(RuleParameters::valuesOf(QStringLiteral(" ,, ")).empty());
    QVERIFY((RuleParameters::valuesOf(QStringLiteral("on,2")) == Values {std::string("on"), 2.0}));
    QVERIFY(RuleParameters::valuesOf(QStringLiteral("\"open")) == Values {std::string("open")});
}

void TestDrafts::namesTellBrokersOfOneHostApart_data()
{
    QTest::addColumn<std::string>("address");
    QTest::addColumn<std::string>("name");
    const auto row = [](const char *address, const char *name) {
        QTest::newRow(address) << std::string(address) << std::string(name);
    };
    row("works", "works 2");
    row("mqtt://lab:1883", "lab");
    row("mqtts://lab:8883", "lab");
    row("mqtt://lab:1884", "lab:1884");
    row("mqtts://lab:1883", "lab:1883");
    row("mqtt://[::1]:1884", "[::1]:1884");
    row("mqtt://works:1884", "works:1884 2");
}

void TestDrafts::namesTellBrokersOfOneHostApart()
{
    QFETCH(std::string, address);
    QFETCH(std::string, name);
    QCOMPARE(ConnectionDraft::freeName(address, {"works", "works:1884"}), name);
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
