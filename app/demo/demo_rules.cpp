#include "app/demo/demo_workspace.h"

namespace telltale {
namespace {

using Kind = AlarmRule::Kind;
using Side = AlarmRule::Side;

constexpr double kMinute = 60.0;

/// Why a rule is there: its consequence and what the operator does (alarms.md section 1).
struct Reason
{
    const char *cause;
    const char *consequence;
    const char *action;
    double respondWithinMinutes;
};

AlarmRule rule(const char *id, const char *title, const char *tag, int priority,
               const Reason &reason)
{
    AlarmRule result;
    result.id = id;
    result.title = title;
    result.tag = tag;
    result.priority = priority;
    result.cause = reason.cause;
    result.consequence = reason.consequence;
    result.action = reason.action;
    result.respondWithinSeconds = reason.respondWithinMinutes * kMinute;
    result.rationalisedBy = "demo";
    result.rationalisedAt = "2026-11-01";
    result.alarmClass = "process";
    return result;
}

struct Limit
{
    Side side;
    double limit;
    double deadband;
    double onDelaySeconds;
    double offDelaySeconds;
};

AlarmRule limitRule(AlarmRule result, const Limit &limit)
{
    result.kind = Kind::Limit;
    result.side = limit.side;
    result.limit = limit.limit;
    result.deadband = limit.deadband;
    result.onDelaySeconds = limit.onDelaySeconds;
    result.offDelaySeconds = limit.offDelaySeconds;
    return result;
}

AlarmRule staleRule(AlarmRule result, double timeoutSeconds)
{
    result.kind = Kind::Stale;
    result.timeoutSeconds = timeoutSeconds;
    return result;
}

std::vector<AlarmRule> pumpRules()
{
    return {
        limitRule(rule("station-bearing", "Bearing temperature high",
                       "Northfield/Pump station 2/*/bearing_temperature", 1,
                       {"the bearing lacks oil or is worn", "the bearing seizes in about 40 min",
                        "start the standby pump, stop this one, check the oil level", 10.0}),
                  {Side::High, 85.0, 2.0, 5.0, 10.0}),
        limitRule(rule("intake-bearing", "Bearing temperature high",
                       "Northfield/Intake/*/bearing_temperature", 2,
                       {"the bearing lacks oil or is worn", "the intake pump fails",
                        "start the other intake pump, stop this one, check the oil level", 10.0}),
                  {Side::High, 85.0, 2.0, 5.0, 10.0}),
        limitRule(rule("vibration", "Vibration rising", "Northfield/**/vibration", 3,
                       {"unbalance, a loose foot or a failing bearing", "wear, later a failure",
                        "listen at the pump, plan a measurement, change over if it grows", 30.0}),
                  {Side::High, 4.0, 0.3, 10.0, 15.0}),
    };
}

std::vector<AlarmRule> treatmentRules()
{
    return {
        limitRule(rule("filter-clogged", "Filter clogged", "Northfield/Treatment/*/pressure_drop",
                       3,
                       {"the filter bed is full", "less water, later a break-through of turbidity",
                        "start the backwash of this filter", 30.0}),
                  {Side::High, 0.80, 0.05, 15.0, 15.0}),
        limitRule(rule("valve-deviation", "Valve position deviation",
                       "Northfield/Treatment/Valve V-311/deviation", 2,
                       {"the valve sticks or its drive has no power",
                        "the tanks before and behind it run over or dry",
                        "move the valve by hand, check the drive", 10.0}),
                  {Side::High, 10.0, 2.0, 5.0, 5.0}),
        limitRule(rule("dosing-low", "Dosing tank low",
                       "Northfield/Treatment/Dosing tank CL-2/level", 3,
                       {"consumed or leaking", "no disinfection when it is empty",
                        "order a refill, look for a leak", 30.0}),
                  {Side::Low, 25.0, 3.0, 10.0, 10.0}),
        limitRule(rule("chlorine-low", "Residual chlorine low",
                       "Northfield/Treatment/Outlet analyser QI-31/residual_chlorine", 2,
                       {"dosing stopped or too weak", "the water is not safely disinfected",
                        "check the dosing pump and tank, raise the dose", 10.0}),
                  {Side::Low, 0.30, 0.02, 60.0, 60.0}),
        limitRule(rule("outlet-turbidity", "Outlet turbidity high",
                       "Northfield/Treatment/Outlet analyser QI-31/turbidity", 2,
                       {"a filter breaks through", "the water misses its quality limit",
                        "take the filter with the highest turbidity off and wash it", 10.0}),
                  {Side::High, 0.50, 0.03, 30.0, 60.0}),
        limitRule(rule("raw-turbidity", "Raw water turbidity high",
                       "Northfield/Intake/Inlet meter FI-10/turbidity", 4,
                       {"rain or works upstream", "the filters clog sooner",
                        "plan the next backwash earlier", 60.0}),
                  {Side::High, 5.5, 0.5, 60.0, 60.0}),
    };
}

std::vector<AlarmRule> networkRules()
{
    return {
        limitRule(rule("zone-leak", "Flow of the zone high, leak?",
                       "Northfield/Network/Zone 4/flow", 2,
                       {"a main has burst", "streets are undermined, pressure falls",
                        "send a crew, close the zone's inlet valve", 10.0}),
                  {Side::High, 290.0, 15.0, 15.0, 15.0}),
        limitRule(rule("zone-pressure", "Network pressure low", "Northfield/Network/*/pressure", 3,
                       {"a leak or a pump that stands", "upper floors have no water",
                        "look for the cause in the zone's flow and pump station 2", 20.0}),
                  {Side::Low, 3.10, 0.08, 15.0, 15.0}),
        limitRule(rule("reservoir-low", "Reservoir level low", "Northfield/Reservoirs/*/level", 2,
                       {"more is taken than pumped", "the network runs dry in some hours",
                        "start another pump of pump station 2, ask zones to save", 10.0}),
                  {Side::Low, 30.0, 3.0, 60.0, 60.0}),
        limitRule(rule("tank-low", "Level low", "Northfield/Pump station 2/Tank T-21/level", 3,
                       {"the treatment gives less than is pumped", "the pumps take in air",
                        "take a pump of pump station 2 off, check valve V-311", 20.0}),
                  {Side::Low, 40.0, 3.0, 60.0, 60.0}),
        staleRule(
            rule("zone-silent", "No data from the zone", "Northfield/Network/*/flow", 2,
                 {"the transmitter has no power or no radio link",
                  "a leak in this zone is not seen", "call the crew to the measuring point", 10.0}),
            30.0),
        staleRule(rule("pump-silent", "No data from the pump",
                       "Northfield/Pump station 2/*/running", 3,
                       {"the pump's controller does not answer", "its faults are not seen",
                        "check the controller on site", 30.0}),
                  30.0),
    };
}

std::vector<AlarmRule> computerRules()
{
    return {
        limitRule(rule("computer-disk", "Disk nearly full", "This computer/*/disk_used", 3,
                       {"history and other programs fill the disk", "recording stops",
                        "free some space or shorten the history", 60.0}),
                  {Side::High, 95.0, 1.0, 30.0, 30.0}),
        limitRule(rule("computer-load", "Processor busy", "This computer/*/processor_load", 4,
                       {"a program uses all of the processor", "screens answer late",
                        "look for the program", 60.0}),
                  {Side::High, 98.0, 5.0, 300.0, 60.0}),
    };
}

} // namespace

std::vector<AlarmRule> demoRules()
{
    std::vector<AlarmRule> rules;
    for (const auto &part : {pumpRules(), treatmentRules(), networkRules(), computerRules()})
        rules.insert(rules.end(), part.begin(), part.end());
    return rules;
}

} // namespace telltale
