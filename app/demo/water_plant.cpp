#include "app/demo/water_plant.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace telltale {
namespace {

constexpr double kSecondsPerHour = 3600.0;
constexpr double kMeanDemand = 1200.0; ///< m³/h
constexpr double kBarPerMetre = 0.0981;
constexpr double kLift = 38.0; ///< m from pump station 2 to the reservoirs' floor
constexpr double kOnePumpEnough = 1250.0; ///< m³/h
constexpr double kOverheated = 96.0; ///< °C, the pump's own protection
constexpr double kCooledDown = 60.0;
constexpr double kWashSeconds = 240.0;
constexpr double kCleanResistance = 1.33e-6; ///< bar per (m³/h)²
constexpr double kWashAt = 2.2 * kCleanResistance;
constexpr double kCloggedResistance = 12.0 * kCleanResistance;
constexpr double kWidestValve = 75.0; ///< %

constexpr Pump::Design kIntakeDesign {28.0, 1250.0, 10.0, 985.0};
constexpr Pump::Design kStationDesign {62.0, 410.0, 16.0, 1480.0};

/// Head at which pumps and pipe agree: what the pumps give is what the pipe takes. Both sides are
/// monotonous, so halving finds it.
double commonHead(std::span<const Pump> pumps, double lift, double pipe)
{
    double low = lift;
    double high = lift + 60.0;
    for (int i = 0; i < 40; ++i) {
        const double head = (low + high) / 2.0;
        double given = 0.0;
        for (const Pump &pump : pumps)
            given += pump.flowAgainst(head);
        (given > std::sqrt((head - lift) / pipe) ? low : high) = head;
    }
    return (low + high) / 2.0;
}

double totalFlow(std::span<const Pump> pumps)
{
    return std::accumulate(pumps.begin(), pumps.end(), 0.0,
                           [](double sum, const Pump &pump) { return sum + pump.flow(); });
}

double totalPower(std::span<const Pump> pumps)
{
    return std::accumulate(pumps.begin(), pumps.end(), 0.0,
                           [](double sum, const Pump &pump) { return sum + pump.power(); });
}

/// Lets all pumps of a header run for `seconds` against lift and pipe.
void runPumps(std::span<Pump> pumps, double lift, double pipe, double seconds)
{
    const double head = commonHead(pumps, lift, pipe);
    for (Pump &pump : pumps)
        pump.settle(pump.flowAgainst(head), head, seconds);
}

/// Two peaks a day, morning and evening; 1 on average.
double dayCurve(double hour)
{
    const double turn = 2.0 * std::numbers::pi * hour / 24.0;
    return 1.0 - 0.20 * std::cos(turn - 0.4) - 0.12 * std::cos(2.0 * turn - 3.9);
}

std::array<Zone, WaterPlant::kZones> townZones()
{
    constexpr std::array<double, WaterPlant::kZones> shares {0.21, 0.19, 0.17, 0.15,
                                                             0.13, 0.11, 0.04};
    std::array<Zone, WaterPlant::kZones> zones {};
    for (std::size_t i = 0; i < zones.size(); ++i) {
        zones[i].share = shares[i];
        zones[i].elevation = 0.6 * static_cast<double>(i % 4);
        const double usual = shares[i] * kMeanDemand;
        zones[i].pipe = 0.25 / (usual * usual);
    }
    return zones;
}

} // namespace

void Basin::step(double seconds)
{
    volume += (inflow - outflow) * seconds / kSecondsPerHour;
}

WaterPlant::WaterPlant(std::uint64_t seed, Timestamp start, std::chrono::seconds past)
    : m_random(seed)
    , m_faults(seed + 1, past)
    , m_start(start)
    , m_intake {Pump(kIntakeDesign, 0.12), Pump(kIntakeDesign, 0.05)}
    , m_station {Pump(kStationDesign, 0.08), Pump(kStationDesign, 0.20), Pump(kStationDesign, 0.14),
                 Pump(kStationDesign, 0.03)}
    , m_reservoirs {Basin {900.0, 5.0, 900.0 * 3.60}, Basin {900.0, 5.0, 900.0 * 3.57}}
    , m_zones(townZones())
    , m_rawTank {300.0, 4.0, 300.0 * 2.6}
    , m_clearTank {260.0, 4.0, 260.0 * 2.7}
{
    for (std::size_t i = 0; i < kFilters; ++i) {
        m_filters[i].resistance = kCleanResistance * (1.0 + 0.2 * static_cast<double>(i));
        m_filters[i].runHours = 6.0 + 5.0 * static_cast<double>(i);
    }
    m_intake[0].setRunning(true);
    for (std::size_t i = 0; i < 3; ++i)
        m_station[i].setRunning(true);
    constexpr double kWarmUp = 1200.0; // so that it does not start cold
    step(kWarmUp);
    m_elapsed = 0.0;
    m_hasFaults = true;
}

