#include "data/sources/mqtt_source.h"

#include "data/sources/broker_link.h"
#include "data/sources/reconnect_policy.h"

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
constexpr auto kSettle = 200ms;
constexpr double kRateSmoothing = 0.3; ///< of the newest second

std::string randomClientId()
{
    std::random_device random;
    return "tt" + std::to_string(random()) + std::to_string(random() % 100'000'000);
}

/// Only a person can cure these: attempts go on, slowly.
bool isRefusal(Code code)
{
    return code == Code::BadCredentials || code == Code::NotPermitted || code == Code::TlsFailed
        || code == Code::Refused || code == Code::Malformed || code == Code::NotFound
        || code == Code::Unsupported;
}

class MqttSource final : public Source, private MqttClient::Handler
{
public:
    MqttSource(ConnectionConfig connection, RawJournal &journal, CredentialStore &credentials,
               const Clock &clock, const MqttOptions &options);
    ~MqttSource() override { stop(); }

    void start() override;
    void stop() override;
    ConnectionStatus status() const override;
    void retryNow() override;
    std::uint64_t lost() const override { return m_intake.lost(); }

private:
    void messageReceived(const ReceivedMessage &message) noexcept override;
    void connectionLost(const Error &cause) noexcept override;

    void run(const std::stop_token &stop);
    Error connectAndHold(const std::stop_token &stop);
    Error hold(const MqttClient &client, const std::stop_token &stop);
    Error judged(const Error &cause, std::chrono::steady_clock::duration held,
                 const std::stop_token &stop);
    bool stillListens(const std::stop_token &stop);
    void goDown(const Error &cause, const std::stop_token &stop);
    void waitForAttempt(std::chrono::milliseconds delay, const std::stop_token &stop);
    void updateRate();

    ConnectionConfig m_connection;
    const MqttOptions m_options;
    const Clock &m_clock;
    MessageIntake m_intake;
    ConnectionProgress m_progress;
    BrokerLink m_link;
    ReconnectPolicy m_policy;

    // Of the connection's thread.
    int m_takeOvers = 0; ///< in a row
    bool m_downIsNoted = false;
    std::uint64_t m_rateCount = 0;
    double m_rate = 0.0;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Error> m_lost; ///< the connection that was held is gone
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

MqttSource::MqttSource(ConnectionConfig connection, RawJournal &journal,
                       CredentialStore &credentials, const Clock &clock, const MqttOptions &options)
    : m_connection(withClientId(std::move(connection)))
    , m_options(options)
    , m_clock(clock)
    , m_intake(m_connection.source, m_connection.payloadLimit, journal, clock)
    , m_progress(m_connection, isEncrypted(m_connection), clock)
    , m_link(m_connection, options, credentials, m_progress)
    , m_policy(options, std::random_device {}())
{
    static std::once_flag once;
    std::call_once(once, ignoreProxyEnvironment);
}

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
                        "make room on the disk; the broker keeps the messages meanwhile"});
}

void MqttSource::connectionLost(const Error &cause) noexcept
{
    const std::lock_guard lock(m_mutex);
    if (m_lost)
        return; // the first cause is the one
    m_lost = cause;
    m_changed.notify_all();
}

void MqttSource::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const Error cause = connectAndHold(stop);
        if (!stop.stop_requested())
            goDown(cause, stop);
    }
    if (!m_intake.flush())
        m_intake.abandonHeld();
    m_progress.off();
}

/// Returns why it is over.
Error MqttSource::connectAndHold(const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_lost.reset();
        m_retryNow = false;
    }
    if (const Outcome written = m_intake.flush(); !written)
        return {written.error().code,
                "not connected because the raw journal cannot be written: "
                    + written.error().detail};
    const Result<std::unique_ptr<MqttClient>> client = m_link.make(*this, stop);
    if (!client) {
        if (client.error().code == Code::ConnectionRefused)
            m_takeOvers = 0; // the broker was away: nobody took the session over
        return client.error();
    }
    if (const Outcome noted = m_intake.note(JournalRecord::Kind::SourceUp, m_link.summary());
        !noted)
        return {noted.error().code, "the raw journal cannot be written: " + noted.error().detail};
    m_downIsNoted = false;
    m_progress.up();
    const auto since = std::chrono::steady_clock::now();
    const Error cause = hold(*client.value(), stop);
    const Error verdict = judged(cause, std::chrono::steady_clock::now() - since, stop);
    client.value()->disconnect(kGoodbye);
    return verdict;
}

/// Until the connection is lost or the source stopped.
Error MqttSource::hold(const MqttClient &client, const std::stop_token &stop)
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
            return {Code::ConnectionLost, "the connection was found closed"};
    }
    return {Code::Cancelled, "stopped"};
}

/// The cause with what the pattern of losses says about it.
Error MqttSource::judged(const Error &cause, std::chrono::steady_clock::duration held,
                         const std::stop_token &stop)
{
    if (held >= m_options.stableAfter) {
        m_policy.reset();
        m_takeOvers = 0;
    }
    const bool mayBe = cause.code == Code::ConnectionLost && held < m_options.takeOverWindow
        && stillListens(stop);
    if (cause.code != Code::SessionTakenOver && !mayBe)
        return cause;
    ++m_takeOvers;
    if (mayBe && m_takeOvers >= m_options.takeOverLimit)
        return {Code::SessionTakenOver,
                "the broker closed the connection " + std::to_string(m_takeOvers)
                    + " times right after sign-in: another program probably uses the same client "
                      "id; end it, or give one of them a data folder of its own"};
    return cause;
}

/// mosquitto ends the session of the loser without a word and goes on listening; a broker that died
/// does not, though its connections end some microseconds before its listening does.
bool MqttSource::stillListens(const std::stop_token &stop)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, kSettle, [] { return false; });
    }
    return m_link.isListening(stop);
}

void MqttSource::goDown(const Error &cause, const std::stop_token &stop)
{
    if (!m_downIsNoted)
        m_downIsNoted = m_intake.note(JournalRecord::Kind::SourceDown, cause.detail).ok();
    const bool isTakenOver = m_takeOvers >= m_options.takeOverLimit;
    const bool isRefused = isRefusal(cause.code);
    std::chrono::milliseconds delay = isRefused ? m_policy.nextRefused() : m_policy.next();
    State state = isRefused ? State::Refused : State::Waiting;
    if (isTakenOver) {
        delay = m_options.takeOverPause;
        state = State::Stopped;
        m_takeOvers = 0;
    }
    m_progress.down(state, cause, m_clock.now() + delay);
    waitForAttempt(delay, stop);
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

std::unique_ptr<Source> makeMqttSource(ConnectionConfig connection, RawJournal &journal,
                                       CredentialStore &credentials, const Clock &clock)
{
    return makeMqttSource(std::move(connection), journal, credentials, clock, {});
}

std::unique_ptr<Source> makeMqttSource(ConnectionConfig connection, RawJournal &journal,
                                       CredentialStore &credentials, const Clock &clock,
                                       const MqttOptions &options)
{
    return std::make_unique<MqttSource>(std::move(connection), journal, credentials, clock,
                                        options);
}

} // namespace telltale
