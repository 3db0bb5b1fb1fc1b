#include "data/sources/mqtt_client.h"

#include "data/sources/broker_answer.h"
#include "data/sources/mqtt_options.h"
#include "data/sources/mqtt_reason.h"
#include "data/sources/paho_persistence.h"
#include "data/sources/tls_choice.h"

#include <MQTTAsync.h>

#include <atomic>
#include <cstdlib>

namespace telltale {
namespace {

constexpr int kFirstFailureReason = 0x80;
constexpr int kMostWaits = 20; ///< for one answer, behind messages

void give(void *context, BrokerAnswer::Content content)
{
    static_cast<BrokerAnswer *>(context)->give(std::move(content));
}

Error libraryError(int code, const char *message)
{
    std::string words = message ? message : "";
    if (words.empty() && MQTTAsync_strerror(code))
        words = MQTTAsync_strerror(code);
    return {Error::Code::ConnectionLost,
            "the connection ended before the broker answered"
                + (words.empty() ? std::string() : " (" + words + ")")};
}

// What the library calls with the broker's answers; the "5" ones for MQTT 5.

/// Of CONNECT, of either version.
template <typename Data> void connected(void *context, Data *data)
{
    give(context, {{}, {}, data && data->alt.connect.sessionPresent != 0});
}

/// Of CONNECT: positive codes are the broker's return codes.
void refused(void *context, MQTTAsync_failureData *data)
{
    const int code = data ? data->code : MQTTASYNC_FAILURE;
    const char *message = data ? data->message : nullptr;
    give(context, {code > 0 ? describeReturnCode(code) : libraryError(code, message), {}, false});
}

void failed(void *context, MQTTAsync_failureData *data)
{
    const int code = data ? data->code : MQTTASYNC_FAILURE;
    if (code >= kFirstFailureReason)
        return give(context, {{}, {code}, false});
    give(context, {libraryError(code, data ? data->message : nullptr), {}, false});
}

void failed5(void *context, MQTTAsync_failureData5 *data)
{
    const int code = data ? data->code : MQTTASYNC_FAILURE;
    const int reason = data ? static_cast<int>(data->reasonCode) : 0;
    if (reason < kFirstFailureReason)
        return give(context, {libraryError(code, data ? data->message : nullptr), {}, false});
    give(context, {describeReason(reason), {reason}, false});
}

/// Refusing the only filter of a request is no failure of the request.
void subscriptionRefused5(void *context, MQTTAsync_failureData5 *data)
{
    const int reason = data ? static_cast<int>(data->reasonCode) : 0;
    if (reason < kFirstFailureReason)
        return failed5(context, data);
    give(context, {{}, {reason}, false});
}

void oneSubscribed(void *context, MQTTAsync_successData *data)
{
    give(context, {{}, {data ? data->alt.qos : 0}, false});
}

void oneSubscribed5(void *context, MQTTAsync_successData5 *data)
{
    give(context, {{}, {data ? static_cast<int>(data->reasonCode) : 0}, false});
}

/// Of UNSUBSCRIBE and DISCONNECT, of either version: that it is done says all.
template <typename Data> void acknowledged(void *context, Data *)
{
    give(context, {});
}

/// What CONNECT states in MQTT 5; freed at the end, the library copies it.
class ConnectProperties
{
public:
    explicit ConnectProperties(bool discardsSession)
    {
        add(MQTTPROPERTY_CODE_SESSION_EXPIRY_INTERVAL,
            discardsSession ? 0 : MqttOptions::kSessionExpirySeconds);
        add(MQTTPROPERTY_CODE_RECEIVE_MAXIMUM, MqttOptions::kReceiveMaximum);
        add(MQTTPROPERTY_CODE_MAXIMUM_PACKET_SIZE, MqttOptions::kMaximumPacket);
    }
    ~ConnectProperties() { MQTTProperties_free(&m_properties); }
    ConnectProperties(const ConnectProperties &) = delete;
    ConnectProperties &operator=(const ConnectProperties &) = delete;
    MQTTProperties *get() { return &m_properties; }

private:
    void add(MQTTPropertyCodes code, unsigned value)
    {
        MQTTProperty property {};
        property.identifier = code;
        if (code == MQTTPROPERTY_CODE_RECEIVE_MAXIMUM)
            property.value.integer2 = static_cast<unsigned short>(value);
        else
            property.value.integer4 = value;
        MQTTProperties_add(&m_properties, &property);
    }
    MQTTProperties m_properties = MQTTProperties_initializer;
};

/// Points into `choice`.
MQTTAsync_SSLOptions tlsOptions(const TlsChoice &choice)
{
    MQTTAsync_SSLOptions tls = MQTTAsync_SSLOptions_initializer;
    tls.enableServerCertAuth = choice.checksCertificate ? 1 : 0;
    tls.verify = choice.checksHostName ? 1 : 0;
    tls.sslVersion = choice.version;
    tls.trustStore = choice.caFile.empty() ? nullptr : choice.caFile.c_str();
    tls.disableDefaultTrustStore = choice.caFile.empty() ? 0 : 1;
    return tls;
}

} // namespace

struct MqttClient::Paho
{
    Paho(Settings given, InboundStore &store, Handler &called)
        : settings(std::move(given))
        , handler(called)
        , inbound(store)
        , persistence(store)
    { }
    ~Paho()
    {
        if (handle)
            MQTTAsync_destroy(&handle);
    }
    Paho(const Paho &) = delete;
    Paho &operator=(const Paho &) = delete;

