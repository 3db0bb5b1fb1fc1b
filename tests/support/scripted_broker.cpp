#include "tests/support/scripted_broker.h"

#include "tests/support/loopback.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace telltale::test {
namespace {

constexpr int kHold = 100; // ms without a word of the client
constexpr quint8 kConnect = 0x10;
constexpr quint8 kSubscribe = 0x82;

bool isReadable(int descriptor, int patience)
{
    pollfd entry {descriptor, POLLIN, 0};
    return ::poll(&entry, 1, patience) > 0;
}

bool readExactly(int client, std::string &bytes, std::size_t size)
{
    bytes.resize(size);
    return size == 0
        || ::recv(client, bytes.data(), size, MSG_WAITALL) == static_cast<ssize_t>(size);
}

/// Fixed header's first byte, then the rest without its length; packets here are below 16 KiB.
bool readPacket(int client, std::string &packet)
{
    std::string byte;
    if (!readExactly(client, byte, 1))
        return false;
    const char head = byte.front();
    std::size_t size = 0;
    for (unsigned shift = 0; shift < 14; shift += 7) {
        if (!readExactly(client, byte, 1))
            return false;
        const auto value = static_cast<quint8>(byte.front());
        size |= static_cast<std::size_t>(value & 0x7FU) << shift;
        if (value < 0x80)
            break;
    }
    if (!readExactly(client, packet, size))
        return false;
    packet.insert(packet.begin(), head);
    return true;
}

bool send(int client, const std::string &bytes)
{
    return ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL)
        == static_cast<ssize_t>(bytes.size());
}

} // namespace

ScriptedBroker::ScriptedBroker(quint8 goodbyeReason)
    : m_reason(goodbyeReason)
    , m_listener(listeningSocket(m_port))
    , m_thread([this] { run(); })
{ }

ScriptedBroker::~ScriptedBroker()
{
    m_isStopping = true;
    m_thread.join();
    ::close(m_listener);
}

std::string ScriptedBroker::url() const
{
    return "mqtt://127.0.0.1:" + std::to_string(m_port);
}

void ScriptedBroker::run()
{
    while (!m_isStopping) {
        if (!isReadable(m_listener, 10))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        serve(client);
        ::close(client);
    }
}

void ScriptedBroker::serve(int client)
{
    bool hasSubscribed = false;
    while (!m_isStopping) {
        if (!isReadable(client, kHold)) {
            if (!hasSubscribed)
                continue;
            ++m_goodbyes;
            send(client, std::string("\xE0\x01", 2) + static_cast<char>(m_reason));
            return;
        }
        std::string packet;
        if (!readPacket(client, packet) || !answer(client, packet))
            return;
        hasSubscribed = hasSubscribed || static_cast<quint8>(packet.front()) == kSubscribe;
    }
}

/// False: it is over.
bool ScriptedBroker::answer(int client, const std::string &packet)
{
    switch (static_cast<quint8>(packet.front())) {
    case kConnect:
        return send(client, std::string("\x20\x03\x00\x00\x00", 5));
    case kSubscribe: // its identifier, no properties, QoS 0 granted
        return send(client,
                    std::string("\x90\x04", 2) + packet.substr(1, 2) + std::string(2, '\0'));
    default:
        return false;
    }
}

} // namespace telltale::test
