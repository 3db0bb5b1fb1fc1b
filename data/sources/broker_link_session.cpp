// What a connection keeps of its session, and how it ends the one it has at a broker it leaves.

#include "data/sources/broker_link.h"
#include "data/sources/credential_store.h"
#include "data/sources/topic_filter.h"
#include "data/telemetry/clock.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_DECLARE_LOGGING_CATEGORY(logSessions)

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kGoodbye {500};
constexpr std::chrono::milliseconds kFormerPatience {3'000}; ///< with a broker that was left

} // namespace

void BrokerLink::discardSession(MqttClient::Handler &handler, const std::stop_token &stop)
{
    const std::string &folder = m_connection.sessionFolder;
    if (folder.empty() || !SessionStore(folder).has(m_connection.name) || !loadSession())
        return;
    const Outcome forgotten
        = m_formerUrl.empty() ? endSession(handler, stop) : leaveFormer(handler, stop);
    if (forgotten)
        SessionStore(folder).remove(m_connection.name);
}

/// The broker does not know the session, which began at another address.
bool BrokerLink::isLeaving() const
{
    return !m_formerUrl.empty() && !m_hadSession;
}

/// The broker of the former address forgets the session; once, whatever comes of it.
Outcome BrokerLink::leaveFormer(MqttClient::Handler &handler, const std::stop_token &stop)
{
    ConnectionConfig former = m_connection;
    former.url = std::exchange(m_formerUrl, {});
    former.sessionFolder.clear(); // what is kept there goes on at the new address
    former.isFormer = true;
    MqttOptions options = m_options;
    options.connectTimeout = std::min(options.connectTimeout, kFormerPatience);
    ConnectionProgress unseen(former, false, Clock::system());
    return BrokerLink(former, options, m_credentials, unseen).endSession(handler, stop);
}

Outcome BrokerLink::endSession(MqttClient::Handler &handler, const std::stop_token &stop)
{
    const Outcome ended = signOff(handler, stop);
    if (ended)
        qCInfo(logSessions, "%s: the session at %s is ended", m_connection.name.c_str(),
               m_connection.url.c_str());
    else
        qCWarning(logSessions,
                  "%s: the session at %s could not be ended (%s): that broker gathers messages for "
                  "it until it expires there, or until somebody removes the client %s there",
                  m_connection.name.c_str(), m_connection.url.c_str(), ended.error().detail.c_str(),
                  m_connection.clientId.c_str());
    return ended;
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
    const bool isElsewhere = !session->url.empty() && session->url != m_connection.url;
    if (isElsewhere && !m_connection.isDemo) // a demo's broker ended with it
        m_formerUrl = session->url;
    m_storedUrl = session->url;
    m_storedFilters = session->filters;
    // No broker ever granted a filter that is none, and many hang up when they hear of one.
    std::erase_if(session->filters, [](const std::string &one) { return !checkFilter(one).ok(); });
    m_connection.formerFilters = session->filters;
    if (!session->setAside.empty())
        m_sessionNote
            = ", a new session: the damaged file of the last one is kept as " + session->setAside;
    m_hasSession = true;
    return {};
}

} // namespace telltale
