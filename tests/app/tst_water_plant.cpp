#include "app/demo/demo_workspace.h"
#include "app/demo/plant_file.h"
#include "app/demo/plant_messages.h"
#include "app/demo/water_plant.h"
#include "tests/app/plant_values.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace telltale;
using namespace telltale::test;

class TestWaterPlant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSamePlant();
    void waterIsNeitherMadeNorLost();
    void powerFollowsFlowAndHead();
    void twoDaysStayInBounds_data();
    void twoDaysStayInBounds();
    void firstAlarmComesWithinAMinute();
    void pastHasTwoFaultsAndLeadsToTheFirstAlarm();
    void keptMessagesSayTheirTime();
    void everyFaultViolatesItsRule_data();
    void everyFaultViolatesItsRule();
    void silentSensorSaysNothingAndComesBack();
    void overheatedPumpIsReplacedAndMended();
    void metersNeverRunBackwards();
    void keptPlantGoesOnAsTheOther();
    void brokenFileIsNoPlant();
};

namespace {

using Fault = WaterPlant::Fault;

AlarmRule ruleOf(const std::string &id)
{
    const auto rules = demoRules();
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&id](const AlarmRule &rule) { return rule.id == id; });
    return found == rules.end() ? AlarmRule() : *found;
}

bool isViolated(const AlarmRule &rule, const Values &values)
{
    for (const std::string &tag : matching(values, rule.tag)) {
        const double value = values.at(tag);
        if (rule.side == AlarmRule::Side::High ? value >= rule.limit : value <= rule.limit)
            return true;
    }
    return false;
}

} // namespace

void TestWaterPlant::sameSeedSamePlant()
{
    WaterPlant first(7, kStart);
    WaterPlant second(7, kStart);
    WaterPlant other(8, kStart);
    for (int i = 0; i < 600; ++i) {
        first.step(1.0);
        second.step(1.0);
        other.step(1.0);
        QVERIFY(valuesOf(first) == valuesOf(second));
    }
    QVERIFY(valuesOf(first) != valuesOf(other));
    QCOMPARE(toMicroseconds(first.now()), toMicroseconds(kStart) + 600'000'000);
}

void TestWaterPlant::waterIsNeitherMadeNorLost()
{
    WaterPlant plant(3, kStart);
    plant.step(1.0);
    const std::vector<std::string> basins {
        "Northfield/Intake/Raw water tank T-11", "Northfield/Pump station 2/Tank T-21",
        "Northfield/Reservoirs/Reservoir R-1", "Northfield/Reservoirs/Reservoir R-2"};
    const Values before = valuesOf(plant);
    std::map<std::string, double> expected;
    for (const std::string &basin : basins)
        expected[basin] = before.at(basin + "/volume");
    constexpr int kSeconds = 3600;
    for (int i = 0; i < kSeconds; ++i) {
        plant.step(1.0);
        const Values values = valuesOf(plant);
        for (const std::string &basin : basins)
            expected[basin]
                += (values.at(basin + "/inflow") - values.at(basin + "/outflow")) / 3600.0;
    }
    const Values after = valuesOf(plant);
    for (const std::string &basin : basins) {
        const double off = std::abs(expected[basin] - after.at(basin + "/volume"));
        QVERIFY2(off < 0.1, basin.c_str()); // m³; flows are published rounded to 0.1 m³/h
    }
    const std::string &moved = basins.back(); // the figures above are not those of a still plant
    QVERIFY(std::abs(after.at(moved + "/volume") - before.at(moved + "/volume")) > 0.5);
    double zones = 0.0;
    for (const Zone &zone : plant.zones())
        zones += zone.flow;
    QVERIFY(std::abs(zones - plant.demand()) < 1e-6);
}

void TestWaterPlant::powerFollowsFlowAndHead()
{
    WaterPlant plant(3, kStart);
    plant.step(300.0);
    int running = 0;
    for (const Pump &pump : plant.stationPumps()) {
        if (!pump.isRunning()) {
            QVERIFY(pump.power() == 0.0 && pump.flow() == 0.0 && pump.revolutions() == 0.0);
            continue;
        }
        ++running;
        const double hydraulic = 9.81 * pump.flow() / 3600.0 * pump.head();
        QVERIFY(std::abs(pump.power() - 2.0 - hydraulic / pump.efficiency()) < 1e-9);
        QVERIFY(pump.efficiency() > 0.5 && pump.efficiency() < 0.83);
        QVERIFY(pump.flowAgainst(pump.head() + 1.0) < pump.flow()); // it runs on its curve
    }
    QVERIFY(running >= 2);
}

