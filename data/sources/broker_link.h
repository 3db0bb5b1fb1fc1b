#pragma once

#include "data/sources/broker_url.h"
#include "data/sources/connection_progress.h"
#include "data/sources/mqtt_client.h"
#include "data/sources/mqtt_options.h"
#include "data/sources/network_probe.h"
#include "data/sources/session_store.h"
#include "data/sources/source.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace telltale {

/// Makes a connection layer by layer - name, port, TLS, protocol, sign-in, topics - so that a
/// failure names the layer it happened in, with times and words in ConnectionProgress. Names are
/// looked up anew and every address is tried at each attempt. A connection whose address changed
/// leaves no session at the brokers it led to before, unless it is the same one by another name.
/// Thread  the connection's; waits, stops waiting when asked to.
class BrokerLink
{
public:
    BrokerLink(const ConnectionConfig &connection, const MqttOptions &options,
               CredentialStore &credentials, ConnectionProgress &progress,
               ProblemList *problems = nullptr);

    /// A connected, subscribed client; messages come to `handler` from then on, and before.
    /// Errors  those of the layers; Cancelled.
    Result<std::unique_ptr<MqttClient>> make(MqttClient::Handler &handler,
                                             const std::stop_token &stop);
    /// Signs in once more so that the broker forgets the session, if there ever was one, and
    /// forgets it here, too. What fails is said in the log and among the problems: then the session
    /// ends at the broker by its age, and what is known of it here stays.
    void discardSession(MqttClient::Handler &handler, const std::stop_token &stop);
    /// "MQTT 5, 2 filters granted, 0 refused": of the last connection made.
    const std::string &summary() const { return m_summary; }
    /// Whether the broker takes connections at this moment, where it was found last.
    bool isListening(const std::stop_token &stop) const;

private:
    using Connected = Result<std::unique_ptr<MqttClient>>;

    Outcome loadSession();
    bool hasBegun() const;
    bool isLeaving() const;
    bool leaveFormer(MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome leave(const std::string &url, MqttClient::Handler &handler,
                  const std::stop_token &stop);
    void tellEnded(const Outcome &ended);
    Outcome endSession(MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome signOff(MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome openNetwork(MqttClient::Settings &settings, const std::stop_token &stop);
    Outcome findCredentials(MqttClient::Settings &settings);
    Connected signIn(MqttClient::Settings settings, MqttClient::Handler &handler,
                     const std::stop_token &stop);
    Connected signInAs(int version, const MqttClient::Settings &settings,
                       MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome subscribe(MqttClient &client, const std::stop_token &stop);
    Outcome subscribeToNothing();
    Outcome judgeAnswers(const std::vector<int> &codes, std::chrono::milliseconds took);
    Outcome subscribeCounters(MqttClient &client, const std::stop_token &stop);
    Outcome unsubscribeFormer(MqttClient &client, const std::stop_token &stop);
    Outcome storeSession();

    ConnectionConfig m_connection;
    MqttOptions m_options;
    CredentialStore &m_credentials;
    ConnectionProgress &m_progress;
    ProblemList *const m_problems; ///< may be null
    BrokerUrl m_url;
    InboundStore m_inbound;
    bool m_hasSession = false;
    bool m_hadSession = false; ///< the broker, at the last sign-in
    bool m_isMoved = false; ///< the session was at another address last; until that is cleared up
    bool m_isBack = false; ///< that one is another broker: this one was left for it or before it
    std::vector<std::string> m_former; ///< other addresses where a session may be
    SessionStore::Session m_stored; ///< as its file has it
    std::string m_sessionNote; ///< what became of a damaged file of it
    int m_version; ///< what the broker speaks, as far as is known
    std::chrono::steady_clock::time_point m_olderUntil; ///< then MQTT 5 is tried again
    bool m_countersCostLink = false; ///< the broker hung up when asked for its own count
    std::vector<Endpoint> m_endpoints; ///< of the last connection
    std::string m_summary;
};

} // namespace telltale
