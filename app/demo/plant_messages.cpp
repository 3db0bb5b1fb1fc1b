#include "app/demo/plant_messages.h"

#include "data/sources/json_object.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

namespace telltale {
namespace {

using Fault = WaterPlant::Fault;

const std::string kIntake = "Northfield/Intake/";
const std::string kTreatment = "Northfield/Treatment/";
const std::string kStation = "Northfield/Pump station 2/";
const std::string kEnergyMeter = kStation + "Energy meter EM-2";
const std::string kReservoirs = "Northfield/Reservoirs/";
const std::string kNetwork = "Northfield/Network/";

constexpr std::string_view kIntakePump = "Centrifugal pump, 110 kW";
constexpr std::string_view kStationPump = "Centrifugal pump, 75 kW";
constexpr std::string_view kFirmware = "2.4.1";

constexpr double kBarPerMetre = 0.0981;

constexpr double kUsualPower = 280.0; ///< kW, of the whole plant
constexpr double kUnseenEnergy = 2.0; ///< kWh; what half a minute may take above the usual

enum class Form { Live, Kept };

std::string intakePump(std::size_t index)
{
    return kIntake + "Raw water pump P-10" + std::to_string(index + 1);
}

std::string stationPump(std::size_t index)
{
    return kStation + "Pump P-20" + std::to_string(index + 1);
}

class Messages
{
public:
    Messages(const WaterPlant &plant, Timestamp now, Form form)
        : m_plant(plant)
        , m_now(now)
        , m_form(form)
    { }

    std::vector<DemoMessage> take()
    {
        intake();
        treatment();
        station();
        reservoirs();
        network();
        return std::move(m_messages);
    }

private:
    void value(const std::string &topic, double number, int decimals)
    {
        const bool isBare = m_form == Form::Live;
        m_messages.push_back({topic,
                              isBare ? fixedNumber(number, decimals)
                                     : object().add("value", number, decimals).text()});
    }

    void text(const std::string &topic, std::string_view word)
    {
        const bool isBare = m_form == Form::Live;
        m_messages.push_back(
            {topic, isBare ? std::string(word) : object().add("value", word).text()});
    }

    JsonObject object() const
    {
        JsonObject json;
        json.addTime(m_now);
        return json;
    }

    void pump(const std::string &topic, const Pump &pump, std::string_view type)
    {
        JsonObject json = object();
        json.add("type", type)
            .add("firmware", kFirmware)
            .add("running", pump.isRunning())
            .add("flow", pump.flow(), 1)
            .add("pressure", pump.head() * kBarPerMetre, 3)
            .add("power", pump.power(), 2)
            .add("speed", pump.revolutions(), 1)
            .add("bearing_temperature", pump.bearingTemperature(), 2)
            .add("vibration", pump.vibration(), 3)
            .add("efficiency", 100.0 * pump.efficiency(), 1)
            .add("wear", 100.0 * pump.wear(), 2)
            .add("hours", pump.runningHours(), 3)
            .add("availability", pump.availability(), 2);
        m_messages.push_back({topic, json.text()});
    }

    void basin(const std::string &topic, const Basin &basin)
    {
        JsonObject json = object();
        json.add("level", basin.level(), 2)
            .add("volume", basin.volume, 3)
            .add("inflow", basin.inflow, 1)
            .add("outflow", basin.outflow, 1);
        m_messages.push_back({topic, json.text()});
    }

    void intake()
    {
        value(kIntake + "Screen SC-1/head_loss", m_plant.screenLoss(), 1);
        text(kIntake + "Screen SC-1/state", "run");
        for (std::size_t i = 0; i < WaterPlant::kIntakePumps; ++i)
            pump(intakePump(i), m_plant.intakePumps()[i], kIntakePump);
        basin(kIntake + "Raw water tank T-11", m_plant.rawTank());
        value(kIntake + "Inlet meter FI-10/flow", m_plant.rawTank().inflow, 1);
        value(kIntake + "Inlet meter FI-10/turbidity", m_plant.rawTurbidity(), 2);
        value(kIntake + "Inlet meter FI-10/temperature", m_plant.waterTemperature(), 2);
    }

