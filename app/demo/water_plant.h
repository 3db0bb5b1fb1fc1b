#pragma once

#include "app/demo/fault_schedule.h"
#include "app/demo/pump.h"
#include "data/telemetry/timestamp.h"

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace telltale {

/// Water in a basin with vertical walls.
/// Unit    area m², height m, flows m³/h.
struct Basin
{
    double area = 0.0;
    double height = 0.0;
    double volume = 0.0; ///< m³
    double inflow = 0.0;
    double outflow = 0.0;
    double depth() const { return volume / area; }
    double level() const { return 100.0 * depth() / height; } ///< %
    void step(double seconds);
};

/// A filter of the treatment: what it lets through depends on how clogged it is.
struct Filter
{
    double resistance = 0.0; ///< bar per (m³/h)²
    double flow = 0.0; ///< m³/h
    double pressureDrop = 0.0; ///< bar
    double turbidity = 0.0; ///< NTU
    double runHours = 0.0;
    double washing = 0.0; ///< s of backwash to go; 0: filters
};

/// A part of the town, fed by gravity from the reservoirs.
struct Zone
{
    double share = 0.0; ///< of the demand
    double elevation = 0.0; ///< m above the lowest
    double pipe = 0.0; ///< bar lost per (m³/h)²
    double noise = 0.0; ///< relative
    double leak = 0.0; ///< m³/h
    double flow = 0.0; ///< m³/h, leak included
    double pressure = 0.0; ///< bar
};

/// A simulated water works: river - intake pumps - raw water tank - filters - tank - pump station 2
/// - reservoirs - seven zones. Water is neither made nor lost: every basin's volume is the integral
/// of what flows in and out; pumps run on their curves; what changes slowly has its time constant.
/// Thread  one. The same seed and steps give the same plant.
class WaterPlant
{
public:
    static constexpr std::size_t kIntakePumps = 2;
    static constexpr std::size_t kStationPumps = 4;
    static constexpr std::size_t kFilters = 4;
    static constexpr std::size_t kReservoirs = 2;
    static constexpr std::size_t kZones = 7;
    using Fault = FaultSchedule::Fault;
    /// What its meters stand at; what is absent is as in a new plant.
    struct Counters
    {
        std::array<std::optional<double>, kIntakePumps + kStationPumps> hours; ///< intake first
        std::optional<double> energy; ///< kWh
    };

    /// `start` gives the hour of the day, which the demand follows. What comes before
    /// `start` + `past` is quiet but for what FaultSchedule tells of the past.
    WaterPlant(std::uint64_t seed, Timestamp start, std::chrono::seconds past = {});

    void setCounters(const Counters &counters);
    /// Moves on, in steps of at most a second.
    void step(double seconds);

    Timestamp now() const;
    bool isActive(Fault fault) const { return m_faults.isActive(fault); }
    const std::array<Pump, kIntakePumps> &intakePumps() const { return m_intake; }
    const std::array<Pump, kStationPumps> &stationPumps() const { return m_station; }
    const std::array<Filter, kFilters> &filters() const { return m_filters; }
    const std::array<Basin, kReservoirs> &reservoirs() const { return m_reservoirs; }
    const std::array<Zone, kZones> &zones() const { return m_zones; }
    const Basin &rawTank() const { return m_rawTank; }
    const Basin &clearTank() const { return m_clearTank; }
    double demand() const; ///< m³/h
    double screenLoss() const { return m_screenLoss; } ///< cm of water over the screen
    double rawTurbidity() const { return m_rawTurbidity; } ///< NTU
    double waterTemperature() const { return m_waterTemperature; } ///< °C
    double valvePosition() const { return m_valvePosition; } ///< %
    double valveTarget() const { return m_valveTarget; } ///< %
    double outletTurbidity() const { return m_outletTurbidity; } ///< NTU
    double residualChlorine() const { return m_chlorine; } ///< mg/l
    double acidity() const { return m_acidity; } ///< pH
    double dosingLevel() const { return m_dosingLevel; } ///< %
    double dosingFlow() const { return m_dosingFlow; } ///< l/h
    double stationPower() const; ///< kW
    double allPower() const; ///< kW, intake and station
    double energy() const { return m_energy; } ///< kWh, a counter
    double energyPerVolume() const; ///< kWh/m³ delivered
    /// Gives all that changes to `keeper`, which writes or reads it.
    template <typename Keeper> void keep(Keeper &keeper);

private:
    void stepOnce(double seconds);
    void applyFaults();
    void stir(double seconds);
    void stepDemand(double seconds);
    void controlIntake(double seconds);
    void controlTreatment(double seconds);
    void controlStation(double seconds);
    void protectPumps();
    bool switchPump(bool start);
    void stepTreatment(double seconds);
    void stepChemistry(double seconds);
    void stepBasins(double seconds);
    double wander(double value, double spread, double seconds, double time);

    std::mt19937_64 m_random;
    FaultSchedule m_faults;
    bool m_hasFaults = false; ///< not while it warms up
    Timestamp m_start;
    double m_elapsed = 0.0; ///< s

    std::array<Pump, kIntakePumps> m_intake;
    std::array<Pump, kStationPumps> m_station;
    std::array<double, kIntakePumps + kStationPumps> m_heat {}; ///< unrest of the pumps
    std::array<double, kIntakePumps + kStationPumps> m_shaking {};
    std::array<Filter, kFilters> m_filters {};
    std::array<Basin, kReservoirs> m_reservoirs;
    std::array<Zone, kZones> m_zones;
    Basin m_rawTank;
    Basin m_clearTank;
    double m_intakeSpeed = 0.95;
    double m_stationSpeed = 0.97;
    double m_stationWait = 0.0; ///< s since the number of pumps changed
    double m_screenLoss = 9.0;
    double m_rawTurbidity = 4.0;
    double m_waterTemperature = 11.5;
    double m_valvePosition = 60.0;
    double m_valveTarget = 60.0;
    double m_outletTurbidity = 0.18;
    double m_chlorine = 0.48;
    double m_acidity = 7.6;
    double m_dosingLevel = 68.0;
    double m_dosingFlow = 13.0;
    double m_energy = 1'284'310.0;
};

template <typename Keeper> void WaterPlant::keep(Keeper &keeper)
{
    std::int64_t start = toMicroseconds(m_start);
    keeper(m_random, start, m_elapsed, m_intakeSpeed, m_stationSpeed, m_stationWait, m_screenLoss,
           m_rawTurbidity, m_waterTemperature, m_valvePosition, m_valveTarget, m_outletTurbidity,
           m_chlorine, m_acidity, m_dosingLevel, m_dosingFlow, m_energy);
    m_start = timestampFromMicroseconds(start);
    m_faults.keep(keeper);
    for (Pump &pump : m_intake)
        pump.keep(keeper);
    for (Pump &pump : m_station)
        pump.keep(keeper);
    for (std::size_t i = 0; i < m_heat.size(); ++i)
        keeper(m_heat[i], m_shaking[i]);
    for (Filter &filter : m_filters)
        keeper(filter.resistance, filter.flow, filter.pressureDrop, filter.turbidity,
               filter.runHours, filter.washing);
    for (Basin *basin : {&m_rawTank, &m_clearTank, &m_reservoirs[0], &m_reservoirs[1]})
        keeper(basin->volume, basin->inflow, basin->outflow);
    for (Zone &zone : m_zones)
        keeper(zone.noise, zone.leak, zone.flow, zone.pressure);
}

} // namespace telltale
