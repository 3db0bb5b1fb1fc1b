#include "app/row_options.h"

namespace telltale {

void addRowOptions(Options &options)
{
    options.add(QStringLiteral("topic-template"),
                QStringLiteral("Topic with columns in braces: site/{station}."),
                QStringLiteral("TOPIC"));
    options.add(QStringLiteral("time-column"), QStringLiteral("Column with the time."),
                QStringLiteral("NAME"));
    options.add(QStringLiteral("time-columns"), QStringLiteral("Columns year,month,day,hour."),
                QStringLiteral("NAMES"));
    options.add(QStringLiteral("time-format"),
                QStringLiteral("Pattern of the time, such as %d %m %Y %H:%M."),
                QStringLiteral("FORMAT"));
    options.add(QStringLiteral("zone"),
                QStringLiteral("IANA zone of times that name none; default UTC."),
                QStringLiteral("ZONE"));
    options.add(QStringLiteral("delimiter"), QStringLiteral("Column separator; found by itself."),
                QStringLiteral("CHAR"));
}

Outcome readRowOptions(const Options &options, RowTimeOptions &time, char &delimiter)
{
    time.column = options.value(QStringLiteral("time-column")).toStdString();
    for (const QString &column :
         options.value(QStringLiteral("time-columns")).split(QLatin1Char(','), Qt::SkipEmptyParts))
        time.columns.push_back(column.toStdString());
    time.format = options.value(QStringLiteral("time-format")).toStdString();
    time.zone = options.value(QStringLiteral("zone")).toStdString();
    const QString given = options.value(QStringLiteral("delimiter"));
    const QByteArray character = given == QLatin1String("\\t") ? "\t" : given.toLatin1();
    if (character.size() > 1 || character == "\"" || character == "\n")
        return Error {Error::Code::WrongUse, "--delimiter is one character, or \\t"};
    delimiter = character.isEmpty() ? '\0' : character[0];
    return {};
}

} // namespace telltale
