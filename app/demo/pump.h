#pragma once

namespace telltale {

/// A centrifugal pump with its curve, its bearing and its wear.
/// Unit    flow m³/h, head m, power kW, temperature °C, vibration mm/s, speed as a ratio of
///         nominal.
class Pump
{
public:
    struct Design
    {
        double shutOffHead = 0.0; ///< at nominal speed and no flow
        double bestFlow = 0.0; ///< where it is most efficient
        double headLossAtBest = 0.0; ///< how much less head it gives there
        double nominalSpeed = 1480.0; ///< 1/min
    };

    Pump(const Design &design, double wear)
        : m_design(design)
        , m_wear(wear)
        , m_runningHours(kHoursOfALife * wear)
    { }

    /// What it delivers against `head`; nothing if it stands or the head is too high.
    double flowAgainst(double head) const;
    /// Takes the flow and head that came out for this step.
    void settle(double flow, double head, double seconds);

    void setRunning(bool isRunning) { m_isRunning = isRunning; }
    void setSpeed(double ratio) { m_speed = ratio; }
    /// Faults: heat of a dry bearing in °C above normal, unbalance in mm/s.
    void setBearingHeat(double heat) { m_bearingHeat = heat; }
    void setUnbalance(double unbalance) { m_unbalance = unbalance; }
    /// What a real one does by itself: °C and mm/s beside the calm value.
    void setUnrest(double heat, double shaking)
    {
        m_unrestHeat = heat;
        m_unrestShaking = shaking;
    }
    void setRunningHours(double hours) { m_runningHours = hours; }
    void setAvailable(bool isAvailable) { m_isAvailable = isAvailable; }

    bool isRunning() const { return m_isRunning; }
    bool isAvailable() const { return m_isAvailable; }
    bool needsRepair() const { return m_bearingHeat > 0.0; }
    double flow() const { return m_flow; }
    double head() const { return m_head; }
    double efficiency() const { return m_efficiency; }
    double power() const { return m_power; }
    double revolutions() const; ///< 1/min
    double bearingTemperature() const { return m_bearingTemperature; }
    double vibration() const { return m_vibration; }
    double wear() const { return m_wear; }
    double runningHours() const { return m_runningHours; }
    double availability() const; ///< % of the last weeks
    /// Gives all that changes to `keeper`, which writes or reads it.
    template <typename Keeper> void keep(Keeper &keeper)
    {
        keeper(m_wear, m_isRunning, m_isAvailable, m_speed, m_bearingHeat, m_unbalance,
               m_unrestHeat, m_unrestShaking, m_flow, m_head, m_efficiency, m_power,
               m_bearingTemperature, m_vibration, m_runningHours, m_availableHours, m_allHours);
    }

private:
    double resistance() const; ///< head lost per flow squared
    double headAtNoFlow() const;
    void settleMechanics(double seconds);

    static constexpr double kHoursOfALife = 60'000.0;

    Design m_design;
    double m_wear = 0.0; ///< 0 new .. 1 worn out
    bool m_isRunning = false;
    bool m_isAvailable = true;
    double m_speed = 1.0;
    double m_bearingHeat = 0.0;
    double m_unbalance = 0.0;
    double m_unrestHeat = 0.0;
    double m_unrestShaking = 0.0;
    double m_flow = 0.0;
    double m_head = 0.0;
    double m_efficiency = 0.0;
    double m_power = 0.0;
    double m_bearingTemperature = 24.0;
    double m_vibration = 0.0;
    double m_runningHours = 0.0;
    double m_availableHours = 720.0 * 0.985;
    double m_allHours = 720.0;
};

} // namespace telltale
