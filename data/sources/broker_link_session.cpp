// What a connection keeps of its session, and how it ends the one it has at a broker it leaves.

#include "data/sources/broker_link.h"
#include "data/sources/topic_filter.h"
#include "data/storage/owner_file.h"
#include "data/telemetry/clock.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_DECLARE_LOGGING_CATEGORY(logSessions)

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kGoodbye {500};
constexpr std::chrono::milliseconds kFormerPatience {3'000}; ///< with a broker that was left

/// Of a problem with the session.
std::string sessionSubject(const ConnectionConfig &connection)
{
    return connection.name + " (session at " + connection.url + ')';
}

} // namespace

void BrokerLink::discardSession(MqttClient::Handler &handler, const std::stop_token &stop)
{
    const std::string &folder = m_connection.sessionFolder;
    if (folder.empty() || !SessionStore(folder).has(m_connection.name) || !loadSession())
        return;
    bool isForgotten = m_isMoved || !hasBegun() || endSession(handler, stop).ok();
    isForgotten = leaveFormer(handler, stop) && isForgotten;
    if (isForgotten)
        SessionStore(folder).remove(m_connection.name);
}

/// A client id alone is no session: what was never signed in has none that a broker knows.
bool BrokerLink::hasBegun() const
{
    return !m_stored.url.empty() || !m_stored.filters.empty();
}

/// The broker is not the one of the former address: it does not know the session that began there,
/// or it was left before.
bool BrokerLink::isLeaving() const
{
    return m_isMoved && (!m_hadSession || m_isBack);
}

/// The brokers of the former addresses forget the session; once, those that do not are remembered.
bool BrokerLink::leaveFormer(MqttClient::Handler &handler, const std::stop_token &stop)
{
    m_isMoved = false;
    std::erase_if(m_former, [&](const std::string &url) { return leave(url, handler, stop).ok(); });
    return m_former.empty();
}

Outcome BrokerLink::leave(const std::string &url, MqttClient::Handler &handler,
                          const std::stop_token &stop)
{
    ConnectionConfig former = m_connection;
    former.url = url;
    former.sessionFolder.clear(); // what is kept there goes on at the new address
    former.isFormer = true;
    MqttOptions options = m_options;
    options.connectTimeout = std::min(options.connectTimeout, kFormerPatience);
    ConnectionProgress unseen(former, false, Clock::system());
    return BrokerLink(former, options, m_credentials, unseen, m_problems).endSession(handler, stop);
}

Outcome BrokerLink::endSession(MqttClient::Handler &handler, const std::stop_token &stop)
{
    const Outcome ended = signOff(handler, stop);
    if (ended || !stop.stop_requested()) // what was broken off is tried again
        tellEnded(ended);
    return ended;
}

void BrokerLink::tellEnded(const Outcome &ended)
{
    const std::string subject = sessionSubject(m_connection);
    if (ended) {
        qCInfo(logSessions, "%s: the session at %s is ended", m_connection.name.c_str(),
               m_connection.url.c_str());
        if (m_problems)
            m_problems->resolve("connection", subject);
        return;
    }
    const std::string cause = "the session at " + m_connection.url + " could not be ended ("
        + ended.error().detail
        + "): that broker gathers messages for it until it expires there, or until somebody "
          "removes the client "
        + m_connection.clientId + " there";
    qCWarning(logSessions, "%s: %s", m_connection.name.c_str(), cause.c_str());
    if (m_problems)
        m_problems->report({Problem::Severity::Warning, ended.error().code, "connection", subject,
                            cause, "Remove that client at the broker."},
                           Clock::system().now());
}

Outcome BrokerLink::signOff(MqttClient::Handler &handler, const std::stop_token &stop)
{
    const Result<BrokerUrl> url = parseBrokerUrl(m_connection.url);
    if (!url)
        return url.error();
    m_url = url.value();
    MqttClient::Settings settings;
    settings.discardsSession = true;
    if (Outcome open = openNetwork(settings, stop); !open)
        return open;
    if (Outcome found = findCredentials(settings); !found)
        return found;
    const Connected client = signIn(settings, handler, stop);
    wipe(settings.password);
    if (!client)
        return client.error();
    client.value()->disconnect(kGoodbye);
    return {};
}

/// Client id and former filters, once.
Outcome BrokerLink::loadSession()
{
    if (m_hasSession || m_connection.sessionFolder.empty())
        return {};
    Result<SessionStore::Session> session
        = SessionStore(m_connection.sessionFolder).load(m_connection.name);
    if (!session)
        return session.error();
    m_connection.clientId = session->clientId;
    m_stored = session.value();
    const bool isElsewhere = !session->url.empty() && session->url != m_connection.url;
    m_isMoved = isElsewhere && !m_connection.isDemo; // a demo's broker ended with it
    m_former = session->left;
    m_isBack = std::erase(m_former, m_connection.url) > 0;
    if (m_isBack && m_problems)
        m_problems->resolve("connection", sessionSubject(m_connection)); // it is wanted again
    if (m_isMoved && std::count(m_former.begin(), m_former.end(), session->url) == 0)
        m_former.push_back(session->url);
    // No broker ever granted a filter that is none, and many hang up when they hear of one.
    std::erase_if(session->filters, [](const std::string &one) { return !checkFilter(one).ok(); });
    m_connection.formerFilters = session->filters;
    if (!session->setAside.empty())
        m_sessionNote
            = ", a new session: the damaged file of the last one is kept as " + session->setAside;
    m_hasSession = true;
    return {};
}

Outcome BrokerLink::storeSession()
{
    if (std::exchange(m_isMoved, false)) // and did not leave: the same broker by another name
        std::erase(m_former, m_stored.url);
    const ConnectionConfig &own = m_connection;
    SessionStore::Session session {
        own.clientId, own.filters.empty() ? own.formerFilters : own.filters, own.url, {}};
    session.left = m_former;
    if (!own.isQuick && !own.isDemo)
        session.reach = {own.name, own.user, own.caFile, own.protocol, own.allowPlainPassword};
    if (session == m_stored)
        return {};
    Outcome saved = SessionStore(own.sessionFolder).save(own.name, session);
    if (saved)
        m_stored = std::move(session);
    return saved;
}

} // namespace telltale
