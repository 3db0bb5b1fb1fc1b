#include "data/payloads/tasmota_units.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

constexpr std::array kUnits
    = {NamedUnit {"Humidity", "%"},        NamedUnit {"Illuminance", "lx"},
       NamedUnit {"CarbonDioxide", "ppm"}, NamedUnit {"eCO2", "ppm"},
       NamedUnit {"TVOC", "ppb"},          NamedUnit {"Vcc", "V"},
       NamedUnit {"ApparentPower", "VA"},  NamedUnit {"ReactivePower", "var"},
       NamedUnit {"UptimeSec", "s"},       NamedUnit {"Uptime", "s"},
       NamedUnit {"Downtime", "s"},        NamedUnit {"Heap", "kB"},
       NamedUnit {"Sleep", "ms"},          NamedUnit {"Signal", "dBm"}};
/// Directly below ENERGY only.
constexpr std::array kEnergyUnits
    = {NamedUnit {"Power", "W"},       NamedUnit {"Voltage", "V"}, NamedUnit {"Current", "A"},
       NamedUnit {"Frequency", "Hz"},  NamedUnit {"Total", "kWh"}, NamedUnit {"Today", "kWh"},
       NamedUnit {"Yesterday", "kWh"}, NamedUnit {"Period", "Wh"}};

} // namespace

TasmotaUnits tasmotaUnits(const ValueTree &tree, std::uint32_t object)
{
    TasmotaUnits units;
    const TreeValue *temperature = findMember(tree, object, "TempUnit");
    if (temperature && temperature->text == "F")
        units.temperature = "°F";
    const TreeValue *pressure = findMember(tree, object, "PressureUnit");
    if (pressure && pressure->kind == TreeValue::Kind::Text)
        units.pressure = normalUnit(pressure->text);
    return units;
}

std::string_view tasmotaUnit(const Member &member, std::string_view name, const TasmotaUnits &units)
{
    const std::string_view parent = member.parent();
    if (std::find(member.names.begin(), member.names.end(), "IrReceived") != member.names.end())
        return {};
    if (name == "Temperature" || name == "DewPoint")
        return units.temperature;
    if (name == "Pressure" || name == "SeaPressure")
        return units.pressure;
    if (name == "RSSI")
        return parent == "Wifi" ? "%" : "dBm";
    if (name == "Distance" && parent == "AS3935")
        return "km";
    if (name == "Distance" && parent.starts_with("VL53"))
        return "mm";
    const std::string_view unit
        = parent == "ENERGY" ? unitNamed(kEnergyUnits, name) : std::string_view();
    return unit.empty() ? unitNamed(kUnits, name) : unit;
}

} // namespace telltale
