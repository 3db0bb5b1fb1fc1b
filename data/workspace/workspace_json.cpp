#include "data/workspace/workspace_json.h"

#include "data/json/json_members.h"
#include "data/payloads/payload_families.h"
#include "data/sources/source_kinds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTime>

#include <algorithm>
#include <set>

namespace telltale {
namespace {

std::string documentText(QJsonObject object)
{
    object.insert(QStringLiteral("version"), 1);
    return QJsonDocument(object).toJson(QJsonDocument::Indented).toStdString();
}

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

void put(QJsonObject &object, const char *name, const std::string &text)
{
    if (!text.empty())
        object.insert(QLatin1String(name), qt(text));
}

void put(QJsonObject &object, const char *name, const std::optional<double> &number)
{
    if (number)
        object.insert(QLatin1String(name), *number);
}

QJsonArray listOf(const std::vector<std::string> &texts)
{
    QJsonArray list;
    for (const std::string &text : texts)
        list.append(qt(text));
    return list;
}

std::string numbered(const char *what, qsizetype index)
{
    return std::string(what) + " " + std::to_string(index + 1);
}

Outcome checkFamilies(const ConnectionConfig &connection, const std::string &where)
{
    if (!connection.families)
        return {};
    const std::vector<std::string> known = payloadFamilyNames();
    for (const std::string &family : *connection.families) {
        if (std::find(known.begin(), known.end(), family) != known.end())
            continue;
        std::string said = where + ": there is no payload family \"" + family + "\", but";
        for (const std::string &name : known)
            said += ' ' + name;
        return Error {Error::Code::Malformed, said};
    }
    return {};
}

Outcome checkNamed(const ConnectionConfig &connection, std::set<std::string> &names,
                   const std::string &where)
{
    if (connection.name.empty())
        return Error {Error::Code::Malformed, where + ": \"name\" is missing"};
    if (!names.insert(connection.name).second)
        return Error {Error::Code::Malformed,
                      where + ": the name \"" + connection.name + "\" is there twice"};
    if (const Outcome right = checkConnection(connection); !right.ok())
        return Error {right.error().code, where + ": " + right.error().detail};
    return checkFamilies(connection, where);
}

Outcome checkShifts(const std::vector<std::string> &shifts)
{
    for (const std::string &shift : shifts) {
        if (!QTime::fromString(QString::fromStdString(shift), QStringLiteral("HH:mm")).isValid())
            return Error {Error::Code::Malformed,
                          "workspace.json: \"shifts\": \"" + shift + "\" is no time like 06:00"};
    }
    return {};
}

} // namespace

Outcome readSettings(std::string_view text, WorkspaceSettings &settings)
{
    const Result<QJsonObject> object = readDocument(text);
    if (!object.ok())
        return object.error();
    WorkspaceSettings read;
    JsonMembers members(object.value(), "workspace.json");
    members.text("site", read.site);
    members.text("zone", read.zone);
    members.text("theme", read.theme);
    members.text("language", read.language);
    members.texts("shifts", read.shifts);
    members.boolean("demo", read.demo);
    if (Outcome done = members.finish(); !done.ok())
        return done;
    if (Outcome right = checkShifts(read.shifts); !right.ok())
        return right;
    settings = read;
    return {};
}

Outcome readConnections(std::string_view text, std::vector<ConnectionConfig> &connections)
{
    const Result<QJsonArray> list = readList(text, "connections");
    if (!list.ok())
        return list.error();
    std::vector<ConnectionConfig> read;
    std::set<std::string> names;
    for (qsizetype i = 0; i < list.value().size(); ++i) {
        const std::string where = numbered("connection", i);
        ConnectionConfig &connection = read.emplace_back();
        JsonMembers members(list.value().at(i).toObject(), where);
        members.text("name", connection.name);
        members.text("url", connection.url);
        members.texts("filters", connection.filters);
        members.texts("families", connection.families);
        members.integer("qos", connection.qos, 0, 2);
        members.integer("protocol", connection.protocol, 4, 5);
        members.text("user", connection.user);
        members.text("ca_file", connection.caFile);
        members.boolean("enabled", connection.enabled);
        members.boolean("all_topics_confirmed", connection.allTopicsConfirmed);
        members.boolean("allow_plain_password", connection.allowPlainPassword);
        if (Outcome done = members.finish(); !done.ok())
            return done;
        if (Outcome right = checkNamed(connection, names, where); !right.ok())
            return right;
    }
    connections = std::move(read);
    return {};
}

Outcome readTags(std::string_view text, std::map<std::string, TagInfo> &tags)
{
    const Result<QJsonArray> list = readList(text, "tags");
    if (!list.ok())
        return list.error();
    std::map<std::string, TagInfo> read;
    for (qsizetype i = 0; i < list.value().size(); ++i) {
        TagInfo tag;
        JsonMembers members(list.value().at(i).toObject(), numbered("tag", i));
        members.text("path", tag.path);
        members.text("name", tag.displayName);
        members.text("unit", tag.unit);
        members.number("low", tag.low);
        members.number("high", tag.high);
        members.integer("decimals", tag.decimals, -1, 9);
        if (Outcome done = members.finish(); !done.ok())
            return done;
        if (tag.path.empty())
            return Error {Error::Code::Malformed, numbered("tag", i) + ": \"path\" is missing"};
        read[tag.path] = tag;
    }
    tags = std::move(read);
    return {};
}

Outcome readRules(std::string_view text, RuleSet &rules)
{
    Result<RuleSet> read = parseRuleSet(text);
    if (!read.ok())
        return read.error();
    rules = std::move(read).value();
    return {};
}

std::string writeSettings(const WorkspaceSettings &settings)
{
    QJsonObject object;
    put(object, "site", settings.site);
    put(object, "zone", settings.zone);
    put(object, "theme", settings.theme);
    put(object, "language", settings.language);
    if (settings.shifts != WorkspaceSettings().shifts)
        object.insert(QStringLiteral("shifts"), listOf(settings.shifts));
    if (settings.demo)
        object.insert(QStringLiteral("demo"), true);
    return documentText(object);
}

std::string writeConnections(const std::vector<ConnectionConfig> &connections)
{
    QJsonArray list;
    for (const ConnectionConfig &connection : connections) {
        if (connection.isDemo || connection.isQuick)
            continue;
        QJsonObject object;
        put(object, "name", connection.name);
        put(object, "url", connection.url);
        object.insert(QStringLiteral("filters"), listOf(connection.filters));
        if (connection.families)
            object.insert(QStringLiteral("families"), listOf(*connection.families));
        object.insert(QStringLiteral("qos"), connection.qos);
        object.insert(QStringLiteral("protocol"), connection.protocol);
        put(object, "user", connection.user);
        put(object, "ca_file", connection.caFile);
        object.insert(QStringLiteral("enabled"), connection.enabled);
        if (connection.allTopicsConfirmed)
            object.insert(QStringLiteral("all_topics_confirmed"), *connection.allTopicsConfirmed);
        if (connection.allowPlainPassword)
            object.insert(QStringLiteral("allow_plain_password"), true);
        list.append(object);
    }
    return documentText({{QStringLiteral("connections"), list}});
}

std::string writeTags(const std::map<std::string, TagInfo> &tags)
{
    QJsonArray list;
    for (const auto &[path, tag] : tags) {
        QJsonObject object;
        put(object, "path", path);
        put(object, "name", tag.displayName);
        put(object, "unit", tag.unit);
        put(object, "low", tag.low);
        put(object, "high", tag.high);
        object.insert(QStringLiteral("decimals"), tag.decimals);
        list.append(object);
    }
    return documentText({{QStringLiteral("tags"), list}});
}

} // namespace telltale
