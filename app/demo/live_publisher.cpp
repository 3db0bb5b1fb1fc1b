#include "app/demo/live_publisher.h"

#include "data/telemetry/clock.h"

#include <utility>

namespace telltale {
namespace {

constexpr std::chrono::seconds kPeriod {1};
constexpr std::chrono::seconds kPatience {10};
constexpr std::chrono::milliseconds kLookAgain {20};

} // namespace

Result<std::unique_ptr<LivePublisher>> LivePublisher::start(const std::string &url, Read read,
                                                            Kept kept)
{
    MqttPublisher::Options options;
    options.url = url;
    Result<std::unique_ptr<MqttPublisher>> publisher = MqttPublisher::create(options);
    if (!publisher)
        return publisher.error();
    return std::unique_ptr<LivePublisher>(
        new LivePublisher(std::move(publisher).value(), std::move(read), std::move(kept)));
}

LivePublisher::LivePublisher(std::unique_ptr<MqttPublisher> publisher, Read read, Kept kept)
    : m_publisher(std::move(publisher))
    , m_read(std::move(read))
    , m_kept(std::move(kept))
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
    Lock lock(m_mutex);
    if (m_kept.next)
        sendKept(lock);
    auto due = std::chrono::steady_clock::now();
    while (!m_stop) {
        lock.unlock();
        for (DemoMessage &message : m_read(Clock::system().now()))
            m_publisher->offer(std::move(message.topic), std::move(message.payload));
        lock.lock();
        due = std::max(due + kPeriod, std::chrono::steady_clock::now()); // no catching up
        m_changed.wait_until(lock, due, [this] { return m_stop; });
    }
}

/// As fast as the broker takes it. Live values come after it, else they would be the newer ones.
void LivePublisher::sendKept(Lock &lock)
{
    waitUntilHeard(lock);
    while (!m_stop) {
        lock.unlock();
        std::vector<DemoMessage> round = m_kept.next();
        bool isTaken = !round.empty();
        for (DemoMessage &message : round)
            isTaken = isTaken
                && m_publisher
                       ->publish(std::move(message.topic), std::move(message.payload), kPatience)
                       .ok();
        lock.lock();
        if (!isTaken)
            return;
    }
}

/// A broker keeps nothing for those who have never been there.
void LivePublisher::waitUntilHeard(Lock &lock)
{
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (!m_stop && !m_kept.isHeard() && std::chrono::steady_clock::now() < until)
        m_changed.wait_for(lock, kLookAgain, [this] { return m_stop; });
}

} // namespace telltale
