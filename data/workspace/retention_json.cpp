#include "data/workspace/retention_json.h"

#include "data/json/json_members.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace telltale {
namespace {

constexpr int kMostDays = 36'500;
constexpr double kLeastGigabytes = 0.1;
constexpr double kMostGigabytes = 1e6;
constexpr double kGigabyte = 1e9;

/// Present or not.
std::optional<int> readDays(JsonMembers &members, const QJsonObject &object, const char *name)
{
    int read = kMostDays;
    members.integer(name, read, 1, kMostDays);
    return object.contains(QLatin1String(name)) ? std::optional(read) : std::nullopt;
}

/// Of a policy or a rule; every member may be absent.
template <typename Limits>
Outcome readLimits(JsonMembers &members, const QJsonObject &object, const std::string &where,
                   Limits &limits)
{
    limits.days = readDays(members, object, "days");
    limits.rawDays = readDays(members, object, "raw_days");
    std::optional<double> gigabytes;
    members.number("gigabytes", gigabytes);
    if (Outcome done = members.finish(); !done.ok())
        return done;
    if (gigabytes && !(*gigabytes >= kLeastGigabytes && *gigabytes <= kMostGigabytes))
        return Error {Error::Code::Malformed,
                      where + ": \"gigabytes\" should be from 0.1 to 1000000"};
    if (limits.days && limits.rawDays && *limits.rawDays >= *limits.days)
        return Error {Error::Code::Malformed,
                      where + ": \"raw_days\" should be less than \"days\""};
    if (gigabytes)
        limits.bytes = static_cast<std::uint64_t>(*gigabytes * kGigabyte);
    return {};
}

Result<RetentionPolicy::Rule> ruleOf(const QJsonValue &value, const std::string &where)
{
    if (!value.isObject())
        return Error {Error::Code::Malformed, where + " should be an object { ... }"};
    const QJsonObject object = value.toObject();
    RetentionPolicy::Rule rule;
    JsonMembers members(object, where);
    members.text("pattern", rule.pattern);
    if (Outcome read = readLimits(members, object, where, rule); !read.ok())
        return read.error();
    if (rule.pattern.empty())
        return Error {Error::Code::Malformed, where + ": \"pattern\" is missing"};
    if (!rule.days && !rule.rawDays && !rule.bytes)
        return Error {Error::Code::Malformed,
                      where + ": \"days\", \"raw_days\" or \"gigabytes\" is missing"};
    return rule;
}

Result<std::vector<RetentionPolicy::Rule>> rulesOf(const QJsonValue &value)
{
    std::vector<RetentionPolicy::Rule> rules;
    if (value.isUndefined())
        return rules;
    if (!value.isArray())
        return Error {Error::Code::Malformed, "retention.json: \"tags\" should be a list"};
    for (const QJsonValue &each : value.toArray()) {
        Result<RetentionPolicy::Rule> rule
            = ruleOf(each, "retention.json, tags " + std::to_string(rules.size() + 1));
        if (!rule.ok())
            return rule.error();
        rules.push_back(std::move(rule).value());
    }
    return rules;
}

} // namespace

Outcome readRetention(std::string_view text, RetentionPolicy &policy)
{
    Result<QJsonObject> object = readDocument(text);
    if (!object.ok())
        return object.error();
    Result<std::vector<RetentionPolicy::Rule>> rules
        = rulesOf(object->take(QStringLiteral("tags")));
    if (!rules.ok())
        return rules.error();
    RetentionPolicy read;
    read.rules = std::move(rules).value();
    JsonMembers members(object.value(), "retention.json");
    if (Outcome done = readLimits(members, object.value(), "retention.json", read); !done.ok())
        return done;
    policy = std::move(read);
    return {};
}

} // namespace telltale