Timestamp WaterPlant::now() const
{
    return m_start + std::chrono::microseconds(std::llround(m_elapsed * 1e6));
}

void WaterPlant::setCounters(const Counters &counters)
{
    for (std::size_t i = 0; i < counters.hours.size(); ++i) {
        Pump &pump = i < kIntakePumps ? m_intake[i] : m_station[i - kIntakePumps];
        pump.setRunningHours(counters.hours[i].value_or(pump.runningHours()));
    }
    m_energy = counters.energy.value_or(m_energy);
}

void WaterPlant::step(double seconds)
{
    for (double left = seconds; left > 0.0; left -= 1.0)
        stepOnce(std::min(left, 1.0));
}

void WaterPlant::stepOnce(double seconds)
{
    m_elapsed += seconds;
    if (m_hasFaults)
        m_faults.step(seconds);
    applyFaults();
    stir(seconds);
    stepDemand(seconds);
    controlIntake(seconds);
    controlTreatment(seconds);
    controlStation(seconds);
    runPumps(m_intake, 12.0 + m_screenLoss / 100.0 + m_rawTank.depth(), 3.2e-6, seconds);
    runPumps(m_station, kLift + m_reservoirs[0].depth() - m_clearTank.depth(), 6.5e-6, seconds);
    stepTreatment(seconds);
    stepChemistry(seconds);
    stepBasins(seconds);
    m_energy += allPower() * seconds / kSecondsPerHour;
}

void WaterPlant::applyFaults()
{
    m_station[2].setBearingHeat(isActive(Fault::DryBearing) ? 60.0 : 0.0);
    m_station[1].setUnbalance(isActive(Fault::Unbalance) ? 2.6 : 0.0);
    m_zones[3].leak = isActive(Fault::ZoneLeak) ? 200.0 : 0.0;
}

double WaterPlant::wander(double value, double spread, double seconds, double time)
{
    const double keep = std::exp(-seconds / time);
    const double push = spread * std::sqrt(1.0 - keep * keep);
    return value * keep + push * std::normal_distribution<double>()(m_random);
}

/// No bearing is as even as a formula.
void WaterPlant::stir(double seconds)
{
    for (std::size_t i = 0; i < m_heat.size(); ++i) {
        m_heat[i] = wander(m_heat[i], 1.2, seconds, 400.0);
        m_shaking[i] = wander(m_shaking[i], 0.08, seconds, 30.0);
        Pump &pump = i < kIntakePumps ? m_intake[i] : m_station[i - kIntakePumps];
        pump.setUnrest(m_heat[i], m_shaking[i]);
    }
}

void WaterPlant::stepDemand(double seconds)
{
    const auto sinceMidnight = now().time_since_epoch() % std::chrono::hours(24);
    const double hour = std::chrono::duration<double, std::ratio<3600>>(sinceMidnight).count();
    const double floor = kLift + m_reservoirs[0].depth() + m_reservoirs[1].depth();
    const double surface = kLift + (floor - kLift) / 2.0;
    for (Zone &zone : m_zones) {
        zone.noise = wander(zone.noise, 0.05, seconds, 90.0);
        const double wanted = kMeanDemand * zone.share * dayCurve(hour) * (1.0 + zone.noise);
        zone.flow = wanted + zone.leak;
        zone.pressure
            = (surface - zone.elevation) * kBarPerMetre - zone.pipe * zone.flow * zone.flow;
    }
    m_waterTemperature = 11.5 + wander(m_waterTemperature - 11.5, 0.4, seconds, 7200.0);
    m_rawTurbidity = 4.0 + wander(m_rawTurbidity - 4.0, 0.3, seconds, 1800.0);
    m_screenLoss = 9.0 + wander(m_screenLoss - 9.0, 1.2, seconds, 900.0);
}

