#include "data/sources/broker_link.h"

#include "data/sources/broker_route.h"
#include "data/storage/owner_file.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

using Layer = ConnectionLayer::Name;
using Code = Error::Code;

constexpr int kFirstFailureReason = 0x80;
constexpr std::chrono::milliseconds kListeningPatience {1'000};
constexpr std::chrono::milliseconds kGoodbye {500};

std::string versionName(int version)
{
    return version == 5 ? "MQTT 5" : "MQTT 3.1.1";
}

/// Refusals that belong to who signs in; anything else before that is the protocol's.
bool isSignInError(Code code)
{
    return code == Code::BadCredentials || code == Code::NotPermitted || code == Code::Refused
        || code == Code::NoPassword;
}

/// Brokers say of a wrong password, too, that the client is not permitted.
Error refusedSignIn(const Error &said, const std::string &user, bool hasPassword)
{
    if (said.code == Code::Refused)
        return said;
    if (user.empty())
        return {Code::BadCredentials,
                "the broker refuses who gives no user name: give user and password for this "
                "connection"};
    if (!hasPassword)
        return {Code::NoPassword,
                "the broker refuses user \"" + user
                    + "\" without a password, and none was found: neither in the environment nor "
                      "in the keychain"};
    return {Code::BadCredentials,
            "the broker refused user \"" + user
                + "\" or the password: check both, and enter the password again"};
}

/// What a broker that does not know MQTT 5 may do: say so, or just hang up.
bool mayBeVersion(Code code)
{
    return code == Code::Unsupported || code == Code::ConnectionLost || code == Code::Malformed;
}

} // namespace

BrokerLink::BrokerLink(const ConnectionConfig &connection, const MqttOptions &options,
                       CredentialStore &credentials, ConnectionProgress &progress,
                       ProblemList *problems)
    : m_connection(connection)
    , m_options(options)
    , m_credentials(credentials)
    , m_progress(progress)
    , m_problems(problems)
    , m_inbound(connection.sessionFolder.empty()
                    ? std::string()
                    : SessionStore(connection.sessionFolder).inboundFolder(connection.name))
    , m_version(connection.protocol)
{ }

BrokerLink::Connected BrokerLink::make(MqttClient::Handler &handler, const std::stop_token &stop)
{
    m_progress.begin();
    const Result<BrokerUrl> url = parseBrokerUrl(m_connection.url);
    if (!url) {
        m_progress.failed(Layer::HostName, url.error(), {});
        return url.error();
    }
    m_url = url.value();
    if (const Outcome loaded = loadSession(); !loaded)
        return loaded.error();
    MqttClient::Settings settings;
    if (const Outcome open = openNetwork(settings, stop); !open)
        return open.error();
    if (const Outcome found = findCredentials(settings); !found) {
        m_progress.failed(Layer::SignIn, found.error(), {});
        return found.error();
    }
    Connected client = signIn(settings, handler, stop);
    if (client && isLeaving()) { // before anything is subscribed here: it may be the same broker
        client.value()->disconnect(kGoodbye);
        client.value().reset();
        static_cast<void>(leaveFormer(handler, stop));
        client = signIn(settings, handler, stop);
    }
    wipe(settings.password);
    if (!client)
        return client;
    if (const Outcome subscribed = subscribe(*client.value(), stop); !subscribed) {
        client.value()->disconnect(kGoodbye);
        return subscribed.error();
    }
    return client;
}

bool BrokerLink::isListening(const std::stop_token &stop) const
{
    return openPort(m_endpoints, kListeningPatience, stop).ok();
}

Outcome BrokerLink::openNetwork(MqttClient::Settings &settings, const std::stop_token &stop)
{
    const Result<BrokerRoute> route
        = findRoute(m_url, m_connection.caFile, m_options.connectTimeout, stop, &m_progress);
    if (!route)
        return route.error();
    m_endpoints = {route->endpoint};
    settings.uri = route->uri;
    settings.isTls = m_url.tls;
    settings.isTls12 = route->isTls12;
    settings.caFile = m_connection.caFile;
    return {};
}

Outcome BrokerLink::findCredentials(MqttClient::Settings &settings)
{
    Result<CredentialStore::Credentials> found = m_credentials.find(m_connection);
    if (!found)
        return found.error();
    const bool isPlain = !m_url.tls && !m_url.isLoopback() && !m_connection.allowPlainPassword;
    if (isPlain && !found->password.empty()) {
        wipe(found->password);
        return Error {Code::NotPermitted,
                      "the password would cross the network unencrypted: use mqtts://, or allow it "
                      "for this connection"};
    }
    m_progress.setUser(found->user);
    settings.user = std::move(found->user);
    settings.password = std::move(found->password);
    return {};
}

