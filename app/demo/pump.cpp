#include "app/demo/pump.h"

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr double kAmbient = 24.0; ///< °C
constexpr double kBearingTime = 120.0; ///< s, of the bearing's heat
constexpr double kCoastTime = 6.0; ///< s, of vibration
constexpr double kGravity = 9.81;
constexpr double kSecondsPerHour = 3600.0;
constexpr double kBestEfficiency = 0.82;
constexpr double kIdlePower = 2.0; ///< kW, seals and fan

double towards(double value, double target, double seconds, double time)
{
    return target + (value - target) * std::exp(-seconds / time);
}

} // namespace

double Pump::resistance() const
{
    return m_design.headLossAtBest / (m_design.bestFlow * m_design.bestFlow);
}

/// Similarity: head follows the square of the speed; a worn impeller gives less.
double Pump::headAtNoFlow() const
{
    return m_design.shutOffHead * m_speed * m_speed * (1.0 - 0.08 * m_wear);
}

double Pump::flowAgainst(double head) const
{
    if (!m_isRunning || headAtNoFlow() <= head)
        return 0.0;
    return std::sqrt((headAtNoFlow() - head) / resistance());
}

void Pump::settle(double flow, double head, double seconds)
{
    m_flow = flow;
    m_head = m_isRunning ? head : 0.0;
    const double offBest = flow / (m_design.bestFlow * std::max(m_speed, 0.1)) - 1.0;
    m_efficiency = m_isRunning
        ? kBestEfficiency * (1.0 - 0.15 * m_wear) * std::max(0.2, 1.0 - 0.8 * offBest * offBest)
        : 0.0;
    const double hydraulic = kGravity * flow / kSecondsPerHour * m_head; // kW, water
    m_power = m_isRunning ? hydraulic / m_efficiency + kIdlePower : 0.0;
    settleMechanics(seconds);
}

void Pump::settleMechanics(double seconds)
{
    const double hours = seconds / kSecondsPerHour;
    m_allHours += hours;
    if (m_isAvailable)
        m_availableHours += hours;
    double bearing = kAmbient;
    double shaking = 0.05;
    if (m_isRunning) {
        const double load = m_flow / m_design.bestFlow * m_speed * m_speed;
        bearing += 30.0 + 12.0 * load + 20.0 * m_wear + m_bearingHeat + m_unrestHeat;
        shaking = 1.6 + 0.7 * load * load + 3.0 * m_wear + m_unbalance + m_unrestShaking
            + 0.035 * m_bearingHeat; // a dry bearing is heard, too
        m_runningHours += hours;
        m_wear = std::min(1.0, m_wear + hours * 2e-5 * (1.0 + m_vibration));
    }
    m_bearingTemperature = towards(m_bearingTemperature, bearing, seconds, kBearingTime);
    m_vibration = towards(m_vibration, shaking, seconds, kCoastTime);
}

double Pump::revolutions() const
{
    return m_isRunning ? m_design.nominalSpeed * m_speed : 0.0;
}

double Pump::availability() const
{
    return 100.0 * m_availableHours / m_allHours;
}

} // namespace telltale
