#include "app/command.h"
#include "app/log_file.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/unix_signals.h"

#include "data/storage/disk_reserve.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <utility>

namespace telltale {
namespace {

constexpr int kLookEveryMs = 50;
constexpr int kLookLaterEveryMs = 500; ///< once something is subscribed
constexpr double kLongestSeconds = 1e9; ///< thirty years
constexpr int kLookAtDiskEveryMs = 2000;
constexpr qint64 kForEver = -1; ///< as QDeadlineTimer understands it
constexpr int kLookAgain = 100; ///< exit code of a wait that is over

/// Prints each granted filter once per connection and each new cause of a failure.
class Announcer
{
public:
    void look(const std::vector<ConnectionStatus> &connections)
    {
        for (const ConnectionStatus &connection : connections) {
            announceGranted(connection);
            announceCause(connection);
        }
    }
    bool hasSubscribed() const { return !m_granted.empty(); }

private:
    void announceGranted(const ConnectionStatus &connection)
    {
        for (const std::string &granted : connection.granted) {
            if (connection.state != ConnectionStatus::State::Connected
                || !m_granted.insert(connection.name + '\n' + granted).second)
                continue;
            std::printf("subscribed %s at %s\n", granted.c_str(), connection.url.c_str());
            std::fflush(stdout);
        }
        for (const std::string &refused : connection.refused) {
            if (m_refused.insert(connection.name + '\n' + refused).second)
                std::fprintf(stderr, "telltale: %s refuses %s: ask for read permission there\n",
                             connection.url.c_str(), refused.c_str());
        }
    }
    void announceCause(const ConnectionStatus &connection)
    {
        std::string &said = m_causes[connection.name];
        if (connection.cause == said)
            return;
        said = connection.cause;
        if (!said.empty())
            std::fprintf(stderr, "telltale: %s: %s\n", connection.url.c_str(), said.c_str());
    }

    std::set<std::string> m_granted;
    std::set<std::string> m_refused;
    std::map<std::string, std::string> m_causes;
};

/// Milliseconds of `--for`; without it kForEver.
Result<qint64> lengthOf(const Options &options)
{
    if (!options.isSet(QStringLiteral("for")))
        return kForEver;
    bool isNumber = false;
    const double seconds = options.value(QStringLiteral("for")).toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0.0 && seconds <= kLongestSeconds))
        return Error {Error::Code::WrongUse,
                      "--for is a number of seconds from 0 to 1000000000; without it, collect ends "
                      "on SIGTERM"};
    return static_cast<qint64>(seconds * 1000);
}

/// Nobody can be asked here.
void tellUnanswered(PlantSession &session)
{
    for (const ConnectionConfig &one : session.workspace().connections) {
        if (!one.enabled || !session.waitsForAnswer(one))
            continue;
        std::fprintf(stderr,
                     "telltale: %s: would subscribe to everything, and nobody has agreed to that: "
                     "open the window and answer there, or name topics or write "
                     "\"all_topics_confirmed\": true in %s/connections.json\n",
                     printable(one.name).constData(), session.workspace().folder().c_str());
    }
}

/// Runs the event loop until somebody ends the program (0), for at most `patience` (kLookAgain).
int waitFor(std::chrono::milliseconds patience)
{
    QEventLoop loop;
    QTimer::singleShot(patience, &loop, [&loop] { loop.exit(kLookAgain); });
    return loop.exec();
}

std::chrono::milliseconds atMost(const QDeadlineTimer &end, int ms)
{
    return std::chrono::milliseconds(end.isForever() ? ms
                                                     : std::min<qint64>(ms, end.remainingTime()));
}

/// What somebody can mend meanwhile: a disk that is full, a folder that cannot be written.
bool mayPass(const Error &error, const std::string &folder)
{
    std::error_code failed;
    return isDiskTrouble(error)
        || (error.code == Error::Code::NotPermitted
            && std::filesystem::is_directory(folder, failed));
}

/// A disk that is full or cannot be written is waited for: a recorder does not go away. Errors also
/// Cancelled, when somebody ended the program meanwhile.
Result<std::unique_ptr<PlantSession>> openPatiently(const PlantSession::Options &options,
                                                    const QDeadlineTimer &end)
{
    bool isSaid = false;
    for (;;) {
        Result<std::unique_ptr<PlantSession>> opened = PlantSession::open(options);
        if (opened.ok() || !mayPass(opened.error(), options.dataFolder))
            return opened;
        if (!std::exchange(isSaid, true))
            std::fprintf(stderr,
                         "telltale: recording stopped: %s: make room on the disk, or make it "
                         "writable; recording begins by itself then\n",
                         opened.error().detail.c_str());
        if (end.hasExpired())
            return opened;
        if (waitFor(atMost(end, kLookAtDiskEveryMs)) != kLookAgain)
            return Error {Error::Code::Cancelled, "ended before the disk could be written"};
    }
}

/// Until somebody ends it or `end` comes; whether anything was ever subscribed.
bool record(PlantSession &session, const QDeadlineTimer &end)
{
    Announcer announcer;
    for (int look = kLookEveryMs; !end.hasExpired();) {
        if (waitFor(atMost(end, look)) != kLookAgain)
            break;
        announcer.look(session.pipeline()->connections());
        if (announcer.hasSubscribed())
            look = kLookLaterEveryMs;
    }
    announcer.look(session.pipeline()->connections());
    session.stop();
    return announcer.hasSubscribed();
}

int collect(const Options &options, const std::optional<ConnectionConfig> &connection,
            qint64 length)
{
    const UnixSignals signals;
    PlantSession::Options wanted {options.workspaceFolder(),
                                  options.dataFolder(),
                                  PlantSession::Use::Own,
                                  connection,
                                  false,
                                  false};
    wanted.allowsCommands = options.isSet(QStringLiteral("allow-commands"));
    Result<std::unique_ptr<PlantSession>> opened = openPatiently(wanted, QDeadlineTimer(length));
    if (!opened.ok())
        return fail(opened.error());
    PlantSession &session = *opened.value();
    logInto(QString::fromStdString(options.dataFolder()) + QStringLiteral("/logs"));
    if (!connection && session.workspace().connections.empty())
        return fail({Error::Code::WrongUse,
                     "there is no connection: give one with --broker mqtt://host:1883, or "
                     "configure one in "
                         + session.workspace().folder()});
    if (const Outcome started = session.start(); !started.ok())
        return fail(started.error());
    tellUnanswered(session);
    if (record(session, QDeadlineTimer(length))) // what opening took is not counted
        return kSuccess;
    std::fputs("telltale: ended before anything was subscribed\n", stderr);
    return kFailure;
}

} // namespace

int runCollect(const QStringList &arguments)
{
    UnixSignals::hold(); // whoever ends it early gets the exit code all the same
    Options options(QStringLiteral("collect"));
    options.addConnection();
    options.add(QStringLiteral("for"), QStringLiteral("Stop after this many seconds; 0: at once."),
                QStringLiteral("SECONDS"));
    options.add(QStringLiteral("allow-commands"),
                QStringLiteral("The programs that notifications.json names now may be started, in "
                               "later runs, too."));
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<std::optional<ConnectionConfig>> connection = options.connection();
    if (!connection.ok())
        return fail(connection.error());
    const Result<qint64> length = lengthOf(options);
    if (!length.ok())
        return fail(length.error());
    return collect(options, connection.value(), length.value());
}

} // namespace telltale
