#include "app/command.h"
#include "app/log_file.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/screens.h"
#include "app/unix_signals.h"

#include "data/history/history_schema.h"
#include "data/sources/credential_store.h"
#include "data/storage/file.h"
#include "models/alerts.h"
#include "models/file_saver.h"
#include "models/page_catalog.h"
#include "widgets/alarms/alarm_sound.h"
#include "widgets/alarms/desktop_notifier.h"
#include "widgets/main_window.h"
#include "widgets/window_layout.h"

#include <QApplication>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrent>

namespace telltale {
namespace {

constexpr int kStartDemo = 100; ///< the window wants the demo plant
constexpr int kOpenOwnPlant = 101; ///< a connection of one's own was made in the demo
constexpr int kOpenAgain
    = 102; ///< the data folder can be written at last, or programs were allowed

constexpr std::chrono::seconds kLookAtDiskEvery {2};

QApplication &application()
{
    return *qobject_cast<QApplication *>(QCoreApplication::instance());
}

/// Whether there is anything to show without the demo plant: a connection, or what a recorder that
/// was given its connection on the command line stores or has stored.
bool isConfigured(const Options &options)
{
    if (options.isSet(QStringLiteral("broker")))
        return true;
    const Result<Workspace> workspace = Workspace::load(options.workspaceFolder(), checkPageFile);
    if (!workspace.ok() || !workspace.value().problems().empty())
        return true;
    if (workspace.value().settings.demo)
        return !workspace.value().connections.empty();
    return !workspace.value().isEmpty() || FolderLock::ownerOf(options.dataFolder())
        || !historyFiles(options.dataFolder()).empty();
}

/// The connections that were made in the demo, for the workspace of the user.
FileSave ownConnections(const Workspace &demo, const std::string &folder)
{
    return {folder + "/connections.json", [folder, connections = demo.connections] {
                Result<Workspace> own = Workspace::load(folder);
                if (!own.ok())
                    return Outcome(own.error());
                own->connections = connections; // the demo's own is not saved
                return own->saveConnections();
            }};
}

/// A later demo is to know nothing of them.
void forgetOwnConnections(PlantSession &session)
{
    std::erase_if(session.workspace().connections,
                  [](const ConnectionConfig &connection) { return !connection.isDemo; });
    session.saver().save(session.workspace().connectionsToSave());
}

bool hasOwnConnection(const Workspace &workspace)
{
    return std::any_of(workspace.connections.begin(), workspace.connections.end(),
                       [](const ConnectionConfig &connection) { return !connection.isDemo; });
}

/// In a demo that nobody asked for, the first connection of one's own ends it.
void leaveDemoForOwnPlant(PlantSession &session, const std::string &ownWorkspace)
{
    session.setConnectionsChanged([&session, ownWorkspace] {
        if (!hasOwnConnection(session.workspace()))
            return;
        session.saver().save(ownConnections(session.workspace(), ownWorkspace),
                             [&session](const Outcome &kept) {
                                 if (!kept.ok())
                                     return;
                                 forgetOwnConnections(session);
                                 QCoreApplication::exit(kOpenOwnPlant);
                             });
    });
}

/// What goes on from one session of the process to the next.
struct Start
{
    bool isDemo = false;
    QString place; ///< a page to open
    QString language; ///< chosen in a window
    std::optional<WindowLayout> look; ///< of the window before
    QByteArray geometry; ///< of the window before
    /// Where there is no keychain, a password typed in one session serves in the next.
    const std::unique_ptr<CredentialStore> credentials = makeCredentialStore();
};

/// A window that opens for the first time looks like the one before.
void takeOverLook(const Start &start, const std::string &dataFolder)
{
    if (!start.look || WindowLayout::isKept(dataFolder))
        return;
    if (const Outcome kept = start.look->save(dataFolder); !kept.ok())
        qWarning("%s", kept.error().detail.c_str());
}

/// As the command line says, else as somebody chose in a window.
QString languageOf(const Options &options, const Start &start)
{
    if (!options.language().isEmpty())
        return options.language();
    WindowLayout layout = WindowLayout::load(options.dataFolder());
    if (start.language.isEmpty() || start.language == layout.language)
        return layout.language;
    layout.language = start.language;
    if (const Outcome kept = layout.save(options.dataFolder()); !kept.ok())
        qWarning("%s", kept.error().detail.c_str());
    return layout.language;
}

/// Looks every while, beside the window, whether the data folder can be written; then recording
/// begins in a session of its own.
class DiskWait : public QObject
{
public:
    explicit DiskWait(std::string dataFolder)
        : m_folder(std::move(dataFolder))
    {
        connect(&m_look, &QFutureWatcherBase::finished, this, [this] {
            if (m_look.result())
                QCoreApplication::exit(kOpenAgain);
            else
                lookLater();
        });
        lookLater();
    }
    ~DiskWait() override { m_look.waitForFinished(); }

private:
    void lookLater()
    {
        QTimer::singleShot(kLookAtDiskEvery, this, [this] {
            m_look.setFuture(
                QtConcurrent::run([folder = m_folder] { return canRecordIn(folder); }));
        });
    }

