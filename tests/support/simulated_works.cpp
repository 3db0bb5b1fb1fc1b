#include "tests/support/simulated_works.h"

#include "data/history/history_writer.h"

#include <array>
#include <cmath>
#include <numbers>

namespace telltale::test {
namespace {

constexpr std::array kTags {
    WorksTag {"Northfield/Intake/Inlet/Total inflow", "m³/h", 1284, 60, 1100, 1400, 0},
    WorksTag {"Northfield/Intake/Screen SC-1/Running", "", 1, 0, 0, 0, -2},
    WorksTag {"Northfield/Intake/Raw water pump P-101/Running", "", 1, 0, 0, 0, -2},
    WorksTag {"Northfield/Intake/Raw water pump P-101/Flow", "m³/h", 642, 20, 560, 700, 1},
    WorksTag {"Northfield/Intake/Raw water pump P-101/Power", "kW", 58.2, 2, 50, 66, 1},
    WorksTag {"Northfield/Intake/Raw water pump P-102/Running", "", 0, 0, 0, 0, -2},
    WorksTag {"Northfield/Pump station 2/Pump P-201/Running", "", 1, 0, 0, 0, -2},
    WorksTag {"Northfield/Pump station 2/Pump P-201/Power", "kW", 60.4, 3, 50, 70, 1},
    WorksTag {"Northfield/Pump station 2/Pump P-202/Running", "", 1, 0, 0, 0, -2},
    WorksTag {"Northfield/Pump station 2/Pump P-202/Vibration", "mm/s", 4.1, 0.4, 1, 4, 1},
    WorksTag {"Northfield/Pump station 2/Pump P-203/Running", "", 1, 0, 0, 0, -2},
    WorksTag {"Northfield/Pump station 2/Pump P-203/Flow", "m³/h", 187.4, 9, 170, 210, 1},
    WorksTag {"Northfield/Pump station 2/Pump P-203/Discharge pressure", "bar", 4.62, 0.1, 4.3, 4.9,
              2},
    WorksTag {"Northfield/Pump station 2/Pump P-203/Power", "kW", 61.8, 2, 55, 70, 1},
    WorksTag {"Northfield/Pump station 2/Pump P-203/Speed", "1/min", 1482, 8, 1450, 1500, 0},
    WorksTag {"Northfield/Pump station 2/Pump P-203/Bearing temperature", "°C", 70, 18, 60, 80, 1},
    WorksTag {"Northfield/Pump station 2/Pump P-204/Running", "", 0, 0, 0, 0, -2},
    WorksTag {"Northfield/Pump station 2/Tank T-21/Level", "%", 38, 4, 40, 90, 1},
    WorksTag {"Northfield/Treatment/Outlet/Turbidity", "NTU", 0.18, 0.03, 0.05, 0.3, 2},
    WorksTag {"Northfield/Treatment/Dosing CL-2/Residual chlorine", "mg/l", 0.46, 0.05, 0.3, 0.6,
              2},
    WorksTag {"Northfield/Treatment/Valve V-311/Position deviation", "%", 12.4, 1, 0, 10, 1},
    WorksTag {"Northfield/Reservoirs/Reservoir R-1/Level", "%", 71.8, 4, 50, 90, 1},
    WorksTag {"Northfield/Network/Zone 4/Pressure", "bar", 3.91, 0.2, 3.4, 4.4, 2},
    WorksTag {"Northfield/Network/Zone 7/Flow", "m³/h", 38.2, 3, 30, 46, 1},
    WorksTag {"This computer/control-room-1/Processor", "%", 7.4, 4, 0, 80, 1},
    WorksTag {"This computer/control-room-1/Memory", "%", 41.2, 0.6, 0, 90, 1},
};

constexpr std::size_t kBearing = 15; ///< runs hot towards the end
constexpr double kRisen = 1'795'639'563.0 / 60 - 6; ///< minutes since 1970: halfway up

} // namespace

std::span<const WorksTag> worksTags()
{
    return kTags;
}

double worksValue(std::size_t index, Timestamp time)
{
    const WorksTag &tag = kTags[index];
    const double minutes = static_cast<double>(toMicroseconds(time)) / 60e6;
    const auto wave = [&](double period, double phase) {
        return std::sin(2 * std::numbers::pi * minutes / period
                        + phase * static_cast<double>(index + 1));
    };
    if (index == kBearing)
        return tag.base + tag.swing / (1.0 + std::exp((kRisen - minutes) / 3.0)) + 0.4 * wave(7, 2);
    const double shape = 0.6 * wave(97, 1.3) + 0.25 * wave(23, 2.1) + 0.15 * wave(3.1, 0.7);
    return tag.base + tag.swing * shape;
}

void storeWorks(const std::string &folder, TimeRange range, TagRegistry &registry)
{
    using namespace std::chrono_literals;
    auto writer = HistoryWriter::open({folder}, registry).value();
    for (const auto back : {24h, 0h}) {
        auto batch = std::make_shared<SampleBatch>();
        for (Timestamp time = range.from - back; time < range.to - back; time += 10s) {
            for (std::uint32_t i = 0; i < kTags.size(); ++i) {
                const auto kind = kTags[i].decimals == -2 ? SampleFlags::Kind::Boolean
                                                          : SampleFlags::Kind::Number;
                batch->append({i}, time, worksValue(i, time), Quality::good(),
                              SampleFlags::make(kind));
            }
        }
        batch->arrival = range.to - back;
        if (!writer->append(batch).ok())
            return;
    }
    (void)writer->commit({1}, {});
}

} // namespace telltale::test
