#include "app/command.h"
#include "app/log_file.h"
#include "app/unix_signals.h"

#include "data/sources/mqtt_client.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string_view>
#include <sys/stat.h>

namespace telltale {
namespace {

using Needs = Command::Needs;

constexpr std::array<Command, 8> kCommands {
    {{"demo", "the desktop program with a plant to look at", Needs::Display, runDemo},
     {"collect", "subscribe, store and alarm without a window", Needs::Nothing, runCollect},
     {"export", "samples as CSV or JSON lines", Needs::Nothing, runExport},
     {"replay", "publish a file of measurements to a broker", Needs::Nothing, runReplay},
     {"report", "a PDF of the overview or of an asset", Needs::Drawing, runReport},
     {"status", "what was received, stored and dropped", Needs::Nothing, runStatus},
     {"shot", "a picture of a page", Needs::Drawing, runShot},
     {"", "the desktop program", Needs::Display, runDesktop}}};

int printHelp()
{
    std::printf("telltale " TELLTALE_VERSION " - alarms, history and trends of machines\n\n"
                "usage: telltale [command] [options]\n\n");
    for (const Command &command : kCommands)
        std::printf("  telltale %-10s %s\n", command.name, command.summary);
    std::printf("\ntelltale COMMAND --help tells the options of a command.\n"
                "Exit codes: 0 success, 1 failure, 2 wrong use.\n");
    return kSuccess;
}

const Command *findCommand(std::string_view word)
{
    if (word.starts_with("-"))
        word = "";
    for (const Command &command : kCommands) {
        if (word == command.name)
            return &command;
    }
    return nullptr;
}

} // namespace

static int run(int argc, char **argv)
{
    const std::string_view word = argc > 1 ? argv[1] : "";
    if (std::find(argv + 1, argv + argc, std::string_view("--version")) != argv + argc) {
        std::puts("telltale " TELLTALE_VERSION);
        return kSuccess;
    }
    if (word == "--help" || word == "help")
        return printHelp();
    const Command *command = findCommand(word);
    if (!command) {
        std::fprintf(stderr, "telltale: there is no command \"%s\"; telltale --help lists them\n",
                     argv[1]);
        return kWrongUse;
    }
    if (command->needs == Needs::Drawing || !hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (command->needs == Needs::Display)
        UnixSignals::hold();
    QCoreApplication::setApplicationName(QStringLiteral("telltale"));
    QCoreApplication::setOrganizationName(QStringLiteral("telltale"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TELLTALE_VERSION));
    const std::unique_ptr<QCoreApplication> application = command->needs == Needs::Nothing
        ? std::make_unique<QCoreApplication>(argc, argv)
        : std::make_unique<QApplication>(argc, argv);
    installLog();
    ignoreProxyEnvironment();
    QStringList arguments = QCoreApplication::arguments();
    if (*command->name)
        arguments.removeAt(1);
    return command->run(arguments);
}

} // namespace telltale

int main(int argc, char **argv)
{
    ::umask(077); // what is stored here is its owner's alone
    std::signal(SIGXFSZ, SIG_IGN); // a file at its size limit is a write that fails, as a full disk
    return telltale::run(argc, argv);
}
