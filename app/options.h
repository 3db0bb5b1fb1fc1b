#pragma once

#include "data/sources/source.h"
#include "data/telemetry/result.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace telltale {

/// What every command understands (interfaces.md section 1), and the reading of a command line.
/// A command adds its own options, then parses; nothing exits behind its back.
class Options
{
public:
    explicit Options(const QString &command);

    void add(const QString &name, const QString &help, const QString &valueName = {});
    void addArgument(const QString &name, const QString &help);
    /// The options of a quick connection: --broker, --topic, --qos.
    void addConnection();

    /// Errors  WrongUse with what to write instead.
    Outcome parse(const QStringList &words);
    QString helpText() const { return m_parser.helpText(); }

    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    QStringList arguments() const { return m_parser.positionalArguments(); }

    /// Without --workspace: `default` in the XDG folder, or the name set here.
    void setDefaultName(const QString &name) { m_defaultName = name; }
    bool hasOwnWorkspace() const { return isSet(QStringLiteral("workspace")); }
    std::string workspaceFolder() const;
    std::string dataFolder() const;
    bool wantsJson() const { return isSet(QStringLiteral("json")); }
    QString language() const { return value(QStringLiteral("lang")); }
    /// The quick connection, if --broker was given.
    Result<std::optional<ConnectionConfig>> connection() const;

private:
    QCommandLineParser m_parser;
    int m_argumentsWanted = 0;
    QString m_defaultName = QStringLiteral("default");
};

/// A moment on the command line: `now`, `-90m`, `-24h`, `-7d`, a date, or ISO 8601 with offset or
/// Z.
Result<Timestamp> timeArgument(const QString &text, Timestamp now);

/// A positive time with its unit on the command line: `10s`, `1m`, `1h`, `1d`.
std::optional<std::chrono::microseconds> durationArgument(const QString &text);

} // namespace telltale
