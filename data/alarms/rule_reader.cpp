#include "data/alarms/rule_reader.h"

#include "data/alarms/rule_kind.h"

#include <cmath>

namespace telltale {

void RuleFieldReader::refuseUnknown()
{
    for (auto it = m_object.begin(); it != m_object.end() && isOk(); ++it) {
        if (!m_known.contains(it.key()))
            fail(it.key().toUtf8().constData(), "is not a member of this object");
    }
}

void RuleFieldReader::operator()(const char *name, std::string &member)
{
    if (const std::optional<std::string> text = takeText(name))
        member = *text;
}

void RuleFieldReader::operator()(const char *name, double &member)
{
    const std::optional<QJsonValue> json = take(name);
    if (!json)
        return;
    if (!json->isDouble() || !std::isfinite(json->toDouble()))
        return fail(name, "is not a number");
    member = json->toDouble();
}

void RuleFieldReader::operator()(const char *name, int &member)
{
    const std::optional<QJsonValue> json = take(name);
    if (!json)
        return;
    const double value = json->toDouble(0.5);
    if (!json->isDouble() || value != std::floor(value) || std::abs(value) > 1e9)
        return fail(name, "is not a whole number");
    member = static_cast<int>(value);
}

void RuleFieldReader::operator()(const char *name, bool &member)
{
    const std::optional<QJsonValue> json = take(name);
    if (!json)
        return;
    if (!json->isBool())
        return fail(name, "is neither true nor false");
    member = json->toBool();
}

void RuleFieldReader::operator()(const char *name, AlarmRule::Kind &member)
{
    const std::optional<std::string> word = takeText(name);
    if (!word)
        return;
    if (const std::optional<AlarmRule::Kind> kind = kindOfWord(*word))
        member = *kind;
    else
        failWord(name, *word);
}

void RuleFieldReader::operator()(const char *name, AlarmValue &member)
{
    if (const std::optional<QJsonValue> json = take(name))
        toValue(name, *json, member);
}

void RuleFieldReader::operator()(const char *name, std::vector<AlarmValue> &member)
{
    const std::optional<QJsonValue> json = take(name);
    if (!json)
        return;
    if (!json->isArray())
        return fail(name, "is not a list");
    const QJsonArray list = json->toArray();
    for (const QJsonValue &item : list) {
        AlarmValue value;
        if (!toValue(name, item, value))
            return;
        member.push_back(std::move(value));
    }
}

void RuleFieldReader::operator()(const char *name, SuppressWhen &member)
{
    const bool isRead
        = takeObject(name, [&member](RuleFieldReader &inner) { visitSuppressWhen(inner, member); });
    if (isRead && member.tag.empty() == member.alarm.empty())
        fail(name, "names either a tag or an alarm");
}

void RuleFieldReader::operator()(const char *name, NotifyOptions &member)
{
    const bool isRead
        = takeObject(name, [&member](RuleFieldReader &inner) { visitNotify(inner, member); });
    if (isRead && (member.repeatSeconds < 0.0 || member.escalateSeconds < 0.0))
        fail(name, "has a negative time");
}

void RuleFieldReader::fail(const char *name, std::string reason)
{
    if (!isOk())
        return;
    m_member = name;
    m_reason = std::move(reason);
}

void RuleFieldReader::failWord(const char *name, const std::string &word)
{
    fail(name, "has no value \"" + word + "\"");
}

std::optional<QJsonValue> RuleFieldReader::take(const char *name)
{
    const QString key = QString::fromUtf8(name);
    m_known.insert(key);
    const auto it = m_object.constFind(key);
    if (it == m_object.constEnd())
        return std::nullopt;
    ++m_taken;
    return it.value();
}

std::optional<std::string> RuleFieldReader::takeText(const char *name)
{
    const std::optional<QJsonValue> json = take(name);
    if (!json)
        return std::nullopt;
    if (!json->isString()) {
        fail(name, "is not a text");
        return std::nullopt;
    }
    return json->toString().toStdString();
}

bool RuleFieldReader::takeObject(const char *name,
                                 const std::function<void(RuleFieldReader &)> &visit)
{
    const std::optional<QJsonValue> json = take(name);
    if (!json)
        return false;
    if (!json->isObject()) {
        fail(name, "is not an object");
        return false;
    }
    RuleFieldReader inner(json->toObject());
    visit(inner);
    inner.refuseUnknown();
    if (!inner.isOk())
        fail(inner.member().c_str(), inner.reason());
    return inner.isOk();
}

bool RuleFieldReader::toValue(const char *name, const QJsonValue &json, AlarmValue &value)
{
    if (json.isBool())
        value = json.toBool();
    else if (json.isDouble())
        value = json.toDouble();
    else if (json.isString())
        value = json.toString().toStdString();
    else
        fail(name, "is neither a number, a text, true nor false");
    return isOk();
}

} // namespace telltale