    bool isVersion5() const { return settings.version >= MQTTVERSION_5; }
    MQTTAsync_connectOptions connectOptions();
    Result<BrokerAnswer::Content> wait(int code, const std::stop_token &stop);
    Result<int> subscribe(const Subscription &subscription, const std::stop_token &stop);

    static int messageArrived(void *context, char *topic, int length, MQTTAsync_message *message);
    static void connectionLost(void *context, char *cause);
    static void disconnected(void *context, MQTTProperties *, MQTTReasonCodes reason);
    void lost(const Error &cause, bool isSaid);

    Settings settings;
    Handler &handler;
    const InboundStore &inbound;
    PahoPersistence persistence;
    MQTTAsync handle = nullptr;
    BrokerAnswer answer;
    std::atomic<std::uint64_t> arrived = 0; ///< messages
};

int MqttClient::Paho::messageArrived(void *context, char *topic, int length,
                                     MQTTAsync_message *message)
{
    ReceivedMessage received;
    // The library gives a length only when there is a NUL inside.
    received.topic = length > 0 ? std::string_view(topic, static_cast<std::size_t>(length)) : topic;
    received.payload = {static_cast<const char *>(message->payload),
                        static_cast<std::size_t>(message->payloadlen)};
    received.qos = message->qos;
    received.isRetained = message->retained != 0;
    received.packet = static_cast<std::uint16_t>(message->msgid);
    auto *paho = static_cast<Paho *>(context);
    received.isRedelivered
        = message->dup != 0 || (message->qos == 2 && paho->inbound.mayBeRepeat(received.packet));
    ++paho->arrived;
    paho->handler.messageReceived(received);
    MQTTAsync_freeMessage(&message);
    MQTTAsync_free(topic);
    return MQTTASYNC_TRUE;
}

void MqttClient::Paho::connectionLost(void *context, char *)
{
    static_cast<Paho *>(context)->lost(
        {Error::Code::ConnectionLost,
         "the broker closed the connection, or did not answer in time any more"},
        false);
}

void MqttClient::Paho::disconnected(void *context, MQTTProperties *, MQTTReasonCodes reason)
{
    auto *paho = static_cast<Paho *>(context);
    if (reason >= kFirstFailureReason)
        paho->lost(describeReason(reason), true);
    else
        paho->lost({Error::Code::ConnectionLost, "the broker ended the connection"}, false);
}

/// Whoever waits for an answer waits in vain from now on.
void MqttClient::Paho::lost(const Error &cause, bool isSaid)
{
    answer.giveUp(cause);
    handler.connectionLost(cause, isSaid);
}

/// `code` is what the library said to the request itself. As long as messages come, the answer is
/// behind them: a broker sends a whole backlog first.
Result<BrokerAnswer::Content> MqttClient::Paho::wait(int code, const std::stop_token &stop)
{
    if (code != MQTTASYNC_SUCCESS)
        return libraryError(code, nullptr);
    for (int waits = 1;; ++waits) {
        const std::uint64_t before = arrived + inbound.puts();
        auto content = answer.wait(settings.timeout, stop);
        const bool isLate = !content && content.error().code == Error::Code::TimedOut;
        if (!isLate || before == arrived + inbound.puts() || waits == kMostWaits)
            return content;
    }
}

/// Without TLS and properties, which the caller must keep alive until the request was made.
MQTTAsync_connectOptions MqttClient::Paho::connectOptions()
{
    MQTTAsync_connectOptions options = MQTTAsync_connectOptions_initializer;
    if (isVersion5())
        options = MQTTAsync_connectOptions_initializer5;
    options.MQTTVersion = settings.version;
    options.keepAliveInterval = static_cast<int>(settings.keepAlive.count() / 1000);
    options.connectTimeout = static_cast<int>(settings.timeout.count() / 1000) + 1;
    options.cleansession = settings.discardsSession && !isVersion5() ? 1 : 0;
    options.cleanstart = settings.discardsSession && isVersion5() ? 1 : 0;
    options.context = &answer;
    options.username = settings.user.empty() ? nullptr : settings.user.c_str();
    if (!settings.password.empty()) {
        options.binarypwd.len = static_cast<int>(settings.password.size());
        options.binarypwd.data = settings.password.data();
    }
    if (isVersion5()) {
        options.onSuccess5 = connected;
        options.onFailure5 = failed5;
    } else {
        options.onSuccess = connected;
        options.onFailure = refused;
    }
    return options;
}

Result<int> MqttClient::Paho::subscribe(const Subscription &subscription,
                                        const std::stop_token &stop)
{
    MQTTAsync_responseOptions options = MQTTAsync_responseOptions_initializer;
    options.context = &answer;
    if (isVersion5()) {
        options.onSuccess5 = oneSubscribed5;
        options.onFailure5 = subscriptionRefused5;
        options.subscribeOptions.retainHandling = subscription.onlyNewRetained ? 1 : 0;
    } else {
        options.onSuccess = oneSubscribed;
        options.onFailure = failed;
    }
    answer.expect();
    const auto content = wait(
        MQTTAsync_subscribe(handle, subscription.filter.c_str(), subscription.qos, &options), stop);
    if (!content)
        return content.error();
    return content->codes.empty() ? kFirstFailureReason : content->codes.front();
}

MqttClient::MqttClient(std::unique_ptr<Paho> paho)
    : m_paho(std::move(paho))
{ }

MqttClient::~MqttClient() = default;

Result<std::unique_ptr<MqttClient>> MqttClient::create(Settings settings, InboundStore &inbound,
                                                       Handler &handler)
{
    auto paho = std::make_unique<Paho>(std::move(settings), inbound, handler);
    MQTTAsync_createOptions options = MQTTAsync_createOptions_initializer;
    options.MQTTVersion = paho->settings.version;
    options.restoreMessages = 0; // requests of an earlier life; received messages come back anyhow
    int code = MQTTAsync_createWithOptions(
        &paho->handle, paho->settings.uri.c_str(), paho->settings.clientId.c_str(),
        MQTTCLIENT_PERSISTENCE_USER, paho->persistence.callbacks(), &options);
    if (code == MQTTASYNC_SUCCESS)
        code = MQTTAsync_setCallbacks(paho->handle, paho.get(), Paho::connectionLost,
                                      Paho::messageArrived, nullptr);
    if (code == MQTTASYNC_SUCCESS && paho->isVersion5())
        code = MQTTAsync_setDisconnected(paho->handle, paho.get(), Paho::disconnected);
    if (code != MQTTASYNC_SUCCESS)
        return Error {Error::Code::Internal,
                      "the MQTT library could not be set up, code " + std::to_string(code)};
    return std::unique_ptr<MqttClient>(new MqttClient(std::move(paho)));
}

Result<bool> MqttClient::connect(const std::stop_token &stop)
{
    MQTTAsync_connectOptions options = m_paho->connectOptions();
    ConnectProperties properties(m_paho->settings.discardsSession);
    if (m_paho->isVersion5())
        options.connectProperties = properties.get();
    const TlsChoice choice = chooseTls(m_paho->settings.caFile, m_paho->settings.isTls12);
    MQTTAsync_SSLOptions tls = tlsOptions(choice);
    if (m_paho->settings.isTls)
        options.ssl = &tls;
    m_paho->answer.expect();
    const auto content = m_paho->wait(MQTTAsync_connect(m_paho->handle, &options), stop);
    if (!content)
        return content.error();
    return content->sessionPresent;
}

Result<std::vector<int>> MqttClient::subscribe(const std::vector<Subscription> &subscriptions,
                                               const std::stop_token &stop)
{
    std::vector<int> codes;
    for (const Subscription &subscription : subscriptions) {
        const Result<int> code = m_paho->subscribe(subscription, stop);
        if (!code && code.error().code == Error::Code::ConnectionLost)
            return Error {code.error().code,
                          code.error().detail + ", while it was asked for " + subscription.filter};
        if (!code)
            return code.error();
        codes.push_back(code.value());
    }
    return codes;
}

Outcome MqttClient::unsubscribe(const std::vector<std::string> &filters,
                                const std::stop_token &stop)
{
    for (const std::string &filter : filters) {
        MQTTAsync_responseOptions options = MQTTAsync_responseOptions_initializer;
        options.context = &m_paho->answer;
        if (m_paho->isVersion5()) {
            options.onSuccess5 = acknowledged;
            options.onFailure5 = subscriptionRefused5; // it was not subscribed: as good
        } else {
            options.onSuccess = acknowledged;
            options.onFailure = failed;
        }
        m_paho->answer.expect();
        const auto content
            = m_paho->wait(MQTTAsync_unsubscribe(m_paho->handle, filter.c_str(), &options), stop);
        if (!content)
            return content.error();
    }
    return {};
}

void MqttClient::disconnect(std::chrono::milliseconds patience)
{
    MQTTAsync_disconnectOptions options = MQTTAsync_disconnectOptions_initializer;
    if (m_paho->isVersion5()) {
        options = MQTTAsync_disconnectOptions_initializer5;
        options.onSuccess5 = acknowledged;
        options.onFailure5 = failed5;
    } else {
        options.onSuccess = acknowledged;
        options.onFailure = failed;
    }
    options.timeout = 0;
    options.context = &m_paho->answer;
    m_paho->answer.expect();
    if (MQTTAsync_disconnect(m_paho->handle, &options) != MQTTASYNC_SUCCESS)
        return;
    static_cast<void>(m_paho->answer.wait(patience, {})); // it is closed in any case
}

bool MqttClient::isConnected() const
{
    return MQTTAsync_isConnected(m_paho->handle) != 0;
}

void ignoreProxyEnvironment()
{
    for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
        ::unsetenv(name);
}

} // namespace telltale
