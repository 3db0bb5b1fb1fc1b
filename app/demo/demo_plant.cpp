#include "app/demo/demo_plant.h"

#include "app/demo/demo_workspace.h"
#include "app/demo/host_readings.h"
#include "app/demo/plant_messages.h"
#include "data/telemetry/clock.h"

#include <algorithm>
#include <random>
#include <utility>

namespace telltale {
namespace {

/// The plant in real time; after a suspend it goes on from where it was.
LivePublisher::Read plantReader(std::uint64_t seed)
{
    const Timestamp start = Clock::system().now();
    const auto plant = std::make_shared<WaterPlant>(seed, start);
    const auto last = std::make_shared<Timestamp>(start);
    return [plant, last](Timestamp now) {
        constexpr double kLongestStep = 10.0;
        const double passed = std::chrono::duration<double>(now - *last).count();
        plant->step(std::clamp(passed, 0.0, kLongestStep));
        *last = now;
        return plantMessages(*plant, now);
    };
}

} // namespace

Result<std::unique_ptr<DemoPlant>> DemoPlant::start(const Options &options)
{
    Result<std::unique_ptr<DemoBroker>> broker = DemoBroker::start(options.broker);
    if (!broker)
        return broker.error();
    std::unique_ptr<DemoPlant> demo(new DemoPlant);
    demo->m_broker = std::move(broker).value();

    const std::uint64_t seed = options.seed != 0 ? options.seed : std::random_device {}();
    auto plant = LivePublisher::start(demo->url(), plantReader(seed));
    const auto readings = std::make_shared<HostReadings>();
    auto host = LivePublisher::start(
        demo->url(), [readings](Timestamp now) { return std::vector {readings->message(now)}; });
    if (!plant || !host)
        return plant ? host.error() : plant.error();
    demo->m_plant = std::move(plant).value();
    demo->m_host = std::move(host).value();
    demo->m_tags = demoTags();
    const auto computer = hostTags(readings->host(), readings->cores());
    demo->m_tags.insert(demo->m_tags.end(), computer.begin(), computer.end());
    return demo;
}

} // namespace telltale
