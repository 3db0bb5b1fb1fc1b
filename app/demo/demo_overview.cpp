#include "app/demo/demo_workspace.h"

#include "data/sources/json_object.h"

#include <QCoreApplication>

#include <string_view>
#include <vector>

namespace telltale {
namespace {

constexpr std::string_view kMean = "mean";
constexpr std::string_view kLowest = "min";

/// Titles in the language of the program when the demo is made.
struct DemoOverview
{
    Q_DECLARE_TR_FUNCTIONS(DemoOverview)
};

JsonObject tile(std::string_view tag, const QString &title)
{
    JsonObject json;
    json.add("tag", tag).add("title", title.toStdString());
    return json;
}

} // namespace

std::string demoOverview()
{
    const std::vector<JsonObject> tiles {
        tile("Northfield/Intake/Inlet meter FI-10/flow", DemoOverview::tr("Total inflow")),
        tile("Northfield/Pump station 2/Energy meter EM-2/energy_per_volume",
             DemoOverview::tr("Energy per m³"))
            .add("target", 0.23, 2),
        tile("Northfield/Pump station 2/Energy meter EM-2/power",
             DemoOverview::tr("Pump station 2 power")),
        tile("Northfield/Pump station 2/Pump P-203/bearing_temperature",
             DemoOverview::tr("P-203 bearing temperature")),
        tile("Northfield/Reservoirs/*/level", DemoOverview::tr("Reservoir level, mean"))
            .add("aggregate", kMean)
            .add("target", 75.0, 0),
        tile("Northfield/Treatment/Outlet analyser QI-31/turbidity",
             DemoOverview::tr("Turbidity, outlet")),
        tile("Northfield/Treatment/Outlet analyser QI-31/residual_chlorine",
             DemoOverview::tr("Residual chlorine"))
            .add("target", 0.5, 1),
        tile("Northfield/Network/*/pressure", DemoOverview::tr("Network pressure, lowest"))
            .add("aggregate", kLowest),
        tile("Northfield/Network/Zone 7/flow", DemoOverview::tr("Flow, zone 7")),
        tile("Northfield/**/availability", DemoOverview::tr("Availability of pumps, 30 days"))
            .add("aggregate", kMean)
            .add("target", 99.0, 0),
    };
    std::string lines;
    for (const JsonObject &one : tiles)
        lines += (lines.empty() ? "\n        " : ",\n        ") + one.text();
    JsonObject page;
    page.add("version", 1.0, 0).addRaw("tiles", '[' + lines + "\n    ]");
    return page.text() + '\n';
}

} // namespace telltale
