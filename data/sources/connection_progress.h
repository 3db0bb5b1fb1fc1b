#pragma once

#include "data/sources/source.h"
#include "data/telemetry/clock.h"

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace telltale {

/// Time since it was made.
class Stopwatch
{
public:
    std::chrono::milliseconds took() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - m_start);
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// What a connection tells of itself while it is made, held and lost.
/// Thread  any: the connection's thread writes, others take snapshots.
class ConnectionProgress
{
public:
    ConnectionProgress(const ConnectionConfig &connection, bool encrypted, const Clock &clock);

    ConnectionStatus snapshot() const;

    /// A new attempt. What the last one found stays until it is found anew.
    void begin();
    void passed(ConnectionLayer::Name name, std::string detail, std::chrono::milliseconds took);
    void failed(ConnectionLayer::Name name, const Error &error, std::chrono::milliseconds took);
    void notUsed(ConnectionLayer::Name name, std::string detail);
    /// Who signs in; until then it is whom the workspace names.
    void setUser(std::string user);
    void setTopics(std::vector<std::string> granted, std::vector<std::string> refused);

    /// Ends the outage; its cause stays to be read.
    void up();
    /// Not connected, and why; the outage begins unless it has already.
    void down(ConnectionStatus::State state, const Error &cause, Timestamp nextAttempt);
    void off();
    void setRate(double messagesPerSecond);

private:
    ConnectionLayer &layer(ConnectionLayer::Name name);
    void setState(ConnectionStatus::State state);
    std::chrono::milliseconds outage() const;

    mutable std::mutex m_mutex;
    const Clock &m_clock;
    ConnectionStatus m_status;
    bool m_wasUp = false;
    bool m_isUp = false;
    bool m_isOut = false;
    Timestamp m_attemptedAt {}; ///< the first one of this outage
    std::chrono::microseconds m_outSince {0};
};

} // namespace telltale
