#include "app/demo/live_publisher.h"

#include "data/telemetry/clock.h"

#include <utility>

namespace telltale {
namespace {

constexpr std::chrono::seconds kPeriod {1};

} // namespace

Result<std::unique_ptr<LivePublisher>> LivePublisher::start(const std::string &url, Read read)
{
    MqttPublisher::Options options;
    options.url = url;
    Result<std::unique_ptr<MqttPublisher>> publisher = MqttPublisher::create(options);
    if (!publisher)
        return publisher.error();
    return std::unique_ptr<LivePublisher>(
        new LivePublisher(std::move(publisher).value(), std::move(read)));
}

LivePublisher::LivePublisher(std::unique_ptr<MqttPublisher> publisher, Read read)
    : m_publisher(std::move(publisher))
    , m_read(std::move(read))
{
    m_thread = std::thread([this] { run(); });
}

LivePublisher::~LivePublisher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void LivePublisher::run()
{
    (void)m_publisher->waitConnected(kPeriod); // else the first round would be skipped
    auto due = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        lock.unlock();
        for (DemoMessage &message : m_read(Clock::system().now()))
            m_publisher->offer(std::move(message.topic), std::move(message.payload));
        lock.lock();
        due = std::max(due + kPeriod, std::chrono::steady_clock::now()); // no catching up
        m_changed.wait_until(lock, due, [this] { return m_stop; });
    }
}

} // namespace telltale
