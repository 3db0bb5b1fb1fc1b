#pragma once

#include <QtGlobal>

#include <atomic>
#include <string>
#include <thread>

namespace telltale::test {

/// An MQTT 5 broker that accepts everybody, grants every subscription, and `hold` later says
/// goodbye with a reason: what a real one does only in situations that are hard to bring about.
/// Serves one client at a time.
/// Thread  works on a thread of its own.
class ScriptedBroker
{
public:
    explicit ScriptedBroker(quint8 goodbyeReason);
    ~ScriptedBroker();
    ScriptedBroker(const ScriptedBroker &) = delete;
    ScriptedBroker &operator=(const ScriptedBroker &) = delete;
    std::string url() const;
    int goodbyes() const { return m_goodbyes; }

private:
    void run();
    void serve(int client);
    bool answer(int client, const std::string &packet);

    const quint8 m_reason;
    quint16 m_port = 0;
    int m_listener = -1; // opening it sets the port
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_goodbyes = 0;
    std::thread m_thread;
};

} // namespace telltale::test
