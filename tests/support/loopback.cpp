#include "tests/support/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string_view>

namespace telltale::test {
namespace {

constexpr int kBacklog = 16;
constexpr int kLook = 10; // ms

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A bound socket; `port` is set to what it got.
int boundSocket(quint16 &port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(port);
    socklen_t size = sizeof(address);
    ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size);
    port = ntohs(address.sin_port);
    return descriptor;
}

int connectedSocket(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

quint16 freePort()
{
    quint16 port = 0;
    ::close(boundSocket(port));
    return port;
}

int listeningSocket(quint16 &port)
{
    port = 0;
    const int descriptor = boundSocket(port);
    ::listen(descriptor, kBacklog);
    return descriptor;
}

bool isListening(quint16 port)
{
    const int descriptor = connectedSocket(port);
    if (descriptor < 0)
        return false;
    ::close(descriptor);
    return true;
}

SilentServer::SilentServer()
    : m_descriptor(listeningSocket(m_port)) // the system accepts; nobody ever reads
{ }

SilentServer::~SilentServer()
{
    ::close(m_descriptor);
}

TcpProxy::TcpProxy(quint16 target)
    : m_target(target)
    , m_listener(listeningSocket(m_port))
{
    m_thread = std::thread([this] { run(); });
}

TcpProxy::~TcpProxy()
{
    m_isStopping = true;
    m_thread.join();
    for (const Pair &pair : m_pairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
    ::close(m_listener);
}

void TcpProxy::run()
{
    while (!m_isStopping) {
        std::vector<pollfd> entries {{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            entries.push_back({pair.client, POLLIN, 0});
            entries.push_back({pair.server, POLLIN, 0});
        }
        // Frozen: nothing is read or accepted, though the system still takes connections.
        const int ready = ::poll(entries.data(), m_isFrozen ? 0 : entries.size(), kLook);
        if (ready <= 0 || m_isFrozen)
            continue;
        std::vector<Pair> kept;
        for (std::size_t index = 0; index < m_pairs.size(); ++index) {
            const Pair pair = m_pairs[index];
            const bool isOpen
                = (entries[2 * index + 1].revents == 0 || forward(pair.client, pair.server, true))
                && (entries[2 * index + 2].revents == 0
                    || forward(pair.server, pair.client, false));
            if (isOpen) {
                kept.push_back(pair);
                continue;
            }
            ::close(pair.client);
            ::close(pair.server);
        }
        m_pairs = std::move(kept);
        if (entries[0].revents != 0)
            accept();
    }
}

void TcpProxy::accept()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = connectedSocket(m_target);
    if (client >= 0 && server >= 0) {
        m_pairs.push_back({client, server});
        return;
    }
    ::close(client);
    ::close(server);
}

bool TcpProxy::forward(int from, int to, bool isFromClient)
{
    char bytes[16'384];
    const ssize_t size = ::recv(from, bytes, sizeof(bytes), 0);
    if (size > 0 && isFromClient && !m_hated.empty() && m_hangUps < m_hatedTimes
        && std::string_view(bytes, static_cast<std::size_t>(size)).find(m_hated)
            != std::string_view::npos) {
        ++m_hangUps;
        return false;
    }
    return size > 0 && ::send(to, bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL) == size;
}

} // namespace telltale::test
