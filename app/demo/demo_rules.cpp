#include "app/demo/demo_workspace.h"

#include <QCoreApplication>

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

/// In the language of the program when the demo is made: from then on it is a text of its
/// workspace.
std::string words(const char *text)
{
    return QCoreApplication::translate("DemoRules", text).toStdString();
}

AlarmRule rule(const char *id, const char *title, const char *tag, int priority,
               const Reason &reason)
{
    AlarmRule result;
    result.id = id;
    result.title = words(title);
    result.tag = tag;
    result.priority = priority;
    result.cause = words(reason.cause);
    result.consequence = words(reason.consequence);
    result.action = words(reason.action);
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
        limitRule(
            rule("station-bearing", QT_TRANSLATE_NOOP("DemoRules", "Bearing temperature high"),
                 "Northfield/Pump station 2/*/bearing_temperature", 1,
                 {QT_TRANSLATE_NOOP("DemoRules", "the bearing lacks oil or is worn"),
                  QT_TRANSLATE_NOOP("DemoRules", "the bearing seizes in about 40 min"),
                  QT_TRANSLATE_NOOP("DemoRules",
                                    "start the standby pump, stop this one, check the oil level"),
                  3.0}),
            {Side::High, 85.0, 2.0, 5.0, 10.0}),
        limitRule(rule("intake-bearing", QT_TRANSLATE_NOOP("DemoRules", "Bearing temperature high"),
                       "Northfield/Intake/*/bearing_temperature", 2,
                       {QT_TRANSLATE_NOOP("DemoRules", "the bearing lacks oil or is worn"),
                        QT_TRANSLATE_NOOP("DemoRules", "the intake pump fails"),
                        QT_TRANSLATE_NOOP(
                            "DemoRules",
                            "start the other intake pump, stop this one, check the oil level"),
                        10.0}),
                  {Side::High, 85.0, 2.0, 5.0, 10.0}),
        limitRule(
            rule("vibration", QT_TRANSLATE_NOOP("DemoRules", "Vibration rising"),
                 "Northfield/**/vibration", 3,
                 {QT_TRANSLATE_NOOP("DemoRules", "unbalance, a loose foot or a failing bearing"),
                  QT_TRANSLATE_NOOP("DemoRules", "wear, later a failure"),
                  QT_TRANSLATE_NOOP(
                      "DemoRules",
                      "listen at the pump, plan a measurement, change over if it grows"),
                  30.0}),
            {Side::High, 4.0, 0.3, 10.0, 15.0}),
    };
}

std::vector<AlarmRule> treatmentRules()
{
    return {
        limitRule(
            rule("filter-clogged", QT_TRANSLATE_NOOP("DemoRules", "Filter clogged"),
                 "Northfield/Treatment/*/pressure_drop", 3,
                 {QT_TRANSLATE_NOOP("DemoRules", "the filter bed is full"),
                  QT_TRANSLATE_NOOP("DemoRules", "less water, later a break-through of turbidity"),
                  QT_TRANSLATE_NOOP("DemoRules", "start the backwash of this filter"), 30.0}),
            {Side::High, 0.80, 0.05, 15.0, 15.0}),
        limitRule(
            rule("valve-deviation", QT_TRANSLATE_NOOP("DemoRules", "Valve position deviation"),
                 "Northfield/Treatment/Valve V-311/deviation", 2,
                 {QT_TRANSLATE_NOOP("DemoRules", "the valve sticks or its drive has no power"),
                  QT_TRANSLATE_NOOP("DemoRules", "the tanks before and behind it run over or dry"),
                  QT_TRANSLATE_NOOP("DemoRules", "move the valve by hand, check the drive"), 10.0}),
            {Side::High, 10.0, 2.0, 5.0, 5.0}),
        limitRule(rule("dosing-low", QT_TRANSLATE_NOOP("DemoRules", "Dosing tank low"),
                       "Northfield/Treatment/Dosing tank CL-2/level", 3,
                       {QT_TRANSLATE_NOOP("DemoRules", "consumed or leaking"),
                        QT_TRANSLATE_NOOP("DemoRules", "no disinfection when it is empty"),
                        QT_TRANSLATE_NOOP("DemoRules", "order a refill, look for a leak"), 30.0}),
                  {Side::Low, 25.0, 3.0, 10.0, 10.0}),
        limitRule(
            rule("chlorine-low", QT_TRANSLATE_NOOP("DemoRules", "Residual chlorine low"),
                 "Northfield/Treatment/Outlet analyser QI-31/residual_chlorine", 2,
                 {QT_TRANSLATE_NOOP("DemoRules", "dosing stopped or too weak"),
                  QT_TRANSLATE_NOOP("DemoRules", "the water is not safely disinfected"),
                  QT_TRANSLATE_NOOP("DemoRules", "check the dosing pump and tank, raise the dose"),
                  10.0}),
            {Side::Low, 0.30, 0.02, 60.0, 60.0}),
        limitRule(
            rule("outlet-turbidity", QT_TRANSLATE_NOOP("DemoRules", "Outlet turbidity high"),
                 "Northfield/Treatment/Outlet analyser QI-31/turbidity", 2,
                 {QT_TRANSLATE_NOOP("DemoRules", "a filter breaks through"),
                  QT_TRANSLATE_NOOP("DemoRules", "the water misses its quality limit"),
                  QT_TRANSLATE_NOOP("DemoRules",
                                    "take the filter with the highest turbidity off and wash it"),
                  10.0}),
            {Side::High, 0.50, 0.03, 30.0, 60.0}),
        limitRule(rule("raw-turbidity", QT_TRANSLATE_NOOP("DemoRules", "Raw water turbidity high"),
                       "Northfield/Intake/Inlet meter FI-10/turbidity", 4,
                       {QT_TRANSLATE_NOOP("DemoRules", "rain or works upstream"),
                        QT_TRANSLATE_NOOP("DemoRules", "the filters clog sooner"),
                        QT_TRANSLATE_NOOP("DemoRules", "plan the next backwash earlier"), 60.0}),
                  {Side::High, 5.5, 0.5, 60.0, 60.0}),
    };
}

