#pragma once

#include <QtGlobal>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace telltale::test {

/// A port nobody listens on at the moment, on 127.0.0.1.
quint16 freePort();

/// Takes connections on a free port of 127.0.0.1, which `port` is set to. To be closed.
int listeningSocket(quint16 &port);

/// Whether somebody accepts connections on this port of 127.0.0.1.
bool isListening(quint16 port);

/// Accepts connections and never says a word.
class SilentServer
{
public:
    SilentServer();
    ~SilentServer();
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;
    quint16 port() const { return m_port; }

private:
    quint16 m_port = 0;
    int m_descriptor = -1; // opening it sets the port
};

/// Forwards a port of its own to another one of 127.0.0.1, until it is told to forward nothing any
/// more while the connections stay open: a half-open link.
/// Thread  forwards on a thread of its own.
class TcpProxy
{
public:
    explicit TcpProxy(quint16 target);
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;
    quint16 port() const { return m_port; }
    void setFrozen(bool isFrozen) { m_isFrozen = isFrozen; }
    /// Before clients come: closes a connection when the client sends these bytes, as brokers do
    /// that do not like what they hear. `times`: so often, then no more.
    void hangUpOn(std::string bytes, int times = 1'000'000)
    {
        m_hatedTimes = times;
        m_hated = std::move(bytes);
    }
    int hangUps() const { return m_hangUps; }

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
    };
    void run();
    void accept();
    bool forward(int from, int to, bool isFromClient);

    quint16 m_target;
    quint16 m_port = 0;
    int m_listener = -1; // opening it sets the port
    std::atomic<bool> m_isFrozen = false;
    std::atomic<bool> m_isStopping = false;
    std::string m_hated;
    std::atomic<int> m_hatedTimes = 0;
    std::atomic<int> m_hangUps = 0;
    std::vector<Pair> m_pairs;
    std::thread m_thread;
};

} // namespace telltale::test
