#include "app/command.h"
#include "app/log_file.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/unix_signals.h"

#include "data/storage/disk_reserve.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

namespace telltale {
namespace {

constexpr int kLookEveryMs = 50;
constexpr int kLookAtDiskEveryMs = 2000;
constexpr int kLookAgain = 100; ///< exit code of the wait for the disk

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

/// A disk that is full or cannot be written is waited for: a recorder does not go away. Errors also
/// Cancelled, when somebody ended the program meanwhile.
Result<std::unique_ptr<PlantSession>> openPatiently(const PlantSession::Options &options,
                                                    double seconds)
{
    QElapsedTimer waited;
    waited.start();
    bool isSaid = false;
    for (;;) {
        Result<std::unique_ptr<PlantSession>> opened = PlantSession::open(options);
        if (opened.ok() || !isDiskTrouble(opened.error()))
            return opened;
        if (!std::exchange(isSaid, true))
            std::fprintf(stderr,
                         "telltale: recording stopped: %s: make room on the disk, or make it "
                         "writable; recording begins by itself then\n",
                         opened.error().detail.c_str());
        int patience = kLookAtDiskEveryMs;
        if (seconds > 0.0)
            patience = std::min(
                patience, static_cast<int>(seconds * 1000) - static_cast<int>(waited.elapsed()));
        if (patience <= 0)
            return opened;
        QTimer::singleShot(patience, QCoreApplication::instance(),
                           [] { QCoreApplication::exit(kLookAgain); });
        if (QCoreApplication::exec() != kLookAgain)
            return Error {Error::Code::Cancelled, "ended before the disk could be written"};
    }
}

} // namespace

int runCollect(const QStringList &arguments)
{
    UnixSignals::hold(); // whoever ends it early gets the exit code all the same
    Options options(QStringLiteral("collect"));
    options.addConnection();
    options.add(QStringLiteral("for"), QStringLiteral("Stop after this many seconds."),
                QStringLiteral("SECONDS"));
    if (const Outcome parsed = options.parse(arguments); !parsed.ok())
        return fail(parsed.error());
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return kSuccess;
    }
    const Result<std::optional<ConnectionConfig>> connection = options.connection();
    if (!connection.ok())
        return fail(connection.error());
    bool isNumber = true;
    const double seconds = options.isSet(QStringLiteral("for"))
        ? options.value(QStringLiteral("for")).toDouble(&isNumber)
        : 0.0;
    if (!isNumber || seconds < 0.0)
        return fail({Error::Code::WrongUse, "--for is a number of seconds"});

    const UnixSignals signals;
    Result<std::unique_ptr<PlantSession>> opened
        = openPatiently({options.workspaceFolder(), options.dataFolder(), PlantSession::Use::Own,
                         connection.value(), false, false},
                        seconds);
    if (!opened.ok())
        return fail(opened.error());
    PlantSession &session = *opened.value();
    logInto(QString::fromStdString(options.dataFolder()) + QStringLiteral("/logs"));
    if (!connection.value() && session.workspace().connections.empty())
        return fail({Error::Code::WrongUse,
                     "there is no connection: give one with --broker mqtt://host:1883, or "
                     "configure one in "
                         + session.workspace().folder()});
    if (const Outcome started = session.start(); !started.ok())
        return fail(started.error());

    Announcer announcer;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        announcer.look(session.pipeline()->connections());
        if (announcer.hasSubscribed())
            look.setInterval(500);
    });
    look.start(kLookEveryMs);
    if (seconds > 0.0)
        QTimer::singleShot(std::chrono::milliseconds(static_cast<qint64>(seconds * 1000)),
                           QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    announcer.look(session.pipeline()->connections());
    session.stop();
    if (announcer.hasSubscribed())
        return kSuccess;
    std::fputs("telltale: ended before any topic filter was granted\n", stderr);
    return kFailure;
}

} // namespace telltale
