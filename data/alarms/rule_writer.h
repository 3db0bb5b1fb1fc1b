#pragma once

#include "data/alarms/rule_fields.h"

#include <type_traits>
#include <utility>

namespace telltale {

/// The members of one object as name and JSON text, in the order of visitRule().
class RuleFieldWriter
{
public:
    const std::vector<std::pair<std::string, std::string>> &members() const { return m_members; }

    void operator()(const char *name, const std::string &member) { add(name, quoted(member)); }
    void operator()(const char *name, double member) { add(name, number(member)); }
    void operator()(const char *name, int member) { add(name, std::to_string(member)); }
    void operator()(const char *name, bool member) { add(name, member ? "true" : "false"); }
    void operator()(const char *name, AlarmRule::Kind member);
    void operator()(const char *name, const AlarmValue &member) { add(name, value(member)); }
    void operator()(const char *name, const std::vector<AlarmValue> &member);
    void operator()(const char *name, const SuppressWhen &member);
    void operator()(const char *name, const NotifyOptions &member);
    template <typename T> void operator()(const char *name, const std::optional<T> &member)
    {
        if (member)
            (*this)(name, *member);
        else
            add(name, "null");
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char *name, Enum member)
    {
        add(name, quoted(RuleWords<Enum>::kWords[static_cast<std::size_t>(member)]));
    }

private:
    static std::string quoted(std::string_view text);
    static std::string number(double value);
    static std::string value(const AlarmValue &value);
    void add(const char *name, std::string text) { m_members.emplace_back(name, std::move(text)); }

    std::vector<std::pair<std::string, std::string>> m_members;
};

/// One rule as a JSON object on one line; members with their default value are left out, but
/// for kind, priority and the limit of a kind that has one.
std::string ruleToJson(const AlarmRule &rule);
/// The members of `rule` in which `other` differs.
std::string changesToJson(const AlarmRule &rule, const AlarmRule &other);
std::string groupToJson(const AlarmGroup &group);

} // namespace telltale