/// The raw water tank's level is kept by the speed of the pumps; P-102 helps out.
void WaterPlant::controlIntake(double seconds)
{
    const double wanted = m_rawTank.outflow + 6.0 * (65.0 - m_rawTank.level());
    const double error = wanted - totalFlow(m_intake);
    m_intakeSpeed = std::clamp(m_intakeSpeed + 2e-5 * error * seconds, 0.84, 1.08);
    for (Pump &pump : m_intake)
        pump.setSpeed(m_intakeSpeed);
    if (m_rawTank.level() < 55.0)
        m_intake[1].setRunning(true);
    else if (m_rawTank.level() > 66.0 && wanted < kOnePumpEnough)
        m_intake[1].setRunning(false);
}

/// The valve after the raw water tank lets through what pump station 2 takes, plus a correction of
/// the clear-water tank's level.
void WaterPlant::controlTreatment(double seconds)
{
    const double wanted = m_clearTank.outflow + 8.0 * (68.0 - m_clearTank.level());
    m_valveTarget = std::clamp(m_valveTarget + 0.002 * (wanted - m_rawTank.outflow) * seconds, 10.0,
                               kWidestValve);
    if (isActive(Fault::StuckValve)) {
        m_valveTarget
            = std::min(m_valvePosition + 25.0, m_valveTarget + 0.4 * seconds); // to free it
        return;
    }
    const double way = std::clamp(m_valveTarget - m_valvePosition, -2.0 * seconds, 2.0 * seconds);
    m_valvePosition += way;
}

/// Speed follows what the reservoirs need; a pump is added or taken off where speed alone cannot.
void WaterPlant::controlStation(double seconds)
{
    double mean = 0.0;
    for (const Basin &reservoir : m_reservoirs)
        mean += reservoir.level() / kReservoirs;
    const double wanted = 0.5 * (demand() + kMeanDemand) + 20.0 * (72.0 - mean); // they buffer
    const double error = wanted - totalFlow(m_station);
    m_stationSpeed = std::clamp(m_stationSpeed + 2e-5 * error * seconds, 0.86, 1.05);
    m_stationWait += seconds;
    for (Pump &pump : m_station)
        pump.setSpeed(m_stationSpeed);
    protectPumps();
    const auto running = std::count_if(m_station.begin(), m_station.end(),
                                       [](const Pump &pump) { return pump.isRunning(); });
    if (running < 2 || (m_stationSpeed > 1.03 && m_stationWait > 30.0))
        switchPump(true);
    else if (running > 2 && m_stationSpeed < 0.88 && m_stationWait > 300.0)
        switchPump(false);
    else if (m_station[3].isRunning() && m_stationWait > 60.0 && switchPump(true))
        m_station[3].setRunning(false); // P-204 stands by again
}

/// A pump stops itself when its bearing gets too hot, and is ready again when it has been mended
/// and has cooled down.
void WaterPlant::protectPumps()
{
    for (Pump &pump : m_station) {
        const bool isHot = pump.bearingTemperature() > kOverheated;
        const bool isReady = pump.isAvailable()
            || (pump.bearingTemperature() < kCooledDown && !pump.needsRepair());
        pump.setAvailable(!isHot && isReady);
        if (pump.isRunning() && !pump.isAvailable())
            pump.setRunning(false);
    }
}

/// Starts the first pump that is ready, or stops the first that runs. False if there is none.
bool WaterPlant::switchPump(bool start)
{
    const auto found = std::find_if(m_station.begin(), m_station.end(), [start](const Pump &pump) {
        return start ? !pump.isRunning() && pump.isAvailable() : pump.isRunning();
    });
    if (found == m_station.end())
        return false;
    found->setRunning(start);
    m_stationWait = 0.0;
    return true;
}

