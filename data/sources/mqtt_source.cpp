#include "data/sources/mqtt_source.h"

#include "data/sources/broker_link.h"
#include "data/sources/client_id.h"
#include "data/sources/reconnect_policy.h"
#include "data/sources/take_over_watch.h"
#include "data/sources/topic_filter.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

namespace telltale {
namespace {

using Code = Error::Code;
using State = ConnectionStatus::State;
using namespace std::chrono_literals;

constexpr auto kTick = 1s; ///< own look at the connection, and rates
constexpr auto kGoodbye = 500ms;
/// After an early loss the port is looked at so often, with doubling distances: 2 s in all. A
/// broker on this computer may be back within some 10 ms.
constexpr int kLooks = 11;
constexpr auto kFirstLook = 1ms;
constexpr double kRateSmoothing = 0.5; ///< of the newest second

/// Only a person can cure these: attempts go on, slowly.
bool isRefusal(Code code)
{
    return code == Code::BadCredentials || code == Code::NotPermitted || code == Code::TlsFailed
        || code == Code::NoTls || code == Code::Refused || code == Code::Malformed
        || code == Code::NotFound || code == Code::Unsupported || code == Code::NoPassword;
}

class MqttSource final : public Source, private MqttClient::Handler
{
public:
    MqttSource(ConnectionConfig connection, const SourceDoors &doors, const MqttOptions &options);
    ~MqttSource() override { stop(); }

    void start() override;
    void stop() override;
    void forget(const std::stop_token &stop) override { m_link.discardSession(*this, stop); }
    ConnectionStatus status() const override;
    void retryNow() override;
    std::uint64_t lost() const override { return m_intake.lost(); }

private:
    struct Pause
    {
        State state;
        Error cause;
        std::chrono::milliseconds delay;
    };

    void messageReceived(const ReceivedMessage &message) noexcept override;
    void connectionLost(const Error &cause, bool isSaid) noexcept override;

    void run(const std::stop_token &stop);
    ConnectionEnd connectAndHold(const std::stop_token &stop);
    ConnectionEnd hold(const MqttClient &client, const std::stop_token &stop);
    Outcome noteDown();
    void goDown(const ConnectionEnd &end, const std::stop_token &stop);
    Pause ordinaryPause(const ConnectionEnd &end);
    bool keepsListening(const std::stop_token &stop);
    void closeClient();
    void waitForAttempt(std::chrono::milliseconds delay, const std::stop_token &stop);
    void updateRate();

    ConnectionConfig m_connection;
    const MqttOptions m_options;
    const Clock &m_clock;
    MessageIntake m_intake;
    ConnectionProgress m_progress;
    BrokerLink m_link;
    ReconnectPolicy m_policy;
    TakeOverWatch m_takeOvers;

    // Of the connection's thread.
    std::unique_ptr<MqttClient> m_client; ///< of the connection that was made last
    /// When the connection went and why; the journal has it, or had no room for it so far.
    struct Down
    {
        Timestamp at {};
        Error cause;
        bool isNoted = false;
    };
    std::optional<Down> m_down;
    std::uint64_t m_rateCount = 0;
    double m_rate = 0.0;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<ConnectionEnd> m_lost; ///< the connection that was held is gone
    bool m_retryNow = false;

    std::mutex m_threadMutex;
    std::jthread m_thread;
};

ConnectionConfig withClientId(ConnectionConfig connection)
{
    if (connection.clientId.empty())
        connection.clientId = randomClientId();
    return connection;
}

bool isEncrypted(const ConnectionConfig &connection)
{
    const Result<BrokerUrl> url = parseBrokerUrl(connection.url);
    return url && url->tls;
}

MqttSource::MqttSource(ConnectionConfig connection, const SourceDoors &doors,
                       const MqttOptions &options)
    : m_connection(withClientId(std::move(connection)))
    , m_options(options)
    , m_clock(doors.clock)
    , m_intake(m_connection.source, m_connection.payloadLimit, doors.journal, doors.clock)
    , m_progress(m_connection, isEncrypted(m_connection), doors.clock)
    , m_link(m_connection, options, doors.credentials, m_progress, doors.problems)
    , m_policy(options, std::random_device {}())
    , m_takeOvers(options)
{ }

void MqttSource::start()
{
    const std::lock_guard lock(m_threadMutex);
    if (m_thread.joinable() || !m_connection.enabled)
        return;
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void MqttSource::stop()
{
    const std::lock_guard lock(m_threadMutex);
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
    m_thread = {};
}

ConnectionStatus MqttSource::status() const
{
    ConnectionStatus status = m_progress.snapshot();
    status.received = m_intake.received();
    status.brokerDropped = m_intake.brokerDropped();
    return status;
}

void MqttSource::retryNow()
{
    const std::lock_guard lock(m_mutex);
    m_retryNow = true;
    m_changed.notify_all();
}

void MqttSource::messageReceived(const ReceivedMessage &message) noexcept
{
    m_intake.receive(message);
    if (m_intake.isBlocked())
        connectionLost({Code::DiskFull,
                        "what arrives cannot be kept because the raw journal cannot be written: "
                        "make room on the disk; the broker keeps the messages meanwhile"},
                       true);
}

void MqttSource::connectionLost(const Error &cause, bool isSaid) noexcept
{
    const std::lock_guard lock(m_mutex);
    if (m_lost)
        return; // the first cause is the one
    m_lost = {cause, isSaid, {}};
    m_changed.notify_all();
}

void MqttSource::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const ConnectionEnd end = connectAndHold(stop);
        if (!stop.stop_requested())
            goDown(end, stop);
        else
            closeClient();
    }
    if (!m_intake.flush())
        m_intake.abandonHeld();
    m_progress.off();
}

/// Returns why it is over.
ConnectionEnd MqttSource::connectAndHold(const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_lost.reset();
        m_retryNow = false;
    }
    const auto failed = [](Code code, const std::string &words) {
        return ConnectionEnd {{code, words}, {}, {}};
    };
    Outcome written = m_intake.flush();
    if (written.ok())
        written = noteDown();
    if (!written)
        return failed(written.error().code,
                      "not connected because the raw journal cannot be written: "
                          + written.error().detail);
    Result<std::unique_ptr<MqttClient>> client = m_link.make(*this, stop);
    if (!client)
        return failed(client.error().code, client.error().detail);
    m_client = std::move(client).value();
    if (const Outcome noted = m_intake.noteUp(m_clock.now(), m_link.summary()); !noted)
        return failed(noted.error().code,
                      "the raw journal cannot be written: " + noted.error().detail);
    m_down.reset();
    m_progress.up();
    const auto since = std::chrono::steady_clock::now();
    ConnectionEnd end = hold(*m_client, stop);
    end.held = std::chrono::steady_clock::now() - since;
    return end;
}

