#include "app/options.h"

#include "app/command.h"
#include "data/payloads/time_text.h"
#include "data/sources/broker_url.h"
#include "data/sources/topic_filter.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimeZone>

#include <array>
#include <cstdio>

namespace telltale {
namespace {

QString xdgFolder(const char *variable, const char *fallback)
{
    const QString given = qEnvironmentVariable(variable);
    return given.isEmpty() ? QDir::home().filePath(QLatin1String(fallback)) : given;
}

struct CommonOption
{
    const char *name;
    const char *help;
    const char *value; ///< name of its value; empty: it has none
};

constexpr std::array<CommonOption, 6> kCommon {
    {{"workspace", "Folder of the configuration.", "DIR"},
     {"data", "Folder of history, alarms and journal.", "DIR"},
     {"lang", "Language of screens and reports: en or de.", "LANG"},
     {"json", "Answer for machines.", ""},
     {"version", "The version of the program.", ""},
     {"help", "This text.", ""}}};

/// As it is written: -o, --from.
QString dashed(const QString &name)
{
    return QLatin1String(name.size() == 1 ? "-" : "--") + name;
}

const CommonOption *commonOption(QStringView word)
{
    const QStringView name = word.mid(2, word.indexOf(QLatin1Char('=')) - 2);
    for (const CommonOption &option : kCommon) {
        if (word.startsWith(QLatin1String("--")) && name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

Error wrongUse(const QString &words)
{
    return {Error::Code::WrongUse, words.toStdString()};
}

} // namespace

Options::Options(const QString &command)
    : m_command(command)
{
    for (const CommonOption &option : kCommon)
        add(QLatin1String(option.name), QLatin1String(option.help), QLatin1String(option.value));
}

void Options::add(const QString &name, const QString &help, const QString &valueName)
{
    if (valueName.isEmpty()) {
        m_parser.addOption(QCommandLineOption(name, help));
        return;
    }
    m_parser.addOption(QCommandLineOption(name, help, valueName));
    m_valued << name;
}

void Options::addRepeatable(const QString &name, const QString &help, const QString &valueName)
{
    add(name, help, valueName);
    m_repeatable << name;
}

void Options::addArgument(const QString &name, const QString &help)
{
    m_parser.addPositionalArgument(name, help);
    m_argument = name;
}

void Options::addConnection()
{
    add(QStringLiteral("broker"),
        QStringLiteral("Connect to this broker beside those of the workspace: mqtt://host:port or "
                       "mqtts://host:port."),
        QStringLiteral("URL"));
    addRepeatable(QStringLiteral("topic"), QStringLiteral("Topic filter, repeatable; default #."),
                  QStringLiteral("FILTER"));
    add(QStringLiteral("qos"), QStringLiteral("0, 1 or 2; default 1."), QStringLiteral("N"));
    addCaFile();
}

void Options::addCaFile()
{
    add(QStringLiteral("ca-file"),
        QStringLiteral("PEM file of the broker's authority; default: the system's."),
        QStringLiteral("FILE"));
}

std::optional<qsizetype> Options::commandAt(const QStringList &words)
{
    for (qsizetype at = 1; at < words.size(); ++at) {
        const QString &word = words.at(at);
        if (!word.startsWith(QLatin1Char('-')))
            return at;
        const CommonOption *option = commonOption(word);
        if (!option)
            return std::nullopt;
        if (*option->value && !word.contains(QLatin1Char('=')))
            ++at;
    }
    return std::nullopt;
}

std::optional<int> Options::answer(const QStringList &words)
{
    if (const Outcome parsed = parse(words); !parsed.ok())
        return fail(parsed.error());
    if (!isSet(QStringLiteral("help")))
        return std::nullopt;
    std::fputs(qPrintable(helpText()), stdout);
    return kSuccess;
}

/// With a first line that can be typed.
QString Options::helpText() const
{
    const QString text = m_parser.helpText();
    QStringList usage {QStringLiteral("Usage: telltale")};
    for (const QString &word : {m_command, QStringLiteral("[options]"), m_argument})
        if (!word.isEmpty())
            usage << word;
    return usage.join(QLatin1Char(' ')) + text.mid(text.indexOf(QLatin1Char('\n')));
}

Outcome Options::parse(const QStringList &words)
{
    if (!m_parser.parse(words))
        return wrongUse(m_parser.errorText());
    const qsizetype taken = m_argument.isEmpty() ? 0 : 1;
    if (arguments().size() > taken)
        return wrongUse(QStringLiteral("\"%1\" is one argument too many; --help tells what is "
                                       "taken")
                            .arg(arguments().at(taken)));
    const QString lang = language();
    if (!lang.isEmpty() && lang != QLatin1String("en") && lang != QLatin1String("de"))
        return wrongUse(QStringLiteral("--lang is en or de, not %1").arg(lang));
    return checkValues();
}

/// Of two values one would be ignored; an empty one is a variable of a script that was not set.
Outcome Options::checkValues() const
{
    for (const QString &name : m_valued) {
        const QStringList given = values(name);
        if (given.contains(QString()))
            return wrongUse(
                QStringLiteral("%1 is empty: give it a value, or leave it out").arg(dashed(name)));
        if (given.size() > 1 && !m_repeatable.contains(name))
            return wrongUse(QStringLiteral("%1 is given %2 times: once is enough")
                                .arg(dashed(name))
                                .arg(given.size()));
    }
    return {};
}

std::string Options::fileName(const QString &name) const
{
    return QFile::encodeName(value(name)).toStdString();
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
        for (const char *name : {"topic", "qos", "ca-file"}) {
            if (isSet(QLatin1String(name)))
                return wrongUse(QStringLiteral("--%1 goes with --broker").arg(QLatin1String(name)));
        }
        return std::optional<ConnectionConfig>();
    }
    const Result<BrokerUrl> url = parseBrokerUrl(value(QStringLiteral("broker")).toStdString());
    if (!url.ok())
        return Error {Error::Code::WrongUse, url.error().detail};
    ConnectionConfig config;
    config.url = url.value().text();
    config.name = config.url.substr(config.url.find("//") + 2);
    config.caFile = fileName(QStringLiteral("ca-file"));
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

Outcome readRange(const Options &options, Timestamp now, TimeRange &range)
{
    for (const auto &[name, target] : {std::pair {QStringLiteral("from"), &range.from},
                                       std::pair {QStringLiteral("to"), &range.to}}) {
        if (!options.isSet(name))
            continue;
        const Result<Timestamp> time = timeArgument(options.value(name), now);
        if (!time.ok())
            return time.error();
        *target = time.value();
    }
    if (range.to <= range.from)
        return wrongUse(QStringLiteral("the range is empty: --to must be after --from"));
    return {};
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