std::vector<AlarmRule> networkRules()
{
    return {
        limitRule(rule("zone-leak", QT_TRANSLATE_NOOP("DemoRules", "Flow of the zone high, leak?"),
                       "Northfield/Network/Zone 4/flow", 2,
                       {QT_TRANSLATE_NOOP("DemoRules", "a main has burst"),
                        QT_TRANSLATE_NOOP("DemoRules", "streets are undermined, pressure falls"),
                        QT_TRANSLATE_NOOP("DemoRules", "send a crew, close the zone's inlet valve"),
                        10.0}),
                  {Side::High, 290.0, 15.0, 15.0, 15.0}),
        limitRule(
            rule("zone-pressure", QT_TRANSLATE_NOOP("DemoRules", "Network pressure low"),
                 "Northfield/Network/*/pressure", 3,
                 {QT_TRANSLATE_NOOP("DemoRules", "a leak or a pump that stands"),
                  QT_TRANSLATE_NOOP("DemoRules", "upper floors have no water"),
                  QT_TRANSLATE_NOOP("DemoRules",
                                    "look for the cause in the zone's flow and pump station 2"),
                  20.0}),
            {Side::Low, 3.10, 0.08, 15.0, 15.0}),
        limitRule(rule("reservoir-low", QT_TRANSLATE_NOOP("DemoRules", "Reservoir level low"),
                       "Northfield/Reservoirs/*/level", 2,
                       {QT_TRANSLATE_NOOP("DemoRules", "more is taken than pumped"),
                        QT_TRANSLATE_NOOP("DemoRules", "the network runs dry in some hours"),
                        QT_TRANSLATE_NOOP(
                            "DemoRules", "start another pump of pump station 2, ask zones to save"),
                        10.0}),
                  {Side::Low, 30.0, 3.0, 60.0, 60.0}),
        limitRule(rule("tank-low", QT_TRANSLATE_NOOP("DemoRules", "Level low"),
                       "Northfield/Pump station 2/Tank T-21/level", 3,
                       {QT_TRANSLATE_NOOP("DemoRules", "the treatment gives less than is pumped"),
                        QT_TRANSLATE_NOOP("DemoRules", "the pumps take in air"),
                        QT_TRANSLATE_NOOP("DemoRules",
                                          "take a pump of pump station 2 off, check valve V-311"),
                        20.0}),
                  {Side::Low, 40.0, 3.0, 60.0, 60.0}),
        staleRule(
            rule("zone-silent", QT_TRANSLATE_NOOP("DemoRules", "No data from the zone"),
                 "Northfield/Network/*/flow", 2,
                 {QT_TRANSLATE_NOOP("DemoRules", "the transmitter has no power or no radio link"),
                  QT_TRANSLATE_NOOP("DemoRules", "a leak in this zone is not seen"),
                  QT_TRANSLATE_NOOP("DemoRules", "call the crew to the measuring point"), 10.0}),
            30.0),
        staleRule(rule("pump-silent", QT_TRANSLATE_NOOP("DemoRules", "No data from the pump"),
                       "Northfield/Pump station 2/*/running", 3,
                       {QT_TRANSLATE_NOOP("DemoRules", "the pump's controller does not answer"),
                        QT_TRANSLATE_NOOP("DemoRules", "its faults are not seen"),
                        QT_TRANSLATE_NOOP("DemoRules", "check the controller on site"), 30.0}),
                  30.0),
    };
}

std::vector<AlarmRule> computerRules()
{
    return {
        limitRule(
            rule("computer-disk", QT_TRANSLATE_NOOP("DemoRules", "Disk nearly full"),
                 "This computer/*/disk_used", 3,
                 {QT_TRANSLATE_NOOP("DemoRules", "history and other programs fill the disk"),
                  QT_TRANSLATE_NOOP("DemoRules", "recording stops"),
                  QT_TRANSLATE_NOOP("DemoRules", "free some space or shorten the history"), 60.0}),
            {Side::High, 95.0, 1.0, 30.0, 30.0}),
        limitRule(rule("computer-load", QT_TRANSLATE_NOOP("DemoRules", "Processor busy"),
                       "This computer/*/processor_load", 4,
                       {QT_TRANSLATE_NOOP("DemoRules", "a program uses all of the processor"),
                        QT_TRANSLATE_NOOP("DemoRules", "screens answer late"),
                        QT_TRANSLATE_NOOP("DemoRules", "look for the program"), 60.0}),
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
