#include "data/sources/network_probe.h"

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kStopCheck {50};

/// A look-up in progress; shared with its thread, which may outlive whoever asked.
struct Lookup
{
    std::mutex mutex;
    std::condition_variable_any changed;
    bool done = false;
    int code = 0;
    int systemError = 0;
    std::vector<Endpoint> found;
};

std::vector<Endpoint> endpointsOf(const addrinfo *list)
{
    std::vector<Endpoint> endpoints;
    for (const addrinfo *entry = list; entry; entry = entry->ai_next) {
        Endpoint endpoint;
        if (entry->ai_addrlen > sizeof(endpoint.bytes))
            continue;
        std::memcpy(&endpoint.bytes, entry->ai_addr, entry->ai_addrlen);
        endpoint.size = entry->ai_addrlen;
        char text[NI_MAXHOST] = {};
        if (getnameinfo(entry->ai_addr, entry->ai_addrlen, text, sizeof(text), nullptr, 0,
                        NI_NUMERICHOST)
            == 0)
            endpoint.address = text;
        endpoints.push_back(std::move(endpoint));
    }
    return endpoints;
}

void lookUp(const std::shared_ptr<Lookup> &lookup, const std::string &host, const std::string &port)
{
    addrinfo hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    const int code = getaddrinfo(host.c_str(), port.c_str(), &hints, &list);
    const int systemError = errno;
    std::vector<Endpoint> found;
    if (code == 0)
        found = endpointsOf(list);
    if (list)
        freeaddrinfo(list);
    const std::lock_guard lock(lookup->mutex);
    lookup->code = code;
    lookup->systemError = systemError;
    lookup->found = std::move(found);
    lookup->done = true;
    lookup->changed.notify_all();
}

Error lookupError(const std::string &host, const Lookup &lookup)
{
    const std::string why
        = lookup.code == EAI_SYSTEM ? std::strerror(lookup.systemError) : gai_strerror(lookup.code);
    return {Error::Code::HostNotFound,
            "the name \"" + host + "\" is not known (" + why
                + "): check its spelling and this computer's network"};
}

Error connectError(int code)
{
    if (code == ECONNREFUSED)
        return {Error::Code::ConnectionRefused,
                "refuses connections: the broker does not run there, or listens on another port"};
    if (code == ETIMEDOUT)
        return {Error::Code::TimedOut, "does not answer"};
    if (code == EHOSTUNREACH || code == ENETUNREACH)
        return {Error::Code::ConnectionLost, "cannot be reached: no route to it"};
    return {Error::Code::ConnectionLost, std::strerror(code)};
}

std::uint16_t portOf(const Endpoint &endpoint)
{
    if (endpoint.bytes.ss_family == AF_INET6) {
        sockaddr_in6 address {};
        std::memcpy(&address, &endpoint.bytes, sizeof(address));
        return ntohs(address.sin6_port);
    }
    sockaddr_in address {};
    std::memcpy(&address, &endpoint.bytes, sizeof(address));
    return ntohs(address.sin_port);
}

Result<Socket> openOne(const Endpoint &endpoint, std::chrono::milliseconds timeout,
                       const std::stop_token &stop)
{
    Socket socket(
        ::socket(endpoint.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket.descriptor() < 0)
        return connectError(errno);
    if (::connect(socket.descriptor(), reinterpret_cast<const sockaddr *>(&endpoint.bytes),
                  endpoint.size)
        == 0)
        return socket;
    if (errno != EINPROGRESS)
        return connectError(errno);
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    if (const Outcome ready = waitForSocket(socket.descriptor(), POLLOUT, deadline, stop); !ready)
        return ready.error().code == Error::Code::TimedOut ? connectError(ETIMEDOUT)
                                                           : ready.error();
    int code = 0;
    socklen_t size = sizeof(code);
    if (getsockopt(socket.descriptor(), SOL_SOCKET, SO_ERROR, &code, &size) != 0)
        code = errno;
    if (code != 0)
        return connectError(code);
    return socket;
}

} // namespace

Socket::Socket(Socket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

Socket &Socket::operator=(Socket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Socket::~Socket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Outcome waitForSocket(int descriptor, short events, std::chrono::steady_clock::time_point deadline,
                      const std::stop_token &stop)
{
    pollfd entry {descriptor, events, 0};
    while (!stop.stop_requested()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return Error {Error::Code::TimedOut, "no answer in time"};
        if (::poll(&entry, 1, static_cast<int>(std::min(left, kStopCheck).count())) > 0)
            return {};
    }
    return Error {Error::Code::Cancelled, "stopped"};
}

Result<std::vector<Endpoint>> resolveHost(const std::string &host, std::uint16_t port,
                                          std::chrono::milliseconds timeout,
                                          const std::stop_token &stop)
{
    const auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, host, service = std::to_string(port)] {
        lookUp(lookup, host, service);
    }).detach();
    std::unique_lock lock(lookup->mutex);
    lookup->changed.wait_for(lock, stop, timeout, [&] { return lookup->done; });
    if (stop.stop_requested())
        return Error {Error::Code::Cancelled, "stopped"};
    if (!lookup->done)
        return Error {Error::Code::TimedOut,
                      "the name service did not answer for \"" + host
                          + "\": check this computer's network"};
    if (lookup->code != 0 || lookup->found.empty())
        return lookupError(host, *lookup);
    return lookup->found;
}

Result<OpenPort> openPort(const std::vector<Endpoint> &endpoints, std::chrono::milliseconds timeout,
                          const std::stop_token &stop)
{
    Error failure {Error::Code::HostNotFound, ""};
    for (const Endpoint &endpoint : endpoints) {
        Result<Socket> socket = openOne(endpoint, timeout, stop);
        if (socket)
            return OpenPort {std::move(socket).value(), endpoint};
        if (socket.error().code == Error::Code::Cancelled)
            return socket.error();
        failure.code = socket.error().code;
        failure.detail += (failure.detail.empty() ? "" : "; ") + endpoint.address + " port "
            + std::to_string(portOf(endpoint)) + " " + socket.error().detail;
    }
    return failure;
}

} // namespace telltale
