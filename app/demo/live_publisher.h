#pragma once

#include "app/demo/demo_message.h"
#include "data/sources/mqtt_publisher.h"
#include "data/telemetry/timestamp.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace telltale {

/// Publishes what `read` tells once a second, from a thread of its own; what the broker cannot take
/// now is skipped, as a device would. What was kept from before goes first, whole.
class LivePublisher
{
public:
    using Read = std::function<std::vector<DemoMessage>(Timestamp now)>; ///< on the thread
    struct Kept
    {
        std::function<std::vector<DemoMessage>()> next; ///< on the thread; empty: that was all
        std::function<bool()> isHeard; ///< on the thread; waited for, but not for ever
    };

    static Result<std::unique_ptr<LivePublisher>> start(const std::string &url, Read read,
                                                        Kept kept = {});
    ~LivePublisher();
    bool isConnected() const { return m_publisher->isConnected(); }

private:
    using Lock = std::unique_lock<std::mutex>;

    LivePublisher(std::unique_ptr<MqttPublisher> publisher, Read read, Kept kept);
    void run();
    void sendKept(Lock &lock);
    void waitUntilHeard(Lock &lock);

    std::unique_ptr<MqttPublisher> m_publisher;
    const Read m_read;
    const Kept m_kept;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace telltale
