#include "data/json/json_members.h"
#include "data/notify/channel_kinds.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>
#include <cstdlib>
#include <string>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

namespace telltale {
namespace {

constexpr int kDefaultSeconds = 20;
constexpr int kMostSeconds = 300;
constexpr int kStartWithinMs = 2'000;
constexpr std::size_t kLongestLine = 1'000; ///< of words, as a person is shown them
constexpr int kLookEveryMs = 20;
constexpr int kEndWithinMs = 1'000; ///< after it was killed
constexpr qsizetype kWordsKept = 200; ///< of what it says on stderr

struct Command
{
    std::string program;
    std::vector<std::string> arguments;
    int seconds = kDefaultSeconds;
};

/// One line of what the program said last, for a person.
QString lastLine(QByteArray said)
{
    said = said.trimmed();
    return QString::fromUtf8(said.mid(said.lastIndexOf('\n') + 1)).simplified().left(kWordsKept);
}

/// Starts a program, gives it the notification on stdin, and waits for exit code 0. No shell reads
/// any of it.
class CommandChannel final : public Channel
{
public:
    explicit CommandChannel(Command command)
        : m_command(std::move(command))
    { }
    Outcome send(const OutgoingNotification &notification, const std::stop_token &stop) override;

private:
    void prepare(QProcess &process, const OutgoingNotification &notification) const;
    static void kill(QProcess &process);
    Outcome outcomeOf(QProcess &process, const QByteArray &said) const;

    const Command m_command;
};

/// What it starts in turn is ended with it: they are a group of processes.
void CommandChannel::prepare(QProcess &process, const OutgoingNotification &notification) const
{
    QStringList arguments;
    for (const std::string &argument : m_command.arguments)
        arguments << QString::fromStdString(argument);
    process.setProgram(QString::fromStdString(m_command.program));
    process.setArguments(arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("TELLTALE_MQTT_USER"));
    environment.remove(QStringLiteral("TELLTALE_MQTT_PASSWORD"));
    environment.insert(QStringLiteral("TELLTALE_NOTIFICATION_KEY"),
                       QString::fromStdString(notification.key));
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setChildProcessModifier([parent = ::getpid()] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // when its thread here ends, however that does
        if (::getppid() != parent)
            ::_exit(EXIT_FAILURE); // it ended before
    });
}

void CommandChannel::kill(QProcess &process)
{
    if (const auto id = static_cast<pid_t>(process.processId()); id > 0)
        ::kill(-id, SIGKILL);
    process.kill();
    process.waitForFinished(kEndWithinMs);
}

Outcome CommandChannel::send(const OutgoingNotification &notification, const std::stop_token &stop)
{
    QProcess process;
    prepare(process, notification);
    process.start();
    if (!process.waitForStarted(kStartWithinMs))
        return Error {Error::Code::NotFound,
                      m_command.program
                          + " cannot be started: " + process.errorString().toStdString()};
    process.write(QByteArray::fromStdString(notification.json) + '\n');
    process.closeWriteChannel();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(m_command.seconds);
    QByteArray said;
    while (!process.waitForFinished(kLookEveryMs)) {
        said = (said + process.readAllStandardError()).right(1024);
        if (process.state() == QProcess::NotRunning)
            break;
        const bool isLate = std::chrono::steady_clock::now() >= end;
        if (!isLate && !stop.stop_requested())
            continue;
        kill(process);
        const bool hasEnded = process.state() == QProcess::NotRunning; // or will not die
        if (hasEnded && outcomeOf(process, said)) // just before
            return {};
        if (!isLate)
            return Error {Error::Code::Cancelled, "the program ends"};
        return Error {Error::Code::TimedOut,
                      m_command.program + " did not end within " + std::to_string(m_command.seconds)
                          + " s"};
    }
    return outcomeOf(process, said + process.readAllStandardError());
}

Outcome CommandChannel::outcomeOf(QProcess &process, const QByteArray &said) const
{
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString words = lastLine(said);
    const std::string how = process.exitStatus() == QProcess::NormalExit
        ? " ended with exit code " + std::to_string(process.exitCode())
        : std::string(" crashed");
    return Error {Error::Code::Busy,
                  m_command.program + how
                      + (words.isEmpty() ? std::string() : ": " + words.toStdString())};
}

/// For a person: words with something else than letters are quoted.
std::string commandLine(const Command &command)
{
    std::string line;
    std::vector<std::string> words {command.program};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    for (const std::string &word : words) {
        const bool isPlain = !word.empty() && word.find_first_of(" \t\"'\\$`") == std::string::npos;
        line += (line.empty() ? "" : " ") + (isPlain ? word : '"' + word + '"');
    }
    return line.size() > kLongestLine ? line.substr(0, kLongestLine) + " ..." : line;
}

Result<ChannelKind::Read> read(JsonMembers &members, const std::string & /*name*/)
{
    Command command;
    members.text("program", command.program);
    members.texts("arguments", command.arguments);
    members.integer("timeout_s", command.seconds, 1, kMostSeconds);
    if (!command.program.starts_with('/'))
        return Error {Error::Code::Malformed,
                      "\"program\" should be the whole path of a program, from / on"};
    return ChannelKind::Read {
        [command](const ChannelDoors &) { return std::make_unique<CommandChannel>(command); },
        commandLine(command)};
}

} // namespace

const ChannelKind kCommandChannel {"command", read};

} // namespace telltale