/// Each filter that is not being washed takes an equal share; what that costs depends on how
/// clogged it is.
void WaterPlant::stepTreatment(double seconds)
{
    const double wanted
        = 20.0 * m_valvePosition * std::sqrt(std::max(0.0, m_rawTank.depth()) / 2.6);
    const auto online = std::count_if(m_filters.begin(), m_filters.end(),
                                      [](const Filter &filter) { return filter.washing <= 0.0; });
    for (std::size_t i = 0; i < kFilters; ++i) {
        Filter &filter = m_filters[i];
        const bool isClogging = i == 1 && isActive(Fault::CloggedFilter);
        filter.flow
            = filter.washing > 0.0 || online == 0 ? 0.0 : wanted / static_cast<double>(online);
        filter.pressureDrop = filter.resistance * filter.flow * filter.flow;
        filter.turbidity = 0.10 + 0.012 * m_rawTurbidity + 0.15 * filter.pressureDrop;
        filter.runHours += seconds / kSecondsPerHour;
        filter.washing = std::max(0.0, filter.washing - seconds);
        const double clogging = isClogging ? 0.015 : 1.5e-5 * filter.flow / kMeanDemand;
        filter.resistance
            = std::min(filter.resistance * (1.0 + clogging * seconds), kCloggedResistance);
        const bool isDue = filter.resistance > kWashAt && !isClogging && filter.washing <= 0.0;
        if (isDue && online == kFilters) { // one at a time
            filter.washing = kWashSeconds;
            filter.resistance = kCleanResistance;
            filter.runHours = 0.0;
        }
    }
}

void WaterPlant::stepChemistry(double seconds)
{
    const double flow = m_rawTank.outflow;
    const bool hasChlorine = m_dosingLevel > 2.0;
    m_dosingFlow = hasChlorine ? 0.0108 * flow : 0.0; // 12 % hypochlorite
    const double leak = isActive(Fault::DosingLeak) && m_dosingLevel > 15.0 ? 0.6 : 0.0;
    m_dosingLevel -= (m_dosingFlow / 400.0 * 100.0 / kSecondsPerHour + leak) * seconds;
    if (!isActive(Fault::DosingLeak) && m_dosingLevel < 40.0)
        m_dosingLevel = std::min(68.0, m_dosingLevel + 0.5 * seconds); // it is filled up
    const double dose = flow > 1.0 ? m_dosingFlow / flow * 46.0 : 0.0; // mg/l after decay
    const double keep = std::exp(-seconds / 900.0);
    m_chlorine = dose + (m_chlorine - dose) * keep + wander(0.0, 0.002, seconds, 60.0);
    m_acidity = 7.6 + wander(m_acidity - 7.6, 0.04, seconds, 1200.0);
    double weighted = 0.0;
    double through = 0.0;
    for (const Filter &filter : m_filters) {
        weighted += filter.turbidity * filter.flow;
        through += filter.flow;
    }
    const double mixed = through > 0.0 ? weighted / through : m_outletTurbidity;
    m_outletTurbidity = mixed + (m_outletTurbidity - mixed) * std::exp(-seconds / 120.0);
}

void WaterPlant::stepBasins(double seconds)
{
    double filtered = 0.0;
    double washing = 0.0;
    for (const Filter &filter : m_filters) {
        filtered += filter.flow;
        washing += filter.washing > 0.0 ? 90.0 : 0.0;
    }
    m_rawTank.inflow = totalFlow(m_intake);
    m_rawTank.outflow = filtered;
    m_clearTank.inflow = filtered;
    m_clearTank.outflow = totalFlow(m_station) + washing;
    const double uneven = 40.0 * (m_reservoirs[1].depth() - m_reservoirs[0].depth());
    for (std::size_t i = 0; i < kReservoirs; ++i) {
        Basin &reservoir = m_reservoirs[i];
        const double side = i == 0 ? uneven : -uneven; // more runs to the lower one
        reservoir.inflow = totalFlow(m_station) / kReservoirs + side;
        reservoir.outflow = demand() / kReservoirs;
        reservoir.step(seconds);
    }
    m_rawTank.step(seconds);
    m_clearTank.step(seconds);
}

double WaterPlant::demand() const
{
    return std::accumulate(m_zones.begin(), m_zones.end(), 0.0,
                           [](double sum, const Zone &zone) { return sum + zone.flow; });
}

double WaterPlant::stationPower() const
{
    return totalPower(m_station);
}

double WaterPlant::allPower() const
{
    return stationPower() + totalPower(m_intake);
}

double WaterPlant::energyPerVolume() const
{
    const double flow = totalFlow(m_station);
    return flow > 1.0 ? allPower() / flow : 0.0;
}

} // namespace telltale