void TestWaterPlant::twoDaysStayInBounds_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 2; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestWaterPlant::twoDaysStayInBounds()
{
    QFETCH(int, seed);
    WaterPlant plant(static_cast<std::uint64_t>(seed), kStart);
    for (int minute = 0; minute < 2 * 24 * 60; ++minute) {
        plant.step(60.0);
        for (const Basin *basin :
             {&plant.rawTank(), &plant.clearTank(), &plant.reservoirs()[0], &plant.reservoirs()[1]})
            QVERIFY(basin->level() > 20.0 && basin->level() < 95.0);
        for (const Pump &pump : plant.stationPumps()) {
            QVERIFY(pump.flow() >= 0.0 && pump.flow() < 600.0);
            QVERIFY(pump.bearingTemperature() > 20.0 && pump.bearingTemperature() < 110.0);
        }
        for (const Zone &zone : plant.zones())
            QVERIFY(zone.pressure > 1.5 && zone.pressure < 4.5);
        QVERIFY(plant.residualChlorine() > 0.35 && plant.residualChlorine() < 0.65);
        QVERIFY(plant.energyPerVolume() > 0.15 && plant.energyPerVolume() < 0.40);
    }
}

void TestWaterPlant::firstAlarmComesWithinAMinute()
{
    const AlarmRule rule = ruleOf("station-bearing");
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        WaterPlant plant(seed, kStart);
        QVERIFY(!isViolated(rule, valuesOf(plant)));
        double seconds = 0.0;
        while (seconds < 120.0 && !isViolated(rule, valuesOf(plant))) {
            plant.step(1.0);
            seconds += 1.0;
        }
        QVERIFY2(seconds + rule.onDelaySeconds <= 65.0, qPrintable(QString::number(seconds)));
        QVERIFY(seconds > 10.0); // it comes, it is not there from the start
        const Values values = valuesOf(plant);
        QVERIFY(values.at("Northfield/Pump station 2/Pump P-203/bearing_temperature") >= 85.0);
        QVERIFY(values.at("Northfield/Pump station 2/Pump P-201/bearing_temperature") < 80.0);
    }
}

void TestWaterPlant::pastHasTwoFaultsAndLeadsToTheFirstAlarm()
{
    constexpr auto kPast = std::chrono::hours(26);
    WaterPlant plant(6, kStart - kPast, kPast);
    std::set<std::string> violated;
    double least = 1e9;
    double most = 0.0;
    while (plant.now() < kStart) {
        plant.step(60.0);
        const Values values = valuesOf(plant);
        for (const AlarmRule &rule : demoRules()) {
            if (rule.kind == AlarmRule::Kind::Limit && isViolated(rule, values))
                violated.insert(rule.id);
        }
        least = std::min(least, plant.demand());
        most = std::max(most, plant.demand());
    }
    QCOMPARE(violated, (std::set<std::string> {"vibration", "filter-clogged"}));
    QVERIFY(most > 1.3 * least); // the town sleeps and wakes
    const AlarmRule first = ruleOf("station-bearing");
    while (plant.now() < kStart + std::chrono::seconds(60) && !isViolated(first, valuesOf(plant)))
        plant.step(1.0);
    QVERIFY(isViolated(first, valuesOf(plant)));
}

void TestWaterPlant::keptMessagesSayTheirTime()
{
    const WaterPlant plant(2, kStart);
    const auto live = plantMessages(plant, kStart);
    const auto kept = keptMessages(plant, kStart);
    QCOMPARE(kept.size(), live.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(kept[i].topic, live[i].topic);
        const QJsonObject object
            = QJsonDocument::fromJson(QByteArray::fromStdString(kept[i].payload)).object();
        QCOMPARE(object.value(QLatin1String("ts")).toDouble(), 1'795'575'000'000.0);
        QVERIFY(kept[i].payload == live[i].payload || object.contains(QLatin1String("value")));
    }
}

void TestWaterPlant::everyFaultViolatesItsRule_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, Fault fault, const char *rule) {
        QTest::newRow(name) << static_cast<int>(fault) << QString::fromLatin1(rule);
    };
    row("dry bearing", Fault::DryBearing, "station-bearing");
    row("unbalance", Fault::Unbalance, "vibration");
    row("clogged filter", Fault::CloggedFilter, "filter-clogged");
    row("dosing leak", Fault::DosingLeak, "dosing-low");
    row("zone leak", Fault::ZoneLeak, "zone-leak");
    row("zone leak, pressure", Fault::ZoneLeak, "zone-pressure");
    row("stuck valve", Fault::StuckValve, "valve-deviation");
}

