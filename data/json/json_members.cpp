#include "data/json/json_members.h"

#include "data/json/json_fault.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kVersion = 1;

std::string lineOf(std::string_view text, int offset)
{
    const auto end = text.begin()
        + std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(text.size()));
    return "line " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

} // namespace

JsonMembers::JsonMembers(QJsonObject object, std::string where)
    : m_object(std::move(object))
    , m_where(std::move(where))
{ }

QJsonValue JsonMembers::take(const char *name)
{
    return m_object.take(QLatin1String(name));
}

void JsonMembers::wrong(const char *name, const char *should)
{
    if (!m_error)
        m_error
            = Error {Error::Code::Malformed, m_where + ": \"" + name + "\" should be " + should};
}

void JsonMembers::text(const char *name, std::string &value)
{
    const QJsonValue member = take(name);
    if (member.isString())
        value = member.toString().toStdString();
    else if (!member.isUndefined())
        wrong(name, "a text");
}

void JsonMembers::number(const char *name, double &value)
{
    const QJsonValue member = take(name);
    if (member.isDouble())
        value = member.toDouble();
    else if (!member.isUndefined())
        wrong(name, "a number");
}

void JsonMembers::number(const char *name, std::optional<double> &value)
{
    double given = 0.0;
    if (!m_object.contains(QLatin1String(name)))
        return;
    number(name, given);
    value = given;
}

void JsonMembers::integer(const char *name, int &value, int least, int most)
{
    double given = value;
    number(name, given);
    if (!(given >= least && given <= most) || given != static_cast<int>(given)) {
        wrong(name,
              ("a whole number from " + std::to_string(least) + " to " + std::to_string(most))
                  .c_str());
        return;
    }
    value = static_cast<int>(given);
}

void JsonMembers::integers(const char *name, std::vector<int> &values, int least, int most)
{
    const QJsonValue member = take(name);
    if (member.isUndefined())
        return;
    const std::string should
        = "a list of whole numbers from " + std::to_string(least) + " to " + std::to_string(most);
    std::vector<int> given;
    for (const QJsonValue &element : member.toArray()) {
        const double number = element.toDouble(least - 1.0);
        if (!(number >= least && number <= most) || number != static_cast<int>(number))
            return wrong(name, should.c_str());
        given.push_back(static_cast<int>(number));
    }
    if (!member.isArray())
        return wrong(name, should.c_str());
    values = std::move(given);
}

void JsonMembers::boolean(const char *name, bool &value)
{
    const QJsonValue member = take(name);
    if (member.isBool())
        value = member.toBool();
    else if (!member.isUndefined())
        wrong(name, "true or false");
}

void JsonMembers::boolean(const char *name, std::optional<bool> &value)
{
    const bool isThere = m_object.contains(QLatin1String(name));
    bool read = false;
    boolean(name, read);
    if (isThere)
        value = read;
}

void JsonMembers::texts(const char *name, std::vector<std::string> &values)
{
    const QJsonValue member = take(name);
    if (member.isUndefined())
        return;
    std::vector<std::string> given;
    for (const QJsonValue &element : member.toArray()) {
        if (!element.isString())
            return wrong(name, "a list of texts");
        given.push_back(element.toString().toStdString());
    }
    if (!member.isArray())
        return wrong(name, "a list of texts");
    values = std::move(given);
}

void JsonMembers::texts(const char *name, std::optional<std::vector<std::string>> &values)
{
    if (m_object.contains(QLatin1String(name)))
        texts(name, values.emplace());
}

Outcome JsonMembers::finish()
{
    if (!m_error && !m_object.isEmpty())
        m_error
            = Error {Error::Code::Malformed,
                     m_where + ": \"" + m_object.keys().first().toStdString() + "\" is unknown"};
    if (m_error)
        return *m_error;
    return {};
}

/// Objects of the list are those with one object and one list around them; texts are passed over.
std::string lineOfElement(std::string_view text, std::size_t index)
{
    std::string open;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '"') {
            while (++at < text.size() && text[at] != '"')
                at += text[at] == '\\' ? 1 : 0;
        } else if (byte == '{' || byte == '[') {
            if (byte == '{' && open == "{[" && seen++ == index)
                return lineOf(text, static_cast<int>(at));
            open += byte;
        } else if ((byte == '}' || byte == ']') && !open.empty()) {
            open.pop_back();
        }
    }
    return lineOf(text, 0);
}

Result<QJsonObject> readDocument(std::string_view text)
{
    QJsonParseError failed {};
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray(text.data(), static_cast<qsizetype>(text.size())), &failed);
    if (failed.error != QJsonParseError::NoError)
        return Error {Error::Code::Malformed,
                      lineOf(text, failed.offset) + ": " + jsonFault(failed)};
    if (!document.isObject())
        return Error {Error::Code::Malformed, "line 1: should be an object { ... }"};
    QJsonObject object = document.object();
    const QJsonValue version = object.take(QStringLiteral("version"));
    if (!version.isDouble())
        return Error {Error::Code::Malformed, "line 1: \"version\" is missing"};
    if (version.toInt() > kVersion)
        return Error {Error::Code::NewerVersion,
                      "written by a newer program (version " + std::to_string(version.toInt())
                          + "): install a newer Telltale"};
    return object;
}

Result<QJsonArray> readList(std::string_view text, const char *list)
{
    Result<QJsonObject> object = readDocument(text);
    if (!object.ok())
        return object.error();
    const QJsonValue content = object->take(QLatin1String(list));
    if (!content.isArray())
        return Error {Error::Code::Malformed,
                      "line 1: \"" + std::string(list) + "\" should be a list"};
    if (!object->isEmpty())
        return Error {Error::Code::Malformed,
                      "line 1: \"" + object->keys().first().toStdString() + "\" is unknown"};
    return content.toArray();
}

} // namespace telltale