/// Until the connection is lost or the source stopped.
ConnectionEnd MqttSource::hold(const MqttClient &client, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_changed.wait_for(lock, stop, kTick, [this] { return m_lost.has_value(); }))
            return *m_lost;
        lock.unlock();
        updateRate();
        const bool isConnected = client.isConnected();
        lock.lock();
        if (!isConnected && !m_lost)
            return {{Code::ConnectionLost, "the connection was found closed"}, {}, {}};
    }
    return {{Code::Cancelled, "stopped"}, {}, {}};
}

void MqttSource::closeClient()
{
    if (m_client && m_client->isConnected())
        m_client->disconnect(kGoodbye);
    m_client.reset();
}

/// Into the journal, once.
Outcome MqttSource::noteDown()
{
    if (!m_down || m_down->isNoted)
        return {};
    const Outcome noted = m_intake.noteDown(m_down->at, m_down->cause);
    m_down->isNoted = noted.ok();
    return noted;
}

/// Says at once that there is no connection, and then, where a look at the port tells more, why.
/// The look comes before the client is cleared away: a broker may be back by then.
void MqttSource::goDown(const ConnectionEnd &end, const std::stop_token &stop)
{
    if (!m_down)
        m_down = Down {m_clock.now(), end.cause};
    static_cast<void>(noteDown()); // else before it is connected again
    Pause pause = ordinaryPause(end);
    m_progress.down(pause.state, pause.cause, m_clock.now() + pause.delay);
    switch (m_takeOvers.judge(end, [&] { return keepsListening(stop); })) {
    case TakeOverWatch::Verdict::No:
        break;
    case TakeOverWatch::Verdict::Guessed:
        pause.delay = m_options.lastDelay;
        pause.cause = {Code::SessionTakenOver,
                       "the broker goes on listening, but closed the connection "
                           + std::to_string(m_options.takeOverLimit)
                           + " times in a row right after sign-in: another program probably uses "
                             "the same client id; end it, or give one of them a data folder of "
                             "its own"};
        break;
    case TakeOverWatch::Verdict::Certain:
        pause.state = State::Stopped;
        pause.delay = m_options.takeOverPause;
        break;
    }
    closeClient();
    m_progress.down(pause.state, pause.cause, m_clock.now() + pause.delay);
    waitForAttempt(pause.delay, stop);
}

MqttSource::Pause MqttSource::ordinaryPause(const ConnectionEnd &end)
{
    if (end.held && *end.held >= m_options.stableAfter)
        m_policy.reset();
    if (isRefusal(end.cause.code))
        return {State::Refused, end.cause, m_policy.nextRefused()};
    return {State::Waiting, end.cause, m_policy.next()};
}

/// Whether the port stays open for the while in which a broker that ended would not be back.
bool MqttSource::keepsListening(const std::stop_token &stop)
{
    std::chrono::milliseconds distance = kFirstLook;
    for (int look = 0; look < kLooks; ++look) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, stop, distance, [] { return false; });
        }
        if (stop.stop_requested() || !m_link.isListening(stop))
            return false;
        distance *= 2;
    }
    return true;
}

/// Or until somebody asks for it now.
void MqttSource::waitForAttempt(std::chrono::milliseconds delay, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (m_changed.wait_for(lock, stop, delay, [this] { return m_retryNow; }))
        m_policy.reset();
}

void MqttSource::updateRate()
{
    const std::uint64_t count = m_intake.received();
    const auto fresh = static_cast<double>(count - m_rateCount);
    m_rateCount = count;
    m_rate += kRateSmoothing * (fresh - m_rate);
    m_progress.setRate(m_rate < 0.05 ? 0.0 : m_rate);
}

} // namespace

std::unique_ptr<Source> makeMqttSource(const ConnectionConfig &connection, const SourceDoors &doors)
{
    return makeMqttSource(connection, doors, {});
}

std::unique_ptr<Source> makeMqttSource(const ConnectionConfig &connection, const SourceDoors &doors,
                                       const MqttOptions &options)
{
    return std::make_unique<MqttSource>(connection, doors, options);
}

Outcome checkMqttConnection(const ConnectionConfig &connection)
{
    if (const Result<BrokerUrl> url = parseBrokerUrl(connection.url); !url)
        return url.error();
    for (const std::string &filter : connection.filters) {
        if (Outcome right = checkFilter(filter); !right)
            return right;
    }
    return {};
}

} // namespace telltale
