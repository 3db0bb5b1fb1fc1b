#include "app/demo/demo_workspace.h"

#include <QCoreApplication>

namespace telltale {
namespace {

/// Names in the language of the program when the demo is made: from then on they are texts of its
/// workspace.
struct DemoTags
{
    Q_DECLARE_TR_FUNCTIONS(DemoTags)
};

/// One tag of a kind of asset.
struct Known
{
    const char *tag;
    QString name;
    const char *unit;
    int decimals;
    std::optional<double> low;
    std::optional<double> high;
};

constexpr std::optional<double> kNone;

void describe(std::vector<TagInfo> &tags, const std::string &asset, const std::vector<Known> &known)
{
    for (const Known &one : known) {
        TagInfo info;
        info.path = asset + '/' + one.tag;
        info.displayName = one.name.toStdString();
        info.unit = one.unit;
        info.decimals = one.decimals;
        info.low = one.low;
        info.high = one.high;
        tags.push_back(std::move(info));
    }
}

std::vector<Known> pumpTags(double lowFlow, double highFlow, double highPower)
{
    return {{"flow", DemoTags::tr("Flow"), "m³/h", 1, lowFlow, highFlow},
            {"pressure", DemoTags::tr("Discharge pressure"), "bar", 2, kNone, kNone},
            {"power", DemoTags::tr("Power"), "kW", 1, 0.0, highPower},
            {"speed", DemoTags::tr("Speed"), "1/min", 0, kNone, kNone},
            {"bearing_temperature", DemoTags::tr("Bearing temperature"), "°C", 1, 50.0, 80.0},
            {"vibration", DemoTags::tr("Vibration"), "mm/s", 2, 0.0, 3.5},
            {"efficiency", DemoTags::tr("Efficiency"), "%", 1, 60.0, 85.0},
            {"wear", DemoTags::tr("Wear"), "%", 2, kNone, kNone},
            {"hours", DemoTags::tr("Running hours"), "h", 1, kNone, kNone},
            {"availability", DemoTags::tr("Availability, 30 days"), "%", 2, 97.0, 100.0},
            {"running", DemoTags::tr("Running"), "", 0, kNone, kNone},
            {"type", DemoTags::tr("Type"), "", -1, kNone, kNone},
            {"firmware", DemoTags::tr("Firmware"), "", -1, kNone, kNone}};
}

std::vector<Known> basinTags()
{
    return {{"level", DemoTags::tr("Level"), "%", 1, 45.0, 90.0},
            {"volume", DemoTags::tr("Volume"), "m³", 0, kNone, kNone},
            {"inflow", DemoTags::tr("Inflow"), "m³/h", 1, kNone, kNone},
            {"outflow", DemoTags::tr("Outflow"), "m³/h", 1, kNone, kNone}};
}

void describeIntake(std::vector<TagInfo> &tags)
{
    const std::string area = "Northfield/Intake/";
    describe(tags, area + "Screen SC-1",
             {{"head_loss", DemoTags::tr("Head loss"), "cm", 1, 4.0, 15.0},
              {"state", DemoTags::tr("State"), "", -1, kNone, kNone}});
    for (const char *pump : {"Raw water pump P-101", "Raw water pump P-102"})
        describe(tags, area + pump, pumpTags(600.0, 1400.0, 100.0));
    describe(tags, area + "Raw water tank T-11", basinTags());
    describe(tags, area + "Inlet meter FI-10",
             {{"flow", DemoTags::tr("Total inflow"), "m³/h", 0, 800.0, 1600.0},
              {"turbidity", DemoTags::tr("Raw water turbidity"), "NTU", 2, 2.0, 5.5},
              {"temperature", DemoTags::tr("Raw water temperature"), "°C", 1, 4.0, 18.0}});
}

void describeTreatment(std::vector<TagInfo> &tags)
{
    const std::string area = "Northfield/Treatment/";
    for (int i = 1; i <= 4; ++i)
        describe(tags, area + "Filter F-" + std::to_string(i),
                 {{"state", DemoTags::tr("State"), "", -1, kNone, kNone},
                  {"flow", DemoTags::tr("Flow"), "m³/h", 1, 180.0, 420.0},
                  {"pressure_drop", DemoTags::tr("Pressure drop"), "bar", 2, 0.05, 0.6},
                  {"turbidity", DemoTags::tr("Turbidity"), "NTU", 2, 0.1, 0.3},
                  {"run_hours", DemoTags::tr("Hours since wash"), "h", 1, kNone, kNone}});
    describe(tags, area + "Valve V-311",
             {{"position", DemoTags::tr("Position"), "%", 1, kNone, kNone},
              {"target", DemoTags::tr("Target"), "%", 1, kNone, kNone},
              {"deviation", DemoTags::tr("Position deviation"), "%", 1, -5.0, 5.0}});
    describe(tags, area + "Dosing tank CL-2",
             {{"level", DemoTags::tr("Level"), "%", 1, 30.0, 90.0},
              {"flow", DemoTags::tr("Dosing flow"), "l/h", 2, 8.0, 18.0}});
    describe(tags, area + "Outlet analyser QI-31",
             {{"turbidity", DemoTags::tr("Turbidity, outlet"), "NTU", 2, 0.1, 0.3},
              {"residual_chlorine", DemoTags::tr("Residual chlorine"), "mg/l", 2, 0.40, 0.60},
              {"ph", QStringLiteral("pH"), "", 2, 7.2, 8.0}});
}

void describeStation(std::vector<TagInfo> &tags)
{
    const std::string area = "Northfield/Pump station 2/";
    for (int i = 1; i <= 4; ++i)
        describe(tags, area + "Pump P-20" + std::to_string(i), pumpTags(240.0, 460.0, 75.0));
    describe(tags, area + "Tank T-21", basinTags());
    describe(tags, area + "Energy meter EM-2",
             {{"power", DemoTags::tr("Pump station 2 power"), "kW", 1, 120.0, 290.0},
              {"plant_power", DemoTags::tr("Plant power"), "kW", 1, 180.0, 420.0},
              {"energy", DemoTags::tr("Energy"), "kWh", 0, kNone, kNone},
              {"energy_per_volume", DemoTags::tr("Energy per m³"), "kWh/m³", 3, 0.20, 0.28}});
}

void describeNetwork(std::vector<TagInfo> &tags)
{
    constexpr double kShares[] = {0.21, 0.19, 0.17, 0.15, 0.13, 0.11, 0.04};
    int zone = 0;
    for (const double share : kShares) {
        ++zone;
        const std::string number = std::to_string(zone);
        describe(tags, "Northfield/Network/Zone " + number,
                 {{"flow", DemoTags::tr("Flow"), "m³/h", 1, 700.0 * share, 1800.0 * share},
                  {"pressure", DemoTags::tr("Pressure"), "bar", 2, 3.3, 4.0}});
    }
    for (const char *reservoir : {"Reservoir R-1", "Reservoir R-2"})
        describe(tags, std::string("Northfield/Reservoirs/") + reservoir, basinTags());
}

} // namespace

std::vector<TagInfo> demoTags()
{
    std::vector<TagInfo> tags;
    describeIntake(tags);
    describeTreatment(tags);
    describeStation(tags);
    describeNetwork(tags);
    return tags;
}

std::vector<TagInfo> hostTags(const std::string &host, int cores)
{
    std::vector<TagInfo> tags;
    const std::string asset = "This computer/" + host;
    describe(tags, asset,
             {{"processor_load", DemoTags::tr("Processor load"), "%", 1, 0.0, 90.0},
              {"processor_temperature", DemoTags::tr("Processor temperature"), "°C", 1, 20.0, 85.0},
              {"load_average", DemoTags::tr("Load average, 1 min"), "", 2, kNone, kNone},
              {"memory_used", DemoTags::tr("Memory used"), "%", 1, 0.0, 90.0},
              {"memory_available", DemoTags::tr("Memory available"), "MiB", 0, kNone, kNone},
              {"disk_used", DemoTags::tr("Disk used"), "%", 1, 0.0, 90.0},
              {"disk_free", DemoTags::tr("Disk free"), "GiB", 1, kNone, kNone},
              {"network_received", DemoTags::tr("Network received"), "kB/s", 1, kNone, kNone},
              {"network_sent", DemoTags::tr("Network sent"), "kB/s", 1, kNone, kNone},
              {"uptime", DemoTags::tr("Uptime"), "h", 2, kNone, kNone}});
    for (int core = 0; core < cores; ++core) {
        const std::string tag = "core_" + std::to_string(core) + "_load";
        const QString name = DemoTags::tr("Load of core %1").arg(core);
        describe(tags, asset, {{tag.c_str(), name, "%", 1, 0.0, 100.0}});
    }
    return tags;
}

} // namespace telltale