    const std::string m_folder;
    QFutureWatcher<bool> m_look;
};

int showWindow(PlantSession &session, const Options &options, Start &start)
{
    prepareScreens(application(), session.workspace().settings, languageOf(options, start), {});
    MainWindow window(session.plant());
    QObject::connect(&window, &MainWindow::languageRequested, &window,
                     [&start](const QString &language) {
                         start.language = language;
                         setLanguage(application(), language);
                     });
    QObject::connect(&window, &MainWindow::demoRequested, &window,
                     [] { QCoreApplication::exit(kStartDemo); });
    window.restoreLayout(start.geometry);
    if (!start.place.isEmpty())
        window.openPage(start.place);
    window.show();
    Alerts &alerts = *session.plant().alerts;
    const AlarmSound sound(alerts);
    const DesktopNotifier desktop(alerts, *session.plant().tags,
                                  [] { return QApplication::activeWindow() != nullptr; });
    alerts.start();
    QTimer::singleShot(0, &window, [&session] {
        if (const Outcome started = session.start(); !started.ok())
            qWarning("%s", started.error().detail.c_str());
    });
    session.setCommandsAllowed([] { QCoreApplication::exit(kOpenAgain); });
    std::optional<DiskWait> diskWait;
    if (session.waitsForDisk())
        diskWait.emplace(options.dataFolder());
    const int status = QApplication::exec();
    diskWait.reset(); // has let go of the folder
    window.saveLayout();
    start.geometry = window.saveGeometry();
    window.hide();
    session.stop();
    return status;
}

int runSession(const Options &options, Start &start, const std::string &ownWorkspace)
{
    const Result<std::optional<ConnectionConfig>> connection = options.connection();
    if (!connection.ok())
        return fail(connection.error());
    if (const Outcome made = makeFolder(options.dataFolder()); made.ok())
        logInto(QString::fromStdString(options.dataFolder()) + QStringLiteral("/logs"));
    takeOverLook(start, options.dataFolder());
    if (start.isDemo) // its alarm rules are written in the language of the window
        setLanguage(application(), languageFor({}, languageOf(options, start)));
    Result<std::unique_ptr<PlantSession>> opened = PlantSession::open(
        {options.workspaceFolder(), options.dataFolder(), PlantSession::Use::OwnOrView,
         connection.value(), start.isDemo, true, std::nullopt, start.credentials.get()});
    if (!opened.ok())
        return fail(opened.error());
    if (!ownWorkspace.empty())
        leaveDemoForOwnPlant(*opened.value(), ownWorkspace);
    return showWindow(*opened.value(), options, start);
}

int runWith(const QStringList &arguments, bool demoWanted)
{
    Options options(demoWanted ? QStringLiteral("demo") : QString());
    options.addConnection();
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    if (!display().ok())
        return fail(display().error());
    const UnixSignals signals;
    const std::string ownWorkspace = options.workspaceFolder();
    Start start;
    start.isDemo = demoWanted || !isConfigured(options);
    for (;;) {
        options.setDefaultName(start.isDemo ? QStringLiteral("demo") : QStringLiteral("default"));
        const bool isOffered = start.isDemo && !demoWanted && !options.hasOwnWorkspace();
        const int status = runSession(options, start, isOffered ? ownWorkspace : std::string());
        if (status == kOpenAgain)
            continue;
        if (status != kStartDemo && status != kOpenOwnPlant)
            return status;
        start.look = WindowLayout::load(options.dataFolder()).look();
        start.isDemo = status == kStartDemo;
        // Where it is asked what the new connection may subscribe to, and shown how it fares.
        start.place = start.isDemo ? QString() : QStringLiteral("connections");
    }
}

} // namespace

int runDesktop(const QStringList &arguments)
{
    return runWith(arguments, false);
}

int runDemo(const QStringList &arguments)
{
    return runWith(arguments, true);
}

} // namespace telltale
