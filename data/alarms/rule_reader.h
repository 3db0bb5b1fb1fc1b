#pragma once

#include "data/alarms/rule_fields.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <functional>

namespace telltale {

/// Takes the members of one JSON object into a rule; remembers the first thing that is wrong.
class RuleFieldReader
{
public:
    explicit RuleFieldReader(QJsonObject object)
        : m_object(std::move(object))
    { }

    bool isOk() const { return m_reason.empty(); }
    const std::string &member() const { return m_member; } ///< of the first error
    const std::string &reason() const { return m_reason; }
    bool has(const char *name) const { return m_object.contains(QLatin1String(name)); }
    /// Members nobody asked for are an error: a misspelt one must not be lost in silence.
    void refuseUnknown();

    void operator()(const char *name, std::string &member);
    void operator()(const char *name, double &member);
    void operator()(const char *name, int &member);
    void operator()(const char *name, bool &member);
    void operator()(const char *name, AlarmRule::Kind &member);
    void operator()(const char *name, AlarmValue &member);
    void operator()(const char *name, std::vector<AlarmValue> &member);
    void operator()(const char *name, SuppressWhen &member);
    void operator()(const char *name, NotifyOptions &member);

    template <typename T> void operator()(const char *name, std::optional<T> &member)
    {
        T value {};
        const std::size_t taken = m_taken;
        (*this)(name, value);
        if (m_taken != taken && isOk())
            member = value;
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char *name, Enum &member)
    {
        const std::optional<std::string> word = takeText(name);
        if (!word)
            return;
        const auto &words = RuleWords<Enum>::kWords;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (*word == words[i]) {
                member = static_cast<Enum>(i);
                return;
            }
        }
        failWord(name, *word);
    }

private:
    void fail(const char *name, std::string reason);
    void failWord(const char *name, const std::string &word);
    std::optional<QJsonValue> take(const char *name);
    std::optional<std::string> takeText(const char *name);
    /// Whether there is such an object without a fault of its own.
    bool takeObject(const char *name, const std::function<void(RuleFieldReader &)> &visit);
    bool toValue(const char *name, const QJsonValue &json, AlarmValue &value);

    QJsonObject m_object;
    QSet<QString> m_known;
    std::size_t m_taken = 0;
    std::string m_member;
    std::string m_reason;
};

} // namespace telltale