void TestWaterPlant::everyFaultViolatesItsRule()
{
    QFETCH(int, fault);
    QFETCH(QString, rule);
    const AlarmRule limit = ruleOf(rule.toStdString());
    QVERIFY(!limit.id.empty());
    WaterPlant plant(11, kStart);
    bool wasQuiet = !isViolated(limit, valuesOf(plant));
    double violated = 0.0;
    for (int second = 0; second < 6 * 3600 && violated <= limit.onDelaySeconds; ++second) {
        plant.step(1.0);
        const bool isOn
            = plant.isActive(static_cast<Fault>(fault)) && isViolated(limit, valuesOf(plant));
        violated = isOn ? violated + 1.0 : 0.0;
    }
    QVERIFY(wasQuiet);
    QVERIFY(violated > limit.onDelaySeconds);
}

void TestWaterPlant::silentSensorSaysNothingAndComesBack()
{
    WaterPlant plant(5, kStart);
    const std::string tag = "Northfield/Network/Zone 7/flow";
    bool wasSilent = false;
    bool cameBack = false;
    for (int second = 0; second < 6 * 3600 && !cameBack; second += 10) {
        plant.step(10.0);
        const bool speaks = valuesOf(plant).count(tag) > 0;
        QCOMPARE(speaks, !plant.isActive(Fault::SilentSensor));
        cameBack = wasSilent && speaks;
        wasSilent = wasSilent || !speaks;
    }
    QVERIFY(cameBack);
}

void TestWaterPlant::overheatedPumpIsReplacedAndMended()
{
    WaterPlant plant(1, kStart);
    const auto &pumps = plant.stationPumps();
    QVERIFY(pumps[2].isRunning() && !pumps[3].isRunning());
    plant.step(130.0);
    QVERIFY(!pumps[2].isRunning() && pumps[3].isRunning());
    bool isBack = false;
    for (int second = 0; second < 3600 && !isBack; ++second) {
        plant.step(1.0);
        isBack = pumps[2].isRunning();
    }
    QVERIFY(isBack);
    QVERIFY(pumps[2].availability() < pumps[0].availability());
}

/// A new plant goes on from what was stored of the one before, whose very last values were not.
void TestWaterPlant::metersNeverRunBackwards()
{
    const auto isMeter = [](const std::string &tag) {
        return tag.ends_with("/hours") || tag.ends_with("/energy");
    };
    WaterPlant before(3, kStart - std::chrono::hours(26), std::chrono::hours(26));
    before.step(26.0 * 3600.0);
    const Values stored = valuesOf(before);
    const Timestamp storedAt = before.now();
    before.step(20.0);
    const auto lastOf = [&](const std::string &tag) -> std::optional<Sample> {
        const auto found = stored.find(tag);
        if (found == stored.end())
            return std::nullopt;
        return Sample {TagId {1}, storedAt, found->second, {}, {}, {}};
    };
    const Timestamp now = before.now() + std::chrono::seconds(1);
    WaterPlant after(4, now);
    after.setCounters(countersAfter(lastOf, now));
    const Values values = valuesOf(after);
    int meters = 0;
    for (const auto &[tag, last] : valuesOf(before)) {
        if (!isMeter(tag))
            continue;
        ++meters;
        QVERIFY2(values.at(tag) >= last, tag.c_str());
        QVERIFY2(values.at(tag) < last + 10.0, tag.c_str()); // and leaps nowhere
    }
    QCOMPARE(meters, 7);
}

/// Also through what happens to it by chance.
void TestWaterPlant::keptPlantGoesOnAsTheOther()
{
    const QTemporaryDir folder;
    const PlantFile file(folder.filePath(QStringLiteral("plant")).toStdString());
    QVERIFY(!file.load());
    WaterPlant plant(5, kStart);
    plant.step(3600.5);
    file.save(plant);
    std::optional<WaterPlant> kept = file.load();
    QVERIFY(kept);
    QCOMPARE(toMicroseconds(kept->now()), toMicroseconds(plant.now()));
    for (int minute = 0; minute < 120; ++minute) {
        QVERIFY(valuesOf(*kept) == valuesOf(plant));
        QCOMPARE(kept->demand(), plant.demand());
        plant.step(60.0);
        kept->step(60.0);
    }
}

void TestWaterPlant::brokenFileIsNoPlant()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("plant"));
    const PlantFile file(path.toStdString());
    file.save(WaterPlant(5, kStart));
    QFile content(path);
    QVERIFY(content.open(QIODevice::ReadWrite));
    const QByteArray whole = content.readAll();
    for (const QByteArray &broken : {whole.left(whole.size() / 2), whole.left(whole.size() - 4),
                                     QByteArray(), QByteArray("x" + whole)}) {
        content.resize(0);
        content.seek(0);
        content.write(broken);
        content.flush();
        QVERIFY(!file.load());
    }
}

QTEST_GUILESS_MAIN(TestWaterPlant)
#include "tst_water_plant.moc"
