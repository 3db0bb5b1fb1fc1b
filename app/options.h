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
    /// One whose values are all meant; of any other, a second is wrong use.
    void addRepeatable(const QString &name, const QString &help, const QString &valueName);
    /// The one argument of the command that is no option.
    void addArgument(const QString &name, const QString &help);
    /// The options of a quick connection: --broker, --topic, --qos, --ca-file.
    void addConnection();
    void addCaFile(); ///< one of addConnection()

    /// Reads the words; an exit code where that is all there is to do: wrong use, said on stderr
    /// with what to write instead, or --help.
    std::optional<int> answer(const QStringList &words);

    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    /// As the system names the file.
    std::string fileName(const QString &name) const;
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

    /// Where the name of a command stands among `words`, the options of every command aside: they
    /// may come before it. Nothing: there is none, or an option that only the desktop has is first.
    static std::optional<qsizetype> commandAt(const QStringList &words);

private:
    Outcome parse(const QStringList &words);
    Outcome checkValues() const;
    QString helpText() const;

    QCommandLineParser m_parser;
    QStringList m_valued; ///< names of options that take a value
    QStringList m_repeatable;
    QString m_command;
    QString m_argument; ///< name of the argument; empty: none is taken
    QString m_defaultName = QStringLiteral("default");
};

/// A moment on the command line: `now`, `-90m`, `-24h`, `-7d`, a date, or ISO 8601 with offset or
/// Z.
Result<Timestamp> timeArgument(const QString &text, Timestamp now);

/// What --from and --to say; what is not given stays.
/// Errors  WrongUse: no time, or an end before the beginning.
Outcome readRange(const Options &options, Timestamp now, TimeRange &range);

/// A positive time with its unit on the command line: `10s`, `1m`, `1h`, `1d`.
std::optional<std::chrono::microseconds> durationArgument(const QString &text);

} // namespace telltale
