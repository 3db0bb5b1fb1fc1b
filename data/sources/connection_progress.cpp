#include "data/sources/connection_progress.h"

#include <algorithm>

namespace telltale {
namespace {

using Name = ConnectionLayer::Name;
using State = ConnectionLayer::State;

std::vector<ConnectionLayer> unknownLayers()
{
    std::vector<ConnectionLayer> layers;
    for (const Name name :
         {Name::HostName, Name::Port, Name::Tls, Name::Protocol, Name::SignIn, Name::Topics}) {
        ConnectionLayer layer;
        layer.name = name;
        layers.push_back(std::move(layer));
    }
    return layers;
}

} // namespace

ConnectionProgress::ConnectionProgress(const ConnectionConfig &connection, bool encrypted,
                                       const Clock &clock)
    : m_clock(clock)
{
    m_status.source = connection.source;
    m_status.name = connection.name;
    m_status.url = connection.url;
    m_status.user = connection.user;
    m_status.isDemo = connection.isDemo;
    m_status.encrypted = encrypted;
    m_status.since = clock.now();
    m_status.layers = unknownLayers();
}

ConnectionStatus ConnectionProgress::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    ConnectionStatus status = m_status;
    if (m_isOut)
        status.longestOutage = std::max(status.longestOutage, outage());
    return status;
}

void ConnectionProgress::begin()
{
    const std::lock_guard lock(m_mutex);
    m_status.granted.clear();
    m_status.nextAttempt = {};
    if (!m_isOut)
        m_attemptedAt = m_clock.now();
    setState(ConnectionStatus::State::Connecting);
}

void ConnectionProgress::passed(Name name, std::string detail, std::chrono::milliseconds took)
{
    const std::lock_guard lock(m_mutex);
    ConnectionLayer &changed = layer(name);
    changed.state = State::Passed;
    changed.detail = std::move(detail);
    changed.took = took;
}

void ConnectionProgress::failed(Name name, const Error &error, std::chrono::milliseconds took)
{
    const std::lock_guard lock(m_mutex);
    std::vector<ConnectionLayer> layers = unknownLayers();
    const auto reached = static_cast<std::ptrdiff_t>(name);
    std::copy_n(m_status.layers.begin(), reached, layers.begin());
    m_status.layers = std::move(layers); // what lies above could not be tried
    ConnectionLayer &changed = layer(name);
    changed.state = State::Failed;
    changed.detail = error.detail;
    changed.took = took;
}

void ConnectionProgress::notUsed(Name name, std::string detail)
{
    const std::lock_guard lock(m_mutex);
    ConnectionLayer &changed = layer(name);
    changed.state = State::NotUsed;
    changed.detail = std::move(detail);
}

void ConnectionProgress::setUser(std::string user)
{
    const std::lock_guard lock(m_mutex);
    m_status.user = std::move(user);
}

void ConnectionProgress::setTopics(std::vector<std::string> granted,
                                   std::vector<std::string> refused)
{
    const std::lock_guard lock(m_mutex);
    m_status.granted = std::move(granted);
    m_status.refused = std::move(refused);
}

void ConnectionProgress::up()
{
    const std::lock_guard lock(m_mutex);
    if (m_isOut)
        m_status.longestOutage = std::max(m_status.longestOutage, outage());
    if (m_wasUp)
        ++m_status.reconnects;
    m_isOut = false;
    m_isUp = true;
    m_wasUp = true;
    m_status.outSince = {};
    m_status.nextAttempt = {};
    setState(ConnectionStatus::State::Connected);
}

void ConnectionProgress::down(ConnectionStatus::State state, const Error &cause,
                              Timestamp nextAttempt)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isOut) {
        m_outSince = m_clock.steady();
        m_status.outSince = m_isUp ? m_clock.now() : m_attemptedAt;
    }
    m_isOut = true;
    m_isUp = false;
    m_status.cause = cause.detail;
    m_status.causeCode = cause.code;
    m_status.nextAttempt = nextAttempt;
    m_status.rate = 0.0;
    setState(state);
}

void ConnectionProgress::off()
{
    const std::lock_guard lock(m_mutex);
    m_isOut = false;
    m_isUp = false;
    m_status.rate = 0.0;
    m_status.outSince = {};
    m_status.nextAttempt = {};
    setState(ConnectionStatus::State::Off);
}

void ConnectionProgress::setRate(double messagesPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_status.rate = messagesPerSecond;
}

ConnectionLayer &ConnectionProgress::layer(Name name)
{
    return m_status.layers[static_cast<std::size_t>(name)];
}

void ConnectionProgress::setState(ConnectionStatus::State state)
{
    if (m_status.state == state)
        return;
    m_status.state = state;
    m_status.since = m_clock.now();
}

std::chrono::milliseconds ConnectionProgress::outage() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steady() - m_outSince);
}

} // namespace telltale
