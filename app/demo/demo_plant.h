#pragma once

#include "app/demo/demo_broker.h"
#include "app/demo/live_publisher.h"
#include "app/demo/water_plant.h"
#include "data/telemetry/tag.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// The demo as a whole: a private broker, the water plant and this computer publishing to it.
/// Thread  one. All ends with this object.
class DemoPlant
{
public:
    struct Beginning
    {
        std::chrono::seconds past {0}; ///< how much of its past it sends first
        WaterPlant::Counters counters; ///< where its meters stood then
    };
    struct Options
    {
        DemoBroker::Options broker;
        std::uint64_t seed = 0; ///< of a new plant; 0: another one each time
        std::string plantFile; ///< the plant goes on from it; empty: it is new each time
        /// Where the plant takes up. Asked once, when somebody listens. Any thread.
        std::function<Beginning(Timestamp now)> beginning = [](Timestamp) { return Beginning(); };
        /// Whether somebody listens, so that the past does not go to nobody. Any thread.
        std::function<bool()> isHeard = [] { return true; };
    };
    /// Errors  of DemoBroker::start().
    static Result<std::unique_ptr<DemoPlant>> start(const Options &options);

    std::string url() const { return m_broker->url(); }
    bool isRunning() const { return m_broker->isRunning(); }
    /// What is known of the tags it publishes, this computer's included.
    const std::vector<TagInfo> &tags() const { return m_tags; }

private:
    DemoPlant() = default;

    std::unique_ptr<DemoBroker> m_broker; ///< outlives the publishers
    std::vector<TagInfo> m_tags;
    std::unique_ptr<LivePublisher> m_plant;
    std::unique_ptr<LivePublisher> m_host;
};

} // namespace telltale
