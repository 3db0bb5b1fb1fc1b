#include "app/command.h"
#include "app/log_file.h"
#include "app/options.h"
#include "app/unix_signals.h"

#include "data/sources/mqtt_client.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>
#include <sys/stat.h>

namespace telltale {
namespace {

using Needs = Command::Needs;

constexpr std::array<Command, 12> kCommands {
    {{"demo", "the desktop program with a plant to look at", Needs::Display, runDemo},
     {"collect", "subscribe, store and alarm without a window", Needs::Nothing, runCollect},
     {"export", "samples as CSV or JSON lines", Needs::Nothing, runExport},
     {"import", "samples of a CSV file into the history", Needs::Nothing, runImport},
     {"redecode", "raw messages into the history once more", Needs::Nothing, runRedecode},
     {"replay", "publish a file of measurements to a broker", Needs::Nothing, runReplay},
     {"report", "a PDF of the overview, of an asset or of a shift", Needs::Drawing, runReport},
     {"status", "what was received, stored and dropped", Needs::Nothing, runStatus},
     {"verify", "check what is stored, the program may run", Needs::Nothing, runVerify},
     {"backup", "a copy of data and workspace, the program may run", Needs::Nothing, runBackup},
     {"shot", "a picture of a page", Needs::Drawing, runShot},
     {"", "the desktop program", Needs::Display, runDesktop}}};

/// Planned, and named in documents: whoever tries one is told.
constexpr std::array<std::string_view, 1> kLater {"query"};

int printHelp()
{
    std::printf("telltale " TELLTALE_VERSION " - alarms, history and trends of machines\n\n"
                "usage: telltale [command] [options]\n\n");
    for (const Command &command : kCommands)
        std::printf("  telltale %-10s %s\n", command.name, command.summary);
    std::printf("\n  --workspace DIR, --data DIR, --lang en|de, --json, --version, --help\n"
                "go with every command, before or after its name; telltale COMMAND --help tells\n"
                "the rest; the desktop program takes those of demo.\n"
                "Exit codes: 0 success, 1 failure, 2 wrong use.\n");
    return kSuccess;
}

const Command *findCommand(const QString &word)
{
    for (const Command &command : kCommands) {
        if (word == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

int refuseCommand(const QString &word)
{
    const bool comesLater
        = std::find(kLater.begin(), kLater.end(), word.toStdString()) != kLater.end();
    std::fprintf(stderr, "telltale: %s \"%s\"; telltale --help lists the commands\n",
                 comesLater ? "this version, " TELLTALE_VERSION ", has no command yet called"
                            : "there is no command",
                 qPrintable(word));
    return kWrongUse;
}

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words;
}

std::unique_ptr<QCoreApplication> makeApplication(const Command &command, int &argc, char **argv)
{
    if (command.needs == Needs::Drawing || !display().ok())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (command.needs == Needs::Display)
        UnixSignals::hold();
    QCoreApplication::setApplicationName(QStringLiteral("telltale"));
    QCoreApplication::setOrganizationName(QStringLiteral("telltale"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TELLTALE_VERSION));
    if (command.needs == Needs::Nothing)
        return std::make_unique<QCoreApplication>(argc, argv);
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

static int run(int argc, char **argv)
{
    const QStringList words = wordsOf(argc, argv);
    if (words.contains(QStringLiteral("--version"))) {
        std::puts("telltale " TELLTALE_VERSION);
        return kSuccess;
    }
    const std::optional<qsizetype> at = Options::commandAt(words);
    const QString word = at ? words.at(*at) : QString();
    if (word == QLatin1String("help") || (!at && words.contains(QStringLiteral("--help"))))
        return printHelp();
    const Command *command = findCommand(word);
    if (!command)
        return refuseCommand(word);
    const std::unique_ptr<QCoreApplication> application = makeApplication(*command, argc, argv);
    installLog();
    QStringList arguments = QCoreApplication::arguments();
    if (const auto mine = Options::commandAt(arguments))
        arguments.removeAt(*mine);
    return command->run(arguments);
}

} // namespace telltale

int main(int argc, char **argv)
{
    ::umask(077); // what is stored here is its owner's alone
    std::signal(SIGXFSZ, SIG_IGN); // a file at its size limit is a write that fails, as a full disk
    telltale::ignoreProxyEnvironment(); // before there are threads
    return telltale::run(argc, argv);
}
