#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace telltale::test {

/// A bare MQTT 3.1.1 publisher over a socket to a loopback broker: as cheap as publishing can be,
/// so that what is measured is the other side.
/// Thread  one. Errors show as false, with failure() in words.
class MqttFlood
{
public:
    struct Message
    {
        std::string topic;
        std::string payload;
    };
    /// Fills in message number `n`.
    using Maker = std::function<void(std::uint64_t n, Message &message)>;

    explicit MqttFlood(std::uint16_t port, std::string clientId = "flood");
    ~MqttFlood();
    MqttFlood(const MqttFlood &) = delete;
    MqttFlood &operator=(const MqttFlood &) = delete;

    bool connect();
    /// Publishes messages first .. first+count-1; `perSecond` 0: as fast as the broker takes them.
    /// QoS 1 keeps at most 500 unacknowledged and returns when all are acknowledged.
    bool publish(std::uint64_t first, std::uint64_t count, int qos, double perSecond,
                 const Maker &maker);
    const std::string &failure() const { return m_failure; }

private:
    bool fail(const char *what);
    bool send(const char *bytes, std::size_t size);
    bool flush();
    bool readAcks(bool wait);
    void append(const Message &message, int qos);

    std::uint16_t m_port;
    std::string m_clientId;
    std::string m_buffer;
    std::string m_failure;
    std::string m_incoming;
    int m_socket = -1;
    std::uint16_t m_packetId = 0;
    std::uint64_t m_unacknowledged = 0;
};

} // namespace telltale::test
