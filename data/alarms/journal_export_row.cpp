#include "data/alarms/journal_export_row.h"

#include "data/telemetry/spreadsheet_text.h"
#include "data/telemetry/timestamp_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace telltale {

const char *const kJournalCsvHeading
    = "seq,time,event_time,type,alarm,occ,from,to,priority,tag,title,value,unit,quality,limit,by,"
      "role,station,reason,text,action,set,old,until,count,late,first_out,hash\n";

namespace {

constexpr std::size_t kTypeColumn = 3; ///< of the heading above
constexpr std::size_t kTextColumn = 19;
constexpr std::size_t kHashColumn = 27;

/// Shortest form that is read back as the same.
std::string numberOf(double value)
{
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return {digits, end};
}

/// As a spreadsheet leaves it alone.
std::string guarded(const std::string &text)
{
    return isFormula(text) ? '\'' + text : text;
}

bool isNumber(const std::string &text)
{
    double number = 0.0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end;
}

void appendField(std::string &out, const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char letter : text) {
        if (letter == '"')
            out += '"';
        out += letter;
    }
    out += '"';
}

std::string timeOf(const std::optional<Timestamp> &time)
{
    return time ? isoText(*time) : std::string();
}

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

void appendCsv(std::string &out, const AlarmJournalEntry &entry, const std::string &hash)
{
    const auto number
        = [](std::uint64_t value) { return value == 0 ? std::string() : std::to_string(value); };
    const std::string fields[]
        = {number(entry.sequence),
           isoText(entry.time),
           entry.hasEventTime ? isoText(entry.eventTime) : std::string(),
           guarded(entry.type),
           guarded(entry.alarm),
           number(entry.occurrence),
           guarded(entry.from),
           guarded(entry.to),
           entry.priority > 0 ? std::to_string(entry.priority) : std::string(),
           guarded(entry.tag),
           guarded(entry.title),
           isNumber(entry.value) ? entry.value : guarded(entry.value),
           guarded(entry.unit),
           guarded(entry.quality),
           entry.limit ? numberOf(*entry.limit) : std::string(),
           guarded(entry.by),
           guarded(entry.role),
           guarded(entry.station),
           guarded(entry.reason),
           guarded(entry.text),
           guarded(entry.action),
           guarded(entry.set),
           guarded(entry.old),
           timeOf(entry.until),
           entry.count ? std::to_string(*entry.count) : std::string(),
           entry.late ? "1" : "0",
           entry.firstOut ? "1" : "0"};
    for (const std::string &field : fields) {
        appendField(out, field);
        out += ',';
    }
    out += hash;
    out += '\n';
}

void appendCsvWarning(std::string &out, const std::string &words)
{
    out += ",,,WARNING" + std::string(kTextColumn - kTypeColumn, ',');
    appendField(out, guarded(words));
    out += std::string(kHashColumn - kTextColumn, ',') + '\n';
}

void appendJsonWarning(std::string &out, const std::string &words)
{
    const QJsonObject object {{QStringLiteral("warning"), fromUtf8(words)}};
    const std::string text = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    out += ',' + text.substr(1, text.size() - 2); // without its braces
}

void appendJson(std::string &out, const AlarmJournalEntry &entry, const std::string &hash)
{
    QJsonObject object {{QStringLiteral("seq"), static_cast<qint64>(entry.sequence)},
                        {QStringLiteral("t"), fromUtf8(isoText(entry.time))},
                        {QStringLiteral("hash"), fromUtf8(hash)}};
    const std::pair<const char *, const std::string *> texts[]
        = {{"type", &entry.type},     {"alarm", &entry.alarm}, {"from", &entry.from},
           {"to", &entry.to},         {"tag", &entry.tag},     {"title", &entry.title},
           {"value", &entry.value},   {"unit", &entry.unit},   {"quality", &entry.quality},
           {"by", &entry.by},         {"role", &entry.role},   {"station", &entry.station},
           {"reason", &entry.reason}, {"text", &entry.text},   {"action", &entry.action},
           {"set", &entry.set},       {"old", &entry.old}};
    for (const auto &[name, text] : texts) {
        if (!text->empty())
            object.insert(QLatin1String(name), fromUtf8(*text));
    }
    if (entry.hasEventTime)
        object.insert(QStringLiteral("et"), fromUtf8(isoText(entry.eventTime)));
    if (entry.occurrence > 0)
        object.insert(QStringLiteral("occ"), static_cast<qint64>(entry.occurrence));
    if (entry.priority > 0)
        object.insert(QStringLiteral("priority"), entry.priority);
    if (entry.limit)
        object.insert(QStringLiteral("limit"), *entry.limit);
    if (entry.until)
        object.insert(QStringLiteral("until"), fromUtf8(isoText(*entry.until)));
    if (entry.count)
        object.insert(QStringLiteral("count"), static_cast<qint64>(*entry.count));
    if (entry.late)
        object.insert(QStringLiteral("late"), true);
    if (entry.firstOut)
        object.insert(QStringLiteral("first_out"), true);
    out += QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace telltale
