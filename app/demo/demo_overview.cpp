#include "app/demo/demo_workspace.h"

#include <QCoreApplication>

namespace telltale {
namespace {

/// Titles in the language of the program when the demo is made.
struct DemoOverview
{
    Q_DECLARE_TR_FUNCTIONS(DemoOverview)
};

/// `more`: members after the title.
QString tile(const char *tag, const QString &title, const char *more = "")
{
    return QStringLiteral(R"(        { "tag": "%1", "title": "%2"%3 })")
        .arg(QLatin1String(tag), title, QLatin1String(more));
}

} // namespace

std::string demoOverview()
{
    const QStringList tiles {
        tile("Northfield/Intake/Inlet meter FI-10/flow", DemoOverview::tr("Total inflow")),
        tile("Northfield/Pump station 2/Energy meter EM-2/energy_per_volume",
             DemoOverview::tr("Energy per m³"), R"(, "target": 0.23)"),
        tile("Northfield/Pump station 2/Energy meter EM-2/power",
             DemoOverview::tr("Pump station 2 power")),
        tile("Northfield/Pump station 2/Pump P-203/bearing_temperature",
             DemoOverview::tr("P-203 bearing temperature")),
        tile("Northfield/Reservoirs/*/level", DemoOverview::tr("Reservoir level, mean"),
             R"(, "aggregate": "mean", "target": 75)"),
        tile("Northfield/Treatment/Outlet analyser QI-31/turbidity",
             DemoOverview::tr("Turbidity, outlet")),
        tile("Northfield/Treatment/Outlet analyser QI-31/residual_chlorine",
             DemoOverview::tr("Residual chlorine"), R"(, "target": 0.5)"),
        tile("Northfield/Network/*/pressure", DemoOverview::tr("Network pressure, lowest"),
             R"(, "aggregate": "min")"),
        tile("Northfield/Network/Zone 7/flow", DemoOverview::tr("Flow, zone 7")),
        tile("Northfield/**/availability", DemoOverview::tr("Availability of pumps, 30 days"),
             R"(, "aggregate": "mean", "target": 99)"),
    };
    return QStringLiteral("{\n    \"version\": 1,\n    \"tiles\": [\n%1\n    ]\n}\n")
        .arg(tiles.join(QLatin1String(",\n")))
        .toStdString();
}

} // namespace telltale
