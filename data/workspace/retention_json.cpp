#include "data/workspace/retention_json.h"

#include "data/workspace/json_members.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace telltale {
namespace {

constexpr int kMostDays = 36'500;
constexpr double kLeastGigabytes = 0.1;
constexpr double kMostGigabytes = 1e6;
constexpr double kGigabyte = 1e9;

Result<RetentionPolicy::Rule> ruleOf(const QJsonValue &value, const std::string &where)
{
    if (!value.isObject())
        return Error {Error::Code::Malformed, where + " should be an object { ... }"};
    RetentionPolicy::Rule rule;
    JsonMembers members(value.toObject(), where);
    members.text("pattern", rule.pattern);
    members.integer("days", rule.days, 1, kMostDays);
    if (Outcome done = members.finish(); !done.ok())
        return done.error();
    if (rule.pattern.empty())
        return Error {Error::Code::Malformed, where + ": \"pattern\" is missing"};
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
    const bool hasDays = object->contains(QStringLiteral("days"));
    int days = kMostDays;
    std::optional<double> gigabytes;
    JsonMembers members(object.value(), "retention.json");
    members.integer("days", days, 1, kMostDays);
    members.number("gigabytes", gigabytes);
    if (Outcome done = members.finish(); !done.ok())
        return done;
    if (gigabytes && !(*gigabytes >= kLeastGigabytes && *gigabytes <= kMostGigabytes))
        return Error {Error::Code::Malformed,
                      "retention.json: \"gigabytes\" should be from 0.1 to 1000000"};
    if (hasDays)
        read.days = days;
    if (gigabytes)
        read.bytes = static_cast<std::uint64_t>(*gigabytes * kGigabyte);
    policy = std::move(read);
    return {};
}

} // namespace telltale
