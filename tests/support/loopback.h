#pragma once

#include <QtGlobal>

#include <atomic>
#include <thread>
#include <vector>

namespace telltale::test {

/// A port nobody listens on at the moment, on 127.0.0.1.
quint16 freePort();

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

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
    };
    void run();
    void accept();
    static bool forward(int from, int to);

    quint16 m_target;
    quint16 m_port = 0;
    int m_listener = -1; // opening it sets the port
    std::atomic<bool> m_isFrozen = false;
    std::atomic<bool> m_isStopping = false;
    std::vector<Pair> m_pairs;
    std::thread m_thread;
};

} // namespace telltale::test
