#include "app/demo/demo_workspace.h"

namespace telltale {

std::string demoOverview()
{
    return R"({
    "version": 1,
    "tiles": [
        { "tag": "Northfield/Intake/Inlet meter FI-10/flow", "title": "Total inflow" },
        { "tag": "Northfield/Pump station 2/Energy meter EM-2/energy_per_volume",
          "title": "Energy per m³", "target": 0.23 },
        { "tag": "Northfield/Pump station 2/Energy meter EM-2/power",
          "title": "Pump station 2 power" },
        { "tag": "Northfield/Pump station 2/Pump P-203/bearing_temperature",
          "title": "P-203 bearing temperature" },
        { "tag": "Northfield/Reservoirs/*/level", "aggregate": "mean",
          "title": "Reservoir level, mean", "target": 75 },
        { "tag": "Northfield/Treatment/Outlet analyser QI-31/turbidity",
          "title": "Turbidity, outlet" },
        { "tag": "Northfield/Treatment/Outlet analyser QI-31/residual_chlorine",
          "title": "Residual chlorine", "target": 0.5 },
        { "tag": "Northfield/Network/*/pressure", "aggregate": "min",
          "title": "Network pressure, lowest" },
        { "tag": "Northfield/Network/Zone 7/flow", "title": "Flow, zone 7" },
        { "tag": "Northfield/**/availability", "aggregate": "mean",
          "title": "Availability of pumps, 30 days", "target": 99 }
    ]
}
)";
}

} // namespace telltale