BrokerLink::Connected BrokerLink::signIn(MqttClient::Settings settings,
                                         MqttClient::Handler &handler, const std::stop_token &stop)
{
    settings.clientId = m_connection.clientId;
    settings.keepAlive = m_options.keepAlive;
    settings.timeout = m_options.connectTimeout;
    const Stopwatch watch;
    Stopwatch attempt; // one answer tells of the version and of who signs in
    if (std::chrono::steady_clock::now() >= m_olderUntil)
        m_version = m_connection.protocol;
    Connected client = signInAs(m_version, settings, handler, stop);
    if (!client && m_version == 5 && mayBeVersion(client.error().code)) {
        attempt = {};
        Connected older = signInAs(4, settings, handler, stop);
        if (older || isSignInError(older.error().code)) {
            m_version = 4;
            // Who was refused may be so because of the version: the next attempt has the choice.
            m_olderUntil = std::chrono::steady_clock::now()
                + (older ? m_options.olderVersionFor : std::chrono::milliseconds(0));
            client = std::move(older);
        }
    }
    const bool hasPassword = !settings.password.empty();
    wipe(settings.password);
    if (!client && isSignInError(client.error().code))
        client = refusedSignIn(client.error(), settings.user, hasPassword);
    if (!client && client.error().code == Code::ConnectionLost && !settings.isTls)
        client = Error {Code::HungUp,
                        client.error().detail + ": if the port is one for TLS, use mqtts://"};
    if (client) {
        m_progress.passed(Layer::Protocol, versionName(m_version), watch.took());
        m_progress.passed(Layer::SignIn,
                          (settings.user.empty() ? "without user name" : "as " + settings.user)
                              + m_sessionNote,
                          attempt.took());
        return client;
    }
    if (isSignInError(client.error().code)) {
        m_progress.passed(Layer::Protocol, versionName(m_version), watch.took());
        m_progress.failed(Layer::SignIn, client.error(), attempt.took());
    } else {
        m_progress.failed(Layer::Protocol, client.error(), watch.took());
    }
    return client;
}

BrokerLink::Connected BrokerLink::signInAs(int version, const MqttClient::Settings &settings,
                                           MqttClient::Handler &handler,
                                           const std::stop_token &stop)
{
    MqttClient::Settings own = settings;
    own.version = version;
    Connected client = MqttClient::create(std::move(own), m_inbound, handler);
    if (!client)
        return client;
    const Result<bool> connected = client.value()->connect(stop);
    if (!connected)
        return connected.error();
    m_hadSession = connected.value();
    return client;
}

Outcome BrokerLink::subscribe(MqttClient &client, const std::stop_token &stop)
{
    if (m_connection.filters.empty())
        return subscribeToNothing();
    const Stopwatch watch;
    if (const Outcome gone = unsubscribeFormer(client, stop); !gone)
        return gone;
    std::vector<MqttClient::Subscription> wanted;
    for (const std::string &filter : m_connection.filters)
        wanted.push_back({filter, m_connection.qos, m_connection.qos > 0});
    const Result<std::vector<int>> codes = client.subscribe(wanted, stop);
    if (!codes) {
        m_progress.failed(Layer::Topics, codes.error(), watch.took());
        return codes.error();
    }
    if (Outcome permitted = judgeAnswers(codes.value(), watch.took()); !permitted)
        return permitted;
    if (Outcome asked = subscribeCounters(client, stop); !asked) {
        m_progress.failed(Layer::Topics, asked.error(), watch.took());
        return asked;
    }
    m_progress.passed(Layer::Topics, m_summary, watch.took());
    return {};
}

/// A person has yet to say what to take: signed in all the same, to see whether that works. What
/// the session is subscribed to from an earlier run stays, if the broker still has it.
Outcome BrokerLink::subscribeToNothing()
{
    const bool goesOn = m_hadSession && !m_connection.formerFilters.empty();
    m_summary = versionName(m_version) + ", asked for nothing yet";
    m_progress.setTopics({}, {});
    m_progress.notUsed(
        Layer::Topics,
        goesOn ? "nothing new is subscribed to yet; what an earlier run asked for goes on"
               : "nothing is subscribed to yet");
    return m_connection.sessionFolder.empty() ? Outcome() : storeSession();
}

/// Errors  NotPermitted: there is nothing to stay connected for.
Outcome BrokerLink::judgeAnswers(const std::vector<int> &codes, std::chrono::milliseconds took)
{
    std::vector<std::string> granted;
    std::vector<std::string> refused;
    for (std::size_t index = 0; index < m_connection.filters.size(); ++index) {
        const std::string &filter = m_connection.filters[index];
        if (codes[index] < kFirstFailureReason)
            granted.push_back(filter + " qos " + std::to_string(codes[index]));
        else
            refused.push_back(filter);
    }
    m_summary = versionName(m_version) + ", " + std::to_string(granted.size())
        + " filters granted, " + std::to_string(refused.size()) + " refused";
    const bool isRefused = granted.empty() && !refused.empty();
    m_progress.setTopics(std::move(granted), std::move(refused));
    if (!isRefused)
        return {};
    const Error nothing {Code::NotPermitted,
                         "the broker permits none of the topics: ask for read permission there, "
                         "or choose other topics"};
    m_progress.failed(Layer::Topics, nothing, took);
    return nothing;
}

/// The broker's own count of dropped messages, last: there are brokers (of cloud services) that
/// hang up when they are asked for it.
Outcome BrokerLink::subscribeCounters(MqttClient &client, const std::stop_token &stop)
{
    const std::string counter(MessageIntake::kBrokerDropped);
    if (m_countersCostLink) {
        m_summary += ", " + counter + " left out because the broker hangs up on it";
        return {};
    }
    const Result<std::vector<int>> codes = client.subscribe({{counter, 0, false}}, stop);
    if (codes || codes.error().code == Code::Cancelled)
        return codes ? Outcome() : codes.error();
    m_countersCostLink = true;
    return Error {codes.error().code,
                  codes.error().detail + ": " + counter + " is left out from now on"};
}

/// What the session is still subscribed to from an earlier run, and is not wanted any more.
Outcome BrokerLink::unsubscribeFormer(MqttClient &client, const std::stop_token &stop)
{
    std::vector<std::string> &former = m_connection.formerFilters;
    std::erase_if(former, [this](const std::string &filter) {
        return std::count(m_connection.filters.begin(), m_connection.filters.end(), filter) > 0;
    });
    if (const Outcome done = client.unsubscribe(former, stop); !done)
        return done;
    former.clear();
    return m_connection.sessionFolder.empty() ? Outcome() : storeSession();
}

} // namespace telltale