    void filter(const std::string &topic, const Filter &filter)
    {
        text(topic + "/state", filter.washing > 0.0 ? "wash" : "run");
        value(topic + "/flow", filter.flow, 1);
        value(topic + "/pressure_drop", filter.pressureDrop, 3);
        value(topic + "/turbidity", filter.turbidity, 3);
        value(topic + "/run_hours", filter.runHours, 2);
    }

    void treatment()
    {
        for (std::size_t i = 0; i < WaterPlant::kFilters; ++i)
            filter(kTreatment + "Filter F-" + std::to_string(i + 1), m_plant.filters()[i]);
        const std::string valve = kTreatment + "Valve V-311/";
        value(valve + "position", m_plant.valvePosition(), 1);
        value(valve + "target", m_plant.valveTarget(), 1);
        value(valve + "deviation", m_plant.valveTarget() - m_plant.valvePosition(), 1);
        const std::string dosing = kTreatment + "Dosing tank CL-2/";
        value(dosing + "level", m_plant.dosingLevel(), 2);
        value(dosing + "flow", m_plant.dosingFlow(), 2);
        const std::string outlet = kTreatment + "Outlet analyser QI-31/";
        value(outlet + "turbidity", m_plant.outletTurbidity(), 3);
        value(outlet + "residual_chlorine", m_plant.residualChlorine(), 3);
        value(outlet + "ph", m_plant.acidity(), 2);
    }

    void station()
    {
        for (std::size_t i = 0; i < WaterPlant::kStationPumps; ++i)
            pump(stationPump(i), m_plant.stationPumps()[i], kStationPump);
        basin(kStation + "Tank T-21", m_plant.clearTank());
        JsonObject meter = object();
        meter.add("power", m_plant.stationPower(), 1)
            .add("plant_power", m_plant.allPower(), 1)
            .add("energy", m_plant.energy(), 3)
            .add("energy_per_volume", m_plant.energyPerVolume(), 4);
        m_messages.push_back({kEnergyMeter, meter.text()});
    }

    void reservoirs()
    {
        for (std::size_t i = 0; i < WaterPlant::kReservoirs; ++i)
            basin(kReservoirs + "Reservoir R-" + std::to_string(i + 1), m_plant.reservoirs()[i]);
    }

    void network()
    {
        for (std::size_t i = 0; i < WaterPlant::kZones; ++i) {
            const bool isSilent
                = i + 1 == WaterPlant::kZones && m_plant.isActive(Fault::SilentSensor);
            if (isSilent)
                continue;
            const Zone &zone = m_plant.zones()[i];
            JsonObject json = object();
            json.add("flow", zone.flow, 1).add("pressure", zone.pressure, 3);
            m_messages.push_back({kNetwork + "Zone " + std::to_string(i + 1), json.text()});
        }
    }

    const WaterPlant &m_plant;
    const Timestamp m_now;
    const Form m_form;
    std::vector<DemoMessage> m_messages;
};

} // namespace

std::vector<DemoMessage> plantMessages(const WaterPlant &plant, Timestamp now)
{
    return Messages(plant, now, Form::Live).take();
}

std::vector<DemoMessage> keptMessages(const WaterPlant &plant, Timestamp then)
{
    return Messages(plant, then, Form::Kept).take();
}

WaterPlant::Counters countersAfter(const LastOf &lastOf, Timestamp now)
{
    const auto hoursSince = [now](const Sample &sample) {
        const std::chrono::duration<double, std::ratio<3600>> since = now - sample.time;
        return std::max(0.0, since.count());
    };
    WaterPlant::Counters counters;
    for (std::size_t i = 0; i < counters.hours.size(); ++i) {
        const std::string pump = i < WaterPlant::kIntakePumps
            ? intakePump(i)
            : stationPump(i - WaterPlant::kIntakePumps);
        if (const std::optional<Sample> last = lastOf(pump + "/hours"))
            counters.hours[i] = last->value + hoursSince(*last);
    }
    if (const std::optional<Sample> last = lastOf(kEnergyMeter + "/energy"))
        counters.energy = last->value + kUsualPower * hoursSince(*last) + kUnseenEnergy;
    return counters;
}

} // namespace telltale
