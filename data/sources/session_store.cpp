#include "data/sources/session_store.h"

#include "data/sources/client_id.h"
#include "data/storage/file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

Q_LOGGING_CATEGORY(logSessions, "telltale.sessions")

namespace telltale {
namespace {

constexpr std::size_t kMostBytes = 1U << 20U;

/// A file name of its own for every connection name, readable for plain ones.
std::string fileName(const std::string &connectionName)
{
    std::string readable;
    for (const char byte : connectionName) {
        const bool isPlain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z')
            || (byte >= 'a' && byte <= 'z');
        readable += isPlain ? byte : '_';
    }
    char sum[16] = {};
    std::snprintf(sum, sizeof(sum), "-%08x", crc32c(connectionName.data(), connectionName.size()));
    return readable.substr(0, 48) + sum;
}

QJsonArray toArray(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(QString::fromStdString(text));
    return array;
}

std::vector<std::string> toTexts(const QJsonValue &array)
{
    std::vector<std::string> texts;
    for (const QJsonValue &text : array.toArray())
        texts.push_back(text.toString().toStdString());
    return texts;
}

QJsonObject toJson(const SessionStore::Reach &reach)
{
    return {{QStringLiteral("name"), QString::fromStdString(reach.name)},
            {QStringLiteral("user"), QString::fromStdString(reach.user)},
            {QStringLiteral("caFile"), QString::fromStdString(reach.caFile)},
            {QStringLiteral("protocol"), reach.protocol},
            {QStringLiteral("allowPlainPassword"), reach.allowPlainPassword}};
}

SessionStore::Reach reachFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString().toStdString();
    };
    return {text("name"), text("user"), text("caFile"),
            object.value(QLatin1String("protocol")).toInt(5),
            object.value(QLatin1String("allowPlainPassword")).toBool()};
}

std::string toJson(const SessionStore::Session &session)
{
    QJsonObject object {{QStringLiteral("version"), 1},
                        {QStringLiteral("clientId"), QString::fromStdString(session.clientId)},
                        {QStringLiteral("filters"), toArray(session.filters)},
                        {QStringLiteral("url"), QString::fromStdString(session.url)},
                        {QStringLiteral("left"), toArray(session.left)}};
    if (session.reach)
        object.insert(QStringLiteral("connection"), toJson(*session.reach));
    return QJsonDocument(object).toJson().toStdString();
}

SessionStore::Session fromJson(const std::string &text)
{
    SessionStore::Session session;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    session.clientId = object.value(QLatin1String("clientId")).toString().toStdString();
    session.filters = toTexts(object.value(QLatin1String("filters")));
    session.url = object.value(QLatin1String("url")).toString().toStdString();
    session.left = toTexts(object.value(QLatin1String("left")));
    if (const QJsonValue reach = object.value(QLatin1String("connection")); reach.isObject())
        session.reach = reachFromJson(reach.toObject());
    return session;
}

} // namespace

SessionStore::SessionStore(std::string dataFolder)
    : m_folder(std::move(dataFolder) + "/sessions")
{ }

Result<SessionStore::Session> SessionStore::load(const std::string &connectionName) const
{
    const std::string file = path(connectionName);
    const Result<std::string> text = readFile(file, kMostBytes);
    Session fresh {randomClientId(), {}, {}, {}};
    if (text) {
        Session session = fromJson(text.value());
        if (!session.clientId.empty())
            return session;
    }
    if (text || text.error().code == Error::Code::LimitExceeded) {
        fresh.setAside = file + ".damaged";
        if (std::rename(file.c_str(), fresh.setAside.c_str()) != 0)
            return Error {Error::Code::DiskError,
                          file + " is damaged and cannot be set aside: " + std::strerror(errno)};
        qCWarning(logSessions, "%s is damaged; it is kept as %s, and a new session begins",
                  file.c_str(), fresh.setAside.c_str());
    } else if (text.error().code != Error::Code::NotFound) {
        return text.error();
    }
    if (const Outcome saved = save(connectionName, fresh); !saved)
        return saved.error();
    return fresh;
}

Outcome SessionStore::save(const std::string &connectionName, const Session &session) const
{
    if (const Outcome made = makeFolder(m_folder); !made)
        return made;
    return writeFileDurably(path(connectionName), toJson(session));
}

std::vector<ConnectionConfig> SessionStore::kept() const
{
    std::vector<ConnectionConfig> all;
    std::error_code failed; // no folder: no session
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, failed)) {
        const Result<std::string> text = readFile(entry.path().string(), kMostBytes);
        const Session session = text ? fromJson(text.value()) : Session {};
        if (!session.reach || path(session.reach->name) != entry.path().string())
            continue;
        ConnectionConfig &connection = all.emplace_back();
        connection.name = session.reach->name;
        connection.url = session.url;
        connection.user = session.reach->user;
        connection.caFile = session.reach->caFile;
        connection.protocol = session.reach->protocol;
        connection.allowPlainPassword = session.reach->allowPlainPassword;
    }
    return all;
}

bool SessionStore::has(const std::string &connectionName) const
{
    std::error_code failed;
    return std::filesystem::exists(path(connectionName), failed);
}

/// What cannot be removed is a file nobody reads.
void SessionStore::remove(const std::string &connectionName) const
{
    std::error_code failed;
    std::filesystem::remove_all(inboundFolder(connectionName), failed);
    std::filesystem::remove(path(connectionName), failed);
}

std::string SessionStore::inboundFolder(const std::string &connectionName) const
{
    return m_folder + "/" + fileName(connectionName) + ".inbound";
}

std::string SessionStore::path(const std::string &connectionName) const
{
    return m_folder + "/" + fileName(connectionName) + ".json";
}

} // namespace telltale
