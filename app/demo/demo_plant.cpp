#include "app/demo/demo_plant.h"

#include "app/demo/demo_workspace.h"
#include "app/demo/host_readings.h"
#include "app/demo/plant_file.h"
#include "app/demo/plant_messages.h"
#include "data/telemetry/clock.h"

#include <algorithm>
#include <optional>
#include <random>
#include <utility>

namespace telltale {
namespace {

using std::chrono::seconds;

constexpr seconds kLongestStep {10};
constexpr seconds kRecent = std::chrono::hours(1); ///< of it devices keep more
constexpr seconds kRecentStep {5};
constexpr seconds kOldStep {60};
constexpr seconds kSaveEvery {5};
constexpr seconds kLongestPause = std::chrono::hours(7 * 24); ///< after it the plant is a new one

/// The plant and how far it has got: first through its past, then in real time. What it did since
/// it was kept, it does again. Used by one thread.
class RunningPlant
{
public:
    explicit RunningPlant(const DemoPlant::Options &options)
        : m_seed(options.seed != 0 ? options.seed : std::random_device {}())
        , m_beginning(options.beginning)
        , m_file(options.plantFile)
    { }

    /// The next moment of the past; nothing once now has been reached.
    std::vector<DemoMessage> next()
    {
        WaterPlant &plant = begun();
        const seconds step = plant.now() < m_recentFrom ? kOldStep : kRecentStep;
        if (plant.now() + step >= Clock::system().now())
            return {};
        plant.step(std::chrono::duration<double>(step).count());
        return keptMessages(plant, plant.now());
    }

    /// After a suspend it goes on from where it was.
    std::vector<DemoMessage> live(Timestamp now)
    {
        WaterPlant &plant = begun();
        if (m_last == Timestamp {})
            m_last = plant.now();
        const double passed = std::chrono::duration<double>(now - m_last).count();
        plant.step(std::clamp(passed, 0.0, std::chrono::duration<double>(kLongestStep).count()));
        m_last = now;
        if (now - m_savedAt >= kSaveEvery || now < m_savedAt)
            save(now);
        return plantMessages(plant, now);
    }

private:
    WaterPlant &begun()
    {
        if (m_plant)
            return *m_plant;
        const Timestamp now = Clock::system().now();
        const DemoPlant::Beginning beginning = m_beginning(now);
        m_recentFrom = now - kRecent;
        m_plant = keptPlant(now, now - beginning.past);
        if (!m_plant) {
            m_plant.emplace(m_seed, now - beginning.past, beginning.past);
            m_plant->setCounters(beginning.counters);
            save(now); // its past is the same again if it is not sent to the end
        }
        return *m_plant;
    }

    /// The plant of the run before, taken on to `from` in whole steps, as it went.
    std::optional<WaterPlant> keptPlant(Timestamp now, Timestamp from) const
    {
        std::optional<WaterPlant> plant = m_file.load();
        if (!plant || plant->now() > now || from - plant->now() > kLongestPause)
            return std::nullopt;
        const auto missed = std::chrono::floor<seconds>(from - plant->now());
        plant->step(std::chrono::duration<double>(missed).count());
        return plant;
    }

    void save(Timestamp now)
    {
        m_file.save(*m_plant);
        m_savedAt = now;
    }

    const std::uint64_t m_seed;
    const std::function<DemoPlant::Beginning(Timestamp)> m_beginning;
    const PlantFile m_file;
    std::optional<WaterPlant> m_plant;
    Timestamp m_recentFrom {};
    Timestamp m_savedAt {};
    Timestamp m_last {};
};

} // namespace

Result<std::unique_ptr<DemoPlant>> DemoPlant::start(const Options &options)
{
    Result<std::unique_ptr<DemoBroker>> broker = DemoBroker::start(options.broker);
    if (!broker)
        return broker.error();
    std::unique_ptr<DemoPlant> demo(new DemoPlant);
    demo->m_broker = std::move(broker).value();

    const auto running = std::make_shared<RunningPlant>(options);
    auto plant
        = LivePublisher::start(demo->url(), [running](Timestamp now) { return running->live(now); },
                               {[running] { return running->next(); }, options.isHeard});
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
