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
/// now is skipped, as a device would.
class LivePublisher
{
public:
    using Read = std::function<std::vector<DemoMessage>(Timestamp now)>; ///< on the thread

    static Result<std::unique_ptr<LivePublisher>> start(const std::string &url, Read read);
    ~LivePublisher();
    bool isConnected() const { return m_publisher->isConnected(); }

private:
    LivePublisher(std::unique_ptr<MqttPublisher> publisher, Read read);
    void run();

    std::unique_ptr<MqttPublisher> m_publisher;
    Read m_read;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace telltale
