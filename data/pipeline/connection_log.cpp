#include "data/pipeline/connection_log.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_LOGGING_CATEGORY(logConnection, "telltale.connection")

namespace telltale {
namespace {

constexpr const char *kArea = "connection";
constexpr const char *kRemedy = "It is tried again by itself. Connections shows which layer failed "
                                "and what to do.";

std::string joined(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

bool isSignedInOnly(const ConnectionStatus &connection)
{
    return std::any_of(connection.layers.begin(), connection.layers.end(),
                       [](const ConnectionLayer &layer) {
                           return layer.name == ConnectionLayer::Name::Topics
                               && layer.state == ConnectionLayer::State::NotUsed;
                       });
}

/// Empty while it is on its way to something worth a line.
std::string wordsOf(const ConnectionStatus &connection)
{
    using State = ConnectionStatus::State;
    switch (connection.state) {
    case State::Connected:
        if (isSignedInOnly(connection))
            return "connected, asks for nothing before somebody has agreed";
        if (connection.granted.empty() && connection.refused.empty())
            return {};
        return "connected, subscribed to " + joined(connection.granted)
            + (connection.refused.empty() ? "" : "; not permitted: " + joined(connection.refused));
    case State::Waiting:
    case State::Refused:
        return "not connected: " + connection.cause;
    case State::Stopped:
        return "ended" + (connection.cause.empty() ? "" : ": " + connection.cause);
    case State::Off:
    case State::Connecting:
        break;
    }
    return {};
}

} // namespace

void ConnectionLog::look(const std::vector<ConnectionStatus> &connections, Timestamp now)
{
    std::map<std::string, std::string> told;
    for (const ConnectionStatus &connection : connections) {
        const std::string subject = connection.name + " at " + connection.url;
        const std::string before = m_told[subject];
        m_told.erase(subject);
        const std::string words = wordsOf(connection);
        told[subject] = words.empty() ? before : words;
        if (words.empty() || words == before)
            continue;
        qCInfo(logConnection, "%s: %s", subject.c_str(), words.c_str());
        m_problems.resolve(kArea, subject);
        if (connection.state != ConnectionStatus::State::Connected && !connection.cause.empty())
            m_problems.report({Problem::Severity::Warning, connection.causeCode, kArea, subject,
                               connection.cause, kRemedy},
                              now);
    }
    for (const auto &[gone, words] : m_told)
        m_problems.resolve(kArea, gone);
    m_told = std::move(told);
}

} // namespace telltale
