#include "data/alarms/rule_json.h"

#include "data/alarms/json_lines.h"
#include "data/alarms/rule_kind.h"
#include "data/alarms/rule_reader.h"
#include "data/alarms/rule_writer.h"
#include "data/json/json_fault.h"

#include <QJsonDocument>
#include <QStringList>

namespace telltale {
namespace {

constexpr int kVersion = 1;
constexpr const char *kRules = "rules";
constexpr const char *kGroups = "groups";

Error malformed(std::size_t line, const std::string &what)
{
    return {Error::Code::Malformed, "line " + std::to_string(line) + ": " + what};
}

Error ruleError(std::string_view json, std::size_t index, const std::string &id,
                const std::string &member, const std::string &reason)
{
    const std::string name = id.empty() ? "number " + std::to_string(index + 1) : '"' + id + '"';
    return malformed(lineOfMember(json, kRules, index, member),
                     "rule " + name + ": \"" + member + "\" " + reason);
}

Result<QJsonObject> parseDocument(std::string_view json)
{
    QJsonParseError error;
    const QByteArray bytes = QByteArray::fromRawData(json.data(), qsizetype(json.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return malformed(lineOfOffset(json, static_cast<std::size_t>(error.offset)),
                         jsonFault(error));
    if (!document.isObject())
        return malformed(1, "the file is not an object");
    const int version = document.object().value(QLatin1String("version")).toInt(0);
    if (version > kVersion)
        return Error {Error::Code::NewerVersion,
                      "written by a newer program (version " + std::to_string(version)
                          + "): install a newer Telltale"};
    if (version < 1)
        return malformed(1, "\"version\" is missing");
    return document.object();
}

/// A misspelt "rules" would be a set of none, and every alarm would be gone.
Outcome checkMembers(std::string_view json, const QJsonObject &object)
{
    const QStringList members = object.keys();
    for (const QString &member : members) {
        if (member == QLatin1String("version") || member == QLatin1String(kGroups)
            || member == QLatin1String(kRules))
            continue;
        const std::string name = member.toStdString();
        return malformed(lineOfTopMember(json, name), '"' + name + "\" is unknown");
    }
    if (!object.contains(QLatin1String(kRules)))
        return malformed(1, std::string("\"") + kRules + "\" is missing");
    return {};
}

/// Empty if the member is not there.
Result<QJsonArray> listOf(std::string_view json, const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isUndefined() || value.isArray())
        return value.toArray();
    return malformed(lineOfTopMember(json, name), std::string("\"") + name + "\" is not a list");
}

Result<std::vector<AlarmRule>> readRules(std::string_view json, const QJsonArray &list,
                                         RuleOrigin origin)
{
    std::vector<AlarmRule> rules;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        if (!list[i].isObject())
            return malformed(lineOfMember(json, kRules, index, {}), "a rule is not an object");
        RuleFieldReader reader(list[i].toObject());
        AlarmRule rule;
        visitRule(reader, rule);
        reader.refuseUnknown();
        if (!reader.isOk())
            return ruleError(json, index, rule.id, reader.member(), reader.reason());
        if (origin == RuleOrigin::Workspace && kindOf(rule.kind).hasLimit && !reader.has("limit"))
            return ruleError(json, index, rule.id, "limit", "is missing");
        rules.push_back(std::move(rule));
    }
    if (const std::optional<RuleFault> fault = findFault(rules, origin))
        return ruleError(json, fault->rule, rules[fault->rule].id, fault->member, fault->reason);
    return rules;
}

Result<std::vector<AlarmGroup>> readGroups(std::string_view json, const QJsonArray &list)
{
    std::vector<AlarmGroup> groups;
    for (qsizetype i = 0; i < list.size(); ++i) {
        RuleFieldReader reader(list[i].toObject());
        AlarmGroup group;
        reader("id", group.id);
        reader("first_out", group.firstOut);
        reader.refuseUnknown();
        const std::size_t line
            = lineOfMember(json, kGroups, static_cast<std::size_t>(i), reader.member());
        if (!reader.isOk())
            return malformed(line, "group: \"" + reader.member() + "\" " + reader.reason());
        if (group.id.empty())
            return malformed(line, "group: \"id\" is missing");
        groups.push_back(std::move(group));
    }
    return groups;
}

/// One item a line: version control shows what changed.
template <typename Item>
std::string lines(const std::vector<Item> &items, std::string (*toJson)(const Item &))
{
    std::string out = "[";
    for (const Item &item : items)
        out += (out.size() > 1 ? ",\n  " : "\n  ") + toJson(item);
    return out + (items.empty() ? "]" : "\n ]");
}

} // namespace

Result<RuleSet> parseRuleSet(std::string_view json, RuleOrigin origin)
{
    const Result<QJsonObject> object = parseDocument(json);
    if (!object)
        return object.error();
    if (const Outcome known = checkMembers(json, object.value()); !known)
        return known.error();
    const Result<QJsonArray> ruleList = listOf(json, object.value(), kRules);
    if (!ruleList)
        return ruleList.error();
    const Result<QJsonArray> groupList = listOf(json, object.value(), kGroups);
    if (!groupList)
        return groupList.error();
    Result<std::vector<AlarmRule>> rules = readRules(json, ruleList.value(), origin);
    if (!rules)
        return rules.error();
    Result<std::vector<AlarmGroup>> groups = readGroups(json, groupList.value());
    if (!groups)
        return groups.error();
    return RuleSet {std::move(groups).value(), std::move(rules).value()};
}

std::string ruleSetToJson(const RuleSet &set)
{
    std::string out = "{\n \"version\": 1,\n";
    if (!set.groups.empty())
        out += " \"groups\": " + lines(set.groups, groupToJson) + ",\n";
    return out + " \"rules\": " + lines(set.rules, ruleToJson) + "\n}\n";
}

} // namespace telltale
