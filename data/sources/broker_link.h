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
/// leaves no session at the broker it led to before, unless that is the same one.
/// Thread  the connection's; waits, stops waiting when asked to.
class BrokerLink
{
public:
    BrokerLink(const ConnectionConfig &connection, const MqttOptions &options,
               CredentialStore &credentials, ConnectionProgress &progress);

    /// A connected, subscribed client; messages come to `handler` from then on, and before.
    /// Errors  those of the layers; Cancelled.
    Result<std::unique_ptr<MqttClient>> make(MqttClient::Handler &handler,
                                             const std::stop_token &stop);
    /// Signs in once more so that the broker forgets the session, if there ever was one, and
    /// forgets it here, too. What fails is said in the log: then the session ends at the broker by
    /// its age.
    void discardSession(MqttClient::Handler &handler, const std::stop_token &stop);
    /// "MQTT 5, 2 filters granted, 0 refused": of the last connection made.
    const std::string &summary() const { return m_summary; }
    /// Whether the broker takes connections at this moment, where it was found last.
    bool isListening(const std::stop_token &stop) const;

private:
    using Connected = Result<std::unique_ptr<MqttClient>>;

    Outcome loadSession();
    bool isLeaving() const;
    Outcome leaveFormer(MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome endSession(MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome signOff(MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome openNetwork(MqttClient::Settings &settings, const std::stop_token &stop);
    Outcome findCredentials(MqttClient::Settings &settings);
    Connected signIn(MqttClient::Settings settings, MqttClient::Handler &handler,
                     const std::stop_token &stop);
    Connected signInAs(int version, const MqttClient::Settings &settings,
                       MqttClient::Handler &handler, const std::stop_token &stop);
    Outcome subscribe(MqttClient &client, const std::stop_token &stop);
    Outcome judgeAnswers(const std::vector<int> &codes, std::chrono::milliseconds took);
    Outcome subscribeCounters(MqttClient &client, const std::stop_token &stop);
    Outcome unsubscribeFormer(MqttClient &client, const std::stop_token &stop);

    ConnectionConfig m_connection;
    MqttOptions m_options;
    CredentialStore &m_credentials;
    ConnectionProgress &m_progress;
    BrokerUrl m_url;
    InboundStore m_inbound;
    bool m_hasSession = false;
    bool m_hadSession = false; ///< the broker, at the last sign-in
    std::string m_formerUrl; ///< where the session was last, until that is cleared up; else empty
    std::string m_storedUrl; ///< as the session's file has it
    std::vector<std::string> m_storedFilters; ///< as the session's file has them
    std::string m_sessionNote; ///< what became of a damaged file of it
    int m_version; ///< what the broker speaks, as far as is known
    std::chrono::steady_clock::time_point m_olderUntil; ///< then MQTT 5 is tried again
    bool m_countersCostLink = false; ///< the broker hung up when asked for its own count
    std::vector<Endpoint> m_endpoints; ///< of the last connection
    std::string m_summary;
};

} // namespace telltale
