#include "tests/support/mqtt_flood.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

namespace telltale::test {
namespace {

constexpr std::size_t kBufferBytes = 32768;
constexpr std::uint64_t kWindow = 500;
constexpr int kPatienceMs = 30'000;
constexpr auto kPaceStep = std::chrono::milliseconds(1);

void appendText(std::string &packet, const std::string &text)
{
    packet += static_cast<char>(text.size() >> 8U);
    packet += static_cast<char>(text.size() & 0xFFU);
    packet += text;
}

void appendLength(std::string &packet, std::size_t length)
{
    do {
        const auto digit = static_cast<unsigned char>(length % 128);
        length /= 128;
        packet += static_cast<char>(length > 0 ? digit | 0x80U : digit);
    } while (length > 0);
}

} // namespace

MqttFlood::MqttFlood(std::uint16_t port, std::string clientId)
    : m_port(port)
    , m_clientId(std::move(clientId))
{ }

MqttFlood::~MqttFlood()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool MqttFlood::fail(const char *what)
{
    m_failure = std::string(what) + ": " + std::strerror(errno);
    return false;
}

bool MqttFlood::connect()
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return fail("connect");
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::string body;
    appendText(body, "MQTT");
    body += '\x04'; // 3.1.1
    body += '\x02'; // clean session
    body += '\x00'; // keep alive 0: none
    body += '\x00';
    appendText(body, m_clientId);
    std::string packet("\x10");
    appendLength(packet, body.size());
    packet += body;
    if (!send(packet.data(), packet.size()))
        return false;
    std::array<char, 4> answer {};
    std::size_t got = 0;
    while (got < answer.size()) {
        const ssize_t size = ::recv(m_socket, answer.data() + got, answer.size() - got, 0);
        if (size <= 0)
            return fail("no CONNACK");
        got += static_cast<std::size_t>(size);
    }
    return answer[3] == 0 || fail("refused");
}

bool MqttFlood::send(const char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(m_socket, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return fail("send");
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool MqttFlood::flush()
{
    const bool sent = send(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
    return sent;
}

/// Takes PUBACKs (4 bytes each) that are there; waits for at least one if asked to.
bool MqttFlood::readAcks(bool wait)
{
    pollfd ready {m_socket, POLLIN, 0};
    while (m_unacknowledged > 0 && ::poll(&ready, 1, wait ? kPatienceMs : 0) > 0) {
        std::array<char, 4096> piece {};
        const ssize_t size = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (size <= 0)
            return fail("the broker closed the connection");
        m_incoming.append(piece.data(), static_cast<std::size_t>(size));
        const std::size_t acks = m_incoming.size() / 4;
        m_incoming.erase(0, acks * 4);
        m_unacknowledged -= std::min<std::uint64_t>(acks, m_unacknowledged);
        if (acks > 0)
            return true;
    }
    return !wait || m_unacknowledged == 0 || fail("no PUBACK");
}

void MqttFlood::append(const Message &message, int qos)
{
    m_buffer += static_cast<char>(0x30U | (static_cast<unsigned>(qos) << 1U));
    appendLength(m_buffer, 2 + message.topic.size() + (qos > 0 ? 2U : 0U) + message.payload.size());
    appendText(m_buffer, message.topic);
    if (qos > 0) {
        m_packetId = m_packetId == 0xFFFF ? 1 : static_cast<std::uint16_t>(m_packetId + 1);
        m_buffer += static_cast<char>(m_packetId >> 8U);
        m_buffer += static_cast<char>(m_packetId & 0xFFU);
        ++m_unacknowledged;
    }
    m_buffer += message.payload;
}

bool MqttFlood::publish(std::uint64_t first, std::uint64_t count, int qos, double perSecond,
                        const Maker &maker)
{
    using Clock = std::chrono::steady_clock;
    const auto began = Clock::now();
    Message message;
    for (std::uint64_t sent = 0; sent < count;) {
        std::uint64_t due = count;
        if (perSecond > 0.0) {
            const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
            due = std::min(count, static_cast<std::uint64_t>(seconds * perSecond));
            if (due <= sent) {
                std::this_thread::sleep_for(kPaceStep);
                continue;
            }
        }
        for (; sent < due; ++sent) {
            maker(first + sent, message);
            append(message, qos);
            const bool isFull = qos > 0 && m_unacknowledged >= kWindow;
            if ((isFull || m_buffer.size() >= kBufferBytes) && !flush())
                return false;
            if (qos > 0 && !readAcks(isFull))
                return false;
        }
        if (!flush())
            return false;
    }
    while (m_unacknowledged > 0) {
        if (!readAcks(true))
            return false;
    }
    return true;
}

} // namespace telltale::test
