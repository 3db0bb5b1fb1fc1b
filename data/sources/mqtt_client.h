#pragma once

#include "data/sources/inbound_store.h"
#include "data/sources/message_intake.h"
#include "data/telemetry/result.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace telltale {

/// One session of the MQTT client library, from CONNECT to its end: made anew for each attempt.
/// Through the library's C interface: the C++ one copies every message into shared objects.
/// Measured at QoS 0 with 60 bytes: 6.2-6.4 us of processor time a message with the journal,
/// against 5.9-6.1 for a C++ client with an empty callback. The library notices a new connection
/// only when its one poll of all sockets ends: beside another, silent connection that takes up
/// to 2.1 s.
/// Thread  one, which may wait here; the Handler is called on the library's receive thread.
/// Errors  in words, with the code of the layer that failed.
class MqttClient
{
public:
    /// Both are called on the library's one receive thread, which must not be held up.
    class Handler
    {
    public:
        virtual ~Handler() = default;
        virtual void messageReceived(const ReceivedMessage &message) noexcept = 0;
        /// `isSaid`: the broker gave the cause itself (MQTT 5).
        virtual void connectionLost(const Error &cause, bool isSaid) noexcept = 0;
    };
    struct Settings
    {
        std::string uri; ///< tcp://address:port or ssl://name:port
        std::string clientId;
        int version = 5; ///< or 4 (MQTT 3.1.1)
        std::string user;
        std::string password;
        bool isTls = false;
        bool isTls12 = false; ///< the broker has nothing newer
        std::string caFile;
        bool discardsSession = false; ///< the broker forgets the session, now and at the end
        std::chrono::milliseconds keepAlive {0};
        std::chrono::milliseconds timeout {0}; ///< for each answer of the broker
    };
    struct Subscription
    {
        std::string filter;
        int qos = 0;
        bool onlyNewRetained = false; ///< MQTT 5: no retained messages if the session had it
    };

    /// `inbound` and `handler` outlive the client.
    /// Errors  Internal (out of memory, bad address).
    static Result<std::unique_ptr<MqttClient>> create(Settings settings, InboundStore &inbound,
                                                      Handler &handler);
    ~MqttClient(); ///< no handler is called any more after it
    MqttClient(const MqttClient &) = delete;
    MqttClient &operator=(const MqttClient &) = delete;

    /// True if the broker still had the session.
    Result<bool> connect(const std::stop_token &stop);
    /// The reason code of each, in order: below 0x80 the granted QoS.
    Result<std::vector<int>> subscribe(const std::vector<Subscription> &subscriptions,
                                       const std::stop_token &stop);
    Outcome unsubscribe(const std::vector<std::string> &filters, const std::stop_token &stop);
    /// Says goodbye, waiting at most `patience`; the session stays at the broker.
    void disconnect(std::chrono::milliseconds patience);
    bool isConnected() const;

private:
    struct Paho;
    explicit MqttClient(std::unique_ptr<Paho> paho);
    std::unique_ptr<Paho> m_paho;
};

/// Takes proxy settings out of this process's environment, which the client library would follow
/// by itself.
/// Thread  the first one, while it is the only one: for main().
void ignoreProxyEnvironment();

} // namespace telltale
