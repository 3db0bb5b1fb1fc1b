#include "app/options.h"

#include "data/payloads/time_text.h"
#include "data/sources/broker_url.h"
#include "data/sources/topic_filter.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimeZone>

namespace telltale {
namespace {

QString xdgFolder(const char *variable, const char *fallback)
{
    const QString given = qEnvironmentVariable(variable);
    return given.isEmpty() ? QDir::home().filePath(QLatin1String(fallback)) : given;
}

Error wrongUse(const QString &words)
{
    return {Error::Code::WrongUse, words.toStdString()};
}

} // namespace

Options::Options(const QString &command)
{
    m_parser.setApplicationDescription(QStringLiteral("telltale ") + command);
    add(QStringLiteral("workspace"), QStringLiteral("Folder of the configuration."),
        QStringLiteral("DIR"));
    add(QStringLiteral("data"), QStringLiteral("Folder of history, alarms and journal."),
        QStringLiteral("DIR"));
    add(QStringLiteral("lang"), QStringLiteral("Language of screens and reports: en or de."),
        QStringLiteral("LANG"));
    add(QStringLiteral("json"), QStringLiteral("Answer for machines."));
    add(QStringLiteral("version"), QStringLiteral("The version of the program."));
    add(QStringLiteral("help"), QStringLiteral("This text."));
}

void Options::add(const QString &name, const QString &help, const QString &valueName)
{
    m_parser.addOption(valueName.isEmpty() ? QCommandLineOption(name, help)
                                           : QCommandLineOption(name, help, valueName));
}

void Options::addArgument(const QString &name, const QString &help)
{
    m_parser.addPositionalArgument(name, help);
    ++m_argumentsWanted;
}

void Options::addConnection()
{
    add(QStringLiteral("broker"),
        QStringLiteral("Connect to this broker beside those of the workspace: mqtt://host:port or "
                       "mqtts://host:port."),
        QStringLiteral("URL"));
    add(QStringLiteral("topic"), QStringLiteral("Topic filter, repeatable; default #."),
        QStringLiteral("FILTER"));
    add(QStringLiteral("qos"), QStringLiteral("0, 1 or 2; default 1."), QStringLiteral("N"));
}

Outcome Options::parse(const QStringList &words)
{
    if (!m_parser.parse(words))
        return wrongUse(m_parser.errorText());
    if (arguments().size() > m_argumentsWanted)
        return wrongUse(QStringLiteral("\"%1\" is one argument too many; --help tells what is "
                                       "taken")
                            .arg(arguments().at(m_argumentsWanted)));
    const QString lang = language();
    if (!lang.isEmpty() && lang != QLatin1String("en") && lang != QLatin1String("de"))
        return wrongUse(QStringLiteral("--lang is en or de, not %1").arg(lang));
    return {};
}

std::string Options::workspaceFolder() const
{
    if (hasOwnWorkspace())
        return QDir::cleanPath(QDir::current().absoluteFilePath(value(QStringLiteral("workspace"))))
            .toStdString();
    return QDir(xdgFolder("XDG_CONFIG_HOME", ".config"))
        .filePath(QStringLiteral("telltale/") + m_defaultName)
        .toStdString();
}

std::string Options::dataFolder() const
{
    if (isSet(QStringLiteral("data")))
        return QDir::cleanPath(QDir::current().absoluteFilePath(value(QStringLiteral("data"))))
            .toStdString();
    const QString name = QFileInfo(QString::fromStdString(workspaceFolder())).fileName();
    return QDir(xdgFolder("XDG_DATA_HOME", ".local/share"))
        .filePath(QStringLiteral("telltale/") + name)
        .toStdString();
}

Result<std::optional<ConnectionConfig>> Options::connection() const
{
    if (!isSet(QStringLiteral("broker"))) {
        if (isSet(QStringLiteral("topic")) || isSet(QStringLiteral("qos")))
            return wrongUse(QStringLiteral("--topic and --qos go with --broker"));
        return std::optional<ConnectionConfig>();
    }
    const Result<BrokerUrl> url = parseBrokerUrl(value(QStringLiteral("broker")).toStdString());
    if (!url.ok())
        return Error {Error::Code::WrongUse, url.error().detail};
    ConnectionConfig config;
    config.url = url.value().text();
    config.name = config.url.substr(config.url.find("//") + 2);
    if (isSet(QStringLiteral("topic"))) {
        config.filters.clear();
        for (const QString &filter : values(QStringLiteral("topic")))
            config.filters.push_back(filter.toStdString());
        for (const std::string &filter : config.filters) {
            if (const Outcome right = checkFilter(filter); !right.ok())
                return Error {Error::Code::WrongUse, "--topic " + right.error().detail};
        }
    }
    if (isSet(QStringLiteral("qos"))) {
        bool isNumber = false;
        config.qos = value(QStringLiteral("qos")).toInt(&isNumber);
        if (!isNumber || config.qos < 0 || config.qos > 2)
            return wrongUse(QStringLiteral("--qos is 0, 1 or 2"));
    }
    return std::optional<ConnectionConfig>(config);
}

std::optional<std::chrono::microseconds> durationArgument(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([1-9]\\d{0,6})([smhd])$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const int seconds = unit == QLatin1String("s") ? 1
        : unit == QLatin1String("m")               ? 60
        : unit == QLatin1String("h")               ? 3600
                                                   : 86400;
    return std::chrono::seconds(seconds) * match.captured(1).toLongLong();
}

Result<Timestamp> timeArgument(const QString &text, Timestamp now)
{
    if (text == QLatin1String("now"))
        return now;
    if (const auto ago
        = text.startsWith(QLatin1Char('-')) ? durationArgument(text.mid(1)) : std::nullopt)
        return now - *ago;
    if (const QDate date = QDate::fromString(text, Qt::ISODate);
        date.isValid() && text.size() == 10)
        return timestampFromMicroseconds(date.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch()
                                         * 1000);
    if (const std::optional<Timestamp> time = readIsoTime(text.toStdString()))
        return *time;
    return wrongUse(
        QStringLiteral("\"%1\" is no time: write 2026-11-22T20:32:32Z, 2026-11-22, now or -24h")
            .arg(text));
}

} // namespace telltale
