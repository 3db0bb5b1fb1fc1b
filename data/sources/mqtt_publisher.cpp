#include "data/sources/mqtt_publisher.h"

#include "data/sources/broker_route.h"
#include "data/sources/client_id.h"
#include "data/sources/mqtt_reason.h"
#include "data/sources/tls_choice.h"

#include <mqtt/async_client.h>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstBackoff {250};
constexpr milliseconds kLongestBackoff {10'000};
constexpr milliseconds kSlice {50}; ///< how soon a stop is seen
constexpr std::chrono::seconds kKeepAlive {10};
constexpr int kMqtt311 = 4;
/// The library refuses more than this many at once even while connected; the window is smaller.
constexpr int kLibraryBuffer = 100'000;
constexpr milliseconds kRefusedPause {10};
/// The library wants an address when it is set up; each attempt gives it the route found then.
constexpr const char *kSomeUri = "tcp://localhost";

mqtt::connect_options connectOptions(const MqttPublisher::Options &options)
{
    mqtt::connect_options connect;
    connect.set_mqtt_version(kMqtt311);
    connect.set_clean_session(true);
    connect.set_keep_alive_interval(kKeepAlive);
    connect.set_connect_timeout(
        std::chrono::duration_cast<std::chrono::seconds>(options.connectTimeout));
    connect.set_max_inflight(static_cast<int>(options.window));
    if (!options.credentials.user.empty()) {
        connect.set_user_name(options.credentials.user);
        connect.set_password(options.credentials.password);
    }
    return connect;
}

/// The C++ side of the library cannot leave the system's authorities out beside a file of them; the
/// look at the route, which comes first, does.
mqtt::ssl_options tlsOptions(const TlsChoice &choice)
{
    mqtt::ssl_options tls;
    tls.set_enable_server_cert_auth(choice.checksCertificate);
    tls.set_verify(choice.checksHostName);
    tls.set_ssl_version(choice.version);
    if (!choice.caFile.empty())
        tls.set_trust_store(choice.caFile);
    return tls;
}

MqttPublisher::Options withClientId(MqttPublisher::Options options)
{
    if (options.clientId.empty())
        options.clientId = randomClientId();
    return options;
}

/// Positive codes are the broker's answer to CONNECT.
Error connectError(const mqtt::exception &failure)
{
    if (failure.get_return_code() > 0)
        return describeReturnCode(failure.get_return_code());
    return {Error::Code::ConnectionLost,
            "the connection ended before the broker answered (" + failure.to_string() + ")"};
}

} // namespace

/// The client library's side; its calls are made without the publisher's lock.
class MqttPublisher::Client final : public mqtt::iaction_listener
{
public:
    explicit Client(MqttPublisher &publisher)
        : m_publisher(publisher)
        , m_client(kSomeUri, publisher.m_options.clientId,
                   mqtt::create_options(kMqtt311, kLibraryBuffer))
        , m_connectOptions(connectOptions(publisher.m_options))
    {
        m_client.set_connection_lost_handler(
            [this](const std::string &cause) { m_publisher.onLost(cause); });
    }

    Outcome connect(const BrokerRoute &route, bool isTls)
    {
        m_connectOptions.set_servers(mqtt::string_collection::create({route.uri}));
        if (isTls)
            m_connectOptions.set_ssl(
                tlsOptions(chooseTls(m_publisher.m_options.caFile, route.isTls12)));
        try {
            const mqtt::token_ptr token = m_client.connect(m_connectOptions);
            const auto until
                = std::chrono::steady_clock::now() + m_publisher.m_options.connectTimeout;
            while (!m_publisher.m_stopNetwork.stop_requested()
                   && std::chrono::steady_clock::now() < until) {
                if (token->wait_for(kSlice))
                    return {};
            }
            return Error {
                Error::Code::TimedOut,
                "the connection was accepted, then nothing was said: does a broker listen "
                "there?"};
        } catch (const mqtt::exception &failure) {
            return connectError(failure);
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
        constexpr milliseconds kPatience {400};
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
    const Result<BrokerUrl> url = parseBrokerUrl(options.url);
    if (!url)
        return url.error();
    if (!options.credentials.password.empty() && !url->tls && !url->isLoopback())
        return Error {Error::Code::NotPermitted,
                      "the password would cross the network unencrypted: use mqtts://"};
    return std::unique_ptr<MqttPublisher>(new MqttPublisher(options, url.value()));
}

MqttPublisher::MqttPublisher(const Options &options, const BrokerUrl &url)
    : m_options(withClientId(options))
    , m_url(url)
{
    m_thread = std::thread([this] { run(); });
}

MqttPublisher::~MqttPublisher()
{
    {
        const Lock lock(m_mutex);
        m_stop = true;
    }
    m_stopNetwork.request_stop();
    m_work.notify_all();
    m_thread.join();
    if (m_client)
        m_client->disconnect();
}

Outcome MqttPublisher::waitConnected(milliseconds patience, const std::atomic<bool> *stop)
{
    Lock lock(m_mutex);
    m_hasFailed = false;
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto isSettled = [this] { return m_isConnected || m_hasFailed; };
    while (!m_changed.wait_for(lock, kSlice, isSettled)
           && std::chrono::steady_clock::now() < until) {
        if (stop && *stop)
            return Error {Error::Code::Cancelled, "stopped"};
    }
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
    take(lock, std::move(topic), std::move(payload));
    return {};
}

bool MqttPublisher::offer(std::string topic, std::string payload)
{
    Lock lock(m_mutex);
    if (!m_isConnected || m_waiting.size() >= m_options.window) {
        ++m_skipped;
        return false;
    }
    take(lock, std::move(topic), std::move(payload));
    return true;
}

void MqttPublisher::take(Lock &lock, std::string topic, std::string payload)
{
    m_waiting.push_back({std::move(topic), std::move(payload), ++m_taken});
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
    lock.unlock();
    m_client.reset(); // what the library still queues would come first, and twice
    m_client = std::make_unique<Client>(*this);
    lock.lock();
    while (!m_inFlight.empty()) // of the connection before
        takeBack(m_inFlight.begin()->first);
    lock.unlock();
    const Outcome connected = reach();
    lock.lock();
    m_isConnected = connected.ok();
    m_hasFailed = !connected.ok();
    m_backoff = connected.ok() ? kFirstBackoff
                               : std::clamp(m_backoff * 2, kFirstBackoff, kLongestBackoff);
    if (!connected.ok())
        m_lastError = connected.error();
    m_changed.notify_all();
}

/// Layer by layer, so that a failure says where it happened.
Outcome MqttPublisher::reach()
{
    const Result<BrokerRoute> route = findRoute(m_url, m_options.caFile, m_options.connectTimeout,
                                                m_stopNetwork.get_token(), nullptr);
    if (!route)
        return route.error();
    return m_client->connect(route.value(), m_url.tls);
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

/// To its place: the library gives up the oldest first, and others may wait already.
void MqttPublisher::takeBack(std::uint64_t number)
{
    const auto found = m_inFlight.find(number);
    if (found == m_inFlight.end())
        return;
    const auto place = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Message &other) {
        return other.order > found->second.order;
    });
    m_waiting.insert(place, std::move(found->second));
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
