#pragma once

#include "data/telemetry/result.h"

#include <sys/socket.h>

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace telltale {

/// One address a host name stands for.
struct Endpoint
{
    sockaddr_storage bytes {};
    socklen_t size = 0;
    std::string address; ///< numeric, without port; IPv6 without brackets
};

/// An open, non-blocking TCP socket.
class Socket
{
public:
    explicit Socket(int descriptor)
        : m_descriptor(descriptor)
    { }
    Socket(Socket &&other) noexcept;
    Socket &operator=(Socket &&other) noexcept;
    ~Socket();
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// A connection that could be opened, and to which of the addresses.
struct OpenPort
{
    Socket socket;
    Endpoint endpoint;
};

/// All addresses of a name. The system's resolver cannot be stopped, so it runs on a thread of its
/// own that is left behind after `timeout`.
/// Errors  HostNotFound, TimedOut, Cancelled.
Result<std::vector<Endpoint>> resolveHost(const std::string &host, std::uint16_t port,
                                          std::chrono::milliseconds timeout,
                                          const std::stop_token &stop);

/// Connects to the first address that answers, each within `timeout`.
/// Errors  ConnectionRefused, TimedOut, ConnectionLost (no route), Cancelled; the words name every
///         address that was tried.
Result<OpenPort> openPort(const std::vector<Endpoint> &endpoints, std::chrono::milliseconds timeout,
                          const std::stop_token &stop);

/// Waits until the socket is ready for `events` (POLLIN, POLLOUT).
/// Errors  TimedOut, Cancelled.
Outcome waitForSocket(int descriptor, short events, std::chrono::steady_clock::time_point deadline,
                      const std::stop_token &stop);

} // namespace telltale
