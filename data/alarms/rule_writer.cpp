#include "data/alarms/rule_writer.h"

#include "data/alarms/rule_kind.h"

#include <charconv>

namespace telltale {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

/// {"name": text, ...} of the members that differ from `defaults`.
std::string object(const Members &members, const Members &defaults)
{
    std::string out = "{";
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i < defaults.size() && members[i].second == defaults[i].second)
            continue;
        if (out.size() > 1)
            out += ", ";
        out += '"' + members[i].first + "\": " + members[i].second;
    }
    return out + '}';
}

} // namespace

void RuleFieldWriter::operator()(const char *name, AlarmRule::Kind member)
{
    add(name, quoted(kindOf(member).word));
}

void RuleFieldWriter::operator()(const char *name, const std::vector<AlarmValue> &member)
{
    std::string list = "[";
    for (const AlarmValue &item : member)
        list += (list.size() > 1 ? ", " : "") + value(item);
    add(name, list + ']');
}

void RuleFieldWriter::operator()(const char *name, const SuppressWhen &member)
{
    RuleFieldWriter inner;
    visitSuppressWhen(inner, member);
    if (member.alarm.empty())
        inner.m_members.pop_back();
    else
        inner.m_members.erase(inner.m_members.begin(), inner.m_members.end() - 1);
    add(name, object(inner.m_members, {}));
}

void RuleFieldWriter::operator()(const char *name, const NotifyOptions &member)
{
    RuleFieldWriter inner;
    visitNotify(inner, member);
    RuleFieldWriter defaults;
    const NotifyOptions none;
    visitNotify(defaults, none);
    add(name, object(inner.m_members, defaults.m_members));
}

std::string RuleFieldWriter::quoted(std::string_view text)
{
    constexpr char kHex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            out += {'\\', 'u', '0', '0', kHex[(c >> 4) & 0xF], kHex[c & 0xF]};
        else
            out += c;
    }
    return out + '"';
}

std::string RuleFieldWriter::number(double value)
{
    char text[32];
    const auto [end, status] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

std::string RuleFieldWriter::value(const AlarmValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto *real = std::get_if<double>(&value))
        return number(*real);
    return quoted(std::get<std::string>(value));
}

std::string ruleToJson(const AlarmRule &rule)
{
    RuleFieldWriter fields;
    visitRule(fields, rule);
    RuleFieldWriter defaults;
    const AlarmRule none;
    visitRule(defaults, none);
    Members shown = defaults.members();
    const bool hasLimit = kindOf(rule.kind).hasLimit;
    for (auto &[name, value] : shown) {
        if (name == "kind" || name == "priority" || (name == "limit" && hasLimit))
            value.clear(); // always written
    }
    return object(fields.members(), shown);
}

std::string changesToJson(const AlarmRule &rule, const AlarmRule &other)
{
    RuleFieldWriter fields;
    visitRule(fields, rule);
    RuleFieldWriter others;
    visitRule(others, other);
    return object(fields.members(), others.members());
}

std::string groupToJson(const AlarmGroup &group)
{
    RuleFieldWriter fields;
    fields("id", group.id);
    fields("first_out", group.firstOut);
    return object(fields.members(), {});
}

} // namespace telltale
