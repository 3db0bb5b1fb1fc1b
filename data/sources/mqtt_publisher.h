#pragma once

#include "data/sources/broker_url.h"
#include "data/sources/source.h"
#include "data/telemetry/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace telltale {

/// Publishes to one broker from a thread of its own; connects again by itself and then repeats what
/// was not acknowledged, in the order it was taken (QoS 1: at least once). Never hands the client
/// library a message while disconnected, nor more than `window` at a time: the library queues
/// without limit.
/// Thread  any.
/// Errors  whatever fails is tried again; lastError() says what it was.
class MqttPublisher
{
public:
    struct Options
    {
        std::string url; ///< `mqtt://host:port` or `mqtts://host:port`
        int qos = 1;
        std::size_t window = 500; ///< unacknowledged at most; as many again wait before publish()
        std::string clientId; ///< empty: a random one
        CredentialStore::Credentials credentials; ///< empty user: none
        std::string caFile; ///< PEM; empty: the system's
        std::chrono::milliseconds connectTimeout {10'000}; ///< for the broker's answer
    };

    /// Errors  of parseBrokerUrl(); NotPermitted: the password would go unencrypted to another
    ///         computer. Does not wait for the connection.
    static Result<std::unique_ptr<MqttPublisher>> create(const Options &options);
    ~MqttPublisher();

    /// Errors  why not connected within `patience`; TimedOut if nothing was heard at all; Cancelled
    ///         soon after `stop` is set.
    Outcome waitConnected(std::chrono::milliseconds patience,
                          const std::atomic<bool> *stop = nullptr);
    /// Takes the message; waits for room at most `patience`. Errors TimedOut.
    Outcome publish(std::string topic, std::string payload, std::chrono::milliseconds patience);
    /// For live values: takes the message only if it can go out now, else false and counted.
    bool offer(std::string topic, std::string payload);
    /// Waits until all that was taken is acknowledged. Errors TimedOut.
    Outcome flush(std::chrono::milliseconds patience);

    bool isConnected() const { return m_isConnected.load(); }
    std::uint64_t acknowledged() const { return m_acknowledged.load(); }
    std::uint64_t skipped() const { return m_skipped.load(); } ///< by offer()
    Error lastError() const;

private:
    class Client;
    struct Message
    {
        std::string topic;
        std::string payload;
        std::uint64_t order = 0; ///< of all that was taken
    };
    using Lock = std::unique_lock<std::mutex>;

    MqttPublisher(const Options &options, const BrokerUrl &url);
    void run();
    void take(Lock &lock, std::string topic, std::string payload);
    void connect(Lock &lock);
    Outcome reach();
    void sendNext(Lock &lock);
    void onDone(std::uint64_t number, bool ok);
    void onLost(const std::string &cause);
    void takeBack(std::uint64_t number);

    const Options m_options;
    const BrokerUrl m_url;
    std::stop_source m_stopNetwork;
    mutable std::mutex m_mutex;
    std::condition_variable m_work; ///< for the thread
    std::condition_variable m_room; ///< for publish()
    std::condition_variable m_changed; ///< connected, failed or all acknowledged
    std::deque<Message> m_waiting; ///< in order
    std::uint64_t m_taken = 0;
    std::map<std::uint64_t, Message> m_inFlight; ///< by number of the attempt: in order
    std::uint64_t m_attempts = 0;
    Error m_lastError {Error::Code::TimedOut, "not connected yet"};
    std::chrono::milliseconds m_backoff {0};
    bool m_hasFailed = false; ///< m_lastError is of an attempt to connect
    bool m_stop = false;
    std::atomic<bool> m_isConnected {false};
    std::atomic<std::uint64_t> m_acknowledged {0};
    std::atomic<std::uint64_t> m_skipped {0};
    std::unique_ptr<Client> m_client; ///< the thread's, one per attempt to connect
    std::thread m_thread;
};

} // namespace telltale
