#include "data/sources/mqtt_publisher.h"

#include "data/sources/broker_url.h"

#include <mqtt/async_client.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <utility>

namespace telltale {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstBackoff {250};
constexpr milliseconds kLongestBackoff {10'000};
constexpr milliseconds kConnectTimeout {10'000};
constexpr std::chrono::seconds kKeepAlive {10};
constexpr int kMqtt311 = 4;
/// The library refuses more than this many at once even while connected; the window is smaller.
constexpr int kLibraryBuffer = 100'000;
constexpr milliseconds kRefusedPause {10};

std::string randomClientId()
{
    std::random_device random;
    char text[40];
    std::snprintf(text, sizeof text, "telltale-pub-%08x%08x", random(), random());
    return text;
}

std::string pahoUrl(const std::string &url)
{
    const Result<BrokerUrl> broker = parseBrokerUrl(url);
    if (!broker)
        return url;
    const bool isVersion6 = broker.value().host.find(':') != std::string::npos;
    const std::string host = isVersion6 ? '[' + broker.value().host + ']' : broker.value().host;
    return (broker.value().tls ? "ssl://" : "tcp://") + host + ':'
        + std::to_string(broker.value().port);
}

mqtt::connect_options connectOptions(const MqttPublisher::Options &options)
{
    mqtt::connect_options connect;
    connect.set_mqtt_version(kMqtt311);
    connect.set_clean_session(true);
    connect.set_keep_alive_interval(kKeepAlive);
    connect.set_connect_timeout(std::chrono::duration_cast<std::chrono::seconds>(kConnectTimeout));
    connect.set_max_inflight(static_cast<int>(options.window));
    if (!options.credentials.user.empty()) {
        connect.set_user_name(options.credentials.user);
        connect.set_password(options.credentials.password);
    }
    if (options.url.rfind("mqtts://", 0) == 0) {
        mqtt::ssl_options tls;
        if (!options.caFile.empty())
            tls.set_trust_store(options.caFile);
        tls.set_enable_server_cert_auth(true);
        tls.set_verify(true); // else the host name is not checked
        connect.set_ssl(tls);
    }
    return connect;
}

Error connectError(const std::string &url, int code, const std::string &words)
{
    constexpr int kBadCredentials = 4;
    constexpr int kNotAuthorised = 5;
    const std::string detail = "cannot connect to " + url + ": " + words;
    if (code == kBadCredentials || code == kNotAuthorised)
        return {Error::Code::BadCredentials, detail};
    return {Error::Code::ConnectionRefused, detail};
}

} // namespace

/// The client library's side; its calls are made without the publisher's lock.
class MqttPublisher::Client final : public mqtt::iaction_listener
{
public:
    explicit Client(MqttPublisher &publisher)
        : m_publisher(publisher)
        , m_client(pahoUrl(publisher.m_options.url),
                   publisher.m_options.clientId.empty() ? randomClientId()
                                                        : publisher.m_options.clientId,
                   mqtt::create_options(kMqtt311, kLibraryBuffer))
        , m_connectOptions(connectOptions(publisher.m_options))
    {
        m_client.set_connection_lost_handler(
            [this](const std::string &cause) { m_publisher.onLost(cause); });
    }

    Outcome connect()
    {
        try {
            const mqtt::token_ptr token = m_client.connect(m_connectOptions);
            if (token->wait_for(kConnectTimeout))
                return {};
            return Error {Error::Code::TimedOut,
                          "cannot connect to " + m_publisher.m_options.url + ": no answer"};
        } catch (const mqtt::exception &failure) {
            return connectError(m_publisher.m_options.url, failure.get_return_code(),
                                failure.to_string());
        }
    }

    bool publish(std::uint64_t number, const Message &message)
    {
        try {
            m_client.publish(message.topic, message.payload.data(), message.payload.size(),
                             m_publisher.m_options.qos, false,
                             reinterpret_cast<void *>(static_cast<std::uintptr_t>(number)), *this);
            return true;
        } catch (const mqtt::exception &) {
            return false;
        }
    }

    bool isConnected() const { return m_client.is_connected(); }

    void disconnect()
    {
        constexpr milliseconds kPatience {1000};
        try {
            m_client.disconnect(static_cast<int>(kPatience.count()))->wait_for(kPatience * 2);
        } catch (const mqtt::exception &) { // it was not connected
        }
    }

private:
    void on_success(const mqtt::token &token) override { done(token, true); }
    void on_failure(const mqtt::token &token) override { done(token, false); }
    void done(const mqtt::token &token, bool ok)
    {
        m_publisher.onDone(reinterpret_cast<std::uintptr_t>(token.get_user_context()), ok);
    }

    MqttPublisher &m_publisher;
    mqtt::async_client m_client;
    mqtt::connect_options m_connectOptions;
};

Result<std::unique_ptr<MqttPublisher>> MqttPublisher::create(const Options &options)
{
    if (const Result<BrokerUrl> url = parseBrokerUrl(options.url); !url)
        return url.error();
    return std::unique_ptr<MqttPublisher>(new MqttPublisher(options));
}

MqttPublisher::MqttPublisher(const Options &options)
    : m_options(options)
{
    m_client = std::make_unique<Client>(*this);
    m_thread = std::thread([this] { run(); });
}

MqttPublisher::~MqttPublisher()
{
    {
        const Lock lock(m_mutex);
        m_stop = true;
    }
    m_work.notify_all();
    m_thread.join();
    m_client->disconnect();
}

Outcome MqttPublisher::waitConnected(milliseconds patience)
{
    Lock lock(m_mutex);
    m_hasFailed = false;
    m_changed.wait_for(lock, patience, [this] { return m_isConnected || m_hasFailed; });
    return m_isConnected ? Outcome() : Outcome(m_lastError);
}

Outcome MqttPublisher::publish(std::string topic, std::string payload, milliseconds patience)
{
    Lock lock(m_mutex);
    const bool hasRoom
        = m_room.wait_for(lock, patience, [this] { return m_waiting.size() < m_options.window; });
    if (!hasRoom)
        return Error {Error::Code::TimedOut,
                      m_isConnected ? "the broker is slow" : m_lastError.detail};
    take(lock, {std::move(topic), std::move(payload)});
    return {};
}

bool MqttPublisher::offer(std::string topic, std::string payload)
{
    Lock lock(m_mutex);
    if (!m_isConnected || m_waiting.size() >= m_options.window) {
        ++m_skipped;
        return false;
    }
    take(lock, {std::move(topic), std::move(payload)});
    return true;
}

void MqttPublisher::take(Lock &lock, Message message)
{
    m_waiting.push_back(std::move(message));
    const bool isFirst = m_waiting.size() == 1;
    lock.unlock();
    if (isFirst)
        m_work.notify_one();
}

Outcome MqttPublisher::flush(milliseconds patience)
{
    Lock lock(m_mutex);
    const bool isDone = m_changed.wait_for(
        lock, patience, [this] { return m_waiting.empty() && m_inFlight.empty(); });
    if (isDone)
        return {};
    return Error {Error::Code::TimedOut,
                  std::to_string(m_waiting.size() + m_inFlight.size())
                      + " messages are not acknowledged"};
}

Error MqttPublisher::lastError() const
{
    const Lock lock(m_mutex);
    return m_lastError;
}

void MqttPublisher::run()
{
    Lock lock(m_mutex);
    while (!m_stop) {
        if (!m_isConnected) {
            connect(lock);
            continue;
        }
        m_work.wait(lock, [this] {
            return m_stop || !m_isConnected
                || (!m_waiting.empty() && m_inFlight.size() < m_options.window);
        });
        if (!m_stop && m_isConnected)
            sendNext(lock);
    }
}

void MqttPublisher::connect(Lock &lock)
{
    m_work.wait_for(lock, m_backoff, [this] { return m_stop; });
    if (m_stop)
        return;
    while (!m_inFlight.empty()) // of the connection before, the newest first: order is kept
        takeBack(m_inFlight.rbegin()->first);
    lock.unlock();
    const Outcome connected = m_client->connect();
    lock.lock();
    m_isConnected = connected.ok();
    m_hasFailed = !connected.ok();
    m_backoff = connected.ok() ? kFirstBackoff
                               : std::clamp(m_backoff * 2, kFirstBackoff, kLongestBackoff);
    if (!connected.ok())
        m_lastError = connected.error();
    m_changed.notify_all();
}

void MqttPublisher::sendNext(Lock &lock)
{
    const std::uint64_t number = ++m_attempts;
    const Message message = m_waiting.front();
    m_inFlight.emplace(number, std::move(m_waiting.front()));
    m_waiting.pop_front();
    const bool hasRoom = m_waiting.size() == m_options.window / 2; // in bulk, not one by one
    lock.unlock();
    if (hasRoom)
        m_room.notify_all();
    const bool isSent = m_client->publish(number, message);
    lock.lock();
    if (isSent)
        return;
    takeBack(number);
    m_isConnected = m_client->isConnected();
    m_work.wait_for(lock, kRefusedPause, [this] { return m_stop; });
}

void MqttPublisher::takeBack(std::uint64_t number)
{
    const auto found = m_inFlight.find(number);
    if (found == m_inFlight.end())
        return;
    m_waiting.push_front(std::move(found->second));
    m_inFlight.erase(found);
}

void MqttPublisher::onDone(std::uint64_t number, bool ok)
{
    Lock lock(m_mutex);
    if (!ok)
        takeBack(number);
    else if (m_inFlight.erase(number) > 0)
        ++m_acknowledged;
    const bool canGoOn = !ok || m_inFlight.size() == m_options.window * 3 / 4;
    const bool isIdle = m_inFlight.empty() && m_waiting.empty();
    lock.unlock();
    if (canGoOn)
        m_work.notify_one();
    if (isIdle)
        m_changed.notify_all();
}

void MqttPublisher::onLost(const std::string &cause)
{
    {
        const Lock lock(m_mutex);
        m_isConnected = false;
        m_lastError = {Error::Code::ConnectionLost,
                       m_options.url + ": connection lost" + (cause.empty() ? "" : ": " + cause)};
    }
    m_work.notify_all();
}

} // namespace telltale
