#pragma once

#include "data/telemetry/result.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Takes members of one JSON object by name and type, and remembers the first thing that is wrong:
/// a member of another type, or one nobody asked for.
class JsonMembers
{
public:
    JsonMembers(QJsonObject object, std::string where);

    void text(const char *name, std::string &value);
    void number(const char *name, double &value);
    void number(const char *name, std::optional<double> &value);
    void integer(const char *name, int &value, int least, int most);
    void integers(const char *name, std::vector<int> &values, int least, int most);
    void boolean(const char *name, bool &value);
    void boolean(const char *name, std::optional<bool> &value);
    void texts(const char *name, std::vector<std::string> &values);
    void texts(const char *name, std::optional<std::vector<std::string>> &values);
    bool isList(const char *name) const { return m_object.value(QLatin1String(name)).isArray(); }
    /// Everything was right and asked for.
    Outcome finish();

private:
    QJsonValue take(const char *name);
    void wrong(const char *name, const char *should);

    QJsonObject m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

/// The `list` of a file `{"version": 1, "<list>": [...]}`; Errors with line and reason.
Result<QJsonArray> readList(std::string_view text, const char *list);
/// "line 12": where the object at `index` of the list of such a file begins.
std::string lineOfElement(std::string_view text, std::size_t index);
/// The object of a file `{"version": 1, ...}`, its version taken out.
Result<QJsonObject> readDocument(std::string_view text);

} // namespace telltale
