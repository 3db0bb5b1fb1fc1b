#include "models/connection_draft.h"

#include "models/value_text.h"

#include "data/sources/broker_url.h"
#include "data/sources/topic_filter.h"

#include <QRegularExpression>

#include <algorithm>

namespace telltale {
QString ConnectionDraft::addressFault(const std::string &address)
{
    if (address.empty())
        return tr("Type the address of a broker, such as mqtts://broker.example:8883.");
    const Result<BrokerUrl> url = parseBrokerUrl(address);
    if (url.ok())
        return {};
    if (url.error().code == Error::Code::NotPermitted)
        return tr("User and password do not belong into the address: it is stored as text. "
                  "Use the fields below.");
    return tr("This is no address of a broker (%1). Write mqtt://host:port or mqtts://host:port.")
        .arg(shownText(url.error().detail));
}

QStringList ConnectionDraft::faults(const ConnectionConfig &connection,
                                    const std::vector<std::string> &others)
{
    QStringList faults;
    if (const QString fault = addressFault(connection.url); !fault.isEmpty())
        faults << fault;
    if (connection.name.empty())
        faults << tr("Give the connection a name.");
    if (std::find(others.begin(), others.end(), connection.name) != others.end())
        faults << tr("There is a connection of this name already.");
    if (connection.filters.empty())
        faults << tr("Say which topics to subscribe to; # means all.");
    for (const std::string &filter : connection.filters) {
        if (!checkFilter(filter).ok())
            faults
                << tr("\"%1\" is no topic filter: # stands only at the end, + for a whole level.")
                       .arg(shownText(filter));
    }
    return faults;
}

bool ConnectionDraft::isExposed(const ConnectionConfig &connection)
{
    const Result<BrokerUrl> url = parseBrokerUrl(connection.url);
    return url.ok() && !url->tls && !url->isLoopback();
}

std::string ConnectionDraft::freeName(const std::string &address,
                                      const std::vector<std::string> &others)
{
    const Result<BrokerUrl> url = parseBrokerUrl(address);
    if (!url.ok())
        return {};
    const std::string where = url->shortText();
    std::string name = where;
    for (int n = 2; std::find(others.begin(), others.end(), name) != others.end(); ++n)
        name = where + " " + std::to_string(n);
    return name;
}

std::vector<std::string> ConnectionDraft::filtersFrom(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,\\n]"));
    std::vector<std::string> filters;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        const std::string filter = part.trimmed().toStdString();
        if (!filter.empty() && std::find(filters.begin(), filters.end(), filter) == filters.end())
            filters.push_back(filter);
    }
    return filters;
}

} // namespace telltale
